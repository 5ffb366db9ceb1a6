"""Hand-made knowledge about invented groups and persons."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sayso.model.claims import (
    Argument,
    Claim,
    ClaimLink,
    DocumentEntity,
    Extraction,
    Mention,
    PlaceMention,
    Proposition,
    Quantity,
    Refusal,
    SourceNode,
    TimeMention,
)
from sayso.model.documents import Document, Passage
from sayso.model.findings import Entity, Finding, Knowledge, Record, Root, Tie
from sayso.model.ids import (
    ClaimId,
    DocumentId,
    EntityId,
    FindingId,
    MentionId,
    PassageId,
    Span,
    digest_of,
)
from sayso.model.matches import Listing
from sayso.model.vocabulary import (
    Attribution,
    DocumentKind,
    EntityType,
    Factuality,
    FindingStatus,
    Handling,
    ListingStatus,
    MentionKind,
    Modality,
    PlaceLevel,
    Predicate,
    Reply,
    Role,
    SourceKind,
)

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)
NARRATOR = SourceNode(kind=SourceKind.NARRATOR)
NOTICE = "Invented for a test: no group named here exists"
HOSTILE = '=1+1 <script>alert("ضرب")</script> & [x](http://x) `y` *z*'


@dataclass(frozen=True)
class Said:
    """A claim in the making; place is (name, code) and time is (words, EDTF)."""

    predicate: Predicate
    content: str
    arguments: dict[Role, EntityId]
    trigger: str
    chain: Sequence[SourceNode] = (NARRATOR,)
    factuality: Factuality = Factuality.CERTAIN
    modality: Modality = Modality.ASSERTED
    cue: str | None = None
    place: tuple[str, str] | None = None
    quantity: str | None = None
    time: tuple[str, str] | None = None
    kind: str | None = None
    confidence: float = 0.9
    direct: bool = False


@dataclass
class Paper:
    """One document in the making; every span is given as words of its text.

    A mention of the same words in another sentence is found by naming the sentence.
    """

    text: str
    publisher: str | None
    kind: DocumentKind = DocumentKind.PRESS
    title: str | None = None
    published: str | None = "2024-05-23"
    notice: str | None = None
    handling: Handling = Handling.PUBLIC
    remarks: tuple[str, ...] = ()
    entities: list[DocumentEntity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    links: list[ClaimLink] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)

    @property
    def id(self) -> DocumentId:
        """Give the digest of the text."""
        return digest_of(self.text.encode())

    @property
    def key(self) -> str:
        """Give the short form that ids within the document begin with."""
        return self.id[7:15]

    def span(self, words: str, within: Span | None = None) -> Span:
        """Give the first place of some words, at or after the beginning of a span."""
        start = self.text.index(words, within.start if within else 0)
        return Span(start, start + len(words))

    def passages(self) -> tuple[Passage, ...]:
        """Give one passage a line."""
        spans = [self.span(line) for line in self.text.split("\n") if line]
        return tuple(
            Passage(
                id=PassageId(f"{self.key}:{n}"),
                document_id=self.id,
                span=span,
                text=span.of(self.text),
                locator=f"para. {n + 1}",
            )
            for n, span in enumerate(spans)
        )

    def passage(self, span: Span) -> Passage:
        """Give the passage that holds a span."""
        return next(p for p in self.passages() if p.span.contains(span))

    def entity(
        self, kind: EntityType, *words: str, form: MentionKind = MentionKind.NAME
    ) -> EntityId:
        """Add an entity whose mentions are these words; only the first may be a name."""
        entity = EntityId(f"e-{self.key}-{len(self.entities) + 1}")
        mentions = tuple(
            Mention(
                id=MentionId(f"m-{entity}-{n}"),
                passage_id=self.passage(self.span(one)).id,
                span=self.span(one),
                text=one,
                type=kind,
                kind=form if n == 0 else MentionKind.NOMINAL,
                resolved_to=entity,
                resolved_by="exact name",
            )
            for n, one in enumerate(words)
        )
        self.entities.append(
            DocumentEntity(
                id=entity, type=kind, name=words[0], aliases=words[1:], mentions=mentions
            )
        )
        return entity

    def claim(self, said: Said) -> ClaimId:
        """Add a claim and give its id."""
        inside = self.span(said.content)
        sentence = self.passage(inside)
        names = {e.id: e for e in self.entities}
        place, quantity, time = said.place, said.quantity, said.time
        proposition = Proposition(
            predicate=said.predicate,
            arguments=tuple(
                Argument(role=role, entity=e, span=self._near(names[e], sentence.span))
                for role, e in said.arguments.items()
            ),
            place=None if place is None else self._place(*place, within=sentence.span),
            quantity=None if quantity is None else self._quantity(quantity, sentence.span),
            time=None if time is None else self._time(*time, within=sentence.span),
            kind=said.kind,
        )
        claim = Claim(
            id=ClaimId(f"c-{self.key}-{len(self.claims) + 1}"),
            document_id=self.id,
            passage_id=sentence.id,
            sentence=sentence.span,
            content=inside,
            pieces=(inside,),
            trigger=self.span(said.trigger, sentence.span),
            proposition=proposition,
            source_chain=tuple(said.chain),
            attribution=Attribution.EXPLICIT if len(said.chain) > 1 else Attribution.NARRATOR,
            factuality=said.factuality,
            modality=said.modality,
            extractor="hand 1",
            confidence=said.confidence,
            cue=None if said.cue is None else self.span(said.cue, sentence.span),
            source=said.chain[-1].span,
            direct_quote=said.direct,
        )
        self.claims.append(claim)
        return claim.id

    def _near(self, entity: DocumentEntity, sentence: Span) -> Span | None:
        return next((m.span for m in entity.mentions if sentence.contains(m.span)), None)

    def _place(self, text: str, code: str, within: Span) -> PlaceMention:
        return PlaceMention(
            span=self.span(text, within),
            text=text,
            name=text,
            level=PlaceLevel.ADMIN1,
            code=code,
            country=code[:2],
            latitude=33.5,
            longitude=68.4,
        )

    def _quantity(self, text: str, within: Span) -> Quantity:
        return Quantity(
            minimum=None, maximum=8, exact=None, span=self.span(text, within), text=text
        )

    def _time(self, text: str, edtf: str, within: Span) -> TimeMention:
        return TimeMention(span=self.span(text, within), text=text, edtf=edtf, timex=edtf)

    def source(
        self, kind: SourceKind, entity: EntityId, words: str, speaks_for: EntityId | None = None
    ) -> SourceNode:
        """Give a source named by some words."""
        return SourceNode(
            kind=kind, entity=entity, name=words, span=self.span(words), speaks_for=speaks_for
        )

    def record(self) -> Record:
        """Give the paper as the store would."""
        document = Document(
            id=self.id,
            kind=self.kind,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            retrieved=NOON,
            language="en",
            locator=f"papers/{self.key}.txt",
            media_type="text/plain",
            text=self.text,
            notice=self.notice,
            handling=self.handling,
        )
        extraction = Extraction(
            document_id=self.id,
            extractor="hand 1",
            entities=tuple(self.entities),
            claims=tuple(self.claims),
            links=tuple(self.links),
            places=tuple(c.proposition.place for c in self.claims if c.proposition.place),
            times=tuple(c.proposition.time for c in self.claims if c.proposition.time),
            refused=(Refusal(reason="no trigger", count=2),),
            remarks=self.remarks,
        )
        return Record(
            document=document,
            passages=self.passages(),
            extraction=extraction,
            listings=tuple(self.listings),
        )


def listing(entity: EntityId, status: ListingStatus, **known: str) -> Listing:
    """Give an invented listing."""
    return Listing(
        entity=entity,
        status=status,
        authority=known.get("authority", "un"),
        reference=known.get("reference"),
        regime=known.get("regime"),
        probability=0.97,
        reasons=("the name agrees", "no date of birth to compare"),
    )


def entity(
    kind: EntityType, *names: str, members: Sequence[EntityId] = (), listed: Listing | None = None
) -> Entity:
    """Give an entity across documents."""
    key = EntityId("e-" + names[0].casefold().replace(" ", "-"))
    return Entity(
        id=key,
        type=kind,
        names=names,
        members=tuple(members),
        reasons=tuple("the same name" for _ in members),
        listing=listed,
    )


def finding(
    number: int, claims: Sequence[ClaimId], roots: Sequence[Root], **known: object
) -> Finding:
    """Give a finding; what is not said is empty."""
    base = Finding(
        id=FindingId(f"f-{number:012x}"),
        subject=None,
        predicate=Predicate.TIED_TO,
        object=None,
        place=None,
        place_code=None,
        time=None,
        kind=None,
        claims=tuple(claims),
        roots=tuple(roots),
        status=FindingStatus.ASSERTED,
        reply=Reply.NOT_SOUGHT,
        replies=(),
        explanation="one source says so",
    )
    return replace(base, **known)  # type: ignore[arg-type]  # fields of Finding by name


def known(
    papers: Sequence[Paper], entities: Sequence[Entity], findings: Sequence[Finding]
) -> Knowledge:
    """Give all of it as one."""
    return Knowledge(
        records={paper.id: paper.record() for paper in papers},
        entities={e.id: e for e in entities},
        findings={f.id: f for f in findings},
        ties=tuple(
            Tie(
                finding=f.id,
                subject=f.subject,
                predicate=f.predicate,
                object=f.object,
                status=f.status,
            )
            for f in findings
            if f.subject is not None and f.object is not None
        ),
        claims={claim.id: claim for paper in papers for claim in paper.claims},
        entity_of={member: e.id for e in entities for member in e.members},
        links=tuple(link for paper in papers for link in paper.links),
        finding_of={claim: f.id for f in findings for claim in f.claims},
    )
