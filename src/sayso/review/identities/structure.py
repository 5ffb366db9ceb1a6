"""What is seen when that which is said of each of two parties is laid side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from sayso.model.identities import Indication, Sign
from sayso.model.ids import ClaimId, EntityId
from sayso.review.entities.names import is_acronym, normal_name
from sayso.review.identities.facts import Claims
from sayso.review.identities.signs import BEARINGS, Pair, indication

#: A name that comes up at most so many years after the last act under another may have followed
#: it: groups rename themselves when they are listed, split or beaten, not a decade later.
SUCCESSION_YEARS: Final = 2
#: From this likeness on two normal names are alike: difflib's ratio, 0 to 1.
ALIKE: Final = 0.85

_WITHOUT_END: Final = "9999"


def seen_in(pair: Pair) -> Iterator[Indication]:
    """Give the signs of structure, in the order of the table below."""
    for look in _LOOKS:
        yield from look(pair)


def _existence(pair: Pair) -> Iterator[Indication]:
    own = pair.of_one
    yield from indication(Sign.EXISTENCE_DENIED, own.is_not)
    yield from indication(Sign.EXISTENCE_SAID, (*own.exists, *_all(own.begun)))


def _leaders(pair: Pair) -> Iterator[Indication]:
    one, other = pair.of_one.heads, pair.of_other.heads
    shared = sorted(one.keys() & other.keys())
    names = ", ".join(pair.knowledge.entities[head].name for head in shared)
    claims = (claim for head in shared for claim in (*one[head], *other[head]))
    yield from indication(Sign.SHARED_LEADER, claims, names)
    led = (pair.of_one.leaders, pair.of_other.leaders)
    if all(led) and not shared:
        yield from indication(Sign.OTHER_LEADERS, (*_all(led[0]), *_all(led[1])))


def _statements(pair: Pair) -> Iterator[Indication]:
    one, other = pair.of_one.statements, pair.of_other.statements
    shared = one.keys() & other.keys()
    claims = (claim for place in shared for claim in (*one[place], *other[place]))
    yield from indication(Sign.BOTH_SAY, claims)


def _times(pair: Pair) -> Iterator[Indication]:
    """Compare when each acts: in the same years, or one after the other."""
    one, other = pair.of_one, pair.of_other
    if not other.acts:
        return
    first_other, last_other = _ends(other.acts)
    if one.acts:
        first, last = _ends(one.acts)
        if first <= last_other and first_other <= last:
            yield from indication(Sign.ACTIVE_TOGETHER, (*_all(one.acts), *_all(other.acts)))
    begun = min(filter(_year, one.begun), default="")
    gap = (_year(begun) or 0) - (_year(last_other) or 0)
    if last_other < begun[: len(last_other)] and gap <= SUCCESSION_YEARS:
        yield from indication(Sign.SUCCESSION, (*_all(one.begun), *_all(other.acts)))


def _year(when: str) -> int | None:
    """Give the year that an EDTF time begins with; None for "198X" and for no time."""
    return int(when[:4]) if when[:4].isdecimal() else None


def _ends(acts: Mapping[str, Claims]) -> tuple[str, str]:
    """Give the first and the last date of acts; what goes on has no end."""
    stretches = [when.partition("/") for when in acts]
    ends = (end if slash else start for start, slash, end in stretches)
    return min(start for start, _, _ in stretches), max(e.strip(".") or _WITHOUT_END for e in ends)


def _places(pair: Pair) -> Iterator[Indication]:
    one, other = pair.of_one.places, pair.of_other.places
    shared = sorted(one.keys() & other.keys())
    claims = (claim for code in shared for claim in (*one[code], *other[code]))
    names = ", ".join(pair.of_one.place_names[code] for code in shared)
    yield from indication(Sign.SHARED_PLACES, claims, names)


def _names(pair: Pair) -> Iterator[Indication]:
    """Compare the names: the one sign that rests on no claim."""
    one, other = (pair.knowledge.entities[end].names for end in (pair.one, pair.other))
    alike = next(((a, b) for a in one for b in other if _are_alike(a, b)), None)
    if alike is not None:
        alias, front = BEARINGS[Sign.NAMES_ALIKE]
        detail = f"“{alike[0]}” and “{alike[1]}”"
        yield Indication(sign=Sign.NAMES_ALIKE, alias=alias, front=front, claims=(), detail=detail)


def _are_alike(one: str, other: str) -> bool:
    """Say whether two names are spelled nearly alike; acronyms must be equal."""
    if is_acronym(one) or is_acronym(other):
        return one == other
    return SequenceMatcher(None, normal_name(one), normal_name(other)).ratio() >= ALIKE


def _all(table: Mapping[EntityId, Claims] | Mapping[str, Claims]) -> Iterable[ClaimId]:
    return (claim for claims in table.values() for claim in claims)


_LOOKS: Final[tuple[Callable[[Pair], Iterator[Indication]], ...]] = (
    _existence,
    _leaders,
    _statements,
    _times,
    _places,
    _names,
)
