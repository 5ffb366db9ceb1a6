"""Keeps list releases; an entry that did not change is kept once and seen in many."""

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial

from sayso.errors import BadInput, BadListRelease
from sayso.model.documents import Original
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.contents import digest_of_release
from sayso.store.log.held import release as logged_release
from sayso.store.rows.intake import original_row

_RELEASE = partial(decode, ListRelease)
_ENTRY = partial(decode, ListEntry)


class SqliteLists:
    """The list releases of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, release: ListRelease, original: Original) -> bool:
        """Keep a release whole, or nothing of it.

        Returns:
            False when this file is already here, or another one of that day with the same entries.

        Raises:
            BadListRelease: it names an entry twice, or is not dated by day.
            BadInput: another file of that day with other entries is already here.
        """
        _check(release)
        entries = [_entry_row(entry) for entry in release.entries]
        digests = [digest for _, digest, _ in entries]
        record = encode(ListRelease, replace(release, entries=()))
        packed = original_row(original)
        with self._database.writing(f"release {release.id}"):
            if self._is_here(release, digests):
                return False
            number = self._database.run(
                "INSERT INTO release (id, authority, published, document_id, record)"
                " VALUES (?, ?, ?, ?, ?)",
                release.id,
                release.authority,
                release.published,
                release.document_id,
                record,
            )
            self._database.run("INSERT INTO release_original VALUES (?, ?, ?)", number, *packed)
            self._database.run_each(
                "INSERT OR IGNORE INTO entry (id, digest, record) VALUES (?, ?, ?)", entries
            )
            self._database.run_each(
                "INSERT INTO seen SELECT ?, ?, number FROM entry WHERE digest = ?",
                ((number, place, digest) for place, digest in enumerate(digests)),
            )
            digest = digest_of_release(self._database, number)
            append(self._database, logged_release(release, digest))
        return True

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
        entries = self._database.rows(
            _ENTRY,
            "SELECT entry.record FROM seen JOIN entry ON entry.number = seen.entry"
            " JOIN release ON release.number = seen.release"
            " WHERE release.id = ? ORDER BY seen.place",
            release_id,
        )
        return replace(found, entries=tuple(entries))

    def entry(self, release_id: ReleaseId, entry_id: EntryId) -> ListEntry | None:
        """Give an entry as one release has it; None when it is not in it."""
        return self._database.first(
            _ENTRY,
            "SELECT entry.record FROM entry JOIN seen ON seen.entry = entry.number"
            " JOIN release ON release.number = seen.release"
            " WHERE entry.id = ? AND release.id = ?",
            entry_id,
            release_id,
        )

    def in_force(self, authority: str, on: str) -> ListRelease | None:
        """Give the newest release, with its entries, published on or before an ISO date.

        Raises:
            BadInput: the date is not written 2026-02-27.
        """
        if not _is_day(on):
            raise BadInput(f"{on!r} is no day: write it as 2026-02-27")
        newest = self._database.first(
            ReleaseId,
            "SELECT id FROM release WHERE authority = ? AND published <= ?"
            " ORDER BY published DESC LIMIT 1",
            authority,
            on,
        )
        return None if newest is None else self.release(newest)

    def history(self, entry_id: EntryId) -> tuple[tuple[ReleaseId, ListEntry | None], ...]:
        """Give an entry in each release of its authority, oldest first; None where it is absent."""
        found = self._database.rows(
            lambda release, record: (release, None if record is None else _ENTRY(record)),
            "SELECT release.id, found.record FROM release LEFT JOIN"
            " (SELECT release, record FROM seen JOIN entry ON number = entry WHERE id = ?) found"
            " ON found.release = release.number WHERE authority = ? ORDER BY published",
            entry_id,
            entry_id.partition(":")[0],
        )
        return tuple(found)

    def _is_here(self, release: ListRelease, digests: list[str]) -> bool:
        held = self._database.first(
            _RELEASE,
            "SELECT record FROM release WHERE document_id = ? OR id = ?"
            " ORDER BY document_id = ?1 DESC",
            release.document_id,
            release.id,
        )
        if held is None or held.document_id == release.document_id:
            return held is not None
        kept = self._database.rows(
            str,
            "SELECT digest FROM seen JOIN entry ON entry.number = seen.entry"
            " JOIN release ON release.number = seen.release"
            " WHERE release.id = ? ORDER BY place",
            release.id,
        )
        if kept == digests:
            return True
        raise BadInput(
            f"{release.locator}: {held.id} is already here with other entries, from "
            f"{held.locator} ({held.document_id}): a release is never replaced; if this file is "
            "of another day, say so with --published"
        )


def _check(release: ListRelease) -> None:
    if not _is_day(release.published) or release.id != f"{release.authority}@{release.published}":
        raise BadListRelease(
            f"{release.locator}: a release is named by authority and day (un@2026-02-27), "
            f"not {release.id!r} of {release.published!r}: give --published"
        )
    twice = [key for key, count in Counter(e.id for e in release.entries).items() if count > 1]
    if twice:
        raise BadListRelease(f"{release.locator}: {twice[0]} stands there twice: repair the file")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _entry_row(entry: ListEntry) -> tuple[EntryId, str, str]:
    """Give an entry's id, and its record with the digest of it before."""
    record = encode(ListEntry, entry)
    return entry.id, hashlib.sha256(record.encode()).hexdigest(), record
