"""The dates of OFAC's lists: a day, a month or a year, "circa" one, or between two."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from sayso.model.lists import DateInterval

_MONTHS: Final[Mapping[str, int]] = {
    name: number for number, name in enumerate(calendar.month_abbr) if name
}
_ONE: Final = r"(?:(?:\d{2} )?[A-Z][a-z]{2} )?\d{4}"
#: A date, or two with "to" between them, as a pattern without groups.
DATE: Final = rf"{_ONE}(?: to {_ONE})?"
_DATE: Final = re.compile(
    r"(?:(?:(?P<day>\d{2}) )?(?P<month>[A-Z][a-z]{2}) )?(?P<year>\d{4})", re.ASCII
)
_AMERICAN: Final = re.compile(r"(\d{2})/(\d{2})/(\d{4})", re.ASCII)


def interval_in(text: str) -> DateInterval:
    """Give "15 Jan 1955", "Mar 1945", "circa 1951" or "1951 to 1953" as an interval.

    What cannot be read has both ends None; the words stay in `surface`.
    """
    words = text.removeprefix("circa ")
    first, _, last = words.partition(" to ")
    begin, end = _ends(first), _ends(last or first)
    known = begin is not None and end is not None and begin[0] <= end[1]
    return DateInterval(
        start=begin[0] if known and begin is not None else None,
        end=end[1] if known and end is not None else None,
        approximate=words != text,
        surface=words,
    )


def day_in(text: str) -> str:
    """Give the ISO date of an exact day; what is less exact stays as it is."""
    interval = interval_in(text)
    exact = interval.start is not None and interval.start == interval.end
    return interval.start if exact and interval.start is not None else text


def american_day(text: str | None) -> str | None:
    """Give the ISO date of "05/07/2024", the seventh of May; None if it is none."""
    found = _AMERICAN.fullmatch((text or "").strip())
    return None if found is None else _iso(int(found[3]), int(found[1]), int(found[2]))


def _ends(text: str) -> tuple[str, str] | None:
    """Give the first and the last day of a day, a month or a year."""
    found = _DATE.fullmatch(text)
    if found is None or int(found["year"]) == 0:
        return None
    year, told = int(found["year"]), found["month"]
    month, last_month = (1, 12) if told is None else (_MONTHS.get(told, 0),) * 2
    if month == 0:
        return None
    day = found["day"]
    last_day = calendar.monthrange(year, last_month)[1] if day is None else int(day)
    first = _iso(year, month, int(day or 1))
    last = _iso(year, last_month, last_day)
    return None if first is None or last is None else (first, last)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
