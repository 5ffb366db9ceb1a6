"""What is derived: entities across documents, findings, ties, and a person's judgements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sayso.errors import NotFound
from sayso.model.claims import Claim, ClaimLink, Extraction, SourceNode
from sayso.model.documents import Document, Passage
from sayso.model.grades import Verdict
from sayso.model.hearings import Hearing
from sayso.model.ids import (
    ClaimId,
    DocumentId,
    EntityId,
    FindingId,
    JudgementId,
    find_numbered,
)
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, FindingStatus, Predicate, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document with all that was taken out of it, as the store gives it back.

    Attributes:
        listings: of the document's own entities, as decided when it was added, or when a list
            that tells otherwise came.
        remarks: what its reader wants a person to know ("page 4 has no text layer").
    """

    document: Document
    passages: tuple[Passage, ...]
    extraction: Extraction
    listings: tuple[Listing, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relisting:
    """How the entities of a document stand to lists that came after it.

    Attributes:
        listings: all of them, in the place of those before.
        at: when they were decided, UTC.
    """

    document_id: DocumentId
    listings: tuple[Listing, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What somebody marked in a document that was held already: appended, never written over.

    Attributes:
        extraction: the claims, and the entities that only they name.
        origin: the file that it came in.
        at: when it was taken in, UTC.
    """

    document_id: DocumentId
    extraction: Extraction
    origin: str
    at: datetime


def annotated(extraction: Extraction, annotations: Iterable[Annotation]) -> Extraction:
    """Give what was taken out of a document with what was marked in it later, in that order."""
    for one in annotations:
        own = one.extraction
        extraction = replace(
            extraction,
            entities=extraction.entities + own.entities,
            claims=extraction.claims + own.claims,
            places=extraction.places + own.places,
            times=extraction.times + own.times,
        )
    return extraction


def unannotated(extraction: Extraction, annotations: Sequence[Annotation]) -> Extraction:
    """Give what was taken out of a document without what was marked in it later."""
    own = [one.extraction for one in annotations]
    return replace(
        extraction,
        entities=extraction.entities[: -sum(len(e.entities) for e in own) or None],
        claims=extraction.claims[: -sum(len(e.claims) for e in own) or None],
        places=extraction.places[: -sum(len(e.places) for e in own) or None],
        times=extraction.times[: -sum(len(e.times) for e in own) or None],
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, group, place or thing across documents: derived, never stored.

    Attributes:
        names: the fullest first, then by how often they are used.
        members: the document entities that it gathers, ordered.
        reasons: why each of them was gathered, one sentence a member.
    """

    id: EntityId
    type: EntityType
    names: tuple[str, ...]
    members: tuple[EntityId, ...]
    reasons: tuple[str, ...]
    listing: Listing | None = None

    @property
    def name(self) -> str:
        """Give the fullest name."""
        return self.names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """One independent origin of claims.

    Attributes:
        stance: "+" affirms, "-" denies, "?" neither.
        independent: False for unnamed collectives, which count as no root.
        concerned: it is the party that the finding is about.
        hedged: it says so with a hedge only.
        withdrawn: its source took it back, or replaced it later: shown, and not counted.
        statements: the occasions on which it said so; copies and carriers add none.
        reasons: why the claims are of this root, where their own words do not name it.
        misquoted: the claims are only ascribed to it: its own text is held and says otherwise.
    """

    name: str
    stance: str
    claims: tuple[ClaimId, ...]
    independent: bool = True
    concerned: bool = False
    hedged: bool = False
    withdrawn: bool = False
    statements: int = 1
    reasons: tuple[str, ...] = ()
    misquoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """All claims of one proposition, weighed.

    Attributes:
        object: the other party, or None for an event with one party.
        place, time: of the proposition: a name with its code, and EDTF.
        roots: positive first, then negative, then neither; by name within each.
        replies: claims with which a party concerned answered.
        explanation: why the status is what it is, in one sentence.
    """

    id: FindingId
    subject: EntityId | None
    predicate: Predicate
    object: EntityId | None
    place: str | None
    place_code: str | None
    time: str | None
    kind: str | None
    claims: tuple[ClaimId, ...]
    roots: tuple[Root, ...]
    status: FindingStatus
    reply: Reply
    replies: tuple[ClaimId, ...]
    explanation: str

    @property
    def voices(self) -> frozenset[ClaimId]:
        """Give the claims that its status rests on: its own, and more general denials of it."""
        return frozenset(self.claims).union(*(root.claims for root in self.roots))

    def roots_with(self, stance: str) -> tuple[Root, ...]:
        """Give the independent roots of one stance that stand, and are not only ascribed.

        One that hedges counts only where none is sure; of who affirms, a party concerned counts
        only where nobody else does.
        """
        own = (r for r in self.roots if r.independent and not r.withdrawn and not r.misquoted)
        found = [r for r in own if r.stance == stance]
        sure = [r for r in found if not r.hedged] or found
        others = [r for r in sure if not r.concerned]
        return tuple((others or sure) if stance == "+" else sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A finding between two entities.

    Attributes:
        start, end: EDTF; None where no claim says.
    """

    finding: FindingId
    subject: EntityId
    predicate: Predicate
    object: EntityId
    status: FindingStatus
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One slot that a judgement sets: "factuality" to "PS+", "source" to "B"."""

    slot: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision: appended, signed, dated, reasoned; undoing is a new one.

    Attributes:
        changes: what an edit, a grade or an assessment sets.
        basis: what its judge saw, each as a kind with an id or a digest: never the words of a
            document, which may have to be erased.
    """

    id: JudgementId
    about: str
    verdict: str
    reason: str
    by: str
    at: datetime
    other: str | None = None
    changes: tuple[Change, ...] = ()
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """A judgement that was made on other evidence than there is now, and what changed since."""

    judgement: Judgement
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What of people's judgements stands, beside what is known.

    Attributes:
        claims: the accept, reject, edit or unsure that stands on a claim.
        edits: the edits of a claim that stand, oldest first; later ones win, slot by slot.
        as_read: edited and rejected claims as they were before a person judged them.
        grades, assessments: by what they are about, oldest first; the last one stands.
        outdated: judgements that wait to be made again, oldest first.
        gone: judgements on what is no longer here, oldest first.
        disputed: the last judgement of each reviewer where they disagree, the one that stands last.
    """

    claims: Mapping[ClaimId, Judgement] = field(default_factory=dict)
    edits: Mapping[ClaimId, tuple[Judgement, ...]] = field(default_factory=dict)
    as_read: Mapping[ClaimId, Claim] = field(default_factory=dict)
    grades: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    assessments: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    outdated: tuple[Outdated, ...] = ()
    gone: tuple[Judgement, ...] = ()
    disputed: tuple[tuple[Judgement, ...], ...] = ()

    def acceptance(self, claim: ClaimId) -> Judgement | None:
        """Give the signature under a claim: of who accepted it, or set right how it was read."""
        found = self.claims.get(claim)
        return found if found is not None and found.verdict in _ACCEPTING else None


_ACCEPTING = frozenset({Verdict.ACCEPT, Verdict.EDIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything that follows from the records, in one view that can be thrown away.

    Attributes:
        records: by document id, in the order in which they were added.
        entities: by entity id, the most mentioned first.
        findings: by finding id, what matters most first.
        claims: by claim id.
        entity_of: from a document's own entity to the entity that gathers it.
        links: between claims, of one document and across documents.
        hearings: for each finding, whether its parties were heard; by party, then by day.
        rests_on: the cited documents that a claim was taken from, where there are any.
        judged: what people decided, of which records, entities and findings follow already.
    """

    records: Mapping[DocumentId, Record] = field(default_factory=dict)
    entities: Mapping[EntityId, Entity] = field(default_factory=dict)
    findings: Mapping[FindingId, Finding] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    claims: Mapping[ClaimId, Claim] = field(default_factory=dict)
    entity_of: Mapping[EntityId, EntityId] = field(default_factory=dict)
    links: tuple[ClaimLink, ...] = ()
    finding_of: Mapping[ClaimId, FindingId] = field(default_factory=dict)
    hearings: Mapping[FindingId, tuple[Hearing, ...]] = field(default_factory=dict)
    rests_on: Mapping[ClaimId, tuple[EntityId, ...]] = field(default_factory=dict)
    judged: Judged = field(default_factory=Judged)

    def claim(self, claim_id: ClaimId) -> Claim:
        """Give a claim.

        Raises:
            NotFound: no such claim.
        """
        found = self.claims.get(claim_id)
        if found is None:
            raise NotFound(f"no claim {claim_id}: `sayso claims` lists them")
        return found

    def document_of(self, claim: Claim) -> Document:
        """Give the document that a claim stands in."""
        return self.records[claim.document_id].document

    def passage_of(self, claim: Claim) -> Passage:
        """Give the passage that a claim stands in.

        Raises:
            NotFound: its document has no such passage.
        """
        found = find_numbered(self.records[claim.document_id].passages, claim.passage_id)
        if found is None:
            raise NotFound(f"claim {claim.id}: its passage {claim.passage_id} is not held")
        return found

    def entity_behind(self, member: EntityId | None) -> Entity | None:
        """Give the entity that gathers a document's own entity; None for None."""
        if member is None:
            return None
        return self.entities.get(self.entity_of.get(member, member))

    def name_of(self, node: SourceNode) -> str:
        """Give the name of a source: its entity's, else its own words, else its kind."""
        entity = self.entity_behind(node.entity)
        return entity.name if entity is not None else (node.name or node.kind.value)
