"""Tables for a spreadsheet: nothing runs, and no allegation leaves without its reply."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.findings import Knowledge
from sayso.views.exports.csv import CsvExporter, guarded, table
from tests.views.build import HOSTILE, NOTICE
from tests.views.kandor import case

Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def tables() -> Rows:
    files = CsvExporter().write(case())
    return {
        name: list(csv.DictReader(io.StringIO(content.decode()))) for name, content in files.items()
    }


def test_there_is_one_table_for_each_noun(tables: Rows):
    assert {name: len(rows) for name, rows in tables.items()} == {
        "documents.csv": 3,
        "entities.csv": 13,
        "claims.csv": 12,
        "findings.csv": 9,
        "ties.csv": 9,
    }


def test_a_contested_finding_carries_who_denies_it_and_in_which_words(tables: Rows):
    row = tables["findings.csv"][0]
    assert row["status"] == "contested"
    assert (row["affirmed_by"], row["denied_by"]) == ("Kandor Panel", "Zarnawa Front")
    assert "گل رحیم: “Nobody of the Zarnawa Front is in Ghazni”" in row["replies"]
    assert tables["ties.csv"][0]["replies"] == row["replies"]


def test_a_cell_that_looks_like_a_formula_is_guarded(tables: Rows):
    assert tables["documents.csv"][2]["title"] == f"'{HOSTILE}"
    everything = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in everything)


def test_the_strictest_handling_and_every_notice_travel_with_a_row(tables: Rows):
    assert tables["findings.csv"][0]["handling"] == "internal"
    assert tables["findings.csv"][4]["handling"] == "public"
    assert tables["findings.csv"][0]["notice"] == NOTICE
    assert tables["entities.csv"][0]["handling"] == "internal"


def test_claims_keep_speakers_words_and_factuality(tables: Rows):
    row = next(row for row in tables["claims.csv"] if row["factuality"] == "CT-")
    assert row["speakers"] == "The Kandor Post → گل رحیم"
    assert row["words"] == "Nobody of the Zarnawa Front is in Ghazni"
    assert row["locator"] == "para. 3"


def test_what_waits_in_review_says_so(tables: Rows):
    waiting = [row["subject"] for row in tables["findings.csv"] if row["review"]]
    assert waiting == ["Omid Tarzi"]


def test_an_unnamed_source_is_not_counted_and_says_so(tables: Rows):
    assert tables["findings.csv"][7]["affirmed_by"] == "a former official (not counted)"


def test_nothing_known_gives_tables_of_a_header_alone():
    files = CsvExporter().write(Knowledge())
    full = CsvExporter().write(case())
    assert {name: f.splitlines() for name, f in files.items()} == {
        name: f.splitlines()[:1] for name, f in full.items()
    }


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\0")))
def test_any_text_comes_back_from_a_table_and_none_begins_a_formula(text: str):
    [row] = csv.DictReader(io.StringIO(table([{"cell": text, "end": "."}]).decode(), newline=""))
    assert row["cell"].removeprefix("'") == text.removeprefix("'")
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\t", "\n"}
