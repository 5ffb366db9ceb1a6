"""Sayso is stopped in the midst of long work and begun again: the page says what is known."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import await_server, free_port, sayso
from tests.browser.watched import Watched

Begin = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def address() -> str:
    return f"http://127.0.0.1:{free_port()}"


@pytest.fixture
def begin(project: Path, tmp_path: Path, address: str) -> Iterator[Begin]:
    """Give what serves a project at one address, as often as it is asked."""
    shutil.copytree(project, tmp_path / "demo")
    port = address.rpartition(":")[2]
    words = sayso("serve", "--project", str(tmp_path / "demo"), "--port", port)
    begun: list[subprocess.Popen[bytes]] = []

    def again() -> subprocess.Popen[bytes]:
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        begun.append(subprocess.Popen(words, env={**os.environ, "SAYSO_WORKERS": "1"}, **silent))
        await_server(f"{address}/api/v1/session")
        return begun[-1]

    yield again
    for server in begun:
        server.kill()
        server.wait()


def begun(address: str) -> str:
    """Add one file to a job to which more are to come, so that it goes on, and give the job."""
    headers = {"X-Filename": "1.txt", "Origin": address}
    content = "The Kandor Front said that it had no camps in Kunar. 😀 جبههٔ کندر"
    url = f"{address}/api/v1/documents?more=true"
    answer = httpx.post(url, content=content.encode(), headers=headers, timeout=60)
    job: str = answer.raise_for_status().json()["id"]
    return job


def test_work_that_was_cut_short_is_told_as_such_with_what_is_kept_and_what_to_do(
    begin: Begin, address: str, watched: Watched
):
    server, page = begin(), watched.page()
    page.goto(f"{address}/app/add?job={begun(address)}")
    progress = page.get_by_role("region", name="Progress")
    expect(progress).to_contain_text("1.txt: added", timeout=60_000)
    expect(progress).to_contain_text("Running: 1 of 1 files")
    server.kill()
    server.wait()
    expect(progress).to_contain_text("If Sayso was stopped, begin it again", timeout=60_000)
    begin()
    expect(progress).to_contain_text("Sayso was stopped while this ran", timeout=60_000)
    expect(progress).to_contain_text("Failed: 1 of 1 files")
    expect(progress.get_by_role("link", name="1.txt")).to_be_visible()
    expect(progress.get_by_role("button", name="Cancel")).to_have_count(0)
    watched.faults.clear()  # a server that is gone is said on the console


def test_a_server_that_gave_no_events_for_a_while_is_asked_again(own: str, watched: Watched):
    page, job = watched.page(), begun(own)
    page.route("**/events", lambda route: route.fulfill(status=503), times=1)
    page.goto(f"{own}/app/add?job={job}")
    progress = page.get_by_role("region", name="Progress")
    expect(progress).to_contain_text("Running: 1 of 1 files", timeout=60_000)
    httpx.delete(f"{own}/api/v1/jobs/{job}", headers={"Origin": own}, timeout=60)
    expect(progress).to_contain_text("Cancelled: ", timeout=60_000)
    watched.faults.clear()
