"""The grammar of times of day, and the days that they belong to."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.extract.when.calendar import Around, grammar
from sayso.extract.when.moments import Found, Moment, Value

_NOON: Final = 12
_ZONE: Final = r"(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|GMT|UTC|BST|CET|local\s+time)"
#: What stands between an hour and its day when both are one expression: "9 a.m. EST Tuesday".
_ONE: Final = re.compile(rf"\.?,?\s*(?:\({_ZONE}\)\s*)?(?:{_ZONE}\s*)?,?\s*")
#: What may stand between an hour and its day when they are two: "9 a.m. (0600 GMT) on Tuesday".
_TWO: Final = re.compile(
    rf"\.?\s*(?:{_ZONE})?\s*(?:\([^()\n]{{1,24}}\))?,?\s*(?:on\s+)?|,?\s*(?:at|by|around|about|\s)*\s*"
)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\??")
_HOUR: Final = re.compile(r"(?:[\dX]{4}-[\dX]{2}-[\dX]{2})(T\d{2}:\d{2})")
#: The day of an hour where none is known.
_NO_DAY: Final = "XXXX-XX-XX"


def clock(match: re.Match[str], around: Around) -> Value | None:
    """Read a time of day; EDTF at the level we use keeps the day alone."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").casefold()
    if half.startswith(("p", "a")) and not half.startswith("after"):
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    elif half in {"afternoon", "evening"} and hour < _NOON:
        hour += _NOON
    return _at(around, f"T{hour:02d}:{minute:02d}")


def noon(_match: re.Match[str], around: Around) -> Value | None:
    """Read "noon", "midday"."""
    return _at(around, f"T{_NOON}:00")


def _at(around: Around, hour: str) -> Value:
    """Give an hour of the document's day."""
    day = None if around.anchor is None else around.anchor.date
    return Value(None, f"{_NO_DAY if day is None else day.isoformat()}{hour}")


#: "4 in the morning", "six o'clock in the evening".
_IN_WORDS: Final = (
    r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?(?:\s+o['’]clock)?\s+in\s+the\s+"
    r"(?P<half>morning|afternoon|evening)\b"
)

CLOCK = grammar(
    (
        r"\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)",
        clock,
    ),
    (_IN_WORDS, clock),
    (r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?P<half>)(?!\d)\b", clock),
    (r"(?<=\bat )(?:noon|midday)\b", noon),
)


def on_their_days(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Give the times of a text with each hour on the day beside it.

    "9 a.m. Tuesday" is one time, "9 a.m. on Tuesday" are two.
    """
    n = 0
    while n < len(found):
        here = found[n]
        after = found[n + 1] if n + 1 < len(found) else None
        if after is not None and _is_hour(here) and _is_day(after):
            gap = text[here.end : after.start]
            if _ONE.fullmatch(gap):
                yield Found(here.start, after.end, _moved(here, after, with_day=True))
                n += 2
                continue
            here = Found(here.start, here.end, _moved(here, after)) if _TWO.fullmatch(gap) else here
        elif n and _is_hour(here) and _is_day(found[n - 1]):
            gap = text[found[n - 1].end : here.start]
            near = _TWO.fullmatch(gap) is not None
            here = Found(here.start, here.end, _moved(here, found[n - 1])) if near else here
        yield here
        n += 1


def _is_hour(found: Found) -> bool:
    """Say whether a time is an hour alone."""
    return found.value.edtf is None and _HOUR.fullmatch(found.value.timex or "") is not None


def _is_day(found: Found) -> bool:
    """Say whether a time is one day, whose hour nobody has told."""
    return _DAY.fullmatch(found.value.edtf or "") is not None and (
        Moment.read(found.value.timex) is not None
    )


def _moved(hour: Found, day: Found, *, with_day: bool = False) -> Value:
    """Give an hour on another day; EDTF has only the day, and that is told there."""
    told = _HOUR.fullmatch(hour.value.timex or "")
    at = "" if told is None else told[1]
    return Value(day.value.edtf if with_day else None, f"{day.value.timex}{at}")
