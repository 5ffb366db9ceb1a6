"""Times that are counted from another that was told before: "a year later", "that month"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.extract.figures import figure
from sayso.extract.when.moments import PARTS_OF_DAY, Found, Moment, Value

#: Units of what is counted from a time told before.
_UNIT: Final = r"(?P<unit>day|week|month|year)"
_PART: Final = "(?P<part>" + "|".join(PARTS_OF_DAY) + ")"
_EARLY: Final = r"(?:(?:earlier|later|early|late)\s+)?"
#: "two days later", "a month earlier".
_AWAY: Final = re.compile(
    rf"\b(?P<number>[\w-]+)\s+{_UNIT}s?\s+"
    r"(?P<way>earlier|later|previously|before|after)\b",
    re.IGNORECASE,
)
#: "Two days before the attack" is counted from the attack, of which no time is known.
_EVENT: Final = re.compile(r"(?<=before|.after)\s+\w", re.IGNORECASE)
#: "the following year", "that month", "the same day", "the next morning".
_WHICH: Final = re.compile(
    rf"(?<!\bover )(?<!\bwithin )(?<!\bduring )\b{_EARLY}"
    r"(?:(?:the\s+)(?P<which>next|following|previous|preceding|same)"
    rf"|(?P<that>that(?:\s+same)?))\s+(?:{_UNIT}|{_PART})\b"
    r"(?!\s+(?:that|of|in which|when)\b)",
    re.IGNORECASE,
)
#: "on Tuesday, the day after a bomb …": what follows lay on the day before.
_BESIDE: Final = re.compile(
    rf"(?<!\bin )\bthe\s+{_UNIT}\s+(?P<way>after|before)\b(?=\s+[\w“\"])", re.IGNORECASE
)
#: "since" with no time behind it: "has since spread", "had no ties since.", "since when".
_SINCE: Final = re.compile(
    r"(?<=\bhas )since\b|(?<=\bhave )since\b|(?<=\bhad )since\b"
    r"|\b(?:ever )?since(?=\s*[.,;:)]|\s*$)|\bsince (?:then|when)\b",
    re.IGNORECASE,
)
_STEPS: Final = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_BACK: Final = frozenset({"earlier", "before", "previously"})
_CLOSE: Final = 2


def count_on(text: str, found: Sequence[Found], told: str | None) -> Iterator[Found]:
    """Give the times of a sentence with those that are counted from another, in order.

    Args:
        text: of the sentence.
        found: its times as they stand alone, in order.
        told: the last time of the sentence before, EDTF.
    """
    counted = list(_counted(text))
    free = [f for f in found if not any(_overlap(f, m) for m in counted)]
    places: list[Found | re.Match[str]] = [*free, *counted]
    for place in sorted(places, key=_place):
        here: Found | re.Match[str] | None = place
        if isinstance(place, re.Match):
            before = _before(place.start(), free)
            here = _placed(place, found, (before, told))
        if isinstance(here, Found):
            told = here.value.edtf or told
            yield here


def last_told(found: Sequence[Found], told: str | None) -> str | None:
    """Give the last time of a sentence that has a value, or what was told before."""
    return next((f.value.edtf for f in reversed(found) if f.value.edtf is not None), told)


def _place(one: Found | re.Match[str]) -> tuple[int, int]:
    """Give where an expression stands in order: the longer first where two begin together."""
    start, end = (one.start, one.end) if isinstance(one, Found) else one.span()
    return (start, -end)


def _overlap(found: Found, match: re.Match[str]) -> bool:
    """Say whether two expressions share a character."""
    return match.start() < found.end and found.start < match.end()


def _placed(
    match: re.Match[str], found: Sequence[Found], before: tuple[Found | None, str | None]
) -> Found | None:
    """Give an expression with its value; without one what it is alone, but with no value.

    Args:
        match: the expression.
        found: the times of the sentence as they stand alone.
        before: the time right before it, and the last one told.
    """
    value = _value(match, *before)
    if value.edtf is not None:
        return Found(match.start(), match.end(), value)
    same = next((f for f in found if _overlap(f, match)), None)
    return None if same is None else Found(same.start, same.end, Value(None, same.value.timex))


def _counted(text: str) -> Iterator[re.Match[str]]:
    """Give the expressions that are counted from another time, in no order, none in another."""
    taken: list[tuple[int, int]] = []
    for pattern in (_BESIDE, _AWAY, _WHICH, _SINCE):
        for match in pattern.finditer(text):
            if pattern is _AWAY and figure(match["number"]) is None:
                continue
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield match


def _before(start: int, free: Iterable[Found]) -> Found | None:
    """Give the time that stands right before a place, parted by a comma."""
    return next((f for f in free if 0 <= start - f.end <= _CLOSE), None)


def _value(match: re.Match[str], beside: Found | None, told: str | None) -> Value:
    """Give the value of an expression, from the last time told; none without that."""
    if match.re is _SINCE:
        last = None if told is None else told.split("/")[-1]
        return Value(f"{last}/..", None) if last not in {None, "..", ""} else Value(None, None)
    from_there = Moment.read(None if told is None else told.strip("./").split("/")[-1])
    if from_there is None or (match.re is _AWAY and _EVENT.match(match.string, match.end())):
        return Value(None, None)
    unit, step = (match["unit"] or "day").casefold(), _step(match)
    if match.re is _BESIDE and beside is not None:
        step = -step  # what follows is told of the other event
    if match.re is _AWAY and unit == "year" and from_there.month is not None:
        return from_there.shifted("month", step * 12)
    return _at_part(from_there.shifted(unit, step), match)


def _at_part(value: Value, match: re.Match[str]) -> Value:
    """Give a day with the part of it that is told, in TIMEX3."""
    part = match.groupdict().get("part")
    if not part or value.timex is None:
        return value
    return Value(value.edtf, f"{value.timex}T{PARTS_OF_DAY[part.casefold()]}")


def _step(match: re.Match[str]) -> int:
    """Give how many units on an expression points."""
    if match.re is _WHICH:
        return 0 if match["that"] else _STEPS[match["which"].casefold()]
    count = 1 if match.re is _BESIDE else int(figure(match["number"]) or 0)
    return -count if match["way"].casefold() in _BACK else count
