"""The document that tells of a state: one that is held, with its very words, or one named only."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from sayso.model.documents import Passage
from sayso.model.findings import Record
from sayso.model.ids import Span
from sayso.model.oversight import Proof
from sayso.states.records.values import Unfit

#: Places that the same words are looked for at, at most.
_MOST_PLACES: Final = 50


def named_proof(title: str, locator: str, quote: str, address: str | None) -> Proof:
    """Give the proof of a document that is not held: its words are taken on trust."""
    return Proof(document=None, title=title, locator=locator, text=quote, address=address)


def held_proof(record: Record, locator: str, quote: str, address: str | None) -> Proof:
    """Give the proof of a document that is held; where words are quoted, from their place in it.

    Raises:
        Unfit: the words do not stand in it, or not at that place.
    """
    document = record.document
    text = quote
    if quote:
        span, locator = _place_of(record, locator, quote)
        text = span.of(document.text)
    published = document.locator if document.locator.startswith(("http:", "https:")) else None
    return Proof(
        document=document.id,
        title=document.name,
        locator=locator,
        text=text,
        address=address or published,
    )


def _place_of(record: Record, locator: str, quote: str) -> tuple[Span, str]:
    """Give where words stand, by a place that is named or else by the first that there is."""
    spans = tuple(islice(_spans(record.document.text, quote), _MOST_PLACES))
    if not spans:
        step = "quote it as `sayso show` has it, or leave the quote out"
        raise Unfit(f"these words do not stand in “{record.document.name}”", step)
    places = [(span, _passage_at(record.passages, span)) for span in spans]
    named = [(span, passage) for span, passage in places if _is_there(passage, locator)]
    if not named:
        at = places[0][1]
        stands = "in no paragraph" if at is None else f"at {at.locator}"
        raise Unfit(f"these words do not stand at {locator!r}", f"they stand {stands}")
    span, passage = named[0]
    return span, locator or ("" if passage is None else passage.locator)


def _spans(text: str, quote: str) -> Iterator[Span]:
    """Find words in a text, however its lines are broken."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    return (Span(*found.span()) for found in re.finditer(pattern, text))


def _passage_at(passages: tuple[Passage, ...], span: Span) -> Passage | None:
    return next((p for p in passages if p.span.start <= span.start < p.span.end), None)


def _is_there(passage: Passage | None, locator: str) -> bool:
    """Say whether a passage lies at a place that a person names: "p. 3" is "p. 3, para. 12"."""
    if not locator:
        return True
    at = "" if passage is None else passage.locator.casefold()
    return at == locator.casefold() or at.startswith(f"{locator.casefold()},")
