"""Tokens in the page, names that are markup, and links to what is no more."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import await_server, free_port, sayso
from tests.browser.watched import Watched


@contextmanager
def guarded(folder: Path, token: str, port: int) -> Iterator[str]:
    """Serve a project to those who know a token."""
    words = sayso("serve", "--project", str(folder), "--port", str(port))
    told = {**os.environ, "SAYSO_SERVE_TOKEN": token}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, stdout=quiet, stderr=quiet, env=told) as server:
        await_server(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
        server.terminate()


def tell(page: Page, token: str) -> None:
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Go on").click()


def test_a_page_asks_for_the_token_and_asks_again_when_it_is_no_more_known(
    watched: Watched, project: Path, tmp_path: Path
):
    folder, port = tmp_path / "demo", free_port()
    shutil.copytree(project, folder)
    page = watched.page()
    with guarded(folder, "first-token", port) as address:
        page.goto(f"{address}/app/findings")
        tell(page, "wrong-token")
        expect(page.get_by_role("alert")).to_contain_text("not known here")
        tell(page, "first-token")
        expect(page.locator("table tbody tr").first).to_be_visible()
        cookie = page.context.cookies()[0]
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    with guarded(folder, "second-token", port):
        page.get_by_label("Status").select_option("denied")
        expect(page.get_by_label("Token")).to_be_visible()
        tell(page, "second-token")
        expect(page.locator("table tbody .status").first).to_be_visible()
        assert "status=denied" in page.url
    watched.faults.clear()  # the browser itself notes each refusal


@pytest.mark.parametrize("text", ['<img src=x onerror="document.title=1">', "<b>Ostan</b>"])
def test_markup_in_names_and_words_is_shown_as_what_it_is(page: Page, own: str, text: str):
    page.goto(f"{own}/app/add")
    words = f"The Kandor Front attacked {text} in Kunar on 3 May 2024.\n".encode()
    page.set_input_files(
        "input[type=file]",
        {"name": f"{text}.txt".replace("/", " "), "mimeType": "text/plain", "buffer": words},
    )
    page.locator("main a[href*='/documents/']").first.click(timeout=120_000)
    expect(page.locator(".passage").first).to_contain_text(text)
    assert page.locator("main img[src='x'], main b:text-is('Ostan')").count() == 0
    assert page.title() != "1"


@pytest.mark.parametrize(
    "link",
    [
        "network?about=e-000000000000",
        "network?about=f-000000000000&at=e-1~e-2",
        "map?about=nobody-of-this-name&province=AF-XXX",
        "timeline?about=e-000000000000&claim=c-0",
        "map?since=no-day",
        "network?about=%00%ff",
    ],
)
def test_a_link_to_what_is_not_there_says_so_and_the_page_stands(
    watched: Watched, served: str, link: str
):
    page = watched.page()
    page.goto(f"{served}/app/{link}", wait_until="networkidle")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()
    watched.faults.clear()  # the browser itself notes that the answer was 404 or 400
