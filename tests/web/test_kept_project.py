"""Every dialect over a project on the disk, whose entries are read as they are asked for."""

import io
import json
from pathlib import Path

import pytest

from sayso import wiring
from sayso.settings import load
from sayso.store.lists import SqliteLists
from sayso.workbench import Workbench
from tests.cli.screening.listed import SHIPPING, person, release
from tests.web.standing import client


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    project = release(tmp_path / "p", "2026-02-01", person(), SHIPPING)
    settings = load({"project": project}, {}, tmp_path)
    wiring.workbench(settings, io.BytesIO()).index()  # which is kept for the next one
    return wiring.workbench(settings, io.BytesIO())


def test_openrefine_reconciles_previews_and_extends(bench: Workbench):
    asked = client(bench)
    for name in ("Karim Zarvan", "QDi.901", "un:QDi.901"):
        answer = asked.post("/reconcile", data={"queries": json.dumps({"q": {"query": name}})})
        assert [c["id"] for c in answer.json()["q"]["result"]] == ["un:QDi.901"]
    assert "Karim Zarvan" in asked.get("/reconcile/un/preview?id=un:QDi.901").text
    rows = {"ids": ["un:QDi.901", "nobody"], "properties": [{"id": "reference"}]}
    answer = asked.post("/reconcile", data={"extend": json.dumps(rows)})
    assert answer.json()["rows"]["un:QDi.901"]["reference"] == [{"str": "QDi.901"}]


def test_yentes_clients_and_our_own_are_answered(bench: Workbench):
    asked = client(bench)
    example = {"schema": "Person", "properties": {"name": "Karim Zarvan"}}
    answer = asked.post("/match/un", json={"queries": {"q": example}})
    assert [r["id"] for r in answer.json()["responses"]["q"]["results"]] == ["un:QDi.901"]
    for path in ("/search/un?q=zarvan", "/entities/un:QDi.901", "/api/v1/entries/un:QDi.901"):
        assert asked.get(path).status_code == 200


def test_a_search_reads_only_the_entries_that_it_shows(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
):
    asked, read = client(bench), []
    assert asked.get("/search/un?limit=1").json()["total"]["value"] > 50
    held = SqliteLists.entry
    monkeypatch.setattr(SqliteLists, "entry", lambda *a: read.append(a) or held(*a))
    found = asked.get("/search/un?limit=2&offset=40&schema=Organization").json()
    assert (len(found["results"]), len(read)) == (2, 2)


@pytest.mark.parametrize("key", ["nobody", "eu:13", "../../etc/passwd", "<script>", ":", "un:"])
def test_an_entry_that_is_of_no_list_in_force_is_not_found(bench: Workbench, key: str):
    asked = client(bench)
    for path in ("/api/v1/entries/", "/entities/", "/reconcile/un/preview?id="):
        assert asked.get(f"{path}{key}").status_code == 404


def test_a_page_that_lies_beyond_all_numbers_is_refused(bench: Workbench):
    far = "9" * 30
    for path in ("suggest/entity?prefix=&cursor=", "suggest/type?cursor="):
        assert client(bench).get(f"/reconcile/un/{path}{far}").status_code == 422
