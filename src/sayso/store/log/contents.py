"""Digests of all that was kept of a document or of a list release: every byte of their rows."""

import hashlib
from collections.abc import Sequence
from typing import Final

from sayso.store.database import Database

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
    """SELECT CAST(id AS BLOB), CAST(record AS BLOB)
        FROM seen JOIN entry ON number = entry WHERE release = ? ORDER BY place""",
)


def digest_of_document(database: Database, number: int) -> str:
    """Give the digest of what was kept of a document: text, passages, claims, listings."""
    return _digest(database, _DOCUMENT, number)


def digest_of_release(database: Database, number: int) -> str:
    """Give the digest of what was kept of a release: the release itself, and its entries."""
    return _digest(database, _RELEASE, number)


def _digest(database: Database, queries: Sequence[str], number: int) -> str:
    """Hash every column with its length before it, and every query with how many rows it gave."""
    hashed = hashlib.sha256()
    for query in queries:
        found = database.rows(lambda *columns: columns, query, number)
        hashed.update(f"{len(found)} rows;".encode())
        for columns in found:
            for column in columns:
                content = column or b""
                hashed.update(f"{len(content)}:".encode() + content)
    return hashed.hexdigest()
