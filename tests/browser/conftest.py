"""A demo project that is served, and Debian's Chromium that looks at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.watched import Watched

_PATIENCE_S = 120
expect.set_options(timeout=20_000)  # a busy machine is no failure
_SAYSO = (
    sys.executable,
    "-c",
    "import sys; sys.argv[0] = 'sayso'; import sayso.cli as c; c.main()",
)


def sayso(*words: str) -> tuple[str, ...]:
    """Give the command that runs Sayso as it is here."""
    return (*_SAYSO, *words)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo project once; each server gets a copy of its own."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    subprocess.run(sayso("demo", "--quiet", "--project", str(folder)), check=True)
    return folder


def _served(folder: Path, **settings: str) -> Iterator[str]:
    """Serve a project on a port of its own until the test is over; `settings` by their names."""
    port = free_port()
    words = sayso("serve", "--project", str(folder), "--port", str(port))
    told = {f"SAYSO_{name.upper()}": value for name, value in settings.items()}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(words, env={**os.environ, **told}, **silent) as server:
        address = f"http://127.0.0.1:{port}"
        await_server(f"{address}/api/v1/session")
        yield address
        server.terminate()


def free_port() -> int:
    """Give a port that nobody has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def await_server(address: str) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        try:
            httpx.get(address, timeout=60).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.3)
        else:
            return
    pytest.fail("the server did not begin")


@pytest.fixture(scope="session")
def served(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demo project; tests that use it change nothing."""
    folder = tmp_path_factory.mktemp("looked-at") / "demo"
    shutil.copytree(project, folder)
    yield from _served(folder)


@pytest.fixture(scope="session")
def ids(served: str) -> dict[str, str]:
    """Find what the views are asked about."""

    def first(path: str) -> str:
        answer = httpx.get(f"{served}/api/v1/{path}", timeout=60)
        found: str = answer.raise_for_status().json()["results"][0]["id"]
        return found

    report = first("documents?q=Seventh%20report")
    return {
        "report": report,
        "account": first("documents?q=Report%20names"),
        "group": first("entities?q=Al-Liwa%20Network&type=ArmedGroup"),
        "finding": first("findings?status=contested"),
        "claim": first(f"claims?document={report}"),
    }


@pytest.fixture
def own(project: Path, tmp_path: Path) -> Iterator[str]:
    """Serve a demo project that the test may change."""
    shutil.copytree(project, tmp_path / "demo")
    yield from _served(tmp_path / "demo")


#: What one says to a guarded server, and what one says who may only read.
TOKEN, READER = "said-by-the-chief", "said-by-a-guest"


@pytest.fixture
def guarded(project: Path, tmp_path: Path) -> Iterator[str]:
    """Serve a demo project that asks for a token."""
    shutil.copytree(project, tmp_path / "demo")
    yield from _served(tmp_path / "demo", serve_token=TOKEN, serve_reader_token=READER)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[str]:
    """Serve a folder that holds no project."""
    (tmp_path / "nothing").mkdir()
    yield from _served(tmp_path / "nothing")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Begin Debian's Chromium, or say how to get it."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found is None:
        pytest.fail("no Chromium: apt-get install chromium, or set CHROMIUM")
    gl = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
    with sync_playwright() as player:
        begun = player.chromium.launch(executable_path=found, args=["--no-sandbox", *gl])
        yield begun
        begun.close()


@pytest.fixture
def watched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """Give pages of which every error and every request outside is noted.

    Servers begin before them and end after them, so that no page asks one that is gone.
    """
    for name in ("served", "own", "guarded", "empty"):
        if name in request.fixturenames:
            request.getfixturevalue(name)
    with Watched(browser) as pages:
        yield pages


@pytest.fixture
def page(watched: Watched) -> Page:
    """Give one wide, light page."""
    return watched.page()
