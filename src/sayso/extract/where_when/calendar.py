"""The grammar of dates that need no other: days, months, years, quarters, decades."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.extract.where_when.figures import ORDINALS
from sayso.extract.where_when.moments import (
    MONTHS,
    SEASONS,
    Moment,
    Value,
    decade,
    half,
    month_number,
    quarter,
    season,
    value_of,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a time is told from beside its own words.

    Attributes:
        anchor: the document's date, where it is known.
        ahead: the words around speak of what is to come; None where they tell no direction.
    """

    anchor: Moment | None
    ahead: bool | None


#: Gives the value of a match; None where the match is no time after all.
Reading = Callable[[re.Match[str], Around], Value | None]

MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
MONTH += r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
LONG_MONTH = "(?P<month>" + "|".join(m.capitalize() for m in MONTHS) + ")"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
FIRST_DAY = r"(?P<first>[12]\d|3[01]|0?[1-9])"
LAST_DAY = rf"{DAY}\s+{MONTH}(?:,?\s+{YEAR})?\b"
ANY_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
PART = r"(?:(?i:early|mid|late)(?:\s+in)?[\s-]+)?"
ORDINAL = r"(?P<ordinal>" + "|".join(ORDINALS) + ")"
NTH = rf"\b(?:the\s+)?(?:(?i:fiscal)\s+)?(?i:{ORDINAL})"
SEASON = "(?P<season>(?i:" + "|".join(SEASONS) + "))"
#: A number that could be a year is none after these words, and none before those.
NOT_AFTER = r"(?<!\bNo\. )(?<!\bno\. )(?<![Rr]esolution )(?<![Rr]esolutions )"
NOT_AFTER += r"(?<![$€£.,:/])(?<!\d)(?<!\d[–-])(?<!\d \()"
NOT_BEFORE = r"(?![\d%]|,\d|[:/.-]\d|\s+\(\d{4}\)"
NOT_BEFORE += r"|\s+(?:people|men|women|fighters|troops|soldiers|militants|dollars|rupees|members))"


def full_date(match: re.Match[str], _around: Around) -> Value | None:
    """Read a day of a month of a year."""
    return known(value_of(int(match["year"]), month_number(match["month"]), int(match["day"])))


def iso_date(match: re.Match[str], _around: Around) -> Value | None:
    """Read a date in figures, year first."""
    return known(value_of(int(match["year"]), int(match["m"]), int(match["d"])))


def figure_date(match: re.Match[str], _around: Around) -> Value | None:
    """Read a date in figures, year last; only the year where day and month could change places."""
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    if one == two or two > len(MONTHS) >= one:
        return known(value_of(year, one, two))
    return known(value_of(year, two, one)) if one > len(MONTHS) else value_of(year)


def days_of_month(match: re.Match[str], around: Around) -> Value | None:
    """Read "between 3 and 5 May 2024", "12–14 June": from one day of a month to another."""
    month, first, last = month_number(match["month"]), int(match["first"]), int(match["day"])
    year = int(match["year"]) if match["year"] else _latest_year(around.anchor, month)
    ends = [None if year is None else value_of(year, month, day).edtf for day in (first, last)]
    return None if None in ends or first >= last else Value(f"{ends[0]}/{ends[1]}", None)


def _latest_year(anchor: Moment | None, month: int) -> int | None:
    """Give the year in which a month last was; None without a date."""
    if anchor is None or anchor.month is None:
        return None
    return anchor.year - (month > anchor.month)


def month_of_year(match: re.Match[str], _around: Around) -> Value | None:
    """Read a month of a year."""
    return value_of(int(match["year"]), month_number(match["month"]))


def bare_year(match: re.Match[str], _around: Around) -> Value | None:
    """Read a year."""
    about = match.groupdict().get("about")
    value = value_of(int(match["year"]))
    return Value(f"{value.edtf}~", value.timex) if about else value


def year_range(match: re.Match[str], _around: Around) -> Value | None:
    """Read "2021-2023", "2021–23"; two small figures are a month."""
    year, end = int(match["year"]), match["end"]
    if len(end) == len("12") and int(end) <= len(MONTHS):
        return known(value_of(year, int(end))) if match["dash"] == "-" else None
    last = int(end) if len(end) > len("12") else year // 100 * 100 + int(end)
    return Value(f"{year}/{last}", None) if year < last else None


def quarter_of_year(match: re.Match[str], around: Around) -> Value | None:
    """Read a quarter or half; of the document's year, or the one before, where none is named."""
    number = ORDINALS[match["ordinal"].casefold()]
    write, months = (half, 6) if match["part"].casefold() == "half" else (quarter, 3)
    if match["year"]:
        return write(int(match["year"]), number)
    anchor = around.anchor
    if anchor is None or anchor.month is None:
        return None
    begun = (number - 1) * months + 1 <= anchor.month
    return write(anchor.year if begun else anchor.year - 1, number)


def short_quarter(match: re.Match[str], _around: Around) -> Value | None:
    """Read "Q3 2021"."""
    return quarter(int(match["year"]), int(match["number"]))


def season_of_year(match: re.Match[str], _around: Around) -> Value | None:
    """Read a season of a year."""
    return season(int(match["year"]), match["season"].casefold())


def whole_decade(match: re.Match[str], _around: Around) -> Value | None:
    """Read "the 1990s"; "the '90s" belong to the last century unless it is young."""
    digits = match["decade"]
    century = "" if len(digits) > len("90") else "20" if digits < "30" else "19"
    return decade(int(century + digits))


def century(match: re.Match[str], _around: Around) -> Value | None:
    """Read "the 19th century"."""
    number = int(match["number"]) - 1
    return Value(f"{number:02d}XX", f"{number:02d}")


def known(value: Value) -> Value | None:
    """Give the value, or None where the calendar has no such day."""
    return None if value.timex is None else value


def grammar(*rules: tuple[str, Reading]) -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Give rules with their patterns made ready."""
    return tuple((re.compile(pattern), reading) for pattern, reading in rules)


CALENDAR = grammar(
    (rf"(?<![\d–-])\b{FIRST_DAY}\s?[–-]\s?{LAST_DAY}", days_of_month),
    (rf"\b(?:between|from)\s+{FIRST_DAY}\s+(?:and|to|until)\s+{LAST_DAY}", days_of_month),
    (rf"\b{ANY_DAY}{PART}{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}\b", full_date),
    (rf"{NOT_AFTER}\b{YEAR}(?P<dash>[-–])(?P<end>(?:19|20)?\d\d)\b(?![-–]\d)", year_range),
    (rf"\b{ANY_DAY}{PART}{MONTH}\s+{DAY},?\s+{YEAR}\b", full_date),
    (rf"(?<!\d){YEAR}-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)", iso_date),
    (rf"(?<![\d/])(?P<one>\d\d?)[/.](?P<two>\d\d?)[/.]{YEAR}(?!\d)", figure_date),
    (rf"\b{PART}{MONTH},?\s+(?:of\s+)?{YEAR}\b", month_of_year),
    (rf"{NOT_AFTER}\b(?P<about>(?:around|about|circa|approximately|c\.)\s+){YEAR}\b", bare_year),
    (rf"{NOT_AFTER}\b(?:(?i:fiscal(?: year)?)\s+)?{YEAR}\b(?!s\b|-[QHW]){NOT_BEFORE}", bare_year),
    (rf"\b(?i:early|mid|late)(?:\s+in)?[\s-]+{YEAR}\b(?!s\b)", bare_year),
    (
        rf"{NTH}[\s-]+(?P<part>quarter|half)(?:\s+(?:of\s+)?(?:fiscal\s+)?{YEAR}\b)?",
        quarter_of_year,
    ),
    (
        rf"\b{YEAR.replace('year', 'y')}\s+(?i:{ORDINAL})[\s-]+(?P<part>quarter|half)(?P<year>\b)",
        lambda m, _around: (half if m["part"] == "half" else quarter)(
            int(m["y"]), ORDINALS[m["ordinal"].casefold()]
        ),
    ),
    (rf"\bQ(?P<number>[1-4])[\s,]+(?:of\s+)?{YEAR}\b", short_quarter),
    (rf"\b(?:the\s+)?{PART}{SEASON}(?:\s+of)?\s+{YEAR}\b", season_of_year),
    (r"\b(?:the\s+)?" + PART + r"(?P<decade>(?:1[89]|20)\d0)['’]?s\b", whole_decade),
    (r"\b(?:the\s+)?" + PART + r"['’](?P<decade>\d0)s\b", whole_decade),
    (r"\b(?:the\s+)?(?P<number>\d\d)(?:st|nd|rd|th)[\s-]+century\b", century),
)
