"""What is known keeps up with the store, and reads only what is new in it."""

from dataclasses import replace
from datetime import datetime

import pytest

from sayso.errors import BadInput
from sayso.knowing import Known
from sayso.model.documents import Description, Erasure
from sayso.model.findings import Knowledge, Record
from sayso.model.ids import DocumentId
from sayso.review.assemble import assemble
from tests.fakes import (
    NOON,
    MemoryDocuments,
    MemoryLog,
    MemoryStore,
    tiny_extraction,
    tiny_intake,
    tiny_judgement,
)

RAID = "Sarband Front fighters left Ghazni. The Zarnawa Council denies it."
KABUL = "شورای زرناوه در کابل است."


class CountingDocuments(MemoryDocuments):
    """Counts the records that are read."""

    def __init__(self, log: MemoryLog) -> None:
        super().__init__(log)
        self.read = 0

    def record(self, document_id: DocumentId, as_of: datetime | None = None) -> Record | None:
        """Give it as any store does."""
        self.read += 1
        return super().record(document_id, as_of)


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    made.documents = CountingDocuments(made.log)
    return made


def knowledge(known: Known, store: MemoryStore) -> Knowledge:
    return known.knowledge(store, store.judgements.judgements, lambda _: None)


def add(store: MemoryStore, text: str, **about: object) -> DocumentId:
    intake = tiny_intake(text, **about)
    assert store.documents.add(intake, tiny_extraction(intake), ())
    return intake.document.id


def test_a_document_that_is_added_is_known_and_no_other_is_read_again(store: MemoryStore):
    known = Known(public=False)
    first = add(store, RAID)
    assert list(knowledge(known, store).records) == [first]
    second = add(store, KABUL)
    assert list(knowledge(known, store).records) == [first, second]
    knowledge(known, store)
    assert store.documents.read == 2


def test_a_corrected_title_and_an_erasure_are_known(store: MemoryStore):
    known = Known(public=False)
    first, second = add(store, RAID), add(store, KABUL)
    knowledge(known, store)
    store.documents.describe(
        Description(document_id=first, about="title", value="A raid", by="A. Clerk", at=NOON)
    )
    assert knowledge(known, store).records[first].document.title == "A raid"
    store.documents.erase(
        Erasure(document_id=second, reason="a source is at risk", by="A. Clerk", at=NOON)
    )
    assert list(knowledge(known, store).records) == [first]
    assert knowledge(known, store) == assemble(store.documents.records())


def test_what_is_not_public_is_left_out_of_the_public_view_alone(store: MemoryStore):
    add(store, RAID)
    hidden = add(store, KABUL)
    store.documents.describe(
        Description(
            document_id=hidden, about="handling", value="restricted", by="A. Clerk", at=NOON
        )
    )
    assert len(knowledge(Known(public=False), store).records) == 2
    assert hidden not in knowledge(Known(public=True), store).records


def test_a_failure_half_way_leaves_nothing_wrong_behind(store: MemoryStore):
    known = Known(public=False)
    add(store, RAID)
    knowledge(known, store)
    add(store, KABUL)
    honest, store.documents.record = store.documents.record, _fail
    with pytest.raises(BadInput):
        knowledge(known, store)
    store.documents.record = honest
    assert knowledge(known, store) == assemble(store.documents.records())


def _fail(*_: object) -> Record:
    raise BadInput("the file is damaged")


def test_a_judgement_is_known_at_once(store: MemoryStore):
    known = Known(public=False)
    add(store, RAID)
    before = knowledge(known, store)
    claim = next(iter(before.claims))
    judgement = replace(tiny_judgement(1, about=claim), verdict="reject")
    store.judgements.add(judgement)
    judged = store.judgements.judgements()
    assert knowledge(known, store) == assemble(store.documents.records(), judged)
