"""Deciding over HTTP: what is kept, what came too late, who may."""

import pytest

from sayso.web.app import application
from sayso.web.terms import Role, Terms
from tests.timed import Diary, day
from tests.web.project import begun
from tests.web.standing import HERE, TestClient, bearing, client, detail

ADMIN, REVIEWER, READER = "said-by-the-chief", "said-by-the-second", "said-by-a-guest"


@pytest.fixture
def project() -> Diary:
    return begun()


def first_claim(project: Diary) -> str:
    return next(iter(project.bench.knowledge().claims))


def asked(about: str, **others: object) -> dict:
    return {"about": about, "verdict": "accept", "by": "Ada Okoye", "reason": "read", **others}


def test_a_decision_is_kept_signed_and_shows_at_once(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    answer = page.post("/api/v1/judgements", json=asked(claim, seen=None))
    assert answer.status_code == 201, answer.text
    made = answer.json()["judgement"]
    assert (made["by"], made["reason"], made["about"]) == ("Ada Okoye", "read", claim)
    assert page.get(f"/api/v1/claims/{claim}").json()["judgement"]["id"] == made["id"]
    assert page.get("/api/v1/log").json()["results"][0]["judgement"]["id"] == made["id"]


def test_two_who_decide_on_the_same_claim_learn_of_each_other(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    first = page.post("/api/v1/judgements", json=asked(claim, seen=None)).json()["judgement"]
    late = asked(claim, verdict="reject", by="Bo Lindqvist", seen=None)
    answer = page.post("/api/v1/judgements", json=late)
    assert answer.status_code == 409
    assert "Ada Okoye" in detail(answer)
    assert answer.json()["judgement"] == first
    assert len(project.bench.judgements()) == 1
    again = page.post("/api/v1/judgements", json={**late, "seen": first["id"]})
    assert again.status_code == 201
    assert [j["id"] for j in again.json()["earlier"]] == [first["id"]]


def test_that_a_decision_was_taken_back_meanwhile_is_news_too(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    first = page.post("/api/v1/judgements", json=asked(claim)).json()["judgement"]
    project.now = day(1001)
    undone = page.post(
        f"/api/v1/judgements/{first['id']}/undo", json={"by": "Cai Moreno", "reason": "misread"}
    )
    assert undone.status_code == 201
    late = asked(claim, by="Bo Lindqvist", seen=first["id"])
    assert page.post("/api/v1/judgements", json=late).status_code == 409
    rows = page.get(f"/api/v1/judgements?about={claim}").json()["results"]
    assert [row["undone"] for row in rows] == [True]


def test_what_was_taken_back_stands_in_nobodys_way(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    first = page.post("/api/v1/judgements", json=asked(claim, seen=None)).json()["judgement"]
    project.now = day(1001)
    page.post(f"/api/v1/judgements/{first['id']}/undo", json={"by": "Ada Okoye", "reason": "no"})
    stands = page.get(f"/api/v1/claims/{claim}").json()["judgement"]
    assert stands is None
    other = asked(claim, by="Bo Lindqvist", seen=stands)
    assert page.post("/api/v1/judgements", json=other).status_code == 201


def test_a_grade_and_an_assessment_outrun_no_acceptance(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    finding = page.get(f"/api/v1/claims/{claim}").json()["finding"]
    grade = asked(claim, verdict="grade", values=["2"])
    assert page.post("/api/v1/judgements", json=grade).status_code == 201
    likely = asked(finding, verdict="assess", values=["likely", "low"], seen=None)
    assert page.post("/api/v1/judgements", json=likely).status_code == 201
    for about in (claim, finding):
        body = asked(about, by="Bo Lindqvist", seen=None)
        assert page.post("/api/v1/judgements", json=body).status_code == 201
    assessed = asked(finding, verdict="assess", by="Cai Moreno", values=["likely", "high"])
    late = page.post("/api/v1/judgements", json={**assessed, "seen": None})
    assert late.status_code == 409
    assert "Ada Okoye" in detail(late)


def test_two_who_decide_on_the_same_finding_learn_of_each_other(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    finding = page.get(f"/api/v1/claims/{claim}").json()["finding"]
    assert page.get(f"/api/v1/findings/{finding}").json()["judgement"] is None
    assert page.post("/api/v1/judgements", json=asked(finding, seen=None)).status_code == 201
    on_claim = asked(claim, verdict="reject", by="Bo Lindqvist", seen=None)
    assert page.post("/api/v1/judgements", json=on_claim).status_code == 409
    stands = page.get(f"/api/v1/findings/{finding}").json()["judgement"]
    assert stands["by"] == "Ada Okoye"
    late = asked(finding, verdict="reject", by="Bo Lindqvist", seen=None)
    assert page.post("/api/v1/judgements", json=late).status_code == 409
    again = {**late, "seen": stands["id"]}
    assert page.post("/api/v1/judgements", json=again).status_code == 201


def test_a_decision_on_one_pair_is_no_news_for_another(project: Diary):
    page = client(project.bench)
    found = page.get("/api/v1/entities?limit=500").json()["results"]
    one, two, three = [e["id"] for e in found if e["type"] == "ArmedGroup"][:3]
    ours = asked(one, verdict="unsure", other=two, seen=None)
    assert page.post("/api/v1/judgements", json=ours).status_code == 201
    theirs = asked(one, verdict="unsure", other=three, by="Bo Lindqvist", seen=None)
    assert page.post("/api/v1/judgements", json=theirs).status_code == 201
    round_about = asked(two, verdict="unsure", other=one, by="Bo Lindqvist", seen=None)
    assert page.post("/api/v1/judgements", json=round_about).status_code == 409


def test_an_edit_sets_slots(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    body = asked(claim, verdict="edit", changes={"factuality": "PS+"})
    assert page.post("/api/v1/judgements", json=body).status_code == 201
    assert page.get(f"/api/v1/claims/{claim}").json()["factuality"] == "PS+"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"reason": " "}, 400),
        ({"by": ""}, 400),
        ({"verdict": "hang"}, 422),
        ({"about": "c-0"}, 404),
    ],
)
def test_what_cannot_be_decided_says_why(project: Diary, change: dict, status: int):
    page, claim = client(project.bench), first_claim(project)
    answer = page.post("/api/v1/judgements", json={**asked(claim), **change})
    assert answer.status_code == status
    assert detail(answer)


def test_a_page_of_another_site_decides_nothing(project: Diary):
    page, claim = client(project.bench), first_claim(project)
    for headers in (
        {"Origin": "https://elsewhere.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        answer = page.post("/api/v1/judgements", json=asked(claim), headers=headers)
        assert answer.status_code == 403
    form = page.post("/api/v1/judgements", data={"about": claim})
    assert form.status_code == 415
    assert project.bench.judgements() == ()


def shared(project: Diary) -> TestClient:
    terms = Terms(token=ADMIN, others={REVIEWER: Role.REVIEWER, READER: Role.READER})
    return TestClient(application(project.bench, terms), base_url=HERE)


@pytest.mark.parametrize(
    ("token", "read", "decide", "add"),
    [
        (ADMIN, 200, 201, 202),
        (REVIEWER, 200, 201, 403),
        (READER, 200, 403, 403),
        ("guessed", 401, 401, 401),
    ],
)
def test_each_may_do_what_their_token_is_for(
    project: Diary, token: str, read: int, decide: int, add: int
):
    page, known = shared(project), bearing(token)
    assert page.get("/api/v1/claims", headers=known).status_code == read
    body = asked(first_claim(project))
    assert page.post("/api/v1/judgements", json=body, headers=known).status_code == decide
    file = {**known, "X-Filename": "note.txt"}
    answer = page.post("/api/v1/documents", content=b"Words.", headers=file)
    assert answer.status_code == add, answer.text


def test_a_page_trades_its_token_for_a_cookie_that_no_script_reads(project: Diary):
    page = shared(project)
    assert page.get("/api/v1/session").json()["role"] is None
    wrong = page.post("/api/v1/session", json={"token": "guessed"})
    assert wrong.status_code == 401
    told = page.post("/api/v1/session", json={"token": REVIEWER})
    assert told.status_code == 204
    assert {"httponly", "samesite=strict"} <= {
        part.strip().lower() for part in told.headers["set-cookie"].split(";")
    }
    assert page.get("/api/v1/session").json()["role"] == "reviewer"
    assert page.get("/api/v1/claims").status_code == 200
    page.delete("/api/v1/session")
    assert page.get("/api/v1/claims").status_code == 401


def test_a_candidate_is_cleared_with_a_reason_and_stays_away_from_that_question(project: Diary):
    page, query = client(project.bench), {"query": "Zarmast Tolwak", "schema": "Person"}

    def screened() -> dict:
        answer = page.post("/api/v1/screenings", json={"queries": [query], "lists": ["un"]})
        return answer.json()["results"][0]

    entry = screened()["results"][0]["entry"]
    clearing = {"query": query, "entry": entry, "by": "Ada Okoye", "reason": "born in 1990"}
    assert page.post("/api/v1/clearings", json={**clearing, "reason": " "}).status_code == 400
    made = page.post("/api/v1/clearings", json=clearing)
    assert made.status_code == 201, made.text
    assert (made.json()["verdict"], made.json()["by"]) == ("clear", "Ada Okoye")
    assert entry not in [one["entry"] for one in screened()["results"]]
    assert [one["entry"] for one in screened()["cleared"]] == [entry]
    assert page.post("/api/v1/clearings", json={**clearing, "entry": "un:none"}).status_code == 404
