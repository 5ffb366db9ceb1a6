"""Writes entries into the log, each with the hash of the one before, and reads them again."""

import json

from sayso.errors import BadInput
from sayso.model.log import NO_ENTRY, LogEntry, LogKind, LogPart, chained
from sayso.store.database import Database
from sayso.store.log.held import Held, held

_INSERT = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_COLUMNS = "number, kind, about, at, signed, digest, previous, hash"


def append(database: Database, *things: Held) -> None:
    """Add entries after the last one; inside of what keeps the things themselves."""
    number_before, previous = last(database)
    rows = []
    for number, thing in enumerate(things, start=number_before + 1):
        told = (thing.about, thing.at, thing.by, thing.digest)
        hashed = chained(previous, number, thing.kind, *told)
        rows.append((number, thing.kind, *told, previous, hashed))
        previous = hashed
    database.run_each(_INSERT, rows)


def last(database: Database) -> tuple[int, str]:
    """Give the number and the hash of the last entry; those of none where nothing is logged."""
    return database.first(
        lambda number, hashed: (number, hashed),
        "SELECT number, hash FROM log ORDER BY number DESC LIMIT 1",
    ) or (0, NO_ENTRY)


def begin(database: Database) -> None:
    """Log what is held of before there was a log, the oldest first."""
    for thing in held(database):
        append(database, thing)


#: What the log tells more of than it did at first.
_COVERED = {LogKind.ADDITION: LogKind.CONTENTS, LogKind.RELEASE: LogKind.CONTENTS}


def cover(database: Database) -> None:
    """Log the contents of what was logged by its text or its references alone, and all steps."""
    logged = set(database.rows(lambda *row: row, "SELECT kind, about, digest FROM log"))
    for thing in held(database):
        kind = _COVERED.get(thing.kind, thing.kind)
        is_known = (thing.kind, thing.about, thing.digest) in logged
        if kind in {LogKind.CONTENTS, LogKind.STEP} and thing.digest and not is_known:
            append(database, thing._replace(kind=kind))


#: Its value is a JSON list of ids, or null for all entries.
_WANTED = "FROM log WHERE ?1 IS NULL OR about IN (SELECT value FROM json_each(?1))"


def entries(database: Database, part: LogPart) -> tuple[LogEntry, ...]:
    """Give the entries of a part of the log, in its order."""
    order = "DESC" if part.newest else "ASC"
    query = f"SELECT {_COLUMNS} {_WANTED} ORDER BY number {order} LIMIT ?2 OFFSET ?3"
    limit = -1 if part.limit is None else part.limit
    return tuple(database.rows(_entry, query, _about(part), limit, part.offset))


def count(database: Database, part: LogPart) -> int:
    """Give how many entries a part of the log has, whatever its limit."""
    return database.first(int, f"SELECT COUNT(*) {_WANTED}", _about(part)) or 0


def _about(part: LogPart) -> str | None:
    return None if part.about is None else json.dumps(sorted(part.about))


def _entry(number: int, kind: str, *told: str) -> LogEntry:
    about, at, by, digest, previous, hashed = told
    if kind not in frozenset(LogKind):
        raise BadInput(f"entry {number} of the log was changed: `sayso log verify` says more")
    return LogEntry(
        number=number,
        kind=LogKind(kind),
        about=about,
        at=at,
        by=by,
        digest=digest,
        previous=previous,
        hash=hashed,
    )
