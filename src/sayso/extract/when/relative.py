"""The grammar of times told from the document's date: weekdays, months, "last year", feasts."""

import re
from datetime import MAXYEAR, MINYEAR, date

from sayso.extract.figures import figure
from sayso.extract.when.calendar import (
    ANY_DAY,
    DAY,
    EDGE,
    LONG_MONTH,
    MONTH,
    Around,
    asked,
    grammar,
)
from sayso.extract.when.lengths import NUMBER, UNIT, words
from sayso.extract.when.moments import (
    DAYS,
    DAYS_A_WEEK,
    MONTHS,
    MONTHS_A_YEAR,
    PARTS_OF_DAY,
    SEASONS,
    Moment,
    Value,
    month_number,
    nth_weekday,
    season,
    value_of,
)

WEEKDAY = "(?P<weekday>" + "|".join(d.capitalize() for d in DAYS) + ")"
PART = "(?P<part>" + "|".join(PARTS_OF_DAY) + ")"
LONG_UNIT = r"(?P<unit>week|month|quarter|year|decade|century)"
EARLY = r"(?:(?i:early|earlier|mid|late|later)[\s-]+)?"
BACK, ON = "last|previous|preceding|prior", "next|coming|following|upcoming"
WHICH = rf"(?P<which>{BACK}|{ON}|this|current)"
STEPS = {**dict.fromkeys(BACK.split("|"), -1), **dict.fromkeys(ON.split("|"), 1)}
NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
MONTHS_A_SEASON = 3
#: Days or months: a date with no verb to tell its direction is taken for the nearest.
LONG_AGO, MONTHS_AGO = 182, 8
#: Days: so short a time ago a date was, whatever the verb says; so soon it will be.
JUST_OVER = JUST_AHEAD = 60
NOTHING = Value(None, None)


def near_day(match: re.Match[str], around: Around) -> Value | None:
    """Read "yesterday", "tomorrow evening", "tonight"."""
    word = match["word"].casefold()
    part = match["part"] or ("night" if word == "tonight" else None)
    return on_day(around.anchor, NEAR_DAYS[word], part)


def this_part(match: re.Match[str], around: Around) -> Value | None:
    """Read "this morning", "last night"."""
    return on_day(around.anchor, STEPS.get(match["which"].casefold(), 0), match["part"])


def weekday(match: re.Match[str], around: Around) -> Value | None:
    """Read a day of the week: the nearest past one, or the nearest to come."""
    anchor, which = around.anchor, (match["which"] or "").casefold()
    if anchor is None or anchor.date is None:
        return NOTHING
    step = (DAYS.index(match["weekday"].casefold()) - anchor.date.weekday()) % DAYS_A_WEEK
    ahead = STEPS.get(which, 0) > 0 or (bool(around.ahead) and not which)
    if ahead:
        step = step or (DAYS_A_WEEK if which else 0)
    else:
        step -= DAYS_A_WEEK if step or which in BACK.split("|") else 0
    return on_day(anchor, step, match["part"])


def on_day(anchor: Moment | None, step: int, part: str | None) -> Value:
    """Give the day so many days on; TIMEX3 adds the part of the day."""
    day = NOTHING if anchor is None else anchor.shifted("day", step)
    if part is None or day.timex is None:
        return day
    return Value(day.edtf, f"{day.timex}T{PARTS_OF_DAY[part.casefold()]}")


def day_of_month(match: re.Match[str], around: Around) -> Value | None:
    """Read a day of a month without its year: the nearest past one, or the nearest to come."""
    month, day, which = month_number(match["month"]), int(match["day"]), match["which"]
    if which and around.anchor is not None:
        year: int | None = around.anchor.year + STEPS.get(which.casefold(), 0)
    else:
        year = year_of_day(around, (month, day), match["named"])
    if year is None:
        return Value(None, f"XXXX-{month:02d}-{day:02d}")
    return asked(value_of(year, month, day), match["named"])


def year_of_day(around: Around, there: tuple[int, int], weekday: str | None) -> int | None:
    """Give the year of a day of a month; None without a date.

    A day of the week tells it where it fits; else it is the nearest past one, or to come.

    Args:
        around: what tells the direction.
        there: month and day.
        weekday: that stands beside it.
    """
    anchor = around.anchor
    today = None if anchor is None else anchor.date
    if anchor is None or today is None:
        return nearest_year(around, there[0])
    years = [Moment.of(anchor.year + n, *there) for n in (-1, 0, 1)]
    days = [m.date for m in years if m is not None and m.date is not None]
    if not days:
        return anchor.year
    fit = [d for d in days if weekday and DAYS[d.weekday()] == weekday.casefold()]
    return min(fit, key=lambda d: abs(d - today)).year if fit else _year(around, today, days)


def _year(around: Around, today: date, days: list[date]) -> int:
    """Choose among the same day of several years, in order, by direction and distance."""
    over = [d for d in days if d <= today]
    coming = [d for d in days if d > today]
    if not over or not coming:
        return min(days, key=lambda d: abs(d - today)).year
    since, until = (today - over[-1]).days, (coming[0] - today).days
    ahead = {None: since > LONG_AGO, True: since > JUST_OVER, False: until <= JUST_AHEAD}
    is_today = since == 0
    return (coming[0] if ahead[around.ahead] and not is_today else over[-1]).year


def lone_month(match: re.Match[str], around: Around) -> Value | None:
    """Read a month without its year: the nearest past one, or the nearest to come."""
    month, which = month_number(match["month"]), (match["which"] or "").casefold()
    on = True if which in ON.split("|") else around.ahead
    year = nearest_year(Around(around.anchor, on), month)
    if year is not None and around.anchor is not None and which in BACK.split("|"):
        year = around.anchor.year - (month >= (around.anchor.month or 0))
    return Value(None, f"XXXX-{month:02d}") if year is None else value_of(year, month)


def month_of_which(match: re.Match[str], around: Around) -> Value | None:
    """Read "October last year", "April of next year"."""
    month = month_number(match["month"])
    if around.anchor is None:
        return Value(None, f"XXXX-{month:02d}")
    return value_of(around.anchor.year + STEPS.get(match["which"].casefold(), 0), month)


def nearest_year(around: Around, month: int) -> int | None:
    """Give the year in which a month last was, or next will be; None without a date."""
    anchor = around.anchor
    if anchor is None or anchor.month is None:
        return None
    since = (anchor.month - month) % MONTHS_A_YEAR
    ahead = since >= MONTHS_AGO if around.ahead is None else around.ahead
    last = anchor.year - (month > anchor.month)
    return last + (1 if ahead and since else 0)


def feast(match: re.Match[str], around: Around) -> Value | None:
    """Read a day known by its name, of the year nearest to the document's date."""
    anchor = around.anchor
    if anchor is None or anchor.date is None:
        return NOTHING
    told = words().feasts[match["feast"]]
    years = [anchor.year + n for n in (-1, 0, 1) if MINYEAR <= anchor.year + n <= MAXYEAR]
    days = [_day_of_feast(year, told) for year in years]
    last = STEPS.get((match["which"] or "").casefold(), 0)
    direction = {-1: False, 0: around.ahead, 1: True}[last]
    year = _year(Around(anchor, direction), anchor.date, days)
    day = next(d for d in days if d.year == year)
    return value_of(day.year, day.month, day.day)


def _day_of_feast(year: int, told: str) -> date:
    """Give the day of a feast in a year, as the table tells it: "12-25", "11 4 thursday"."""
    if "-" in told:
        return date.fromisoformat(f"{year:04d}-{told}")
    month, number, weekday = told.split()
    return nth_weekday(year, int(month), (int(number), DAYS.index(weekday)))


def shifted(match: re.Match[str], around: Around) -> Value | None:
    """Read "last week", "this year", "the next quarter"."""
    if around.anchor is None:
        return NOTHING
    return around.anchor.shifted(match["unit"].casefold(), STEPS.get(match["which"].casefold(), 0))


def shifted_season(match: re.Match[str], around: Around) -> Value | None:
    """Read "last summer", "this winter"."""
    anchor, name, which = around.anchor, match["season"].casefold(), match["which"].casefold()
    if anchor is None or anchor.month is None:
        return NOTHING
    over = SEASONS[name][2] < anchor.month
    step = {0: 0, -1: 0 if over else -1, 1: int(over)}[STEPS.get(which, 0)]
    return season(anchor.year + step, name)


def bare_season(match: re.Match[str], around: Around) -> Value | None:
    """Read "in the spring": the one that is or last was, or that is to come."""
    anchor, name = around.anchor, match["season"].casefold()
    if anchor is None or anchor.month is None:
        return NOTHING
    last = SEASONS[name][2]
    begun = anchor.month > last - MONTHS_A_SEASON
    step = int(last < anchor.month) if around.ahead else -int(not begun)
    return season(anchor.year + step, name)


def weekend(match: re.Match[str], around: Around) -> Value | None:
    """Read "over the weekend": the Saturday and Sunday before the document's date, or after."""
    anchor = around.anchor
    if anchor is None or anchor.date is None:
        return NOTHING
    ahead = match["which"] is not None and STEPS.get(match["which"].casefold(), 0) > 0
    saturday = DAYS.index("saturday")
    step = (saturday - anchor.date.weekday()) % DAYS_A_WEEK
    step -= 0 if ahead or around.ahead else DAYS_A_WEEK
    days = [anchor.shifted("day", step + n).edtf for n in (0, 1)]
    week = anchor.shifted("week", 0 if step >= 0 else -1).timex
    return Value(f"{days[0]}/{days[1]}", f"{week}-WE")


def ago(match: re.Match[str], around: Around) -> Value | None:
    """Read "two years ago", "a week earlier", "three months from now"."""
    count, unit = figure(match["number"]), match["unit"].casefold()
    if around.anchor is None or count is None or count != int(count):
        return NOTHING
    back = match["way"].split()[0].casefold() in {"ago", "earlier"}
    return around.anchor.shifted(unit, -int(count) if back else int(count))


def this_unit(match: re.Match[str], around: Around) -> Value | None:
    """Read "the year" that the document is of, "the quarter" that is over."""
    unit = match["unit"].casefold()
    if around.anchor is None:
        return NOTHING
    return around.anchor.shifted(unit, -1 if unit == "quarter" else 0)


AGO = r"(?P<way>ago|earlier|hence|from now|from today)"
ANY_WHICH = rf"(?:(?i:{WHICH})\s+)?"
ANY_MONTH = "|".join(m.capitalize() for m in MONTHS)
MONTH_FIRST = rf"\b(?i:between|from)\s+(?:{ANY_MONTH})\s+(?:and|to|until|till|through)\s+"
#: Months that are no other word; those that are a name too are none before another name.
PLAIN_MONTH = r"(?P<month>January|February|July|September|October|November|December"
PLAIN_MONTH += r"|(?:April|June|August)(?!\s+[A-Z])|(?<=\b[Tt]he )March)"
SEASON_CUE = "in|since|until|by|before|during|over|throughout|for"
BARE_SEASON = r"(?:the\s+)?(?:(?:early|late)\s+)?"
BARE_SEASON += r"(?P<season>(?:spring|summer|autumn|winter|(?<=the )fall))"
#: "The summer of 2022" has its year; "the winter camp" tells no time.
NO_SEASON = r"(?!\s+(?:of\s+)?\d{4}|-|\s+(?:camp|house|season|offensive|coat|school))"
MONTH_CUE = "in|since|until|till|from|after|by|to|of|between|before|during|for|through"
#: Whose year is another than the document's: "3 May last year".
OF_WHICH = r"\s+(?:of\s+)?(?P<which>(?i:last|this|next))\s+year\b"
ANY_YEAR = rf"(?:{OF_WHICH})?"
NO_YEAR = r"(?!,?\s+(?:1[89]|20)\d\d)"
KIND_OF_YEAR = r"(?:(?i:fiscal|calendar|financial)\s+)?"
#: "The year before the raid" is no year of the document's.
NO_EVENT = r"\b(?!-|\s+(?:before|after|earlier|ago|of))"
FEAST = "(?P<feast>" + "|".join(sorted(words().feasts, key=len, reverse=True)) + ")"

#: A group named "span" holds the words of the time where the pattern needs more than these.
RELATIVE = grammar(
    (rf"\b{EARLY}(?P<word>(?i:{'|'.join(NEAR_DAYS)}))(?:\s+(?i:{PART}))?\b", near_day),
    (rf"\b{EARLY}(?i:(?P<which>this|last))\s+(?i:{PART})\b", this_part),
    (rf"\b{EARLY}(?:(?i:{WHICH})\s+)?{WEEKDAY}(?:\s+(?i:{PART}))?\b", weekday),
    (
        rf"\b{ANY_DAY}(?:the\s+)?{DAY}(?:\s+of)?\s+{MONTH}(?!\w){NO_YEAR}{ANY_YEAR}",
        day_of_month,
    ),
    (
        rf"\b{ANY_DAY}{MONTH}\s+{DAY}(?!\s*[\d%]|,\d|\w|,?\s+(?:1[89]|20)\d\d){ANY_YEAR}",
        day_of_month,
    ),
    (rf"\b{EDGE}{EARLY}{LONG_MONTH}{OF_WHICH}", month_of_which),
    (
        rf"\b(?i:{MONTH_CUE})\s+(?P<span>{EDGE}{ANY_WHICH}{EARLY}{LONG_MONTH})\b(?!\s+\d)",
        lone_month,
    ),
    (rf"{MONTH_FIRST}(?P<span>(?P<which>){LONG_MONTH})\b(?!\s+\d)", lone_month),
    (rf"\b{EARLY}(?i:{WHICH})\s+{LONG_MONTH}\b(?!\s+\d)", lone_month),
    (rf"(?P<span>\b{LONG_MONTH})(?P<which>)(?=\s+and\s+[A-Z])\b(?!\s+\d)", lone_month),
    (rf"\b(?P<which>)(?:(?i:early|mid|late)[\s-]+){LONG_MONTH}\b(?!\s+\d)", lone_month),
    (rf"\b(?P<which>){PLAIN_MONTH}\b(?!,?\s+\d)", lone_month),
    (
        rf"\b{EDGE}{EARLY}(?:(?i:the)\s+)?(?i:{WHICH})\s+{KIND_OF_YEAR}(?i:{LONG_UNIT})\b",
        shifted,
    ),
    (
        rf"\b{EARLY}(?i:{WHICH})\s+(?P<season>(?i:spring|summer|autumn|fall|winter))\b",
        shifted_season,
    ),
    (rf"\b(?i:{SEASON_CUE})\s+(?P<span>{BARE_SEASON})\b{NO_SEASON}", bare_season),
    (
        rf"(?P<span>\bthe\s+(?P<season>spring|summer|autumn|winter))\b{NO_SEASON}(?!['’])",
        bare_season,
    ),
    (r"\b(?:the|(?P<which>last|this|next|past|coming))\s+weekend\b", weekend),
    (rf"\b(?i:{ANY_WHICH}){FEAST}\b", feast),
    (rf"\b(?i:{NUMBER})\s+(?i:{UNIT})s?\s+(?i:{AGO})\b", ago),
    (rf"\b{EDGE}(?:the|that)\s+(?:full\s+)?{KIND_OF_YEAR}(?P<unit>year){NO_EVENT}", this_unit),
    (rf"\bthe\s+(?:latest\s+|most\s+recent\s+)?(?P<unit>quarter){NO_EVENT}", this_unit),
    (r"\b(?:the\s+)?(?P<unit>year)(?:[\s-]end|['’]s\s+end)\b(?!\s+\d{4})", this_unit),
)
