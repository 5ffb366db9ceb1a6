"""Adding over HTTP: file by file, with reasons, and on after a lost connection."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.adding import AddOutcome, AddStatus
from sayso.errors import Unreadable
from sayso.model.ids import DocumentId
from sayso.web.app import application
from sayso.web.terms import Terms
from sayso.workbench import Workbench
from tests.web.project import begun
from tests.web.standing import HERE, TestClient, client, detail


class Reading(Workbench):
    """A workbench that reads text in no time, and refuses what is called bad."""

    def add_from(self, sources, processes):  # noqa: ANN001  # as the workbench has it
        """Give what became of each."""
        assert processes == 1
        for name, take in sources:
            intake = take()
            if "broken" in name:
                raise RuntimeError("a fault of ours")
            if "bad" in name:
                yield AddOutcome(source=name, status=AddStatus.FAILED, error="no text in it")
                continue
            yield AddOutcome(
                source=name, status=AddStatus.ADDED, document=intake, passages=1, claims=2
            )


class Taking:
    """A collector that takes everything."""

    def take_bytes(self, content: bytes, _: str, __: object) -> DocumentId:
        """Give how long it is, as its id."""
        if not content.strip():
            raise Unreadable("empty")
        return DocumentId(f"sha256:{len(content)}")


def page(terms: Terms | None = None) -> TestClient:
    parts = replace(begun().bench._parts, collector=Taking)  # noqa: SLF001  # reads nothing
    app = application(Reading(parts), terms or Terms())
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


def put(asked: TestClient, name: str, content: bytes = b"Words.", **query: object) -> dict:
    headers = {"X-Filename": name}
    answer = asked.post("/api/v1/documents", content=content, headers=headers, params=query)
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/api/v1/jobs/{answer.json()['id']}"
    return answer.json()


def ended(asked: TestClient, key: str) -> dict:
    for _ in range(200):
        told = asked.get(f"/api/v1/jobs/{key}").json()
        if told["state"] in {"done", "failed", "cancelled"}:
            return told
        time.sleep(0.02)
    raise AssertionError(told)


def test_a_file_is_read_in_the_background():
    asked = page()
    told = ended(asked, put(asked, "a%20report.txt")["id"])
    assert (told["total"], told["done"], told["failed"]) == (1, 1, 0)
    [file] = told["files"]
    assert (file["name"], file["state"], file["claims"]) == ("a report.txt", "added", 2)
    assert file["document"] == "sha256:6"


def test_one_bad_file_stops_no_batch():
    asked = page()
    job = put(asked, "1.txt", more=True)["id"]
    put(asked, "bad.txt", job=job, more=True)
    put(asked, "broken.txt", job=job, more=True)
    put(asked, "4.txt", job=job)
    told = ended(asked, job)
    assert [file["state"] for file in told["files"]] == ["added", "failed", "failed", "added"]
    assert told["files"][1]["error"] == "no text in it"
    assert "report" in told["files"][2]["error"]
    assert (told["state"], told["failed"]) == ("done", 2)


def test_events_go_on_behind_the_last_one():
    asked = page()
    job = put(asked, "1.txt", more=True)["id"]
    put(asked, "2.txt", job=job)
    last = ended(asked, job)["last_event"]
    every = events(asked.get(f"/api/v1/jobs/{job}/events").text)
    assert [number for number, _, _ in every] == list(range(1, last + 1))
    assert every[-1][1] == "end"
    assert every[-1][2]["state"] == "done"
    header = {"Last-Event-ID": str(last - 2)}
    assert events(asked.get(f"/api/v1/jobs/{job}/events", headers=header).text) == every[-2:]
    header = {"Last-Event-ID": str(last)}
    assert asked.get(f"/api/v1/jobs/{job}/events", headers=header).status_code == 204


def events(text: str) -> list[tuple[int, str, dict]]:
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "id" in lines:
            found.append((int(lines["id"]), lines["event"], json.loads(lines["data"])))
    return found


def test_a_job_that_waits_for_more_can_be_cancelled():
    asked = page()
    job = put(asked, "1.txt", more=True)["id"]
    for _ in range(100):
        if asked.get(f"/api/v1/jobs/{job}").json()["done"]:
            break
        time.sleep(0.02)
    told = asked.delete(f"/api/v1/jobs/{job}").json()
    assert told["state"] == "cancelled"
    assert told["files"][0]["state"] == "added"


def test_a_file_beyond_the_limit_is_refused_before_it_is_taken():
    asked = page(Terms(upload_bytes=2_000_000))
    headers = {"X-Filename": "large.pdf"}
    answer = asked.post("/api/v1/documents", content=b"x" * 2_000_001, headers=headers)
    assert answer.status_code == 413
    assert "2,000,000" in detail(answer)

    def stream():  # noqa: ANN202  # bytes that do not say how many they are
        for _ in range(3):
            yield b"x" * 1_000_000

    answer = asked.post("/api/v1/documents", content=stream(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("name", ["", "..", "%00", "/"])
def test_a_file_without_a_name_is_refused(name: str):
    answer = page().post("/api/v1/documents", content=b"x", headers={"X-Filename": name})
    assert answer.status_code in {400, 422}


def test_a_name_never_leads_anywhere():
    asked = page()
    told = put(asked, "..%2F..%2Fetc%2Fpasswd")
    assert told["files"][0]["name"] == "etc/passwd"


def test_an_unknown_job_says_what_becomes_of_jobs():
    answer = page().get("/api/v1/jobs/job-0")
    assert answer.status_code == 404
    assert "forgotten" in detail(answer)


def test_a_file_of_names_is_screened_row_by_row(tmp_path: Path):
    del tmp_path
    asked = client(begun().bench)
    table = b"id,name,dob\n1,Zarmast Tolwak,1970\n2,Nobody Known,\n3,,\n"
    headers = {"X-Filename": "customers.csv"}
    begun_job = asked.post("/api/v1/screenings/files", content=table, headers=headers)
    assert begun_job.status_code == 202, begun_job.text
    told = ended(asked, begun_job.json()["id"])
    assert (told["state"], told["done"], told["failed"]) == ("done", 3, 1), told
    rows = asked.get(told["results"]).json()["results"]
    assert [row["qid"] for row in rows] == ["1", "2", "3"]
    assert rows[0]["results"][0]["entry"] == "un:QDi.901"
    assert rows[2]["error"]
    assert asked.get(f"{told['results']}.csv?alerts=true").text.count("\n") == 2


@pytest.mark.parametrize("name", ["customers.parquet", "customers.csv"])
def test_of_a_table_that_cannot_be_read_nothing_stays(name: str):
    asked = client(begun().bench)
    worker = asked.app._app._seat["office"].worker  # noqa: SLF001  # behind the guard
    headers = {"X-Filename": name}
    answer = asked.post("/api/v1/screenings/files", content=b"PAR1\xff\x00", headers=headers)
    if answer.status_code == 202:
        assert ended(asked, answer.json()["id"])["state"] == "failed"
    for _ in range(100):
        if not list(worker.folder.iterdir()):
            break
        time.sleep(0.02)
    assert list(worker.folder.iterdir()) == []


def test_of_a_body_that_is_refused_nothing_stays():
    asked = page(Terms(upload_bytes=1_500_000))
    worker = asked.app._app._seat["office"].worker  # noqa: SLF001  # behind the guard

    def stream():  # noqa: ANN202  # bytes that do not say how many they are
        yield b"x" * 1_000_000
        yield b"x" * 1_000_000

    headers = {"X-Filename": "large.pdf"}
    assert asked.post("/api/v1/documents", content=stream(), headers=headers).status_code == 413
    assert asked.post("/api/v1/documents", content=b"", headers=headers).status_code == 400
    assert list(worker.folder.iterdir()) == []
    assert asked.get("/api/v1/jobs").json()["total"] == 0
