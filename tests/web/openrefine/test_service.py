"""The reconciliation service, beside what the specification of version 0.2 asks for.

The tables are ours, made from its text: https://reconciliation-api.github.io/specs/0.2/.
"""

import json
import re

import pytest

from sayso.model.screenings import Subject, Terms
from tests.web.standing import WORD, bearing, client, detail, diary

#: The fields of each thing: those that must be there, and the types of all that may be.
ENTITY = {"id": str, "name": str}
MANIFEST = {"versions": list, "name": str, "identifierSpace": str, "schemaSpace": str}
MAY_MANIFEST = {
    "defaultTypes": list,
    "serviceVersion": str,
    "batchSize": int,
    "view": dict,
    "preview": dict,
    "suggest": dict,
    "extend": dict,
}
CANDIDATE = {**ENTITY, "score": (int, float)}
MAY_CANDIDATE = {"description": str, "type": list, "match": bool, "features": list}
SUGGESTION, MAY_SUGGESTION = ENTITY, {"description": str, "notable": list, "type": list}
PREVIEW = {"url": str, "width": int, "height": int}


def keeps(thing: dict, must: dict, may: dict | None = None) -> None:
    """Hold a thing to its fields and their types."""
    assert set(must) <= set(thing) <= {*must, *(may or {})}, thing
    for name, value in thing.items():
        assert isinstance(value, {**must, **(may or {})}[name]), (name, value)


def results(queries: dict, path: str = "/reconcile") -> dict:
    answer = client().post(path, data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_manifest_says_what_the_service_can_do():
    for path in ("/reconcile", "/reconcile/un"):
        told = client().get(path).json()
        keeps(told, MANIFEST, MAY_MANIFEST)
        assert told["versions"] == ["0.2"]
        keeps(told["preview"], PREVIEW)
        assert "{{id}}" in told["preview"]["url"]
        assert "{{id}}" in told["view"]["url"]
        for kind in told["defaultTypes"]:
            keeps(kind, ENTITY)


def test_every_address_of_the_manifest_answers():
    told = client().get("/reconcile").json()
    asked = client()
    for service in (*told["suggest"].values(), told["extend"]["propose_properties"]):
        address = service["service_url"] + service["service_path"]
        assert asked.get(address, params={"prefix": "a", "type": "Person"}).status_code == 200
    page = asked.get(told["preview"]["url"].replace("{{id}}", "un%3AQDi.901"))
    assert page.headers["content-type"].startswith("text/html")


def test_queries_are_answered_by_post_and_get_alike():
    queries = {
        "q0": {"query": "Zarmast Tolwak", "type": "Person", "limit": 3, "type_strict": "should"},
        "q1": {"query": "Kandor Front", "type": ["Organization", "Company"]},
    }
    told = results(queries)
    assert list(told) == ["q0", "q1"]
    for answer in told.values():
        assert set(answer) == {"result"}
        scores = [candidate["score"] for candidate in answer["result"]]
        assert scores == sorted(scores, reverse=True)
        for candidate in answer["result"]:
            keeps(candidate, CANDIDATE, MAY_CANDIDATE)
            for kind in candidate["type"]:
                keeps(kind, ENTITY)
            for feature in candidate["features"]:
                keeps(feature, {"id": str, "value": (int, float, bool)})
            names = [feature["id"] for feature in candidate["features"]]
            assert len(names) == len(set(names))
    assert told["q0"]["result"][0]["id"] == "un:QDi.901"
    assert client().get("/reconcile", params={"queries": json.dumps(queries)}).json() == told


def test_a_name_is_never_a_match_by_itself_and_a_reference_is():
    told = results({"n": {"query": "Zarmast Tolwak"}, "r": {"query": "QDi.901"}})
    assert [one["match"] for one in told["n"]["result"]] == [False]
    assert [(one["id"], one["match"]) for one in told["r"]["result"]] == [("un:QDi.901", True)]
    assert results({"i": {"query": "un:QDi.901"}})["i"]["result"][0]["match"]
    assert results({"o": {"query": "QDi.901"}}, "/reconcile/ofac")["o"]["result"] == []


def test_properties_narrow_a_query():
    name = {"query": "Zarmast Tolwak"}

    def score(*properties: dict) -> float:
        told = results({"q": {**name, "properties": list(properties)}})["q"]["result"]
        return told[0]["score"] if told else 0.0

    alone = score()
    assert score({"pid": "birth", "v": "1970"}) > alone > score({"pid": "birth", "v": 1930})
    assert score({"pid": "birthDate", "v": 1970.0}) > alone
    assert score({"pid": "country", "v": [{"id": "AF", "name": "Afghanistan"}, "CH"]}) > alone
    assert score({"pid": "id", "v": "KX 1234567"}) > alone


def test_a_query_may_be_properties_alone():
    told = results({"q": {"properties": [{"pid": "id", "v": "KX1234567"}]}})
    assert [one["id"] for one in told["q"]["result"]] == ["un:QDi.901"]


@pytest.mark.parametrize(
    ("prefix", "found"),
    [
        ("zarm", ["un:QDi.901"]),
        ("tolwak zar", ["un:QDi.901"]),
        ("QDi.9", ["un:QDi.901"]),
        ("xq", []),
    ],
)
def test_entities_are_suggested_as_one_types(prefix: str, found: list[str]):
    told = client().get("/reconcile/un/suggest/entity", params={"prefix": prefix}).json()
    for suggestion in told["result"]:
        keeps(suggestion, SUGGESTION, MAY_SUGGESTION)
    assert [one["id"] for one in told["result"]] == found


def test_suggestions_go_on_where_they_ended():
    path = "/reconcile/default/suggest/entity"
    whole = client().get(path).json()["result"]
    assert client().get(path, params={"cursor": 2}).json()["result"] == whole[2:]


def test_types_and_properties_are_suggested():
    kinds = client().get("/reconcile/un/suggest/type", params={"prefix": "per"}).json()["result"]
    assert [one["id"] for one in kinds] == ["Person", "LegalEntity"][: len(kinds)]
    told = client().get("/reconcile/un/suggest/property").json()["result"]
    for suggestion in (*kinds, *told):
        keeps(suggestion, SUGGESTION, MAY_SUGGESTION)
    assert [one["id"] for one in told][:3] == ["birth", "country", "id"]
    assert len({one["id"] for one in told}) == len(told)


def test_rows_are_filled_with_what_the_list_says():
    wanted = {"ids": ["un:QDi.901", "un:gone"], "properties": [{"id": "birthDate"}, {"id": "list"}]}
    for answer in (
        client().post("/reconcile/un", data={"extend": json.dumps(wanted)}),
        client().get("/reconcile/un", params={"extend": json.dumps(wanted)}),
    ):
        assert answer.json() == {
            "meta": [{"id": "birthDate", "name": "Date of birth"}, {"id": "list", "name": "List"}],
            "rows": {
                "un:QDi.901": {"birthDate": [{"str": "1970"}], "list": [{"str": "un"}]},
                "un:gone": {"birthDate": [], "list": []},
            },
        }


def test_properties_are_proposed_for_a_type():
    path = "/reconcile/un/extend/properties"
    told = client().get(path, params={"type": "Person", "limit": 4}).json()
    assert (told["type"], told["limit"], len(told["properties"])) == ("Person", 4, 4)
    for one in told["properties"]:
        keeps(one, ENTITY)


def test_a_preview_shows_markup_as_the_text_that_it_is():
    page = client().get("/reconcile/un/preview?id=un:QDi.901")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<script" not in page.text
    other = client().get("/reconcile/un/preview?id=un:QDe.902").text
    assert "&lt;b onload=&#34;x&#34;&gt;Ostan &amp; Sons&lt;/b&gt;" in other
    assert "<b" not in other.replace("<bdi>", "").replace("<body", "")


def test_a_preview_may_stand_in_openrefines_frame_alone_and_fetches_nothing():
    page = client().get("/reconcile/un/preview?id=un:QDi.901")
    policy = page.headers["content-security-policy"]
    assert "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*" in policy
    assert "script-src" not in policy
    assert "http" not in re.sub(r"(?s)<p lang.*", "", page.text)


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ("", 400, "queries"),
        ("{", 400, "queries"),
        ("[]", 400, "queries"),
        ("{}", 400, "1 to 100"),
        ("[" * 100_000, 400, "recursion"),
        ('{"q": {"query": "\\ud800"}}', 400, "queries"),
        ('{"q": {"query": "A", "limit": 0}}', 400, "q.limit"),
        ('{"q": {"query": "A", "type": "Car"}}', 400, "Car"),
        ('{"q": {"query": "A", "properties": [{"pid": "shoe", "v": 1}]}}', 400, "shoe"),
        ('{"q": {"query": "A", "properties": [{"pid": "birth"}]}}', 400, "q.properties.0.v"),
        (json.dumps({"q": {"query": "a" * 10_000}}), 400, "400 characters"),
        (json.dumps({str(n): {"query": "A"} for n in range(1000)}), 413, "batchSize"),
    ],
    ids=[
        *("empty", "open", "list", "none", "deep", "surrogate", "limit", "type", "property"),
        *("value", "long", "thousand"),
    ],
)
def test_queries_that_cannot_be_answered_are_refused_with_the_reason(
    given: str, status: int, told: str
):
    answer = client().post("/reconcile", data={"queries": given})
    assert answer.status_code == status
    assert told in detail(answer)


@pytest.mark.parametrize(
    "given", ['{"ids": ["un:QDi.901"]}', '{"ids": [], "properties": [{"id": "shoe"}]}', "7"]
)
def test_extensions_that_cannot_be_answered_are_refused(given: str):
    assert client().post("/reconcile", data={"extend": given}).status_code == 400


def test_another_form_than_the_specified_one_is_refused():
    asked = client()
    assert asked.post("/reconcile", json={"q": {"query": "A"}}).status_code == 415
    assert asked.post("/reconcile", data={"question": "A"}).status_code == 400
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for body in (b"queries=%ff", b"&".join(b"a=1" for _ in range(99)), b""):
        assert asked.post("/reconcile", content=body, headers=form).status_code == 400


def test_with_a_token_the_manifest_needs_it_too():
    asked = client(token=WORD)
    assert asked.get("/reconcile").status_code == 401
    assert asked.get("/reconcile", headers=bearing(WORD)).status_code == 200


def test_what_a_person_set_aside_for_this_question_is_no_candidate():
    made = diary()
    screenings = made.bench.screenings()
    subject = Subject(key="1", name="Zarmast Tolwak", birth="1970")
    screenings.clear(screenings.screener(Terms(threshold=0.3)), subject, "QDi.901", ("A", "why"))
    born = [{"pid": "birth", "v": "1970"}]
    queries = {
        "q": {"query": "Zarmast Tolwak", "properties": born},
        "other": {"query": "Zarmast Tolwak"},
    }
    told = client(made.bench).post("/reconcile", data={"queries": json.dumps(queries)}).json()
    assert [[c["id"] for c in told[key]["result"]] for key in queries] == [[], ["un:QDi.901"]]


def test_gender_and_address_narrow_a_query():
    facts = [{"pid": "gender", "v": "F"}, {"pid": "address", "v": "Kandor"}]
    [found] = results({"q": {"query": "Zarmast Tolwak", "properties": facts}})["q"]["result"]
    assert {"gender", "address"} <= {feature["id"] for feature in found["features"]}
    [alone] = results({"q": {"query": "Zarmast Tolwak"}})["q"]["result"]
    assert found["score"] < alone["score"]
