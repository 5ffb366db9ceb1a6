"""Times as reaches, from the first day that one may mean to the last, that can be compared."""

import re
from collections.abc import Iterable
from typing import Final

from sayso.review.matters.extents import ALWAYS, bounds

#: First and last day; they compare as strings.
Reach = tuple[str, str]

_SEASON: Final = re.compile(r"(\d{4})-2[1-4]\b")
_OPEN: Final = frozenset({"", ".."})


def reach_of(edtf: str) -> Reach:
    """Give from when to when a time may be; a season its year, what tells no days any."""
    return bounds(_SEASON.sub(r"\1", edtf)) or ALWAYS


def overlap(one: Reach, other: Reach) -> bool:
    """Say whether two times may be one."""
    return one[0] <= other[1] and other[0] <= one[1]


def most_apart(reaches: Iterable[Reach]) -> int:
    """Give how many of these times are certainly different ones: no two of them overlap."""
    apart, until = 0, ""
    for start, end in sorted(set(reaches), key=lambda reach: (reach[1], reach[0])):
        if start > until:
            apart, until = apart + 1, end
    return apart


def from_first_to_last(times: Iterable[str]) -> str | None:
    """Give the stretch that times span, as EDTF; None for none.

    An end is open where one of the times leaves it open.
    """
    parts = [time.partition("/") for time in times]
    starts = {start for start, _, _ in parts}
    ends = {end if slash else start for start, slash, end in parts}
    if not parts:
        return None
    first = ".." if starts & _OPEN else min(starts, key=lambda day: (reach_of(day)[0], day))
    last = ".." if ends & _OPEN else max(ends, key=lambda day: (reach_of(day)[1], day))
    return first if first == last else f"{first}/{last}"
