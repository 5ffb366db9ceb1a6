"""Whom words mean: a pronoun by the encoder, all mentions by the product's entities."""

from typing import Final

from bench.engines.product import at_once, extraction
from sayso.extract.encoder.marked import same_in
from sayso.model.ids import Span

#: A name that is less likely than this is not meant.
LEAST: Final = 0.1


def meant(text: str, pronoun: tuple[int, int], names: tuple[tuple[int, int], ...]) -> int | None:
    """Give the number of the name that a pronoun most likely means; None: none is likely."""
    scores = at_once(text)
    likely = [same_in(scores, Span(*pronoun), Span(*name)) for name in names]
    best = max(range(len(names)), key=likely.__getitem__)
    return best if likely[best] >= LEAST else None


def clusters_of(text: str) -> list[list[tuple[int, int]]]:
    """Give the mentions of each entity of a text, in order of appearance."""
    return [[(m.span.start, m.span.end) for m in e.mentions] for e in extraction(text).entities]
