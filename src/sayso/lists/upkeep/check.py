"""All checks of a release, and all that the releases held tell of one entry."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.errors import NotFound
from sayso.lists.compare import compare
from sayso.lists.text import lines_of
from sayso.lists.upkeep.dating import check_dates
from sayso.lists.upkeep.identity import check_identity, check_names
from sayso.lists.upkeep.news import Held, check_news
from sayso.lists.upkeep.remarks import (
    death_of,
    leaders_of,
    naming,
    plain_remarks,
    reviews_in,
    steps_in,
)
from sayso.lists.upkeep.scope import Scope, scope_of
from sayso.lists.upkeep.standing import check_standing
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListChange, ListEntry, ListRelease
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryFile, EntryWords
from sayso.ports import ListStore

_ORDER: Final = {kind: place for place, kind in enumerate(DiscrepancyKind)}


def check(
    release: ListRelease,
    last_seen: Callable[[str], ReleaseId | None] = lambda _: None,
    held: Held | None = None,
) -> tuple[Discrepancy, ...]:
    """Give what in a release is stale or at odds, by class, then by reference.

    Every one can be seen in the entries that it names; it depends on no clock but the release's
    own date.

    Args:
        release: with its entries.
        last_seen: gives the latest earlier release that has a reference.
        held: what the project knows beside the lists.
    """
    scope = scope_of(release, last_seen)
    found = [
        *(one for entry in release.entries for one in _of_entry(entry, scope)),
        *check_names(scope),
        *check_news(scope, held or Held()),
    ]
    return tuple(sorted(found, key=lambda d: (_ORDER[d.kind], d.reference, d.others, d.says)))


def _of_entry(entry: ListEntry, scope: Scope) -> Iterable[Discrepancy]:
    yield from check_standing(entry, scope)
    yield from check_identity(entry)
    yield from check_dates(entry, scope)


def check_held(lists: ListStore, release: ListRelease, held: Held) -> tuple[Discrepancy, ...]:
    """Check a release, with its entries, beside the earlier ones that are held."""

    def last_seen(reference: str) -> ReleaseId | None:
        steps = _history(lists, EntryId(f"{release.authority}:{reference}"), release)
        return next((old.id for old, entry in reversed(steps) if entry is not None), None)

    return check(release, last_seen, held)


def entry_file(lists: ListStore, entry_id: EntryId, newest: ListRelease, held: Held) -> EntryFile:
    """Give all that the releases up to the newest, with its entries, tell of one entry.

    Raises:
        NotFound: none of them has it.
    """
    steps = _history(lists, entry_id, newest)
    stated = [(release, entry) for release, entry in steps if entry is not None]
    if not stated:
        raise NotFound(f"no entry {entry_id} in any release held: `sayso screen NAME` finds one")
    stated_in, entry = stated[-1]
    found = check_held(lists, newest, held)
    return EntryFile(
        entry=entry,
        stated_in=stated_in.id,
        newest=newest.id,
        releases=tuple(release.id for release, _ in steps),
        lines=tuple(lines_of(entry)),
        remarks=plain_remarks(entry),
        deceased=death_of(entry) is not None,
        leaders=tuple(leader.reference for leader in leaders_of(entry) if leader.reference),
        discrepancies=tuple(d for d in found if entry.reference in (d.reference, *d.others)),
        reviews=reviews_in(entry),
        steps=steps_in(entry),
        said_elsewhere=_said_elsewhere(newest, entry),
        changes=changes_of_entry(steps),
    )


def _history(
    lists: ListStore, entry_id: EntryId, newest: ListRelease
) -> list[tuple[ListRelease, ListEntry | None]]:
    """Give an entry in each release up to the newest, oldest first; None where it is absent."""
    whole = {release.id: release for release in lists.releases(newest.authority)}
    steps = [(whole[key], entry) for key, entry in lists.history(entry_id)]
    return [(old, entry) for old, entry in steps if old.published <= newest.published]


def _said_elsewhere(release: ListRelease, entry: ListEntry) -> tuple[EntryWords, ...]:
    others = (e for e in release.entries if entry.reference in e.references)
    return tuple(words for other in others for words in naming(other, entry.reference))


def changes_of_entry(
    steps: Sequence[tuple[ListRelease, ListEntry | None]],
) -> tuple[tuple[ReleaseId, ListChange], ...]:
    """Give what happened to an entry from each release to the next."""
    alone = [replace(r, entries=() if entry is None else (entry,)) for r, entry in steps]
    found: list[tuple[ReleaseId, ListChange]] = []
    seen: set[str] = set()
    for old, new in pairwise(alone):
        seen.update(entry.reference for entry in old.entries)
        found += [(new.id, change) for change in compare(old, new, frozenset(seen))]
    return tuple(found)
