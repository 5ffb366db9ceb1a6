"""Writes an invented document: sentences with blanks, the mentions in them, and their claims."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

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
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, EntityId, MentionId, PassageId, Span, digest_of
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
    Predicate,
    Role,
    SourceKind,
)

_BLANK: Final = re.compile(r"(\{\w\})")
_MODALITIES: Final = {
    Factuality.CERTAIN: Modality.ASSERTED,
    Factuality.CERTAIN_NOT: Modality.DENIED,
    Factuality.POSSIBLE: Modality.POSSIBLE,
    Factuality.UNKNOWN: Modality.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something of the invented world, as documents name it."""

    name: str
    type: EntityType
    short: str | None = None
    reference: str | None = None
    place: PlaceMention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence to be written, with the claim that it holds, if any.

    Attributes:
        words: with {a}, {b}, {p} and {s} where subject, object, place and speaker stand.
        thing: words for a nameless object ("eight camps").
        voice: who tells it.
    """

    words: str
    a: Party | None = None
    b: Party | None = None
    p: Party | None = None
    s: Party | None = None
    thing: tuple[str, EntityType] | None = None
    predicate: Predicate | None = None
    factuality: Factuality = Factuality.CERTAIN
    voice: SourceKind = SourceKind.NARRATOR
    figure: float | None = None
    day: str | None = None
    rejects: bool = False


class Page:
    """One document under way."""

    def __init__(self, number: int, kind: DocumentKind, publisher: str, day: date) -> None:
        self.id = digest_of(f"invented {number}".encode())
        self._kind, self._publisher, self._day = kind, publisher, day
        self._title = f"{publisher}, {day} ({number})"
        self._pieces: list[str] = []
        self._length = 0
        self._passages: list[Passage] = []
        self._entities: dict[str, tuple[Party, MentionKind, list[Mention]]] = {}
        self._claims: list[Claim] = []
        self._links: list[ClaimLink] = []

    def head(self, words: str) -> None:
        """Write what stands before the first sentence."""
        self._pieces.append(words)
        self._length += len(words)

    def tell(self, told: Telling) -> None:
        """Write one sentence, and put its mentions and its claim on it."""
        start, passage = self._length, PassageId(f"{self.id[7:23]}:{len(self._passages)}")
        found: dict[str, EntityId] = {}
        words = ""
        for piece in _BLANK.split(told.words):
            text = piece
            if piece.startswith("{"):
                party, how = _filler(told, piece[1])
                text = party.name
                span = Span(start + len(words), start + len(words) + len(text))
                found[piece[1]] = self._mention(party, how, span, passage)
            words += text
        if told.voice is SourceKind.DOCUMENT and told.s is not None:
            report = Party(f"A report by the {told.s.name}", EntityType.DOCUMENT)
            span = Span(start, start + len(report.name))
            found["r"] = self._mention(report, MentionKind.NOMINAL, span, passage)
        words += "."
        sentence = Span(start, start + len(words))
        self.head(f"{words}\n")
        self._passages.append(
            Passage(
                id=passage,
                document_id=self.id,
                span=sentence,
                text=words,
                locator=f"para. {len(self._passages) + 1}",
                paragraph=len(self._passages) + 1,
            )
        )
        if told.predicate is not None:
            self._claim(told, told.predicate, sentence, found)

    def record(self) -> Record:
        """Give the page as the store would."""
        entities = tuple(
            DocumentEntity(
                id=mentions[0].resolved_to,
                type=party.type,
                name=party.name,
                aliases=() if party.short is None else (party.short,),
                mentions=tuple(mentions),
            )
            for party, _, mentions in self._entities.values()
        )
        placed = [
            replace(party.place, entity=mention.resolved_to, span=mention.span)
            for party, _, mentions in self._entities.values()
            if party.place is not None
            for mention in mentions
        ]
        return Record(
            document=Document(
                id=self.id,
                kind=self._kind,
                title=self._title,
                publisher=self._publisher,
                published=self._day.isoformat(),
                retrieved=datetime(2026, 1, 1, tzinfo=UTC),
                language="en",
                locator=f"{self._title}.txt",
                media_type="text/plain",
                text="".join(self._pieces),
            ),
            passages=tuple(self._passages),
            extraction=Extraction(
                document_id=self.id,
                extractor="invented",
                entities=entities,
                claims=tuple(self._claims),
                links=tuple(self._links),
                places=tuple(placed),
            ),
            listings=tuple(
                _listing(mentions[0].resolved_to, party.reference)
                for party, _, mentions in self._entities.values()
                if party.reference is not None
            ),
        )

    def _mention(self, party: Party, how: MentionKind, span: Span, passage: PassageId) -> EntityId:
        entity = EntityId(f"e-{self.id[7:19]}-{len(self._entities)}")
        _, _, mentions = self._entities.setdefault(party.name, (party, how, []))
        if mentions:
            entity = mentions[0].resolved_to
        mentions.append(
            Mention(
                id=MentionId(f"m-{entity}-{len(mentions)}"),
                passage_id=passage,
                span=span,
                text=party.name,
                type=party.type,
                kind=how,
                resolved_to=entity,
                resolved_by="invented",
            )
        )
        return entity

    def _claim(
        self, told: Telling, predicate: Predicate, sentence: Span, found: dict[str, EntityId]
    ) -> None:
        subject, target = found.get("a"), found.get("b") or found.get("t")
        if told.rejects:
            subject, target = found["s"], found["t"]
        roles = ((Role.SUBJECT, subject), (Role.OBJECT, target))
        claim = Claim(
            id=ClaimId(f"c-{self.id[7:19]}-{len(self._claims)}"),
            document_id=self.id,
            passage_id=self._passages[-1].id,
            sentence=sentence,
            content=sentence,
            pieces=(sentence,),
            trigger=sentence,
            proposition=Proposition(
                predicate=predicate,
                arguments=tuple(Argument(role=r, entity=e) for r, e in roles if e is not None),
                time=_day(told, sentence),
                place=None if told.p is None else told.p.place,
                quantity=None if told.figure is None else _figure(told.figure, sentence),
            ),
            source_chain=(*NARRATED, *_chain(told, found)),
            attribution=Attribution.NARRATOR,
            factuality=told.factuality,
            modality=_MODALITIES[told.factuality],
            extractor="invented",
            confidence=0.9,
        )
        self._claims.append(claim)
        if told.rejects:
            self._links.append(
                ClaimLink(
                    kind=LinkKind.REJECTS_DOCUMENT,
                    a=claim.id,
                    b=None,
                    reason="invented",
                    document=found["t"],
                )
            )


def _filler(told: Telling, role: str) -> tuple[Party, MentionKind]:
    """Give what stands in a blank, and whether that is a name."""
    party = {"a": told.a, "b": told.b, "p": told.p, "s": told.s}.get(role)
    if party is not None:
        return party, MentionKind.NAME
    if told.thing is None:
        raise ValueError(f"nothing stands for {role} in {told.words!r}")
    return Party(*told.thing), MentionKind.NOMINAL


def _day(told: Telling, sentence: Span) -> TimeMention | None:
    day = told.day
    return None if day is None else TimeMention(span=sentence, text=day, edtf=day, timex=day)


def _chain(told: Telling, found: dict[str, EntityId]) -> tuple[SourceNode, ...]:
    """Give the sources of a telling after the narrator."""
    if told.rejects or told.voice is SourceKind.ENTITY:
        return (SourceNode(kind=SourceKind.ENTITY, entity=found["s"]),)
    if told.voice is SourceKind.DOCUMENT:
        return (SourceNode(kind=SourceKind.DOCUMENT, entity=found["r"]),)
    if told.voice is SourceKind.COLLECTIVE:
        return (SourceNode(kind=SourceKind.COLLECTIVE, name="observers"),)
    return ()


def _figure(figure: float, sentence: Span) -> Quantity:
    return Quantity(minimum=None, maximum=None, exact=figure, span=sentence, text=str(figure))


def _listing(entity: EntityId, reference: str) -> Listing:
    return Listing(
        entity=entity,
        status=ListingStatus.LISTED,
        authority="un",
        reference=reference,
        regime="1267",
        probability=0.9,
        reasons=("the same name",),
    )
