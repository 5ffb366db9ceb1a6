"""Which point of a secondary account stands for which of its primary."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.vocabulary import RELATIONS, EntityType
from sayso.review.accounts.measures import same_time, telling_of
from sayso.review.accounts.points import Point, Thing

#: So many points of one thing are looked at; a report that has more is searched by place first.
_MOST: Final = 20
#: Words that two points must share (0 to 1) to be near when a party differs.
_NEAR: Final = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A point of the secondary, and the point of the primary that it stands for."""

    secondary: Point
    primary: Point


@dataclass(frozen=True, slots=True)
class Alignment:
    """All points of the secondary, by what became of them; each in the order of the text.

    Attributes:
        pairs: the same thing.
        other_party: nearly the same, of another party.
        alone: nothing like it.
    """

    pairs: tuple[Pair, ...]
    other_party: tuple[Pair, ...]
    alone: tuple[Point, ...]


class Shelved:
    """The points of a primary, to be found by what they are about."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._by_thing: dict[Thing, list[Point]] = defaultdict(list)
        self._by_place: dict[tuple[str, ...], list[Point]] = defaultdict(list)
        self._by_end: dict[tuple[str, int, str], list[Point]] = defaultdict(list)
        for point in points:
            self._by_thing[point.thing].append(point)
            for key in _places_of(point):
                self._by_place[key].append(point)
            for n in (1, 2):
                self._by_end[point.thing[0], n, point.thing[n]].append(point)

    def of_thing(self, point: Point) -> Sequence[Point]:
        """Give the points of the same thing that tell of no other kind, those of its place alone.

        A nameless site of the same party at the same place, told in like words, is the same
        whatever it is called, unless the primary knows the thing itself.
        """
        keys = _places_of(point)
        own, *others = [self._by_place.get(key, ()) for key in keys] or [()]
        for near in (own, self._by_thing.get(point.thing, ())):
            found = [p for p in near[:_MOST] if telling_of(p.telling, point.telling)]
            if found:
                return found
        elsewhere = (p for near in others for p in near[:_MOST])
        return [p for p in elsewhere if _shared(point, p) >= _NEAR]

    def near(self, point: Point) -> Point | None:
        """Give the relation that is most like one of another party; None when none is."""
        if point.claim.proposition.predicate not in RELATIONS:
            return None
        family, *ends = point.thing
        found = [p for n, end in enumerate(ends, 1) if end for p in self._by_end[family, n, end]]
        like = [
            p
            for p in found[:_MOST]
            if telling_of(p.telling, point.telling) and _shared(point, p) >= _NEAR
        ]
        return min(like, key=lambda p: -_shared(point, p), default=None)


def align(secondary: Sequence[Point], primary: Sequence[Point]) -> Alignment:
    """Set every point of the secondary beside the point of the primary that it stands for."""
    shelved = Shelved(primary)
    pairs, other_party, alone = [], [], []
    for point in secondary:
        same = _best(point, shelved.of_thing(point))
        near = shelved.near(point) if same is None else None
        if same is not None:
            pairs.append(Pair(point, same))
        elif near is not None:
            other_party.append(Pair(point, near))
        else:
            alone.append(point)
    return Alignment(tuple(pairs), tuple(other_party), tuple(alone))


def _best(point: Point, candidates: Sequence[Point]) -> Point | None:
    """Give the candidate that fits best: by place, time, polarity, words; the first of equals."""
    fitting = [c for c in candidates if point.is_relation or _may_be_one_event(point, c)]
    return max(fitting, key=lambda c: _fit(point, c), default=None)


def _fit(point: Point, other: Point) -> tuple[int, int, bool, float]:
    alike = point.claim.factuality.stance == other.claim.factuality.stance
    return (*_setting(point, other), alike, _shared(point, other))


def _setting(point: Point, other: Point) -> tuple[int, int]:
    """Say how well place and time fit: 3 equal, 2 one in the other, 1 not told, 0 another."""
    here, there = point.site, other.site
    if here is None or there is None:
        place = 1
    elif here.key == there.key:
        place = 3
    else:
        place = 2 if here.contains(there) or there.contains(here) else 0
    return place, same_time(point.claim.proposition.time, other.claim.proposition.time)


def _may_be_one_event(point: Point, other: Point) -> bool:
    """Say whether two acts can be one: not of another place and another time, and told alike."""
    place, time = _setting(point, other)
    if not place and not time:
        return False
    return max(place, time) > 1 or _shared(point, other) >= _NEAR


def _shared(one: Point, other: Point) -> float:
    """Give the share of the words of the shorter that stand in the longer, 0 to 1."""
    shorter = min(len(one.words), len(other.words))
    return len(one.words & other.words) / shorter if shorter else 0.0


def _places_of(point: Point) -> tuple[tuple[str, ...], ...]:
    """Give keys of thing and place, and of any nameless site of that party there."""
    if point.site is None:
        return ()
    family, party, sort = point.thing
    exact = (*point.thing, point.site.key)
    if not sort.startswith(EntityType.FACILITY):
        return (exact,)
    return exact, (family, party, point.site.key)
