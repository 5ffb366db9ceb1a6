"""Dates of birth as customer files write them; one that can be read in two ways is not guessed."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

#: A date as EDTF, and what a person should know of how it was read.
Read = tuple[str | None, str | None]

_TIME: Final = r"(?:[T ]\d\d:\d\d.*)?"
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTHS_A_YEAR: Final = 12


def birth_of(words: str) -> Read:
    """Give a date as EDTF, and what a person should know of how it was read.

    Of a date whose day and month could be either only the year is used.
    """
    if not words:
        return None, None
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(words):
            return read(words, found)
    return None, f"birth {words!r} is no date that is known, and not used: write 1970-05-23"


def _iso(words: str, found: re.Match[str]) -> Read:
    parts = [part for part in found.groups() if part is not None]
    return _checked(words, "-".join(parts), [int(part) for part in parts])


def _year_first(words: str, found: re.Match[str]) -> Read:
    year, month, day = (int(part) for part in found.groups())
    return _day(words, year, month, day)


def _named(words: str, found: re.Match[str]) -> Read:
    month = _MONTHS.index(found[2].casefold()) + 1
    return _day(words, int(found[3]), month, int(found[1]))


def _dotted(words: str, found: re.Match[str]) -> Read:
    """Read a date with dots, of which the day comes first."""
    day, month, year = (int(part) for part in found.groups())
    return _day(words, year, month, day)


def _year_last(words: str, found: re.Match[str]) -> Read:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first > _MONTHS_A_YEAR or first == second:
        return _day(words, year, second, first)
    if second > _MONTHS_A_YEAR:
        return _day(words, year, first, second)
    return str(year), f"birth {words!r}: day and month could be either, so the year alone is used"


def _day(words: str, year: int, month: int, day: int) -> Read:
    return _checked(words, f"{year:04}-{month:02}-{day:02}", [year, month, day])


def _checked(words: str, edtf: str, parts: list[int]) -> Read:
    """Give a date that the calendar has."""
    year, month, day = (*parts, 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return None, f"birth {words!r} is not in the calendar, and not used"
    return edtf, None


#: How dates are written → how they are read; the first that fits.
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Read]], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"(\d{{4}})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?{_TIME}", _iso),
        (r"(\d{4})(\d\d)(\d\d)", _year_first),
        (r"(\d{4})[./](\d{1,2})[./](\d{1,2})", _year_first),
        (rf"(\d{{1,2}})[ \-.]+({'|'.join(_MONTHS)})[a-z]*[ \-.,]+(\d{{4}})", _named),
        (rf"(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}){_TIME}", _dotted),
        (rf"(\d{{1,2}})([/\- ])(\d{{1,2}})\2(\d{{4}}){_TIME}", _year_last),
    )
)
