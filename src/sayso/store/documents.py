"""Keeps documents with what was taken out of them, and finds passages by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from sayso.errors import BadInput, NotFound
from sayso.model.claims import Claim, Extraction
from sayso.model.documents import (
    Addition,
    Description,
    Document,
    Erasure,
    Intake,
    Original,
    Passage,
    SearchHit,
)
from sayso.model.findings import Annotation, Record, Relisting, annotated
from sayso.model.ids import DocumentId
from sayso.model.log import utc
from sayso.model.matches import Listing
from sayso.model.vocabulary import DocumentKind
from sayso.store.codec import decode, encode
from sayso.store.database import Database
from sayso.store.log.chain import append
from sayso.store.log.contents import digest_of_document
from sayso.store.log.held import addition
from sayso.store.log.held import description as logged_description
from sayso.store.log.held import erasure as logged_erasure
from sayso.store.log.held import relisting as logged_relisting
from sayso.store.packing.originals import original_of, original_row, release_row
from sayso.store.rows.descriptions import BINDING, check_description, described
from sayso.store.rows.intake import ERASE, inserts
from sayso.store.search import match_of

T = TypeVar("T")


_SEARCH = """
    SELECT passage.document, passage.record, passage.text, highlight(passage_words, 0, '«', '»')
    FROM passage_words JOIN passage ON passage.number = passage_words.rowid
    WHERE passage_words MATCH ? ORDER BY bm25(passage_words), passage.number LIMIT ?"""

_RELISTINGS = "SELECT record FROM relisting WHERE document = ? ORDER BY number"

_ANNOTATIONS = "SELECT record FROM annotation WHERE document = ? ORDER BY number"

_ADDITIONS = """
    SELECT document.id, addition.at, erasure.title, erasure.record,
        (SELECT count(*) FROM description WHERE description.document = document.number)
        + (SELECT count(*) FROM relisting WHERE relisting.document = document.number)
        + (SELECT count(*) FROM annotation WHERE annotation.document = document.number)
    FROM document
    JOIN addition ON addition.document = document.number
    LEFT JOIN erasure ON erasure.document = document.number ORDER BY document.number"""


class SqliteDocuments:
    """The documents of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        intake: Intake,
        extraction: Extraction,
        listings: Sequence[Listing],
        *,
        at: datetime | None = None,
    ) -> bool:
        """Keep a document whole, or nothing of it; False when its bytes are already here.

        It is known here since `at` (UTC), or since its bytes were retrieved.

        Raises:
            BadInput: the document was erased here, or the parts are of different documents.
        """
        document = intake.document
        if not document.id == intake.original.id == extraction.document_id:
            raise BadInput(f"{document.name}: bytes, text and claims are of different documents")
        known = intake.original.retrieved if at is None else at
        statements = inserts(intake, extraction, tuple(listings))
        is_release = document.kind is DocumentKind.LIST_RELEASE
        packed = () if is_release else original_row(intake.original)
        with self._database.writing(document.name):
            erased = self._erased(document.id)
            if erased is not None:
                raise BadInput(f"{document.name}: {erased}; it is not taken in again")
            if self.holds(document.id):
                return False
            number = self._database.run("INSERT INTO document (id) VALUES (?)", document.id)
            self._database.run(
                "INSERT INTO addition VALUES (?, ?)", number, encode(datetime, known)
            )
            packed = packed or release_row(self._database, intake.original)
            self._database.run("INSERT INTO original VALUES (?, ?, ?)", number, *packed)
            for statement, rows in statements:
                self._database.run_each(statement, ((number, *row) for row in rows))
            digest = digest_of_document(self._database, number)
            append(self._database, addition(document.id, digest, utc(known)))
        return True

    def documents(self) -> tuple[Document, ...]:
        """Give all documents in the order of adding, descriptions applied, erased ones left out."""
        with self._database.reading():
            held = self._database.rows(
                lambda number, record, text: (number, _document(record, text)),
                "SELECT document, record, text FROM content ORDER BY document",
            )
            corrections = self._database.rows(
                lambda number, record: (number, decode(Description, record)),
                "SELECT document, record FROM description ORDER BY number",
            )
        of: dict[int, list[Description]] = {}
        for number, correction in corrections:
            of.setdefault(number, []).append(correction)
        return tuple(described(document, of.get(number, ())) for number, document in held)

    def record(self, document_id: DocumentId, as_of: datetime | None = None) -> Record | None:
        """Give one document with all that was taken out of it; None when it is not held."""
        with self._database.reading():
            number = self._held(document_id)
            return None if number is None else self._record(number, as_of)

    def records(self, as_of: datetime | None = None) -> Iterator[Record]:
        """Give every record in the order of adding, one at a time.

        What is added or erased by another process meanwhile may be missing.

        Args:
            as_of: only documents added by then, described as they were then; but the handling,
                notice and lawful basis of today, which bind whoever looks back. None: now.
        """
        for added in self.additions():
            if added.erasure is None and (as_of is None or added.at <= as_of):
                record = self.record(added.document_id, as_of)
                if record is not None:
                    yield record

    def additions(self) -> tuple[Addition, ...]:
        """Give when each document was added, in that order, erased ones too."""
        return tuple(self._database.rows(_addition, _ADDITIONS))

    def original(self, document_id: DocumentId) -> Original | None:
        """Give the raw bytes; None when they are not held."""
        return self._database.first(
            partial(original_of, self._database),
            "SELECT record, content FROM original JOIN document ON number = document WHERE id = ?",
            document_id,
        )

    def holds(self, document_id: DocumentId) -> bool:
        """Say whether these bytes were added, and not erased."""
        return self._held(document_id) is not None

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        """Give passages that hold all words of a query, best first (BM25), ties as added.

        Raises:
            BadInput: the query has no words.
        """
        match = match_of(query)
        with self._database.reading():
            found = self._database.rows(
                lambda number, record, text, marked: (number, _passage(record, text), marked),
                _SEARCH,
                match,
                limit,
            )
            names = {number: self._named(number) for number in {number for number, *_ in found}}
        return tuple(
            SearchHit(passage=passage, document_name=names[number], marked=marked)
            for number, passage, marked in found
        )

    def describe(self, description: Description) -> None:
        """Append a correction of what is known about a document; "" says that it is not known.

        Raises:
            NotFound: no such document.
            BadInput: this field may not be described, or not so.
        """
        check_description(description)
        record = encode(Description, description)
        with self._database.writing("the description"):
            self._database.run(
                "INSERT INTO description (document, record) VALUES (?, ?)",
                self._known(description.document_id),
                record,
            )
            append(self._database, logged_description(description))

    def relist(self, relisting: Relisting) -> None:
        """Append how the names of a document stand to newer lists.

        Raises:
            NotFound: no such document.
        """
        record = encode(Relisting, relisting)
        with self._database.writing("how its names stand to the lists"):
            self._database.run(
                "INSERT INTO relisting (document, record) VALUES (?, ?)",
                self._known(relisting.document_id),
                record,
            )
            append(self._database, logged_relisting(relisting))

    def erase(self, erasure: Erasure) -> None:
        """Take the content out of the file and keep hash, title as last described, date and reason.

        Raises:
            NotFound: no such document.
            Unavailable: done, but another program still reads the old words; says what to do.
        """
        record = encode(Erasure, erasure)
        with self._database.writing("the erasure"):
            number = self._known(erasure.document_id)
            self._database.run(
                "INSERT INTO erasure (document, title, record) VALUES (?, ?, ?)",
                number,
                self._named(number),
                record,
            )
            for statement in ERASE:
                self._database.run(statement, number)
            append(self._database, logged_erasure(erasure))
            # Merged anew, the index of words holds no deleted ones.
            self._database.run("INSERT INTO passage_words (passage_words) VALUES ('optimize')")
        self._database.wipe_journal()

    def erasures(self) -> tuple[Erasure, ...]:
        """Give what was erased, oldest first."""
        query = "SELECT record FROM erasure ORDER BY number"
        return tuple(self._database.rows(partial(decode, Erasure), query))

    def _held(self, document_id: DocumentId) -> int | None:
        query = "SELECT number FROM document JOIN content ON document = number WHERE id = ?"
        return self._database.first(int, query, document_id)

    def _known(self, document_id: DocumentId) -> int:
        number = self._held(document_id)
        if number is None:
            erased = self._erased(document_id) or "`sayso documents` lists them"
            raise NotFound(f"no document {document_id}: {erased}")
        return number

    def _erased(self, document_id: DocumentId) -> str | None:
        """Say in words when and why a document was erased, if it was."""

        def tell(title: str, record: str) -> str:
            erasure = decode(Erasure, record)
            on = erasure.at.date().isoformat()
            return f"“{title}” was erased on {on} by {erasure.by} because {erasure.reason}"

        return self._database.first(
            tell,
            "SELECT title, record FROM erasure JOIN document ON document.number = document"
            " WHERE document.id = ?",
            document_id,
        )

    def _named(self, number: int) -> str:
        [document] = self._described(number, "SELECT record, '' FROM content WHERE document = ?")
        return document.name

    def _described(self, number: int, query: str, as_of: datetime | None = None) -> list[Document]:
        corrections = self._all(
            Description, "SELECT record FROM description WHERE document = ? ORDER BY number", number
        )
        known = [c for c in corrections if as_of is None or c.at <= as_of or c.about in BINDING]
        found = self._database.rows(_document, query, number)
        return [described(document, known) for document in found]

    def _record(self, number: int, as_of: datetime | None = None) -> Record:
        [document] = self._described(
            number, "SELECT record, text FROM content WHERE document = ?", as_of
        )
        passages = self._database.rows(
            _passage, "SELECT record, text FROM passage WHERE document = ? ORDER BY number", number
        )
        claims = self._all(
            Claim, "SELECT record FROM claim WHERE document = ? ORDER BY number", number
        )
        [(extraction, listings)] = self._database.rows(
            lambda extraction, listings: (
                decode(Extraction, extraction),
                decode(tuple[Listing, ...], listings),
            ),
            "SELECT extraction, listings FROM reading WHERE document = ?",
            number,
        )
        for newer in self._all(Relisting, _RELISTINGS, number):
            listings = newer.listings if as_of is None or newer.at <= as_of else listings
        marked = [
            one
            for one in self._all(Annotation, _ANNOTATIONS, number)
            if as_of is None or one.at <= as_of
        ]
        [remarks] = self._all(
            tuple[str, ...], "SELECT remarks FROM content WHERE document = ?", number
        )
        return Record(
            document=document,
            passages=tuple(passages),
            extraction=annotated(replace(extraction, claims=tuple(claims)), marked),
            listings=listings,
            remarks=remarks,
        )

    def _all(self, kind: type[T], query: str, number: int) -> list[T]:
        return self._database.rows(partial(decode, kind), query, number)


def _addition(
    document_id: str, at: str, title: str | None, erasure: str | None, corrections: int
) -> Addition:
    return Addition(
        document_id=DocumentId(document_id),
        at=decode(datetime, at),
        title=title,
        erasure=None if erasure is None else decode(Erasure, erasure),
        corrections=corrections,
    )


def _document(record: str, text: str) -> Document:
    return replace(decode(Document, record), text=text)


def _passage(record: str, text: str) -> Passage:
    return replace(decode(Passage, record), text=text)
