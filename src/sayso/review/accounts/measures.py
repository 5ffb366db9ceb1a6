"""How two figures, times, places or kinds stand to each other: the same, coarser, different."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import Final

from sayso.model.claims import Quantity, TimeMention
from sayso.model.drift import Change, Departure
from sayso.model.vocabulary import PlaceLevel
from sayso.review.entities.names import head_noun
from sayso.review.matters.extents import ALWAYS
from sayso.review.matters.extents import bounds as days_of
from sayso.review.matters.keys import Site

_WHOLE: Final = frozenset({PlaceLevel.COUNTRY, PlaceLevel.ADMIN1})


def bounds(figure: Quantity) -> tuple[float, float]:
    """Give the least and the most that a figure allows, both included."""
    if figure.exact is not None:
        return figure.exact, figure.exact
    return (
        -inf if figure.minimum is None else figure.minimum,
        inf if figure.maximum is None else figure.maximum,
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures count the same: camps and centres do, camps and dollars do not."""
    units = [head_noun(q.unit) for q in (one, other) if q.unit is not None]
    return len(set(units)) < 2  # noqa: PLR2004  # two that differ


def figure_departs(told: Quantity, primary: Quantity) -> Departure | None:
    """Say how a figure departs from the primary's; None when it is the same or of other things.

    "More than five" is coarser than 8; "eight" is different from "up to eight".
    """
    if not comparable(told, primary) or bounds(told) == bounds(primary):
        return None
    (low, high), (least, most) = bounds(told), bounds(primary)
    is_within = low <= least and most <= high and least == most
    return Departure.COARSER if is_within else Departure.DIFFERENT


def figure_moves(before: Quantity, after: Quantity) -> Change | None:
    """Say how a figure moved; None when it did not, or counts other things.

    Two figures of one form are compared as they stand ("up to eight", "up to ten"); of two forms
    one is more only when it must be: "at least 14" and "20" may be the same.
    """
    if not comparable(before, after) or bounds(before) == bounds(after):
        return None
    (low, high), (least, most) = bounds(before), bounds(after)
    if _form(before) == _form(after):
        return Change.GREW if (least, most) > (low, high) else Change.SHRANK
    if least > high or most < low:
        return Change.GREW if least > high else Change.SHRANK
    return Change.CHANGED


def _form(figure: Quantity) -> tuple[bool, bool]:
    """Give which bounds a figure has."""
    low, high = bounds(figure)
    return low > -inf, high < inf


def time_departs(told: TimeMention, primary: TimeMention) -> Departure | None:
    """Say how a time departs; None when it is the same or cannot be told.

    The year of a day is coarser; "since 2020" is different from "since 2021".
    """
    here, there = days_of(told.edtf), days_of(primary.edtf)
    if here is None or there is None or here == there:
        return None
    is_coarser, is_finer = _holds(here, there), _holds(there, here)
    if is_coarser or is_finer:
        return Departure.COARSER if is_coarser else Departure.FINER
    return Departure.DIFFERENT


def same_time(one: TimeMention | None, other: TimeMention | None) -> int:
    """Give 3 for one time, 2 for one within the other, 1 where either is unknown, 0 for two."""
    here, there = (None if t is None else days_of(t.edtf) for t in (one, other))
    if here is None or there is None:
        return 1
    if here == there:
        return 3
    return 2 if _holds(here, there) or _holds(there, here) else 0


def place_departs(told: Site, primary: Sequence[Site]) -> Departure | None:
    """Say how a place departs from all that the primary gives; None when it is one, or who knows.

    A country is coarser than its province. A place that the gazetteer does not know may lie
    anywhere, and so may a region and a town of one province.
    """
    if any(told.key == site.key for site in primary):
        return None
    if any(told.contains(site) for site in primary):
        return Departure.COARSER
    if any(site.contains(told) for site in primary):
        return Departure.FINER
    return Departure.DIFFERENT if all(_are_two(told, site) for site in primary) else None


def telling_of(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether two tell of no different kind, item or direction; saying nothing fits all."""
    return all(a == b or not a or not b for a, b in zip(one, other, strict=True))


def _are_two(one: Site, other: Site) -> bool:
    """Say whether two places are surely not one, nor one in the other."""
    if one.code is None or other.code is None:
        return one.code is other.code
    return (
        one.code != other.code
        or one.level is other.level
        or bool({one.level, other.level} & _WHOLE)
    )


def _holds(outer: tuple[str, str], inner: tuple[str, str]) -> bool:
    """Say whether a stretch holds another; two that stay open from other days do not."""
    if outer[1] == inner[1] == ALWAYS[1] or outer[0] == inner[0] == ALWAYS[0]:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]
