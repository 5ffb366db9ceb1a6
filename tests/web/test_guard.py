"""Who is answered, and what every answer carries."""

from collections.abc import Iterator

import pytest

from sayso.errors import BadInput
from sayso.web.terms import Role, Terms
from tests.web.standing import HERE, JSON, WORD, bearing, client, detail, served

ASKED = {"queries": [{"query": "Zarmast Tolwak"}]}
EVERYWHERE = [
    ("GET", "/healthz", 200),
    ("HEAD", "/healthz", 200),
    ("GET", "/catalog", 200),
    ("HEAD", "/catalog", 200),
    ("GET", "/api/v1/openapi.json", 200),
    ("GET", "/nowhere", 404),
    ("HEAD", "/nowhere", 404),
    ("PUT", "/catalog", 405),
    ("HEAD", "/match/un", 405),
    ("POST", "/match/un", 415),
    ("OPTIONS", "/catalog", 405),
    ("GET", "/reconcile", 200),
    ("GET", "/reconcile/un/preview?id=un:QDi.901", 200),
    ("HEAD", "/reconcile/un/preview?id=un:QDi.901", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), EVERYWHERE)
def test_every_answer_forbids_scripts_and_strangers(method: str, path: str, status: int):
    answer = client().request(method, path)
    assert answer.status_code == status
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "frame-ancestors" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_an_answer_to_what_nobody_foresaw_is_guarded_too(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("the name of a customer")

    asked = client()
    monkeypatch.setattr("sayso.web.desk.Desk.lists", fail)
    answer = asked.get("/catalog")
    assert answer.status_code == 500
    assert "content-security-policy" in answer.headers
    assert "customer" not in detail(answer)


def test_head_says_what_get_would_without_the_body():
    asked = client()
    got, headed = asked.get("/catalog"), asked.head("/catalog")
    assert headed.content == b""
    assert headed.headers == got.headers


@pytest.mark.parametrize("host", ["sayso.example", "127.0.0.1.example", "10.0.0.1", "", "[::1"])
def test_a_page_that_renames_itself_to_this_machine_is_not_answered(host: str):
    answer = client().get("/catalog", headers={"Host": host})
    assert answer.status_code == 421
    assert "127.0.0.1" in detail(answer)


@pytest.mark.parametrize("host", ["localhost:8787", "127.0.0.1", "[::1]:8787"])
def test_this_machine_is_answered_under_each_of_its_names(host: str):
    assert client().get("/catalog", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://example.org", "null", "http://[", HERE + ".example"])
@pytest.mark.parametrize("path", ["/api/v1/lists", "/reconcile"])
def test_pages_of_other_sites_are_not_answered(origin: str, path: str):
    answer = client().get(path, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_our_own_page_is_answered():
    assert client().get("/api/v1/lists", headers={"Origin": HERE}).status_code == 200


def test_pages_of_programs_on_this_machine_read_reconciliations_alone():
    openrefine = {"Origin": "http://127.0.0.1:3333"}
    answer = client().get("/reconcile", headers=openrefine)
    assert answer.headers["access-control-allow-origin"] == openrefine["Origin"]
    assert "Origin" in answer.headers["vary"]
    assert client().get("/api/v1/lists", headers=openrefine).status_code == 403


def test_a_browser_may_ask_beforehand():
    asking = {"Origin": "http://localhost:3333", "Access-Control-Request-Method": "POST"}
    answer = client().options("/reconcile/un", headers=asking)
    assert answer.status_code == 204
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert client().options("/api/v1/screenings", headers=asking).status_code == 403
    own = {**asking, "Origin": HERE}
    assert client().options("/api/v1/screenings", headers=own).status_code == 403


def test_with_a_token_nobody_is_answered_without_it():
    asked = client(token=WORD)
    for headers in ({}, bearing("other"), {"Authorization": f"Basic {WORD}"}):
        answer = asked.get("/catalog", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert WORD not in answer.text
    assert asked.get("/catalog", headers=bearing(WORD)).status_code == 200
    yentes = {"Authorization": f"ApiKey {WORD}"}
    assert asked.get("/catalog", headers=yentes).status_code == 200


def test_with_a_token_the_host_may_have_any_name_and_probes_need_none():
    asked = client(token=WORD)
    elsewhere = {"Host": "screening.example:8787"}
    assert asked.get("/healthz", headers=elsewhere).status_code == 200
    allowed = {**elsewhere, **bearing(WORD)}
    assert asked.post("/api/v1/screenings", json=ASKED, headers=allowed).status_code == 200


def test_a_token_that_is_no_text_is_a_wrong_one():
    strange = {"Authorization": "Bearer żółć".encode()}
    assert client(token=WORD).get("/catalog", headers=strange).status_code == 401


@pytest.mark.parametrize("path", ["/match/un", "/api/v1/screenings", "/reconcile"])
def test_a_body_that_is_too_large_is_refused_however_it_comes(path: str):
    def drops() -> Iterator[bytes]:
        yield from (b" " * 100_000 for _ in range(11))

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    headers = form if path == "/reconcile" else JSON
    for body in (b" " * 1_000_001, drops()):
        answer = client().post(path, content=body, headers=headers)
        assert answer.status_code == 413
        assert "1,000,000" in detail(answer)


def test_nothing_but_http_reaches_the_guard_unharmed():
    assert served() is not None


def test_a_token_that_no_header_can_carry_is_refused_before_anybody_is_answered():
    for token in ("żółć", "two words", "", "line\n"):
        with pytest.raises(BadInput, match="ASCII"):
            Terms(token=token)
        with pytest.raises(BadInput, match="ASCII"):
            Terms(token=WORD, others={token: Role.READER})


def test_where_no_token_is_asked_for_none_is_kept_whatever_is_told():
    for told in ("żółć", "a\r\nSet-Cookie: other=1", WORD):
        answer = client().post("/api/v1/session", json={"token": told})
        assert answer.status_code == 204
        assert "set-cookie" not in answer.headers


def test_a_token_that_is_no_more_known_is_told_apart_from_none():
    asked = client(token=WORD)
    answer = asked.post("/api/v1/session", json={"token": "of yesterday"})
    assert answer.status_code == 401
    assert "no more" in detail(answer)
    stale = {"Cookie": "sayso=of-yesterday"}
    assert asked.get("/api/v1/project", headers=stale).status_code == 401
    assert asked.get("/api/v1/session", headers=stale).json()["role"] is None
