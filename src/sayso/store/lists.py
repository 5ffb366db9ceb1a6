"""Keeps list releases; an entry that did not change is kept once and seen in many."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sayso.errors import BadInput, BadListRelease
from sayso.model.documents import Original
from sayso.model.ids import (
    EntryId,
    ReleaseId,
    day_of_edition,
    edition_after,
    edition_of,
    is_edition,
    last_edition,
)
from sayso.model.lists import EntryHistory, ListEntry, ListRelease, Wording
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.contents import digest_of_release
from sayso.store.log.held import release as logged_release
from sayso.store.packing.originals import release_row
from sayso.store.packing.standing import (
    holding,
    ids_of,
    keep_standing,
    standing,
    standing_before,
    stretches_in,
)

_RELEASE = partial(decode, ListRelease)
_ENTRY = partial(decode, ListEntry)


class SqliteLists:
    """The list releases of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # Those of the release kept or read last, by the numbers of their rows: the next one has
        # nearly all of them, and what is the same object is neither written nor read again.
        self._last: Mapping[int, ListEntry] = {}

    def add(self, release: ListRelease, original: Original) -> bool:
        """Keep a release whole, or nothing of it.

        Returns:
            False when this file was the newest of its list by then already, or when this release
            is here with the same entries, or this file as another release of that day.

        Raises:
            BadListRelease: it names an entry twice, or is not dated by day.
            BadInput: another file of that day with other entries is already here.
        """
        _check(release)
        known = {id(entry): number for number, entry in self._last.items()}
        new = _rows(entry for entry in release.entries if id(entry) not in known)
        record = encode(ListRelease, replace(release, entries=()))
        with self._database.writing(f"release {release.id}"):
            if self._is_here(release):
                return False
            number = self._database.run(
                "INSERT INTO release (id, authority, published, document_id, record)"
                " VALUES (?, ?, ?, ?, ?)",
                release.id,
                release.authority,
                edition_of(release.id),
                release.document_id,
                record,
            )
            packed = release_row(self._database, original)
            self._database.run("INSERT INTO release_original VALUES (?, ?, ?)", number, *packed)
            known |= self._keep_entries(new)
            numbers = [known[id(entry)] for entry in release.entries]
            keep_standing(self._database, number, numbers)
            digest = digest_of_release(self._database, number)
            append(self._database, logged_release(release, digest))
        self._last = dict(zip(numbers, release.entries, strict=True))
        return True

    def _keep_entries(self, rows: Mapping[int, tuple[str, str, str]]) -> dict[int, int]:
        """Keep the rows that are not here yet, and give the number of each by the same key."""
        self._database.run_each(
            "INSERT OR IGNORE INTO entry (id, digest, record) VALUES (?, ?, ?)", rows.values()
        )
        digests = json.dumps([digest for _, digest, _ in rows.values()])
        numbers = self._database.rows(
            int,
            "SELECT number FROM json_each(?) JOIN entry ON digest = value ORDER BY key",
            digests,
        )
        return dict(zip(rows, numbers, strict=True))

    def releases(self, authority: str | None = None) -> tuple[ListRelease, ...]:
        """Give the releases without their entries, by authority and date."""
        found = self._database.rows(
            _RELEASE,
            "SELECT record FROM release WHERE ?1 IS NULL OR authority = ?1"
            " ORDER BY authority, published",
            authority,
        )
        return tuple(found)

    def release(self, release_id: ReleaseId) -> ListRelease | None:
        """Give one release with its entries in their order; None when it is not held."""
        found = self._database.first(
            _RELEASE, "SELECT record FROM release WHERE id = ?", release_id
        )
        if found is None:
            return None
        return replace(found, entries=self._entries(release_id))

    def _entries(self, release_id: ReleaseId) -> tuple[ListEntry, ...]:
        """Give a release's entries in their order; those of the last one are the same objects."""
        last, numbers = self._last, standing(self._database, self._number(release_id))
        missing = [number for number in numbers if number not in last]
        rows = self._database.rows(
            lambda number, record: (number, _ENTRY(record)),
            "SELECT number, record FROM json_each(?) JOIN entry ON number = value",
            json.dumps(missing),
        )
        held = {**last, **dict(rows)}
        self._last = {number: held[number] for number in numbers}
        return tuple(held[number] for number in numbers)

    def _number(self, release_id: ReleaseId) -> int:
        query = "SELECT number FROM release WHERE id = ?"
        return self._database.first(int, query, release_id) or 0

    def entry_ids(self, release_id: ReleaseId) -> tuple[EntryId, ...]:
        """Give the ids of a release's entries in their order, without reading them."""
        return tuple(ids_of(self._database, standing(self._database, self._number(release_id))))

    def first_stated(self, release_id: ReleaseId) -> frozenset[EntryId]:
        """Give the ids of the entries that no release added before this one has just so."""
        query = """SELECT id FROM entry WHERE number IN (SELECT entry FROM move WHERE release = ?1)
            AND ?1 = (SELECT min(release) FROM move WHERE entry = number)"""
        return frozenset(self._database.rows(EntryId, query, self._number(release_id)))

    def seen_before(self, authority: str, edition: str) -> frozenset[EntryId]:
        """Give the ids of all entries of an authority's releases published before an edition."""
        query = "SELECT number FROM release WHERE authority = ? LIMIT 1"
        release = self._database.first(int, query, authority)
        if release is None:
            return frozenset()
        return frozenset(ids_of(self._database, standing_before(self._database, release, edition)))

    def entry(self, release_id: ReleaseId, entry_id: EntryId) -> ListEntry | None:
        """Give an entry as one release has it; None when it is not in it."""
        rows = self._database.rows(
            lambda number, record: (number, record),
            "SELECT number, record FROM entry WHERE id = ?",
            entry_id,
        )
        query = "SELECT number FROM release WHERE authority = ?"
        releases = self._database.rows(int, query, release_id.partition("@")[0])
        stated = dict(rows)
        held = holding(self._database, stated, releases).get(self._number(release_id))
        return None if held is None else _ENTRY(stated[held])

    def in_force(self, authority: str, on: str) -> ListRelease | None:
        """Give the newest release, with its entries, published on or before an ISO date.

        Raises:
            BadInput: the date is not written 2026-02-27.
        """
        if not is_edition(on) or on != day_of_edition(on):
            raise BadInput(f"{on!r} is no day: write it as 2026-02-27")
        newest = self._newest(authority, last_edition(on))
        return None if newest is None else self.release(newest.id)

    def _newest(self, authority: str, edition: str) -> ListRelease | None:
        """Give the newest release of an authority up to an edition, without its entries."""
        return self._database.first(
            _RELEASE,
            "SELECT record FROM release WHERE authority = ? AND published <= ?"
            " ORDER BY published DESC LIMIT 1",
            authority,
            edition,
        )

    def history(self, entry_id: EntryId) -> tuple[tuple[ReleaseId, ListEntry | None], ...]:
        """Give an entry in each release of its authority, oldest first; None where it is absent."""
        entries = self._database.rows(
            lambda number, record: (number, _ENTRY(record)),
            "SELECT number, record FROM entry WHERE id = ?",
            entry_id,
        )
        releases = self._database.rows(
            lambda number, release: (number, release),
            "SELECT number, id FROM release WHERE authority = ? ORDER BY published",
            entry_id.partition(":")[0],
        )
        stated = dict(entries)
        held = holding(self._database, stated, (number for number, _ in releases))
        return tuple(
            (release, None if (entry := held[number]) is None else stated[entry])
            for number, release in releases
        )

    def histories(
        self, authority: str, releases: Sequence[ReleaseId]
    ) -> Mapping[EntryId, EntryHistory]:
        """Give every entry of an authority in these of its releases, by id; each read once."""
        chosen = self._database.rows(
            lambda number, record: (int(number), _RELEASE(record)),
            "SELECT number, record FROM release JOIN json_each(?1) ON release.id = value"
            " WHERE authority = ?2 ORDER BY published",
            json.dumps(list(releases)),
            authority,
        )
        if not chosen:
            return {}
        stretches = stretches_in(self._database, [number for number, _ in chosen])
        rows = self._database.rows(
            lambda number, record: Wording(entry=_ENTRY(record), stretches=stretches[number]),
            "SELECT number, record FROM json_each(?) JOIN entry ON number = value",
            json.dumps(list(stretches)),
        )
        wordings: dict[EntryId, list[Wording]] = defaultdict(list)
        for wording in sorted(rows, key=lambda wording: wording.first):
            wordings[wording.entry.id].append(wording)
        shared = tuple(release for _, release in chosen)
        return {
            entry: EntryHistory(releases=shared, wordings=tuple(wordings[entry]))
            for entry in sorted(wordings)
        }

    def _is_here(self, release: ListRelease) -> bool:
        held = self._newest(release.authority, edition_of(release.id))
        if held is None or held.document_id == release.document_id:
            return held is not None
        if held.id != release.id:
            return False
        of_day = [r for r in self.releases(release.authority) if r.published == release.published]
        if any(one.document_id == release.document_id for one in of_day):
            return True
        if self._entries(held.id) == release.entries:
            return True
        raise BadInput(
            f"{release.locator}: {held.id} is already here with other entries, from "
            f"{held.locator} ({held.document_id}): a release is never replaced; if this file is "
            "of another day, say so with --published, and if it came out later on that day, with "
            f"--published {edition_after(edition_of(of_day[-1].id))}"
        )


def _rows(entries: Iterable[ListEntry]) -> Mapping[int, tuple[str, str, str]]:
    """Give the row of each entry: its id, the digest of its record, and the record."""
    return {id(entry): _entry_row(entry) for entry in entries}


def _check(release: ListRelease) -> None:
    authority, _, edition = release.id.partition("@")
    named = (authority, day_of_edition(edition))
    if not is_edition(edition) or named != (release.authority, release.published):
        raise BadListRelease(
            f"{release.locator}: a release is named by authority and day (un@2026-02-27), "
            f"not {release.id!r} of {release.published!r}: give --published"
        )
    twice = [key for key, count in Counter(e.id for e in release.entries).items() if count > 1]
    if twice:
        raise BadListRelease(f"{release.locator}: {twice[0]} stands there twice: repair the file")


def _entry_row(entry: ListEntry) -> tuple[EntryId, str, str]:
    """Give an entry's id, and its record with the digest of it before."""
    record = encode(ListEntry, entry)
    return entry.id, hashlib.sha256(record.encode()).hexdigest(), record
