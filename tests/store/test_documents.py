"""Documents in a file: nothing rewrites them, erased words leave the file, adding is quick."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadInput, Unavailable
from sayso.model.claims import Extraction
from sayso.model.documents import Description, Erasure, Intake
from sayso.model.findings import Annotation, Relisting
from sayso.model.hypotheses import Act, QuestionId, Step, StepId
from sayso.model.screenings import Run, RunKind
from sayso.store.database import Database
from sayso.store.schema import migrate
from sayso.store.sqlite import SqliteStore, open_store
from tests.fakes import (
    NOON,
    tiny_entry,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
    tiny_listing,
    tiny_release,
)
from tests.ports.test_store_states import record

HIDDEN = "Yusufzada Quendrix hid in زرناوه with Жданкович."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    with closing(open_store(path, must_exist=False)) as opened:
        yield opened


def add(store: SqliteStore, intake: Intake) -> Intake:
    extraction = tiny_extraction(intake)
    assert store.documents.add(intake, extraction, (tiny_listing(extraction),))
    return intake


def title(intake: Intake, words: str) -> Description:
    return Description(
        document_id=intake.document.id, about="title", value=words, by="A. Clerk", at=NOON
    )


def erasure(intake: Intake) -> Erasure:
    return Erasure(document_id=intake.document.id, reason="safety", by="A. Clerk", at=NOON)


def bytes_on_disk(path: Path) -> bytes:
    """Give all that lies in the project's folder, in lower case."""
    return b"".join(f.read_bytes() for f in sorted(path.parent.iterdir())).lower()


WORDS = [word.encode() for word in ("quendrix", "yusufzada", "زرناوه", "Жданкович", "жданкович")]


def test_erased_words_are_no_longer_in_the_file_nor_in_its_journal(path: Path, store: SqliteStore):
    for number in range(30):
        add(store, tiny_intake(f"Ordinary words, number {number}."))
    intake = add(store, tiny_intake(HIDDEN, publisher="Quendrix Post", title="A safe title"))
    store.documents.describe(title(intake, "Quendrix"))
    store.documents.describe(title(intake, "A safer title"))
    for number in range(30):
        add(store, tiny_intake(f"Zzz later words, number {number}."))
    before = bytes_on_disk(path)
    assert all(word in before for word in WORDS)  # Unpacked, so that they could be found

    store.documents.erase(erasure(intake))

    after = bytes_on_disk(path)
    assert [word.decode() for word in WORDS if word in after] == []
    assert b"a safer title" in after
    assert len(store.documents.search("words", 99)) == 60


def test_erased_bytes_are_no_longer_in_the_file(path: Path, store: SqliteStore):
    intake = tiny_intake("Short.")
    noise = bytes(range(256)) * 3
    packed = replace(intake, original=replace(intake.original, content=noise))
    add(store, packed)
    [kept] = Database(path).rows(bytes, "SELECT content FROM original")
    assert kept.lower() in bytes_on_disk(path)

    store.documents.erase(erasure(packed))

    assert kept.lower() not in bytes_on_disk(path)


def test_an_erasure_beside_a_reader_is_done_and_says_what_is_left_to_do(path: Path):
    open_store(path, must_exist=False).close()
    database, reader = Database(path), Database(path)
    migrate(database)
    database.settle()
    database.run("PRAGMA busy_timeout = 20")
    with closing(SqliteStore(database)) as store, closing(reader):
        intake = add(store, tiny_intake(HIDDEN))
        with reader.reading():
            reader.rows(str, "SELECT text FROM content")
            with pytest.raises(Unavailable, match=r"done, but.*sayso\.db-wal.*close"):
                store.documents.erase(erasure(intake))
        assert not store.documents.holds(intake.document.id)

    assert b"quendrix" not in bytes_on_disk(path)


def test_a_refusal_of_erased_bytes_names_the_title_the_day_the_person_and_the_reason(
    store: SqliteStore,
):
    intake = add(store, tiny_intake(HIDDEN, title="A list of sources"))
    store.documents.erase(erasure(intake))

    with pytest.raises(BadInput) as raised:
        store.documents.add(intake, tiny_extraction(intake), ())

    assert all(
        word in str(raised.value)
        for word in ("A list of sources", "2026-03-01", "A. Clerk", "safety")
    )


def fill(store: SqliteStore) -> None:
    """Put at least one row into every table."""
    intake = add(store, tiny_intake("Ghazni is quiet."))
    store.documents.describe(title(intake, "Quiet"))
    store.documents.relist(Relisting(document_id=intake.document.id, listings=(), at=NOON))
    gone = add(store, tiny_intake("Nimroz is not."))
    store.documents.erase(erasure(gone))
    store.lists.add(*tiny_release("2026-02-27", tiny_entry("QDe.901", "SARBAND FRONT")))
    store.judgements.add(tiny_judgement(1))
    step = Step(
        id=StepId("s-1"),
        question=QuestionId("q-1"),
        act=Act.OPEN,
        by="A. Clerk",
        at=NOON,
        words="Is the Zarvan Front a group of its own?",
    )
    store.hypotheses.add([step])
    run = Run(id="s-1", kind=RunKind.NAME, at=NOON, by="", about="", releases=(), engine="sayso 1")
    store.screenings.log(run)
    store.states.add([record("sr-1")])
    marked = Extraction(document_id=intake.document.id, extractor="INCEpTION")
    store.annotations.add(
        Annotation(document_id=intake.document.id, extraction=marked, origin="a.xmi", at=NOON)
    )


#: Who is a customer today, and what was told of them, is no record: people may ask to be taken out.
REMOVABLE = {"customer_set", "customer", "told_alert"}


def tables(database: Database) -> list[str]:
    found = database.rows(str, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for name in found if not name.startswith(("passage_words", "sqlite_"))]


def test_no_statement_changes_or_deletes_a_record(path: Path, store: SqliteStore):
    fill(store)
    with closing(Database(path)) as database:
        database.run("INSERT INTO seen VALUES (1, 0, 1)")  # as before schema 7
        assert len(tables(database)) == 26
        for table in set(tables(database)) - REMOVABLE:
            [column, *_] = database.rows(lambda _, name, *__: name, f"PRAGMA table_info({table})")
            for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608  # our own tables
                with pytest.raises(sqlite3.IntegrityError, match=f"{table}: records are appended"):
                    database.run(statement)


def test_the_bytes_are_packed_and_damage_to_them_is_told(path: Path, store: SqliteStore):
    text = "The same words again and again. " * 3000
    intake = add(store, tiny_intake(text))
    with closing(Database(path)) as database:
        assert database.first(int, "SELECT length(content) FROM original") < len(text) / 20
        database.run("DROP TRIGGER original_is_not_changed")
        database.run("UPDATE original SET content = x'00'")

    with pytest.raises(BadInput, match=r"sayso\.db.*damaged"):
        store.documents.original(intake.document.id)


def test_what_the_reader_remarked_is_kept(path: Path, store: SqliteStore):
    add(store, replace(tiny_intake("Page 1."), remarks=("page 4 has no text layer",)))

    with closing(Database(path)) as database:
        assert database.rows(str, "SELECT remarks FROM content") == ['["page 4 has no text layer"]']


def test_a_text_in_which_two_documents_have_claims_of_the_same_id_is_kept(store: SqliteStore):
    intake, other = tiny_intake("Ghazni."), tiny_intake("Nimroz.")
    [claim] = tiny_extraction(other).claims
    [first] = tiny_extraction(intake).claims
    twin = replace(tiny_extraction(other), claims=(replace(claim, id=first.id),))
    add(store, intake)

    assert store.documents.add(other, twin, ())

    record = store.documents.record(other.document.id)
    assert record is not None
    assert record.extraction == twin


def test_ten_thousand_passages_are_added_in_three_seconds(store: SqliteStore):
    text = " ".join(f"Front {n} said that Zarnawa {n * 7} denies it." for n in range(10_000))
    intake = tiny_intake(text)
    extraction = replace(tiny_extraction(intake), claims=(), entities=())

    began = time.perf_counter()
    store.documents.add(intake, extraction, ())

    assert time.perf_counter() - began < 3
    assert len(store.documents.search("zarnawa", 20_000)) == 10_000


def test_three_hundred_sentences_with_their_claims_are_added_at_once(store: SqliteStore):
    texts = [" ".join(f"Front {n} of {k} denies it." for n in range(300)) for k in range(5)]
    intakes = [tiny_intake(text) for text in texts]
    read = [(intake, tiny_extraction(intake)) for intake in intakes]

    began = time.perf_counter()
    for intake, extraction in read:
        store.documents.add(intake, extraction, ())

    assert (time.perf_counter() - began) / len(read) < 0.2  # 0.03 on a quiet laptop


def test_an_erasure_on_a_full_disk_is_done_and_says_what_is_left_to_do(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
):
    intake = add(store, tiny_intake(HIDDEN))
    first = Database.first

    def full(self: Database, shape: Callable[..., object], query: str, *values: str) -> object:
        if "wal_checkpoint" in query:
            raise Unavailable("no room on the disk")
        return first(self, shape, query, *values)

    monkeypatch.setattr(Database, "first", full)
    with pytest.raises(Unavailable, match=r"done, but.*sayso\.db-wal.*free some room.*no room"):
        store.documents.erase(erasure(intake))
    assert not store.documents.holds(intake.document.id)
