"""The shapes of entities: persons, groups, places and things across documents."""

from dataclasses import dataclass

from sayso.model.vocabulary import EntityType, ListingStatus
from sayso.web.shapes.base import Told
from sayso.web.shapes.claims import ClaimTold
from sayso.web.shapes.findings import AllegationTold, TieTold


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingTold(Told):
    """How an entity stands to a list, and why that is thought."""

    status: ListingStatus
    list: str
    reference: str | None
    regime: str | None
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityTold(Told):
    """One entity in short.

    Attributes:
        names: the fullest first.
        standing: on the lists, in words ("not listed"); null for what no list would name.
        members: how many readings of single documents it gathers.
        finding_count: findings that it is an end of.
        claims: claims in which it takes part.
        roots: independent origins of these.
        documents: in how many it is named.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    standing: str | None
    listing: ListingTold | None
    members: int
    finding_count: int
    claims: int
    roots: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount(Told):
    """A place that claims about an entity name; by ISO 3166 code where there is one."""

    name: str
    code: str | None
    claims: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStretch(Told):
    """Releases one after another in which an entry stood unchanged; or was not in them."""

    first: str
    last: str
    releases: int
    name: str | None
    listed_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHistory(Told):
    """What the releases held tell of the list entry that an entity is, or may be.

    Attributes:
        entry: its id, for /api/v1/entries.
        in_force: whether it stands in the release in force.
    """

    entry: str
    in_force: bool
    stretches: tuple[ListedStretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearEntry(Told):
    """A list entry whose name is like a party's, and what speaks for and against that it is one.

    Attributes:
        cleared: a person set the two apart.
    """

    entry: str
    reference: str
    name: str
    matched_name: str
    probability: float
    reasons: tuple[str, ...]
    cleared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTold(Told):
    """Why a party is "(not listed)": with which lists its names were compared, and what was near.

    Attributes:
        releases: "un@2026-02-27".
        nearest: the likest first, at most three; likeness of names alone makes nobody listed.
    """

    releases: tuple[str, ...]
    nearest: tuple[NearEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityWhole(Told):
    """Everything that `sayso entity` tells of one entity, the denial beside the allegation.

    Attributes:
        allegations: findings about it, what matters most first; with the first 100.
        ties: the first 100.
        says: claims that it makes itself; the first 100.
        denials: of these, those that deny.
        compared: of a party that is not listed; null for others.
        places: that claims about it name, by number of claims.
        gathered: reading of one document → why it was gathered; the first 100.
        more: how many of each are not here; their lists have them.
    """

    entity: EntityTold
    allegations: tuple[AllegationTold, ...]
    ties: tuple[TieTold, ...]
    says: tuple[ClaimTold, ...]
    denials: tuple[str, ...]
    places: tuple[PlaceCount, ...]
    list_history: ListHistory | None
    compared: ComparedTold | None
    gathered: dict[str, str]
    more: dict[str, int]
