"""The rows of a document: what is written when it comes, and taken out when it is erased."""

from dataclasses import replace

from sayso.model.claims import Claim, Extraction
from sayso.model.documents import Document, Intake, Passage
from sayso.model.matches import Listing
from sayso.store.codec import encode
from sayso.store.database import Value

#: In this order: the index of words needs the passages to forget them.
ERASE = (
    """INSERT INTO passage_words (passage_words, rowid, text)
        SELECT 'delete', number, text FROM passage WHERE document = ?""",
    "DELETE FROM passage WHERE document = ?",
    "DELETE FROM claim WHERE document = ?",
    "DELETE FROM reading WHERE document = ?",
    "DELETE FROM description WHERE document = ?",
    "DELETE FROM relisting WHERE document = ?",
    "DELETE FROM state_record WHERE document = ?",
    "DELETE FROM annotation WHERE document = ?",
    "DELETE FROM content WHERE document = ?",
    "DELETE FROM original WHERE document = ?",
)

_INSERT_PASSAGE = "INSERT INTO passage (document, record, text) VALUES (?, ?, ?)"
_INDEX_WORDS = """INSERT INTO passage_words (rowid, text)
    SELECT number, text FROM passage WHERE document = ?"""
_INSERT_CLAIM = """INSERT INTO claim (document, id, predicate, factuality, record)
    VALUES (?, ?, ?, ?, ?)"""


def inserts(
    intake: Intake, extraction: Extraction, listings: tuple[Listing, ...]
) -> tuple[tuple[str, list[tuple[Value, ...]]], ...]:
    """Give statements with their rows; the document's number comes before each row."""
    document = encode(Document, replace(intake.document, text=""))
    remarks = encode(tuple[str, ...], intake.remarks)
    reading = encode(Extraction, replace(extraction, claims=()))
    listed = encode(tuple[Listing, ...], listings)
    passages = [(encode(Passage, replace(p, text="")), p.text) for p in intake.passages]
    claims = [
        (c.id, c.proposition.predicate.value, c.factuality.value, encode(Claim, c))
        for c in extraction.claims
    ]
    return (
        ("INSERT INTO content VALUES (?, ?, ?, ?)", [(document, remarks, intake.document.text)]),
        (_INSERT_PASSAGE, [*passages]),
        (_INDEX_WORDS, [()]),
        ("INSERT INTO reading VALUES (?, ?, ?)", [(reading, listed)]),
        (_INSERT_CLAIM, [*claims]),
    )
