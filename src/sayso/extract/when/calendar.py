"""The grammar of dates that need no other: days, months, years, quarters, decades."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.extract.figures import ORDINALS
from sayso.extract.when.moments import (
    DAYS,
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
ANY_DAY = r"(?:(?P<named>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s+)?"
PART = r"(?:(?i:early|mid|late)(?:\s+in)?[\s-]+)?"
#: Words for the edge of a month or a year, which are part of its words and change no value.
EDGE = r"(?:(?i:the\s+)?(?:end|beginning|start|middle|close)\s+of\s+)?"
ORDINAL = r"(?P<ordinal>" + "|".join(ORDINALS) + ")"
#: Whose quarter it is: "last year's third quarter", "the third quarter a year earlier".
WHOSE = r"(?:(?P<whose>(?i:last|this|next) year(?=['’]s)|(?i:year)-(?:ago|earlier))(?:['’]s)?\s+)?"
OF_WHICH = r"(?P<which>(?i:this|last|next)\s+year|a\s+year\s+(?:ago|earlier)"
OF_WHICH += r"|the\s+(?:previous|prior)\s+year|the\s+year\s+(?:before|earlier))"
YEAR_STEPS = {"this": 0, "next": 1, "last": -1, "ago": -1, "earlier": -1, "before": -1}
YEAR_STEPS |= {"previous": -1, "prior": -1, "year-ago": -1, "year-earlier": -1}
SEASON = "(?P<season>(?i:" + "|".join(SEASONS) + "))"
#: A number that could be a year is none after these words, and none before those.
NOT_AFTER = r"(?<!\bNo\. )(?<!\bno\. )(?<![Rr]esolution )(?<![Rr]esolutions )"
NOT_AFTER += r"(?<![$€£.,:/])(?<!\d)(?<!\d[–-])(?<!\d \()"
NOT_BEFORE = r"(?![\d%]|,\d|[:/.-]\d|\s+\(\d{4}\)"
NOT_BEFORE += r"|\s+(?:people|men|women|fighters|troops|soldiers|militants|dollars|rupees|members))"


def full_date(match: re.Match[str], _around: Around) -> Value | None:
    """Read a day of a month of a year."""
    value = value_of(int(match["year"]), month_number(match["month"]), int(match["day"]))
    return known(asked(value, match["named"]))


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
    """Read a quarter or half; of the year nearest to the document's date where none is named."""
    number = ORDINALS[match["ordinal"].casefold()]
    write, months = (half, 6) if match["part"].casefold() == "half" else (quarter, 3)
    if match["year"]:
        return write(int(match["year"]), number)
    if around.anchor is None or around.anchor.month is None:
        return None
    told = (match["whose"] or match["which"] or "").casefold().split()
    if told:
        steps = (step for word, step in YEAR_STEPS.items() if word in told)
        return write(around.anchor.year + next(steps, 0), number)
    now = (around.anchor.month - 1) // months + 1
    return write(around.anchor.year + _years_on(number, now, ahead=bool(around.ahead)), number)


def _years_on(number: int, now: int, *, ahead: bool) -> int:
    """Give in how many years a quarter lies, told in another: the last one, or the next."""
    if ahead:
        return int(now - number > 1)
    return -int(number > now)


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


def asked(value: Value, weekday: str | None) -> Value:
    """Give a day with EDTF's "?" where the day of the week beside it is not its own.

    "Monday, 12 March 2023" contradicts itself: which half is wrong is a question to a person.
    """
    moment = Moment.read(value.edtf)
    date = None if moment is None else moment.date
    if date is None or weekday is None or DAYS[date.weekday()] == weekday.casefold():
        return value
    return Value(f"{value.edtf}?", value.timex)


def known(value: Value) -> Value | None:
    """Give the value, or None where the calendar has no such day."""
    return None if value.timex is None else value


def grammar(*rules: tuple[str, Reading]) -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Give rules with their patterns made ready."""
    return tuple((re.compile(pattern), reading) for pattern, reading in rules)


#: "The third quarter of 2021", "last year's third quarter", "the first half".
NTH_OF = (
    rf"\b(?:the\s+)?{WHOSE}(?:(?i:fiscal)[\s-]+)?(?i:{ORDINAL})[\s-]+(?i:fiscal[\s-]+)?"
    r"(?P<part>(?i:quarter|half))\b"
    rf"(?:\s+(?:of\s+)?(?:(?:fiscal\s+)?(?:year\s+)?{YEAR}\b|{OF_WHICH}\b))?"
)
#: "2021's third quarter".
OF_YEAR_NTH = rf"\b(?:the\s+)?{YEAR.replace('year', 'y')}(?:['’]s)?\s+(?i:{ORDINAL})[\s-]+"

CALENDAR = grammar(
    (rf"(?<![\d–-])\b{FIRST_DAY}\s?[–-]\s?{LAST_DAY}", days_of_month),
    (rf"\b(?:between|from)\s+{FIRST_DAY}\s+(?:and|to|until)\s+{LAST_DAY}", days_of_month),
    (rf"\b{ANY_DAY}{PART}{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}\b", full_date),
    (rf"{NOT_AFTER}\b{YEAR}(?P<dash>[-–])(?P<end>(?:19|20)?\d\d)\b(?![-–]\d)", year_range),
    (rf"\b{ANY_DAY}{PART}{MONTH}\s+{DAY},?\s+{YEAR}\b", full_date),
    (rf"(?<!\d){YEAR}-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)", iso_date),
    (rf"(?<![\d/])(?P<one>\d\d?)[/.](?P<two>\d\d?)[/.]{YEAR}(?!\d)", figure_date),
    (rf"\b{EDGE}{PART}{MONTH},?\s+(?:of\s+)?{YEAR}\b", month_of_year),
    (rf"{NOT_AFTER}\b(?P<about>(?:around|about|circa|approximately|c\.)\s+){YEAR}\b", bare_year),
    (
        rf"{NOT_AFTER}\b{EDGE}(?:(?i:fiscal(?: year)?)\s+)?{YEAR}\b(?!s\b|-[QHW]){NOT_BEFORE}",
        bare_year,
    ),
    (rf"\b(?i:early|mid|late)(?:\s+in)?[\s-]+{YEAR}\b(?!s\b)", bare_year),
    (
        NTH_OF,
        quarter_of_year,
    ),
    (
        rf"{OF_YEAR_NTH}(?P<part>quarter|half)(?P<year>\b)",
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
