"""What every store promises of what is marked in a document that it holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sayso.errors import NotFound
from sayso.model.claims import Extraction
from sayso.model.documents import Erasure
from sayso.model.findings import Annotation
from sayso.model.ids import ClaimId
from sayso.model.log import LogKind
from sayso.ports import Store
from tests.fakes import NOON, tiny_extraction, tiny_intake

LETTER = tiny_intake("The ministry froze nothing. «Счёт» is open.")
READ = tiny_extraction(LETTER)
MARKED = replace(READ.claims[0], id=ClaimId("c-marked"), extractor="INCEpTION")
ANNOTATION = Annotation(
    document_id=LETTER.document.id,
    extraction=Extraction(document_id=LETTER.document.id, extractor="INCEpTION", claims=(MARKED,)),
    origin="letter.xmi",
    at=NOON + timedelta(days=1),
)


def keep(store: Store) -> None:
    store.documents.add(LETTER, READ, ())
    store.annotations.add(ANNOTATION)


def test_what_is_marked_stands_after_what_was_read(store: Store):
    keep(store)
    found = store.documents.record(LETTER.document.id)
    assert found is not None
    assert found.extraction.claims == (*READ.claims, MARKED)
    assert found.extraction.extractor == READ.extractor
    assert store.annotations.annotations() == (ANNOTATION,)


def test_it_was_not_known_before_it_was_taken_in(store: Store):
    keep(store)
    before = store.documents.record(LETTER.document.id, NOON)
    assert before is not None
    assert before.extraction == READ


def test_everybody_who_keeps_up_with_the_store_sees_it(store: Store):
    store.documents.add(LETTER, READ, ())
    version, [added] = store.version(), store.documents.additions()
    store.annotations.add(ANNOTATION)
    assert store.version() != version
    assert [a.corrections for a in store.documents.additions()] == [added.corrections + 1]


def test_what_is_not_held_cannot_be_annotated(store: Store):
    with pytest.raises(NotFound, match="no document"):
        store.annotations.add(ANNOTATION)
    assert store.log.entries() == ()


def test_it_stands_in_the_log_and_goes_with_its_document(store: Store):
    keep(store)
    assert [e.kind for e in store.log.entries()] == [LogKind.ADDITION, LogKind.ANNOTATION]
    assert store.log.check().faults == ()
    document = LETTER.document.id
    store.documents.erase(Erasure(document_id=document, reason="asked", by="Ada Okoye", at=NOON))
    assert store.annotations.annotations() == ()
    assert store.log.check().faults == ()
