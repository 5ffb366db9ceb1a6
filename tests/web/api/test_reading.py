"""What reading views ask: standing with reasons, the log in words, counts as lists have them."""

import pytest

from tests.fakes import tiny_entry
from tests.review.build import GROUP, PERSON, Page, Said, says
from tests.timed import Diary
from tests.web.project import begun
from tests.web.standing import TestClient, client


@pytest.fixture
def project() -> Diary:
    return begun()


def entity(page: TestClient, name: str) -> dict:
    found = page.get(f"/api/v1/entities?q={name}").json()["results"][0]
    return page.get(f"/api/v1/entities/{found['id']}").json()


def test_who_is_not_listed_is_told_what_it_was_compared_with_and_what_was_near():
    made = Diary()
    other = tiny_entry("QDi.7", "Zarmast Wardak", schema="Person")
    made.release("2024-06-01", 0, other)
    told = Page("The Kandor Post", "2024-05-10")
    group = told.name("Kandor Riders", GROUP)
    told.claim(told.name("Zarmast Tolwak", PERSON), "leads", group)
    made.add(told, 1)
    page = client(made.bench)
    party = entity(page, "Zarmast")
    assert party["entity"]["standing"] == "not listed"
    assert party["compared"]["releases"] == ["un@2024-06-01"]
    for one in party["compared"]["nearest"]:
        assert one["reasons"]
        assert 0 < one["probability"] < 1
    assert entity(page, "Kandor Riders")["compared"]["nearest"] == []


def test_who_is_listed_is_compared_with_nothing_and_a_document_tells_why(project: Diary):
    page = client(project.bench)
    documents = page.get("/api/v1/documents?limit=500").json()["results"]
    wholes = [page.get(f"/api/v1/documents/{one['id']}").json() for one in documents]
    parties = {key: one for whole in wholes for key, one in whole["parties"].items()}
    listed = {key: one for key, one in parties.items() if one["standing"] == "QDe.901"}
    assert listed
    for key, one in listed.items():
        assert one["reasons"] == ["test"]
        assert page.get(f"/api/v1/entities/{key}").json()["compared"] is None
    assert all(not one["reasons"] for one in parties.values() if one["standing"] == "not listed")


def test_the_log_says_what_each_entry_is_of(project: Diary):
    page = client(project.bench)
    claim = page.get("/api/v1/claims").json()["results"][0]
    page.get("/api/v1/log")
    body = {"about": claim["id"], "verdict": "accept", "by": "Ada Okoye", "reason": "read"}
    made = page.post("/api/v1/judgements", json=body).json()["judgement"]
    page.post(f"/api/v1/judgements/{made['id']}/undo", json={"by": "Ada Okoye", "reason": "no"})
    page.post("/api/v1/hypotheses", json={"question": "Who?", "by": "A", "reason": "b"})
    rows = page.get("/api/v1/log?limit=500").json()["results"]
    by_kind = {(row["kind"], row["judgement"] and row["judgement"]["verdict"]): row for row in rows}
    assert by_kind["judgement", "accept"]["says"] == claim["says"]
    assert by_kind["judgement", "undo"]["says"] == claim["says"]
    assert by_kind["step", None]["says"] == "Who?"
    names = {one["name"] for one in page.get("/api/v1/documents").json()["results"]}
    assert {row["says"] for row in rows if row["kind"] == "addition"} >= names


def test_what_home_counts_is_what_its_list_shows(project: Diary):
    told = Page("The Kandor Post", "2024-05-10")
    front, person = told.name("Zarvan Front", GROUP), told.name("Gul Rahim", PERSON)
    unsure = {"confidence": 0.1}
    told.claim(person, "leads", front, Said(changes=unsure))
    told.claim(person, "leads", front, Said(by=(says(front),), factuality="CT-", changes=unsure))
    project.add(told, 4)
    page = client(project.bench)
    counted = page.get("/api/v1/project").json()["counts"]
    for count, asked in (("contested", "?status=contested"), ("findings", "?")):
        every = page.get(f"/api/v1/findings{asked}&unsure=true").json()["total"]
        assert counted[count] == page.get(f"/api/v1/findings{asked}").json()["total"] < every
