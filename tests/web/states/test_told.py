"""What documents tell of states, over HTTP; all but the states is invented."""

import csv
import io
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from sayso import wiring
from sayso.settings import load
from sayso.web.states.shapes import StateTold
from sayso.web.states.told import ConcernsListed, RecordsListed, StateSaid
from tests.cli.running import as_json, run
from tests.web.standing import TestClient, client

UN = Path(__file__).parents[2] / "data" / "un_extract_2026-02-27.xml"
STORY = """Invented for testing.

The Monitoring Team noted that Kenya had not submitted an implementation report.

The Team reported that Kenya had provided funds to Al-Qaida.

Kenya denied that it had provided funds to Al-Qaida.
"""


@pytest.fixture
def asked(tmp_path: Path) -> TestClient:
    """Ask a project that holds the UN list, a story, a report and the state's reply."""
    project, story = str(tmp_path / "p"), tmp_path / "story.txt"
    story.write_text(STORY, "utf-8")
    run("lists", "add", "un", str(UN), "--project", project)
    run("add", str(story), "--title", "Invented story", "--project", project)
    [claim] = [one["claim"] for one in said_of_kenya(project)]
    signed = ("--by", "Ada Okoye", "--project", project)
    run(
        *("states", "record", "implementation_report", "KE", "--on", "2024-05-03"),
        *("--document", "Invented note", "--set", "resolution=1455 (2003)", *signed),
    )
    run(
        *("states", "record", "reply", "KE", "--on", "2024-07-01", "--document", "Invented letter"),
        *("--quote", "We sent it in May.", "--about", claim, "--set", "answer=denies", *signed),
    )
    settings = load({"project": project}, {}, tmp_path)
    return client(wiring.workbench(settings, io.BytesIO()))


def said_of_kenya(project: str) -> list[dict]:
    return as_json("states", "records", "KE", "--project", project)["said"]


def told(asked: TestClient, path: str, **params: object) -> dict:
    answer = asked.get(f"/api/v1/states{path}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_what_is_said_of_a_state_stands_with_its_reply_and_the_report_that_came(asked: TestClient):
    report, reply = told(asked, "/records", state="kenya")["results"]
    [said] = told(asked, "/said", state="KE")["results"]
    TypeAdapter(StateSaid).validate_python(said, extra="forbid")
    assert (said["factuality"], said["words"]) == (
        "CT-",
        "Kenya had not submitted an implementation report",
    )
    assert (said["replies"], said["records"]) == ([reply["id"]], [report["id"]])
    assert said["document"]["title"] == "Invented story"


def test_records_come_by_state_and_kind_and_as_a_table(asked: TestClient):
    found = told(asked, "/records")
    TypeAdapter(RecordsListed).validate_python(found, extra="forbid")
    assert "says nothing against a state" in found["note"]
    assert [one["name"] for one in found["results"]] == ["Kenya", "Kenya"]
    assert told(asked, "/records", kind="reply")["total"] == 1
    assert told(asked, "/records", state="NO")["results"] == []
    rows = list(csv.DictReader(io.StringIO(asked.get("/api/v1/states/records.csv").text)))
    assert [row["document.title"] for row in rows] == ["Invented note", "Invented letter"]


def test_a_finding_that_may_concern_a_measure_is_a_question_with_its_denial(asked: TestClient):
    found = told(asked, "/questions", state="KE")
    TypeAdapter(ConcernsListed).validate_python(found, extra="forbid")
    [one] = found["results"]
    assert one["question"] == "Did this touch the freeze of assets against Al-Qaida (QDe.004)?"
    assert [claim["by"][-1] for claim in one["denials"]] == ["Kenya"]
    assert "not a breach" in found["note"]


def test_a_states_page_has_all_of_it(asked: TestClient):
    page = told(asked, "/KE")
    TypeAdapter(StateTold).validate_python(page, extra="forbid")
    assert [one["kind"] for one in page["records"]] == ["implementation_report", "reply"]
    assert [one["state"] for one in page["said"]] == ["KE"]
    assert len(page["concerns"]["questions"]) == 1


def test_what_was_recorded_later_was_not_known(asked: TestClient):
    assert told(asked, "/records", as_of="2025-01-01")["results"] == []
    assert told(asked, "/said", as_of="2025-01-01")["results"] == []
    then = told(asked, "/KE", as_of="2025-01-01")
    assert (then["as_of"], then["records"], then["obligations"]) == ("2025-01-01", [], 0)
    before = told(asked, "", valid_on="2026-02-26", state="KE")
    assert (before["as_of"], before["releases"]) == ("2026-02-26", [])


def test_what_is_added_is_seen_by_the_next_question(asked: TestClient, tmp_path: Path):
    first = asked.get("/api/v1/states/records")
    run(
        *("states", "record", "assets_frozen", "KE", "--on", "2024", "--document", "Invented note"),
        *("--set", "amount=5", "--set", "currency=KES", "--by", "Ada"),
        *("--project", str(tmp_path / "p")),
    )
    again = asked.get("/api/v1/states/records", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.json()["total"]) == (200, 3)
