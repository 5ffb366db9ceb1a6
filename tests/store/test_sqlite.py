"""A project file survives kills, crowds and bad disks, and says what is wrong with it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Timer

import pytest

from sayso.errors import BadInput, NotFound, SaysoError, Unavailable
from sayso.model.findings import Record
from sayso.store.database import Database
from sayso.store.schema import migrate
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import tiny_extraction, tiny_intake, tiny_judgement, tiny_release
from tests.store import writing

ROOT = Path(__file__).resolve().parent.parent.parent
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def writer(path: Path, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writing", str(path), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
        stdout=subprocess.PIPE,
        text=True,
    )


def killed(path: Path, task: str, statement: str, times: int) -> bool:
    """Say whether a process that does the task was killed at its statement."""
    with writer(path, task, statement, str(times)) as process:
        return process.wait(timeout=30) == -signal.SIGKILL


def add(store: SqliteStore, text: str) -> bool:
    intake = tiny_intake(text)
    return store.documents.add(intake, tiny_extraction(intake), ())


def faults_of(path: Path) -> list[object]:
    """Give what SQLite finds wrong with a file, and whether index and passages agree."""
    with closing(sqlite3.connect(path)) as connection:
        words = "INSERT INTO passage_words (passage_words, rank) VALUES ('integrity-check', 1)"
        connection.execute(words)
        [[sound]] = connection.execute("PRAGMA integrity_check").fetchall()
        foreign = connection.execute("PRAGMA foreign_key_check").fetchall()
        return [fault for fault in (sound, *foreign) if fault != "ok"]


# Killed in the middle

ADDING = ["INSERT INTO document", "INSERT INTO original", "INSERT INTO content"]
ADDING += ["INSERT INTO passage_words", "INSERT INTO reading", "INSERT INTO claim", "COMMIT"]


@pytest.mark.parametrize(
    ("statement", "times"), [*((s, 1) for s in ADDING), ("INSERT INTO claim", 399)]
)
def test_a_process_killed_while_adding_leaves_whole_records_only(
    path: Path, statement: str, times: int
):
    with closing(open_store(path, must_exist=False)) as store:
        add(store, "Kept before.")

    assert killed(path, "add", statement, times)

    with closing(open_store(path, must_exist=True)) as store:
        assert [d.text for d in store.documents.documents()] == ["Kept before."]
        assert store.documents.search("sarband", 5) == ()
        assert writing.add_report(store)
        assert_whole(store.documents.record(writing.REPORT.document.id))
    assert faults_of(path) == []


def assert_whole(record: Record | None) -> None:
    assert record is not None
    assert record.passages == writing.REPORT.passages
    assert record.extraction == tiny_extraction(writing.REPORT)
    assert len(record.listings) == 1


@pytest.mark.parametrize(
    ("statement", "times"), [("INSERT INTO passage ", 200), ("INSERT INTO passage_words", 1)]
)
def test_a_process_killed_while_beginning_a_project_leaves_one_that_can_be_used(
    path: Path, statement: str, times: int
):
    assert killed(path, "add", statement, times)

    with closing(open_store(path, must_exist=True)) as store:
        assert store.documents.documents() == ()
        assert writing.add_report(store)
    assert faults_of(path) == []


@pytest.mark.parametrize(
    ("statement", "times"), [("CREATE TABLE", 5), ("PRAGMA user_version =", 1)]
)
def test_a_process_killed_while_making_the_tables_leaves_a_file_that_opens(
    path: Path, statement: str, times: int
):
    assert killed(path, "add", statement, times)

    with closing(open_store(path, must_exist=True)) as store:
        assert writing.add_report(store)
    assert faults_of(path) == []


@pytest.mark.parametrize(
    ("statement", "times"),
    [("INSERT INTO release", 1), ("INSERT OR IGNORE INTO entry", 40), ("INSERT INTO move", 20)],
)
def test_a_process_killed_while_adding_a_list_leaves_the_previous_release(
    path: Path, statement: str, times: int
):
    with closing(open_store(path, must_exist=False)) as store:
        before, original = tiny_release("2025-04-19", *writing.RELEASE.entries[:50])
        store.lists.add(before, original)

    assert killed(path, "lists", statement, times)

    with closing(open_store(path, must_exist=True)) as store:
        assert store.lists.in_force("un", "2026-12-31") == before
        assert writing.add_release(store)
        assert store.lists.in_force("un", "2026-12-31") == writing.RELEASE
    assert faults_of(path) == []


@pytest.mark.parametrize("statement", ["DELETE FROM passage", "DELETE FROM original", "COMMIT"])
def test_a_process_killed_while_erasing_has_erased_nothing(path: Path, statement: str):
    with closing(open_store(path, must_exist=False)) as store:
        writing.add_report(store)

    assert killed(path, "erase", statement, 1)

    with closing(open_store(path, must_exist=True)) as store:
        assert_whole(store.documents.record(writing.REPORT.document.id))
        assert store.documents.erasures() == ()
        writing.erase_report(store)
    assert faults_of(path) == []


def test_a_process_killed_after_an_erasure_is_done_leaves_it_done(path: Path):
    with closing(open_store(path, must_exist=False)) as store:
        writing.add_report(store)

    assert killed(path, "erase", "PRAGMA wal_checkpoint", 1)

    with closing(open_store(path, must_exist=True)) as store:
        assert not store.documents.holds(writing.REPORT.document.id)
        assert len(store.documents.erasures()) == 1


# Many at once


def test_processes_that_begin_a_project_and_add_at_once_lose_and_double_nothing(path: Path):
    names = ["First", "Second", "Third"]
    writers = [writer(path, "add_many", name) for name in names]
    path.with_name("go").touch()

    added = [int(one.communicate(timeout=60)[0]) for one in writers]

    assert sum(added) == 10 + 10 * len(names)
    with closing(open_store(path, must_exist=True)) as store:
        texts = [document.text for document in store.documents.documents()]
        assert len(texts) == len(set(texts)) == 40
        assert len(list(store.documents.records())) == 40
    assert faults_of(path) == []


def test_a_project_that_another_is_just_beginning_is_waited_for(path: Path):
    open_store(path, must_exist=False).close()
    with closing(sqlite3.connect(path, check_same_thread=False, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        done = Timer(0.2, other.rollback)
        done.start()

        with closing(open_store(path, must_exist=True)) as store:
            assert add(store, "Ghazni is quiet.")
        done.join()


def test_one_store_sees_at_once_what_another_has_added(path: Path):
    with (
        closing(open_store(path, must_exist=False)) as one,
        closing(open_store(path, must_exist=True)) as other,
    ):
        before = other.version()
        add(one, "Ghazni is quiet.")

        assert other.version() == one.version() != before
        assert len(other.documents.search("ghazni", 5)) == 1


def test_threads_of_one_process_take_turns(path: Path):
    with closing(open_store(path, must_exist=False)) as store, ThreadPoolExecutor(4) as threads:
        added = list(threads.map(lambda n: add(store, f"Document {n % 10}."), range(20)))

        assert sum(added) == 10
        assert len(store.documents.documents()) == 10


def test_a_reader_keeps_its_view_while_another_writes(path: Path):
    with (
        closing(open_store(path, must_exist=False)) as store,
        closing(open_store(path, must_exist=True)) as other,
    ):
        for name in ("one", "two", "three"):
            add(store, f"Document {name}.")
        records = store.documents.records()
        first = next(iter(records))
        add(other, "Document four.")

        rest = [record.document.text for record in records]

        assert [first.document.text, *rest][:3] == [
            f"Document {n}." for n in ("one", "two", "three")
        ]


# What is wrong is told


def told(path: Path, open_it: Callable[[], object], error: type[SaysoError], words: str) -> None:
    with pytest.raises(error, match=words) as raised:
        open_it()
    assert str(path) in str(raised.value)


def test_a_project_that_must_exist_and_does_not_is_named_with_the_next_step(path: Path):
    told(path, lambda: open_store(path, must_exist=True), NotFound, "sayso add")
    assert not path.exists()


def test_a_project_is_begun_with_its_folders(tmp_path: Path):
    path = tmp_path / "a" / "b" / "sayso.db"
    open_store(path, must_exist=False).close()
    assert path.is_file()


@pytest.mark.parametrize(
    "content", [b"Dear reader, this is a text file, not a project.\n" * 99, b"x"]
)
def test_a_file_that_is_no_project_is_refused_and_left_as_it_is(path: Path, content: bytes):
    path.write_bytes(content)

    told(path, lambda: open_store(path, must_exist=False), BadInput, "not a Sayso project")

    assert path.read_bytes() == content


def test_the_file_of_another_program_is_refused_and_left_as_it_is(path: Path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (address TEXT)")
    before = path.read_bytes()

    told(path, lambda: open_store(path, must_exist=False), BadInput, "another program's")

    assert path.read_bytes() == before


def test_a_damaged_project_is_told_with_its_name(path: Path):
    with closing(open_store(path, must_exist=False)) as store:
        writing.add_report(store)
    pages = bytearray(path.read_bytes())
    pages[4096 * 6 :] = os.urandom(len(pages) - 4096 * 6)
    path.write_bytes(pages)

    def read() -> None:
        with closing(open_store(path, must_exist=True)) as store:
            list(store.documents.records())
            store.documents.search("sarband", 5)

    told(path, read, BadInput, "damaged")


def test_a_record_that_does_not_fit_is_told_with_the_file(path: Path):
    with closing(open_store(path, must_exist=False)) as store:
        Database(path).run("INSERT INTO judgement VALUES (1, 'j-1', 'f-1', '{}')")

        told(path, store.judgements.judgements, BadInput, "Judgement: missing fields")


@contextmanager
def limited(path: Path, limit: str) -> Iterator[SqliteStore]:
    """Give a store that works under a limit of SQLite's."""
    database = Database(path)
    migrate(database)
    database.settle()
    database.run(f"PRAGMA {limit}")
    with closing(SqliteStore(database)) as store:
        yield store


def test_a_full_disk_keeps_nothing_of_the_document_and_all_that_was_before(path: Path):
    with closing(open_store(path, must_exist=False)) as store:
        add(store, "Kept before.")
        free = Database(path).first(int, "PRAGMA freelist_count") or 0
        pages = path.stat().st_size // 4096 - free

    with limited(path, f"max_page_count = {pages + 4}") as store:
        told(path, lambda: writing.add_report(store), Unavailable, "report.txt was not kept.*room")
        told(path, lambda: writing.add_release(store), Unavailable, "un@2026-02-27 was not kept")
        assert [d.text for d in store.documents.documents()] == ["Kept before."]
        assert add(store, "This is short.")

    with closing(open_store(path, must_exist=True)) as store:
        assert writing.add_report(store)
    assert faults_of(path) == []


def test_a_project_that_another_program_holds_is_told_after_a_while(path: Path):
    open_store(path, must_exist=False).close()
    holder = Database(path)

    with limited(path, "busy_timeout = 20") as store, holder.writing("something long"):
        told(path, lambda: add(store, "Late."), Unavailable, "another program")
        assert store.documents.documents() == ()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be somebody whom file permissions hold."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_read_only_file_can_be_read_and_says_that_it_cannot_be_written(open_folder: Path):
    path = open_folder / "sayso.db"
    with closing(open_store(path, must_exist=False)) as store:
        add(store, "Ghazni is quiet.")
    path.chmod(0o444)
    open_folder.chmod(0o777)

    with ordinary_user(), closing(open_store(path, must_exist=True)) as store:
        assert len(store.documents.search("ghazni", 5)) == 1
        told(path, lambda: add(store, "New."), Unavailable, "report.txt was not kept.*writable")
        told(path, lambda: store.judgements.add(tiny_judgement(1)), Unavailable, "writable")


def test_a_project_in_a_read_only_folder_can_be_read_as_it_stands(open_folder: Path):
    path = open_folder / "sayso.db"
    with closing(open_store(path, must_exist=False)) as store:
        add(store, "Ghazni is quiet.")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    inside = open_folder / "deeper" / "sayso.db"
    beside = open_folder / "other.db"

    with ordinary_user(), closing(open_store(path, must_exist=True)) as store:
        assert len(store.documents.search("ghazni", 5)) == 1
        told(path, lambda: add(store, "New."), Unavailable, "report.txt was not kept.*writable")
        told(path, lambda: open_store(path, must_exist=False), Unavailable, "folder writable")
        told(inside, lambda: open_store(inside, must_exist=False), Unavailable, "writable")
        told(beside, lambda: open_store(beside, must_exist=False), Unavailable, "may write there")


def test_a_read_only_project_with_a_journal_left_over_is_not_read_without_it(open_folder: Path):
    path = open_folder / "sayso.db"
    with closing(open_store(path, must_exist=False)) as store:
        add(store, "Ghazni is quiet.")
        for file in (path, path.with_name("sayso.db-wal")):
            shutil.copy(file, file.with_name(file.name.replace("sayso", "copy")))
    copy = open_folder / "copy.db"
    open_folder.chmod(0o555)

    with ordinary_user():
        told(copy, lambda: open_store(copy, must_exist=True), Unavailable, "may write there")


def test_a_folder_where_the_file_should_be_is_told(path: Path):
    path.mkdir()
    told(path, lambda: open_store(path, must_exist=False), Unavailable, "cannot be opened")
    below = path / "sayso.db" / "sayso.db"
    path.joinpath("sayso.db").touch()
    told(below, lambda: open_store(below, must_exist=False), Unavailable, "--project")
