"""Reads texts in Arabic script for names: listed parties and places, and never for claims."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.arabic_script.listed import Found, listed_in
from sayso.extract.arabic_script.places import places_in
from sayso.model.claims import DocumentEntity, Extraction, Mention, PlaceMention
from sayso.model.documents import Document, Passage
from sayso.model.ids import EntityId, MentionId, Span
from sayso.model.vocabulary import EntityType, MentionKind, PassageKind
from sayso.ports import NameIndex

GAZETTEER = "gazetteer"


class ArabicScriptReader:
    """Finds listed parties and known places in Arabic, Persian, Dari, Pashto and Urdu."""

    name = "sayso-names-in-arabic-script 0.1"

    def extract(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give entities and places in order of appearance, no claims, and a remark that says so."""
        sentences = [p for p in passages if p.kind is PassageKind.SENTENCE]
        located: dict[Span, PlaceMention] = {}
        own: dict[Span, list[Found]] = {passage.span: [] for passage in sentences}
        for passage, place in places_in(sentences):
            located[place.span] = place
            own[passage.span].append(_as_found(place))
        found: list[tuple[Passage, Found]] = []
        for passage in sentences:
            named = longest([*listed_in(passage, names), *own[passage.span]])
            found += [(passage, one) for one in named]
        entities = _entities(found, document.id.removeprefix("sha256:")[:8])
        by_span = {m.span: entity.id for entity in entities for m in entity.mentions}
        towns = {entity.id for entity in entities if entity.type is EntityType.PLACE}
        remark = (
            f"language '{document.language}': read for the names of listed parties and of places "
            "only, not for claims"
        )
        return Extraction(
            document_id=document.id,
            extractor=self.name,
            entities=entities,
            places=tuple(
                replace(place, entity=by_span[span])
                for span, place in located.items()
                if span in by_span and by_span[span] in towns
            ),
            remarks=(remark,),
        )


def longest(found: Iterable[Found]) -> list[Found]:
    """Give the names that stay when shorter ones that overlap are left out, in order.

    Of two at the same words the first given stays.
    """
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-len(f.span), f.span.start)):
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.span)


def _as_found(place: PlaceMention) -> Found:
    key = f"place {place.code} {place.level} {place.name}"
    return Found(place.span, place.text, EntityType.PLACE, GAZETTEER, key)


def _entities(found: Sequence[tuple[Passage, Found]], short: str) -> tuple[DocumentEntity, ...]:
    """Gather names of one key to entities, numbered in order of appearance."""
    by_key: dict[str, list[tuple[int, Passage, Found]]] = {}
    for number, (passage, one) in enumerate(found, start=1):
        by_key.setdefault(one.key, []).append((number, passage, one))
    return tuple(
        _entity(EntityId(f"e-{short}-{place}"), members, short)
        for place, members in enumerate(by_key.values(), start=1)
    )


def _entity(
    entity_id: EntityId, members: Sequence[tuple[int, Passage, Found]], short: str
) -> DocumentEntity:
    names = list(dict.fromkeys(one.name for _, _, one in members))
    name = max(names, key=len)
    first = members[0][2]
    return DocumentEntity(
        id=entity_id,
        type=first.type,
        name=name,
        aliases=tuple(other for other in names if other != name),
        mentions=tuple(
            Mention(
                id=MentionId(f"m-{short}-{number}"),
                passage_id=passage.id,
                span=one.span,
                text=_words(passage, one.span),
                type=first.type,
                kind=MentionKind.NAME,
                resolved_to=entity_id,
                resolved_by=one.rule,
            )
            for number, passage, one in members
        ),
    )


def _words(passage: Passage, span: Span) -> str:
    """Give the words of a sentence at a span of the document."""
    first = passage.span.start
    return passage.text[span.start - first : span.end - first]
