"""All that two accounts tell of one thing, side by side."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.model.claims import Claim
from sayso.model.drift import Side
from sayso.model.ids import Span
from sayso.review.accounts.align import Pair
from sayso.review.accounts.points import Point
from sayso.review.matters.keys import Site

#: So many points of the primary are looked at for one thing.
_MOST: Final = 100


@dataclass(frozen=True)
class Group:
    """One thing in both accounts; for an event, one sentence of the primary that tells of it.

    Attributes:
        pairs: in the order of the secondary's text; at least one.
        primary: all that the primary tells of it, in the order of its text.
    """

    pairs: tuple[Pair, ...]
    primary: tuple[Point, ...]

    @property
    def secondary(self) -> tuple[Point, ...]:
        """Give what the secondary tells of it."""
        return tuple(pair.secondary for pair in self.pairs)

    @cached_property
    def told_sites(self) -> dict[str, Pair]:
        """Give the first pair for each place that the secondary gives."""
        found: dict[str, Pair] = {}
        for pair in self.pairs:
            if pair.secondary.site is not None:
                found.setdefault(pair.secondary.site.key, pair)
        return found

    @cached_property
    def primary_sites(self) -> dict[str, Point]:
        """Give the first point for each place that the primary gives."""
        found: dict[str, Point] = {}
        for point in self.primary:
            if point.site is not None:
                found.setdefault(point.site.key, point)
        return found

    def like(self, pair: Pair) -> tuple[Point, ...]:
        """Give the points of the primary that may be meant in a pair: its own, first, and others.

        Those tell of the same kind, and of no other place.
        """
        here, kind = pair.secondary.site, pair.primary.telling
        others = (p for p in self.primary if p.telling == kind and _may_be_there(here, p.site))
        return (pair.primary, *others)


def group(pairs: Sequence[Pair], primary: Sequence[Point]) -> tuple[Group, ...]:
    """Gather pairs by what they are about, in the order of the secondary's text."""
    own: dict[Hashable, list[Pair]] = defaultdict(list)
    for pair in pairs:
        own[_about(pair.primary)].append(pair)
    told: dict[Hashable, list[Point]] = defaultdict(list)
    for point in primary:
        told[_about(point)].append(point)
    return tuple(Group(tuple(own[key]), tuple(told[key][:_MOST])) for key in own)


def side(point: Point, value: str | None) -> Side:
    """Give one side of a difference."""
    return Side(claim=point.claim.id, value=value)


def named(sites: Iterable[Site | None]) -> str:
    """Give places as a list: "Ghazni, Laghman"."""
    return ", ".join(dict.fromkeys(site.name for site in sites if site is not None))


def sentences(points: Iterable[Point]) -> dict[Span, Claim]:
    """Give the sentences in which points stand, each with its first claim."""
    found: dict[Span, Claim] = {}
    for point in points:
        found.setdefault(point.claim.sentence, point.claim)
    return found


def _about(point: Point) -> Hashable:
    return point.thing if point.is_relation else (point.thing, point.claim.sentence)


def _may_be_there(here: Site | None, there: Site | None) -> bool:
    if here is None or there is None:
        return True
    return here.key == there.key or here.contains(there) or there.contains(here)
