"""Where, when and how much: what in a sentence belongs to one trigger."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.grammar.tree import CLAUSES, described, is_infinitive, is_verbal
from sayso.extract.propositions.fillers import Filler
from sayso.extract.reading import Reading
from sayso.extract.triggers.rows import triggers
from sayso.model.claims import Mention, PlaceMention, TimeMention
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, PlaceLevel, Predicate

_WHERE: Final = frozenset(
    {"in", "at", "near", "across", "inside", "outside", "around", "throughout", "within", "on"}
    | {"along", "over", "through", "into", "off"}
)
#: Words for a level of places, before or after the name.
_LEVELS: Final = (
    r"(?:provinces?|districts?|governorates?|counties|county|regions?|cities|city|towns?|villages?)"
)
#: Words for beside a place.
NEARBY: Final = frozenset({"near", "outside", "off", "beside", "nearby"})
#: Words for the way that something takes.
_WHITHER: Final = frozenset({"to", "into", "via", "through", "by", "onto", "towards", "toward"})
_MOVES: Final = frozenset({Predicate.TRANSFER, Predicate.GROWTH})
#: Types of parties whose place is that of what is said of them.
_SITED: Final = frozenset({EntityType.FACILITY, EntityType.MATERIAL})
#: Types of those whose own place is not that of what is said beside them.
_ELSEWHERE: Final = frozenset(
    {EntityType.PERSON, EntityType.GROUP, EntityType.ARMED_GROUP, EntityType.ORGANISATION}
    | {EntityType.PUBLIC_BODY, EntityType.MEDIA_OUTLET}
)
#: What happens where its parties are.
_ON_THE_SPOT: Final = frozenset(
    {Predicate.ATTACK, Predicate.KILLING, Predicate.ARREST, Predicate.ABDUCTION}
    | {Predicate.SEIZURE, Predicate.ESTABLISHMENT, Predicate.CAMPAIGN}
)
_FINEST_LAST: Final = tuple(PlaceLevel)
#: What may stand between two places of one list.
_IN_A_LIST: Final = re.compile(
    rf"^\s*{_LEVELS}?\s*(?:,|,?\s*(?:and|or|&|as well as|nor))\s*(?:(?:in|to|both|either)\s)?"
    rf"(?:the\s)?(?:(?:neighbouring|neighboring|nearby|adjacent|adjoining|\w+)\s(?={_LEVELS}\sof))?"
    rf"(?:neighbouring\s|neighboring\s|nearby\s|adjacent\s)?(?:{_LEVELS}\sof\s)?\s*$",
    re.IGNORECASE,
)
#: Verbs that say of an event only that it happens.
_OCCURRING: Final = frozenset(
    {"occur", "happen", "take", "begin", "start", "last", "continue", "end", "come", "be", "follow"}
)
#: Verbs whose time is that of the asking, not of what is asked for.
_ASKING: Final = frozenset(
    {
        "ask",
        "request",
        "urge",
        "order",
        "tell",
        "invite",
        "require",
        "petition",
        "instruct",
        "direct",
    }
)
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_COMMA: Final = re.compile(rf"^\s*{_LEVELS}?\s*,\s*(?:in\s)?(?:the\s)?(?:{_LEVELS}\sof\s)?$")
#: Values of times that begin like a duration and are none.
_REFERENCES: Final = frozenset({"PAST_REF", "PRESENT_REF"})
#: Labels that part what hangs below them from the words above.
_BOUNDARIES: Final = CLAUSES | {"acl", "appos"}
#: Labels of places in a list, or before the word for their level.
_IN_A_PHRASE: Final = frozenset({"compound", "nmod", "conj", "appos", "amod", "nummod"})


def places_of(
    reading: Reading,
    trigger: Token,
    fillers: Sequence[Filler],
    predicate: Predicate,
    *,
    here: bool = False,
) -> tuple[Mention, ...]:
    """Give the places of a trigger: those at the word itself, else at its parties, else its clause.

    A list of places comes whole; places that fill a role are left out. Where a person or a group
    is says where an event took place, but not where a relation holds.

    Args:
        reading: of the trigger's sentence.
        trigger: the word that carries the predicate.
        fillers: the trigger's parties.
        predicate: that the trigger carries.
        here: only what hangs on the word itself will do; after "there is", on anything below it.
    """
    if here:
        near = _below if reading.sentence.below(trigger, "expl") else _at
        return next((tuple(g) for g in place_lists(reading) if near(reading, trigger, g[0])), ())
    taken = {f.entity for f in fillers if f.entity is not None}
    told = predicate in _ON_THE_SPOT
    sited = tuple(f for f in fillers if told or f.type in _SITED or f.head.index == trigger.index)
    best: tuple[Mention, ...] = ()
    best_rank = len(_RANKS)
    for group in place_lists(reading):
        free = tuple(m for m in group if m.resolved_to not in taken)
        head = reading.sentence.head_of(group[0].span)
        where = _Where(trigger, sited, _apart(reading, trigger, predicate), predicate in _MOVES)
        rank = None if head is None or not free else _place_rank(reading.sentence, where, head)
        if rank is not None and rank < best_rank:
            best, best_rank = free, rank
    return best


def _apart(reading: Reading, trigger: Token, predicate: Predicate) -> frozenset[int]:
    """Give the indices of the words whose own place tells nothing of where it was."""
    if predicate in _ON_THE_SPOT:
        return frozenset()
    found = {i for i, m in reading.by_head.items() if reading.type_of(m) in _ELSEWHERE}
    return frozenset(found - {trigger.index})


def _at(reading: Reading, trigger: Token, mention: Mention) -> bool:
    """Say whether a place stands after "in" or the like on a word itself."""
    sentence = reading.sentence
    head = sentence.head_of(mention.span)
    link = None if head is None else preposition_of(sentence, head)
    return link is not None and sentence.head(link).index == trigger.index


def preposition_of(sentence: Sentence, head: Token) -> Token | None:
    """Give the preposition that a place or a list of places stands after."""
    while head.dep in _IN_A_PHRASE:
        head = sentence.head(head)
    link = sentence.head(head)
    return link if head.dep == "pobj" and link.lower in _WHERE | NEARBY else None


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
    """Give the time that hangs nearest on a trigger, or else on its clause; of a stretch all."""
    ranked = [
        (rank, time.span.start, time)
        for n, time in enumerate(reading.times)
        if not any(one.span.contains(time.span) for one in reading.times[:n])
        if not (time.timex or "").startswith("P") or time.timex in _REFERENCES
        if (head := reading.sentence.head_of(time.span)) is not None
        and (rank := _rank(reading.sentence, trigger, fillers, head)) is not None
    ]
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def place_lists(reading: Reading) -> list[list[Mention]]:
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
    coarser = _FINEST_LAST.index(other.level) < _FINEST_LAST.index(one.level)
    return coarser and (other.level is PlaceLevel.COUNTRY or one.code == other.code is not None)


@dataclass(frozen=True, slots=True)
class _Where:
    """What a place may hang on.

    Attributes:
        trigger: the word that carries the predicate.
        parties: those whose own place tells where it happened.
        apart: indices of the words for those whose own place tells nothing of it.
        moves: something goes somewhere, so that "to" and "from" tell where.
    """

    trigger: Token
    parties: tuple[Filler, ...]
    apart: frozenset[int]
    moves: bool


def _place_rank(sentence: Sentence, where: _Where, head: Token) -> int | None:
    """Give how near a place is to a trigger; None where it says nothing of where it is."""
    link = _link_of(sentence, where.trigger, head)
    if link.index == where.trigger.index:
        return 0  # "the Kabul attack"
    away = link.pos not in {"ADP", "SCONJ", "ADV"} or sentence.head(link).index in where.apart
    if away or link.dep == "pobj":
        return None
    if link.lower in _WHERE:
        return _rank(sentence, where.trigger, where.parties, link)
    return _way_rank(sentence, where, link)


def _link_of(sentence: Sentence, trigger: Token, head: Token) -> Token:
    """Give the word that a place stands after, or a trigger that it stands before."""
    node = head
    while node.dep in _IN_A_PHRASE | {"pobj"}:
        is_last, node = node.dep != "pobj", sentence.head(node)
        if is_last and node.index == trigger.index:
            return node
    if node.lower == "of" and sentence.head(node).lower == "way":  # "by way of"
        return sentence.head(sentence.head(node))
    return node


def _way_rank(sentence: Sentence, where: _Where, node: Token) -> int | None:
    """Give the rank of a place after "to" or "from", which must hang on the trigger itself."""
    if sentence.head(node).index != where.trigger.index:
        return None
    if node.lower == "from":
        return _RANKS.index("source")
    return 0 if where.moves and node.lower in _WHITHER else None


_RANKS: Final = ("trigger", "source", "party", "clause")


def _rank(sentence: Sentence, trigger: Token, fillers: Sequence[Filler], node: Token) -> int | None:
    """Give how near a phrase hangs: at the trigger, at a party or at the clause; None: not."""
    parties = {f.head.index for f in fillers}
    above = set() if _is_party(trigger, fillers) else _clause_above(sentence, trigger)
    while True:
        if node.index == trigger.index:
            return 0
        if node.index in parties:
            return _RANKS.index("party")
        if node.index in above:
            return _RANKS.index("clause")
        beside = node.dep == "conj" and is_verbal(node)
        bound = node.dep in _BOUNDARIES and not is_infinitive(sentence, node)
        if bound or beside or sentence.head(node) == node:
            return None
        node = sentence.head(node)


def _is_party(trigger: Token, fillers: Iterable[Filler]) -> bool:
    """Say whether a trigger stands for somebody in another's clause.

    "They bought it from the group's treasurer in 2023" does not say when he was that.
    """
    return any(f.head.index == trigger.index and f.entity is not None for f in fillers)


def _clause_above(sentence: Sentence, trigger: Token) -> set[int]:
    """Give the indices of the verbs above a trigger within its clause; none for a description."""
    found: set[int] = set()
    if described(sentence, trigger) is not None or _is_told_of(sentence, trigger):
        return found
    for node in (trigger, *sentence.ancestors(trigger)):
        if is_verbal(node):
            found.add(node.index)
        if _is_adjunct(sentence, node):
            found |= _verb_before(sentence, node)
        if _stands_alone(sentence, node):
            break
    return found


def _is_told_of(sentence: Sentence, noun: Token) -> bool:
    """Say whether a clause only tells something else of what a noun means.

    "The kidnapping was planned abroad", but not "the attack took place on Monday".
    """
    does = triggers().light["give"] | _OCCURRING
    return noun.dep in {"nsubj", "nsubjpass"} and sentence.head(noun).lemma not in does


def _is_adjunct(sentence: Sentence, node: Token) -> bool:
    """Say whether a verb only goes on with what is told: "…, killing two guards"."""
    own = sentence.below(node, "nsubj", "nsubjpass", "mark", "aux", "advmod")
    follows = node.index > node.head
    return node.dep == "advcl" and node.tag == "VBG" and follows and not own


def _verb_before(sentence: Sentence, node: Token) -> set[int]:
    """Give the index of the verb that an adjunct stands after, wherever it hangs in the tree."""
    before = [t for t in sentence.tokens[: node.index] if t.pos == "VERB" and t.tag in _FINITE]
    return {before[-1].index} if before else set()


def _stands_alone(sentence: Sentence, node: Token) -> bool:
    """Say whether place and time of what is above are not those of a word.

    They are in an infinitive, in "and fled", and in an adjunct such as "killing two guards".
    """
    if node.dep == "conj" and is_verbal(node):
        return bool(sentence.below(node, "nsubj", "nsubjpass", "aux", "auxpass"))
    if _is_adjunct(sentence, node):
        return False
    asked = node.dep == "xcomp" and sentence.head(node).lemma in _ASKING
    if node.dep == "pcomp" or asked:  # "charged with financing", "asked the council to freeze"
        return True
    return node.dep in _BOUNDARIES and not is_infinitive(sentence, node)
