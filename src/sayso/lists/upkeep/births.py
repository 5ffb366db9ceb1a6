"""Dates of birth that stand outside their field: in aliases, papers and remarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.lists.fields.words import paper_in_words
from sayso.lists.upkeep.remarks import day_in, even, sentences
from sayso.model.lists import DateInterval, ListEntry
from sayso.model.upkeep import EntryWords

#: Years by which an approximate date may be off and still be meant; our own choice.
ABOUT_YEARS: Final = 5

_DATE: Final = r"\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}"
_TOLD: Final = re.compile(
    r"(?:\b[Bb]orn(?: on| in)?|\bD(?:P)?OB|\b[Dd]ates? of birth)\s?[:-]?\s*"
    rf"(?P<dates>(?:(?:[a-z]\) ?|(?:or|and) )?(?:{_DATE})\b[,;]? ?)+)"
)


@dataclass(frozen=True, slots=True)
class ToldBirth:
    """A date of birth with the words that tell it; several that stand together are one telling."""

    born: DateInterval
    words: EntryWords


def births_told(entry: ListEntry) -> Iterator[ToldBirth]:
    """Give the dates of birth that stand in names' notes, papers and remarks, in that order."""
    notes = ((n.note, f"{n.text} [{even(n.note)}]", "names") for n in entry.names if n.note)
    papers = ((p.note, paper_in_words(p), "documents") for p in entry.documents if p.note)
    remarks = ((s, s, "remarks") for s in sentences(entry.remarks or ""))
    for text, shown, field in (*notes, *papers, *remarks):
        words = EntryWords(reference=entry.reference, field=field, words=shown)
        for told in _TOLD.finditer(even(text)):
            for born in map(_interval, re.findall(_DATE, told["dates"])):
                yield ToldBirth(born, words)


def fits(told: ToldBirth, entry: ListEntry) -> bool:
    """Say whether the entry's own dates of birth, where it has any, allow one told elsewhere."""
    return not entry.births or any(not apart(told.born, own) for own in entry.births)


def apart(one: DateInterval, other: DateInterval, about_years: int = ABOUT_YEARS) -> bool:
    """Say whether two dates rule each other out; a date only in words rules out nothing.

    Args:
        one: a date.
        other: a date.
        about_years: by how much an approximate date may be off.
    """
    ends = (one.start, one.end, other.start, other.end)
    if any(end is None for end in ends):
        return False
    (start, end), (first, last) = _widened(one, about_years), _widened(other, about_years)
    return end < first or last < start


def _widened(interval: DateInterval, about_years: int) -> tuple[str, str]:
    """Give both ends, an approximate date as wide as it may be."""
    start, end = interval.start or "", interval.end or ""
    if not interval.approximate:
        return start, end
    first, last = int(start[:4]) - about_years, int(end[:4]) + about_years
    return f"{first:04}{start[4:]}", f"{last:04}{end[4:]}"


def _interval(words: str) -> DateInterval:
    """Give a date as an interval: a day, or a year; one that no calendar has stays in words."""
    if words.isdigit():
        return DateInterval(start=f"{words}-01-01", end=f"{words}-12-31", surface=words)
    day = day_in(words) if " " in words else _iso(words)
    return DateInterval(start=day, end=day, surface=words)


def _iso(words: str) -> str | None:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None
