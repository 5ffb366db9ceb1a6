"""The page: one document for every path below /app/, with a policy that runs nothing foreign."""

from pathlib import Path

import pytest

from sayso.web.page import routes
from tests.web.standing import client, detail


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("<!doctype html><title>Sayso</title>", encoding="utf-8")
    (static / "assets" / "index-0a1b.js").write_text("1", encoding="utf-8")
    (tmp_path / "secret.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(routes, "files", lambda _: tmp_path)
    return static


def test_the_root_leads_to_the_page():
    answer = client().get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/app/")


@pytest.mark.parametrize("path", ["/app/", "/app/network?about=e-1", "/app/findings/f-1.2"])
def test_every_path_below_gives_the_same_page(built: Path, path: str):
    answer = client().get(path)
    assert answer.text == (built / "index.html").read_text("utf-8")
    assert answer.headers["cache-control"] == "no-cache"
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.usefixtures("built")
def test_what_never_changes_is_kept_for_a_year():
    answer = client().get("/app/assets/index-0a1b.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("path", ["/app/..%2Fsecret.json", "/app/assets/%2E%2E/%2E%2E/secret.json"])
def test_no_path_leads_out_of_the_folder(path: str):
    assert client().get(path).text != "{}"


@pytest.mark.usefixtures("built")
def test_a_part_of_an_older_page_is_not_answered_with_the_page():
    answer = client().get("/app/assets/index-gone.js")
    assert answer.status_code == 404
    assert "load it again" in detail(answer)


def test_where_the_page_is_not_built_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(routes, "files", lambda _: tmp_path)
    answer = client().get("/app/")
    assert "not built" in answer.text
    assert "npm" in answer.text
