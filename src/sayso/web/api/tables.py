"""The twins of our lists as tables: the same rows, all of them, as CSV."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Final

from fastapi import Response

from sayso.views.exports.csv import guarded
from sayso.views.json import JsonObject

#: How such an answer is described.
DESCRIBED: Final[dict[int | str, dict[str, object]]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "The table"}
}


class Table(Response):
    """Rows below a line of column names, in UTF-8; no cell is run as a formula."""

    media_type = "text/csv"

    @classmethod
    def of(
        cls, name: str, rows: Sequence[JsonObject], shape: type, headers: Mapping[str, str]
    ) -> "Table":
        """Give rows as a file to keep.

        Args:
            name: of the file.
            rows: in order.
            shape: the dataclass that describes a row; its fields are the columns.
            headers: of the answer, besides its own.
        """
        text = io.StringIO()
        columns = [field.name for field in fields(shape)]
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row[column]) for column in columns] for row in rows)
        own = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return cls(text.getvalue().encode("utf-8", "replace"), headers={**headers, **own})


def _cell(value: object) -> str:
    """Give a value as a cell: several by semicolons, nothing as an empty one."""
    if isinstance(value, list | tuple):
        return "; ".join(map(_cell, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else guarded(str(value))
