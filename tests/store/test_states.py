"""Records of states in a project file: guarded, logged, and quick by the hundred thousand."""

import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.store.sqlite import open_store
from tests.ports.test_store_states import keep_letter, record


def changed(path: Path, statement: str, *, guarded: bool = True) -> None:
    """Run a statement on the file as another program would."""
    connection = sqlite3.connect(path)
    if not guarded:
        for trigger in ("is_not_changed", "is_not_deleted"):
            connection.execute(f"DROP TRIGGER state_record_{trigger}")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    store = open_store(path, must_exist=False)
    store.states.add([record("sr-1"), record("sr-2", document=keep_letter(store))])
    store.close()
    return path


@pytest.mark.parametrize(
    "statement", ["UPDATE state_record SET state = 'SE'", "DELETE FROM state_record"]
)
def test_records_of_states_are_appended_and_never_changed(path: Path, statement: str):
    with pytest.raises(sqlite3.IntegrityError, match="appended, never changed"):
        changed(path, statement)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE state_record SET record = replace(record, '12.50', '99.50')", "otherwise"),
        ("UPDATE state_record SET state = 'SE' WHERE id = 'sr-1'", "otherwise"),
        ("UPDATE state_record SET document = NULL", "otherwise|not here"),
        ("UPDATE state_record SET record = 'no json'", "otherwise"),
        ("DELETE FROM state_record WHERE id = 'sr-2'", "not here any more"),
    ],
)
def test_a_record_that_somebody_changed_in_the_file_is_found(path: Path, statement: str, what: str):
    changed(path, statement, guarded=False)
    store = open_store(path, must_exist=True)
    faults = store.log.check().faults
    store.close()
    assert faults
    assert all(
        any(part in fault.what for part in what.split("|")) or "no entry" in fault.what
        for fault in faults
    )


def test_a_hundred_thousand_records_are_kept_in_seconds(tmp_path: Path):
    store = open_store(tmp_path / "sayso.db", must_exist=False)
    records = [replace(record("x"), id=f"sr-{number}") for number in range(100_000)]
    began = time.perf_counter()
    assert store.states.add(records) == 100_000
    assert time.perf_counter() - began < 30
    assert store.states.add(records) == 0
    store.close()
