"""Listed names in a text: each with its sentence and what the hit rests on; weak ones apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.documents import Document, Passage
from sayso.model.ids import Span
from sayso.model.lists import ListEntry
from sayso.model.matches import NameHit
from sayso.ports import NameIndex
from sayso.views.json import JsonObject
from sayso.views.naming import one_line, quote
from sayso.views.screening.line import name_words


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A listed name in a text.

    Attributes:
        words: as they stand in the text.
        sentence: the span of the passage around them; their own where there is none.
        place: where that passage is ("p. 3, para. 12"); "" where that is not known.
        entries: that bear the name, in the order of the hit.
    """

    hit: NameHit
    words: str
    sentence: Span
    place: str
    entries: tuple[ListEntry, ...]


def mentioned_in(
    document: Document,
    passages: Sequence[Passage],
    index: NameIndex,
    authorities: frozenset[str] = frozenset(),
) -> tuple[Mentioned, ...]:
    """Give the listed names in the order of the text.

    Args:
        document: whose text is searched.
        passages: of the document, in order.
        index: of the lists in force.
        authorities: only names of these lists; empty: of all.
    """
    found = []
    for hit in index.find_in(document.text):
        entries = tuple(
            entry
            for entry in map(index.entry, hit.entries)
            if entry is not None and (not authorities or entry.authority in authorities)
        )
        if entries:
            around = next((p for p in passages if p.span.contains(hit.span)), None)
            sentence, place = (hit.span, "") if around is None else (around.span, around.locator)
            words = hit.span.of(document.text)
            found.append(Mentioned(hit, words, sentence, place, entries))
    return tuple(found)


def rests_on(one: Mentioned) -> str:
    """Say what a hit rests on: how the name is written, and what the lists say of it."""
    same = " ".join(one.words.casefold().split()) == " ".join(one.hit.name.casefold().split())
    told = ["as it is listed" if same else f"a spelling of {one.hit.name}"]
    kinds = (name_words(n) for e in one.entries for n in e.names if n.text == one.hit.name)
    told += dict.fromkeys(kinds)
    told += ["one word alone"] if len(one.words.split()) == 1 else []
    told += [f"borne by {len(one.entries)} entries"] if len(one.entries) > 1 else []
    return "; ".join(told)


def mentions_text(document: Document, found: Sequence[Mentioned]) -> str:
    """Give the hits with their sentences; weak ones last, under their own heading."""
    firm = [line for one in found if not one.hit.weak for line in _lines(document, one)]
    weak = [line for one in found if one.hit.weak for line in _lines(document, one)]
    heading = "Weak: names that the lists call low quality, and single common words"
    return "\n".join([*firm, *(["", heading, *weak] if weak else [])])


def _lines(document: Document, one: Mentioned) -> Iterator[str]:
    entries = "; ".join(f"{entry.name} ({entry.id})" for entry in one.entries)
    yield f"{one_line(one.words)} → {entries}"
    yield f"      {quote(one_line(one.sentence.of(document.text)))}"
    yield f"      {', '.join(filter(None, (one.place, rests_on(one))))}"


def mentions_json(document: Document, found: Sequence[Mentioned]) -> JsonObject:
    """Give the hits; offsets are code points of the document's text, half open."""
    return {
        "document": {"id": document.id, "title": document.title, "locator": document.locator},
        "hits": [_shape(document, one) for one in found if not one.hit.weak],
        "weak": [_shape(document, one) for one in found if one.hit.weak],
    }


def _shape(document: Document, one: Mentioned) -> JsonObject:
    start, end = one.sentence.start, one.sentence.end
    return {
        "start": one.hit.span.start,
        "end": one.hit.span.end,
        "text": one.words,
        "name": one.hit.name,
        "type": one.hit.type.value,
        "sentence": {"start": start, "end": end, "text": one.sentence.of(document.text)},
        "place": one.place or None,
        "entries": [
            {"entry": entry.id, "list": entry.authority, "name": entry.name}
            for entry in one.entries
        ],
        "rests_on": rests_on(one),
        "weak": one.hit.weak,
    }
