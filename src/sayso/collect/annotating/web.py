"""W3C Web Annotations as claims: both selectors must find the same words."""

from collections.abc import Iterator
from typing import Final

from sayso.collect.neighbours.pages import USUAL_CONFIDENCE, Imported, Told, assemble
from sayso.collect.neighbours.parties import Party
from sayso.collect.neighbours.sound import (
    Json,
    json_of,
    objects_in,
    span_in,
    text_of,
    words,
)
from sayso.errors import BadInput, Ungrounded
from sayso.model.documents import Intake
from sayso.model.ids import Span
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


def read_annotations(content: bytes, place: str, intake: Intake) -> Imported:
    """Give a document with the annotations on it; those on other documents are refused.

    Args:
        content: of the file: an annotation page, a list of annotations, or one.
        place: its name, for errors.
        intake: the document whose text they are on.

    Raises:
        BadInput: it is truncated or no JSON.
    """
    told: list[Told] = []
    refused: list[str] = []
    for number, one in enumerate(_annotations(json_of(text_of(content, place), place)), start=1):
        where = f"{place}, annotation {number}"
        try:
            told.append(_told(one, intake, where))
        except (BadInput, ValueError) as bad:
            refused.append(f"{where}: {bad}")
    return assemble(intake, told, TOOL, refused)


def _annotations(told: object) -> list[Json]:
    if isinstance(told, dict):
        first = told.get("first")
        page = first if isinstance(first, dict) else told
        return objects_in(page["items"]) if "items" in page else [told]
    return objects_in(told)


def _told(one: Json, intake: Intake, place: str) -> Told:
    target = next(iter(objects_in(one.get("target"))), {})
    source = target.get("source")
    named = words(source.get("id")) if isinstance(source, dict) else words(source)
    is_other = named.startswith("urn:sha256:") and named != f"urn:{intake.document.id}"
    if is_other:
        raise BadInput("it is on another document")
    span = _place(target, intake.document.text)
    ours = next((b for b in objects_in(one.get("body")) if f"{_OURS}predicate" in b), None)
    if ours is None:
        return Told(place=place, content=span, predicate=_label(one), parties=())
    return _claim(ours, span, place)


def _label(one: Json) -> str:
    """Give what a plain annotation says of its words: its text, or else why it was made."""
    bodies = objects_in(one.get("body"))
    said = [told for body in bodies if (told := words(body.get("value")))]
    return next(iter((*said, words(one.get("motivation")))), "") or _COMMENT


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
    if span is not None:
        if text[span.start : span.end] != exact:
            raise Ungrounded(f"at {span.start} the text has other words than it quotes")
        return span
    return _quoted(text, exact, quote)


def _quoted(text: str, exact: str, quote: Json) -> Span:
    before, after = (quote.get(name) for name in ("prefix", "suffix"))
    lead, rest = (part if isinstance(part, str) else "" for part in (before, after))
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
        site=_spanned(site, "code"),
        figure=_figure(part("quantity")),
    )


def _spanned(value: object, name: str) -> tuple[str | None, Span] | None:
    span = span_in(value)
    if span is None or not isinstance(value, dict):
        return None
    return words(value.get(name)) or None, span


def _figure(
    value: object,
) -> tuple[tuple[float | None, float | None, float | None], Span] | None:
    span = span_in(value)
    if span is None or not isinstance(value, dict):
        return None
    minimum, maximum, exact = (_number(value.get(name)) for name in ("min", "max", "exact"))
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
    kind = EntityType(words(one.get("type")) or EntityType.ORGANISATION)
    return Party(words(one.get("name")), kind, span_in(one))
