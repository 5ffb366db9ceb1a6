"""Who says what, from the product's attributions of a whole text."""

from collections.abc import Iterator
from typing import Final

from bench.engines.product import intake
from bench.polnear import Attributed, Pieces
from sayso.extract.attributions.attributed import Spans
from sayso.extract.attributions.find import find_attributions, outermost
from sayso.extract.attributions.page import quotations
from sayso.extract.parsing.parse import parse
from sayso.model.vocabulary import PassageKind

_READ: Final = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})


def attributions_of(text: str) -> Iterator[Attributed]:
    """Give the attributions of a text that are its own: PolNeAR marks none inside another."""
    _, passages = intake(text)
    sentences = tuple(parse([p for p in passages if p.kind in _READ]))
    for one in outermost(find_attributions(text, sentences), quotations(text)):
        yield Attributed(_pieces(one.source), _pieces(one.cue), _pieces(one.content))


def _pieces(spans: Spans) -> Pieces:
    return tuple((span.start, span.end) for span in spans)
