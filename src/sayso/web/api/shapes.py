"""What our own API is asked and what it answers, for its description."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, JsonValue

from sayso.web.asking.limits import LONGEST_NAME, MOST_QUERIES, MOST_RESULTS, Text
from sayso.web.shapes.base import ChangeTold, JudgementTold

_EXACT: ConfigDict = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One party that is asked for, with the keys of a row of `sayso screen --batch`.

    Attributes:
        qid: your own id; without one the query's number, from 1.
        query: the name, in any script.
        schema: Person, Organization, Vessel, Airplane; without one every kind.
        dob: date or year of birth, as EDTF.
        country: ISO 3166 alpha-2, or a name.
        ids: numbers of papers, ships or registrations.
        gender: male or female.
        address: as it is written; its town counts.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    query: Annotated[str, Field(max_length=LONGEST_NAME)]
    qid: Text | None = None
    schema: Text | None = None
    dob: Text | None = None
    country: Text | None = None
    ids: tuple[Text, ...] = ()
    gender: Text | None = None
    address: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningsAsked:
    """One question to the lists, or many.

    Attributes:
        queries: answered in this order.
        lists: the lists to ask; none means all in force.
        threshold: candidates below this probability are left out; null: as the settings have it,
            list by list.
        limit: at most so many candidates a query.
        session: of typing, any word: its requests on the same lists and terms are one run of the
            log, about the last of them.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    queries: Annotated[tuple[Query, ...], Field(min_length=1, max_length=MOST_QUERIES)]
    lists: tuple[Text, ...] = ()
    threshold: Annotated[float | None, Field(ge=0, le=1)] = None
    limit: Annotated[int, Field(ge=1, le=MOST_RESULTS)] = 10
    session: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearingAsked:
    """That an entry is not the party asked for.

    Attributes:
        query: as it was screened: another question is not cleared with it.
        entry: the id of the candidate ("un:QDi.901").
        by: who signs.
        reason: why, for the record that stays.
    """

    __pydantic_config__: ClassVar[ConfigDict] = _EXACT

    query: Query
    entry: Text
    by: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureTold:
    """One thing that was compared; `log_odds` is 0 where it says nothing."""

    name: str
    log_odds: float
    query: str
    entry: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTold:
    """An entry that may be the party asked for.

    Attributes:
        entry: its id, for /api/v1/entries.
        release: the day of the release that it stands in.
        matched_name: the entry's name that agreed best.
        probability: 0 to 1; `score` is the same.
        ground: what it rests on: confirmed, supported, name_only, contested, contradicted.
        says: the same in words.
        line: all of it on one line, for the file.
        cleared_before: the judgement by which a person set it aside for this very question, when
            the entry was another; absent without one.
        changed: what changed since.
    """

    entry: str
    list: str
    reference: str
    release: str
    name: str
    matched_name: str
    probability: float
    score: float
    features: tuple[FeatureTold, ...]
    ground: str
    says: str
    line: str
    cleared_before: dict[str, JsonValue] | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedTold:
    """An entry that a person set aside for this very question, by which judgement."""

    entry: str
    judgement: JudgementTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The candidates for one query, best first.

    Attributes:
        ms: how long they took to find.
        cleared: what a person set aside, and is not among them; absent without any.
        remarks: what of the query could not be used, and why; absent without any.
    """

    qid: str
    ms: float
    results: tuple[CandidateTold, ...]
    cleared: tuple[ClearedTold, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenings:
    """The answers, one a query, in order.

    Attributes:
        releases: what was asked: all queries were set beside these.
        total: how many queries there were.
    """

    results: tuple[Row, ...]
    releases: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTold:
    """One authority's list.

    Attributes:
        in_force: the release that is screened against; null where none is.
        entries: how many that one has.
        releases: how many are held; 0 where the one that Sayso ships stands in.
    """

    authority: str
    title: str
    in_force: str | None
    entries: int
    releases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsTold:
    """The lists held, by authority."""

    results: tuple[ListTold, ...]
    limit: int
    offset: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTold:
    """One release of a list, as it was read.

    Attributes:
        document: the digest of the file.
        repaired: how many characters were dropped to make the file readable.
    """

    id: str
    authority: str
    published: str
    document: str
    locator: str
    generated: str | None
    repaired: int
    remarks: tuple[str, ...]
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasesTold:
    """The releases of one list, the newest first."""

    results: tuple[ReleaseTold, ...]
    limit: int
    offset: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Releases one after another in which an entry stood unchanged; null: it was not in them.

    Attributes:
        changed: what the first of them changed; null where nothing stood before.
    """

    first: str
    last: str
    releases: int
    entry: dict[str, JsonValue] | None
    changed: ChangeTold | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryTold:
    """One entry.

    Attributes:
        listed: whether it stands in the release in force.
        entry: as it stands there; else as it last stood.
        history: through the releases held, the oldest first.
    """

    id: str
    listed: bool
    release: str | None
    entry: dict[str, JsonValue]
    history: tuple[Stretch, ...]
