"""Which words carry which predicate in the encoder's eyes, and how sure that makes a claim."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.extract.encoder.heads import PREDICATES, ROLES
from sayso.extract.encoder.scores import Numbers, Scores
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import Predicate, Role

#: A piece less likely than this carries nothing.
LEAST: Final = 0.1
#: A claim of which the encoder finds the predicate or a party less likely than this is doubted. On
#: `corpus/dev`, 45 % of such claims are right, of the others 69 % (November 2026).
LIKELY: Final = 0.3
#: What that takes away from a claim's confidence, as a factor.
DOUBT: Final = 0.7


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
    scores: Scores, sentences: Iterable[tuple[Span, Sequence[Span]]]
) -> Iterator[tuple[Span, tuple[Carried, ...]]]:
    """Give each sentence with its triggers, by predicate and place.

    Args:
        scores: of the window that answers for the sentences.
        sentences: their spans, with those of mentions, places and times that may fill a role.
    """
    likely, answered = scores.yes("trigger"), scores.answered()
    for sentence, candidates in sentences:
        own = [n for n in answered if sentence.contains(scores.pieces[n])]
        yield sentence, tuple(_carried(scores, likely, own, candidates))


def _carried(
    scores: Scores, likely: Numbers, own: Sequence[int], candidates: Sequence[Span]
) -> Iterator[Carried]:
    """Give the triggers among the pieces of a sentence."""
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


def weighed(
    claim: Claim, carried: Sequence[Carried], entities: Mapping[EntityId, DocumentEntity]
) -> Claim:
    """Give a claim with less confidence where the encoder does not read it so.

    Args:
        claim: of the rules; one of the open class is left as it is.
        carried: the triggers of its sentence, as the encoder reads them.
        entities: of the document, by id.
    """
    unknown = claim.proposition.predicate is Predicate.OTHER
    if unknown or _likelihood(claim, carried, entities) >= LIKELY:
        return claim
    return replace(claim, confidence=round(claim.confidence * DOUBT, 2))


def _likelihood(
    claim: Claim, carried: Sequence[Carried], entities: Mapping[EntityId, DocumentEntity]
) -> float:
    """Give how likely the least likely of predicate, subject and object is, 0 to 1."""
    said = claim.proposition
    heard = [c for c in carried if c.predicate is said.predicate]
    own = max(
        (c for c in heard if c.trigger.overlaps(claim.trigger)),
        key=lambda c: c.sure,
        default=None,
    )
    if own is None:
        return 0.0
    parties = {role: said.entity(role) for role in (Role.SUBJECT, Role.OBJECT)}
    mentions = {
        role: {m.span for m in entities[entity].mentions}
        for role, entity in parties.items()
        if entity is not None and entity in entities
    }
    likely = [_filled(own.fillers[role.value], spans) for role, spans in mentions.items()]
    return min([own.sure, *likely])


def _filled(fillers: Iterable[tuple[Span, float]], spans: set[Span]) -> float:
    """Give how likely one of some spans fills a role."""
    return max((likely for span, likely in fillers if span in spans), default=0.0)
