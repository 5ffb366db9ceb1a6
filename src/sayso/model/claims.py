"""Mentions and claims: who says what about whom, at which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from sayso.errors import Ungrounded
from sayso.model.ids import ClaimId, DocumentId, EntityId, MentionId, PassageId, Span
from sayso.model.vocabulary import (
    Attribution,
    EntityType,
    Factuality,
    LinkKind,
    MentionKind,
    Modality,
    PlaceLevel,
    Predicate,
    Realis,
    Role,
    SourceKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to an entity.

    Attributes:
        span: in code points of the document's text.
        resolved_by: the rule that tied it to its entity ("alias", "apposition", "nearest group").
    """

    id: MentionId
    passage_id: PassageId
    span: Span
    text: str
    type: EntityType
    kind: MentionKind
    resolved_to: EntityId
    resolved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntity:
    """All mentions of one person, group, place or thing within one document.

    Attributes:
        name: its fullest name there, or its description when it has no name.
        aliases: other names for it in the document, in order of appearance.
        mentions: in order of appearance; at least one.
    """

    id: EntityId
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNode:
    """One link of a source chain.

    Attributes:
        span: the words that name it, where the passage has them.
        speaks_for: the entity in whose name it speaks.
    """

    kind: SourceKind
    entity: EntityId | None = None
    name: str | None = None
    span: Span | None = None
    speaks_for: EntityId | None = None


#: Outermost reporter first, innermost speaker last; the first node is the narrator.
SourceChain = tuple[SourceNode, ...]

NARRATED: SourceChain = (SourceNode(kind=SourceKind.NARRATOR),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """What fills a role: an entity where there is one, else words."""

    role: Role
    entity: EntityId | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A stretch of time as the text gives it.

    Attributes:
        edtf: with the granularity kept; None where EDTF cannot say it.
        timex: the TIMEX3 value ("1998-Q3", "PRESENT_REF").
    """

    span: Span
    text: str
    edtf: str | None
    timex: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place as the text gives it, found in the gazetteer where it is known.

    Attributes:
        code: ISO 3166 ("AF", "AF-GHA"); cities and districts carry that of their first level.
        latitude, longitude: degrees, of the centre of the place.
        country: ISO 3166 alpha-2.
    """

    span: Span
    text: str
    name: str
    level: PlaceLevel
    code: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    entity: EntityId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure with its bounds: "as many as eight" is max 8; "at least 20" is min 20."""

    minimum: float | None
    maximum: float | None
    exact: float | None
    span: Span
    text: str
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What is said, apart from who says it.

    Attributes:
        arguments: ordered by role, as Role lists them; a role may repeat.
        kind: of support: funds, goods, arms, shelter, training, personnel, propaganda, fighting.
    """

    predicate: Predicate
    arguments: tuple[Argument, ...]
    time: TimeMention | None = None
    place: PlaceMention | None = None
    quantity: Quantity | None = None
    kind: str | None = None
    realis: Realis = Realis.ACTUAL

    def filler(self, role: Role) -> Argument | None:
        """Give the first argument in this role, or None."""
        return next((a for a in self.arguments if a.role == role), None)

    def entity(self, role: Role) -> EntityId | None:
        """Give the entity in this role, or None when there is none or only words."""
        found = self.filler(role)
        return None if found is None else found.entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, on somebody's say-so, at one place in a text.

    Attributes:
        sentence: the passage that holds it.
        content: what is said, without its cue; pieces are its parts when it is discontinuous.
        cue: the words that attribute it; None for the narrator's own and for inherited sources.
        source: the words for the innermost source; None for the narrator.
        trigger: the words that carry the predicate.
        extractor: name and version of what proposed it, with the rule that fired.
        confidence: that the claim is read rightly, 0 to 1; it is not how likely the claim is.

    Raises:
        Ungrounded: a span lies outside the sentence, the trigger is empty, or the chain does not
            begin with the narrator.
    """

    id: ClaimId
    document_id: DocumentId
    passage_id: PassageId
    sentence: Span
    content: Span
    pieces: tuple[Span, ...]
    trigger: Span
    proposition: Proposition
    source_chain: SourceChain
    attribution: Attribution
    factuality: Factuality
    modality: Modality
    extractor: str
    confidence: float
    cue: Span | None = None
    source: Span | None = None
    direct_quote: bool = False

    def __post_init__(self) -> None:
        if not self.source_chain or self.source_chain[0].kind is not SourceKind.NARRATOR:
            raise Ungrounded(f"claim {self.id}: its source chain does not begin with the narrator")
        if not len(self.trigger) or not len(self.content):
            raise Ungrounded(f"claim {self.id}: no words carry it")
        inside = [self.content, self.trigger, *self.pieces]
        inside += [span for span in (self.cue,) if span is not None]
        if not all(self.sentence.contains(span) for span in inside):
            raise Ungrounded(f"claim {self.id}: its words lie outside its sentence")

    @property
    def voices(self) -> SourceChain:
        """Give the chain down to whose stand it is: who accuses or rejects, as others tell it."""
        told = self.source_chain[-1]
        accuser = self.proposition.filler(Role.SUBJECT)
        accuses = self.proposition.predicate is Predicate.ACCUSATION
        if not accuses or accuser is None or accuser.entity in {None, told.entity, told.speaks_for}:
            return self.source_chain
        stand = SourceNode(kind=SourceKind.ENTITY, entity=accuser.entity, span=accuser.span)
        return (*self.source_chain, stand)

    @property
    def speaker(self) -> SourceNode:
        """Give the innermost voice: the one whose factuality, or whose rejection, this is."""
        return self.voices[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink:
    """How one claim stands to another, or to a document.

    Attributes:
        document: the entity of the document that is rejected; for rejects_document alone, where
            `b` is None.
    """

    kind: LinkKind
    a: ClaimId
    b: ClaimId | None
    reason: str
    document: EntityId | None = None


#: How a remark of an extractor begins that tells what its reading took, and of no limit of it.
SPENT: Final = "tokens: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why proposals of an extractor did not become claims, and how many."""

    reason: str
    count: int

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> tuple[Self, ...]:
        """Give what was counted by reason, in the order of the reasons."""
        return tuple(cls(reason=reason, count=n) for reason, n in sorted(counts.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that an extractor found in one document.

    Attributes:
        entities, claims, places, times: in order of appearance.
        accounts: what each word for a violent act tells, parties described by mere words too: read
            more loosely than the claims, only for the view of incidents.
    """

    document_id: DocumentId
    extractor: str
    entities: tuple[DocumentEntity, ...] = ()
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Claim, ...] = ()
    links: tuple[ClaimLink, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()
