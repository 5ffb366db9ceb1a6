"""One project: its files, its sanctions lists, and the time as of which it is asked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock, RLock
from typing import NamedTuple

from sayso.collect.collector import Collector
from sayso.demo import corpus
from sayso.errors import BadInput, NotFound
from sayso.lists.compare import compare
from sayso.lists.text import intake_of
from sayso.lists.unpack import unpack
from sayso.match.index import ListIndex
from sayso.model.claims import Extraction
from sayso.model.clocks import NOW, Clocks
from sayso.model.documents import Original
from sayso.model.ids import EntryId, ReleaseId, digest_of
from sayso.model.lists import ListChange, ListEntry, ListRelease
from sayso.model.matches import Candidate, Screening
from sayso.ports import Exporter, Extractor, ListSource, Store
from sayso.relisting import Changed, relist

#: A larger list file is refused; bytes, unpacked.
LIST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the workbench is put together from; each is made when it is first needed.

    Attributes:
        open_store: makes the project's files when its argument is True.
        workers: how many processes read documents that are added.
    """

    open_store: Callable[[bool], Store]
    collector: Callable[[], Collector]
    extractor: Callable[[], Extractor]
    workers: Callable[[], int]
    list_sources: Mapping[str, ListSource]
    exporters: Mapping[str, Exporter]
    clock: Callable[[], datetime]


class Kept(NamedTuple):
    """What became of a release that was to be kept.

    Attributes:
        is_new: False when it was here already.
        relisted: documents in which names stand otherwise to the lists than before.
    """

    release: ListRelease
    is_new: bool
    relisted: int


class Project:
    """The files and the lists of one project, as they were known at a time; threads share it."""

    def __init__(self, parts: Parts, clocks: Clocks = NOW) -> None:
        self._parts = parts
        self._clocks = clocks
        self._store: Store | None = None
        self._opening = RLock()
        self._index: tuple[str, tuple[ReleaseId, ...], ListIndex] | None = None
        self._indexing = Lock()

    def close(self) -> None:
        """Let go of the project's files."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _readable(self) -> Store:
        return self._opened(may_create=False)

    def _writable(self) -> Store:
        return self._opened(may_create=True)

    def _opened(self, *, may_create: bool) -> Store:
        with self._opening:
            if self._store is None:
                self._store = self._parts.open_store(may_create)
            return self._store

    def version(self) -> str:
        """Give a mark that changes when any process adds anything, and at midnight (UTC)."""
        try:
            held = self._readable().version()
        except NotFound:
            held = ""
        return f"{self._clocks.day(self._parts.clock())} {held}"

    def add_list(self, authority: str, path: str, *, published: str | None, repair: bool) -> Kept:
        """Keep one release of an authority's list, whole, and set what is held beside it.

        A release that is here already is kept once; all documents are then looked at again.
        """
        if not Path(path).is_file():
            raise NotFound(f"{path}: no such file")
        shipped = corpus.DemoRelease(authority=authority, file=path, published=published or "")
        read = self._read_release(shipped, Path(path).read_bytes(), repair=repair)
        documents = self._writable().documents
        is_empty = not documents.additions()
        before = () if is_empty else self._in_force(self.releases())
        release, is_new = self._keep_release(*read)
        if is_empty:
            return Kept(release, is_new, 0)
        changed = Changed.between(before, self._in_force(self.releases())) if is_new else None
        return Kept(release, is_new, relist(documents, self.index, changed, self._parts.clock()))

    def add_demo_lists(self) -> Iterator[tuple[ListRelease, bool]]:
        """Add the shipped list releases as a user would."""
        for shipped in corpus.releases():
            yield self._keep_release(*self._read_release(shipped, shipped.content()))

    def _keep_release(self, release: ListRelease, original: Original) -> tuple[ListRelease, bool]:
        """Keep a release, and its entries as passages of a document that its authority wrote."""
        store = self._writable()
        is_new = store.lists.add(release, original)
        if not store.documents.holds(original.id):
            empty = Extraction(document_id=original.id, extractor="none")
            store.documents.add(intake_of(release, original), empty, ())
        return release, is_new

    def _read_release(
        self, named: corpus.DemoRelease, packed: bytes, *, repair: bool = False
    ) -> tuple[ListRelease, Original]:
        source = self._parts.list_sources.get(named.authority)
        if source is None:
            known = ", ".join(sorted(self._parts.list_sources))
            raise BadInput(f"no list source {named.authority!r}: there is {known}")
        content = unpack(packed, max_bytes=LIST_BYTES)
        original = Original(
            id=digest_of(content),
            content=content,
            locator=named.file,
            media_type="application/xml",
            retrieved=self._parts.clock(),
        )
        return source.read(original, published=named.published or None, repair=repair), original

    def releases(self) -> tuple[ListRelease, ...]:
        """Give the releases held, without their entries; for a valid time those then in force."""
        held = self._readable().lists.releases()
        known = tuple(r for r in held if self._clocks.knew(r.retrieved))
        if self._clocks.valid_on is None:
            return known
        day = self._clocks.day(self._parts.clock())
        return tuple({r.authority: r for r in known if r.published <= day}.values())

    def diff_lists(
        self, old: str, new: str
    ) -> tuple[ListRelease, ListRelease, tuple[ListChange, ...]]:
        """Compare two releases, each named `authority@date` or as a file."""
        before, after = self._release(old), self._release(new)
        return before, after, compare(before, after)

    def _release(self, key: str) -> ListRelease:
        if Path(key).is_file():
            named = corpus.DemoRelease(authority="un", file=key, published="")
            return self._read_release(named, Path(key).read_bytes())[0]
        authority, at, day = key.partition("@")
        try:
            date.fromisoformat(day)
        except ValueError as bad:
            raise NotFound(f"{key!r} is neither a file nor like un@2026-02-27") from bad
        found = self._readable().lists.in_force(authority, day) if at else None
        if found is None:
            raise NotFound(f"no release of {authority!r} by {day}: `sayso lists show` has them")
        return found

    def list_history(self, reference: str) -> tuple[tuple[ReleaseId, ListEntry | None], ...]:
        """Give an entry in each release held, oldest first; None where it is absent."""
        entry = EntryId(reference if ":" in reference else f"un:{reference}")
        found = self._readable().lists.history(entry)
        if not any(held is not None for _, held in found):
            raise NotFound(f"no entry {reference!r} in any release held")
        return found

    def _release_in_force(self, key: str) -> ListRelease:
        return self._release(key if "@" in key else f"{key}@{self._parts.clock().date()}")

    def index(self) -> ListIndex:
        """Give the names of the releases in force; without a project's own, of the shipped one.

        At another time than now the shipped one stands in for none. While a thread builds it anew,
        because what is held has changed, the others are given the one before.
        """
        version, before = self.version(), self._index
        if before is not None and before[0] == version:
            return before[2]
        if not self._indexing.acquire(blocking=before is None) and before is not None:
            return before[2]
        try:
            held, known = self._held_or_none(), self._index
            newest = self._newest(held)
            if known is None or known[1] != newest:
                known = version, newest, ListIndex.build(self._in_force(held))
            self._index = version, newest, known[2]
            return known[2]
        finally:
            self._indexing.release()

    def in_force(self) -> tuple[ListRelease, ...]:
        """Give the releases in force with their entries, as `index` has them."""
        return self._in_force(self._held_or_none())

    def _held_or_none(self) -> tuple[ListRelease, ...]:
        try:
            return self.releases()
        except NotFound:
            return ()

    def _newest(self, held: Sequence[ListRelease]) -> tuple[ReleaseId, ...]:
        """Give the newest release of each authority that was published by the day."""
        day = self._clocks.day(self._parts.clock())
        return tuple({r.authority: r.id for r in held if r.published <= day}.values())

    def _in_force(self, held: Sequence[ListRelease]) -> tuple[ListRelease, ...]:
        """Give the newest release of each authority with its entries, else the shipped one."""
        found = (self._readable().lists.release(release) for release in self._newest(held))
        in_force = tuple(release for release in found if release is not None)
        is_now = self._clocks == NOW
        return in_force or ((self._shipped_release(),) if is_now else ())

    def _shipped_release(self) -> ListRelease:
        shipped = corpus.releases()[-1]
        return self._read_release(shipped, shipped.content())[0]

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Give the list entries that may be the one asked for, with reasons, best first.

        Raises:
            NotFound: no release was held, or in force, at the time that is asked for.
        """
        index = self.index()
        if not index.releases:
            day = self._clocks.day(self._parts.clock())
            raise NotFound(f"no release in force on {day} was held: `sayso lists show` has them")
        return index.screen(question)
