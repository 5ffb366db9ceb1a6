"""The shapes of claims, and of claims as evidence."""

from dataclasses import dataclass

from sayso.model.vocabulary import (
    Attribution,
    Category,
    EntityType,
    Factuality,
    FindingStatus,
    LinkKind,
    Modality,
    PlaceLevel,
    Predicate,
    Realis,
    Reply,
    SourceKind,
)
from sayso.web.shapes.base import DocumentRef, Extent, Grade, JudgementTold, PartyRef, Told, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Told):
    """One of those through whom a claim comes; absent keys are those of a narrator."""

    kind: SourceKind
    entity: str | None = None
    name: str | None = None
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content(Told):
    """What is said, in its words; `pieces` are its parts where it is discontinuous."""

    start: int
    end: int
    text: str
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace(Told):
    """A claim's place; `code` is ISO 3166."""

    name: str
    code: str | None
    level: PlaceLevel
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Told):
    """A figure with its bounds and its words."""

    min: float | None
    max: float | None
    exact: float | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTold(Told):
    """One claim: who says what about whom, in which words, where; as `sayso claims --json` has it.

    Attributes:
        start: of the content, in code points of the document's text.
        source_chain: the speakers, outermost first.
        arguments: role → entity id, or words where there is no entity.
        finding: the finding that it is part of.
        stands: how that one stands, in words; null for what makes no finding.
        replies: claims with which a party concerned answered.
        rests_on: the cited documents that it was taken from.
        names: entity id → name, of all in it.
        says: the whole in one line, with its factuality.
        judgement: the verdict of a person that stands on it; null: a machine's draft.
        edits: how people set right what was read, oldest first.
    """

    id: str
    document: DocumentRef
    text: str
    start: int
    end: int
    predicate: Predicate
    factuality: Factuality
    source_chain: tuple[Speaker, ...]
    sentence: Extent
    content: Content
    source: Words | None
    cue: Words | None
    trigger: Words
    category: Category
    arguments: dict[str, str | tuple[str, ...]]
    kind: str | None
    attribution: Attribution
    modality: Modality
    time: str | None
    place: ClaimPlace | None
    quantity: Quantity | None
    realis: Realis
    confidence: float
    locator: str
    direct_quote: bool
    extractor: str
    finding: str | None
    status: FindingStatus | None
    stands: str | None
    reply: Reply | None
    replies: tuple[str, ...]
    rests_on: tuple[PartyRef | None, ...]
    names: dict[str, str]
    says: str
    judgement: JudgementTold | None
    edits: tuple[JudgementTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyNamed(Told):
    """Who is named, as it stands to the lists, and for which reasons."""

    name: str
    type: EntityType
    standing: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWhole(ClaimTold):
    """One claim by itself; `parties` is entity id → who it is, of those that it is about."""

    parties: dict[str, PartyNamed]


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise(Told):
    """What the primary of a claim says instead of it."""

    claim: str
    reason: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTold(Told):
    """One claim as evidence: its exact words, whose they are, where they stand.

    Attributes:
        chain: the speakers by name, outermost first.
        locator: for people: "p. 3, para. 12".
        address: where the document came from.
        signed: who edited how it was read, and the verdict that stands.
        otherwise: what its primary says, where the claim misquotes it.
    """

    claim: str
    words: str
    chain: tuple[str, ...]
    factuality: Factuality
    document: str
    publisher: str | None
    published: str | None
    locator: str
    address: str
    notice: str | None
    signed: tuple[str, ...]
    grades: tuple[Grade, ...]
    otherwise: Otherwise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideTold(Told):
    """One side of a link between claims, whole, with its evidence and how its finding stands."""

    id: str
    document: DocumentRef
    text: str
    start: int
    end: int
    predicate: Predicate
    factuality: Factuality
    source_chain: tuple[Speaker, ...]
    says: str
    evidence: EvidenceTold
    finding: str | None
    status: FindingStatus | None
    positive_roots: int
    negative_roots: int
    reply: Reply | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedTold(Told):
    """A document that is rejected as a whole, with the claims that rest on it."""

    document: PartyRef | None
    rests_on_it: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTold(Told):
    """How one claim stands to another, or to a document, and why that is thought."""

    kind: LinkKind
    reason: str
    a: SideTold
    b: SideTold | RejectedTold
