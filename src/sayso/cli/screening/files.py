"""The file that a batch writes: row by row as it goes, so that a second run goes on after it."""

import csv
import json
import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Final

from sayso.errors import BadInput, Unavailable
from sayso.model.screenings import Counts, Screened
from sayso.ports import NameIndex
from sayso.views.screening.csv import COLUMNS, header, screened_csv
from sayso.views.screening.json import screened_json
from sayso.whole import write_whole

#: What stands beside the file: on which terms it is written, and once it is whole its counts.
_BESIDE: Final = ".run.json"


class Form(StrEnum):
    """How a batch is written."""

    JSONL = "jsonl"
    CSV = "csv"


def form_of(asked: str | None, path: str | None) -> Form:
    """Give the form that is asked for, else that of the file's name, else JSONL."""
    if asked is not None:
        return Form(asked)
    return Form.CSV if path is not None and path.casefold().endswith(".csv") else Form.JSONL


def written(form: Form, row: int, one: Screened, index: NameIndex, ms: float | None = None) -> str:
    """Give one subject as it is written; the same whenever it is, unless the time is given."""
    told = (
        screened_csv(row, one, index)
        if form is Form.CSV
        else json.dumps(screened_json(one, index, ms), ensure_ascii=False) + "\n"
    )
    return told.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Begun:
    """What of a file is written already.

    Attributes:
        rows: whole ones.
        counts: of them.
        is_whole: nothing is left to do.
    """

    rows: int = 0
    counts: Counts = field(default_factory=Counts)
    is_whole: bool = False


class Written:
    """One file, with what stands beside it: `FILE.run.json`."""

    def __init__(self, path: str, form: Form, mark: dict[str, object]) -> None:
        """Take a file.

        Args:
            path: of the file.
            form: how it is written.
            mark: what the rows depend on: input, lists, terms, clearings.
        """
        self.path, self._form = Path(path), form
        self._beside = Path(f"{path}{_BESIDE}")
        self._mark = {**mark, "form": form.value}

    def begin(self, *, anew: bool) -> Begun:
        """Find out how far a run before came, and cut off what is no whole row.

        Raises:
            BadInput: the file is not of such a run, or the run was on other terms; says which.
        """
        if anew or not self.path.exists():
            self._start()
            return Begun()
        before = self._before()
        if before.get("counts") is not None:
            return Begun(is_whole=True)
        rows, counts, end = self._whole_rows()
        if not rows:  # the line of column names may be torn too
            self._start()
            return Begun()
        os.truncate(self.path, end)
        return Begun(rows, counts)

    def rows(self) -> BinaryIO:
        """Open the file to write rows behind those that are there."""
        return self.path.open("ab", buffering=0)

    def finish(self, counts: dict[str, object]) -> None:
        """Say beside the file that it is whole."""
        self._write_beside({**self._mark, "counts": counts})

    def _start(self) -> None:
        self._write_beside(self._mark)
        self.path.write_text(header() if self._form is Form.CSV else "", encoding="utf-8")

    def _write_beside(self, told: dict[str, object]) -> None:
        text = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        write_whole({self._beside: text.encode("utf-8")})

    def _before(self) -> dict[str, object]:
        try:
            told = json.loads(self._beside.read_text(encoding="utf-8"))
            before = {str(key): value for key, value in told.items()}
        except (OSError, ValueError, AttributeError) as bad:
            raise BadInput(
                f"{self.path}: it is there, and no batch that was begun: give another --out, or "
                "--again to write over it"
            ) from bad
        differing = [key for key, value in self._mark.items() if before.get(key) != value]
        if differing:
            raise BadInput(
                f"{self.path}: begun with other {', '.join(differing)}: give another --out, or "
                "--again to begin anew"
            )
        return before

    def _whole_rows(self) -> tuple[int, Counts, int]:
        """Give the rows that are whole, with their counts, and the byte where they end."""
        try:
            with self.path.open("rb") as stream:
                counted = _json_counted(stream) if self._form is Form.JSONL else _counted(stream)
                [last] = deque(counted, maxlen=1)
                return last
        except (ValueError, TypeError, KeyError, csv.Error) as bad:
            raise BadInput(f"{self.path}: changed by hand: {bad}; give --again") from bad
        except OSError as bad:
            raise Unavailable(f"{self.path}: cannot be read: {bad.strerror}") from bad


def _json_counted(stream: BinaryIO) -> Iterator[tuple[int, Counts, int]]:
    """Give the whole rows as they add up: how many, their counts, and where the last one ends."""
    counts, end = Counts(), 0
    yield 0, counts, end
    for number, line in enumerate(stream, 1):
        if line.endswith(b"\n"):
            counts, end = counts.plus(_counts_of_json(json.loads(line))), end + len(line)
            yield number, counts, end


def _counted(stream: BinaryIO) -> Iterator[tuple[int, Counts, int]]:
    """Give the whole rows as they add up; a subject may take several lines of CSV.

    That all of these are there only the next subject shows.
    """
    number, counts, end = 0, Counts(), len(stream.readline())
    yield number, counts, end
    group, row, whole = Counts(), "", end
    for line in stream:
        cells = next(csv.reader([line.decode("utf-8")]), [])
        if not line.endswith(b"\n") or len(cells) < len(COLUMNS):
            return
        told = dict(zip(COLUMNS, cells, strict=False))
        is_first = told["row"] != row
        if row and is_first:
            number, counts, group = number + 1, counts.plus(group), Counts()
            yield number, counts, whole
        group = _with_line(group, told["status"], int(told["cleared"]), is_first=is_first)
        row, whole = told["row"], whole + len(line)


def _counts_of_json(row: dict[str, list[dict[str, object]]]) -> Counts:
    results, is_error = row["results"], "error" in row
    return Counts(
        screened=int(not is_error),
        flagged=int(bool(results)),
        alerts=len(results),
        returned=sum("cleared_before" in result for result in results),
        cleared=len(row.get("cleared", ())),
        errors=int(is_error),
    )


def _with_line(group: Counts, status: str, cleared: int, *, is_first: bool) -> Counts:
    is_alert = status in {"alert", "returned"}
    return group.plus(
        Counts(
            screened=int(is_first and status != "error"),
            flagged=int(is_first and is_alert),
            alerts=int(is_alert),
            returned=int(status == "returned"),
            cleared=cleared if is_first else 0,
            errors=int(is_first and status == "error"),
        )
    )
