"""Our own screening over HTTP."""

import pytest
from pydantic import TypeAdapter

from sayso.model.screenings import Subject, Terms
from sayso.web.api.shapes import Screenings
from tests.web.standing import client, detail, diary


def asked(**body: object):
    return client().post("/api/v1/screenings", json=body)


def test_one_name_is_answered_with_reasons_and_what_was_asked():
    answer = asked(queries=[{"query": "Zarmast Tolwak", "dob": "1970", "country": "AF"}])
    assert answer.status_code == 200
    told = answer.json()
    TypeAdapter(Screenings).validate_python(told, extra="forbid")
    assert (told["releases"], told["total"]) == (["ofac@2024-06-01", "un@2024-06-01"], 1)
    [row] = told["results"]
    best = row["results"][0]
    assert (row["qid"], best["entry"], best["release"]) == ("1", "un:QDi.901", "2024-06-01")
    assert any("birth" in feature["note"] for feature in best["features"])


def test_many_are_answered_in_their_order_under_their_own_ids():
    told = asked(
        queries=[
            {"qid": "b", "query": "Kandor Front"},
            {"query": "Зармаст Толвак", "schema": "Person"},
            {"qid": "b", "query": "nobody of that name"},
        ],
        threshold=0.3,
    ).json()
    assert [row["qid"] for row in told["results"]] == ["b", "2", "b"]
    assert [[c["entry"] for c in row["results"]] for row in told["results"]] == [
        ["un:QDe.901"],
        ["un:QDi.901"],
        [],
    ]


def test_only_the_lists_that_are_named_are_asked():
    told = asked(queries=[{"query": "Zarvan Star"}], lists=["un"], threshold=0).json()
    assert told["releases"] == ["un@2024-06-01"]
    assert {c["list"] for row in told["results"] for c in row["results"]} == {"un"}
    refused = asked(queries=[{"query": "A"}], lists=["eu"])
    assert refused.status_code == 400
    assert "eu" in detail(refused)


@pytest.mark.parametrize("name", ["", "...", "😀", "CORP", "\u202e", "A"])
def test_a_name_that_says_nothing_is_answered_with_nothing(name: str):
    answer = asked(queries=[{"query": name}])
    assert (answer.status_code, answer.json()["results"][0]["results"]) == (200, [])


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ({"queries": []}, 422, "at least 1"),
        ({"queries": [{"query": "A"}] * 1000}, 422, "at most 100"),
        ({"queries": [{"query": "a" * 10_000}]}, 422, "at most 400"),
        ({"queries": [{"query": "A", "schema": "Car"}]}, 400, "Vessel"),
        ({"queries": [{"query": "A", "birth": "1970"}]}, 422, "birth"),
        ({"queries": [{"query": "A"}], "treshold": 0.9}, 422, "treshold"),
        ({"queries": [{"query": "A"}], "threshold": 1.5}, 422, "threshold"),
        ({"queries": [{"query": None}]}, 422, "query"),
        ({"queries": [{"query": "A"}] * 100, "limit": 51}, 400, "more than 5,000 results"),
        ({"queries": [{"query": "A", "ids": "7"}]}, 422, "ids"),
    ],
    ids=[
        "none",
        "thousand",
        "long",
        "schema",
        "key",
        "typing",
        "threshold",
        "null",
        "answers",
        "ids",
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(body: dict, status: int, told: str):
    answer = client().post("/api/v1/screenings", json=body)
    assert answer.status_code == status
    assert told in detail(answer)


def test_one_whom_a_person_set_aside_says_so_and_only_for_that_question():
    made = diary()
    screenings = made.bench.screenings()
    asked_for = Subject(key="1", name="Zarmast Tolwak", birth="1970")
    signed = ("A. Clerk", "another father's name")
    screenings.clear(screenings.screener(Terms(threshold=0.3)), asked_for, "QDi.901", signed)
    queries = [{"query": "zarmast tolwak", "dob": "1970"}, {"query": "Zarmast Tolwak"}]
    body = {"queries": queries, "threshold": 0.3, "limit": 1}
    told = client(made.bench).post("/api/v1/screenings", json=body).json()
    TypeAdapter(Screenings).validate_python(told, extra="forbid")
    own, other = told["results"]
    [cleared] = own["cleared"]
    assert (cleared["entry"], cleared["judgement"]["by"]) == ("un:QDi.901", "A. Clerk")
    assert "un:QDi.901" not in {one["entry"] for one in own["results"]}
    assert ("cleared" in other, other["results"][0]["entry"]) == (False, "un:QDi.901")


def test_the_same_question_has_the_same_answer_but_for_the_time_taken():
    query = {"queries": [{"query": "Zarmast Tolwak"}]}
    rows = [client().post("/api/v1/screenings", json=query).json()["results"] for _ in range(2)]
    assert rows[0][0]["results"] == rows[1][0]["results"]
