"""Which words carry which predicate in the encoder's eyes, and which mentions fill its roles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.encoder.heads import PREDICATES, ROLES
from sayso.extract.encoder.scores import Scores
from sayso.model.ids import Span
from sayso.model.vocabulary import Predicate

#: A piece less likely than this carries nothing.
LEAST: Final = 0.1


@dataclass(frozen=True, slots=True)
class Carried:
    """A trigger with its predicate.

    Attributes:
        sure: how likely it carries the predicate, 0 to 1.
        fillers: for each role, how likely each candidate span fills it, the likeliest first.
    """

    trigger: Span
    predicate: Predicate
    sure: float
    fillers: Mapping[str, tuple[tuple[Span, float], ...]]


def carried_in(scores: Scores, sentence: Span, candidates: Sequence[Span]) -> Iterator[Carried]:
    """Give the triggers of a sentence that the window answers for, by predicate and place.

    Args:
        scores: of the window.
        sentence: its span in the document.
        candidates: spans of mentions, places and times that may fill a role.
    """
    likely = scores.yes("trigger")
    own = [n for n in scores.answered() if sentence.contains(scores.pieces[n])]
    spans = [(c, place) for c in candidates if (place := scores.within(c))]
    for number, predicate in enumerate(PREDICATES):
        for run in _runs([n for n in own if likely[n, number] >= LEAST]):
            fillers = {role: _likeliest(scores, f"trigger>{role}", run, spans) for role in ROLES}
            yield Carried(
                Span(scores.pieces[run.start].start, scores.pieces[run.stop - 1].end),
                predicate,
                float(likely[run.start : run.stop, number].max()),
                fillers,
            )


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    """Give the stretches of neighbouring numbers."""
    start = 0
    for n in range(1, len(numbers) + 1):
        if n == len(numbers) or numbers[n] != numbers[n - 1] + 1:
            yield range(numbers[start], numbers[n - 1] + 1)
            start = n


def _likeliest(
    scores: Scores, name: str, trigger: range, spans: Sequence[tuple[Span, range]]
) -> tuple[tuple[Span, float], ...]:
    """Give the candidates with how likely they answer a trigger, the likeliest first."""
    if not spans:
        return ()
    likely = scores.pairs(name, [trigger], [place for _, place in spans])[0]
    rated = [(span, float(p)) for (span, _), p in zip(spans, likely, strict=True)]
    return tuple(sorted(rated, key=lambda one: (-one[1], one[0])))
