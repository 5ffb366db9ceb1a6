"""Whom words mean, from the mentions of the product's entities."""

from bench.engines.product import extraction
from sayso.model.claims import DocumentEntity
from sayso.model.ids import Span


def meant(text: str, pronoun: tuple[int, int], names: tuple[tuple[int, int], ...]) -> int | None:
    """Give the number of the name that a pronoun means, or None; one that means both means none.

    A name means the pronoun's entity where one of the entity's mentions lies in it or around it.
    """
    own = _at(text, pronoun)
    if own is None:
        return None
    spans = [mention.span for mention in own.mentions]
    hit = [n for n, name in enumerate(names) if any(_nested(Span(*name), s) for s in spans)]
    return hit[0] if len(hit) == 1 else None


def clusters_of(text: str) -> list[list[tuple[int, int]]]:
    """Give the mentions of each entity of a text, in order of appearance."""
    return [[(m.span.start, m.span.end) for m in e.mentions] for e in extraction(text).entities]


def _at(text: str, span: tuple[int, int]) -> DocumentEntity | None:
    """Give the entity that has a mention at a span."""
    wanted = Span(*span)
    entities = extraction(text).entities
    return next((e for e in entities if any(m.span == wanted for m in e.mentions)), None)


def _nested(one: Span, other: Span) -> bool:
    """Say whether one span lies in the other."""
    return one.contains(other) or other.contains(one)
