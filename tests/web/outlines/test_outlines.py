"""Outlines are kept as files that the command reads, and nobody's work is written over."""

from pathlib import Path

import httpx
import pytest

from sayso.briefing import read_outline
from sayso.settings import load
from sayso.web.app import application
from sayso.web.terms import Role, Terms
from tests.web.project import settled
from tests.web.standing import HERE, TestClient, bearing, detail
from tests.web.writing.test_briefs import contested, outline

KEPT = "/api/v1/outlines/Ghazni in May"


def page(folder: Path, **terms: object) -> TestClient:
    settings = load({"project": str(folder)}, {}, folder)
    app = application(settled().bench, Terms(settings=settings, **terms))
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


def put(
    asked: TestClient, own: dict, version: str | None = None, name: str = KEPT
) -> httpx.Response:
    return asked.put(name, json={"outline": own, "version": version})


def test_an_outline_is_kept_as_a_file_that_the_command_reads(tmp_path: Path):
    finding, claims = contested()
    own = outline(
        [{"findings": [finding]}], [{"text": "“So,” said one; 1. #2", "claims": claims[:1]}]
    )
    kept = put(page(tmp_path), own)
    assert kept.status_code == 200, kept.text
    file = tmp_path / kept.json()["file"]
    read = read_outline(file.read_text("utf-8"), "outline.txt")
    lines = [x for p in read.sections[0].paragraphs for x in p]
    assert [(x.text, x.findings, x.claims) for x in lines] == [
        (None, (finding,), ()),
        ("“So,” said one; 1. #2", (), (claims[0],)),
    ]
    [row] = page(tmp_path).get("/api/v1/outlines").json()["results"]
    assert (row["name"], row["title"], row["lines"]) == ("Ghazni in May", "Mine", 2)


def test_the_file_that_is_kept_has_no_words_of_documents_and_the_one_handed_out_has(tmp_path: Path):
    finding, _ = contested()
    asked = page(tmp_path)
    kept = put(asked, outline([{"findings": [finding]}])).json()
    [says] = [one["says"] for one in kept["sections"][0]["paragraphs"][0][0]["rests_on"]]
    assert says not in (tmp_path / kept["file"]).read_text("utf-8")
    assert says in asked.get(f"{KEPT}.txt").text


def test_two_who_change_one_outline_do_not_write_over_each_other(tmp_path: Path):
    finding, _ = contested()
    asked, own = page(tmp_path), outline([{"findings": [finding]}])
    first = put(asked, own).json()["version"]
    assert put(asked, own).status_code == 409
    second = put(asked, outline([{"findings": [finding]}], heading="Said anew"), first).json()
    late = put(asked, own, first)
    assert late.status_code == 409
    assert "elsewhere" in detail(late)
    assert asked.get(KEPT).json()["sections"][0]["heading"] == "Said anew"
    assert asked.get(KEPT).json()["version"] == second["version"]


def test_what_is_gone_stands_as_gone(tmp_path: Path):
    asked = page(tmp_path)
    kept = put(asked, outline([{"findings": ["f-000000000000"]}])).json()
    assert kept["sections"][0]["paragraphs"][0][0]["rests_on"] == [
        {"id": "f-000000000000", "says": None, "status": None, "claims": []}
    ]


def test_an_outline_written_elsewhere_is_read_and_not_kept(tmp_path: Path):
    asked = page(tmp_path)
    text = asked.get("/api/v1/brief/outline").json()
    assert text["name"] is None
    read = asked.post(
        "/api/v1/outlines/read", json={"text": "## Mine\n\nSaid so. {c-9b1c4f20-1}\n"}
    )
    assert read.json()["sections"][0]["paragraphs"][0][0]["text"] == "Said so."
    bad = asked.post("/api/v1/outlines/read", json={"text": "nothing of it"})
    assert bad.status_code == 400
    assert asked.get("/api/v1/outlines").json()["total"] == 0


def test_an_outline_goes_when_somebody_lets_it_go(tmp_path: Path):
    finding, _ = contested()
    asked = page(tmp_path)
    put(asked, outline([{"findings": [finding]}]))
    assert asked.delete(KEPT).status_code == 204
    assert asked.get(KEPT).status_code == 404
    assert asked.delete(KEPT).status_code == 404


@pytest.mark.parametrize("name", ["..", "a\\b", ".hidden", "x" * 61, "nul", "a\nb", "~"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str):
    finding, _ = contested()
    path = f"/api/v1/outlines/{name.replace(chr(10), '%0A')}"
    answer = put(page(tmp_path), outline([{"findings": [finding]}]), name=path)
    assert answer.status_code in {400, 404, 405}
    assert list(tmp_path.rglob("*.txt")) == []


def test_a_reader_keeps_nothing(tmp_path: Path):
    finding, _ = contested()
    asked = page(tmp_path, token="own", others={"reads": Role.READER})  # noqa: S106
    body = {"outline": outline([{"findings": [finding]}]), "version": None}
    assert asked.put(KEPT, json=body, headers=bearing("reads")).status_code == 403


def test_a_file_that_is_no_outline_is_listed_and_says_what_is_wrong(tmp_path: Path):
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "mine.txt").write_text("no heading", encoding="utf-8")
    asked = page(tmp_path)
    assert asked.get("/api/v1/outlines").json()["results"][0]["lines"] == 0
    assert "## " in detail(asked.get("/api/v1/outlines/mine"))
