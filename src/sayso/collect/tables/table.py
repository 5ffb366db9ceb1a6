"""A file of names to screen: who stands in it, row by row."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from sayso.collect.tables.columns import field_of, subject_of
from sayso.collect.tables.lines import lines_of
from sayso.collect.tables.parquet import MAGIC, parquet_rows
from sayso.collect.tables.rows import NAMES, Row, Wanted, rows_of
from sayso.errors import BadInput, NotFound, Unavailable
from sayso.model.screenings import Subject

STDIN: Final = "-"
NOBODY: Final = Subject(key="", name="")
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Entrant:
    """A row as somebody to screen, or why there is nobody.

    Attributes:
        number: of the row; see `Row`.
        keyed: the row has an id of its own.
    """

    number: int
    subject: Subject
    error: str | None = None
    keyed: bool = False


class Table:
    """A CSV, JSONL or Parquet file, or standard input."""

    def __init__(self, source: str, stdin: BinaryIO, wanted: Wanted = NAMES) -> None:
        self._wanted = wanted
        self.source = source
        self.place = "standard input" if source == STDIN else source
        self._stdin = stdin

    def entrants(self, common: Subject = NOBODY) -> Iterator[Entrant]:
        """Give the rows in order.

        Args:
            common: what holds for every row that does not say otherwise.

        Raises:
            NotFound: there is no such file.
            BadInput: it is no table with names.
            Unavailable: it cannot be read.
        """
        number = 0
        for row in self.rows():
            number += 1
            yield entrant_of(row, common)
        if not number:
            raise BadInput(f"{self.place}: no rows below the column names")

    def digest(self) -> str:
        """Give the SHA-256 of the file; "" for standard input, which is read once."""
        if self.source == STDIN:
            return ""
        told = hashlib.sha256()
        with self._opened() as stream:
            while block := stream.read(_BLOCK):
                told.update(block)
        return f"sha256:{told.hexdigest()}"

    def count(self) -> int:
        """Give about how many rows there are, for showing how far one is; 0 where that is open."""
        if self.source == STDIN:
            return 0
        with self._opened() as stream:
            if stream.peek(len(MAGIC)).startswith(MAGIC):
                return 0
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))

    def rows(self) -> Iterator[Row]:
        """Give the rows as they stand; see `entrants` and `rows_of`."""
        try:
            with self._opened() as stream:
                is_parquet = stream.peek(len(MAGIC)).startswith(MAGIC)
                if not is_parquet:
                    yield from rows_of(lines_of(stream), self.place, self._wanted)
        except OSError as bad:
            raise Unavailable(f"{self.place}: cannot be read: {bad.strerror or bad}") from bad
        if is_parquet and self.source == STDIN:
            raise BadInput("standard input: a Parquet file is read from the disk: name the file")
        if is_parquet:
            yield from self._checked(parquet_rows(self.source))

    def _checked(self, rows: Iterator[Row]) -> Iterator[Row]:
        for row in rows:
            if row.number == 1:
                self._wanted.check(tuple(row.cells), self.place)
            yield row

    def _opened(self) -> AbstractContextManager[io.BufferedReader]:
        if self.source == STDIN:
            return io.BufferedReader(self._stdin)  # type: ignore[arg-type]  # any binary stream
        path = Path(self.source)
        if not path.exists():
            raise NotFound(f"{self.source}: no such file")
        if not path.is_file():
            raise BadInput(f"{self.source}: no file: write it to one, or pipe it into -")
        return path.open("rb")


def entrant_of(row: Row, common: Subject = NOBODY) -> Entrant:
    """Give a row as somebody to screen."""
    if row.error is not None:
        nobody = Subject(key=f"line {row.number}", name="")  # no id that another row may have
        return Entrant(row.number, nobody, row.error)
    subject, error = subject_of(row.cells, row.number)
    subject = replace(
        subject,
        schema=subject.schema or common.schema,
        birth=subject.birth or common.birth,
        country=subject.country or common.country,
        ids=subject.ids or common.ids,
        gender=subject.gender or common.gender,
        address=subject.address or common.address,
    )
    keyed = any(field_of(column) == "key" and row.cells[column] for column in row.cells)
    return Entrant(row.number, subject, error, keyed)
