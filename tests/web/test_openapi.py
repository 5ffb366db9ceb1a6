"""The description of the API: whole, with examples that are answered."""

from functools import cache

import pytest

from tests.web.standing import client

PATHS = {
    "/api/v1/screenings": "post",
    "/api/v1/lists": "get",
    "/api/v1/lists/{authority}/releases": "get",
    "/api/v1/lists.csv": "get",
    "/api/v1/lists/{authority}/releases.csv": "get",
    "/api/v1/entries/{entry_id}": "get",
    "/api/v1/states": "get",
    "/api/v1/states/gaps": "get",
    "/api/v1/states/lag": "get",
    "/api/v1/states/differences": "get",
    "/api/v1/states/entries/{reference}": "get",
    "/api/v1/states/{state}": "get",
    "/api/v1/states/{state}/why/{reference}": "get",
    "/match/{dataset}": "post",
    "/search/{dataset}": "get",
    "/entities/{entity_id}": "get",
    "/catalog": "get",
    "/algorithms": "get",
    "/healthz": "get",
    "/readyz": "get",
    "/reconcile": "post",
    "/reconcile/{dataset}/preview": "get",
}


@cache
def description() -> dict:
    return client().get("/api/v1/openapi.json").json()


@pytest.mark.parametrize(("path", "method"), PATHS.items())
def test_every_address_is_described(path: str, method: str):
    told = description()["paths"][path][method]
    assert told["summary"]
    assert told["description"]
    assert "4XX" in told["responses"]


def test_every_answer_and_question_has_a_shape_that_says_what_it_is():
    told = description()
    assert told["openapi"].startswith("3.1")
    shapes = told["components"]["schemas"]
    assert len(shapes) > 20
    assert {name for name in shapes if not shapes[name].get("description")} == {"JsonValue"}


@pytest.mark.parametrize("path", ["/api/v1/screenings", "/match/{dataset}"])
def test_every_example_is_answered(path: str):
    told = description()["paths"][path]["post"]
    examples = told["requestBody"]["content"]["application/json"]["examples"]
    assert examples
    for example in examples.values():
        answer = client().post(path.replace("{dataset}", "default"), json=example["value"])
        assert answer.status_code == 200, answer.text


def test_no_page_of_it_comes_from_elsewhere():
    asked = client()
    assert [asked.get(path).status_code for path in ("/docs", "/redoc")] == [404, 404]
