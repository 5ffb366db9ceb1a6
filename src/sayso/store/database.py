"""One SQLite file: how it is opened, read and written, and what its errors mean to a person."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import TypeVar

from sayso.errors import BadInput, SaysoError, Unavailable

T = TypeVar("T")
Value = str | int | float | bytes | None

#: How long to wait for another writer; seconds.
BUSY_S = 30.0
_NAP_S = 0.01

_DAMAGED = "it is damaged: restore a backup, or move it away and add the documents again"

#: How the driver, which has no code for it, begins to say that a text's bytes are none.
_NO_TEXT = "Could not decode to UTF-8"

#: SQLite's primary result code → our error and what to tell a person.
_MEANINGS: Mapping[int, tuple[type[SaysoError], str]] = {
    sqlite3.SQLITE_FULL: (Unavailable, "there is no room on the disk: free some and try again"),
    sqlite3.SQLITE_IOERR: (Unavailable, "the disk cannot be read or written: check it"),
    sqlite3.SQLITE_READONLY: (
        Unavailable,
        "it cannot be written: make the file and its folder writable, or work on a copy",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        Unavailable,
        "it cannot be opened: check that its folder exists and that you may write there",
    ),
    sqlite3.SQLITE_BUSY: (
        Unavailable,
        f"another program has been writing to it for {BUSY_S:.0f} s: try again when it is done",
    ),
    sqlite3.SQLITE_CORRUPT: (BadInput, _DAMAGED),
    sqlite3.SQLITE_NOTADB: (
        BadInput,
        "it is not a Sayso project, or its beginning is damaged: choose another --project",
    ),
    sqlite3.SQLITE_TOOBIG: (BadInput, "one part is larger than 1 GB: split the file"),
}


class Database:
    """A connection to one project file; threads of one process take turns.

    Every method raises our own errors, which name the file and the next step:
    Unavailable (no room, read-only, locked) or BadInput (damaged, not a project).
    """

    def __init__(self, path: Path, *, as_it_stands: bool = False) -> None:
        """Connect.

        Args:
            path: of the file.
            as_it_stands: only read, without a journal or a lock beside the file; for one that
                nobody writes to meanwhile.
        """
        self.path = path
        self._turn = RLock()
        query = "?mode=ro&immutable=1" if as_it_stands else ""
        with self._meaning():
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}{query}",
                timeout=BUSY_S,
                isolation_level=None,
                check_same_thread=False,
                uri=True,
            )

    def settle(self) -> None:
        """Set what every connection needs: readers beside one writer, nothing lost at power cut.

        What is erased is overwritten in the file.
        """
        self._journal()
        for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            self.run(f"PRAGMA {setting}")

    def _journal(self) -> None:
        """Turn the write-ahead journal on.

        SQLite does not wait by itself when several processes that begin a project do this at once.
        """
        with self._turn, self._meaning():
            for left in reversed(range(round(BUSY_S / _NAP_S))):
                try:
                    self._connection.execute("PRAGMA journal_mode = WAL")
                except sqlite3.OperationalError as bad:
                    if _code(bad) != sqlite3.SQLITE_BUSY or not left:
                        raise
                    time.sleep(_NAP_S)
                else:
                    return

    def rows(self, shape: Callable[..., T], query: str, *values: Value) -> list[T]:
        """Give what `shape` makes of the columns of each row, in the query's order.

        Raises:
            BadInput: a row cannot be read.
        """
        with self._turn, self._meaning():
            found = self._connection.execute(query, values).fetchall()
        try:
            return [shape(*row) for row in found]
        except BadInput as bad:
            raise BadInput(f"{self.path}: {bad}") from bad

    def first(self, shape: Callable[..., T], query: str, *values: Value) -> T | None:
        """Give what `shape` makes of the first row, or None."""
        return next(iter(self.rows(shape, query, *values)), None)

    def run(self, statement: str, *values: Value) -> int:
        """Run one statement and give the number of the row that it added last."""
        with self._turn, self._meaning():
            return self._connection.execute(statement, values).lastrowid or 0

    def run_each(self, statement: str, rows: Iterable[tuple[Value, ...]]) -> None:
        """Run one statement for each row."""
        with self._turn, self._meaning():
            self._connection.executemany(statement, rows)

    @contextmanager
    def writing(self, what: str) -> Iterator[None]:
        """Keep all that is done inside, or nothing of it.

        Args:
            what: is written, for the message when it fails.
        """
        with self._turn:
            try:
                self.run("BEGIN IMMEDIATE")
                yield
                self.run("COMMIT")
            except Unavailable as bad:
                raise Unavailable(f"{what} was not kept: {bad}") from bad
            finally:
                if self._connection.in_transaction:
                    self._connection.rollback()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all queries inside see one and the same state."""
        with self._turn:
            self.run("BEGIN")
            try:
                yield
            finally:
                self.run("COMMIT")

    def wipe_journal(self) -> None:
        """Bring everything into the file itself and empty the journal beside it.

        Raises:
            Unavailable: another program is reading, or the disk is full, so that the journal still
                holds old words.
        """
        left = (
            f"old words stay in {self.path.name}-wal until the last program that uses it is closed"
        )
        try:
            busy = self.first(lambda busy, *_: bool(busy), "PRAGMA wal_checkpoint(TRUNCATE)")
        except Unavailable as bad:
            raise Unavailable(
                f"{self.path}: done, but the journal cannot be emptied now, so that {left}: "
                f"free some room first ({bad})"
            ) from bad
        if busy:
            raise Unavailable(
                f"{self.path}: done, but another program is reading it, so that {left}: close them"
            )

    def copy_to(self, path: Path) -> None:
        """Copy all that is kept at one instant to a new file that needs no journal beside it."""
        with self._turn, self._meaning(), closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Let go of the file."""
        with self._turn, self._meaning():
            self._connection.close()

    @contextmanager
    def _meaning(self) -> Iterator[None]:
        try:
            yield
        except UnicodeEncodeError as bad:
            raise BadInput(
                f"{self.path}: half a surrogate pair ({bad.object[bad.start]!r}) cannot be kept: "
                "repair the text's encoding"
            ) from bad
        except sqlite3.Error as bad:
            if _NO_TEXT in str(bad):
                raise BadInput(f"{self.path}: {_DAMAGED} ({bad})") from bad
            if _code(bad) not in _MEANINGS:
                raise
            error, meaning = _MEANINGS[_code(bad)]
            raise error(f"{self.path}: {meaning} ({bad})") from bad


def _code(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code; 0 when the error is not SQLite's own."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
