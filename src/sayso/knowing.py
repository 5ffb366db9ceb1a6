"""What is known of a project, kept up with its store while a process runs."""

from collections.abc import Callable, Container, Sequence
from datetime import datetime
from threading import RLock

from sayso.model.findings import Judgement, Knowledge, Record
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import DocumentStore, Store
from sayso.review.assemble import Review
from sayso.review.judging.pairs import Entries
from sayso.review.memory.pause import no_search


class Known:
    """Reads from the store what is new, and lets review take it up; threads share it.

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
        self._turn = RLock()
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
        with self._turn:
            version = store.version()
            if version != self._version:
                self._take_up(store, judgements(), entries)
                self._version = version
            return self._knowledge

    def _take_up(self, store: Store, judgements: Sequence[Judgement], entries: Entries) -> None:
        """Let review see what is new; one that fails is not asked again."""
        review, self._review = self._review, Review()
        releases = frozenset(release.document_id for release in store.lists.releases())
        self._read = self._changed(store.documents, releases)
        records = (record for _, record in self._read.values() if self._counts(record))
        self._knowledge = review.assemble(records, judgements, entries)
        self._review = review

    def _counts(self, record: Record) -> bool:
        """Say whether review is to see a record; list releases are not among what it weighs."""
        document = record.document
        is_release = document.kind is DocumentKind.LIST_RELEASE
        return not is_release and (not self._public or document.handling is Handling.PUBLIC)

    def _changed(
        self, documents: DocumentStore, releases: Container[DocumentId]
    ) -> dict[DocumentId, tuple[int, Record]]:
        """Give all records with their corrections, as they were added; read those that changed.

        List releases, of which there may be thousands, are not read.
        """
        read: dict[DocumentId, tuple[int, Record]] = {}
        for added in documents.additions():
            key, known = added.document_id, self._as_of is None or added.at <= self._as_of
            if not known or added.erasure is not None or key in releases:
                continue
            held = self._read.get(key)
            if held is None or held[0] != added.corrections:
                record = documents.record(key, self._as_of)
                held = None if record is None else (added.corrections, record)
            if held is not None:  # another process may have erased it just now
                read[key] = held
        return read
