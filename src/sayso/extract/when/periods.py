"""Quarters and halves told from one told before: "a year earlier", "the same period last year"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.when.moments import Found, Moment, Value

_PERIOD: Final = re.compile(r"(?P<year>\d{4})-(?P<part>[QH])(?P<number>\d)")
_NOT_EVENT: Final = r"(?!\s+(?:the|a|an|his|her|its|their|he|she|it|they|[A-Z]))"
_YEAR_BACK: Final = rf"\b(?:a|one)\s+year\s+(?:ago|earlier|previously|before{_NOT_EVENT})"
#: "the year-earlier quarter", "year-ago".
_YEAR_AGO: Final = (
    r"\b(?:the\s+)?(?:year-(?:earlier|ago)|prior-year|year\s+earlier)\b"
    r"(?:\s+(?:period|quarter|half))?"
)
#: "the same quarter a year ago", "the corresponding period last year".
_SAME: Final = (
    r"\bthe\s+(?:same|corresponding|comparable|equivalent|like|year-earlier|year-ago)"
    r"\s+(?:quarter|period|half|(?:three|six)\s+months)\s+(?:of\s+|in\s+)?"
    rf"(?:last\s+year|{_YEAR_BACK}|the\s+(?:previous|prior)\s+year|the\s+year\s+(?:before|earlier)"
    r"|(?P<year>(?:19|20)\d\d))\b"
)
#: "the 1988 quarter", "the like 1988 period".
_OF_YEAR: Final = (
    r"\b(?:the\s+)?(?:same\s+|like\s+|comparable\s+)?(?P<year>(?:19|20)\d\d)['’]?s?\s+"
    r"(?:quarter|period|half)\b"
)
_THIS: Final = r"\b(?:the|that)\s+(?:latest\s+|same\s+)?(?:quarter|period)\b(?!-)"
_LAST: Final = r"\bthe\s+(?:previous|prior|preceding)\s+quarter\b"
#: How many years, or quarters, each expression points on.
_RULES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), years, quarters)
    for pattern, years, quarters in (
        (_SAME, -1, 0),
        (_OF_YEAR, 0, 0),
        (_YEAR_AGO, -1, 0),
        (_YEAR_BACK, -1, 0),
        (_THIS, 0, 0),
        (_LAST, 0, -1),
    )
)
#: Only where money or shares of a whole are told is a year counted from a quarter of long before.
_FIGURES: Final = re.compile(
    r"[$€£%]|\b(?:cents?|percent|per cent|[mb]illion|earnings|profits?|loss(?:es)?|revenues?"
    r"|sales|net)\b",
    re.IGNORECASE,
)
_QUARTERS_A_YEAR: Final = 4


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter or half of a year, counted from 1."""

    year: int
    part: str
    number: int

    @property
    def value(self) -> Value:
        """Write it; EDTF at the level we use has no word for it."""
        return Value(None, f"{self.year:04d}-{self.part}{self.number}")


def period_of(value: Value) -> Period | None:
    """Give the period that a value is, or None."""
    told = _PERIOD.fullmatch(value.timex or "")
    return None if told is None else Period(int(told["year"]), told["part"], int(told["number"]))


def in_periods(
    text: str, found: Sequence[Found], told: Period | None, anchor: Moment | None
) -> list[Found]:
    """Give the times of a sentence with those that point to a period, in order.

    Args:
        text: of the sentence.
        found: its times as they stand alone, in order.
        told: the last period that the document told before, if any.
        anchor: the document's date.
    """
    if not _FIGURES.search(text):
        told = None
    placed = [f for m, years, on in _matches(text) if (f := _placed(m, (years, on), (found, told)))]
    free = [f for f in found if not any(f.start < p.end and p.start < f.end for p in placed)]
    placed += _without_period(text, [*free, *placed], anchor)
    return sorted((*free, *placed), key=lambda f: (f.start, -f.end))


def _matches(text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Give the expressions that point to a period, the longest where they overlap."""
    end = -1
    every = [(m, years, on) for p, years, on in _RULES for m in p.finditer(text)]
    for match, years, on in sorted(every, key=lambda one: (one[0].start(), -one[0].end())):
        if match.start() >= end:
            end = match.end()
            yield match, years, on


def _placed(
    match: re.Match[str], steps: tuple[int, int], before: tuple[Sequence[Found], Period | None]
) -> Found | None:
    """Give an expression with its period, counted from the last one told; None without that."""
    found, told = before
    here = [period_of(f.value) for f in found if f.end <= match.start()]
    period = next((p for p in reversed(here) if p is not None), told)
    if period is None:
        return None
    year = match.groupdict().get("year")
    years, quarters = (int(year) - period.year if year else steps[0]), steps[1]
    size = _QUARTERS_A_YEAR if period.part == "Q" else _QUARTERS_A_YEAR // 2
    count = (period.year + years) * size + period.number - 1 + quarters
    moved = Period(count // size, period.part, count % size + 1)
    return Found(match.start(), match.end(), moved.value)


def _without_period(text: str, found: Sequence[Found], anchor: Moment | None) -> Iterator[Found]:
    """Give "year-earlier" where no period was told: the year before the document's."""
    if anchor is None:
        return
    for match in re.finditer(_YEAR_AGO, text, re.IGNORECASE):
        if not any(match.start() < f.end and f.start < match.end() for f in found):
            yield Found(match.start(), match.end(), anchor.shifted("year", -1))
