"""List releases in a file: many share an entry that did not change."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sayso.errors import BadInput, BadListRelease
from sayso.model.ids import ReleaseId
from sayso.store.database import Database
from sayso.store.packing.originals import original_of
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import tiny_entry, tiny_release

ENTRIES = tuple(tiny_entry(f"QDe.{n}", f"NAME {n}", f"نام {n}") for n in range(900, 950))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with closing(open_store(tmp_path / "sayso.db", must_exist=False)) as opened:
        yield opened


@pytest.fixture
def database(tmp_path: Path, store: SqliteStore) -> Iterator[Database]:
    assert store
    with closing(Database(tmp_path / "sayso.db")) as opened:
        yield opened


def test_an_entry_that_did_not_change_is_kept_once(store: SqliteStore, database: Database):
    changed = replace(ENTRIES[0], remarks="Reviewed in 2026.")
    store.lists.add(*tiny_release("2025-04-19", *ENTRIES))
    store.lists.add(*tiny_release("2025-09-09", changed, *ENTRIES[1:]))
    store.lists.add(*tiny_release("2026-02-27", *ENTRIES))

    assert database.first(int, "SELECT count(*) FROM entry") == 51
    assert database.first(int, "SELECT count(*) FROM move") == 50 + 2 + 2
    middle = store.lists.release(ReleaseId("un@2025-09-09"))
    assert middle is not None
    assert middle.entries == (changed, *ENTRIES[1:])


def test_the_file_of_a_release_is_kept(store: SqliteStore, database: Database):
    release, original = tiny_release("2026-02-27", *ENTRIES)
    store.lists.add(release, original)

    [kept] = database.rows(
        partial(original_of, database), "SELECT record, content FROM release_original"
    )

    assert kept == original


def test_a_release_is_named_by_authority_and_day(store: SqliteStore):
    release, original = tiny_release("2026-02-27", *ENTRIES)

    with pytest.raises(BadListRelease, match=r"2026-02-27\.xml.*un@2026-02-27"):
        store.lists.add(replace(release, id=ReleaseId("february")), original)


def test_a_release_that_is_refused_leaves_nothing(store: SqliteStore, database: Database):
    store.lists.add(*tiny_release("2026-02-27", *ENTRIES))
    renamed = tuple(replace(entry, gender="x") for entry in ENTRIES)

    with pytest.raises(BadInput, match="other entries"):
        store.lists.add(*tiny_release("2026-02-27", *renamed, content=b"another file"))

    assert database.first(int, "SELECT count(*) FROM entry") == 50
    assert database.first(int, "SELECT count(*) FROM release_original") == 1


def test_an_older_file_added_late_takes_its_place_in_the_history(store: SqliteStore):
    store.lists.add(*tiny_release("2026-02-27", *ENTRIES))
    store.lists.add(*tiny_release("2025-04-19", *ENTRIES[1:]))

    history = store.lists.history(ENTRIES[0].id)

    assert history == (("un@2025-04-19", None), ("un@2026-02-27", ENTRIES[0]))
