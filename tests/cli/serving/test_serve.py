"""`sayso serve` as a process of its own, asked over the loopback."""

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from yente_client import Client, Person

from tests.cli.running import run
from tests.lists.build import individual, un_list

CALL = "from sayso.cli import main; main()"
ASKED = {"queries": [{"query": "Zarmast Tolwak"}], "threshold": 0}


def sayso(*arguments: str) -> list[str]:
    return [sys.executable, "-c", CALL, *arguments]


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[dict, subprocess.Popen[str]]]:
    """Run the service on a free port, and give what it printed once it could be asked."""
    command = sayso("serve", "--port", "0", "--json", *arguments)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        told = ""
        for line in lines:
            told += line
            if line == "}\n":
                break
        yield json.loads(told), process
    finally:
        process.kill()
        process.communicate(timeout=20)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    add(folder, tmp_path, "2024-06-01", individual("QDi.901", "Zarmast Tolwak"))
    return folder


def add(project: Path, folder: Path, day: str, *elements: str) -> None:
    """Add a release as another process does."""
    file = folder / f"{day}.xml"
    file.write_text(un_list(*elements, generated=f"{day}T00:00:00Z"), encoding="utf-8")
    command = sayso("lists", "add", "un", "--force", str(file), "--project", str(project))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_it_answers_and_follows_what_another_process_adds(project: Path, tmp_path: Path):
    with serving("--project", str(project)) as (told, process):
        assert told["lists"] == ["un@2024-06-01"]
        assert told["token"] is None
        with httpx.Client(base_url=told["address"]) as asked:
            first = asked.post("/api/v1/screenings", json=ASKED)
            assert first.json()["releases"] == ["un@2024-06-01"]
            assert first.json()["results"][0]["results"][0]["entry"] == "un:QDi.901"
            assert "server" not in first.headers
            headed = asked.head("/catalog")
            assert "default-src 'none'" in headed.headers["content-security-policy"]
            assert int(headed.headers["content-length"]) > 0
            add(project, tmp_path, "2024-06-02", individual("QDi.902", "Ostan Tolwak"))
            second = asked.post("/api/v1/screenings", json=ASKED)
            assert second.json()["releases"] == ["un@2024-06-02"]
            assert second.json()["results"][0]["results"][0]["entry"] == "un:QDi.902"
        with Client(base_url=told["address"]) as theirs:
            found = theirs.match(Person(name="Ostan Tolwak"), cutoff=0)
        assert found.results[0].id == "un:QDi.902"
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert "Tolwak" not in process.stderr.read()


def test_what_is_no_http_is_refused_and_the_next_is_answered(project: Path):
    with serving("--project", str(project)) as (told, _):
        port = int(told["address"].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
            line.sendall(b"\x16\x03\x01 no http at all\r\n\r\n")
            assert line.recv(100).startswith(b"HTTP/1.1 400")
        assert httpx.get(f"{told['address']}/healthz").status_code == 200


def test_half_an_upload_is_no_fault_and_nothing_that_waits_outlives_the_program(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    monkeypatch.setenv("TMPDIR", str(waiting))
    with serving("--project", str(project)) as (told, process):
        port = int(told["address"].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
            line.sendall(
                b"POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nX-Filename: half.txt\r\n"
                b"Content-Length: 1000\r\n\r\nThe Kandor Front said"
            )
            until = time.monotonic() + 10
            while not list(waiting.glob("sayso-*/*")) and time.monotonic() < until:
                time.sleep(0.05)
        assert httpx.get(f"{told['address']}/api/v1/jobs").json()["total"] == 0
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 128 + signal.SIGTERM
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
    assert not list(waiting.glob("sayso-*"))


def test_bound_elsewhere_it_asks_for_the_token_that_it_printed(project: Path):
    with serving("--project", str(project), "--host", "0.0.0.0") as (told, _):  # noqa: S104  # bound as asked
        address = told["address"].replace("0.0.0.0", "127.0.0.1")  # noqa: S104  # as above
        assert len(told["token"]) >= 32
        assert httpx.get(f"{address}/catalog").status_code == 401
        allowed = {"Authorization": f"Bearer {told['token']}"}
        assert httpx.get(f"{address}/catalog", headers=allowed).status_code == 200


def test_a_token_of_ones_own_holds_on_the_loopback_too_and_is_not_printed(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SAYSO_SERVE_TOKEN", "said-quietly")
    with serving("--project", str(project)) as (told, _):
        assert told["token"] is None
        assert httpx.get(f"{told['address']}/catalog").status_code == 401
        allowed = {"Authorization": "Bearer said-quietly"}
        assert httpx.get(f"{told['address']}/catalog", headers=allowed).status_code == 200
    shown = run("config", "show", "--project", str(project))
    assert "said-quietly" not in shown.output


def test_a_port_that_is_taken_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            sayso("serve", "--port", port), capture_output=True, encoding="utf-8", check=False
        )
    assert done.returncode == 3
    assert port in done.stderr
    assert "--port" in done.stderr


def test_an_address_that_is_nobodys_is_told():
    done = subprocess.run(
        sayso("serve", "--host", "no.such.host.invalid", "--port", "0"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "no.such.host.invalid" in done.stderr


def test_only_the_command_itself_imports_the_server():
    code = (
        "import sys; from sayso.cli import sayso;"
        "sayso.main(['screen', '--help'], standalone_mode=False);"
        "sayso.main(['serve', '--help'], standalone_mode=False);"
        "heavy = {'fastapi', 'uvicorn', 'starlette'} & set(sys.modules);"
        "sys.exit(str(sorted(heavy)) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
