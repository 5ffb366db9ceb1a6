"""Names, what relates them, and whom words mean, in the encoder's eyes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from sayso.extract.encoder.heads import NAMED, NEAR, RELATIONS, SYMMETRIC
from sayso.extract.encoder.scores import Scores
from sayso.model.ids import Span

#: An earlier mention less likely meant than this is left out.
LEAST: Final = 0.02


@dataclass(frozen=True, slots=True)
class Named:
    """A name, number or time of one of the ten kinds, with how likely it is, 0 to 1."""

    span: Span
    kind: str
    sure: float = 1.0


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


def meant_in(
    scores: Scores, mentions: Sequence[Span]
) -> Iterator[tuple[Span, tuple[tuple[Span, float], ...]]]:
    """Give each mention that a window answers for with the earlier ones that it may mean.

    Each comes with how likely it is the one; what is left to 1 is that nobody earlier is meant.

    Args:
        scores: of the window.
        mentions: that begin in it, in order.
    """
    answered, seen = set(scores.answered()), scores.seen
    held = [(m, run) for m in mentions if seen.contains(m) and (run := scores.within(m))]
    if not held:
        return
    earlier = scores.earlier("mention>antecedent", [run for _, run in held])
    for (mention, run), likely in zip(held, earlier, strict=True):
        if run.start in answered:
            chosen = (
                (other, sure)
                for (other, _), sure in zip(held, likely, strict=False)
                if sure >= LEAST
            )
            yield mention, tuple(chosen)


def related_in(scores: Scores, named: Sequence[Named]) -> Iterator[tuple[str, Span, Span, float]]:
    """Give (relation, first, second, how likely) of each two names that a window holds.

    A pair is asked where the later of the two begins in what the window answers for. A relation
    that holds in both directions is given once, the earlier name first.
    """
    answered, seen = set(scores.answered()), scores.seen
    runs = [(one, scores.within(one.span)) for one in named if one.kind in NAMED]
    held = [(one, run) for one, run in runs if run and seen.contains(one.span)]
    pairs = [
        (one, other)
        for one, other in permutations(held, 2)
        if max(one[1].start, other[1].start) in answered
        and abs(one[1].start - other[1].start) <= NEAR
    ]
    likely = scores.links(
        [((a, ("names", one.kind)), (b, ("names", other.kind))) for (one, a), (other, b) in pairs]
    )
    number = {(one.span, other.span): n for n, ((one, _), (other, _)) in enumerate(pairs)}
    for relation in RELATIONS:
        for (first, second), n in number.items():
            sure = float(likely[relation][n])
            if relation not in SYMMETRIC:
                yield relation, first, second, sure
            elif first < second:
                back = float(likely[relation][number[second, first]])
                yield relation, first, second, (sure + back) / 2
