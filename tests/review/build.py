"""Records made by hand: pages of invented outlets, with the entities and claims put on them."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from sayso.model.claims import (
    NARRATED,
    Argument,
    Claim,
    ClaimLink,
    DocumentEntity,
    Extraction,
    Mention,
    PlaceMention,
    Proposition,
    Quantity,
    SourceNode,
    TimeMention,
)
from sayso.model.documents import Document, Passage
from sayso.model.findings import Judgement, Record
from sayso.model.ids import ClaimId, EntityId, JudgementId, MentionId, PassageId, Span, digest_of
from sayso.model.matches import Listing
from sayso.model.vocabulary import (
    Attribution,
    DocumentKind,
    EntityType,
    Factuality,
    LinkKind,
    ListingStatus,
    MentionKind,
    Modality,
    PlaceLevel,
    Predicate,
    Role,
    SourceKind,
)

GROUP, PERSON = EntityType.ARMED_GROUP, EntityType.PERSON
BODY, OUTLET = EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET
REPORT, FACILITY, PLACE = EntityType.DOCUMENT, EntityType.FACILITY, EntityType.PLACE
SOMEWHERE = Span(0, 1)
MODALITIES = {"-": Modality.DENIED, "+": Modality.ASSERTED, "u": Modality.UNKNOWN}


def site(name: str, code: str | None, level: PlaceLevel = PlaceLevel.ADMIN1) -> PlaceMention:
    country = None if code is None else code[:2]
    return PlaceMention(
        span=SOMEWHERE, text=name, name=name, level=level, code=code, country=country
    )


AFGHANISTAN = site("Afghanistan", "AF", PlaceLevel.COUNTRY)
GHAZNI, KUNAR = site("Ghazni", "AF-GHA"), site("Kunar", "AF-KNR")
PESHAWAR = site("Peshawar", "PK-KP", PlaceLevel.CITY)


@dataclass(frozen=True)
class Said:
    """How a claim of a test differs from the plainest one: certain, narrated, of no time."""

    by: tuple[SourceNode, ...] = ()
    factuality: str = "CT+"
    place: PlaceMention | None = None
    time: str | None = None
    figure: float | None = None
    words: str | None = None
    changes: dict[str, object] = field(default_factory=dict)


PLAIN = Said()


class Page:
    """One document under way: its text grows with every name and claim that is put on it."""

    def __init__(self, publisher: str | None, published: str | None = None, **about: str) -> None:
        self.publisher, self.published = publisher, published
        self.kind = DocumentKind(about.get("kind", "press"))
        self.notice = about.get("notice")
        self.title = about.get("title", f"{publisher} of {published} {about.get('about', '')}")
        self.text = f"{self.title}\n"
        self.id = digest_of(self.text.encode())
        self.passages: list[Passage] = []
        self.entities: dict[EntityId, DocumentEntity] = {}
        self.claims: list[Claim] = []
        self.links: list[ClaimLink] = []
        self.listings: list[Listing] = []
        self.places: list[PlaceMention] = []

    def write(self, words: str) -> Span:
        """Add a sentence and give its place."""
        start = len(self.text)
        self.text += f"{words}\n"
        span = Span(start, start + len(words))
        number = len(self.passages)
        self.passages.append(
            Passage(
                id=PassageId(f"{self.id[7:23]}:{number}"),
                document_id=self.id,
                span=span,
                text=words,
                locator=f"para. {number + 1}",
            )
        )
        return span

    def name(self, name: str, kind: EntityType, *aliases: str) -> EntityId:
        """Add an entity by its name."""
        return self._entity(name, kind, MentionKind.NAME, aliases)

    def nominal(self, words: str, kind: EntityType) -> EntityId:
        """Add an entity without a name."""
        return self._entity(words, kind, MentionKind.NOMINAL, ())

    def place(self, known: PlaceMention) -> EntityId:
        """Add a place that the gazetteer knows."""
        entity = self.name(known.text, PLACE)
        self.places.append(replace(known, entity=entity))
        return entity

    def report_by(self, author: str) -> EntityId:
        """Add a nameless report whose words name its author."""
        party = self.name(author, BODY)
        report = self.nominal(f"a report by the {author}", REPORT)
        self.mention(party, author)
        return report

    def mention(self, entity: EntityId, words: str, kind: MentionKind = MentionKind.NAME) -> None:
        """Add a mention at the last place in the text where these words stand."""
        start = self.text.rindex(words)
        old = self.entities[entity]
        made = Mention(
            id=MentionId(f"m-{entity}-{len(old.mentions)}"),
            passage_id=self.passages[-1].id,
            span=Span(start, start + len(words)),
            text=words,
            type=old.type,
            kind=kind,
            resolved_to=entity,
            resolved_by="test",
        )
        self.entities[entity] = replace(old, mentions=(*old.mentions, made))

    def listed(self, entity: EntityId, reference: str | None, status: str = "listed") -> EntityId:
        """Give an entity a listing; without a reference the 1988 regime."""
        self.listings.append(
            Listing(
                entity=entity,
                status=ListingStatus(status),
                authority="un",
                reference=reference,
                regime="1267" if reference else "1988",
                probability=0.9,
                reasons=("test",),
            )
        )
        return entity

    def claim(
        self, subject: EntityId | None, predicate: str, target: EntityId | None, said: Said = PLAIN
    ) -> ClaimId:
        """Add a claim in a sentence of its own."""
        number = len(self.claims)
        sentence = self.write(said.words or f"Sentence {number} of {self.title}: {predicate}.")
        roles = ((Role.SUBJECT, subject), (Role.OBJECT, target))
        proposition = Proposition(
            predicate=Predicate(predicate),
            arguments=tuple(Argument(role=r, entity=e) for r, e in roles if e is not None),
            place=said.place,
            time=said.time and TimeMention(span=sentence, text="", edtf=said.time, timex=None),
            quantity=said.figure
            and Quantity(
                minimum=None, maximum=said.figure, exact=None, span=sentence, text="figure"
            ),
        )
        named = {k: v for k, v in said.changes.items() if k in Proposition.__slots__}
        others = {k: v for k, v in said.changes.items() if k not in named}
        claim = Claim(
            id=ClaimId(f"c-{self.id[7:15]}-{number}"),
            document_id=self.id,
            passage_id=self.passages[-1].id,
            sentence=sentence,
            content=sentence,
            pieces=(sentence,),
            trigger=sentence,
            proposition=replace(proposition, **named),
            source_chain=(*NARRATED, *said.by),
            attribution=Attribution.EXPLICIT if said.by else Attribution.NARRATOR,
            factuality=Factuality(said.factuality),
            modality=MODALITIES[said.factuality[-1]],
            extractor="test",
            confidence=0.9,
        )
        self.claims.append(replace(claim, **others))
        return claim.id

    def rejects(self, claim: ClaimId, report: EntityId) -> None:
        """Say that a claim rejects a report as a whole."""
        self.links.append(
            ClaimLink(
                kind=LinkKind.REJECTS_DOCUMENT, a=claim, b=None, reason="test", document=report
            )
        )

    def record(self) -> Record:
        """Give the page as the store would."""
        document = Document(
            id=self.id,
            kind=self.kind,
            title=self.title,
            publisher=self.publisher,
            published=self.published,
            retrieved=datetime(2024, 6, 1, tzinfo=UTC),
            language="en",
            locator=f"{self.title}.txt",
            media_type="text/plain",
            text=self.text,
            notice=self.notice,
        )
        extraction = Extraction(
            document_id=self.id,
            extractor="test",
            entities=tuple(self.entities.values()),
            claims=tuple(self.claims),
            links=tuple(self.links),
            places=tuple(self.places),
        )
        return Record(
            document=document,
            passages=tuple(self.passages),
            extraction=extraction,
            listings=tuple(self.listings),
        )

    def _entity(
        self, name: str, kind: EntityType, mention: MentionKind, aliases: tuple[str, ...]
    ) -> EntityId:
        entity = EntityId(f"e-{self.id[7:15]}-{len(self.entities)}")
        self.entities[entity] = DocumentEntity(
            id=entity, type=kind, name=name, aliases=aliases, mentions=()
        )
        self.write(name)
        self.mention(entity, name, mention)
        return entity


def says(entity: EntityId, speaks_for: EntityId | None = None) -> SourceNode:
    return SourceNode(kind=SourceKind.ENTITY, entity=entity, speaks_for=speaks_for)


def writes(report: EntityId) -> SourceNode:
    return SourceNode(kind=SourceKind.DOCUMENT, entity=report)


OBSERVERS = SourceNode(kind=SourceKind.COLLECTIVE, name="observers")
AN_OFFICIAL = SourceNode(kind=SourceKind.UNNAMED, name="an official")


def judge(about: str, verdict: str, other: str | None = None, day: int = 0) -> Judgement:
    """Make a judgement of the given day; its id is its content."""
    return Judgement(
        id=JudgementId(f"j/{about}/{verdict}/{other}/{day}"),
        about=about,
        verdict=verdict,
        reason="seen in the register",
        by="Ada Okoye",
        at=datetime(2024, 6, 1, tzinfo=UTC) + timedelta(days=day),
        other=other,
    )
