"""How much: which figure of a sentence measures what a trigger says."""

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import clause_head
from sayso.extract.propositions.fillers import Filler
from sayso.extract.reading import Reading
from sayso.model.claims import Quantity
from sayso.model.ids import Span
from sayso.model.vocabulary import MentionKind, Predicate

_HYPHENS: Final = frozenset({"-", "‑", "–"})
#: What a sum of money in its clause may measure.
_OF_MONEY: Final = frozenset(
    {Predicate.TRANSFER, Predicate.SUPPORTS, Predicate.ACQUIRED, Predicate.SEEKS, Predicate.HOLDS}
    | {Predicate.OWNS, Predicate.SEIZURE, Predicate.DESIGNATION, Predicate.OTHER, Predicate.PLAN}
)


def quantity_of(
    reading: Reading,
    trigger: Token,
    predicate: Predicate,
    fillers: Sequence[Filler],
    beside: Iterable[Filler] = (),
) -> Quantity | None:
    """Give the first figure that measures the trigger or one of its parties.

    Args:
        reading: of the trigger's sentence.
        trigger: the word that carries the predicate.
        predicate: a sum of money anywhere in the clause measures only what money is part of.
        fillers: the trigger's parties.
        beside: others of the same lists; a figure of theirs measures nothing else.
    """
    parties = {f.head.index for f in fillers}
    heads = parties | {trigger.index}
    others = {f.head.index for f in beside} - parties
    for quantity in reading.quantities:
        if _is_of_a_name(reading, quantity.span):
            continue
        measured = _measured(reading.sentence, quantity.span)
        if measured & others:
            continue
        if measured & heads:
            return quantity
        if predicate in _OF_MONEY and _is_sum_beside(reading.sentence, quantity, trigger):
            return quantity
    return None


def _is_sum_beside(sentence: Sentence, quantity: Quantity, trigger: Token) -> bool:
    """Say whether a figure is a sum of money in a trigger's clause, wherever it hangs there."""
    if quantity.unit is None or not quantity.unit.isupper():
        return False
    head = sentence.head_of(quantity.span)
    return head is not None and clause_head(sentence, head) == clause_head(sentence, trigger)


def _is_of_a_name(reading: Reading, span: Span) -> bool:
    """Say whether a figure is part of a time, a name or a word: "31 May", "Communiqué 31"."""
    times = (t.span for t in reading.times)
    names = (m.span for m in reading.mentions if m.kind is MentionKind.NAME)
    inside = any(t.overlaps(span) for t in times) or any(
        n.start < span.start and n.contains(span) for n in names
    )
    after_it = span.end - reading.sentence.passage.span.start
    return inside or reading.text[after_it : after_it + 1] in _HYPHENS  # "a 48-page report"


def _measured(sentence: Sentence, span: Span) -> set[int]:
    """Give the indices of the words that a figure may measure: itself, and the nouns above it."""
    found: set[int] = set()
    head = sentence.head_of(span)
    while head is not None:
        found.add(head.index)
        above = sentence.head(head)
        if head.dep not in {"nummod", "compound", "nmod", "quantmod", "amod"} or above == head:
            break
        head = above
    if head is not None and head.dep in {"npadvmod", "dobj", "attr"}:
        found.add(sentence.head(head).index)
    return found
