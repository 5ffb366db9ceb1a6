"""A moment at its own granularity, and how it is written in EDTF and TIMEX3."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
#: Season → EDTF code, TIMEX3 code, last month.
SEASONS = {
    "spring": ("21", "SP", 5),
    "summer": ("22", "SU", 8),
    "autumn": ("23", "FA", 11),
    "fall": ("23", "FA", 11),
    "winter": ("24", "WI", 12),
}
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
#: Units that are parts of a day; their durations carry a T.
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
PARTS_OF_DAY = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "dawn": "MO",
    "noon": "MI",
    "midday": "MI",
    "overnight": "NI",
}
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
MONTHS_A_YEAR, DAYS_A_WEEK = 12, 7
IN_YEARS = {"year": 1, "decade": 10, "century": 100}
IN_DAYS = {"day": 1, "night": 1, "week": DAYS_A_WEEK, "fortnight": 2 * DAYS_A_WEEK}


@dataclass(frozen=True, slots=True)
class Value:
    """A stretch of time in both notations; EDTF is None where it has no word for it."""

    edtf: str | None
    timex: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of time in a text, with its place there."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """Read an EDTF date ("2023", "2023-04", "2023-04-05~"); None where it is no such date."""
        found = ISO.fullmatch((text or "").rstrip("~?%"))
        return None if found is None else cls.of(*(int(p) if p else None for p in found.groups()))

    @classmethod
    def of(cls, year: int | None, month: int | None = None, day: int | None = None) -> Self | None:
        """Give the moment, or None where the calendar has no such day."""
        if year is None or not dt.MINYEAR <= year <= dt.MAXYEAR:
            return None
        try:
            dt.date(year, month or 1, day or 1)
        except ValueError:
            return None
        return cls(year, month, day)

    @property
    def date(self) -> dt.date | None:
        """Give the day, where the moment is one."""
        if self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def value(self) -> Value:
        """Write it: year, year-month or year-month-day, the same in both notations."""
        parts = [f"{self.year:04d}"] + [f"{p:02d}" for p in (self.month, self.day) if p is not None]
        return Value("-".join(parts), "-".join(parts))

    def shifted(self, unit: str, count: int) -> Value:
        """Give the year, month, week or day so many units on; nothing where it is too coarse."""
        if unit in IN_YEARS:
            return self._years_on(unit, count)
        if unit in {"month", "quarter"} and self.month is not None:
            months = self.year * MONTHS_A_YEAR + self.month - 1
            months += count * (3 if unit == "quarter" else 1)
            year, month = divmod(months, MONTHS_A_YEAR)
            return quarter(year, month // 3 + 1) if unit == "quarter" else value_of(year, month + 1)
        return self._days_on(unit, count)

    def _years_on(self, unit: str, count: int) -> Value:
        """Give the year, decade or century so many units on."""
        year = self.year + count * IN_YEARS[unit]
        if unit == "year":
            return value_of(year)
        kept = 3 if unit == "decade" else 2
        return Value(f"{year:04d}"[:kept].ljust(4, "X"), f"{year:04d}"[:kept])

    def _days_on(self, unit: str, count: int) -> Value:
        """Give the day or week so many units on; nothing of a unit that is no number of days."""
        try:
            date = self.date + dt.timedelta(days=count * IN_DAYS[unit]) if self.date else None
        except (KeyError, OverflowError):
            date = None
        if date is None:
            return Value(None, None)
        if IN_DAYS[unit] == 1:
            return value_of(date.year, date.month, date.day)
        year, week, _ = date.isocalendar()
        return Value(_week(date), f"{year:04d}-W{week:02d}")


def _week(date: dt.date) -> str | None:
    """Write the week of a day, from Monday to Sunday; EDTF has no other word for it."""
    first = date.toordinal() - date.weekday()
    last = first + DAYS_A_WEEK - 1
    if first < 1 or last > dt.date.max.toordinal():
        return None
    return "/".join(dt.date.fromordinal(day).isoformat() for day in (first, last))


def value_of(year: int, month: int | None = None, day: int | None = None) -> Value:
    """Write a moment; nothing where the calendar has no such day."""
    moment = Moment.of(year, month, day)
    return Value(None, None) if moment is None else moment.value


def quarter(year: int, number: int) -> Value:
    """Write a quarter, from 1; EDTF at the level we use has no word for it."""
    return Value(None, f"{year:04d}-Q{number}")


def half(year: int, number: int) -> Value:
    """Write a half year, from 1."""
    return Value(None, f"{year:04d}-H{number}")


def season(year: int, name: str) -> Value:
    """Write a season of a year."""
    edtf, timex, _ = SEASONS[name]
    return Value(f"{year:04d}-{edtf}", f"{year:04d}-{timex}")


def decade(year: int) -> Value:
    """Write the decade that a year begins."""
    return Value(f"{year // 10}X", f"{year // 10}")


def duration(count: str, unit: str) -> Value:
    """Write a length of time: "P3D", "PT2H", "P2W"; "X" for an unknown count."""
    if unit == "fortnight" and count.isdigit():
        count = str(2 * int(count))
    clock = "T" if unit in CLOCK_UNITS else ""
    return Value(None, f"P{clock}{count}{UNITS[unit]}")


def nth_weekday(year: int, month: int, nth: tuple[int, int]) -> dt.date:
    """Give the n-th weekday of a month: (4, 3) is its fourth Thursday."""
    number, weekday = nth
    first = dt.date(year, month, 1)
    days = (weekday - first.weekday()) % DAYS_A_WEEK + (number - 1) * DAYS_A_WEEK
    return first + dt.timedelta(days=days)


def month_number(name: str) -> int:
    """Give the number of a month by the first three letters of its name."""
    return [m[:3] for m in MONTHS].index(name[:3].casefold()) + 1
