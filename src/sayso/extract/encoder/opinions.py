"""What a second reader thinks of words, and what it holds against a claim of the rules."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.encoder.scores import Scores
from sayso.model.claims import Claim, Refusal
from sayso.model.ids import Span
from sayso.model.vocabulary import Predicate

#: From here on what is narrated is taken for somebody else's word, and what is so for not so.
#: Chosen on articles of `corpus/dev` that a reader trained on the others had not seen.
SOURCED: Final = 0.3
NOT_SO: Final = 0.3
#: The same for denials and rejections: they speak for the accused, and are not given up lightly.
ANSWERED: Final = 0.95

UNHEARD: Final = "somebody says so, but it is not clear who"
DOUBTED: Final = "it is not clear whether that is said to be so"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second reader thinks of the words at a span of the text.

    Attributes:
        sourced: how likely somebody else than the narrator says what they tell, 0 to 1.
        not_so: how likely it is told as denied or left open, 0 to 1.
    """

    span: Span
    sourced: float
    not_so: float


def opinions_in(scores: Scores) -> Iterator[Opinion]:
    """Give the opinions on the words that a window answers for, in order."""
    sourced, so = scores.yes("voice")[:, 0], scores.choice("stance")[:, 0]
    for n in scores.answered():
        yield Opinion(scores.pieces[n], float(sourced[n]), float(1 - so[n]))


def objection(claim: Claim, opinions: Sequence[Opinion], *, by_author: bool) -> str | None:
    """Give what the opinions on its trigger hold against a claim, or None.

    Only what would be unfair counts: a source lost, or a denial or doubt lost.

    Args:
        claim: of the rules.
        opinions: on the words of its document, in order.
        by_author: the rules heard that the text's own author says it, so that no source is lost.
    """
    opinion = opinion_on(claim, opinions)
    if opinion is None:
        return None
    rejects = claim.proposition.predicate is Predicate.ACCUSATION
    denies = claim.factuality.stance == "-"
    alone = len(claim.source_chain) == 1 and not by_author
    if alone and opinion.sourced > (ANSWERED if denies else SOURCED):
        return UNHEARD
    if claim.factuality.stance == "+" and opinion.not_so > (ANSWERED if rejects else NOT_SO):
        return DOUBTED
    return None


def opinion_on(claim: Claim, opinions: Sequence[Opinion]) -> Opinion | None:
    """Give the mean opinion on the trigger of a claim; None where there is none.

    Args:
        claim: of the document.
        opinions: on its words, in order.
    """
    on_it = [o for o in _within(opinions, claim.sentence) if o.span.overlaps(claim.trigger)]
    if not on_it:
        return None
    sourced, not_so = _mean(o.sourced for o in on_it), _mean(o.not_so for o in on_it)
    return Opinion(claim.trigger, sourced, not_so)


def _within(opinions: Sequence[Opinion], span: Span) -> Sequence[Opinion]:
    """Give the opinions on words that begin in a span."""
    first, end = (
        bisect_left(opinions, at, key=lambda o: o.span.start) for at in (span.start, span.end)
    )
    return opinions[first:end]


def _mean(numbers: Iterable[float]) -> float:
    """Give the mean of at least one number."""
    listed = list(numbers)
    return sum(listed) / len(listed)


def refusals(reasons: Iterable[str | None]) -> tuple[Refusal, ...]:
    """Count what was held against claims, by reason."""
    return Refusal.of(Counter(reason for reason in reasons if reason is not None))
