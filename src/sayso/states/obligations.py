"""What the UN list binds every state to: entry by entry and measure by measure, since when."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory, ListEntry
from sayso.model.oversight import Moment, Obligation, Proof
from sayso.states.times.zones import NEW_YORK, between, moment_of, moment_of_release

#: The field of the list in which it says since when an entry is on it.
_LISTED_ON: Final = "LISTED_ON"


def obligations_of(un: Mapping[EntryId, EntryHistory]) -> tuple[Obligation, ...]:
    """Give the obligations of every entry that any of these releases has, ended ones too.

    An entry of a regime of which no measures are known brings none.

    Args:
        un: the UN list's entries in the releases that are looked at.

    Returns:
        By reference and measure.
    """
    found = (one for entry in un.values() for one in _of_entry(entry))
    return tuple(sorted(found, key=lambda one: (one.reference, one.measure)))


def _of_entry(history: EntryHistory) -> Iterator[Obligation]:
    entry, release = history.newest, history.releases[history.last]
    stated = stated_day(entry)
    proof = Proof(
        document=release.document_id,
        title=release.id,
        locator=f"entry {entry.reference}, {_LISTED_ON}",
        text=stated or "no date",
    )
    due, ended, absent = due_of(history), ended_of(history), tuple(_absences(history))
    questions = tuple(_questions(history, absent))
    for measure in entry.measures:
        yield Obligation(
            entry=entry.id,
            reference=entry.reference,
            name=entry.name,
            measure=measure,
            regimes=entry.regimes,
            due=due,
            proof=proof,
            ended=ended,
            absent=absent,
            questions=questions,
        )


def stated_day(entry: ListEntry) -> str | None:
    """Give the day of listing as the list writes it, with its zone where it has one."""
    return dict(entry.extras).get(_LISTED_ON, entry.listed_on)


def due_of(history: EntryHistory) -> Moment:
    """Give since when an entry binds: its day of listing in New York, or in the zone it bears.

    Of an entry without a day it is only known that it was listed by the first release that has it.
    """
    stated = stated_day(history.newest)
    moment = None if stated is None else moment_of(stated, NEW_YORK)
    if moment is not None:
        return moment
    return between(None, moment_of_release(history.releases[history.first], NEW_YORK))


def ended_of(history: EntryHistory) -> Moment | None:
    """Give when an entry disappeared: after the last release that has it; None while it stands."""
    if history.is_listed:
        return None
    before, after = (
        moment_of_release(history.releases[place], NEW_YORK)
        for place in (history.last, history.last + 1)
    )
    return between(before, after)


def _absences(history: EntryHistory) -> Iterator[Moment]:
    """Give when an entry was gone for a time: from a release that has it to the next one."""
    has = [place for place in range(history.first, history.last + 1) if history.at(place)]
    for before, after in pairwise(has):
        if after - before > 1:
            moments = (moment_of_release(history.releases[p], NEW_YORK) for p in (before, after))
            yield between(*moments)


def _questions(history: EntryHistory, absent: tuple[Moment, ...]) -> Iterator[str]:
    """Ask about days of listing that cannot be, or that the releases differ on."""
    days = sorted({w.entry.listed_on or "no day" for w in history.wordings})
    if len(days) > 1:
        yield f"the releases held give different days of listing: {', '.join(days)}"
    first = history.releases[history.first]
    stated = stated_day(history.newest)
    if stated is not None and stated[:10] > first.published:
        yield f"its day of listing, {stated}, is after {first.id}, which has it already"
    for gap in absent:
        yield f"it was absent {gap.stated}, and came back"
