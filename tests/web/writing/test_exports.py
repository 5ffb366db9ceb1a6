"""Exports over HTTP: every form, what is left out is counted, and files come when they are made."""

import io
import json
import zipfile
from dataclasses import replace

import pytest

from sayso.views.exports.csv import CsvExporter
from sayso.views.exports.geojson import GeojsonExporter
from sayso.workbench import Workbench
from tests.web.jobs.test_jobs import ended
from tests.web.project import nothing, settled
from tests.web.standing import TestClient, client, detail


def page() -> TestClient:
    exporters = {"csv": CsvExporter(), "geojson": GeojsonExporter()}
    parts = replace(settled().bench._parts, exporters=exporters)  # noqa: SLF001  # has none
    return client(Workbench(parts))


def test_the_forms_are_told_with_what_would_be_left_out():
    told = page().get("/api/v1/exports").json()
    assert [one["format"] for one in told["results"]] == ["csv", "geojson", "records"]
    every = settled().bench.knowledge().findings.values()
    assert sum(told["findings"].values()) == len(every)


def test_several_files_come_in_one_archive():
    answer = page().get("/api/v1/exports/csv")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "claims.csv" in archive.namelist()


def test_what_is_left_out_is_counted_and_an_allegation_never_stays_without_its_denial():
    asked = page()
    whole = asked.get("/api/v1/exports/geojson").json()
    begun = asked.post(
        "/api/v1/exports/geojson",
        params={"leave_out": ["contested", "denied"]},
        headers={"Content-Type": "application/json"},
    )
    job = ended(asked, begun.json()["id"])
    assert any("contested" in note for note in job["made"]["notes"])
    kept = asked.get(job["made"]["address"]).json()
    assert len(kept["features"]) < len(whole["features"])
    assert "contested" not in json.dumps(kept["features"])


def test_records_are_whole():
    asked = page()
    assert asked.get("/api/v1/exports/records").content.startswith(b"{")
    assert asked.get("/api/v1/exports/records?leave_out=denied").status_code == 400


@pytest.mark.parametrize("form", ["docx", "..", "csv%2Fx"])
def test_a_form_that_there_is_not_is_told(form: str):
    assert page().get(f"/api/v1/exports/{form}").status_code in {404, 400}


def test_without_a_project_there_is_nothing_to_export():
    answer = client(nothing()).get("/api/v1/exports/csv")
    assert answer.status_code == 404
    assert "add documents" in detail(answer)
