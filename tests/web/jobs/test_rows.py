"""Rows of a file of names: on the disk, in order, with what a table of them says."""

import time
from pathlib import Path

import pytest

from sayso.web.jobs.rows import RowFile
from tests.web.jobs.test_jobs import ended
from tests.web.project import begun
from tests.web.standing import TestClient, client


def row(number: int, *, alert: bool = False, error: str | None = None) -> dict:
    told = {"row": number, "name": "ولایت 😀", "results": [{"entry": "un:1"}] if alert else []}
    return {**told, **({} if error is None else {"error": error})}


def test_rows_come_back_as_they_were_put_and_by_what_they_came_to(tmp_path: Path):
    rows = RowFile(tmp_path / "rows")
    rows.put([row(1), row(2, alert=True)], "a\n")
    rows.put([row(3, error="no name"), row(4, alert=True)], "b\n")
    assert [one["row"] for one in rows.every()] == [1, 2, 3, 4]
    assert rows.every()[1:3][0] == row(2, alert=True)
    assert [one["row"] for one in rows.with_alerts()] == [2, 4]
    assert [one["row"] for one in rows.with_errors()] == [3]
    assert rows.table() == b"a\nb\n"
    rows.let_go()
    assert list(tmp_path.iterdir()) == []


def screened(asked: TestClient, table: bytes, **query: object) -> dict:
    headers = {"X-Filename": "customers.csv"}
    begun_job = asked.post("/api/v1/screenings/files", content=table, headers=headers, params=query)
    assert begun_job.status_code == 202, begun_job.text
    return ended(asked, begun_job.json()["id"])


def test_a_table_of_results_has_a_row_an_alert_and_runs_no_formula():
    asked = client(begun().bench)
    job = screened(asked, b'id,name\n1,Zarmast Tolwak\n2,"=HYPERLINK(1)"\n3,\n')
    table = asked.get(f"{job['results']}.csv")
    lines = table.text.splitlines()
    assert lines[0].startswith("row,qid,status,query,entry")
    assert lines[1].startswith("1,1,alert,Zarmast Tolwak,un:QDi.901")
    assert "2,2,no alert,'=HYPERLINK(1)" in lines[2]
    assert lines[3].startswith("3,3,error")
    [bad] = asked.get(f"{job['results']}?errors=true").json()["results"]
    assert (bad["row"], bool(bad["error"]), bad["asked"]) == (3, True, {"query": ""})


def test_an_alert_of_a_file_is_cleared_as_the_question_that_it_is():
    asked = client(begun().bench)
    table = b"name,dob,country\nZarmast Tolwak,1970,AF\n"
    job = screened(asked, table)
    [one] = asked.get(job["results"]).json()["results"]
    assert one["asked"] == {"query": "Zarmast Tolwak", "dob": "1970", "country": "AF"}
    signed = {"by": "Ada Okoye", "reason": "another person", "entry": "un:QDi.901"}
    assert (
        asked.post("/api/v1/clearings", json={"query": one["asked"], **signed}).status_code == 201
    )
    [again] = asked.get(screened(asked, table)["results"]).json()["results"]
    assert (again["results"], [c["entry"] for c in again["cleared"]]) == ([], ["un:QDi.901"])


@pytest.mark.parametrize("content", [b"%PDF-1.7 no table", b"first,second\n1,2\n", b"\xff\xfe\x00"])
def test_what_is_no_table_of_names_says_so(content: bytes):
    job = screened(client(begun().bench), content)
    assert job["state"] == "failed"
    assert "customers.csv" in job["error"]
    assert "/" not in job["error"].split(":")[0]


def test_a_job_that_is_cancelled_screens_no_further():
    asked = client(begun().bench)
    table = b"name\n" + b"Zarmast Tolwak\n" * 20_000
    begun_job = asked.post(
        "/api/v1/screenings/files", content=table, headers={"X-Filename": "many.csv"}
    ).json()
    asked.delete(f"/api/v1/jobs/{begun_job['id']}", headers={"Content-Type": "application/json"})
    job = ended(asked, begun_job["id"])
    assert job["state"] == "cancelled"
    done = asked.get(job["results"]).json()["total"]
    time.sleep(0.3)
    assert asked.get(job["results"]).json()["total"] - done <= 25
