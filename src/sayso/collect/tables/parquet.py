"""Rows of a Parquet file, by DuckDB, which is an extra."""

import importlib
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, cast

from sayso.collect.tables.rows import Row
from sayso.errors import BadInput, Unreadable

#: How a Parquet file begins.
MAGIC: Final = b"PAR1"
_LIBRARY: Final = "duckdb"
_ROWS_AT_ONCE: Final = 4_096
#: Nothing is fetched or loaded from elsewhere; order as in the file.
_CONFIG: Final = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "preserve_insertion_order": True,
    "threads": 1,
}
#: What DuckDB would take for a pattern of names.
_PATTERN: Final = frozenset("*?[")


class _Connection(Protocol):
    description: Sequence[Sequence[object]]

    def execute(self, query: str, values: Sequence[object]) -> object: ...
    def fetchmany(self, size: int) -> list[tuple[object, ...]]: ...
    def close(self) -> None: ...


class _Library(Protocol):
    Error: type[Exception]

    def connect(self, *, config: object) -> _Connection: ...


def parquet_rows(path: str) -> Iterator[Row]:
    """Give the rows of a file, numbered from 1.

    Raises:
        BadInput: the library is not installed; says what to do.
        Unreadable: the file is damaged.
    """
    try:
        library = cast("_Library", importlib.import_module(_LIBRARY))
    except ImportError as bad:
        raise BadInput(
            f"{path}: Parquet files need DuckDB: pip install 'sayso[parquet]', or save the table "
            "as CSV"
        ) from bad
    if _PATTERN & set(path):
        raise BadInput(f"{path}: give the file a name without *, ? and [")
    connection = library.connect(config=_CONFIG)
    number = 0
    try:
        connection.execute("SELECT * FROM read_parquet(?)", [path])
        columns = [str(column[0]) for column in connection.description]
        while rows := connection.fetchmany(_ROWS_AT_ONCE):
            for cells in rows:
                number += 1
                yield Row(number, dict(zip(columns, cells, strict=True)))
    except library.Error as bad:
        reason = str(bad).splitlines()[0]
        raise Unreadable(f"{path}: no sound Parquet file after row {number}: {reason}") from bad
    finally:
        connection.close()
