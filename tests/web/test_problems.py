"""Bad requests are answered in words, and as RFC 9457 has it."""

import io
from pathlib import Path

import pytest

from sayso import wiring
from sayso.errors import BadInput, Unavailable
from sayso.settings import load
from tests.web.standing import JSON, client, detail

LONG = "a" * 10_000


@pytest.mark.parametrize("path", ["/match/un", "/api/v1/screenings"])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b'{"queries"', 400),
        (b"\xff\xfe{\x00", 400),
        (b"[" * 100_000, 400),
        (b'{"queries": ' + b"9" * 5_000 + b"}", 400),
        (b"[]", 422),
        (b"null", 422),
        (b'"queries"', 422),
        (b'{"queries": null}', 422),
        (b'{"queries": "x"}', 422),
        (b"{}", 422),
    ],
    ids=[
        "empty",
        "open",
        "cut",
        "utf-16",
        "deep",
        "digits",
        "list",
        "null",
        "word",
        "none",
        "x",
        "{}",
    ],
)
def test_a_body_that_is_no_query_is_refused(path: str, body: bytes, status: int):
    answer = client().post(path, content=body, headers=JSON)
    assert answer.status_code == status
    told = answer.json()
    assert {"type", "title", "status", "detail"} <= set(told)
    assert "Traceback" not in detail(answer)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
@pytest.mark.parametrize("path", ["/match/un", "/api/v1/screenings"])
def test_a_body_of_another_type_is_refused(path: str, media_type: str):
    answer = client().post(path, content=b"{}", headers={"Content-Type": media_type})
    assert answer.status_code == 415
    assert "application/json" in detail(answer)


@pytest.mark.parametrize(
    "body",
    [
        b'{"queries": {"q": {"schema": "Person", "properties": {"name": "\\ud800"}}}}',
        b'{"queries": {"q": {"schema": "\\udfff", "properties": {"name": "A"}}}}',
        b'{"queries": {"\\ud800": {"schema": "Person", "properties": {"name": "A"}}}}',
        b'{"queries": {"q": {"schema": "Person", "properties": {"\\ud800": "A"}}}}',
    ],
    ids=["value", "schema", "key", "property"],
)
def test_half_a_surrogate_pair_is_refused_and_not_said_back(body: bytes):
    answer = client().post("/match/un", content=body, headers=JSON)
    assert answer.status_code == 422
    assert detail(answer)


@pytest.mark.parametrize("field", ["query", "qid", "schema", "dob", "country"])
def test_half_a_surrogate_pair_is_refused_in_our_own_api(field: str):
    body = b'{"queries": [{"query": "A", "%s": "\\ud800"}]}' % field.encode()
    answer = client().post("/api/v1/screenings", content=body, headers=JSON)
    assert answer.status_code == 422
    assert f"queries.0.{field}" in detail(answer)


def test_a_fault_is_told_with_its_place_and_without_the_value():
    asked = {"queries": [{"query": "secret name"}, {"query": LONG}, {"name": "secret"}]}
    answer = client().post("/api/v1/screenings", json=asked)
    assert answer.status_code == 422
    places = [fault["at"] for fault in answer.json()["faults"]]
    assert "body.queries.1.query" in places
    assert "body.queries.2.query" in places
    assert "secret" not in answer.text
    assert "aaaa" not in answer.text


def test_many_faults_are_counted_not_listed():
    asked = {"queries": [{"query": 7}] * 90}
    answer = client().post("/api/v1/screenings", json=asked)
    assert len(answer.json()["faults"]) == 10
    assert " more" in detail(answer)


@pytest.mark.parametrize(
    ("error", "status"), [(Unavailable("the disk is full"), 503), (BadInput("damaged"), 400)]
)
def test_our_errors_are_answered_by_their_kind(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
):
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("sayso.web.desk.Desk.lists", fail)
    answer = client().get("/search/un")
    assert answer.status_code == status
    assert detail(answer) == str(error)
    assert ("retry-after" in answer.headers) == (status == 503)
    assert client().get("/readyz").status_code == 503
    assert client().get("/healthz").status_code == 200


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/search/xx", "no list 'xx'"),
        ("/entities/un:QDe.999", "un:QDe.999"),
        ("/entities/un:QDe.132/adjacent", "adjacent"),
        ("/reconcile/xx", "no list 'xx'"),
        ("/reconcile/un/preview?id=un:gone", "un:gone"),
        ("/api/v1/entries/un:gone", "un:gone"),
        ("/api/v1/entries/Kandor%20Front", "Kandor Front"),
        ("/api/v1/lists/xx/releases", "no list 'xx'"),
        ("/api/v2/lists", "/api/v1"),
        ("/nowhere", "/api/v1"),
    ],
)
def test_what_is_not_there_is_named(path: str, told: str):
    answer = client().get(path)
    assert answer.status_code == 404
    assert told in detail(answer)


def test_a_wrong_method_is_told_the_right_one():
    answer = client().get("/match/un")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"
    assert "POST" in detail(answer)


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=501", "limit=x", "threshold=2", "cutoff=-1", "changed_since=soon"],
)
def test_parameters_out_of_bounds_are_refused(query: str):
    asked = {"queries": {"q": {"schema": "Person", "properties": {"name": "A"}}}}
    answer = client().post(f"/match/un?{query}", json=asked)
    assert answer.status_code == 422
    assert query.partition("=")[0] in detail(answer)


def test_without_a_project_the_list_that_is_shipped_is_asked(tmp_path: Path):
    settings = load({"project": str(tmp_path)}, {}, tmp_path)
    asked = client(wiring.workbench(settings, io.BytesIO()))
    told = asked.get("/api/v1/lists").json()
    assert [(one["authority"], one["releases"]) for one in told["results"]] == [("un", 0)]
    assert asked.get("/api/v1/lists/un/releases").json()["total"] == 0
    assert asked.get("/api/v1/entries/un:QDe.132").json()["history"] == []
    assert list(tmp_path.iterdir()) == []
