"""What is known of a project, kept up with its store while a process runs."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sayso.model.findings import Judgement, Knowledge, Record
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import DocumentStore, Store
from sayso.review.assemble import Review
from sayso.review.judging.pairs import Entries
from sayso.review.memory.pause import no_search


class Known:
    """Reads from the store what is new, and lets review take it up.

    Nothing derived is written down: another process begins with all records.
    """

    def __init__(self, *, public: bool, as_of: datetime | None = None) -> None:
        """Begin with nothing.

        Args:
            public: leave out what rests on documents that are not public.
            as_of: leave out what was added later; None: nothing.
        """
        self._public = public
        self._as_of = as_of
        self._version: str | None = None
        self._read: dict[DocumentId, tuple[int, Record]] = {}
        self._review = Review()
        self._knowledge = Knowledge()

    @property
    def review(self) -> Review:
        """Give the review that what is known follows from, as it was asked for last."""
        return self._review

    @no_search()
    def knowledge(
        self, store: Store, judgements: Callable[[], Sequence[Judgement]], entries: Entries
    ) -> Knowledge:
        """Give everything that follows from the records of a store.

        Args:
            store: always the same.
            judgements: gives those that count; is asked when the store has changed.
            entries: the lists in force.
        """
        version = store.version()
        if version != self._version:
            review, self._review = self._review, Review()  # one that fails is not asked again
            self._read = self._changed(store.documents)
            records = (record for _, record in self._read.values() if self._counts(record))
            self._knowledge = review.assemble(records, judgements(), entries)
            self._review, self._version = review, version
        return self._knowledge

    def _counts(self, record: Record) -> bool:
        """Say whether review is to see a record; list releases are not among what it weighs."""
        document = record.document
        is_release = document.kind is DocumentKind.LIST_RELEASE
        return not is_release and (not self._public or document.handling is Handling.PUBLIC)

    def _changed(self, documents: DocumentStore) -> dict[DocumentId, tuple[int, Record]]:
        """Give all records with their corrections, as they were added; read those that changed."""
        read: dict[DocumentId, tuple[int, Record]] = {}
        for added in documents.additions():
            key, known = added.document_id, self._as_of is None or added.at <= self._as_of
            if not known or added.erasure is not None:
                continue
            held = self._read.get(key)
            if held is None or held[0] != added.corrections:
                record = documents.record(key, self._as_of)
                held = None if record is None else (added.corrections, record)
            if held is not None:  # another process may have erased it just now
                read[key] = held
        return read
