"""Records leave and come back equal; what was cut off, changed or is newer is refused whole."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import BadInput
from sayso.model.claims import Extraction
from sayso.model.documents import Description, Erasure
from sayso.model.findings import Annotation
from sayso.model.ids import ClaimId
from sayso.model.oversight import Proof, RecordKind, StateRecord
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import Store
from sayso.store.exchange.records import read_records, write_records
from sayso.store.sqlite import open_store
from tests.fakes import (
    NOON,
    TEN_SCRIPTS,
    MemoryStore,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
    tiny_listing,
)

WORDS = st.lists(
    st.one_of(
        st.sampled_from(TEN_SCRIPTS),
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12),
    ),
    min_size=1,
    max_size=6,
).map(lambda parts: "Sarband " + " ".join(parts) + ".")
TEXTS = st.lists(WORDS, min_size=1, max_size=4, unique=True)


def filled(texts: list[str], handling: Handling = Handling.PUBLIC) -> MemoryStore:
    store = MemoryStore()
    for text in texts:
        intake = tiny_intake(text, publisher=TEN_SCRIPTS[len(text) % 10], handling=handling)
        extraction = tiny_extraction(intake)
        store.documents.add(intake, extraction, (tiny_listing(extraction),))
    store.judgements.add(tiny_judgement(1, about="c-1"))
    return store


def content(store: Store, *, public: bool = False) -> bytes:
    lines = write_records(store, public=public, program="1")
    return "".join(f"{line}\n" for line in lines).encode()


def told(store: Store) -> tuple[object, ...]:
    originals = [store.documents.original(d.id) for d in store.documents.documents()]
    return (
        tuple(store.documents.records()),
        tuple(originals),
        [(a.document_id, a.at) for a in store.documents.additions()],
        store.judgements.judgements(),
        store.hypotheses.steps(),
    )


@given(TEXTS)
def test_what_leaves_comes_back_equal(texts: list[str]):
    store, other = filled(texts), MemoryStore()
    read_records(content(store), "records.jsonl", lambda: other)
    assert told(other) == told(store)
    assert content(other) == content(store)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None
)
@given(TEXTS)
def test_a_project_file_takes_them_and_gives_them_back(tmp_path: Path, texts: list[str]):
    store = filled(texts)
    path = tmp_path / str(abs(hash(tuple(texts)))) / "sayso.db"
    project = open_store(path, must_exist=False)
    try:
        read_records(content(store), "records.jsonl", lambda: project)
        assert content(project) == content(store)
        assert project.log.check().faults == ()
    finally:
        project.close()


def test_what_documents_tell_of_states_goes_with_them():
    store, other = filled(["Sarband Front left."]), MemoryStore()
    [document] = store.documents.documents()
    told = StateRecord(
        id="sr-1",
        kind=RecordKind.ASSETS_FROZEN,
        state="NO",
        on="2025-03",
        proof=Proof(document=document.id, title="Letter", locator="page 1", text=""),
        by="A. Clerk",
        at=NOON,
    )
    named = replace(told, id="sr-2", proof=replace(told.proof, document=None))
    store.states.add([told, named])
    taken = read_records(content(store), "records.jsonl", lambda: other)
    assert taken.tellings == 2
    assert other.states.records() == (told, named)
    assert b'"telling"' not in content(store, public=True)


def test_what_is_here_already_is_kept_once():
    store = filled(["Sarband Front left."])
    taken = read_records(content(store), "records.jsonl", lambda: store)
    assert (taken.documents, taken.judgements, taken.already_here) == (0, 0, 2)


def marked(store: MemoryStore) -> Annotation:
    """Mark the first claim of the first document once more, as an annotator would."""
    first = next(iter(store.documents.records()))
    own = replace(first.extraction.claims[0], id=ClaimId("c-marked"), extractor="INCEpTION")
    extraction = Extraction(
        document_id=first.document.id, extractor="INCEpTION", claims=(own,), entities=()
    )
    annotation = Annotation(
        document_id=first.document.id, extraction=extraction, origin="«a».xmi", at=NOON
    )
    store.annotations.add(annotation)
    return annotation


@given(TEXTS)
def test_what_was_marked_in_a_document_goes_and_comes_back_beside_it(texts: list[str]):
    store, other = filled(texts), MemoryStore()
    annotation = marked(store)
    taken = read_records(content(store), "records.jsonl", lambda: other)
    assert taken.annotations == 1
    assert other.annotations.annotations() == (annotation,)
    assert told(other) == told(store)
    assert content(other) == content(store)
    assert read_records(content(store), "records.jsonl", lambda: other).annotations == 0


def test_what_was_marked_reaches_a_project_that_holds_the_document():
    store, other = filled(["Sarband Front left."]), filled(["Sarband Front left."])
    marked(store)
    read_records(content(store), "records.jsonl", lambda: other)
    assert told(other) == told(store)


def test_what_was_marked_in_what_is_not_public_stays():
    store = filled(["Sarband secret."], Handling.RESTRICTED)
    marked(store)
    assert b'"annotation"' not in content(store, public=True)


def test_a_correction_travels_with_its_document():
    store = filled(["Sarband Front left."])
    [document] = store.documents.documents()
    store.documents.describe(
        Description(document_id=document.id, about="title", value="New", by="A", at=NOON)
    )
    other = MemoryStore()
    read_records(content(store), "records.jsonl", lambda: other)
    assert [d.title for d in other.documents.documents()] == ["New"]


def test_public_records_hold_neither_what_is_restricted_nor_what_people_said_of_it():
    held = filled(["Sarband secret."], Handling.RESTRICTED)
    public = content(held, public=True).decode()
    assert "Sarband" not in public
    assert '"judgement"' not in public


def test_a_list_release_stays_with_its_authority():
    store = MemoryStore()
    intake = tiny_intake("Sarband entry.", kind=DocumentKind.LIST_RELEASE)
    store.documents.add(intake, tiny_extraction(intake), ())
    assert b'"document"' not in content(store)


def newer(whole: bytes) -> bytes:
    return whole.replace(b'"version":1', b'"version":2', 1)


def cut(whole: bytes) -> bytes:
    return whole[: len(whole) * 2 // 3]


def without_end(whole: bytes) -> bytes:
    return b"".join(line for line in whole.splitlines(keepends=True) if b'{"end"' not in line)


def changed(whole: bytes) -> bytes:
    return whole.replace(b"Front left", b"Front held", 1)


def deep(whole: bytes) -> bytes:
    head, *rest = whole.splitlines(keepends=True)
    return head + b'{"document":' + b"[" * 200_000 + b"\n" + b"".join(rest)


def other_tool(_: bytes) -> bytes:
    return b'{"id": "a", "schema": "Person", "properties": {}}\n'


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (newer, "install a newer Sayso"),
        (cut, "truncated"),
        (without_end, "truncated"),
        (changed, "changed after it was written"),
        (deep, "changed after it was written"),
        (other_tool, "no record"),
        (lambda _: b"", "no JSON"),
    ],
)
def test_what_is_not_sound_is_refused_and_nothing_of_it_is_kept(
    damage: Callable[[bytes], bytes], why: str
):
    other = MemoryStore()
    whole = content(filled(["Sarband Front left.", "Sarband Council stayed."]))
    with pytest.raises(BadInput, match=re.escape(why)) as refused:
        read_records(damage(whole), "records.jsonl", lambda: other)
    assert str(refused.value).startswith("records.jsonl")
    assert other.documents.documents() == ()


def test_bytes_that_are_not_those_of_their_id_are_refused_with_their_line():
    store = filled(["Sarband Front left."])
    [document] = store.documents.documents()
    other = replace(store.documents.original(document.id), content=b"other")
    store.documents.original = lambda _: other
    with pytest.raises(BadInput, match=r"line 2: .*different documents"):
        read_records(content(store), "records.jsonl", MemoryStore)


def test_what_was_erased_here_is_refused_before_anything_is_kept():
    whole = content(filled(["Sarband Front left.", "Sarband Council stayed."]))
    other = filled(["Sarband Council stayed."])
    [document] = other.documents.documents()
    other.documents.erase(
        Erasure(document_id=document.id, reason="a source is at risk", by="A. Clerk", at=NOON)
    )
    with pytest.raises(BadInput, match=r"was erased here on 2026-03-01 by A. Clerk: a source"):
        read_records(whole, "records.jsonl", lambda: other)
    assert other.documents.documents() == ()


def test_words_that_are_not_in_the_text_are_refused_whoever_made_the_digest():
    store = filled(["Sarband Front left."])
    [document] = store.documents.documents()
    record = store.documents.record(document.id)
    moved = replace(record, document=replace(document, text="Other words altogether."))
    store.documents.record = lambda _: moved
    other = MemoryStore()
    with pytest.raises(BadInput, match=r"line 2: .*the passage is not in the text"):
        read_records(content(store), "records.jsonl", lambda: other)
    assert other.documents.documents() == ()


def test_each_line_is_one_object_of_one_kind():
    kinds = [next(iter(json.loads(line))) for line in content(filled(["Sarband."])).splitlines()]
    assert kinds == ["head", "document", "judgement", "end"]
