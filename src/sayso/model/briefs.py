"""The cited brief: paragraphs that rest on claims."""

from dataclasses import dataclass
from datetime import date, datetime

from sayso.errors import Uncited
from sayso.model.ids import ClaimId, EntityId, FindingId
from sayso.model.oversight import Proof
from sayso.model.vocabulary import FindingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """The words that a line rests on, and whose they are.

    Attributes:
        number: from 1, in order of first use in what is told; a summary that counts comes after.
        claim: None where the words are a list's, a law's or a gazette's own.
        words: exactly as they stand in the document.
        chain: the speakers, outermost first, as names.
        notice: what must be said wherever the document is shown.
        edits: who set right how the words were read, with what stood there before.
        grades: that people gave to its sources and to the item, one sentence each.
    """

    number: int
    claim: ClaimId | None
    words: str
    chain: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None = None
    edits: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One sentence of a brief.

    Attributes:
        footnotes: numbers of the footnotes that it rests on.
        proofs: what it rests on where that is no claim: entries of lists, acts, gazettes.

    Raises:
        Uncited: neither a claim nor a proof stands behind the sentence.
    """

    text: str
    claims: tuple[ClaimId, ...]
    footnotes: tuple[int, ...]
    status: FindingStatus | None = None
    finding: FindingId | None = None
    proofs: tuple[Proof, ...] = ()

    def __post_init__(self) -> None:
        if not (self.claims or self.proofs) or not self.footnotes:
            raise Uncited(f"no claim stands behind this line of the brief: {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph: an allegation with what was replied to it."""

    number: int
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its paragraphs."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person or group of the brief with its standing on the lists.

    Attributes:
        standing: "QDe.132", "not listed", "possible: QDi.352", "subject of the 1988 regime".
    """

    entity: EntityId
    name: str
    standing: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shade:
    """One region of a map: how many findings are said to be there, and how many are contested."""

    number: int
    code: str
    findings: int
    contested: int


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of a network, from node to node by their places; `sure` is drawn without breaks."""

    number: int
    start: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of a timeline; an end that is None is open. `sure` is drawn whole."""

    number: int
    first: date | None
    last: date | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar of the chart of lags: how many measures, in the order of its key."""

    number: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is drawn beside a table: every number in it is a row of the table.

    Attributes:
        key: "map-AF", "network", "timeline", "lags": names its file.
        title: stands under it.
        told: what it shows, for who cannot see it.
        country: ISO 3166 alpha-2, of a map.
        nodes: names with their standing, of a network; of states, of lags.
        parts: shades, edges, bars or stacks, by number.
    """

    key: str
    title: str
    told: str
    parts: tuple[Shade, ...] | tuple[Edge, ...] | tuple[Bar, ...] | tuple[Stack, ...]
    country: str = ""
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """A table at the end of a brief, with the figures that it is the twin of.

    Attributes:
        key: "places", "network", "timeline", "sources", "questions", "method".
        notes: one sentence each, before the table.
        rows: each with as many cells as there are columns.
    """

    key: str
    heading: str
    notes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as it was drawn.

    Attributes:
        lacking: letters that no font here has, which stand as boxes in it: "𐎠 (U+103A0)".
    """

    svg: str
    png: bytes
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A report that cites every sentence.

    Attributes:
        made, cut_off: UTC; nothing that was added after the cut-off is in it.
        limits: what was not held, not read or not reviewed, one sentence each.
        versions: the program's and the list releases', as (what, version).
        notices: what must be said at the head of the brief, with its scope.
        reviewed: False until every line's claims are accepted by a person.
        annexes: in their order; the names, the sources and the limits are fields of their own.
        revision: what changed since an earlier issue, one sentence each; empty for a first one.
        language: BCP 47, of the brief's own words.
    """

    title: str
    made: datetime
    cut_off: datetime
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    parties: tuple[Party, ...]
    sources: tuple[str, ...]
    limits: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    notices: tuple[str, ...] = ()
    reviewed: bool = False
    annexes: tuple[Annex, ...] = ()
    revision: tuple[str, ...] = ()
    language: str = "en"
