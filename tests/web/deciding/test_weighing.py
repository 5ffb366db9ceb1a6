"""Weighing hypotheses over HTTP: opened, rated, rated again, closed; each step signed and kept."""

import pytest

from sayso.web.app import application
from sayso.web.terms import Role, Terms
from tests.review.build import GROUP, Page
from tests.timed import Diary
from tests.web.project import begun
from tests.web.standing import HERE, TestClient, bearing, client, detail

ADA = {"by": "Ada Okoye", "reason": "as the report has it"}
BO = {"by": "Bo Lindqvist", "reason": "read again"}
QUESTION = {"question": "Who runs the camps? 😀 کمپ‌ها", "hypotheses": ["The Front", "Nobody"]}
CHIEF, SECOND, GUEST = "said-by-the-chief", "said-by-the-second", "said-by-a-guest"
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def project() -> Diary:
    return begun()


def opened(page: TestClient, project: Diary) -> str:
    """Open a question with one claim as evidence, and give its id."""
    made = page.post("/api/v1/hypotheses", json={**QUESTION, **ADA})
    assert made.status_code == 201, made.text
    key: str = made.json()["id"]
    claim = next(iter(project.bench.knowledge().claims))
    told = page.post(f"/api/v1/hypotheses/{key}/evidence", json={"about": claim, **ADA})
    assert told.status_code == 201, told.text
    return key


def rated(page: TestClient, key: str, cells: dict, seen: dict | None, who: dict = ADA):
    body = {"evidence": "E1", "ratings": cells, **who, **({} if seen is None else {"seen": seen})}
    return page.post(f"/api/v1/hypotheses/{key}/ratings", json=body)


def test_a_question_is_opened_weighed_and_closed_and_every_step_stays(project: Diary):
    page = client(project.bench)
    key = opened(page, project)
    page.post(f"/api/v1/hypotheses/{key}/hypotheses", json={"text": HOSTILE, **ADA})
    assert rated(page, key, {"H1": "consistent", "H2": "inconsistent"}, None).status_code == 201
    changed = rated(page, key, {"H2": "very_inconsistent"}, {"H2": "inconsistent"})
    assert changed.json()["evidence"][0]["ratings"] == {
        "H1": "consistent",
        "H2": "very_inconsistent",
    }
    assert page.get(f"/api/v1/hypotheses/{key}").json() == changed.json()
    closed = page.post(f"/api/v1/hypotheses/{key}/undo", json={"step": "S1", **BO})
    assert closed.json()["withdrawn"] is True
    late = rated(page, key, {"H1": "neutral"}, None)
    assert late.status_code == 400
    assert "withdrawn" in detail(late)
    steps = page.get(f"/api/v1/hypotheses/{key}/history").json()["results"]
    assert [(s["act"], s["by"]) for s in steps][-1] == ("undo", "Bo Lindqvist")
    assert steps[0]["undone_by"] == steps[-1]["key"]
    again = page.post(f"/api/v1/hypotheses/{key}/undo", json={"step": steps[-1]["key"], **BO})
    assert again.json()["withdrawn"] is False
    assert HOSTILE in [one["text"] for one in again.json()["hypotheses"]]


def test_a_step_is_news_to_a_page_that_asks_again(project: Diary):
    page = client(project.bench)
    key = opened(page, project)
    for path in (f"/api/v1/hypotheses/{key}", "/api/v1/hypotheses", "/api/v1/log"):
        mark = {"If-None-Match": page.get(path).headers["ETag"]}
        assert page.get(path, headers=mark).status_code == 304
        rated(page, key, {"H1": "neutral"}, None)
        assert page.get(path, headers=mark).status_code == 200


def test_two_who_rate_one_cell_learn_of_each_other_and_other_cells_are_free(project: Diary):
    page = client(project.bench)
    key = opened(page, project)
    assert rated(page, key, {"H1": "consistent"}, {"H1": None}).status_code == 201
    late = rated(page, key, {"H1": "inconsistent"}, {"H1": None}, BO)
    assert late.status_code == 409
    assert "Ada Okoye rated it consistent" in detail(late)
    assert rated(page, key, {"H2": "neutral"}, {"H2": None}, BO).status_code == 201
    assert rated(page, key, {"H1": "neutral"}, {"H1": "consistent"}, BO).status_code == 201


def test_a_question_of_identity_is_opened_with_its_claims_unrated(project: Diary):
    told = Page("The Kandor Post", "2024-05-10")
    told.claim(told.name("Ostan Front", GROUP), "front_for", told.name("Kohdast Army", GROUP))
    project.add(told, 4)
    page = client(project.bench)
    asked = page.get("/api/v1/questions?unsure=true").json()["results"]
    made = page.post("/api/v1/hypotheses", json={"from": asked[0]["id"], **ADA})
    assert made.status_code == 201, made.text
    assert all(row["ratings"] == {} for row in made.json()["evidence"])
    line = page.get("/api/v1/questions?unsure=true").json()["results"][0]
    assert line["opened_as"] == made.json()["id"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({**QUESTION, **ADA, "reason": " "}, 400),
        ({**QUESTION, **ADA, "by": ""}, 400),
        ({**ADA}, 400),
        ({**QUESTION, **ADA, "from": "iq-0"}, 400),
        ({**ADA, "from": "iq-0"}, 404),
        ({**QUESTION, **ADA, "hypotheses": ["One", "one."]}, 400),
        ({**QUESTION, **ADA, "colour": "red"}, 422),
    ],
)
def test_what_cannot_be_opened_says_why(project: Diary, body: dict, status: int):
    answer = client(project.bench).post("/api/v1/hypotheses", json=body)
    assert answer.status_code == status, answer.text
    assert detail(answer)
    assert project.bench.deliberation().matrices() == ()


def test_a_reader_weighs_nothing_nor_does_a_page_of_another_site(project: Diary):
    terms = Terms(token=CHIEF, others={SECOND: Role.REVIEWER, GUEST: Role.READER})
    page = TestClient(application(project.bench, terms), base_url=HERE)
    body = {**QUESTION, **ADA}
    assert page.post("/api/v1/hypotheses", json=body, headers=bearing(GUEST)).status_code == 403
    elsewhere = {**bearing(SECOND), "Origin": "https://elsewhere.example"}
    assert page.post("/api/v1/hypotheses", json=body, headers=elsewhere).status_code == 403
    assert page.post("/api/v1/hypotheses", json=body, headers=bearing(SECOND)).status_code == 201
