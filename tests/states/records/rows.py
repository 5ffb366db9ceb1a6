"""Rows of records of states that there are; what is told of them is invented."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sayso.model.findings import Record
from sayso.model.oversight import Refusal, StateRecord
from sayso.states.records.reading import Reading, Terms
from tests.fakes import tiny_extraction, tiny_intake

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TERMS = Terms(by="Ada Okoye", at=NOW)
FROZEN: Mapping[str, object] = {
    "kind": "assets_frozen",
    "state": "NO",
    "on": "2025-03",
    "document": "Invented letter",
    "amount": "12.50",
    "currency": "NOK",
}


def read(terms: Terms = TERMS, **cells: object) -> StateRecord:
    """Give the record of a row: a sound one, with cells changed."""
    found = Reading(terms).read(2, {**FROZEN, **cells})
    assert isinstance(found, StateRecord), found
    return found


def refused(terms: Terms = TERMS, **cells: object) -> tuple[Refusal, ...]:
    """Give what is wrong with a row: a sound one, with cells changed."""
    found = Reading(terms).read(2, {**FROZEN, **cells})
    assert isinstance(found, tuple), found
    return found


def letter(text: str, title: str = "Invented letter") -> Record:
    """Give a document that is held, of one sentence a paragraph."""
    intake = tiny_intake(text, title=title)
    extraction = tiny_extraction(intake)
    return Record(document=intake.document, passages=intake.passages, extraction=extraction)


def holding(*held: Record) -> Terms:
    """Give terms under which documents are held, by their titles."""
    by_title = {record.document.title: record for record in held}
    return replace(TERMS, source=by_title.get)
