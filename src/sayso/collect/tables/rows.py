"""Rows of a table: CSV however it is separated, or JSONL; a broken row is told, and passed."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from sayso.collect.tables.columns import KNOWN, field_of
from sayso.collect.tables.lines import Line
from sayso.errors import BadInput

_SEPARATORS: Final = (",", ";", "\t", "|")
#: Excel's own first line: "sep=;".
_SEPARATOR_LINE: Final = "sep="
#: A quoted field reaches over so many lines at most; a quote that is not closed then is a slip.
_MOST_LINES: Final = 20
#: A longer list of JSON is not read into memory; code points.
LONGEST_LIST: Final = 50_000_000
#: What the csv module says when a quoted field goes on.
_GOES_ON: Final = "unexpected end of data"


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: of its first line, from 1; of a Parquet file, of the row.
        cells: by the name of the column.
        error: why it cannot be read; then there are no cells.
    """

    number: int
    cells: Mapping[str, object] = field(default_factory=dict)
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns a table is read for.

    Attributes:
        is_known: a column of them.
        is_needed: one without which the table is another one; of `all_of` each is.
        told: what to do about a table that has none that is needed.
        all_of: columns that it must have, in small letters; if there are any, `is_needed` is moot.
    """

    is_known: Callable[[str], bool]
    is_needed: Callable[[str], bool] = lambda _: True
    told: str = ""
    all_of: frozenset[str] = frozenset()

    def check(self, header: Sequence[str], place: str) -> None:
        """Refuse a table without the columns that it needs.

        Raises:
            BadInput: names one that is missing, and those that there are.
        """
        shown = ", ".join(str(column).strip()[:40] for column in header[:8])
        missing = sorted(self.all_of.difference(map(plain, header)))
        if missing:
            raise BadInput(f"{place}: no column `{missing[0]}` in its first line ({shown}): add it")
        if not self.all_of and not any(map(self.is_needed, header)):
            raise BadInput(f"{place}: {self.told.format(shown=shown)}")


def is_known(column: str) -> bool:
    """Say whether a column is one that screening uses."""
    return field_of(column) is not None


def plain(column: str) -> str:
    """Give the name of a column in small letters, without blanks around it."""
    return column.strip().casefold()


NAMES: Final = Wanted(
    is_known,
    lambda column: field_of(column) in KNOWN,
    "no column `name` in its first line ({shown}): neither JSONL nor a CSV file "
    "of names; name the column `name`, or `given_name` and `family_name`",
)


def rows_of(lines: Iterable[Line], place: str, wanted: Wanted = NAMES) -> Iterator[Row]:
    """Tell JSON and JSONL from CSV by the first character, and give the rows in order.

    Args:
        lines: of the table.
        place: where it stands, for errors.
        wanted: the columns that it is read for.

    Raises:
        BadInput: it is neither, or lacks a column that it must have.
    """
    rest = iter(lines)
    first = next((line for line in rest if line.text.strip()), None)
    if first is None:
        raise BadInput(f"{place}: empty: a CSV file begins with a line of column names")
    if first.text.lstrip().startswith("{"):
        yield from _json_rows(chain((first,), rest))
        return
    if first.text.lstrip().startswith("["):
        yield from _json_list(chain((first,), rest), place)
        return
    told = first.text.strip().casefold()
    separators: Sequence[str] = _SEPARATORS
    if told.startswith(_SEPARATOR_LINE) and len(told) == len(_SEPARATOR_LINE) + 1:
        separators = (told[-1],)
        first = next(rest, Line(0, ""))
    header, separator = _header(first, separators, wanted)
    wanted.check(header, place)
    yield from _csv_rows(rest, header, separator)


def _header(first: Line, separators: Sequence[str], wanted: Wanted) -> tuple[list[str], str]:
    """Give the columns, separated so that most of them are known, and what separates them."""
    found = [(cells, sign) for sign in separators if (cells := _cells([first.text], sign))]
    return max(
        found,
        key=lambda one: sum(map(wanted.is_known, one[0])),
        default=([first.text.strip()], ","),
    )


def _json_list(lines: Iterable[Line], place: str) -> Iterator[Row]:
    """Give the objects of one JSON list, numbered from 1; it is held in memory as a whole."""
    text, size = [], 0
    for line in lines:
        size += len(line.text)
        if not line.whole or size > LONGEST_LIST:
            raise BadInput(f"{place}: too long for one list: write one object a line (JSONL)")
        text.append(line.text)
    try:
        found = json.loads("".join(text))
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"{place}: no sound JSON: {bad}: write it anew, or as CSV") from bad
    if found and not any(isinstance(cells, dict) for cells in found):
        raise BadInput(f"{place}: a list without an object in it: write one object a row")
    for number, cells in enumerate(found, 1):
        is_object = isinstance(cells, dict)
        yield Row(number, cells) if is_object else Row(number, error="no JSON object")


def _json_rows(lines: Iterable[Line]) -> Iterator[Row]:
    for line in lines:
        if line.text.strip():
            yield _json_row(line)


def _json_row(line: Line) -> Row:
    if not line.whole:
        return Row(line.number, error="a line longer than any row")
    try:
        cells = json.loads(line.text)
    except (ValueError, RecursionError) as bad:
        return Row(line.number, error=f"no JSON: {bad}")
    if not isinstance(cells, dict):
        return Row(line.number, error="no JSON object")
    return Row(line.number, cells)


def _csv_rows(lines: Iterator[Line], header: Sequence[str], separator: str) -> Iterator[Row]:
    """Give the rows; after one with an open quote the next line is read as a row of its own."""
    waiting: list[Line] = []
    while True:
        line = waiting.pop(0) if waiting else next(lines, None)
        if line is None:
            return
        if not line.text.strip():
            continue
        taken = [line]
        cells, error = _read(taken, separator)
        while error == _GOES_ON and len(taken) < _MOST_LINES:
            following = waiting.pop(0) if waiting else next(lines, None)
            if following is None:
                break
            taken.append(following)
            cells, error = _read(taken, separator)
        if error is not None:
            waiting[:0] = taken[1:]
            yield Row(line.number, error=_told(error))
        else:
            yield _csv_row(line.number, header, cells)


def _read(lines: Sequence[Line], separator: str) -> tuple[list[str], str | None]:
    """Give the cells of one row, or what is wrong."""
    if not all(line.whole for line in lines):
        return [], "a line longer than any row"
    try:
        return _cells([line.text for line in lines], separator), None
    except csv.Error as bad:
        return [], str(bad)


def _cells(lines: Sequence[str], separator: str) -> list[str]:
    return next(csv.reader(lines, delimiter=separator, strict=True), [])


def _told(error: str) -> str:
    return "a quote that is not closed" if error == _GOES_ON else f"not sound CSV: {error}"


def _csv_row(number: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    if any(cells[len(header) :]):
        return Row(number, error=f"{len(cells)} fields, and {len(header)} columns")
    filled: dict[str, object] = {}
    for column, cell in zip(header, cells, strict=False):
        filled[column if column not in filled else f"{column} "] = cell
    return Row(number, filled)
