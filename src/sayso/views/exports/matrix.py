"""The matrix of states, UN entries and measures, as CSV and, by DuckDB, as Parquet."""

import csv
import importlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol, cast

from sayso.errors import BadInput
from sayso.model.oversight import Implementation, LinkKind, Obligation, Proof, Transposition
from sayso.views.exports.csv import guarded
from sayso.views.states.words import awaits_judgement, carried_out_at, day_of

COLUMNS: Final = (
    "state",
    "reference",
    "measure",
    "name",
    "regimes",
    "due",
    "ended",
    "status",
    "to_be_confirmed",
    "link",
    "via",
    "carried_out",
    "lag_hours_min",
    "lag_hours_max",
    "basis",
    "instrument",
    "national_entry",
    "proof_document",
    "proof_locator",
    "proof_words",
    "proof_address",
)
#: Those that are figures, so that a lag below zero stays one.
_FIGURES: Final = frozenset({"lag_hours_min", "lag_hours_max"})
_LIBRARY: Final = "duckdb"
#: Nothing is fetched or loaded from elsewhere; the same rows, the same bytes.
_CONFIG: Final = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "preserve_insertion_order": True,
    "threads": 1,
}
_NOTHING: Final = ("",) * 4
_NO_ACT: Final = "," * 6

Cells = tuple[str, ...]


class _Connection(Protocol):
    def execute(self, query: str) -> object: ...
    def close(self) -> None: ...


class _Library(Protocol):
    def connect(self, *, config: object) -> _Connection: ...


def csv_matrix(cells: Iterable[Implementation]) -> tuple[bytes, int]:
    """Give the matrix as CSV that no spreadsheet runs, and how many rows it has."""
    return _table(cells, guard=True)


def parquet_matrix(cells: Iterable[Implementation]) -> tuple[bytes, int]:
    """Give the matrix as Parquet, and how many rows it has; lags are numbers, all else is text.

    Raises:
        BadInput: the library is not installed; says what to do.
    """
    try:
        library = cast("_Library", importlib.import_module(_LIBRARY))
    except ImportError as bad:
        raise BadInput(
            "Parquet files need DuckDB: pip install 'sayso[parquet]', or write --to csv"
        ) from bad
    written, count = _table(cells, guard=False)
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "cells.csv"), Path(folder, "cells.parquet")
        source.write_bytes(written)
        connection = library.connect(config=_CONFIG)
        try:
            connection.execute(_copying(source, target))
        finally:
            connection.close()
        return target.read_bytes(), count


def _copying(source: Path, target: Path) -> str:
    """Give the statement that writes one file as another; the paths are ours."""
    types = {name: "DOUBLE" if name in _FIGURES else "VARCHAR" for name in COLUMNS}
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    read = f"read_csv('{source}', header = true, quote = '\"', columns = {{{columns}}})"
    return f"COPY (SELECT * FROM {read}) TO '{target}' (FORMAT parquet, COMPRESSION zstd)"  # noqa: S608


def _table(cells: Iterable[Implementation], *, guard: bool) -> tuple[bytes, int]:
    rows = [_written(COLUMNS), *_rows(cells, guard=guard)]
    return "\n".join((*rows, "")).encode("utf-8", "replace"), len(rows) - 1


def _rows(cells: Iterable[Implementation], *, guard: bool) -> Iterator[str]:
    """Give one row a cell; what many cells share is written as CSV once."""
    about: dict[int, tuple[Obligation, str]] = {}
    acts: dict[int, tuple[Transposition, str]] = {}
    for one in cells:
        due, act = one.obligation, one.transposition
        known = about.get(id(due))
        if known is None:  # the obligation is kept beside, so that its id stays its own
            known = about[id(due)] = due, _part(_due_cells(due), guard=guard)
        shown = None if act is None else acts.get(id(act))
        if shown is None and act is not None:
            shown = acts[id(act)] = act, _part(_act_cells(act), guard=guard)
        own = _NO_ACT if shown is None else shown[1]
        yield f"{one.state},{known[1]},{','.join(_fate(one))},{own}"


def _part(cells: Cells, *, guard: bool) -> str:
    """Give a part of a row as CSV, guarded where a spreadsheet may open it."""
    return _written(tuple(map(guarded, cells)) if guard else cells)


def _written(cells: Cells) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def _due_cells(due: Obligation) -> Cells:
    ended = "" if due.ended is None else day_of(due.ended)
    regimes = "; ".join(due.regimes)
    return (due.reference, due.measure.value, due.name, regimes, day_of(due.due), ended)


def _fate(one: Implementation) -> Cells:
    """Give what is known of one cell; of such words none needs quoting."""
    at = carried_out_at(one)
    low, high = ("", "") if one.lag is None else map(_hours, one.lag)
    waits = "yes" if awaits_judgement(one) else ""
    link = "" if one.link is LinkKind.NONE else one.link.value
    when = "" if at is None else day_of(at)
    return (one.status.value, waits, link, one.via or "", when, low, high)


def _act_cells(act: Transposition) -> Cells:
    basis = "" if act.basis is None else act.basis.value
    first = act.proofs[0] if act.proofs else None
    proof = _NOTHING if first is None else _proof_cells(first)
    return (basis, act.instrument or "", act.entry or "", *proof)


def _proof_cells(proof: Proof) -> Cells:
    return (proof.title, proof.locator, proof.text, proof.address or "")


def _hours(hours: float) -> str:
    return f"{hours:.2f}".rstrip("0").rstrip(".")
