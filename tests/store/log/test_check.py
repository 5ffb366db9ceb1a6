"""One changed byte is found, and the entry that it is in, or that tells of it, is named."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput
from sayso.model.findings import Relisting
from sayso.model.log import NO_ENTRY, LogEntry, LogKind, digest_of_parts
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.held import release as logged_release
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import (
    NOON,
    tiny_entry,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
    tiny_release,
)
from tests.ports.test_store_hypotheses import OPENED
from tests.ports.test_store_log import fill
from tests.store.writing import begin_as_before, keep_as_before

ROOT = Path(__file__).resolve().parents[3]
COLUMNS = ("kind", "about", "at", "signed", "digest", "previous", "hash")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("log") / "sayso.db"
    with closing(open_store(path, must_exist=False)) as store:
        fill(store)
        for number in range(2, 7):
            store.judgements.add(tiny_judgement(number))
    return path


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(project, tmp_path / "sayso.db"))


def tamper(path: Path, *statements: tuple[str, ...]) -> None:
    """Change a file as somebody would who does not use our program."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in found.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement, *values in statements:
            connection.execute(statement, values)
        connection.commit()


def faults(path: Path) -> list[tuple[int | None, str]]:
    with closing(open_store(path, must_exist=True)) as store:
        return [(fault.number, fault.about) for fault in store.log.check().faults]


def test_the_head_is_the_last_entrys_hash_and_that_of_none_before_there_is_one(
    copy: Path, tmp_path: Path
):
    with closing(open_store(copy, must_exist=True)) as store:
        assert store.log.head() == store.log.entries()[-1].hash == store.log.check().head
        before = store.log.head()
        store.judgements.add(tiny_judgement(7))
        assert store.log.head() != before
    with closing(open_store(tmp_path / "new.db", must_exist=False)) as store:
        assert store.log.head() == store.log.check().head == NO_ENTRY


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(number=st.integers(1, 12), column=st.sampled_from(COLUMNS), flipped=st.integers(0, 9999))
def test_one_changed_byte_of_any_entry_names_that_entry_and_no_other(
    project: Path, number: int, column: str, flipped: int
):
    path = Path(shutil.copy(project, project.with_name("changed.db")))
    with closing(sqlite3.connect(path)) as connection:
        query = f"SELECT CAST({column} AS BLOB) FROM log WHERE number = ?"  # noqa: S608  # ours
        [content] = connection.execute(query, (number,)).fetchone()
    changed = bytearray(content or b"?")
    changed[flipped % len(changed)] ^= 1 << flipped % 8
    write = f"UPDATE log SET {column} = CAST(? AS TEXT) WHERE number = ?"  # noqa: S608  # ours
    tamper(path, (write, bytes(changed), number))

    assert [fault for fault, _ in faults(path)] == [number]


def test_a_byte_that_is_changed_in_the_file_itself_names_its_entry(copy: Path):
    with closing(open_store(copy, must_exist=True)) as store:
        target = store.log.entries()[7]
    raw = copy.read_bytes()
    at = raw.rindex(target.digest.encode())
    copy.write_bytes(raw[:at] + (b"0" if raw[at : at + 1] != b"0" else b"1") + raw[at + 1 :])
    assert faults(copy) == [(8, target.about)]


@pytest.mark.parametrize("slot", ["accept", "A. Clerk", "the wording agrees", "f-1"])
def test_a_judgement_that_was_changed_is_named_by_its_entry(copy: Path, slot: str):
    change = "UPDATE judgement SET record = replace(record, ?, 'x') WHERE id = 'j-3'"
    tamper(copy, (change, slot))
    assert faults(copy) == [(9, "j-3")]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("DELETE FROM judgement WHERE id = 'j-3'", [(9, "j-3")]),
        ("UPDATE judgement SET record = '{' WHERE id = 'j-3'", [(9, "j-3")]),
        ("DELETE FROM log WHERE number = 9", [(9, ""), (None, "j-3")]),
        (
            "INSERT INTO judgement SELECT 99, 'j-99', about, record FROM judgement LIMIT 1",
            [(None, "j-99")],
        ),
    ],
)
def test_what_is_taken_away_or_slipped_in_is_named(
    copy: Path, statement: str, expected: list[tuple[int | None, str]]
):
    tamper(copy, (statement,))
    assert faults(copy) == expected


def test_a_changed_text_or_file_of_a_document_is_named(copy: Path):
    with closing(open_store(copy, must_exist=True)) as store:
        second = store.documents.documents()[0].id
    tamper(copy, ("UPDATE content SET text = replace(text, 'Памир', 'Kabul')",))
    assert faults(copy) == [(2, second)]
    tamper(copy, ("UPDATE original SET content = x'00'",))
    assert faults(copy) == [(2, second)]


@pytest.mark.parametrize(
    ("table", "column", "number"),
    [
        ("addition", "at", 2),
        ("original", "record", 2),
        ("content", "record", 2),
        ("content", "remarks", 2),
        ("passage", "record", 2),
        ("passage", "text", 2),
        ("reading", "extraction", 2),
        ("reading", "listings", 2),
        ("claim", "record", 2),
        ("claim", "factuality", 2),
        ("description", "record", 4),
        ("release", "record", 5),
        ("release_original", "record", 5),
        ("entry", "record", 5),
        ("hypothesis_step", "record", 13),
        ("relisting", "record", 14),
    ],
)
def test_a_byte_changed_in_any_row_is_found_and_its_entry_is_named(
    copy: Path, table: str, column: str, number: int
):
    with closing(open_store(copy, must_exist=True)) as store:
        store.hypotheses.add((OPENED,))
        held = store.documents.documents()[0].id
        store.documents.relist(Relisting(document_id=held, listings=(), at=NOON))
        told = [entry.about for entry in store.log.entries()]
    of_held = "document = (SELECT document FROM content)"
    where = f" WHERE {of_held}" if table in {"addition", "claim", "passage"} else ""
    with closing(sqlite3.connect(copy)) as connection:
        query = f"SELECT CAST({column} AS BLOB) FROM {table}{where}"  # noqa: S608  # ours
        [content] = connection.execute(query).fetchone()
    changed = bytearray(content)
    changed[len(changed) // 2] ^= 1
    write = f"UPDATE {table} SET {column} = CAST(? AS TEXT){where}"  # noqa: S608  # ours
    tamper(copy, (write, bytes(changed)))
    assert (number, told[number - 1]) in faults(copy)


def test_what_was_logged_before_the_log_told_of_claims_and_entries_is_covered_from_now_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path, intake = tmp_path / "sayso.db", tiny_intake("Ghazni is quiet.")
    release, original = tiny_release("2026-02-27", tiny_entry("QDe.901", "SARBAND FRONT"))
    words = digest_of_parts((intake.document.text,))
    names = digest_of_parts((release.id, release.document_id, "un:QDe.901"))
    monkeypatch.setattr("sayso.store.documents.digest_of_document", lambda *_: words)
    monkeypatch.setattr("sayso.store.hypotheses.steps.append", lambda *_: None)
    database = Database(path)
    begin_as_before(database, 6)
    with closing(SqliteStore(database)) as old:
        old.documents.add(intake, tiny_extraction(intake), ())
        keep_as_before(database, release, original)
        append(database, logged_release(release, names))
        old.hypotheses.add((OPENED,))
        database.run("DROP TABLE relisting")
        database.run("PRAGMA user_version = 5")
    monkeypatch.undo()

    with closing(open_store(path, must_exist=True)) as new:
        assert [entry.kind for entry in new.log.entries()] == [
            *(LogKind.ADDITION, LogKind.RELEASE),
            *(LogKind.CONTENTS, LogKind.CONTENTS, LogKind.STEP),
        ]
        assert new.log.check().faults == ()
    numbers = {entry.about: entry.number for entry in _entries(path)[2:4]}
    tamper(path, ("UPDATE claim SET record = replace(record, 'a', 'b')",))
    assert faults(path) == [(numbers[intake.document.id], intake.document.id)]
    tamper(path, ("UPDATE entry SET record = replace(record, 'SARBAND', 'ZARVAN')",))
    assert (numbers[release.id], release.id) in faults(path)


def _entries(path: Path) -> tuple[LogEntry, ...]:
    with closing(open_store(path, must_exist=True)) as store:
        return store.log.entries()


@pytest.mark.parametrize(
    ("column", "value"), [("kind", b"additiom"), ("signed", b"A. Cl\xe5rk"), ("about", b"\xff")]
)
def test_a_log_with_one_byte_changed_cannot_be_shown_and_says_so(
    copy: Path, column: str, value: bytes
):
    write = f"UPDATE log SET {column} = CAST(? AS TEXT) WHERE number = 2"  # noqa: S608  # ours
    tamper(copy, (write, value))
    with (
        closing(open_store(copy, must_exist=True)) as store,
        pytest.raises(BadInput, match=r"sayso\.db.*(changed|damaged)"),
    ):
        store.log.entries()
    assert [number for number, _ in faults(copy)] == [2]


def test_entries_cut_off_at_the_end_are_told_by_a_head_that_was_noted(copy: Path):
    with closing(open_store(copy, must_exist=True)) as store:
        head = store.log.check().head
    tamper(
        copy,
        ("DELETE FROM log WHERE number = 12",),
        ("DELETE FROM judgement WHERE id = 'j-6'",),
    )
    with closing(open_store(copy, must_exist=True)) as store:
        assert store.log.check().faults == ()
        [fault] = store.log.check(head).faults
    assert "taken away" in fault.what


def test_a_project_from_before_the_log_gets_one_of_all_that_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for module in ("documents", "judgements"):
        monkeypatch.setattr(f"sayso.store.{module}.append", lambda *_: None)
    database = Database(tmp_path / "sayso.db")
    begin_as_before(database, 3)
    intake, gone = tiny_intake("Ghazni is quiet."), tiny_intake("Kunar is not.")
    with closing(SqliteStore(database)) as old:
        for one in (intake, gone):
            old.documents.add(one, tiny_extraction(one), ())
        keep_as_before(
            database, *tiny_release("2026-02-27", tiny_entry("QDe.901", "SARBAND FRONT"))
        )
        database.run(
            "INSERT INTO judgement (id, about, record) VALUES ('j-1', 'f-1', ?)",
            '{"id":"j-1","about":"f-1","verdict":"accept","reason":"seen","by":"A. Clerk",'
            '"at":"2026-03-01T12:00:00+00:00","other":null}',
        )
    monkeypatch.undo()

    with closing(open_store(tmp_path / "sayso.db", must_exist=True)) as new:
        [judgement] = new.judgements.judgements()
        assert (judgement.changes, judgement.basis) == ((), ())
        check = new.log.check()
        assert (check.entries, check.faults) == (4, ())


def test_two_reviewers_at_once_lose_nothing_and_break_no_chain(tmp_path: Path):
    path = tmp_path / "sayso.db"
    open_store(path, must_exist=False).close()
    program = (
        "import sys; from pathlib import Path; from dataclasses import replace;"
        "from sayso.store.sqlite import open_store; from tests.fakes import tiny_judgement\n"
        "store = open_store(Path(sys.argv[1]), must_exist=True)\n"
        "for n in range(25):\n"
        "    store.judgements.add(replace(tiny_judgement(n), id=f'{sys.argv[2]}-{n}'))\n"
    )
    search = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    reviewers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(path), name],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": search},
        )
        for name in ("ada", "bahram")
    ]
    assert [reviewer.wait(timeout=60) for reviewer in reviewers] == [0, 0]
    with closing(open_store(path, must_exist=True)) as store:
        assert len(store.judgements.judgements()) == 50
        check = store.log.check()
    assert (check.entries, check.faults) == (50, ())
