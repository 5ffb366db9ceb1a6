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

from sayso.store.database import Database
from sayso.store.schema import STEPS, migrate
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import tiny_entry, tiny_extraction, tiny_intake, tiny_judgement, tiny_release
from tests.ports.test_store_log import fill
from tests.store.writing import keep_as_before

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
    migrate(database, STEPS[:3])
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
