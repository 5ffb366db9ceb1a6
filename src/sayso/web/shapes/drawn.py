"""The shapes of the network, the map and the timeline."""

from dataclasses import dataclass

from sayso.model.vocabulary import EntityType, FindingStatus, Predicate
from sayso.web.shapes.base import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeTold(Told):
    """A party of the network.

    Attributes:
        standing: on the lists, in words ("not listed"); null for what no list would name.
        listed: listed, possible, regime_subject, or null.
        hops: how far it is from what is asked about.
        degree: how many edges it has in all that is known; more than are here: it can be expanded.
        x, y: from -1 to 1, the same for the same network.
    """

    id: str
    type: EntityType
    name: str
    standing: str | None
    listed: str | None
    hops: int
    degree: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeTold(Told):
    """A finding between two parties; it is somebody's word and never stands without its status.

    Attributes:
        id: of the finding.
        affirmed_by, denied_by, left_open_by: who says so, who denies it, who leaves it open: three
            by name and how many more; "" for nobody.
        claims: how many there are, whose sentences /api/v1/findings/{id} gives.
        waits: it was read surely by no claim.
    """

    id: str
    source: str
    target: str
    predicate: Predicate
    kind: str | None
    status: FindingStatus
    says: str
    affirmed_by: str
    denied_by: str
    left_open_by: str
    positive_roots: int
    negative_roots: int
    reply: str
    claims: int
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTold(Told):
    """The neighbourhood of a question.

    Attributes:
        about: the entities that it starts at.
        nodes_left_out, edges_left_out: that were reached and are not here.
        waiting: findings at these nodes that wait in review.
        remainder: the same in words; null where nothing was left out.
        notices: what must stand wherever the documents behind the edges are shown.
    """

    about: tuple[str, ...]
    hops: int
    nodes: tuple[NodeTold, ...]
    edges: tuple[EdgeTold, ...]
    nodes_left_out: int
    edges_left_out: int
    waiting: int
    remainder: str | None
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFinding(Told):
    """A finding in a place, in one line."""

    id: str
    status: FindingStatus
    says: str
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTold(Told):
    """A province or country with what is said of it; never a point.

    Attributes:
        code: ISO 3166-1 or -2.
        level: admin1 or country.
        statuses: status → number of findings.
        uncertain: how many of the findings are not placed surely here: places whose name stands
            for several, and wider ones.
        findings: what matters most first, at most 20.
    """

    code: str
    name: str
    country: str
    level: str
    total: int
    statuses: dict[str, int]
    uncertain: int
    findings: tuple[MapFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTold(Told):
    """Where things are said to be, by province; what only names a country stands by country.

    Attributes:
        unplaced: findings that name a place without a code, by its name.
        without_place: findings that name none.
        precision: the finest level that is shown.
        disclaimer: to stand under every map.
    """

    about: tuple[str, ...]
    provinces: tuple[RegionTold, ...]
    countries: tuple[RegionTold, ...]
    unplaced: dict[str, int]
    without_place: int
    waiting: int
    precision: str
    disclaimer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanTold(Told):
    """Something that is said to have been at a time.

    Attributes:
        edtf: as it was read, with its granularity.
        earliest, latest: the days between which it lies; null where that end is open.
        vague: it is given more coarsely than to the day, or as uncertain.
        documented: null, or the day of the document, where the claim gives no time of its own.
    """

    claim: str
    finding: str | None
    status: FindingStatus | None
    says: str
    words: str
    speaker: str
    document: str
    edtf: str
    earliest: str | None
    latest: str | None
    open_start: bool
    open_end: bool
    vague: bool
    factuality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneTold(Told):
    """One lane of the timeline: a speaker, or an entity."""

    key: str
    name: str
    total: int
    spans: tuple[SpanTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineTold(Told):
    """What is said to have been when, in lanes.

    Attributes:
        earliest, latest: of all spans that are here.
        undated: claims that give no time.
        lanes_left_out, spans_left_out: what is not here, of all that have a time.
        remainder: the same in words; null where nothing was left out.
    """

    about: tuple[str, ...]
    lanes_by: str
    lanes: tuple[LaneTold, ...]
    earliest: str | None
    latest: str | None
    undated: int
    waiting: int
    lanes_left_out: int
    spans_left_out: int
    remainder: str | None
