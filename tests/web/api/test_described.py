"""Every answer of our API is as its description says: the types of the page come from there."""

from functools import cache

import pytest

from sayso.model.findings import Knowledge
from tests.web.described import faults
from tests.web.project import nothing, settled
from tests.web.standing import client

#: Path → what is asked after it; {…} are filled in from the project.
ASKED = {
    "/project": ["", "?"],
    "/session": [""],
    "/search": ["?q=Front", "?q=nobody", "?q=%22"],
    "/news": ["?since=2024-06-02", "?since=2024-06-03T00:00:00"],
    "/documents": ["?limit=500", "?q=ostan&kind=press&since=2024", "?until=2024-05-25"],
    "/documents/{document_id}": ["{documents}"],
    "/claims": ["?limit=500", "?entity={group}", "?document={document}&factuality=CT-"],
    "/claims/{claim_id}": ["{claims}"],
    "/entities": ["?limit=500", "?type=Person&sort=roots", "?q=front&listing=none&sort=name"],
    "/entities/{entity_id}": ["{entities}"],
    "/findings": [
        "?limit=500&unsure=true",
        "?status=contested&place=AF",
        "?entity={group}&since=2021&until=2022&document={document}&reply=received",
    ],
    "/findings/{finding_id}": ["{findings}"],
    "/ties": ["?limit=500&unsure=true", "?entity={group}&status=contested&predicate=supports"],
    "/ties/{tie_id}": ["{ties}"],
    "/contradictions": ["?limit=500", "?kind=tension&entity={group}&finding={finding}"],
    "/compare": ["?secondary={document}&primary={other}"],
    "/incidents": ["?limit=500", "?place=AF&since=2024"],
    "/flows": ["?limit=500&unsure=true", "?party={group}"],
    "/capabilities": ["?limit=500&unsure=true"],
    "/replies": ["?limit=500", "?entity={group}&asked=true"],
    "/sources": ["?limit=500"],
    "/sources/held": ["?limit=500"],
    "/questions": ["?unsure=true", "?entity={group}"],
    "/hypotheses": [""],
    "/hypotheses/{question_id}": ["{question}"],
    "/hypotheses/{question_id}/evidence": ["{question}"],
    "/hypotheses/{question_id}/history": ["{question}"],
    "/network": ["", "?about={group}&hops=3&unsure=true", "?about={group}&expand={person}&most=9"],
    "/map": ["", "?about={group}&unsure=true&status=contested"],
    "/timeline": ["?unsure=true", "?lanes=entity&about={group}&most_lanes=1&most_spans=1"],
    "/review": ["?limit=500", "?about={finding}&kind=not%20accepted"],
    "/judgements": [""],
    "/log": ["?limit=500", "?order=oldest&about={claim}"],
    "/log/check": ["", "?noted=0000"],
    "/lists": [""],
    "/lists/{authority}/changes": ["?from=2024-02-01&to=2024-07-01"],
    "/lists/{authority}/releases": [""],
    "/entries/{entry_id}": ["un:QDe.901"],
    "/entries/{entry_id}/fairness": ["un:QDe.901"],
    "/entries/{entry_id}/history": ["un:QDe.901"],
    "/brief": [
        "",
        "?entity={group}&public=true",
        "?region=AF&period=2021/..",
        "?question={question}",
    ],
    "/brief/outline": ["", "?findings={finding}"],
    "/outlines": [""],
    "/exports": [""],
    "/settings": [""],
    "/watched": [""],
    "/jobs": [""],
}
#: Answered elsewhere: what is no JSON, and what needs work to be done, a PDF or lists to be held.
ELSEWHERE = {
    "/brief.md",
    "/brief.html",
    "/documents/{document_id}/original",
    "/documents/{document_id}/pages",
    "/documents/{document_id}/pages/{number}",
    "/documents/{document_id}/pages/{number}.png",
    "/exports/{form}",
    "/jobs/{job_id}",
    "/jobs/{job_id}/file",
    "/jobs/{job_id}/events",
    "/jobs/{job_id}/results",
    "/lists.csv",
    "/lists/{authority}/releases.csv",
    "/outlines/{name}",
    "/outlines/{name}.txt",
    "/series",
    "/states",
    "/states/differences",
    "/states/entries/{reference}",
    "/states/gaps",
    "/states/lag",
    "/states/matrix",
    "/states/questions",
    "/states/records",
    "/states/said",
    "/states/{state}",
    "/states/{state}/why/{reference}",
}


@cache
def description() -> dict:
    return client().get("/api/v1/openapi.json").json()


def knowledge() -> Knowledge:
    return settled().bench.knowledge()


def filled(tail: str) -> list[str]:
    """Give what is asked, with the ids of the project in it."""
    known = knowledge()
    every = {
        "{documents}": list(known.records),
        "{claims}": list(known.claims)[:40],
        "{entities}": list(known.entities)[:60],
        "{findings}": list(known.findings)[:60],
        "{ties}": [tie.finding for tie in known.ties][:20],
        "{question}": [settled().bench.deliberation().matrices()[0].id],
    }
    one = {
        "{group}": "Zarvan Front",
        "{person}": "Zarmast Tolwak",
        "{document}": next(iter(known.records)),
        "{other}": list(known.records)[1],
        "{claim}": next(iter(known.claims)),
        "{finding}": next(iter(known.findings)),
        "{question}": settled().bench.deliberation().matrices()[0].id,
    }
    for name, value in one.items():
        tail = tail.replace(name, value)
    return every.get(tail, [tail])


def address(path: str, tail: str) -> str:
    base = f"/api/v1{path}".replace("{authority}", "un").replace("{entry_id}", "un:QDe.901")
    before, brace, after = base.partition("{")
    if not brace:
        return base if tail == "un:QDe.901" else f"{base}{tail}"
    return f"{before}{tail}{after.partition('}')[2]}"


def test_every_address_is_tried_or_named():
    paths = {p for p, methods in description()["paths"].items() if "get" in methods}
    ours = {p.removeprefix("/api/v1") for p in paths if p.startswith("/api/v1")}
    assert ours == set(ASKED) | ELSEWHERE


@pytest.mark.parametrize("path", ASKED)
def test_every_answer_is_as_described(path: str):
    asked, whole = client(settled().bench), description()
    told = whole["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]
    schema = told["content"]["application/json"]["schema"]
    for tail in ASKED[path]:
        for one in filled(tail):
            answer = asked.get(address(path, one))
            assert answer.status_code == 200, (one, answer.text)
            assert list(faults(answer.json(), schema, whole)) == [], one


@pytest.mark.parametrize("path", [p for p in ASKED if "{" not in p and p != "/compare"])
def test_without_a_project_every_list_is_empty_and_no_error(path: str):
    whole = description()
    told = whole["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]
    if path in {"/brief", "/brief/outline", "/log/check"}:
        pytest.skip("there is nothing that it could be of: 404, and what to do")
    answer = client(nothing()).get(f"/api/v1{path}{'?q=Front' if path == '/search' else ''}")
    assert answer.status_code == 200, answer.text
    schema = told["content"]["application/json"]["schema"]
    assert list(faults(answer.json(), schema, whole)) == []
