"""A frozen data set: every column is defined, every file is summed, and it says what binds it."""

import csv
import hashlib
import importlib
import io
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import jsonschema
import pytest

from sayso.model.exports import Terms
from sayso.model.findings import Knowledge
from sayso.model.ids import ReleaseId
from sayso.model.vocabulary import FindingStatus, Predicate
from sayso.views.exports.csv import COLUMNS, tables_of
from sayso.views.interchange.dataset import DatasetExporter
from tests.views.build import NOON, NOTICE
from tests.views.kandor import case

TERMS = Terms(
    made=NOON,
    program="Sayso 1",
    releases=(ReleaseId("un@2026-02-27"),),
    left_out=(FindingStatus.DENIED,),
)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {name: told.decode() for name, told in DatasetExporter().write(case(), TERMS).items()}


@pytest.mark.parametrize("table", COLUMNS)
def test_the_codebook_defines_every_column_and_no_other(table: str):
    defined = set(COLUMNS[table]) | (set(COLUMNS["findings"]) if table == "ties" else set())
    rows = tables_of(case())[table]
    assert set(rows[0]) <= defined
    assert set(COLUMNS[table]) <= set(rows[0])


def test_every_word_of_the_vocabulary_is_in_the_codebook(files: dict[str, str]):
    for word in (*(p for p in Predicate if p is not Predicate.OTHER), *FindingStatus):
        assert f"`{word.value}`" in files["CODEBOOK.md"]


def test_every_file_has_its_sum(files: dict[str, str]):
    told = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].splitlines())
    assert told == {
        name: hashlib.sha256(text.encode()).hexdigest()
        for name, text in files.items()
        if name != "SHA256SUMS"
    }


def test_versions_and_what_was_left_out_are_told(files: dict[str, str]):
    told = json.loads(files["versions.json"])
    assert told["lists"] == ["un@2026-02-27"]
    assert told["left_out"] == ["denied"]
    assert told["rows"]["claims"] == len(list(csv.DictReader(io.StringIO(files["claims.csv"]))))


def test_the_readme_says_draft_handling_and_notice(files: dict[str, str]):
    assert "DRAFT, NOT REVIEWED: 9 of 9 findings" in files["README.md"]
    assert "Strictest handling: internal" in files["README.md"]
    assert NOTICE in files["README.md"]


def test_the_same_knowledge_gives_the_same_bytes_on_any_later_day():
    recorded = replace(TERMS, recorded=NOON)
    later = replace(recorded, made=NOON + timedelta(days=400))
    assert DatasetExporter().write(case(), later) == DatasetExporter().write(case(), recorded)


CITATION = json.loads((Path(__file__).parents[2] / "data/citation/schema.json").read_bytes())


def with_basis(basis: str | None) -> Knowledge:
    known = case()
    records = {
        key: replace(r, document=replace(r.document, lawful_basis=basis))
        for key, r in known.records.items()
    }
    return replace(known, records=records)


@pytest.mark.parametrize(
    ("basis", "licence"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("Open Government Licence v3.0", "OGL-UK-3.0"),
        (None, None),
        ('by leave: of "us"\nand: them', None),
    ],
)
def test_the_citation_file_is_valid_by_its_own_schema(basis: str | None, licence: str | None):
    files = DatasetExporter().write(with_basis(basis), TERMS)
    told = importlib.import_module("srsly").yaml_loads(files["CITATION.cff"].decode())
    jsonschema.validate(told, CITATION)
    assert told.get("license") == licence
    assert ("differ by document" in told["abstract"]) == (licence is None)
