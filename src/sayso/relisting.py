"""Documents that are held, set beside lists that came after them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sayso.match.index import ListIndex
from sayso.match.listings import listings_of
from sayso.model.findings import Record, Relisting
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Listing, Screening
from sayso.model.vocabulary import DocumentKind
from sayso.ports import DocumentStore

#: A name is looked at again that screening finds remotely like a changed one; 0 to 1. Linking asks
#: for 0.3 at least, and words count for less among few names than among all: of the names in the
#: demo's documents, 12 of 100 that share a word pass (measured on 151 entries, 2026-11-28).
_REMOTELY_LIKE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Changed:
    """The entries that one state of the lists has otherwise than another.

    Attributes:
        ids: of all of them, those that went too.
        names: finds the names that they bear, in either state.
    """

    ids: frozenset[str]
    names: ListIndex

    @classmethod
    def between(cls, old: Sequence[ListRelease], new: Sequence[ListRelease]) -> "Changed":
        """Compare two states of the lists, each with its entries."""
        before, after = _entries(old), _entries(new)
        ids = frozenset(k for k in {**before, **after} if before.get(k) != after.get(k))
        own = [replace(r, entries=tuple(e for e in r.entries if e.id in ids)) for r in (*old, *new)]
        return cls(ids, ListIndex.build(own))

    def touches(self, record: Record) -> bool:
        """Say whether something in a document is one of these entries, or is called like one."""
        if any(f"{one.authority}:{one.reference}" in self.ids for one in record.listings):
            return True
        names = {n for e in record.extraction.entities for n in (e.name, *e.aliases)}
        return any(self._is_like(name) for name in sorted(names))

    def _is_like(self, name: str) -> bool:
        question = Screening(name=name, threshold=_REMOTELY_LIKE, limit=1)
        return bool(self.names.find_in(name) or self.names.screen(question))


def _entries(releases: Sequence[ListRelease]) -> Mapping[EntryId, ListEntry]:
    return {entry.id: entry for release in releases for entry in release.entries}


def relist(
    documents: DocumentStore,
    index: Callable[[], ListIndex],
    changed: Changed | None,
    at: datetime,
) -> int:
    """Decide anew how the names of documents stand to the lists; give how many stand otherwise.

    Args:
        documents: of which those are kept anew that stand otherwise.
        index: gives the lists in force; asked when it is first needed.
        changed: only documents that these touch are looked at; None: all of them.
        at: now, UTC.
    """
    count = 0
    for added in documents.additions():
        record = None if added.erasure is not None else documents.record(added.document_id)
        if record is None or record.document.kind is DocumentKind.LIST_RELEASE:
            continue
        if changed is not None and not changed.touches(record):
            continue
        listings = listings_of(record.extraction, record.passages, index())
        if _without_release(listings) != _without_release(record.listings):
            documents.relist(Relisting(document_id=added.document_id, listings=listings, at=at))
            count += 1
    return count


def _without_release(listings: Sequence[Listing]) -> tuple[Listing, ...]:
    """Give listings without their releases: a newer one that has the same tells nothing new."""
    return tuple(replace(listing, release=None) for listing in listings)
