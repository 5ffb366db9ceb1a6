"""What yente's clients are given, for the description of the API."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, JsonValue

from sayso.web.asking.limits import Text

#: A property's values; several dates, countries and names are each tried.
Values = Text | list[Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A party that is asked for, in FollowTheMoney's words.

    Attributes:
        id: the client's own.
        schema: Person, Organization, Company, LegalEntity, Vessel, Airplane, Thing, …
        properties: name, birthDate, nationality, idNumber, …
    """

    schema: Annotated[Text, Field(examples=["Person"])]
    properties: Annotated[dict[Text, Values], Field(examples=[{"name": ["Kandor Front"]}])]
    id: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchQuery:
    """Parties that are asked for, by keys of the client's own.

    Attributes:
        weights, config: only empty ones: how features weigh is calibrated, not set.
    """

    queries: dict[Text, Example]
    weights: dict[str, float] | None = None
    config: dict[str, str | float | bool | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How many there are; `gte` where there may be more than were looked for."""

    value: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A listed party as a FollowTheMoney entity.

    Attributes:
        datasets: the list that it stands on.
        referents: references to other lists, as this list writes them.
        last_change: when the authority last amended the entry, as far as the list says.
        properties: an entity's own; with `nested`, what the list says of the listing is one more.
    """

    id: str
    caption: str
    schema: str
    properties: "dict[str, list[str | Party]]"
    datasets: list[str]
    referents: list[str]
    target: bool
    first_seen: str | None
    last_seen: str | None
    last_change: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One thing that was compared; `score` is in log-odds, below 0 where it speaks against."""

    score: float
    detail: str
    query: str
    candidate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredParty(Party):
    """A candidate.

    Attributes:
        score: the probability that this is the party asked for, 0 to 1.
        match: whether the score reaches the threshold; no finding that they are the same.
        features: log-odds by name, as in the explanations.
    """

    score: float
    match: bool
    features: dict[str, float]
    explanations: dict[str, Explanation]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedTold:
    """An entry that a person set aside, by which judgement."""

    entry: str
    judgement: dict[str, JsonValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The answer to one query, with the query as it was read.

    Attributes:
        cleared: what a person set aside for this very question, and is not among the results.
    """

    status: int
    results: list[ScoredParty]
    total: Total
    query: Example
    cleared: list[ClearedTold]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchAnswer:
    """The answers by the client's keys.

    Attributes:
        matcher: yente's description of features; ours stands in each result's explanations.
        ignored: parameters and properties that took no part.
    """

    responses: dict[str, Matches]
    matcher: dict[str, str]
    limit: int
    ignored: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """Listed parties found by words."""

    results: list[Party]
    facets: dict[str, str]
    total: Total
    limit: int
    offset: int
    ignored: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Algorithm:
    """A way of matching."""

    name: str
    description: str
    features: dict[str, str]
    docs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Algorithms:
    """The ways of matching there are."""

    algorithms: list[Algorithm]
    default: str
    best: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One list in force, or all of them (with `children`)."""

    name: str
    title: str
    version: str
    children: list[str]
    load: bool
    entity_count: int
    index_version: str
    index_current: bool
    updated_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The lists in force."""

    datasets: list[Dataset]
    current: list[str]
    outdated: list[str]
    index_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Whether the service answers."""

    status: str
