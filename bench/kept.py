"""Keeps invented records in a project file of their own."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sayso.model.documents import Intake, Original
from sayso.model.findings import Record
from sayso.store.sqlite import SqliteStore, open_store


def kept(records: Iterable[Record], path: Path) -> SqliteStore:
    """Keep records in a new project file, in their order; give its store, open."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    path.parent.mkdir(parents=True, exist_ok=True)
    store = open_store(path, must_exist=False)
    for record in records:
        original = Original(
            id=record.document.id,
            content=b"",
            locator="invented",
            media_type="text/plain",
            retrieved=at,
        )
        intake = Intake(original=original, document=record.document, passages=record.passages)
        store.documents.add(intake, record.extraction, record.listings)
    return store
