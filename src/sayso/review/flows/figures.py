"""How much and how often: figures as intervals, what they are given by, and movements."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Quantity
from sayso.model.findings import Knowledge
from sayso.model.flows import Figure
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import EVENTS, Predicate
from sayso.review.entities.names import head_noun
from sayso.review.flows.telling import Telling
from sayso.review.flows.times import most_apart, reach_of

#: What a figure is given by, right behind it: "150,000 francs a lorry", not "a month later".
_RATE: Final = re.compile(
    r"(?:\s+(?!(?:and|at|by|for|from|in|into|of|on|or|that|to|which|with)\b)[\w-]+){0,3}?\s+"
    r"(?:(?:per|each|every)\s+(?P<any>\w+)|an?\s+(?P<one>day|night|week|fortnight|month|quarter"
    r"|season|year|trip|voyage|crossing|lorry|truck|vehicle|car|boat|head|person|man|fighter|family"
    r"|household|gram|kilo|kilogram|ounce|ton|tonne|litre|barrel|bag|sack|box|crate|piece))\b"
    r"(?!\s+(?:ago|after|before|later|earlier))"
)
_TIMES: Final = (
    r"(?:once|twice|thrice|(?:at least )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens of|several|many) times)"
)
#: Names of papers are "Daily" and "Weekly".
_OFTEN: Final = re.compile(
    rf"\b(?:(?i:{_TIMES} (?:an?|each|every|per) \w+"
    r"|(?:every|each) (?:other )?(?:day|night|week|fortnight|month|quarter|season|year|\w+day)"
    r"|more than once|repeatedly|regularly|occasionally|frequently|on (?:at least )?\w+ occasions)"
    rf"|{_TIMES}|daily|weekly|fortnightly|monthly|quarterly|annually|yearly)\b"
)
#: How a figure of money is told from the words behind it.
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
#: Predicates that tell of something that moved, not of a standing relation.
_MOVING: Final = frozenset(EVENTS) | {Predicate.ACQUIRED}


@dataclass(frozen=True, slots=True)
class _Given:
    """One figure as one claim gives it."""

    telling: Telling
    quantity: Quantity
    rate: str | None
    words: str

    @property
    def key(self) -> tuple[str | None, float | None, float | None, str | None]:
        """Give unit, bounds and rate: equal figures are one."""
        q = self.quantity
        low, high = (q.exact, q.exact) if q.exact is not None else (q.minimum, q.maximum)
        return q.unit, low, high, self.rate


def accounts_of(tellings: Iterable[Telling]) -> int:
    """Give how many places of documents tell it; two readings of one sentence are one account."""
    return len({telling.claim.passage_id for telling in tellings})


def figures_of(tellings: Iterable[Telling], knowledge: Knowledge) -> tuple[Figure, ...]:
    """Give the figures, equal ones once, in order of appearance; nothing is ever added up."""
    grouped: dict[tuple[object, ...], list[_Given]] = {}
    for given in _given(tellings, knowledge):
        grouped.setdefault(given.key, []).append(given)
    return tuple(_figure(own) for own in grouped.values())


def often_in(tellings: Iterable[Telling], knowledge: Knowledge) -> tuple[str, ...]:
    """Give the words that say how often, in order of appearance."""
    words = (t.claim.content.of(knowledge.document_of(t.claim).text) for t in tellings)
    found = (match.group().lower() for text in words for match in _OFTEN.finditer(text))
    return tuple(dict.fromkeys(" ".join(one.split()) for one in found))


def least_movements(tellings: Iterable[Telling]) -> int:
    """Give how many movements there were, at least; 0 where nothing is said to have moved.

    Only times that one source itself keeps apart are two movements: what two sources tell of two
    days may be one movement of which one has the day wrong.
    """
    by_root: dict[str, list[str]] = {}
    moving = [t for t in tellings if t.claim.proposition.predicate in _MOVING]
    findings = {t.finding.id: t.finding for t in moving}.values()
    roots: Mapping[ClaimId, str] = {
        claim: root.name for f in findings for root in f.roots for claim in root.claims
    }
    for telling in moving:
        if telling.edtf is not None:
            by_root.setdefault(roots.get(telling.claim.id, ""), []).append(telling.edtf)
    apart = (most_apart(map(reach_of, times)) for times in by_root.values())
    return max((1 if moving else 0, *apart))


def _given(tellings: Iterable[Telling], knowledge: Knowledge) -> Iterator[_Given]:
    """Give the figures that measure what is told, not who acts or what carries it."""
    for telling in tellings:
        quantity = telling.claim.proposition.quantity
        if quantity is None or quantity.unit in _counted_otherwise(telling):
            continue
        text = knowledge.document_of(telling.claim).text
        after = text[quantity.span.end : max(quantity.span.end, telling.claim.sentence.end)]
        rate = _RATE.match(after)
        by = None if rate is None else rate["any"] or rate["one"]
        yield _Given(telling, quantity, by, _words(quantity, after))


def _counted_otherwise(telling: Telling) -> frozenset[str]:
    """Give the units that count who acts or what carries: "three lorries took rockets"."""
    is_taken = telling.claim.proposition.predicate is Predicate.ACQUIRED
    doer = telling.receiver if is_taken else telling.giver
    return frozenset(map(head_noun, ("" if doer is None else doer.name, telling.carrier or "")))


def _words(quantity: Quantity, after: str) -> str:
    """Give a figure with what it counts, in the words of the document where they stand there."""
    words = " ".join(quantity.text.split())
    unit = quantity.unit
    if unit is None or unit in words:
        return words
    if _CURRENCY.fullmatch(unit):
        is_signed = any(not (c.isalnum() or c in " .,") for c in words)
        return words if is_signed else f"{words} {unit}"
    behind = re.match(rf"(?:\s+[\w-]+){{0,3}}?\s+{re.escape(unit)}\w*", after, re.IGNORECASE)
    return f"{words} {' '.join(behind.group().split())}" if behind else f"{words} ({unit})"


def _figure(own: Sequence[_Given]) -> Figure:
    unit, low, high, rate = own[0].key
    return Figure(
        unit=unit,
        minimum=low,
        maximum=high,
        rate=rate,
        words=tuple(dict.fromkeys(given.words for given in own)),
        accounts=accounts_of(given.telling for given in own),
        claims=tuple(given.telling.claim.id for given in own),
    )
