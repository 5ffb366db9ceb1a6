"""JSON as the cells of a table: one row a thing, one column a key."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from sayso.views.exports.csv import guarded
from sayso.views.json import JsonObject, JsonValue

#: Rows from which the columns are told, and that are written together.
_TOGETHER: Final = 500


def csv_lines(rows: Iterable[JsonObject]) -> Iterator[bytes]:
    """Give a table in parts: UTF-8, a header line; no cell is run as a formula.

    The columns are those of the first 500 rows; without rows there is nothing. An object within a
    row is a column a key ("subject.name"), a list its values with "; " between them.
    """
    flat = (_flat(row) for row in rows)
    first = list(islice(flat, _TOGETHER))
    columns = list(dict.fromkeys(column for row in first for column in row))
    if columns:
        yield _written(columns, [dict(zip(columns, columns, strict=True))])
    while first:
        yield _written(columns, first)
        first = list(islice(flat, _TOGETHER))


def _written(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n", extrasaction="ignore")
    writer.writerows({key: guarded(cell) for key, cell in row.items()} for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _flat(row: JsonObject, within: str = "") -> dict[str, str]:
    cells: dict[str, str] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            cells |= _flat(value, f"{within}{key}.")
        else:
            cells[f"{within}{key}"] = _cell(value)
    return cells


def _cell(value: JsonValue) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_cell(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(_cell(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
