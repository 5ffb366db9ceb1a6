"""Whoever stops Sayso finds the jobs again, and is told which files were not read."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sayso.settings import load
from sayso.web.app import application
from sayso.web.jobs.board import Board
from sayso.web.jobs.kept import JobBook
from sayso.web.jobs.states import JobKind
from sayso.web.terms import Terms
from tests.web.jobs.test_jobs import Reading, Taking, ended, put
from tests.web.project import begun
from tests.web.standing import HERE, TestClient

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def page(folder: Path) -> TestClient:
    settings = load({"project": str(folder)}, {}, folder)
    parts = replace(begun().bench._parts, collector=Taking)  # noqa: SLF001  # reads nothing
    app = application(Reading(parts), Terms(settings=settings))
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


def test_a_job_is_found_again_with_what_each_file_came_to(tmp_path: Path):
    first = page(tmp_path)
    job = put(first, "1.txt", more=True)["id"]
    put(first, "bad.txt", job=job)
    before = ended(first, job)
    after = page(tmp_path).get(f"/api/v1/jobs/{job}").json()
    assert (after["state"], after["done"], after["failed"]) == ("done", 2, 1)
    told = [(f["name"], f["state"], f["document"], f["claims"], f["error"]) for f in after["files"]]
    assert told == [
        (f["name"], f["state"], f["document"], f["claims"], f["error"]) for f in before["files"]
    ]


def test_what_was_to_be_read_when_sayso_stopped_is_told_file_by_file(tmp_path: Path):
    board = Board(JobBook(tmp_path / "jobs.jsonl"))
    job = board.begin(JobKind.DOCUMENTS, NOW)
    board.put(job, "report.pdf", 9, tmp_path / "bytes", more=True)
    found = Board(JobBook(tmp_path / "jobs.jsonl")).job(job.id)
    assert found.is_over
    assert [(f.name, f.state.value) for f in found.files] == [("report.pdf", "failed")]
    assert "add it again" in (found.files[0].error or "")


def test_a_book_that_was_cut_off_or_is_of_another_version_is_read_as_far_as_it_goes(tmp_path: Path):
    book = tmp_path / "jobs.jsonl"
    board = Board(JobBook(book))
    job = board.begin(JobKind.WRITING, NOW)
    board.close(job)
    whole = book.read_text("utf-8")
    book.write_text('{"job": "x", "file": {}}\n[1]\n' + whole + '{"job": "y", "beg', "utf-8")
    assert [one.id for one in Board(JobBook(book)).jobs()] == [job.id]


def test_the_book_does_not_grow_for_ever(tmp_path: Path):
    book = tmp_path / "jobs.jsonl"
    for _ in range(3):
        board = Board(JobBook(book))
        for _ in range(40):
            board.close(board.begin(JobKind.WRITING, NOW))
    assert len(Board(JobBook(book)).jobs()) == 50
    assert book.read_text("utf-8").count('"begun": {') == 50


def test_where_there_is_no_project_nothing_is_written(tmp_path: Path):
    board = Board(JobBook(tmp_path / "none" / "jobs.jsonl"))
    board.begin(JobKind.WRITING, NOW)
    assert list(tmp_path.iterdir()) == []
