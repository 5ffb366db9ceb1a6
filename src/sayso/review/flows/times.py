"""Times as reaches, from the first day that one may mean to the last, that can be compared."""

import re
from collections.abc import Iterable
from typing import Final

#: First and last day as EDTF prefixes; they compare as strings.
Reach = tuple[str, str]

_EARLIEST, _LATEST = "0000", "9999"
#: Sorts after digits and hyphens: "2024~" is the last that "2024" may mean.
_AFTER: Final = "~"
#: A season ("2024-21") means its year, as far as days can be compared.
_SEASON: Final = re.compile(r"(\d{4})-(?:2[1-9]|3\d|4[01])")
_OPEN: Final = frozenset({"", ".."})


def reach_of(edtf: str) -> Reach:
    """Give from when to when a time may be; an open end reaches as far as can be."""
    start, slash, end = edtf.partition("/")
    first, last = _day(start), _day(end if slash else start)
    return (
        _EARLIEST if first in _OPEN else first.replace("X", "0"),
        _LATEST if last in _OPEN else last.replace("X", "9") + _AFTER,
    )


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
    first = ".." if starts & _OPEN else min(starts, key=_day)
    last = ".." if ends & _OPEN else max(ends, key=lambda end: (_day(end) + _AFTER, end))
    return first if first == last else f"{first}/{last}"


def _day(date: str) -> str:
    """Give a date without marks of doubt."""
    return _SEASON.sub(r"\1", date.rstrip("~?%"))
