"""An old project becomes a new one whole or stays as it is; a newer one is refused."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sayso.errors import BadInput, Unavailable
from sayso.model.documents import Erasure
from sayso.model.ids import ReleaseId
from sayso.store.database import Database
from sayso.store.schema import STEPS, migrate
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import (
    NOON,
    tiny_entry,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
    tiny_release,
)
from tests.store.writing import begin_as_before, keep_as_before

NEXT = (
    "ALTER TABLE judgement ADD COLUMN other TEXT",
    "CREATE INDEX judgement_by_other ON judgement (other)",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def version(path: Path) -> int | None:
    with closing(Database(path)) as database:
        return database.first(int, "PRAGMA user_version")


def test_an_old_project_is_brought_to_the_new_schema_with_all_that_it_holds(path: Path):
    intake = tiny_intake("Ghazni is quiet.")
    with closing(open_store(path, must_exist=False)) as old:
        old.documents.add(intake, tiny_extraction(intake), ())
        old.judgements.add(tiny_judgement(1))

    database = Database(path)
    migrate(database, [*STEPS, NEXT])
    with closing(SqliteStore(database)) as new:
        assert new.documents.documents() == (intake.document,)
        assert new.judgements.judgements() == (tiny_judgement(1),)
        assert database.rows(str, "SELECT coalesce(other, '-') FROM judgement") == ["-"]
    assert version(path) == len(STEPS) + 1


def test_an_empty_file_becomes_a_project(path: Path):
    path.touch()
    open_store(path, must_exist=True).close()
    assert version(path) == len(STEPS)


def test_a_step_that_fails_leaves_the_old_schema_whole(path: Path):
    open_store(path, must_exist=False).close()
    with closing(Database(path)) as database:
        database.run("VACUUM")
        database.run("PRAGMA max_page_count = 1")  # no room for the index

        with pytest.raises(Unavailable, match="the new schema was not kept"):
            migrate(database, [*STEPS, NEXT])

        columns = database.rows(lambda _, name, *__: name, "PRAGMA table_info(judgement)")
    assert "other" not in columns
    assert version(path) == len(STEPS)
    open_store(path, must_exist=True).close()


def test_a_project_of_a_newer_program_is_refused_with_both_versions(path: Path):
    with closing(Database(path)) as database:
        migrate(database, [*STEPS, NEXT])
    before = path.read_bytes()

    with pytest.raises(BadInput, match=rf"schema {len(STEPS) + 1}.*knows up to {len(STEPS)}"):
        open_store(path, must_exist=True)

    assert path.read_bytes() == before


def test_a_project_that_is_up_to_date_is_not_written_when_it_is_opened(path: Path):
    open_store(path, must_exist=False).close()
    before = path.read_bytes()

    open_store(path, must_exist=True).close()

    assert path.read_bytes() == before


#: Tables that came after the first schema; those that others refer to last.
LATER = (
    *("addition", "log", "hypothesis_step", "relisting", "standing", "move", "piece"),
    *("told_alert", "customer", "customer_set", "screening", "state_record", "annotation"),
)


def take_back(path: Path) -> None:
    """Make a project file one of schema 1: readings without accounts, no times of adding."""
    with closing(Database(path)) as database:
        database.run("DROP TRIGGER reading_is_not_changed")
        database.run("UPDATE reading SET extraction = json_remove(extraction, '$.accounts')")
        database.run(
            "CREATE TRIGGER reading_is_not_changed BEFORE UPDATE ON reading BEGIN "
            "SELECT RAISE(ABORT, 'changed'); END"
        )
        for table in LATER:
            database.run(f"DROP TABLE {table}")
        database.run("PRAGMA user_version = 1")


def test_a_document_that_was_read_before_there_were_accounts_has_none(path: Path):
    intake = tiny_intake("Ghazni is quiet.")
    with closing(open_store(path, must_exist=False)) as old:
        old.documents.add(intake, tiny_extraction(intake), ())
    take_back(path)

    with closing(open_store(path, must_exist=True)) as new:
        record = new.documents.record(intake.document.id)
        assert record is not None
        assert record.extraction == tiny_extraction(intake)
    with (
        closing(Database(path)) as migrated,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        migrated.run("UPDATE reading SET extraction = ''")


def test_what_was_added_before_times_were_kept_is_known_since_it_was_surely_here(path: Path):
    held, next_one, last = (tiny_intake(f"Kunar report {n}.") for n in range(3))
    gone, gone_last = tiny_intake("Erased."), tiny_intake("Erased last.")
    later = NOON + timedelta(days=1)
    next_one = replace(next_one, original=replace(next_one.original, retrieved=later))
    next_one = replace(next_one, document=replace(next_one.document, retrieved=later))
    with closing(open_store(path, must_exist=False)) as old:
        for intake in (held, gone, next_one, last, gone_last):
            old.documents.add(intake, tiny_extraction(intake), ())
        for day, intake in ((9, gone), (3, gone_last)):
            at = NOON + timedelta(days=day)
            old.documents.erase(
                Erasure(document_id=intake.document.id, reason="safety", by="A. Clerk", at=at)
            )
    take_back(path)

    with closing(open_store(path, must_exist=True)) as new:
        known = {a.document_id: a.at for a in new.documents.additions()}
    assert [known[i.document.id] for i in (held, gone, next_one, last, gone_last)] == [
        NOON,
        NOON,  # the last one was here by then
        later,
        NOON,
        NOON + timedelta(days=3),
    ]


def test_a_list_of_an_old_project_can_go_back_to_the_file_of_before(path: Path):
    first, original = tiny_release("2024-01-01", tiny_entry("QDe.901", "SARBAND FRONT"))
    with closing(Database(path)) as database:
        begin_as_before(database, 6)
        keep_as_before(database, first, original)
        keep_as_before(database, *tiny_release("2025-01-01", tiny_entry("QDe.902", "ZARVAN ARMY")))
    again = replace(first, id=ReleaseId("un@2026-01-01"), published="2026-01-01")

    with closing(open_store(path, must_exist=True)) as new:
        assert new.lists.add(again, original)
        held = new.lists.release(again.id)
    assert held is not None
    assert held.entries == first.entries
    with (
        closing(Database(path)) as migrated,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        migrated.run("DELETE FROM release")


def test_the_releases_of_an_old_project_keep_their_entries_order_and_history(path: Path):
    zarvan, kohdast, sarband = (
        tiny_entry(f"QDe.{n}", name)
        for n, name in ((903, "ZARVAN FRONT"), (902, "KOHDAST MOVEMENT"), (901, "SARBAND FRONT"))
    )
    renamed = tiny_entry("QDe.903", "ZARVAN ARMY")
    old = {
        "2024-01-01": (zarvan, kohdast),
        "2023-01-01": (kohdast,),
        "2025-01-01": (renamed, sarband),
    }
    with closing(Database(path)) as database:
        begin_as_before(database, 6)
        for day, entries in old.items():
            keep_as_before(database, *tiny_release(day, *entries))

    with closing(open_store(path, must_exist=True)) as new:
        for day, entries in old.items():
            held = new.lists.release(ReleaseId(f"un@{day}"))
            assert held is not None
            assert held.entries == tiny_release(day, *entries)[0].entries
        new.lists.add(*tiny_release("2026-01-01", sarband, kohdast))
        steps = {
            entry.id: [e for _, e in new.lists.history(entry.id)] for entry in (zarvan, kohdast)
        }
        assert steps == {
            zarvan.id: [None, zarvan, renamed, None],
            kohdast.id: [kohdast, kohdast, None, kohdast],
        }
        assert new.lists.first_stated(ReleaseId("un@2025-01-01")) == {renamed.id, sarband.id}
        assert new.lists.seen_before("un", "2024-01-01") == {kohdast.id}
