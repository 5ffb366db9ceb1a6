"""Two clocks that are never mixed: when something was known here, and when it is said to hold."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Final, Self

from sayso.errors import BadInput

#: A year, decade or century with X for what is left open; a season (21 to 24) or a month; a day.
_MOMENT: Final = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?")
_OPEN: Final = frozenset({"", ".."})
#: EDTF's code of a season → its first month and how many years and months on it ends.
_SEASONS: Final = {21: (3, 0, 5), 22: (6, 0, 8), 23: (9, 0, 11), 24: (12, 1, 2)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that an EDTF time reaches over, at its own granularity.

    Attributes:
        first, last: both included; None where the time is open or unknown at that end.
        edtf: as it was written.
    """

    first: date | None
    last: date | None
    edtf: str = field(default="", compare=False)

    @classmethod
    def of(cls, edtf: str) -> Self | None:
        """Read a date or an interval ("2023-04", "2021/..", "199X~"); None for anything else."""
        start, slash, end = edtf.partition("/")
        ends = [cls._part(part.strip().rstrip("?~%")) for part in (start, end if slash else start)]
        if ends[0] is None or ends[1] is None:
            return None
        first, last = ends[0].first, ends[1].last
        is_nothing = first is None and last is None
        return None if is_nothing or not _reaches(first, last) else cls(first, last, edtf)

    @classmethod
    def _part(cls, text: str) -> Self | None:
        if text in _OPEN:
            return cls(None, None)
        found = _MOMENT.fullmatch(text)
        if found is None or ("X" in found[1] and found[2]):
            return None
        years = [int(found[1].replace("X", digit)) for digit in "09"]
        month, day = (None if part is None else int(part) for part in found.groups()[1:])
        try:
            return cls._days(years, month, day)
        except ValueError:  # the calendar has no such day
            return None

    @classmethod
    def _days(cls, years: list[int], month: int | None, day: int | None) -> Self:
        if month is None:
            return cls(date(years[0], 1, 1), date(years[1], 12, 31))
        if day is not None:
            return cls(date(years[0], month, day), date(years[0], month, day))
        first, on, last = _SEASONS.get(month, (month, 0, month))
        end = years[0] + on
        return cls(date(years[0], first, 1), date(end, last, monthrange(end, last)[1]))

    def overlaps(self, other: "Stretch") -> bool:
        """Say whether the two have a day in common."""
        return _reaches(self.first, other.last) and _reaches(other.first, self.last)


def _reaches(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """At which times a question is asked.

    Attributes:
        as_of: known time, UTC: what was added, described or judged later does not count. None: now.
        valid_on: valid time: only what is said of these days, as far as claims tell the time. None:
            of any time.
        undated: with valid_on, also what gives no time.
    """

    as_of: datetime | None = None
    valid_on: Stretch | None = None
    undated: bool = False

    def knew(self, at: datetime) -> bool:
        """Say whether what was added at this time was known."""
        return self.as_of is None or at <= self.as_of

    def day(self, now: datetime) -> str:
        """Give the ISO day whose lists are asked for: the last valid one, else when it is known."""
        if self.valid_on is not None and self.valid_on.last is not None:
            return self.valid_on.last.isoformat()
        return (self.as_of or now).date().isoformat()


NOW: Final = Clocks()


def instants(text: str) -> tuple[datetime, datetime] | None:
    """Give the first and the last instant of a day, month or year, or an instant twice.

    Days are of UTC, and so is an instant that names no zone. None for words that are no time.

    Raises:
        BadInput: the time is open at one end.
    """
    stretch = Stretch.of(text)
    if stretch is None:
        try:
            at = datetime.fromisoformat(text)
            at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        except (ValueError, OverflowError):
            return None
        return at, at
    if stretch.first is None or stretch.last is None:
        raise BadInput(f"{text!r} is open: give a day (2024-05-23), a month or a year")
    first = datetime.combine(stretch.first, time.min, UTC)
    return first, datetime.combine(stretch.last, time.max, UTC)


def clocks_of(as_of: str | None, valid_on: str | None, *, undated: bool = False) -> Clocks:
    """Read the times at which a user asks a question.

    Raises:
        BadInput: one is no time, or `undated` stands alone.
    """
    if undated and valid_on is None:
        raise BadInput("--undated belongs to --valid-on: say of which time")
    known = None if as_of is None else instants(as_of)
    if as_of is not None and known is None:
        raise BadInput(f"as of {as_of!r} is no time: 2024-05-23, 2024-05, 2024-05-23T09:00")
    valid = None if valid_on is None else Stretch.of(valid_on)
    if valid_on is not None and valid is None:
        raise BadInput(f"valid on {valid_on!r} is no EDTF time: 2023-05-12, 2023-05, 2021/2023")
    return Clocks(as_of=known[1] if known else None, valid_on=valid, undated=undated)
