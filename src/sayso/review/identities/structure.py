"""What is seen when that which is said of each of two parties is laid side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from sayso.model.clocks import Stretch
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
    """Compare when each acts: in the same stretch of time, or one after the other."""
    one, other = pair.of_one, pair.of_other
    own, its = _reach(one.acts), _reach(other.acts)
    if its is None:
        return
    if own is not None and own.overlaps(its):
        yield from indication(Sign.ACTIVE_TOGETHER, (*_all(one.acts), *_all(other.acts)))
    begun = min(filter(None, (when.first for when in _stretches(one.begun))), default=date.max)
    last = its.last or date.max
    if last < begun and begun.year - last.year <= SUCCESSION_YEARS:
        yield from indication(Sign.SUCCESSION, (*_all(one.begun), *_all(other.acts)))


def _stretches(times: Iterable[str]) -> list[Stretch]:
    """Give the times that can be read, each with the days that it reaches over."""
    return [stretch for stretch in map(Stretch.of, times) if stretch is not None]


def _reach(acts: Mapping[str, Claims]) -> Stretch | None:
    """Give the time from the first to the last act, open where one is; None without a time."""
    found = _stretches(acts)
    if not found:
        return None
    firsts, lasts = [s.first for s in found], [s.last for s in found]
    first = None if None in firsts else min(filter(None, firsts))
    return Stretch(first, None if None in lasts else max(filter(None, lasts)))


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
