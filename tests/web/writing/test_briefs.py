"""A brief over HTTP: about what one asks, with its faults, and never final unsigned."""

import json

import pytest

from tests.web.described import faults
from tests.web.jobs.test_jobs import ended
from tests.web.project import nothing, settled
from tests.web.standing import TestClient, client, detail
from tests.web.test_openapi import description


def asked_of(scope: dict | None = None, **more: object) -> dict:
    return {"scope": scope or {}, **more}


def check(asked: TestClient, scope: dict | None = None, **more: object) -> dict:
    answer = asked.post("/api/v1/brief/check", json=asked_of(scope, **more))
    assert answer.status_code == 200, answer.text
    told = answer.json()
    schema = {"$ref": "#/components/schemas/CheckTold"}
    assert list(faults(told, schema, description())) == []
    return told


def outline(*paragraphs: list[dict], heading: str = "What is said") -> dict:
    return {"title": "Mine", "sections": [{"heading": heading, "paragraphs": list(paragraphs)}]}


def contested() -> tuple[str, list[str]]:
    """Give a finding that somebody denies, and its claims."""
    found = settled().bench.knowledge().findings.values()
    finding = next(f for f in found if any(root.stance == "-" for root in f.roots))
    return finding.id, list(finding.claims)


def told_findings(brief: dict) -> set[str]:
    lines = [x for s in brief["sections"] for p in s["paragraphs"] for x in p["lines"]]
    return {line["finding"] for line in lines if line["finding"]}


def test_a_brief_is_about_what_is_asked_and_says_so():
    page = client(settled().bench)
    finding, _ = contested()
    picked = page.get("/api/v1/brief", params={"findings": finding}).json()
    assert told_findings(picked) == {finding}
    region = page.get("/api/v1/brief", params={"region": "AF-GHA"}).json()
    assert "said to be in" in region["title"]
    assert any("no source names" in limit for limit in region["limits"])
    period = page.get("/api/v1/brief", params={"period": "2021"}).json()
    assert "2021" in period["title"]


@pytest.mark.parametrize(
    ("params", "words"),
    [({"period": "soon"}, "EDTF"), ({"findings": "f-000000"}, "no finding"), ({"most": 0}, "most")],
)
def test_what_cannot_be_asked_is_told(params: dict, words: str):
    answer = client(settled().bench).get("/api/v1/brief", params=params)
    assert 400 <= answer.status_code < 500
    assert words in detail(answer)


def test_the_denial_stands_beside_what_a_person_wrote_and_its_absence_is_a_fault():
    _, claims = contested()
    knowledge = settled().bench.knowledge()
    [said] = [c for c in claims if knowledge.claims[c].factuality.stance == "+"][:1]
    line = {"text": "The Front, according to the Kandor Post, is in Ghazni.", "claims": [said]}
    told = check(client(settled().bench), outline=outline([line]))
    lines = [x for s in told["brief"]["sections"] for p in s["paragraphs"] for x in p["lines"]]
    assert any("denied" in line["text"] for line in lines)
    assert [f["line"] for f in told["faults"] if f["rule"] == "denial_missing"] == [0]


def test_faults_of_a_person_stand_at_their_lines_and_those_of_the_program_at_its_paragraphs():
    finding, _ = contested()
    lines = [{"text": "It is so."}, {"text": None, "findings": [finding]}, {"text": "So it is."}]
    told = check(client(settled().bench), outline=outline(*[[line] for line in lines]))
    uncited = [f["line"] for f in told["faults"] if f["rule"] == "uncited"]
    assert uncited == [0, 2]
    assert told_findings(told["brief"]) == {finding}
    assert "no claim stands behind" in told["refused"]
    final = check(client(settled().bench), {"final": True, "entity": "Zarmast Tolwak"})
    assert final["unsigned"]
    assert {f["rule"] for f in final["faults"] if f["paragraph"]} >= {"unsigned_person"}
    assert "cannot be final" in final["refused"]
    assert final["brief"]["mark"]


def test_a_finding_that_is_gone_is_named_at_its_line():
    told = check(client(settled().bench), outline=outline([{"findings": ["f-000000000000"]}]))
    assert [(f["rule"], f["line"]) for f in told["faults"]] == [("gone", 0)]
    assert "f-000000000000" in told["refused"]


def test_no_final_brief_of_an_outline_with_faults():
    _, claims = contested()
    own = outline([{"text": "It is certain that the Front is there.", "claims": claims[:1]}])
    answer = client(settled().bench).post(
        "/api/v1/brief/files", json={"form": "md", "brief": asked_of({"final": True}, outline=own)}
    )
    assert answer.status_code == 400
    assert "faults" in detail(answer)


def test_a_heading_of_the_programs_own_is_refused_and_loses_nothing():
    finding, _ = contested()
    own = outline([{"findings": [finding]}], heading="Limits")
    own["sections"].append({"heading": "Mine", "paragraphs": []})
    answer = client(settled().bench).post("/api/v1/brief/check", json=asked_of(outline=own))
    assert answer.status_code == 400
    assert "name yours otherwise" in detail(answer)


def test_an_outline_is_not_narrowed_besides():
    finding, _ = contested()
    body = asked_of({"region": "AF"}, outline=outline([{"findings": [finding]}]))
    answer = client(settled().bench).post("/api/v1/brief/check", json=body)
    assert answer.status_code == 400


def test_what_changed_since_an_earlier_issue_is_told():
    page = client(settled().bench)
    finding, _ = contested()
    first = page.get("/api/v1/brief.json", params={"findings": finding})
    assert "attachment" in first.headers["content-disposition"]
    told = check(page, {"region": "AF-GHA"}, since=first.text)
    assert told["brief"]["revision"][0].startswith("Compared with the issue of")
    bad = page.post("/api/v1/brief/check", json=asked_of(since="{}"))
    assert bad.status_code == 400
    assert "earlier issue" in detail(bad)


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf", "json"])
def test_a_brief_is_written_in_the_background_with_its_annexes(form: str):
    page = client(settled().bench)
    finding, _ = contested()
    body = {"form": form, "brief": asked_of({"findings": finding})}
    begun = page.post("/api/v1/brief/files", json=body)
    assert begun.status_code == 202, begun.text
    job = ended(page, begun.json()["id"])
    assert (job["kind"], job["state"], job["error"]) == ("writing", "done", None)
    assert job["made"]["name"] == f"brief.{form}"
    file = page.get(job["made"]["address"])
    assert file.status_code == 200
    assert len(file.content) == job["made"]["bytes"] > 500
    if form == "json":
        assert {annex["key"] for annex in json.loads(file.content)["annexes"]} >= {"sources"}


def test_a_file_that_is_not_written_yet_is_no_file():
    page = client(settled().bench)
    assert page.get("/api/v1/jobs/job-none/file").status_code == 404


def test_without_a_project_what_to_do_is_told():
    told = check(client(nothing()))
    assert told["brief"] is None
    assert "add documents first" in told["refused"]


def test_what_is_told_of_states_rests_on_proofs():
    told = check(client(settled().bench), {"states": True})
    assert any("State" in s["heading"] for s in told["brief"]["sections"])
    assert [f for f in told["faults"] if f["rule"] == "uncited"] == []
