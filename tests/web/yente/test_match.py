"""Matching by example: what a raw request is answered."""

import pytest
from pydantic import TypeAdapter

from sayso.model.screenings import Subject, Terms
from sayso.web.yente.shapes import Algorithms, Catalog, MatchAnswer, Party, SearchAnswer
from tests.web.standing import client, detail, diary

PERSON = {"schema": "Person", "properties": {"name": ["Zarmast Tolwak"], "birthDate": "1970"}}


ASKED_FOR = Terms(threshold=0.1)
#: The keys of yente's answers, after the models of its own description (opensanctions/yente,
#: yente/data/common.py); ours may give more, never less.
ENTITY = {
    *("id", "caption", "schema", "properties", "datasets", "referents", "target"),
    *("first_seen", "last_seen", "last_change"),
}
SCORED = ENTITY | {"score", "features", "match"}
TOTAL = {"value", "relation"}


#: Few words that come to a thousand million questions.
CUBE = {name: [f"{n}" for n in range(1000)] for name in ("name", "birthDate", "country")}


def match(queries: dict, path: str = "/match/default"):
    return client().post(path, json={"queries": queries})


def test_answers_come_under_the_clients_keys_in_its_order():
    answer = match({"b": PERSON, "a": {**PERSON, "id": "mine"}})
    told = answer.json()
    TypeAdapter(MatchAnswer).validate_python(told, extra="forbid")
    assert list(told["responses"]) == ["b", "a"]
    assert told["responses"]["a"]["query"]["id"] == "mine"
    assert told["responses"]["b"]["query"]["properties"]["birthDate"] == ["1970"]
    assert answer.headers["x-batch-size"] == "2"


def test_no_key_of_yentes_answers_is_missing():
    asked = client()
    whole = match({"q": PERSON}).json()
    assert set(whole) >= {"responses", "matcher", "limit"}
    answer = whole["responses"]["q"]
    assert {"status", "results", "total", "query"} <= set(answer)
    assert set(answer["results"][0]) >= SCORED
    assert set(answer["total"]) >= TOTAL
    found = asked.get("/search/un?q=zarmast").json()
    assert {"limit", "offset", "total", "results", "facets"} <= set(found)
    assert set(found["results"][0]) >= ENTITY
    catalog = asked.get("/catalog").json()
    assert {"datasets", "current", "outdated", "index_stale"} <= set(catalog)
    dataset = {"name", "title", "load", "version", "index_version", "index_current", "children"}
    assert dataset <= set(catalog["datasets"][0])
    ways = asked.get("/algorithms").json()
    assert {"name", "description", "features"} <= set(ways["algorithms"][0])


def test_the_documented_shapes_are_those_that_are_given():
    asked = client()
    for path, shape in (
        ("/search/un?q=zarmast", SearchAnswer),
        ("/entities/un:QDi.901", Party),
        ("/catalog", Catalog),
        ("/algorithms", Algorithms),
    ):
        TypeAdapter(shape).validate_python(asked.get(path).json(), extra="forbid")


def test_what_takes_no_part_is_said_in_the_answer():
    person = {**PERSON, "properties": {**PERSON["properties"], "notes": "Kandor"}}
    told = match({"q": person}, "/match/un?changed_since=2024-05").json()
    assert told["ignored"] == ["changed_since", "properties.notes"]
    assert told["responses"]["q"]["results"]


def test_a_full_page_says_that_there_may_be_more():
    told = match({"q": PERSON}, "/match/un?limit=1&cutoff=0").json()
    assert told["responses"]["q"]["total"] == {"value": 1, "relation": "gte"}


def test_features_and_explanations_are_the_same_numbers():
    [best, *_] = match({"q": PERSON}).json()["responses"]["q"]["results"]
    explained = {name: one["score"] for name, one in best["explanations"].items()}
    assert best["features"] == explained


@pytest.mark.parametrize("parts", [{"firstName": "Zarmast", "lastName": "Tolwak"}])
def test_a_name_in_parts_is_read_as_one(parts: dict):
    told = match({"q": {"schema": "Person", "properties": parts}}).json()
    assert told["responses"]["q"]["results"][0]["id"] == "un:QDi.901"


@pytest.mark.parametrize("properties", [{}, {"name": []}, {"name": [""]}, {"name": " "}])
def test_an_example_without_a_name_has_no_match(properties: dict):
    told = match({"q": {"schema": "Person", "properties": properties}}).json()
    assert told["responses"]["q"]["results"] == []


@pytest.mark.parametrize(
    ("queries", "status", "told"),
    [
        ({}, 400, "1 to 100"),
        ({str(n): PERSON for n in range(1000)}, 400, "1000 queries"),
        ({"q": {"properties": {"name": "A"}}}, 422, "schema"),
        ({"q": {"schema": "Car", "properties": {"name": "A"}}}, 400, "Car"),
        ({"q": {"schema": "Person", "properties": {"name": "a" * 10_000}}}, 400, "400 characters"),
        ({"q": {"schema": "Person", "properties": {"name": "a" * 10_001}}}, 422, "10000"),
        (
            {"q": {"schema": "Person", "properties": {"name": [f"A {n}" for n in range(501)]}}},
            400,
            "500 screenings",
        ),
        ({"q": {"schema": "Person", "properties": CUBE}}, 400, "500 screenings"),
        ({"q": {"schema": "Person", "properties": {"name": 7}}}, 422, "name"),
        ({"q": None}, 422, "q"),
    ],
    ids=[
        "none",
        "thousand",
        "kindless",
        "kind",
        "long",
        "longer",
        "many",
        "cube",
        "number",
        "null",
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(queries: dict, status: int, told: str):
    answer = match(queries)
    assert answer.status_code == status
    assert told in detail(answer)


def test_more_entries_than_fifty_are_not_left_out():
    path = "/match/un?" + "&".join(f"exclude_entity_ids=un:{n}" for n in range(51))
    assert match({"q": PERSON}, path).status_code == 422


def test_what_a_person_set_aside_for_this_question_is_no_result_and_is_told():
    made = diary()
    screenings = made.bench.screenings()
    for birth in ("1970", None):
        subject = Subject(key="1", name="Zarmast Tolwak", schema="Person", birth=birth)
        signed = ("A. Clerk", "another father's name")
        screenings.clear(screenings.screener(ASKED_FOR), subject, "QDi.901", signed)
    other = {"schema": "Person", "properties": {"name": "Zarmast Tolwak", "birthDate": "1971"}}
    both = {"schema": "Person", "properties": {"name": ["Zarmast Tolwak", "Zarmast Tolvak"]}}
    body = {"queries": {"q": PERSON, "other": other, "both": both}}
    answer = client(made.bench).post("/match/default?cutoff=0.1", json=body).json()
    TypeAdapter(MatchAnswer).validate_python(answer, extra="forbid")
    told = answer["responses"]
    [cleared] = told["q"]["cleared"]
    assert (cleared["entry"], cleared["judgement"]["by"]) == ("un:QDi.901", "A. Clerk")
    assert "un:QDi.901" not in [result["id"] for result in told["q"]["results"]]
    for key in ("other", "both"):
        assert told[key]["results"][0]["id"] == "un:QDi.901"
        assert told[key]["cleared"] == []


def test_switches_of_a_search_that_take_no_part_are_told():
    told = client().get("/search/un?q=zarmast&fuzzy=true&simple=true&sort=name").json()
    assert told["ignored"] == ["sort", "fuzzy", "simple"]


def test_gender_and_address_take_part():
    person = {"name": "Zarmast Tolwak", "gender": "female", "address": ["Kandor"]}
    told = match({"q": {"schema": "Person", "properties": person}}, "/match/un?cutoff=0").json()
    result = next(r for r in told["responses"]["q"]["results"] if r["id"] == "un:QDi.901")
    assert result["features"]["gender"] < 0
    assert told["ignored"] == []
