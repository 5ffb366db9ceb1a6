"""Where, when and how much: what in a sentence belongs to one trigger."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sayso.extract.propositions.fillers import Filler
from sayso.extract.reading import Reading
from sayso.extract.sources.tree import CLAUSES, clause_head, described, is_infinitive, is_verbal
from sayso.extract.syntax import Sentence, Token
from sayso.model.claims import Mention, PlaceMention, Quantity, TimeMention
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, PlaceLevel

_WHERE: Final = frozenset(
    {"in", "at", "near", "across", "inside", "outside", "around", "throughout", "within", "on"}
    | {"along", "over", "between", "through", "into"}
)
#: What may stand between two places of one list.
_IN_A_LIST: Final = re.compile(
    r"^\s*(?:provinces?|districts?)?\s*(?:,|,?\s*(?:and|or|&|as well as))"
    r"\s*(?:the\s|in\s|both\s)?\s*$",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r"^\s*,\s*$")
#: Values of times that begin like a duration and are none.
_REFERENCES: Final = frozenset({"PAST_REF", "PRESENT_REF"})
#: Labels that part what hangs below them from the words above.
_BOUNDARIES: Final = CLAUSES | {"acl", "appos"}
#: Labels of places in a list, or before the word for their level.
_IN_A_PHRASE: Final = frozenset({"compound", "nmod", "conj", "appos", "amod", "nummod"})


def places_of(
    reading: Reading, trigger: Token, fillers: Sequence[Filler], *, here: bool = False
) -> tuple[Mention, ...]:
    """Give the places of a trigger: those at the word itself, else at its parties, else its clause.

    A list of places comes whole; places that fill a role are left out.

    Args:
        reading: of the trigger's sentence.
        trigger: the word that carries the predicate.
        fillers: the trigger's parties.
        here: only what hangs on the word itself will do; after "there is", on anything below it.
    """
    if here:
        near = _below if reading.sentence.below(trigger, "expl") else _at
        return next((tuple(g) for g in _lists(reading) if near(reading, trigger, g[0])), ())
    taken = {f.entity for f in fillers if f.entity is not None}
    best: tuple[Mention, ...] = ()
    best_rank = len(_RANKS)
    for group in _lists(reading):
        free = tuple(m for m in group if m.resolved_to not in taken)
        head = reading.sentence.head_of(group[0].span)
        rank = None if head is None or not free else _place_rank(reading, trigger, fillers, head)
        if rank is not None and rank < best_rank:
            best, best_rank = free, rank
    return best


def _at(reading: Reading, trigger: Token, mention: Mention) -> bool:
    """Say whether a place stands after "in" or the like on a word itself."""
    sentence = reading.sentence
    head = sentence.head_of(mention.span)
    link = None if head is None else _preposition(sentence, head)
    return link is not None and sentence.head(link).index == trigger.index


def _preposition(sentence: Sentence, head: Token) -> Token | None:
    """Give the preposition that a place or a list of places stands after."""
    while head.dep in _IN_A_PHRASE:
        head = sentence.head(head)
    link = sentence.head(head)
    return link if head.dep == "pobj" and link.lower in _WHERE else None


def _below(reading: Reading, trigger: Token, mention: Mention) -> bool:
    """Say whether a place after "in" hangs anywhere below a word."""
    sentence = reading.sentence
    head = sentence.head_of(mention.span)
    if head is None or sentence.head(head).lower not in _WHERE:
        return False
    return any(t.index == trigger.index for t in sentence.ancestors(head))


def place_of(reading: Reading, mention: Mention) -> PlaceMention:
    """Give the place of a mention; one that the gazetteer does not know is a region by its name."""
    known = reading.place_of(mention)
    if known is not None:
        return known
    entity = reading.entities.get(mention.resolved_to)
    return PlaceMention(
        span=mention.span,
        text=mention.text,
        name=mention.text if entity is None else entity.name,
        level=PlaceLevel.REGION,
        entity=mention.resolved_to,
    )


def time_of(reading: Reading, trigger: Token, fillers: Sequence[Filler]) -> TimeMention | None:
    """Give the time that hangs nearest on a trigger, or else on its clause."""
    ranked = [
        (rank, time.span.start, time)
        for time in reading.times
        if not (time.timex or "").startswith("P") or time.timex in _REFERENCES
        if (head := reading.sentence.head_of(time.span)) is not None
        and (rank := _rank(reading.sentence, trigger, fillers, head)) is not None
    ]
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def quantity_of(reading: Reading, trigger: Token, fillers: Sequence[Filler]) -> Quantity | None:
    """Give the first figure that measures the trigger or one of its parties."""
    heads = {f.head.index for f in fillers} | {trigger.index}
    times = [t.span for t in reading.times]
    for quantity in reading.quantities:
        if any(t.overlaps(quantity.span) for t in times):
            continue
        if _measured(reading.sentence, quantity.span) & heads:
            return quantity
        if quantity.unit is not None and quantity.unit.isupper():  # money hangs anywhere
            head = reading.sentence.head_of(quantity.span)
            if head is not None and clause_head(reading.sentence, head) == clause_head(
                reading.sentence, trigger
            ):
                return quantity
    return None


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


def _lists(reading: Reading) -> list[list[Mention]]:
    """Give the places of a sentence, those of one list together."""
    groups: list[list[Mention]] = []
    for mention in reading.mentions:
        if mention.type is not EntityType.PLACE:
            continue
        between = _words_between(reading, groups[-1][-1], mention) if groups else ""
        if groups and _IN_A_LIST.match(between):
            if not (_COMMA.match(between) and _lies_in(reading, groups[-1][-1], mention)):
                groups[-1].append(mention)
        elif not groups or mention.span.start >= groups[-1][-1].span.end:
            groups.append([mention])
    return groups


def _words_between(reading: Reading, one: Mention, other: Mention) -> str:
    """Give the words between two mentions; a full stop when they overlap."""
    if other.span.start < one.span.end:
        return "."
    return reading.words(Span(one.span.end, other.span.start))


def _lies_in(reading: Reading, inner: Mention, outer: Mention) -> bool:
    """Say whether a place is followed by the larger one that holds it: "Jalalabad, Afghanistan"."""
    one, other = reading.place_of(inner), reading.place_of(outer)
    if one is None or other is None or one.country != other.country:
        return False
    return other.level is PlaceLevel.COUNTRY and one.level is not PlaceLevel.COUNTRY


def _place_rank(
    reading: Reading, trigger: Token, fillers: Sequence[Filler], head: Token
) -> int | None:
    """Give how near a place is to a trigger; None where it says nothing of where it is."""
    sentence = reading.sentence
    node = head
    while node.dep in _IN_A_PHRASE | {"pobj"}:
        above = sentence.head(node)
        if node.dep != "pobj" and above.index == trigger.index:
            return 0  # "the Kabul attack"
        node = above
    if node.dep == "pobj" or node.lower not in _WHERE or node.pos not in {"ADP", "SCONJ", "ADV"}:
        return None if node.lower != "from" else _from_rank(sentence, trigger, fillers, node)
    return _rank(sentence, trigger, fillers, node)


def _from_rank(
    sentence: Sentence, trigger: Token, fillers: Sequence[Filler], node: Token
) -> int | None:
    """Give the rank of a place after "from", which says where only when it hangs on the trigger."""
    on_trigger = sentence.head(node).index == trigger.index
    return _rank(sentence, trigger, fillers, node) if on_trigger else None


_RANKS: Final = ("trigger", "party", "clause")


def _rank(sentence: Sentence, trigger: Token, fillers: Iterable[Filler], node: Token) -> int | None:
    """Give how near a phrase hangs: 0 at the trigger, 1 at a party, 2 at the clause; None: not."""
    parties = {f.head.index for f in fillers}
    above = _clause_above(sentence, trigger)
    while True:
        if node.index == trigger.index:
            return 0
        if node.index in parties:
            return 1
        if node.index in above:
            return 2
        beside = node.dep == "conj" and is_verbal(node)
        bound = node.dep in _BOUNDARIES and not is_infinitive(sentence, node)
        if bound or beside or sentence.head(node) == node:
            return None
        node = sentence.head(node)


def _clause_above(sentence: Sentence, trigger: Token) -> set[int]:
    """Give the indices of the verbs above a trigger within its clause; none for a description."""
    found: set[int] = set()
    if described(sentence, trigger) is not None:
        return found
    for node in (trigger, *sentence.ancestors(trigger)):
        if is_verbal(node):
            found.add(node.index)
        if node.dep in _BOUNDARIES and not is_infinitive(sentence, node):
            break
    return found
