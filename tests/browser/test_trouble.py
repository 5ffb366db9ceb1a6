"""Bad input: script in a text, what is gone, a newer project, tokens, a server that is lost."""

import shutil
import sqlite3
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import added
from tests.browser.conftest import READER, TOKEN
from tests.browser.watched import Watched

HOSTILE = (
    "The <script>document.title='run'</script> Front said that it had no camps in Kunar.\n"
    'The <img src=x onerror="document.title=1"> Group leads the Ostan Movement in Ghazni.\n'
)


def test_script_and_markup_in_a_document_are_words(page: Page, own: str):
    title = "<img src=x onerror=alert(1)> & co"
    document = added(own, "<b>note</b>.txt", HOSTILE, title=title, publisher="<i>Radio</i>")
    page.goto(f"{own}/app/documents/{document}")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".page")).to_contain_text("<script>document.title='run'</script>")
    for view in ("documents", "entities", "findings", "log", "review", "?q=Ostan"):
        page.goto(f"{own}/app/{view}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator("main img[src=x], main script, main i, main b").count() == 0
    assert page.title().endswith("Sayso")


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ("documents/sha256:00", "no document"),
        ("entities/e-000000000000", "no entity"),
        ("findings/f-000000000000", "no finding"),
        ("claims/c-00000000-1", "no claim"),
        ("hypotheses/q-000000000000", "no question"),
        ("lists/entry/un:QDi.0", "QDi.0"),
    ],
)
def test_a_deep_link_to_what_is_not_there_says_so_and_leads_on(
    watched: Watched, served: str, view: str, told: str
):
    page = watched.page()
    page.goto(f"{served}/app/{view}")
    expect(page.get_by_role("alert")).to_contain_text(told)
    expect(page.get_by_role("alert").get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("alert").get_by_role("link").first).to_be_visible()
    assert page.title() != ""
    watched.faults.clear()  # the browser itself notes a 404


def test_a_claim_that_was_rejected_since_the_link_was_sent_is_told(page: Page, own: str):
    claim = httpx.get(f"{own}/api/v1/claims?limit=1", timeout=60).json()["results"][0]
    body = {"about": claim["id"], "verdict": "reject", "by": "A", "reason": "misread"}
    httpx.post(f"{own}/api/v1/judgements", json=body, timeout=60).raise_for_status()
    page.goto(f"{own}/app/documents/{claim['document']['id']}?claim={claim['id']}")
    expect(page.get_by_role("alert")).to_contain_text("was rejected, or the document was read anew")


def test_a_project_of_a_newer_version_says_what_to_do(
    watched: Watched, project: Path, empty: str, tmp_path: Path
):
    page = watched.page()
    folder = tmp_path / "nothing"
    shutil.copytree(project, folder, dirs_exist_ok=True)
    with sqlite3.connect(folder / "sayso.db") as database:
        [version] = database.execute("PRAGMA user_version").fetchone()
        database.execute(f"PRAGMA user_version = {version + 1}")
    for view in ("", "documents", "review"):
        page.goto(f"{empty}/app/{view}")
        expect(page.get_by_role("alert").first).to_contain_text("install a newer Sayso to read it")
    watched.faults.clear()


def told(page: Page, token: str) -> None:
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Go on").click()


def test_a_wrong_token_is_refused_and_a_right_one_opens_what_was_asked_for(
    watched: Watched, guarded: str
):
    page = watched.page()
    page.goto(f"{guarded}/app/findings?status=contested")
    told(page, "guessed")
    expect(page.get_by_role("alert")).to_be_visible()
    told(page, TOKEN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Findings")
    expect(page.locator("table")).to_be_visible()
    assert "status=contested" in page.url
    watched.faults.clear()


def test_a_token_that_runs_out_in_the_middle_of_a_decision_costs_no_word(
    watched: Watched, guarded: str
):
    page = watched.page()
    page.goto(f"{guarded}/app/findings?status=contested")
    told(page, TOKEN)
    page.locator("table a").first.click()
    page.get_by_role("button", name="Accept Enter").click()
    page.context.clear_cookies()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("read in its words")
    dialog.get_by_label("Signed by").fill("A. Analyst")
    dialog.get_by_role("button", name="Accept").click()
    expect(dialog.get_by_text("asks for a token")).to_be_visible()
    expect(dialog.get_by_label("Reason")).to_have_value("read in its words")
    told(page, TOKEN)
    expect(dialog.get_by_label("Token")).to_have_count(0)
    dialog.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("accepted by A. Analyst").first).to_be_visible()
    page.context.clear_cookies()
    page.locator(".rail").get_by_role("link", name="Log").click()
    expect(page.get_by_role("heading", name="asks for a token")).to_be_visible()
    watched.faults.clear()


def test_who_may_only_read_is_told_so_and_keeps_what_was_written(watched: Watched, guarded: str):
    page = watched.page()
    page.goto(f"{guarded}/app/findings?status=contested")
    told(page, READER)
    page.locator("table a").first.click()
    page.get_by_role("button", name="Accept Enter").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("read in its words")
    dialog.get_by_label("Signed by").fill("A. Guest")
    dialog.get_by_role("button", name="Accept").click()
    expect(dialog.get_by_role("alert")).to_contain_text("it takes one of a reviewer")
    expect(dialog.get_by_label("Reason")).to_have_value("read in its words")
    watched.faults.clear()


def test_a_server_that_is_gone_is_told_and_what_was_shown_stays(watched: Watched, own: str):
    page = watched.page()
    page.goto(f"{own}/app/findings?status=contested")
    expect(page.locator("table")).to_be_visible()
    page.context.set_offline(True)
    page.locator(".rail").get_by_role("link", name="Log").click()
    expect(page.get_by_role("alert").first).to_contain_text("sayso serve")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").first.click()
    expect(page.locator("table")).to_be_visible()
    watched.faults.clear()
