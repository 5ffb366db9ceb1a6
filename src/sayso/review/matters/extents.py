"""Stretches of time and figures compared: which lies within which, which are apart."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import Final

from sayso.model.claims import Claim, Quantity

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DECADE = re.compile(r"(\d{3})X")
#: EDTF's quarters and halves of a year: first and last month.
_PARTS: Final = {
    "33": ("01", "03"),
    "34": ("04", "06"),
    "35": ("07", "09"),
    "36": ("10", "12"),
    "40": ("01", "06"),
    "41": ("07", "12"),
}
#: From and to when, where nothing is known.
ALWAYS: Final = ("0000", "9999")
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|estimated|dozens|hundreds)\b",
    re.IGNORECASE,
)
#: How far a figure that is given as a rough one may be off, as a share of it.
_ROUGHNESS: Final = 0.25


@lru_cache(maxsize=10_000)
def bounds(edtf: str | None) -> tuple[str, str] | None:
    """Give the first and the last day as ISO dates; None for what gives none ("summer").

    An open start is "0000" and an open end "9999".
    """
    start, is_interval, end = (edtf or "").partition("/")
    if not is_interval:
        return _bounds(start)
    first = (ALWAYS[0], "") if start in {"", ".."} else _bounds(start)
    last = ("", ALWAYS[1]) if end in {"", ".."} else _bounds(end)
    return None if first is None or last is None else (first[0], last[1])


def are_apart(one: str | None, other: str | None) -> bool:
    """Say whether two times are known and share no day."""
    mine, theirs = bounds(one), bounds(other)
    return bool(mine and theirs and (mine[1] < theirs[0] or theirs[1] < mine[0]))


def is_within(part: str | None, whole: str | None) -> bool:
    """Say whether a time lies in another, or is that; what is not known may lie anywhere."""
    inner, outer = bounds(part), bounds(whole)
    return not (inner and outer) or (outer[0] <= inner[0] and inner[1] <= outer[1])


def is_later(one: str | None, other: str | None) -> bool:
    """Say whether one time begins after the other has ended; both must be known."""
    mine, theirs = bounds(one), bounds(other)
    return bool(mine and theirs and theirs[1] < mine[0])


def figures_differ(one: Quantity | None, other: Quantity | None) -> bool:
    """Say whether two figures are given and are not the same: a denial of six is none of eight."""
    if one is None or other is None:
        return False
    tops = [q.exact if q.exact is not None else q.maximum for q in (one, other)]
    return None not in tops and tops[0] != tops[1]


def figures_exclude(one: Quantity | None, other: Quantity | None) -> bool:
    """Say whether no number is both: "at least ten" and "six"; "up to eight" and "six" are."""
    if one is None or other is None or (one.unit and other.unit and one.unit != other.unit):
        return False
    (low, high), (least, most) = _figures(one), _figures(other)
    return high < least or most < low


def is_other_figure(denied: Quantity | None, given: Iterable[Quantity | None]) -> bool:
    """Say whether a denied figure is none that was given: "no six centres" of eight camps."""
    figures = [figure for figure in given if figure is not None]
    return bool(figures) and all(figures_differ(denied, figure) for figure in figures)


def is_other_time(denied: str | None, given: Iterable[str | None]) -> bool:
    """Say whether a time is apart from all that were given; what has no time may be any."""
    times = tuple(given)
    return bool(times) and all(are_apart(denied, time) for time in times)


def distinct_figures(claims: Iterable[Claim]) -> tuple[Quantity, ...]:
    """Give the figures of claims, each once, in order."""
    given = (c.proposition.quantity for c in claims)
    return tuple({figure_key(q): q for q in given if q is not None}.values())


def figure_key(quantity: Quantity) -> str:
    """Give what is equal for equal figures, however they are worded."""
    return f"{quantity.minimum}/{quantity.maximum}/{quantity.exact}"


def edtf_of(claim: Claim) -> str | None:
    """Give a claim's time; None for none."""
    time = claim.proposition.time
    return None if time is None else time.edtf


def _figures(quantity: Quantity) -> tuple[float, float]:
    """Give the least and the greatest number that a figure may mean."""
    if quantity.exact is None:
        low = -inf if quantity.minimum is None else quantity.minimum
        return low, inf if quantity.maximum is None else quantity.maximum
    slack = abs(quantity.exact) * _ROUGHNESS if _ABOUT.search(quantity.text) else 0.0
    return quantity.exact - slack, quantity.exact + slack


def _bounds(date: str) -> tuple[str, str] | None:
    """Give the first and the last day of one date, whatever its marks of doubt."""
    bare = date.rstrip("~?%")
    decade = _DECADE.fullmatch(bare)
    if decade is not None:
        return f"{decade[1]}0-01-01", f"{decade[1]}9-12-31"
    found = _DATE.fullmatch(bare)
    if found is None:
        return None
    year, month, day = found.groups()
    if day is not None:
        return bare, bare
    first, last = _PARTS.get(month or "", (month or "01", month or "12"))
    return (f"{year}-{first}-01", f"{year}-{last}-31") if first <= "12" else None
