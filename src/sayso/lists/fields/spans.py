"""Dates as lists write them, to the day, the month or the year: the span that each leaves open."""

import calendar
import re
from typing import Final

from sayso.lists.fields.dates import day_of
from sayso.model.lists import DateInterval

_ABOUT: Final = re.compile(
    r"(?:approximately|approx|circa|about|around|ca|c)\b[.:]?\s*", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"(?:between\s+)?(.+?)(?:\s+(?:and|to|until)\s+|\s*–\s*)(.+)", re.IGNORECASE
)
_YEARS: Final = re.compile(r"(\d{4})\s*[-/]\s*(\d{4})", re.ASCII)
_DAY: Final = re.compile(r"(?P<day>\d{1,2})[/. ](?P<month>\d{1,2})[/. ](?P<year>\d{4})", re.ASCII)
_WORDED: Final = re.compile(
    r"(?:(?P<day>\d{1,2})\s+)?(?P<name>[a-z]{3})[a-z]*\.?,?\s+(?P<year>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_MONTH: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII)
_YEAR: Final = re.compile(r"(?P<year>\d{4})", re.ASCII)
_FORMS: Final = (_DAY, _WORDED, _MONTH, _MONTH_FIRST, _YEAR)
_MONTHS: Final = tuple(name.lower() for name in calendar.month_abbr)
_LAST_MONTH: Final = 12


def span_of(text: str) -> DateInterval:
    """Give a date such as "13/06/1961", "1961-06", "June 1961", "about 1961", "1961-1963".

    A day stands before its month. What cannot be read is kept in `surface` and both ends are
    None.
    """
    even = " ".join(text.split())
    bare = _ABOUT.sub("", even, count=1) if _ABOUT.match(even) else even
    ends = _ends(bare)
    for form in (_YEARS, _BETWEEN):
        found = None if ends else form.fullmatch(bare)
        first, last = (_ends(found[1]), _ends(found[2])) if found else (None, None)
        if first and last and first[0] <= last[1]:
            ends = first[0], last[1]
    start, end = ends or (None, None)
    return DateInterval(start=start, end=end, approximate=bare != even, surface=even)


def _ends(text: str) -> tuple[str, str] | None:
    """Give the first and the last day of one date; None when it is none."""
    day = day_of(text)
    if day is not None:
        return day, day
    found = next(filter(None, (form.fullmatch(text.strip()) for form in _FORMS)), None)
    if found is None:
        return None
    parts = found.groupdict()
    name = (parts.get("name") or "").lower()
    if name and name not in _MONTHS:
        return None
    month = str(_MONTHS.index(name)) if name else parts.get("month")
    return _bounds(int(parts["year"]), month, parts.get("day"))


def _bounds(year: int, month: str | None, day: str | None) -> tuple[str, str] | None:
    if month is None:
        return (f"{year:04}-01-01", f"{year:04}-12-31") if year else None
    if year == 0 or not 1 <= int(month) <= _LAST_MONTH:
        return None
    last = calendar.monthrange(year, int(month))[1]
    if not 1 <= int(day or 1) <= last:
        return None
    within = f"{year:04}-{int(month):02}"
    return f"{within}-{int(day or 1):02}", f"{within}-{int(day or last):02}"
