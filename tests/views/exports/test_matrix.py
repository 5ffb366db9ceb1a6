"""The matrix of states and UN entries as a table; all but the states is invented."""

import csv
import io
from pathlib import Path

import duckdb
import pytest

from sayso.errors import BadInput
from sayso.surveying import Wanted, every_cell
from sayso.views.exports import matrix
from sayso.views.exports.matrix import COLUMNS, csv_matrix, parquet_matrix
from tests.states_told import OBLIGATIONS, Told

TOLD = Told()


def rows() -> list[dict[str, str]]:
    written, _ = csv_matrix(every_cell(TOLD, Wanted()))
    return list(csv.DictReader(io.StringIO(written.decode())))


def test_there_is_one_row_for_each_state_entry_and_measure():
    found = rows()
    assert len(found) == 194 * len(OBLIGATIONS)
    keys = {(row["state"], row["reference"], row["measure"]) for row in found}
    assert len(keys) == len(found)


def test_a_cell_bears_its_proof_and_a_lag_below_zero_stays_a_figure():
    [cell] = [r for r in rows() if (r["state"], r["status"]) == ("EU", "within_24h_possible")]
    assert (cell["lag_hours_min"], cell["lag_hours_max"]) == ("-7", "41")
    assert cell["proof_address"] == "https://example.org/oj/2020/9001"
    assert (cell["proof_words"], cell["link"]) == ("2020/9001 (OJ L90)", "exact")


def test_a_link_by_name_gives_no_date_in_the_matrix():
    [cell] = [r for r in rows() if (r["state"], r["reference"]) == ("EU", "TAi.903")]
    assert (cell["status"], cell["to_be_confirmed"], cell["carried_out"]) == ("unknown", "yes", "")


def test_no_spreadsheet_runs_a_name():
    assert {r["name"] for r in rows() if r["reference"] == "TAi.903"} == {"'=Ostan Brothers"}


def test_parquet_has_the_same_rows_names_as_they_are_and_lags_as_numbers(tmp_path: Path):
    written, count = parquet_matrix(every_cell(TOLD, Wanted()))
    file = tmp_path / "m.parquet"
    file.write_bytes(written)
    found = duckdb.sql(f"SELECT * FROM '{file}'")  # noqa: S608  # our own path
    assert tuple(found.columns) == COLUMNS
    assert len(found.fetchall()) == count == 194 * len(OBLIGATIONS)
    [(least,)] = duckdb.sql(f"SELECT min(lag_hours_min) FROM '{file}'").fetchall()  # noqa: S608
    assert least == -7.0
    named = duckdb.sql(f"SELECT count(*) FROM '{file}' WHERE name = '=Ostan Brothers'")  # noqa: S608
    assert named.fetchall() == [(194,)]
    assert parquet_matrix(every_cell(TOLD, Wanted()))[0] == written


def test_without_the_library_parquet_says_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(matrix, "_LIBRARY", "no_such_library")
    with pytest.raises(BadInput, match=r"pip install 'sayso\[parquet\]'"):
        parquet_matrix(())


def test_one_states_matrix_has_its_cells_alone():
    found = list(every_cell(TOLD, Wanted(state="Japan")))
    assert {cell.state for cell in found} == {"JP"}
