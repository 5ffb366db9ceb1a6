"""The dates of a list: exact, of a year, between two years, or only in words."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from sayso.model.lists import DateInterval

_ZONED_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*|Z|[+-]\d{2}:\d{2})?", re.ASCII)
_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_MONTH_YEAR: Final = re.compile(r"([A-Za-z]{3})[a-z]*\.?,? (\d{4})", re.ASCII)
#: First three letters of a month, small → its number.
MONTHS: Final[Mapping[str, int]] = {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
#: TYPE_OF_DATE as the list uses it; an empty one stands beside dates that are exact.
TYPES: Final = frozenset({"EXACT", "APPROXIMATELY", "BETWEEN", ""})


def day_of(text: str | None) -> str | None:
    """Give the ISO date in a text such as "2015-04-07-04:00", without its zone; None if none."""
    found = _ZONED_DAY.fullmatch((text or "").strip())
    return found[1] if found and _is_day(found[1]) else None


def span_of(year: int, month: int = 0, day: int = 0) -> tuple[str, str] | None:
    """Give the first and last ISO day of a day, a month or a year; None when there is no such.

    A month or day of 0 is not known.
    """
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last = day if month and day else calendar.monthrange(year, last_month)[1]
    return first.isoformat(), date(year, last_month, last).isoformat()


def interval_of(fields: Mapping[str, str]) -> DateInterval | None:
    """Give a date of birth from its fields (TYPE_OF_DATE, DATE, YEAR, FROM_YEAR, TO_YEAR, NOTE).

    None when only the type is filled in. What cannot be read as a date is kept in `surface`, and
    both ends are None.
    """
    told = {name: value for name, value in fields.items() if name != "TYPE_OF_DATE"}
    if not told:
        return None
    kind = fields.get("TYPE_OF_DATE", "")
    start, end = _ends(told)
    note = told.pop("NOTE", None)
    about = kind == "APPROXIMATELY" or (note or "").lower().startswith("approx")
    surface = " to ".join(told.values()) or note or ""
    return DateInterval(
        start=start,
        end=end,
        approximate=about,
        surface=surface if kind in TYPES else f"{kind} {surface}",
        note=note,
    )


def _ends(told: Mapping[str, str]) -> tuple[str | None, str | None]:
    day = day_of(told.get("DATE"))
    if day is not None:
        return day, day
    first = told.get("FROM_YEAR") or told.get("YEAR") or told.get("DATE")
    last = told.get("TO_YEAR") or told.get("YEAR") or told.get("DATE")
    if first is None and last is None:
        return _month(told.get("NOTE", ""))
    return _year(first, "01-01"), _year(last, "12-31")


def _year(text: str | None, day: str) -> str | None:
    return f"{text}-{day}" if text and _YEAR.fullmatch(text) else None


def _month(words: str) -> tuple[str | None, str | None]:
    """Give the first and last day of "Nov. 1973"."""
    found = _MONTH_YEAR.fullmatch(words.strip())
    month = MONTHS.get(found[1].lower()) if found else None
    if found is None or month is None:
        return None, None
    return span_of(int(found[2]), month) or (None, None)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
