"""Lists brought up to date from a server on this machine; every party in them is invented."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from tests.cli.running import as_json, run
from tests.lists.build import entity, individual, un_list

FRONT = {
    "id": "kx-1",
    "schema": "Organization",
    "properties": {"name": ["Kandor Front"]},
    "last_seen": "2026-02-01T00:00:00",
}
RECORD = (
    "<record><Country>Kandor</Country><LastName>Barosh</LastName><Schedule>1</Schedule>"
    "<Item>{item}</Item></record>"
)


def canada(*items: int) -> bytes:
    return f"<data-set>{''.join(RECORD.format(item=i) for i in items)}</data-set>".encode()


class Publisher(ThreadingHTTPServer):
    """Serves files by path; `asked` has each request's path and conditions."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.files: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, str | None, str | None]] = []

    def put(self, path: str, content: bytes, status: int = 200, **headers: str) -> None:
        """Publish a file from now on."""
        named = {"content-type": "application/xml"}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.files[path] = (status, named, content)


class Answer(BaseHTTPRequestHandler):
    """Answers like a file server that knows its files' ETags."""

    server: Publisher

    def do_GET(self) -> None:
        """Give the file, or 304 to whoever holds it."""
        match = self.headers["if-none-match"]
        self.server.asked.append((self.path, match, self.headers["if-modified-since"]))
        status, headers, content = self.server.files.get(self.path, (404, {}, b""))
        if match is not None and match == headers.get("etag"):
            status, content = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002  # its parent's name
        """Say nothing."""


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    server = Publisher()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    here = f"http://127.0.0.1:{server.server_port}"
    stated = " ".join(
        (f"un={here}/un.xml", f"ca={here}/ca.xml", f"others=ftm={here}/entities.ftm.json")
    )
    monkeypatch.setenv("SAYSO_LIST_ADDRESSES", stated)
    monkeypatch.setenv("SAYSO_ALLOW_PRIVATE", "yes")
    server.put("/un.xml", un_list(individual()).encode(), etag='"un-1"')
    server.put("/ca.xml", canada(1, 2), last_modified="Tue, 03 Feb 2026 10:00:00 GMT")
    server.put(
        "/entities.ftm.json", json.dumps(FRONT).encode(), content_type="application/json+ftm"
    )
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def project(tmp_path: Path) -> str:
    return str(tmp_path / "p")


NAMES = ("un", "ca", "others")


def updates(project: str, *names: str, code: int = 0) -> list[dict]:
    done = run("lists", "update", *(names or NAMES), "--json", "-q", "--project", project)
    assert done.exit_code == code, done.output
    return json.loads(done.stdout)["updates"]


def test_every_list_is_fetched_kept_with_its_bytes_and_can_be_screened(
    publisher: Publisher, project: str
):
    told = updates(project)

    assert [(u["authority"], u["status"], u["release"], u["entries"]) for u in told] == [
        ("un", "added", "un@2026-02-27", 1),
        ("ca", "added", "ca@2026-02-03", 2),
        ("others", "added", "others@2026-02-01", 1),
    ]
    found = as_json("screen", "Kandor Front", "--list", "others", "--project", project)
    assert found["results"][0]["entry"] == "others:kx-1"
    assert len(publisher.asked) == 3


def test_a_list_that_has_not_changed_is_asked_for_by_what_its_server_said(
    publisher: Publisher, project: str
):
    updates(project)
    publisher.asked.clear()

    told = updates(project)

    assert {u["status"] for u in told} == {"unchanged"}
    assert told[0]["release"] == "un@2026-02-27"
    assert publisher.asked == [
        ("/un.xml", '"un-1"', None),
        ("/ca.xml", None, "Tue, 03 Feb 2026 10:00:00 GMT"),
        ("/entities.ftm.json", None, None),
    ]


def test_a_new_release_tells_what_changed_and_the_old_one_stays(publisher: Publisher, project: str):
    first = "Tue, 03 Feb 2026 10:00:00 GMT"
    publisher.put("/ca.xml", canada(*range(10)), last_modified=first)
    updates(project, "ca")
    publisher.put("/ca.xml", canada(*range(1, 11)), last_modified="Wed, 04 Feb 2026 10:00:00 GMT")

    [told] = updates(project, "ca")

    assert (told["previous"], told["release"]) == ("ca@2026-02-03", "ca@2026-02-04")
    assert told["changes"] == {"added": 1, "removed": 1}
    held = as_json("lists", "show", "--project", project)["releases"]
    assert [r["id"] for r in held] == ["ca@2026-02-03", "ca@2026-02-04"]
    table = run("lists", "update", "ca", "--project", project).stdout
    assert "unchanged" in table


def test_a_list_that_changes_again_on_one_day_has_a_release_for_each(
    publisher: Publisher, project: str
):
    today = datetime.now(UTC)
    modified, day = format_datetime(today, usegmt=True), today.date()
    for number in (1, 2, 3):
        entries = canada(*range(number))
        publisher.put("/ca.xml", entries, last_modified=modified, etag=str(number))
        [told] = updates(project, "ca")

    assert (told["previous"], told["release"]) == (f"ca@{day}b", f"ca@{day}c")
    assert told["changes"] == {"added": 1}
    [unchanged] = updates(project, "ca")
    assert (unchanged["status"], unchanged["release"]) == ("unchanged", f"ca@{day}c")
    held = as_json("lists", "show", "--project", project)["releases"]
    assert [(r["id"], r["published"]) for r in held] == [
        (f"ca@{day}{letter}", str(day)) for letter in ("", "b", "c")
    ]


@pytest.mark.parametrize(
    ("content", "how", "reason"),
    [
        (un_list(individual())[:-30].encode(), {}, "not well-formed"),
        (b"", {}, "not well-formed"),
        (b"<html>Maintenance</html>", {"content_type": "text/html"}, "which is no list"),
        (b"<html>Maintenance</html>", {}, "a web page"),
        (un_list(individual(name="")).encode(), {}, "no name"),
        (un_list(individual(), generated="2020-01-01").encode(), {}, "2026-02-27 is held"),
        (un_list(individual(), generated="2999-01-01").encode(), {}, "a day that has not come"),
        (b"\x1f\x8bcut off", {}, "gzip"),
        (b"", {"status": 500}, "answers 500"),
        (b"", {"status": 404}, "no such page"),
    ],
)
def test_what_goes_wrong_with_one_list_leaves_it_and_the_others_are_done(
    publisher: Publisher, project: str, content: bytes, how: dict, reason: str
):
    updates(project, "un")
    publisher.put("/un.xml", content, **how)

    first, second = updates(project, "un", "ca", code=3)

    assert (first["status"], first["release"]) == ("failed", None)
    assert reason in first["error"]
    assert second["status"] == "added"
    held = as_json("lists", "show", "--project", project)["releases"]
    assert [r["id"] for r in held] == ["ca@2026-02-03", "un@2026-02-27"]


def test_only_refusals_end_with_2_and_an_absent_server_with_3(publisher: Publisher, project: str):
    publisher.put("/un.xml", b"<html/>")
    assert updates(project, "un", code=2)[0]["status"] == "failed"
    publisher.put("/un.xml", b"", status=500)
    assert updates(project, "un", code=3)[0]["status"] == "failed"
    assert not Path(project).exists()


def test_a_dry_run_fetches_and_compares_and_keeps_nothing(publisher: Publisher, project: str):
    dry = as_json("lists", "update", "un", "ca", "--dry-run", "--project", project)["updates"]
    assert [(u["status"], u["release"]) for u in dry] == [
        ("would be added", "un@2026-02-27"),
        ("would be added", "ca@2026-02-03"),
    ]
    assert not Path(project).exists()
    first = "Tue, 03 Feb 2026 10:00:00 GMT"
    publisher.put("/ca.xml", canada(*range(10)), last_modified=first)
    updates(project, "ca")
    publisher.put("/ca.xml", canada(*range(1, 10)), last_modified="Wed, 04 Feb 2026 10:00:00 GMT")
    [told] = as_json("lists", "update", "ca", "--dry-run", "--project", project)["updates"]
    assert (told["status"], told["changes"]) == ("would be added", {"removed": 1})
    assert as_json("lists", "show", "--project", project)["releases"][-1]["id"] == "ca@2026-02-03"


def test_a_list_without_an_address_is_refused_before_anything_is_asked(
    publisher: Publisher, project: str
):
    done = run("lists", "update", "un", "nobody", "--project", project)
    assert isinstance(done.exception, SaysoError)
    assert "no address for 'nobody'" in str(done.exception)
    assert publisher.asked == []


def test_the_sources_tell_what_can_be_read_under_which_terms_and_how_old_it_is(
    publisher: Publisher, project: str
):
    before = as_json("lists", "sources", "--project", project)["sources"]
    assert {row["releases"] for row in before} == {0}
    updates(project)

    rows = {
        row["authority"]: row
        for row in as_json("lists", "sources", "--project", project)["sources"]
    }

    assert set(rows) >= {"un", "au", "ca", "ch", "others"}
    assert rows["ca"]["newest"] == "ca@2026-02-03"
    assert rows["ca"]["age_days"] > 0
    assert (rows["ca"]["address_from"], rows["au"]["address_from"]) == ("settings", "published")
    assert rows["others"]["terms"] is None
    assert f"127.0.0.1:{publisher.server_port}" in rows["others"]["address"]
    shown = run("lists", "sources", "--project", project, columns=200).stdout
    assert "CC BY 4.0" in shown
    assert "(settings)" in shown


@pytest.mark.usefixtures("publisher")
def test_the_doctor_says_how_each_old_list_is_brought_up_to_date(project: str, tmp_path: Path):
    updates(project, "ca")
    columns = "Name\tStreet_Address\tEffective_Date\tFR_Citation"
    denied = tmp_path / "dpl.txt"
    denied.write_text(f"{columns}\nZARVAN SHIPPING\t1 Quay\t2017-10-16\t82 F.R. 1\n")
    run("lists", "add", "us-dpl", str(denied), "--published", "2020-01-01", "--project", project)

    checks = as_json("doctor", "--project", project)["checks"]

    advice = {row["what"]: row["advice"] for row in checks if row["what"].startswith("list ")}
    assert advice == {
        "list ca": "`sayso lists update ca`",
        "list us-dpl": "get the current release and `sayso lists add us-dpl` it",
    }


def test_a_project_of_somebody_else_does_not_choose_whose_word_a_list_is(tmp_path: Path):
    (tmp_path / "sayso.toml").write_text('list_addresses = "un=https://a.example/x"')
    done = run("lists", "sources", "--project", str(tmp_path))
    assert isinstance(done.exception, SaysoError)
    assert "list_addresses does not belong in a project" in str(done.exception)


def test_a_followthemoney_file_is_added_under_a_code_of_the_users_own(tmp_path: Path):
    path, project = tmp_path / "entities.ftm.json", str(tmp_path / "p")
    path.write_text(json.dumps(FRONT), encoding="utf-8")
    done = run("lists", "add", "others=ftm", str(path), "--project", project)
    assert done.exit_code == 0, done.output
    [row] = [
        row
        for row in as_json("lists", "sources", "--project", project)["sources"]
        if row["releases"]
    ]
    assert (row["authority"], row["newest"]) == ("others", "others@2026-02-01")


def test_names_in_documents_held_are_set_beside_a_release_that_is_fetched(
    publisher: Publisher, project: str, tmp_path: Path
):
    publisher.put("/un.xml", un_list(entity("QDe.900", "Sarband Army")).encode())
    updates(project, "un")
    said = tmp_path / "said.txt"
    said.write_text("The Zarvan Front operates camps in Ghazni, the Kandor Panel said.")
    run("add", str(said), "--quiet", "--project", project)
    both = (entity("QDe.900", "Sarband Army"), entity("QDe.901", "Zarvan Front"))
    publisher.put("/un.xml", un_list(*both, generated="2026-03-01").encode())

    [tried] = updates(project, "un", "--dry-run")
    [done] = updates(project, "un")

    assert (tried["status"], tried["relisted"]) == ("would be added", 0)
    assert (done["status"], done["relisted"]) == ("added", 1)
    found = as_json("entities", "--project", project)["entities"]
    assert [e["listing"]["reference"] for e in found if e["name"] == "Zarvan Front"] == ["QDe.901"]


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_release_that_lost_over_a_fifth_of_its_entries_is_refused(
    publisher: Publisher, project: str, more: tuple[str, ...]
):
    updates(project, "ca")
    publisher.put("/ca.xml", canada(1), last_modified="Wed, 04 Feb 2026 10:00:00 GMT")

    [told] = updates(project, "ca", *more, code=2)

    assert told["status"] == "failed"
    assert "1 of the 2 entries of ca@2026-02-03 are not in it" in told["error"]
    assert "if it is right say --force" in told["error"]

    [told] = updates(project, "ca", "--force", *more)
    assert told["changes"] == {"removed": 1}
    assert run("lists", "update", "--force", "--project", project).exit_code == 2, (
        "no list is named"
    )


def test_what_comes_back_is_told_from_what_is_new(publisher: Publisher, project: str):
    for day, items in ((3, range(10)), (4, range(1, 10)), (5, range(11))):
        said = f"Tue, 0{day} Feb 2026 10:00:00 GMT"
        publisher.put("/ca.xml", canada(*items), last_modified=said)
        [told] = updates(project, "ca")

    assert told["changes"] == {"added": 1, "reappeared": 1}


def test_a_file_at_an_address_of_the_users_that_states_no_date_is_dated_by_its_server(
    publisher: Publisher, project: str, monkeypatch: pytest.MonkeyPatch
):
    here = f"http://127.0.0.1:{publisher.server_port}"
    monkeypatch.setenv("SAYSO_LIST_ADDRESSES", f"us-dpl={here}/dpl.txt")
    columns = "Name\tStreet_Address\tEffective_Date\tFR_Citation"
    publisher.put(
        "/dpl.txt",
        f"{columns}\nZARVAN SHIPPING\t1 Quay\t2017-10-16\t82 F.R. 1\n".encode(),
        content_type="text/plain",
        last_modified="Tue, 03 Feb 2026 10:00:00 GMT",
    )

    [told] = updates(project, "us-dpl")

    assert (told["status"], told["release"]) == ("added", "us-dpl@2026-02-03")
