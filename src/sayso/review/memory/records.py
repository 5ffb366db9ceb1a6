"""Which records are new, and what follows from one record alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import is_
from typing import Generic, TypeVar

from sayso.model.findings import Record
from sayso.model.ids import DocumentId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """How the records differ from the last ones; a record that was replaced is gone and fresh.

    Attributes:
        gone: documents whose record counts no longer.
        fresh: records that did not count before.
        at_end: all that was there still is, in its order, and the fresh ones come after it.
    """

    gone: tuple[DocumentId, ...]
    fresh: tuple[Record, ...]
    at_end: bool

    @classmethod
    def between(
        cls, old: Mapping[DocumentId, Record], new: Mapping[DocumentId, Record]
    ) -> "Changes":
        """Compare by identity: a record of which a new object was made is fresh."""
        return cls(
            gone=tuple(key for key, record in old.items() if new.get(key) is not record),
            fresh=tuple(record for key, record in new.items() if old.get(key) is not record),
            at_end=all(map(is_, old.values(), new.values())) and len(old) <= len(new),
        )


class OfEach(Generic[T]):
    """What a function gives for each record; nothing is worked out twice."""

    def __init__(self, work: Callable[[Record], T]) -> None:
        self._work = work
        self._known: dict[DocumentId, T] = {}

    def follow(self, changes: Changes) -> tuple[tuple[T, ...], tuple[T, ...]]:
        """Take up the changes; give what went and what came."""
        gone = tuple([self._known.pop(key) for key in changes.gone])
        fresh = {record.document.id: self._work(record) for record in changes.fresh}
        self._known |= fresh
        return gone, tuple(fresh.values())

    def of(self, document: DocumentId) -> T:
        """Give it for one document."""
        return self._known[document]

    def all(self) -> Iterable[T]:
        """Give it for all documents, in no order."""
        return self._known.values()

    def among(self, documents: Iterable[DocumentId]) -> tuple[T, ...]:
        """Give it for several, in their order."""
        return tuple(map(self._known.__getitem__, documents))
