"""Names, and whom words mean, in the encoder's eyes."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.encoder.heads import NAMED
from sayso.extract.encoder.scores import Scores
from sayso.model.ids import Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name, number or time of one of the ten kinds, with how likely it is, 0 to 1."""

    span: Span
    kind: str
    sure: float


def named_in(scores: Scores) -> Iterator[Named]:
    """Give the names that begin in what a window answers for, in order; none inside another."""
    answered = set(scores.answered())
    for run, kind, sure in scores.labelled("names"):
        if run.start in answered:
            span = Span(scores.pieces[run.start].start, scores.pieces[run.stop - 1].end)
            yield Named(span, NAMED[kind], sure)


def same_in(scores: Scores, one: Span, other: Span) -> float:
    """Give how likely two spans mean the same, 0 to 1, whichever stands first; 0 out of sight."""
    runs = [scores.within(one), scores.within(other)]
    if not all(runs):
        return 0.0
    likely = scores.pairs("mention>antecedent", runs, runs)
    return float(max(likely[0, 1], likely[1, 0]))
