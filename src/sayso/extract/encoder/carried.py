"""Which words carry which predicate in the encoder's eyes, and what fills its roles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sayso.extract.encoder.heads import PREDICATES, ROLES
from sayso.extract.encoder.scores import Numbers, Scores
from sayso.model.ids import Span
from sayso.model.vocabulary import Predicate

#: A piece less likely than this carries nothing.
LEAST: Final = 0.1


#: The kind of a time, and of words that are no mention.
NO_MENTION: Final = ("times", "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may fill a role: a mention with its type, or a time; `kind` as in `heads.KINDS`."""

    span: Span
    kind: tuple[str, str]


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


def carried_in(
    scores: Scores, sentences: Iterable[tuple[Span, Sequence[Candidate]]]
) -> Iterator[tuple[Span, tuple[Carried, ...]]]:
    """Give each sentence with its triggers, by predicate and place.

    Args:
        scores: of the window that answers for the sentences.
        sentences: their spans, with the mentions, places and times that may fill a role.
    """
    answered = scores.answered()
    asked: list[_Asked] = []
    for sentence, candidates in sentences:
        own = [n for n in answered if sentence.contains(scores.pieces[n])]
        spans = [(c, place) for c in candidates if (place := scores.within(c.span))]
        asked.append(_Asked(sentence, [*_triggers(scores, own)], spans))
    likely = scores.links(
        [
            ((trigger.run, ("trigger", trigger.predicate)), (place, candidate.kind))
            for one in asked
            for trigger in one.triggers
            for candidate, place in one.spans
        ]
    )
    at = 0
    for one in asked:
        carried: list[Carried] = []
        for trigger in one.triggers:
            may = [candidate.span for candidate, _ in one.spans]
            fillers = {role: _likeliest(may, likely[role][at : at + len(may)]) for role in ROLES}
            carried.append(Carried(trigger.span, trigger.predicate, trigger.sure, fillers))
            at += len(may)
        yield one.sentence, tuple(carried)


class _Trigger(NamedTuple):
    """A stretch of pieces that carries a predicate, how surely, and its span in the document."""

    run: range
    predicate: Predicate
    sure: float
    span: Span


class _Asked(NamedTuple):
    """A sentence with its triggers, and the candidates with their pieces."""

    sentence: Span
    triggers: Sequence[_Trigger]
    spans: Sequence[tuple[Candidate, range]]


def _triggers(scores: Scores, own: Sequence[int]) -> Iterator[_Trigger]:
    """Give the triggers among the pieces of a sentence."""
    likely = scores.yes("trigger")
    for number, predicate in enumerate(PREDICATES):
        for run in _runs([n for n in own if likely[n, number] >= LEAST]):
            span = Span(scores.pieces[run.start].start, scores.pieces[run.stop - 1].end)
            yield _Trigger(run, predicate, float(likely[run.start : run.stop, number].max()), span)


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    """Give the stretches of neighbouring numbers."""
    start = 0
    for n in range(1, len(numbers) + 1):
        if n == len(numbers) or numbers[n] != numbers[n - 1] + 1:
            yield range(numbers[start], numbers[n - 1] + 1)
            start = n


def _likeliest(spans: Sequence[Span], likely: Numbers) -> tuple[tuple[Span, float], ...]:
    """Give candidates with how likely they fill a role, the likeliest first."""
    rated = [(span, float(p)) for span, p in zip(spans, likely, strict=True)]
    return tuple(sorted(rated, key=lambda one: (-one[1], one[0])))


def likeliest_at(carried: Sequence[Carried], predicate: Predicate, words: Span) -> Carried | None:
    """Give the likeliest trigger of a predicate at some words, or None."""
    heard = [c for c in carried if c.predicate is predicate and c.trigger.overlaps(words)]
    return max(heard, key=lambda c: c.sure, default=None)
