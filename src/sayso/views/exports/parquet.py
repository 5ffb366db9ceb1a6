"""The tables as Parquet, by DuckDB, which is an extra."""

import importlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sayso.errors import BadInput, Unavailable
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Knowledge
from sayso.views.exports.csv import Row, header, tables_of

_LIBRARY: Final = "duckdb"
#: Nothing is fetched or loaded from elsewhere; order as it is known.
_CONFIG: Final = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "preserve_insertion_order": True,
    "threads": 1,
}
_ROOTS: Final = {"positive_roots": "INTEGER", "negative_roots": "INTEGER"}
#: Columns of each table that hold figures; their cells are never empty.
_FIGURES: Final[Mapping[str, Mapping[str, str]]] = {
    "claims": {"confidence": "DOUBLE", "start": "INTEGER", "end": "INTEGER"},
    "findings": _ROOTS,
    "ties": _ROOTS,
}


class ParquetExporter:
    """Writes the same tables as CSV; figures are figures, all other columns text."""

    format = "parquet"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give file names with their contents.

        Raises:
            BadInput: DuckDB is not installed.
            Unavailable: there is no room for temporary files.
        """
        del terms
        try:
            library: Any = importlib.import_module(_LIBRARY)  # an extra: it may not be there
        except ImportError as bad:
            raise BadInput(
                "Parquet files need DuckDB: pip install 'sayso[parquet]', or export --to csv"
            ) from bad
        found = tables_of(knowledge)
        connection = library.connect(config=_CONFIG)
        try:
            with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
                return {
                    f"{name}.parquet": _written(connection, name, table, folder)
                    for name, table in found.items()
                }
        except (library.Error, OSError) as bad:
            raise Unavailable(f"Parquet files cannot be written: {bad}: make room") from bad
        finally:
            connection.close()


def _written(
    connection: Any,  # noqa: ANN401  # an extra
    name: str,
    table: Sequence[Row],
    folder: str,
) -> bytes:
    path, columns, figures = Path(folder) / name, header(name), _FIGURES.get(name, {})
    names = ", ".join(f'"{column}" {figures.get(column, "VARCHAR")}' for column in columns)
    connection.execute(f"CREATE OR REPLACE TABLE told ({names})")
    marks = ", ".join("?" for _ in columns)
    cells = [[_sound(row[column]) for column in columns] for row in table]
    if cells:
        connection.executemany(f"INSERT INTO told VALUES ({marks})", cells)  # noqa: S608  # only marks
    quoted = str(path).replace("'", "''")
    connection.execute(f"COPY told TO '{quoted}' (FORMAT parquet)")
    return path.read_bytes()


def _sound(cell: str) -> str:
    return cell.encode("utf-8", "replace").decode("utf-8")
