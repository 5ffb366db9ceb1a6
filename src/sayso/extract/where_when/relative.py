"""The grammar of times told from the document's date, of lengths of time and of "now"."""

import re

from sayso.extract.where_when.calendar import ANY_DAY, DAY, LONG_MONTH, MONTH, Around, grammar
from sayso.extract.where_when.figures import figure
from sayso.extract.where_when.moments import (
    DAYS,
    DAYS_A_WEEK,
    MONTHS,
    MONTHS_A_YEAR,
    PARTS_OF_DAY,
    SEASONS,
    Moment,
    Value,
    duration,
    month_number,
    season,
    value_of,
)

WEEKDAY = "(?P<weekday>" + "|".join(d.capitalize() for d in DAYS) + ")"
PART = "(?P<part>" + "|".join(PARTS_OF_DAY) + ")"
UNIT = r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade)"
LONG_UNIT = r"(?P<unit>week|month|quarter|year|decade|century)"
NUMBER = r"(?P<number>(?:\d[\d,.]*\d|\d|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
NUMBER += r"|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
NUMBER += r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]\w+)?|half an?"
NUMBER += r"|a hundred|a dozen|hundred|dozen))"
VAGUE = r"(?P<vague>several|some|a few|few|many|recent|a couple of|couple of|a number of)"
BACK, ON = "last|past|previous|preceding", "next|coming|following|upcoming"
WHICH = rf"(?P<which>{BACK}|{ON}|this|current)"
STEPS = {**dict.fromkeys(BACK.split("|"), -1), **dict.fromkeys(ON.split("|"), 1)}
NEAR_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
SETS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
MONTHS_A_SEASON = 3
#: Days: a date with no verb to tell its direction is taken for the nearest.
LONG_AGO = 182
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
    month, day = month_number(match["month"]), int(match["day"])
    year = nearest_year(around, month, day)
    anchor, here = around.anchor, Moment.of(year, month, day)
    if around.ahead is None and anchor is not None and anchor.date and here and here.date:
        year = here.year + ((anchor.date - here.date).days > LONG_AGO)
    return (
        Value(None, f"XXXX-{month:02d}-{day:02d}") if year is None else value_of(year, month, day)
    )


def lone_month(match: re.Match[str], around: Around) -> Value | None:
    """Read a month without its year: the nearest past one, or the nearest to come."""
    month, which = month_number(match["month"]), (match["which"] or "").casefold()
    year = nearest_year(
        Around(around.anchor, bool(around.ahead) or which in ON.split("|")), month, None
    )
    if year is not None and around.anchor is not None and which in BACK.split("|"):
        year -= month == around.anchor.month
    return Value(None, f"XXXX-{month:02d}") if year is None else value_of(year, month)


def nearest_year(around: Around, month: int, day: int | None) -> int | None:
    """Give the year in which a month or day last was, or next will be; None without a date."""
    anchor = around.anchor
    if anchor is None or anchor.month is None:
        return None
    here = (anchor.month, anchor.day if day is not None and anchor.day is not None else 0)
    there = (month, day if day is not None and anchor.day is not None else 0)
    if around.ahead:
        return anchor.year + (there < here)
    return anchor.year - (there > here)


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
    back = match["way"].split()[0].casefold() in {"ago", "earlier", "before"}
    return around.anchor.shifted(unit, -int(count) if back else int(count))


def this_unit(match: re.Match[str], around: Around) -> Value | None:
    """Read "the quarter", "the year" that the document speaks of."""
    unit = match["unit"].casefold()
    if around.anchor is None:
        return NOTHING
    return around.anchor.shifted(unit, -1 if unit == "quarter" else 0)


def length(match: re.Match[str], _around: Around) -> Value | None:
    """Read "three days", "the past two months", "a five-year"."""
    count = figure(match["number"])
    if count is None:
        return None
    if count != int(count):
        count, unit = count * MONTHS_A_YEAR, match["unit"].casefold()
        whole = unit == "year" and count == int(count)
        return duration(str(int(count)), "month") if whole else NOTHING
    return duration(str(int(count)), match["unit"].casefold())


def vague_length(match: re.Match[str], _around: Around) -> Value | None:
    """Read "several months", "recent weeks", "the last decades"."""
    if (match["vague"] or "").casefold() == "recent":
        return Value(None, "PAST_REF")
    return duration("X", match["unit"].casefold())


def one_length(match: re.Match[str], _around: Around) -> Value | None:
    """Read "a month", "every day", "the past decade", "per year"."""
    return duration("1", match["unit"].casefold())


def repeated(match: re.Match[str], _around: Around) -> Value | None:
    """Read "daily", "annual"."""
    return Value(None, SETS[match.group().casefold()])


def clock(match: re.Match[str], around: Around) -> Value | None:
    """Read a time of day; EDTF at the level we use keeps the day alone."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if (match["half"] or "").casefold().startswith("p") and hour < MONTHS_A_YEAR:
        hour += 12
    day = on_day(around.anchor, 0, None).timex
    return Value(None, None if day is None else f"{day}T{hour:02d}:{minute:02d}")


AGO = r"(?P<way>ago|earlier|later|before|hence|from now|from today)"
ANY_WHICH, ANY_PART = rf"(?:(?i:{WHICH})\s+)?", r"(?:(?i:early|mid|late)[\s-]+)?"
SPAN_WHICH = r"(?:(?i:(?:the\s+)?(?:last|past|previous|next|coming|first|final))\s+)?"
WHOLE = r"(?:(?:full|more|consecutive|straight|whole)\s+)?"
ANY_MONTH = "|".join(m.capitalize() for m in MONTHS)
MONTH_FIRST = rf"\b(?i:between|from)\s+(?:{ANY_MONTH})\s+(?:and|to|until|till|through)\s+"
SEASON_CUE = "in|since|until|by|before|during|over|throughout|for"
BARE_SEASON = r"(?:the\s+)?(?:(?:early|late)\s+)?"
BARE_SEASON += r"(?P<season>(?:spring|summer|autumn|winter|(?<=the )fall))"
#: "The summer of 2022" has its year; "the winter camp" tells no time.
NO_SEASON = r"(?!\s+(?:of\s+)?\d{4}|-|\s+(?:camp|house|season|offensive|coat|school))"
MONTH_CUE = "in|since|until|till|from|after|by|to|of|between|before|during|for|through"

#: A group named "span" holds the words of the time where the pattern needs more than these.
RELATIVE = grammar(
    (rf"\b(?P<word>(?i:{'|'.join(NEAR_DAYS)}))(?:\s+(?i:{PART}))?\b", near_day),
    (rf"\b(?i:(?P<which>this|last))\s+(?i:{PART})\b", this_part),
    (rf"\b(?:(?i:{WHICH})\s+)?{WEEKDAY}(?:\s+(?i:{PART}))?\b", weekday),
    (
        rf"\b{ANY_DAY}(?:the\s+)?{DAY}(?:\s+of)?\s+{MONTH}(?!\w)(?!,?\s+(?:1[89]|20)\d\d)",
        day_of_month,
    ),
    (rf"\b{ANY_DAY}{MONTH}\s+{DAY}(?!\s*[\d%]|,\d|\w|,?\s+(?:1[89]|20)\d\d)", day_of_month),
    (rf"\b(?i:{MONTH_CUE})\s+(?P<span>{ANY_WHICH}{ANY_PART}{LONG_MONTH})\b(?!\s+\d)", lone_month),
    (rf"{MONTH_FIRST}(?P<span>(?P<which>){LONG_MONTH})\b(?!\s+\d)", lone_month),
    (rf"\b(?i:{WHICH})\s+{LONG_MONTH}\b(?!\s+\d)", lone_month),
    (rf"(?P<span>\b{LONG_MONTH})(?P<which>)(?=\s+and\s+[A-Z])\b(?!\s+\d)", lone_month),
    (rf"\b(?P<which>)(?:(?i:early|mid|late)[\s-]+){LONG_MONTH}\b(?!\s+\d)", lone_month),
    (rf"\b(?:(?i:the)\s+)?(?i:{WHICH})\s+(?i:{LONG_UNIT})\b", shifted),
    (rf"\b(?i:{WHICH})\s+(?P<season>(?i:spring|summer|autumn|fall|winter))\b", shifted_season),
    (rf"\b(?i:{SEASON_CUE})\s+(?P<span>{BARE_SEASON})\b{NO_SEASON}", bare_season),
    (
        r"\b(?:at|over|during|on|by)\s+(?P<span>(?:the|(?P<which>last|this|next))\s+weekend)\b",
        weekend,
    ),
    (rf"\b(?i:{NUMBER})\s+(?i:{UNIT})s?\s+(?i:{AGO})\b", ago),
    (r"\b(?:the|that)\s+(?P<unit>quarter|year)\b(?!-)", this_unit),
    (rf"\b{SPAN_WHICH}(?i:{NUMBER})[\s-]+{WHOLE}(?i:{UNIT})s?\b(?!-old)", length),
    (
        rf"\b(?:(?i:(?:the\s+)?(?:last|past|next|coming))\s+)?(?i:{VAGUE})\s+(?i:{UNIT})s\b",
        vague_length,
    ),
    (rf"\b(?P<vague>)(?i:the\s+)?(?i:last|past|next|coming)\s+(?i:{UNIT})s\b", vague_length),
    (rf"\b(?P<vague>)(?<!\d )(?i:{UNIT})s\b(?!\s+(?:ago|earlier|later))", vague_length),
    (rf"\b(?i:each|every|per)\s+(?i:{UNIT})\b", one_length),
    (rf"\b(?i:{'|'.join(SETS)})\b", repeated),
    (
        r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)",
        clock,
    ),
    (r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?P<half>)(?!\d)\b", clock),
    (
        r"\b(?i:now|currently|current|nowadays|at present|at the moment|at this time|presently)\b",
        lambda _match, _around: Value(None, "PRESENT_REF"),
    ),
    (
        rf"\b(?i:recently|recent|lately|in the past)\b(?!\s+(?:[\w-]+\s+)?{UNIT}s?\b)",
        lambda _match, _around: Value(None, "PAST_REF"),
    ),
    (
        r"\b(?i:soon|shortly|in the (?:near )?future|the (?:near )?future|in the coming \w+s)\b",
        lambda _match, _around: Value(None, "FUTURE_REF"),
    ),
)
