"""Names, what relates them, and whom words mean, in the encoder's eyes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.encoder.heads import NAMED, RELATIONS, SYMMETRIC
from sayso.extract.encoder.scores import Numbers, Scores
from sayso.model.ids import Span

#: From here on a relation is taken to hold.
HOLDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Named:
    """A name, number or time of one of the ten kinds, with how likely it is, 0 to 1."""

    span: Span
    kind: str
    sure: float


@dataclass(frozen=True, slots=True)
class Related:
    """A relation from one span to another; where it is mutual their order means nothing."""

    relation: str
    one: Span
    other: Span
    sure: float


def named_in(scores: Scores) -> Iterator[Named]:
    """Give the names that begin in what a window answers for, in order; none inside another."""
    answered = set(scores.answered())
    for run, kind, sure in scores.labelled("names"):
        if run.start in answered:
            span = Span(scores.pieces[run.start].start, scores.pieces[run.stop - 1].end)
            yield Named(span, NAMED[kind], sure)


def related_in(scores: Scores, spans: Sequence[Span]) -> Iterator[Related]:
    """Give the relations between spans whose first is in what a window answers for.

    Args:
        scores: of the window.
        spans: those that may be related, in order.
    """
    places = [(span, scores.within(span)) for span in spans]
    known = [(span, run) for span, run in places if run]
    runs = [run for _, run in known]
    for relation in RELATIONS if len(known) > 1 else ():
        likely = scores.pairs(relation, runs, runs, mutual=relation in SYMMETRIC)
        yield from _holding(scores, relation, known, likely)


def _holding(
    scores: Scores, relation: str, known: Sequence[tuple[Span, range]], likely: Numbers
) -> Iterator[Related]:
    """Give the pairs of which one relation is likely."""
    for n, (one, _) in enumerate(known):
        for k, (other, _) in enumerate(known):
            twice = n == k or (relation in SYMMETRIC and k < n)
            if not twice and likely[n, k] >= HOLDS and scores.judged.contains(one):
                yield Related(relation, one, other, float(likely[n, k]))


def meant_in(scores: Scores, words: Span, candidates: Sequence[Span]) -> list[float]:
    """Give how likely words mean the same as each candidate, 0 to 1; 0 for one out of sight."""
    own = scores.within(words)
    found = [scores.within(span) for span in candidates]
    seen = [run for run in found if run]
    if not own or not seen:
        return [0.0] * len(found)
    likely = iter(scores.pairs("mention>antecedent", [own], seen)[0])
    return [float(next(likely)) if run else 0.0 for run in found]
