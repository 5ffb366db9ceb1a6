# ruff: noqa: E501  # a table reads by its rows
"""Sentences with their mentions marked in the text, for tests of what is said in them.

"[the Kandor Front|G] runs [camps|F] in [Ghazni|L]. || [It|G=the Kandor Front] …": each bracket is a mention with a
letter for its type; "=" names the entity that it stands for; "||" parts two sentences of one paragraph, "¶" two
paragraphs.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.extract.grounding import Grounded, Grounding
from sayso.extract.parsing.stand_ins import parse_names
from sayso.extract.propositions.others import find_others
from sayso.extract.propositions.proposals import find_proposals
from sayso.extract.propositions.whereabouts import find_whereabouts
from sayso.extract.reading import Reading, read_sentences
from sayso.extract.sources.sayings import find_sayings
from sayso.extract.voices.narrator import find_speakers
from sayso.extract.voices.quotes import Told, continue_quotations
from sayso.extract.where_when.quantities import find_quantities
from sayso.model.claims import (
    Claim,
    DocumentEntity,
    Mention,
    PlaceMention,
    SourceNode,
    TimeMention,
)
from sayso.model.documents import Document, Passage
from sayso.model.ids import DocumentId, EntityId, MentionId, PassageId, Span
from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    MentionKind,
    PlaceLevel,
    Role,
    SourceKind,
)

TYPES = {
    "P": EntityType.PERSON,
    "G": EntityType.ARMED_GROUP,
    "O": EntityType.ORGANISATION,
    "B": EntityType.PUBLIC_BODY,
    "M": EntityType.MEDIA_OUTLET,
    "F": EntityType.FACILITY,
    "L": EntityType.PLACE,
    "D": EntityType.DOCUMENT,
    "U": EntityType.GROUP,
    "X": EntityType.MATERIAL,
    "C": EntityType.CAPABILITY,
}
COUNTRIES = {"Afghanistan", "Pakistan", "Tajikistan"}
PRONOUNS = {"it", "its", "he", "she", "his", "her", "they", "their", "who", "which", "them", "him"}
MARKED = re.compile(r"\[([^|\]]+)\|(\w)(?:=([^\]]+))?\]")
DOCUMENT = DocumentId("sha256:" + "ab" * 32)


@dataclass(frozen=True)
class Marked:
    """A bracket of the text: where it stands once the brackets are gone, its letter and entity."""

    span: Span
    text: str
    letter: str
    entity: str


@dataclass(frozen=True)
class Scene:
    """A text with what was marked in it."""

    document: Document
    passages: tuple[Passage, ...]
    marked: tuple[Marked, ...]


def scene(text: str) -> Scene:
    """Read the brackets."""
    plain, marked, passages, paragraph = "", [], [], 1
    for part in re.split(r"\s*(\|\||¶)\s*", text):
        if part in {"||", "¶"}:
            plain += " " if part == "||" else "\n\n"
            paragraph += part == "¶"
            continue
        start, last = len(plain), 0
        for found in MARKED.finditer(part):
            plain += part[last : found.start()]
            words = found[1]
            span = Span(len(plain), len(plain) + len(words))
            marked.append(Marked(span, words, found[2], found[3] or words))
            plain, last = plain + words, found.end()
        plain += part[last:]
        passages.append(passage(plain, Span(start, len(plain)), paragraph, len(passages)))
    return Scene(document(plain), tuple(passages), tuple(marked))


def passage(text: str, span: Span, paragraph: int, number: int) -> Passage:
    return Passage(
        id=PassageId(f"abababababababab:{number}"),
        document_id=DOCUMENT,
        span=span,
        text=span.of(text),
        locator=f"para. {paragraph}",
        paragraph=paragraph,
    )


def document(text: str, language: str | None = "en") -> Document:
    return Document(
        id=DOCUMENT,
        kind=DocumentKind.PRESS,
        title="A test",
        publisher=None,
        published="2024-05-23",
        retrieved=datetime(2024, 5, 23, tzinfo=UTC),
        language=language,
        locator="test.txt",
        media_type="text/plain",
        text=text,
    )


def readings(text: str) -> tuple[Reading, ...]:
    """Parse a text and lay its mentions at its words."""
    made = scene(text)
    ids: dict[str, EntityId] = {}
    mentions: list[Mention] = []
    places: list[PlaceMention] = []
    for mark in (m for m in made.marked if m.letter != "T"):
        entity = ids.setdefault(mark.entity.lower(), EntityId(f"e{len(ids) + 1}"))
        mentions.append(mention(mark, entity, made.passages, len(mentions)))
        if mark.letter == "L" and mark.text[0].isupper():
            level = PlaceLevel.COUNTRY if mark.entity in COUNTRIES else PlaceLevel.ADMIN1
            places.append(
                PlaceMention(
                    span=mark.span, text=mark.text, name=mark.entity, level=level, entity=entity
                )
            )
    times = tuple(
        TimeMention(span=m.span, text=m.text, edtf=m.entity, timex=m.entity)
        for m in made.marked
        if m.letter == "T"
    )
    names = [(m.span, m.type) for m in mentions if m.kind is MentionKind.NAME]
    sentences = tuple(parse_names(made.passages, names))
    figures = {s.passage.span: find_quantities(s) for s in sentences}
    return read_sentences(sentences, mentions, entities(made, mentions), (places, times), figures)


def mention(mark: Marked, entity: EntityId, passages: tuple[Passage, ...], number: int) -> Mention:
    rest = re.sub(
        r"^(a|an|the|this|some|several|two|residents|members|police)\b", "", mark.text.lower()
    )
    words = mark.text[len(mark.text) - len(rest) :].strip()
    kind = MentionKind.NAME if words[:1].isupper() else MentionKind.NOMINAL
    if mark.text.lower() in PRONOUNS:
        kind = MentionKind.PRONOUN
    home = next(p for p in passages if p.span.contains(mark.span))
    return Mention(
        id=MentionId(f"m{number + 1}"),
        passage_id=home.id,
        span=mark.span,
        text=mark.text,
        type=TYPES[mark.letter],
        kind=kind,
        resolved_to=entity,
        resolved_by="marked",
    )


def entities(made: Scene, mentions: list[Mention]) -> tuple[DocumentEntity, ...]:
    names = {m.span: m.entity for m in made.marked}
    found: dict[EntityId, list[Mention]] = {}
    for one in mentions:
        found.setdefault(one.resolved_to, []).append(one)
    return tuple(
        DocumentEntity(
            id=key,
            type=own[0].type,
            name=names[own[0].span],
            aliases=(),
            mentions=tuple(own),
        )
        for key, own in found.items()
    )


def told(text: str) -> tuple[Told, ...]:
    """Give the sentences of a text with what is said in them."""
    laid = readings(text)
    return continue_quotations(laid, [find_sayings(r) for r in laid])


def grounded(text: str) -> tuple[list[Grounded], Grounding]:
    """Give the claims of a text."""
    sentences = told(text)
    grounding = Grounding("test", "c", find_speakers(None, sentences))
    found: list[Grounded] = []
    for one in sentences:
        carried = find_proposals(one.reading)
        proposals = (*carried, *find_whereabouts(one.reading, carried))
        claims = list(grounding.ground(one, proposals))
        heads = {g.head.index for g in claims}
        rest = find_others(one, [p for p in proposals if p.head.index in heads])
        found += [*claims, *grounding.ground(one, rest)]
    return found, grounding


def claims(text: str) -> list[Claim]:
    """Give the claims of a text."""
    return [g.claim for g in grounded(text)[0]]


def lines(text: str) -> list[str]:
    """Give one line for each claim: what, where, when, how much, who says so, how surely."""
    names = {e.id: e.name for r in readings(text) for e in r.entities.values()}
    return [line(claim, names) for claim in claims(text)]


def line(claim: Claim, names: dict[EntityId, str]) -> str:
    said = claim.proposition
    parties = [
        f"{'' if a.role in {Role.SUBJECT, Role.OBJECT} else a.role + '='}{names.get(a.entity) or a.text}"
        for a in said.arguments
    ]
    if said.filler(Role.SUBJECT) is None:
        parties.insert(0, "-")
    parts = [f"{said.predicate}({', '.join(parties)})"]
    parts += [] if said.kind is None else [said.kind]
    parts += [] if said.place is None else [f"@{said.place.name}"]
    parts += [] if said.time is None else [f"t:{said.time.edtf}"]
    parts += [] if said.quantity is None else [f"n:{said.quantity.text}"]
    parts.append(" > ".join(node(n, names) for n in claim.source_chain))
    parts += [str(claim.factuality), str(claim.modality)]
    parts += [] if said.realis == "actual" else [str(said.realis)]
    return " | ".join(parts)


def node(source: SourceNode, names: dict[EntityId, str]) -> str:
    if source.kind is SourceKind.NARRATOR:
        return "N"
    who = f"{source.kind}:{names.get(source.entity, source.name) if source.entity else source.name}"
    return who if source.speaks_for is None else f"{who}/{names[source.speaks_for]}"
