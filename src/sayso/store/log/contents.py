"""Digests of all that was kept of a document or of a list release: every byte of their rows."""

import hashlib
import json
from collections.abc import Sequence
from typing import Final

from sayso.store.database import Database, Value
from sayso.store.packing.standing import standing

#: Queries with the number of a document, or of a release; every column is read as it stands in the
#: file. The raw bytes are left out: the id is their digest.
_DOCUMENT: Final = (
    "SELECT CAST(at AS BLOB) FROM addition WHERE document = ?",
    "SELECT CAST(record AS BLOB) FROM original WHERE document = ?",
    """SELECT CAST(record AS BLOB), CAST(remarks AS BLOB), CAST(text AS BLOB)
        FROM content WHERE document = ?""",
    """SELECT CAST(record AS BLOB), CAST(text AS BLOB)
        FROM passage WHERE document = ? ORDER BY number""",
    "SELECT CAST(extraction AS BLOB), CAST(listings AS BLOB) FROM reading WHERE document = ?",
    """SELECT CAST(id AS BLOB), CAST(predicate AS BLOB), CAST(factuality AS BLOB),
        CAST(record AS BLOB) FROM claim WHERE document = ? ORDER BY number""",
)
_RELEASE: Final = (
    """SELECT CAST(id AS BLOB), CAST(authority AS BLOB), CAST(published AS BLOB),
        CAST(document_id AS BLOB), CAST(record AS BLOB) FROM release WHERE number = ?""",
    "SELECT CAST(record AS BLOB) FROM release_original WHERE release = ?",
)
_ENTRIES: Final = """SELECT CAST(entry.id AS BLOB), CAST(digest AS BLOB)
    FROM json_each(?) JOIN entry ON number = value ORDER BY key"""


def digest_of_document(database: Database, number: int) -> str:
    """Give the digest of what was kept of a document: text, passages, claims, listings."""
    return _digest(database, _DOCUMENT, number)


def digest_of_release(database: Database, number: int) -> str:
    """Give the digest of what was kept of a release: the release itself, and its entries.

    Of an entry only its id and the digest of its record are read, for most of its entries stand in
    the release before too: see `changed_entries`.
    """
    standing_there = json.dumps(standing(database, number))
    return _digest(database, _RELEASE, number, (_ENTRIES, standing_there))


def changed_entries(database: Database) -> frozenset[int]:
    """Give the numbers of the entries of lists whose records are not those of their digests."""
    query = "SELECT number, CAST(digest AS BLOB), CAST(record AS BLOB) FROM entry"
    found = database.rows(
        lambda number, digest, record: (
            number,
            hashlib.sha256(record).hexdigest() == _text(digest),
        ),
        query,
    )
    return frozenset(number for number, is_sound in found if not is_sound)


def _text(kept: bytes) -> str:
    return kept.decode("utf-8", "surrogateescape")


def _digest(
    database: Database, queries: Sequence[str], number: int, *others: tuple[str, str]
) -> str:
    """Hash every column with its length before it, and every query with how many rows it gave."""
    hashed = hashlib.sha256()
    asked: list[tuple[str, Value]] = [(query, number) for query in queries]
    for query, value in (*asked, *others):
        found = database.rows(lambda *columns: columns, query, value)
        hashed.update(f"{len(found)} rows;".encode())
        for columns in found:
            for column in columns:
                content = column or b""
                hashed.update(f"{len(content)}:".encode() + content)
    return hashed.hexdigest()
