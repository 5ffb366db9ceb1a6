"""Writes entries into the log, each with the hash of the one before."""

from sayso.errors import BadInput
from sayso.model.log import NO_ENTRY, LogEntry, LogKind, chained
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


def entries(database: Database) -> tuple[LogEntry, ...]:
    """Give the log, the oldest entry first."""
    found = database.rows(_entry, f"SELECT {_COLUMNS} FROM log ORDER BY number")  # noqa: S608  # ours
    return tuple(found)


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
