"""What every store promises of what documents tell of states."""

from dataclasses import replace

import pytest

from sayso.errors import NotFound
from sayso.model.documents import Erasure
from sayso.model.ids import DocumentId
from sayso.model.log import LogKind
from sayso.model.oversight import Proof, RecordKind, StateRecord
from sayso.ports import Store
from tests.fakes import NOON, tiny_extraction, tiny_intake

LETTER = tiny_intake("The ministry froze nothing. The account is open.")


def record(key: str, state: str = "NO", document: DocumentId | None = None) -> StateRecord:
    return StateRecord(
        id=key,
        kind=RecordKind.ASSETS_FROZEN,
        state=state,
        on="2025-03",
        proof=Proof(document=document, title="Letter — «письмо»", locator="page 1", text=""),
        by="Ada Okoye",
        at=NOON,
        fields=(("amount", "12.50"), ("currency", "NOK")),
        references=("QDe.901",),
        about=("c-1",),
    )


def keep_letter(store: Store) -> DocumentId:
    store.documents.add(LETTER, tiny_extraction(LETTER), ())
    return LETTER.document.id


def test_records_come_back_whole_in_the_order_of_adding(store: Store):
    held = record("sr-3", document=keep_letter(store))
    assert store.states.add([record("sr-2"), record("sr-1", "CH"), held]) == 3
    assert store.states.records() == (record("sr-2"), record("sr-1", "CH"), held)
    assert store.states.records("NO") == (record("sr-2"), held)
    assert store.states.records("FR") == ()


def test_a_record_that_is_here_is_kept_once(store: Store):
    store.states.add([record("sr-1")])
    later = replace(record("sr-1"), by="Somebody Else")
    assert store.states.add([later, record("sr-2"), record("sr-2")]) == 1
    assert [one.by for one in store.states.records()] == ["Ada Okoye", "Ada Okoye"]


def test_all_records_are_kept_or_none(store: Store):
    with pytest.raises(NotFound, match=r"not held|no document"):
        store.states.add([record("sr-1"), record("sr-2", document=DocumentId("sha256:00"))])
    assert store.states.records() == ()
    assert store.log.entries() == ()


def test_records_stand_in_the_log_by_the_document_that_tells_them(store: Store):
    document = keep_letter(store)
    store.states.add([record("sr-1"), record("sr-2", document=document)])
    told = [(e.kind, e.about, e.by) for e in store.log.entries()][1:]
    kind = LogKind.STATE_RECORD
    assert told == [(kind, "sr-1", "Ada Okoye"), (kind, document, "Ada Okoye")]
    assert store.log.check().faults == ()


def test_what_an_erased_document_told_of_a_state_goes_with_it(store: Store):
    document = keep_letter(store)
    store.states.add([record("sr-1"), record("sr-2", document=document)])
    erasure = Erasure(document_id=document, reason="asked to", by="Ada Okoye", at=NOON)
    store.documents.erase(erasure)
    assert store.states.records() == (record("sr-1"),)
    assert len(store.log.entries()) == 4
    assert store.log.check().faults == ()


def test_what_is_known_of_states_is_derived_anew_with_a_record(store: Store):
    before = store.version()
    store.states.add([record("sr-1")])
    assert store.version() != before
