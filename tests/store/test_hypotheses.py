"""Steps on hypotheses are appended to the project's file, and never changed there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.store.sqlite import open_store
from tests.ports.test_store_hypotheses import OPENED


@pytest.mark.parametrize(
    "change", ["UPDATE hypothesis_step SET record = '{}'", "DELETE FROM hypothesis_step"]
)
def test_a_step_in_the_file_can_be_neither_changed_nor_deleted(tmp_path: Path, change: str):
    path = tmp_path / "sayso.db"
    with closing(open_store(path, must_exist=False)) as store:
        store.hypotheses.add((OPENED,))
    refused = pytest.raises(sqlite3.IntegrityError, match="appended, never changed")
    with closing(sqlite3.connect(path)) as file, refused:
        file.execute(change)
    with closing(open_store(path, must_exist=True)) as store:
        assert store.hypotheses.steps() == (OPENED,)
