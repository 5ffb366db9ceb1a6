"""A process that writes to a project file, and may be killed at a chosen statement."""

import hashlib
import os
import signal
import sqlite3
import sys
import time
from dataclasses import replace
from pathlib import Path

from sayso.model.documents import Erasure, Original
from sayso.model.lists import ListEntry, ListRelease
from sayso.store.codec import encode
from sayso.store.database import Database
from sayso.store.packing.originals import original_row
from sayso.store.schema import STEPS, migrate
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import (
    NOON,
    tiny_entry,
    tiny_extraction,
    tiny_intake,
    tiny_listing,
    tiny_release,
)

connect = sqlite3.connect

REPORT = tiny_intake(" ".join(f"Sarband Front item {number}." for number in range(400)))
RELEASE, ORIGINAL = tiny_release(
    "2026-02-27", *(tiny_entry(f"QDe.{number}", f"NAME {number}") for number in range(900, 990))
)


def die_at(statement: str, times: int) -> None:
    """Make every new connection die when it has begun a statement so many times."""
    left = times

    def watch(sql: str) -> None:
        nonlocal left
        left -= sql.startswith(statement)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect_watched(*args: object, **options: object) -> sqlite3.Connection:
        connection = connect(*args, **options)
        # So small a cache that half of a transaction stands in the journal before it is done.
        connection.execute("PRAGMA cache_size = 5")
        connection.set_trace_callback(watch)
        return connection

    sqlite3.connect = connect_watched


def add_report(store: SqliteStore) -> bool:
    extraction = tiny_extraction(REPORT)
    return store.documents.add(REPORT, extraction, (tiny_listing(extraction),))


def begin_as_before(database: Database, schema: int) -> None:
    """Make an empty file of an earlier schema."""
    steps = ([part for part in step if isinstance(part, str)] for step in STEPS[:schema])
    migrate(database, list(steps))


def keep_as_before(database: Database, release: ListRelease, original: Original) -> None:
    """Keep a release as schemas up to 6 did: a row for each entry that it has."""
    record = encode(ListRelease, replace(release, entries=()))
    number = database.run(
        "INSERT INTO release (id, authority, published, document_id, record)"
        " VALUES (?, ?, ?, ?, ?)",
        release.id,
        release.authority,
        release.published,
        release.document_id,
        record,
    )
    row = original_row(original)
    database.run("INSERT INTO release_original VALUES (?, ?, ?)", number, *row)
    for place, entry in enumerate(release.entries):
        text = encode(ListEntry, entry)
        digest = hashlib.sha256(text.encode()).hexdigest()
        database.run(
            "INSERT OR IGNORE INTO entry (id, digest, record) VALUES (?, ?, ?)",
            entry.id,
            digest,
            text,
        )
        database.run(
            "INSERT INTO seen SELECT ?, ?, number FROM entry WHERE digest = ?",
            number,
            place,
            digest,
        )


def add_release(store: SqliteStore) -> bool:
    return store.lists.add(RELEASE, ORIGINAL)


def erase_report(store: SqliteStore) -> None:
    store.documents.erase(
        Erasure(document_id=REPORT.document.id, reason="safety", by="A. Clerk", at=NOON)
    )


def add_many(store: SqliteStore, name: str) -> int:
    """Add ten documents that every writer adds, and ten of its own; give how many were new."""
    texts = [f"{whose} document {n}. Zarnawa." for n in range(10) for whose in ("Shared", name)]
    intakes = [tiny_intake(text) for text in texts]
    return sum(store.documents.add(one, tiny_extraction(one), ()) for one in intakes)


def main(path: Path, task: str, *rest: str) -> None:
    """Do one task; `rest` is a writer's name, or the statement to die at and how often."""
    if task == "add_many":
        while not path.with_name("go").exists():
            time.sleep(0.002)
        store = open_store(path, must_exist=False)
        sys.stdout.write(str(add_many(store, rest[0])))
    else:
        die_at(rest[0], int(rest[1]))
        store = open_store(path, must_exist=False)
        {"add": add_report, "lists": add_release, "erase": erase_report}[task](store)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
