"""The entries of one list beside those of another: which may be the same party, with reasons."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sayso.match.index import ListIndex
from sayso.match.names.arrays import arrays_of
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry
from sayso.model.matches import Candidate, Screening

#: Below this probability an entry is no candidate; `bench.states` counts how often the best one is
#: the one that exact evidence shows.
LEAST: Final = 0.4
#: Names of an entry that are asked for, and candidates that are given.
_MOST_NAMES, _MOST = 6, 3
_LATIN: Final = "Latn"


def candidates_beside(
    asked: Iterable[ListEntry], listed: Mapping[EntryId, ListEntry], release: ReleaseId
) -> Mapping[str, tuple[Candidate, ...]]:
    """Give the entries of one list that each entry of another may be, by the latter's reference.

    Each is asked by its names, with its kind, birth, nationality and the numbers of its papers as
    far as it gives one alone.

    Args:
        asked: the entries of the other list.
        listed: the entries of the one list, as they are worded last.
        release: the newest one that they stand in.

    Returns:
        The likeliest first, three at most; nothing for an entry without any.
    """
    index = ListIndex(arrays_of([listed[key] for key in sorted(listed)]), [release], listed.get)
    found = {entry.reference: _candidates(index, entry) for entry in asked}
    return {reference: best for reference, best in found.items() if best}


def _candidates(index: ListIndex, entry: ListEntry) -> tuple[Candidate, ...]:
    best: dict[EntryId, Candidate] = {}
    for question in _questions(entry):
        for candidate in index.screen(question):
            before = best.get(candidate.entry)
            if before is None or before.probability < candidate.probability:
                best[candidate.entry] = candidate
    ranked = sorted(best.values(), key=lambda c: (-c.probability, c.entry))
    return tuple(ranked[:_MOST])


def _questions(entry: ListEntry) -> Iterator[Screening]:
    """Ask by the primary name, then by the others that are not weak, as many as are asked for."""
    births = {birth.start for birth in entry.births if birth.start == birth.end}
    years = {(birth.start or "")[:4] for birth in entry.births}
    countries = dict.fromkeys(entry.nationalities)
    usable = [name for name in entry.names if name.quality != "weak" and name.script == _LATIN]
    for text in list(dict.fromkeys(name.text for name in usable))[:_MOST_NAMES]:
        yield Screening(
            name=text,
            schema=entry.schema,
            birth=_only(births) or _only(years),
            country=_only(countries),
            gender=entry.gender,
            ids=tuple(paper.number for paper in entry.documents if paper.number is not None),
            threshold=LEAST,
            limit=_MOST,
        )


def _only(values: Iterable[str | None]) -> str | None:
    found = list(values)
    return found[0] or None if len(found) == 1 else None
