"""Dates written day before month, unknown parts as 00, dd, mm or dashes (UK, UAE)."""

import re
from typing import Final

from sayso.lists.fields.dates import MONTHS, day_of, span_of
from sayso.model.lists import DateInterval

_NOT_KNOWN: Final = "00|dd|mm|--?"
_WHOLE: Final = re.compile(
    rf"(\d{{1,2}}|{_NOT_KNOWN})[/-](\d{{1,2}}|{_NOT_KNOWN})[/-](\d{{4}})",
    re.IGNORECASE | re.ASCII,
)
_MONTH: Final = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)
_YEARS: Final = re.compile(
    r"(?:between )?(\d{4})(?: ?(?:-|–|/|to|and|or) ?(\d{4}))?", re.IGNORECASE | re.ASCII
)
_ABOUT: Final = re.compile(r"(?:approximately|approx\.?|about|around|circa|c\.)\s*", re.IGNORECASE)
#: "13-Feb-2026", as in the first line of the UK Sanctions List.
_NAMED: Final = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})", re.ASCII)


def day_in(text: str | None) -> str | None:
    """Give the ISO date of "03/06/2026", "13-Feb-2026" or "2026-02-13"; None if it is none."""
    whole, named = _WHOLE.fullmatch(text or ""), _NAMED.fullmatch(text or "")
    span = None
    if whole is not None and whole[1].isdigit() and whole[2].isdigit():
        span = span_of(int(whole[3]), int(whole[2]), int(whole[1]))
    elif named is not None and (month := MONTHS.get(named[2].lower())) is not None:
        span = span_of(int(named[3]), month, int(named[1]))
    return span[0] if span and span[0] == span[1] else day_of(text)


def birth_in(text: str) -> DateInterval:
    """Give a date of birth as an interval; without ends where it cannot be read."""
    bare = _ABOUT.sub("", text, count=1)
    start, end = _ends(bare)
    return DateInterval(start=start, end=end, approximate=bare != text, surface=text)


def _ends(text: str) -> tuple[str, str] | tuple[None, None]:
    if (whole := _WHOLE.fullmatch(text)) is not None:
        day, month = (int(part) if part.isdigit() else 0 for part in (whole[1], whole[2]))
        return span_of(int(whole[3]), month, day) or (None, None)
    if (month_of := _MONTH.fullmatch(text)) is not None:
        return span_of(int(month_of[2]), int(month_of[1])) or (None, None)
    if (years := _YEARS.fullmatch(text)) is not None:
        first, last = span_of(int(years[1])), span_of(int(years[2] or years[1]))
        return (first[0], last[1]) if first and last and first <= last else (None, None)
    iso = day_of(text)
    return (iso, iso) if iso else (None, None)
