"""Rows that a job came to, on the disk: a file of a million names fits into any machine."""

import json
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import overload

from typing_extensions import override

from sayso.views.json import JsonObject


class RowFile:
    """Rows in their order, one after another in a file; only the places are in memory.

    One thread writes, others read what is there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = Lock()
        self._ends = array("Q", [0])
        self._alerts = array("Q")
        self._errors = array("Q")
        self._table = path.with_suffix(".csv")

    def __len__(self) -> int:
        """Give how many rows there are."""
        return len(self._ends) - 1

    def put(self, rows: Sequence[JsonObject], table: str) -> None:
        """Keep rows behind those that are there; `table` has them as lines of CSV."""
        lines = [json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") for row in rows]
        with self._turn:
            with self._path.open("ab") as file:
                file.write(b"".join(lines))
            with self._table.open("ab") as file:
                file.write(table.encode("utf-8", "replace"))
            for row, line in zip(rows, lines, strict=True):
                if row["results"]:
                    self._alerts.append(len(self))
                if "error" in row:
                    self._errors.append(len(self))
                self._ends.append(self._ends[-1] + len(line))

    def every(self) -> "Numbered":
        """Give all rows that are there now."""
        return Numbered(self, range(len(self)))

    def with_alerts(self) -> "Numbered":
        """Give the rows with alerts that are there now."""
        with self._turn:
            return Numbered(self, self._alerts[:])

    def with_errors(self) -> "Numbered":
        """Give the rows of nobody who could be screened."""
        with self._turn:
            return Numbered(self, self._errors[:])

    def table(self) -> bytes:
        """Give the lines of CSV that are there now."""
        with self._turn:
            return self._table.read_bytes() if self._table.exists() else b""

    def row(self, number: int) -> JsonObject:
        """Give a row by its number, from 0."""
        first, last = self._ends[number], self._ends[number + 1]
        with self._path.open("rb") as file:
            file.seek(first)
            row: JsonObject = json.loads(file.read(last - first))
        return row

    def let_go(self) -> None:
        """Take the files away."""
        self._path.unlink(missing_ok=True)
        self._table.unlink(missing_ok=True)


class Numbered(Sequence[JsonObject]):
    """Some rows of a file, each read when it is asked for."""

    def __init__(self, file: RowFile, numbers: Sequence[int]) -> None:
        self._file = file
        self._numbers = numbers

    @override
    def __len__(self) -> int:
        """Give how many there are."""
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> JsonObject: ...
    @overload
    def __getitem__(self, at: slice) -> "Numbered": ...
    @override
    def __getitem__(self, at: int | slice) -> "JsonObject | Numbered":
        """Give one of the rows, or some."""
        if isinstance(at, slice):
            return Numbered(self._file, self._numbers[at])
        return self._file.row(self._numbers[at])

    @override
    def __iter__(self) -> Iterator[JsonObject]:
        """Give the rows in their order."""
        return map(self._file.row, self._numbers)
