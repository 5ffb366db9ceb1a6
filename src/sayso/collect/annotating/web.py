"""W3C Web Annotations as claims: both selectors must find the same words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from sayso.collect.collector import Hints
from sayso.collect.neighbours.binding import bound_by_words
from sayso.collect.neighbours.pages import USUAL_CONFIDENCE, Imported, Site, Told, assemble
from sayso.collect.neighbours.parties import Ground, Party
from sayso.collect.neighbours.sound import (
    Json,
    json_of,
    objects_in,
    span_in,
    text_of,
    texts,
    words,
)
from sayso.errors import BadInput, Ungrounded
from sayso.model.clocks import Stretch
from sayso.model.documents import Intake
from sayso.model.ids import DocumentId, Span
from sayso.model.vocabulary import (
    EntityType,
    Factuality,
    Modality,
    Realis,
    SourceKind,
)

TOOL: Final = "Web Annotation"
_OURS: Final = "sayso:"
#: No figure of a text is larger.
_MOST: Final = 1e18
_COMMENT: Final = "comment"


def read_annotations(
    content: bytes, place: str, ground_of: Callable[[str], Ground | None]
) -> list[Imported]:
    """Give the documents with the annotations on them, in the order of the first on each.

    Args:
        content: of the file: an annotation page, a list of annotations, or one.
        place: its name, for errors.
        ground_of: gives the document that an annotation's source names; None for one not here.

    Raises:
        BadInput: it is truncated or no JSON, or none of it is on a document that is here.
    """
    grounds: dict[str, Ground | None] = {}
    told: dict[DocumentId, list[Told]] = {}
    refused: dict[DocumentId | None, list[str]] = {None: []}
    for number, one in enumerate(_annotations(json_of(text_of(content, place), place)), start=1):
        where, source = f"{place}, annotation {number}", _source(one)
        if source not in grounds:
            grounds[source] = ground_of(source)
        ground = grounds[source]
        if ground is None:
            refused[None].append(
                f"{where}: it is on another document, which is not here: {source[:80]}"
            )
            continue
        key = ground.intake.document.id
        try:
            told.setdefault(key, []).append(_told(one, ground.intake, where))
        except (BadInput, ValueError) as bad:
            refused.setdefault(key, []).append(f"{where}: {bad}")
    here = {g.intake.document.id: g for g in grounds.values() if g is not None}
    if not here:
        raise BadInput(
            f"{place}: annotations need --text FILE, the document that they are on: none is on "
            "one that is held"
        )
    found = [assemble(g, told.get(k, ()), TOOL, refused.get(k, ())) for k, g in here.items()]
    return [replace(found[0], refused=(*found[0].refused, *refused[None])), *found[1:]]


def stated_in(content: bytes, place: str, document: DocumentId, hints: Hints) -> Hints:
    """Add to what a person says of a document what annotations of ours say of it.

    Raises:
        BadInput: they are truncated or no JSON.
    """
    told = _annotations(json_of(text_of(content, place), place))
    target = next((t for t in map(_targeted, told) if t.get("id") == f"urn:{document}"), {})

    def said(name: str) -> str | None:
        return words(target.get(f"{_OURS}{name}")) or None

    basis = said("lawful_basis") or words(target.get("rights"))
    binding = {"handling": said("handling"), "licence or ground": basis, "notice": said("notice")}
    return replace(
        bound_by_words(hints, (f"{name}: {one}" for name, one in binding.items() if one)),
        title=hints.title or said("title"),
        publisher=hints.publisher or said("publisher"),
        published=hints.published or _date(said("published")),
    )


def _date(told: str | None) -> str | None:
    return told if told and Stretch.of(told) is not None else None


def _targeted(one: Json) -> Json:
    """Give what an annotation tells of its document; nothing where it only names it."""
    target = next(iter(objects_in(one.get("target"))), {})
    source = target.get("source")
    return source if isinstance(source, dict) else {}


def _annotations(told: object) -> list[Json]:
    if isinstance(told, dict):
        first = told.get("first")
        page = first if isinstance(first, dict) else told
        held = next((page[name] for name in ("items", "rows") if name in page), told)
        return objects_in(held)
    return objects_in(told)


def _source(one: Json) -> str:
    """Give what an annotation names as its document: an IRI; "" for none."""
    target = one.get("target")
    first = next(iter(objects_in(target)), {})
    source = first.get("source", first.get("id")) if first else target
    return words(source.get("id")) if isinstance(source, dict) else words(source)


def _told(one: Json, intake: Intake, place: str) -> Told:
    target = next(iter(objects_in(one.get("target"))), {})
    span = _place(target, intake.document.text)
    ours = next((b for b in objects_in(one.get("body")) if f"{_OURS}predicate" in b), None)
    if ours is None:
        return Told(place=place, content=span, predicate=_label(one), parties=())
    return _claim(ours, span, place)


def _label(one: Json) -> str:
    """Give what a plain annotation says of its words: its text, a tag, or else why it was made."""
    bodies = [words(body.get("value")) for body in objects_in(one.get("body"))]
    said = (*bodies, words(one.get("text")), *texts(one.get("tags")), words(one.get("motivation")))
    return next((told for told in said if told), _COMMENT)


def _place(target: Json, text: str) -> Span:
    """Give where an annotation stands; the position must have the quoted words, if both are there.

    Raises:
        Ungrounded: it has no place, or the text has other words there, or has them twice.
    """
    selectors = objects_in(target.get("selector"))
    spans = (span_in(s) for s in selectors if s.get("type") == "TextPositionSelector")
    quotes = (s for s in selectors if s.get("type") == "TextQuoteSelector")
    span, quote = next(iter(spans), None), next(iter(quotes), None)
    if quote is None:
        if span is None or span.end > len(text):
            raise Ungrounded("it has no place in the text")
        return span
    exact = quote.get("exact")
    if not isinstance(exact, str) or not exact:
        raise Ungrounded("it quotes nothing")
    before, after = (quote.get(name) for name in ("prefix", "suffix"))
    lead, rest = (part if isinstance(part, str) else "" for part in (before, after))
    if span is None:
        return _quoted(text, exact, lead, rest)
    if text[span.start : span.end] == exact:
        return span
    if not lead + rest:
        raise Ungrounded(f"at {span.start} the text has other words than it quotes")
    # Tools count in UTF-16 units, or in the text of a page: what stands around is told too.
    return _quoted(text, exact, lead, rest)


def _quoted(text: str, exact: str, lead: str, rest: str) -> Span:
    """Find the one place of a quotation between what stands before and after it."""
    found = text.find(lead + exact + rest)
    if found < 0 or text.find(lead + exact + rest, found + 1) >= 0:
        raise Ungrounded("the words that it quotes stand nowhere in the text, or more than once")
    return Span(found + len(lead), found + len(lead) + len(exact))


def _claim(body: Json, content: Span, place: str) -> Told:
    """Give a claim as we export it, every part with its place.

    Raises:
        ValueError: a word is not of our vocabulary.
    """

    def part(name: str) -> object:
        return body.get(f"{_OURS}{name}")

    time, site = part("time"), part("place")
    return Told(
        place=place,
        content=content,
        predicate=words(part("predicate")),
        kind=words(part("kind")) or None,
        parties=tuple(_parties(part("arguments"))),
        speakers=tuple(_speakers(part("speakers"))),
        pieces=tuple(span for one in objects_in(part("pieces")) if (span := span_in(one))),
        trigger=span_in(part("trigger")),
        cue=span_in(part("cue")),
        factuality=Factuality(words(part("factuality")) or Factuality.CERTAIN),
        modality=Modality(words(part("modality"))) if part("modality") else None,
        realis=Realis(words(part("realis")) or Realis.ACTUAL),
        direct_quote=part("direct_quote") is True,
        confidence=_confidence(part("confidence")),
        time=_spanned(time, "edtf"),
        site=_site(site),
        figure=_figure(part("quantity")),
    )


def _spanned(value: object, name: str) -> tuple[str | None, Span] | None:
    span = span_in(value)
    if span is None or not isinstance(value, dict):
        return None
    return words(value.get(name)) or None, span


def _site(value: object) -> Site | None:
    span = span_in(value)
    if span is None or not isinstance(value, dict):
        return None
    told = (words(value.get(name)) or None for name in ("code", "level", "country", "name"))
    return Site(span, *told)


def _figure(
    value: object,
) -> tuple[tuple[float | None, float | None, float | None], Span] | None:
    span = span_in(value)
    if span is None or not isinstance(value, dict):
        return None
    minimum, maximum, exact = (_number(value.get(name)) for name in ("min", "max", "figure"))
    return (minimum, maximum, exact), span


def _confidence(value: object) -> float:
    found = _number(value)
    return found if found is not None and 0 <= found <= 1 else USUAL_CONFIDENCE


def _number(value: object) -> float | None:
    """Give a number that can be kept; None for none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _MOST else None


def _parties(value: object) -> Iterator[tuple[str, Party]]:
    for one in objects_in(value):
        yield words(one.get("role")), _party(one)


def _speakers(value: object) -> Iterator[tuple[SourceKind, Party]]:
    for one in objects_in(value):
        yield SourceKind(words(one.get("kind"))), _party(one)


def _party(one: Json) -> Party:
    behind = one.get("speaks_for")
    named = _named(one)
    return replace(named, speaks_for=_named(behind)) if isinstance(behind, dict) else named


def _named(one: Json) -> Party:
    """Give a party; what has no type is told in words alone."""
    told = words(one.get("type"))
    return Party(words(one.get("name")), EntityType(told) if told else None, span_in(one))
