"""One project: its files, its sanctions lists, and the time as of which it is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock, RLock
from typing import NamedTuple

from sayso.collect.collector import Collector
from sayso.demo import corpus
from sayso.errors import BadListRelease, NotFound, Undated
from sayso.lists.compare import compare, seen_before
from sayso.lists.reading.files import ListFiles, content_of, files_at, media_type_of
from sayso.lists.reading.held import held_for, release_by, release_named
from sayso.lists.reading.loss import check_loss
from sayso.lists.reading.release import refuse_future
from sayso.lists.reading.whose import alike, whose
from sayso.lists.text import intake_of
from sayso.lists.updating.feeds import chosen, source_of
from sayso.lists.updating.states import states_of
from sayso.lists.updating.update import Means, update_all
from sayso.match.index import ListIndex
from sayso.match.kept import kept_index
from sayso.model.claims import Extraction
from sayso.model.clocks import NOW, Clocks
from sayso.model.documents import Original
from sayso.model.ids import DocumentId, EntryId, ReleaseId, digest_of
from sayso.model.lists import ListChange, ListEntry, ListRelease
from sayso.model.updates import Feed, ListState, ListUpdate
from sayso.ports import Exporter, Extractor, Fetcher, ListSource, Store
from sayso.relisting import Changed, relist

#: A larger list file is refused; bytes, unpacked.
LIST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the workbench is put together from; each is made when it is first needed.

    Attributes:
        open_store: makes the project's files when its argument is True.
        workers: how many processes read documents that are added.
        names_file: where the index of the lists in force is kept; None without a project.
        states_file: where what the lists show of the states is kept; None without a project.
    """

    open_store: Callable[[bool], Store]
    collector: Callable[[], Collector]
    extractor: Callable[[], Extractor]
    workers: Callable[[], int]
    list_sources: Mapping[str, ListSource]
    list_feeds: Callable[[], Mapping[str, Feed]]
    list_fetcher: Callable[[], Fetcher]
    exporters: Mapping[str, Exporter]
    clock: Callable[[], datetime]
    names_file: Callable[[], Path | None] = lambda: None
    states_file: Callable[[], Path | None] = lambda: None


class Kept(NamedTuple):
    """What became of a release that was to be kept.

    Attributes:
        release: that which is held: of a file that was here already, as it was kept then.
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

    def _store_for(self, may_create: bool) -> Store:  # noqa: FBT001  # a callable has no names
        return self._opened(may_create=may_create)

    def _writable(self) -> Store:
        return self._opened(may_create=True)

    def _opened(self, *, may_create: bool) -> Store:
        with self._opening:
            if self._store is None:
                self._store = self._parts.open_store(may_create)
            return self._store

    def original(self, document: DocumentId) -> Original | None:
        """Give the bytes of a document as they came; None where they are not held."""
        return self._readable().documents.original(document)

    def version(self) -> str:
        """Give a mark that changes when any process adds anything, and at midnight (UTC)."""
        try:
            held = self._readable().version()
        except NotFound:
            held = ""
        return f"{self._clocks.day(self._parts.clock())} {held}"

    def add_list(self, given: ListFiles) -> Kept:
        """Keep one release of an authority's list, whole, and set what is held beside it.

        A release that is here already is kept once; all documents are then looked at again.

        Raises:
            BadListRelease: it cannot be read whole, has lost more entries than is plausible, or is
                of a day that has not come.
        """
        packed = files_at(given.paths, max_bytes=LIST_BYTES)
        release, original = self._read_release(given, packed)
        refuse_future(release, self._parts.clock())
        return self._take(release, original, force=given.force)

    def _take(self, release: ListRelease, original: Original, *, force: bool = False) -> Kept:
        """Keep a release that arrives, in whatever way, and set what is held beside it."""
        store = self._writable()
        own = frozenset(one.document_id for one in store.lists.releases())
        is_alone = all(added.document_id in own for added in store.documents.additions())
        before = () if is_alone else self._in_force(self.releases())
        is_new = self._keep_release(release, original, force=force)
        if not is_new:
            release = held_for(release, store.lists)
        if is_alone:
            return Kept(release, is_new, 0)
        changed = Changed.between(before, self._in_force(self.releases())) if is_new else None
        own |= {release.document_id}
        relisted = relist(store.documents, self.index, changed, self._parts.clock(), own)
        return Kept(release, is_new, relisted)

    def update_lists(
        self, authorities: Sequence[str], *, dry_run: bool = False, force: bool = False
    ) -> Iterator[ListUpdate]:
        """Ask each authority for its newest release, in order; for none, all that can be read.

        Args:
            authorities: codes.
            dry_run: keep nothing.
            force: take releases even though they have lost many entries.

        Raises:
            BadInput: one of them has no address.
        """
        sources, feeds = self._parts.list_sources, self._parts.list_feeds()
        means = Means(
            source_of=partial(source_of, sources=sources),
            fetcher=self._parts.list_fetcher(),
            store=self._store_if_any,
            keep=None if dry_run else lambda *read: self._take(*read, force=force)[1:],
            clock=self._parts.clock,
            max_bytes=LIST_BYTES,
            force=force,
        )
        return update_all(chosen(feeds, sources, authorities), means)

    def list_states(self) -> tuple[ListState, ...]:
        """Give each list that can be read, with what of it is held."""
        store, today = self._store_if_any(), self._parts.clock().date()
        held = () if store is None else store.lists.releases()
        return states_of(self._parts.list_feeds(), self._parts.list_sources, held, today)

    def _store_if_any(self) -> Store | None:
        try:
            return self._readable()
        except NotFound:
            return None

    def add_demo_lists(self) -> Iterator[tuple[ListRelease, bool]]:
        """Add the shipped list releases as a user would."""
        for shipped in corpus.releases():
            yield self._take(*self._read_shipped(shipped))[:2]

    def _keep_release(
        self, release: ListRelease, original: Original, *, force: bool = False
    ) -> bool:
        """Keep a release, and its entries as passages of a document that its authority wrote.

        False when it is here already.
        """
        store = self._writable()
        if not force:
            check_loss(release, store.lists)
        is_new = store.lists.add(release, original)
        if not store.documents.holds(original.id):
            empty = Extraction(document_id=original.id, extractor="none")
            stated = store.lists.first_stated(release.id)
            store.documents.add(intake_of(release, original, stated), empty, ())
        return is_new

    def _read_release(
        self, given: ListFiles, packed: Iterable[tuple[str, bytes]]
    ) -> tuple[ListRelease, Original]:
        source = source_of(given.authority, self._parts.list_sources)
        content = content_of(packed, max_bytes=LIST_BYTES)
        original = Original(
            id=digest_of(content),
            content=content,
            locator=", ".join(given.paths),
            media_type=media_type_of(content),
            retrieved=self._parts.clock(),
        )
        return source.read(original, published=given.published, repair=given.repair), original

    def _read_shipped(self, shipped: corpus.DemoRelease) -> tuple[ListRelease, Original]:
        given = ListFiles(
            authority=shipped.authority, paths=(shipped.file,), published=shipped.published or None
        )
        return self._read_release(given, [(shipped.file, shipped.content())])

    def releases(self) -> tuple[ListRelease, ...]:
        """Give the releases held, without their entries; for a valid time those then in force."""
        held = self._readable().lists.releases()
        known = tuple(r for r in held if self._clocks.knew(r.retrieved))
        if self._clocks.valid_on is None:
            return known
        day = self._clocks.day(self._parts.clock())
        return tuple({r.authority: r for r in known if r.published <= day}.values())

    def _out_by_day(self) -> tuple[ListRelease, ...]:
        """Give every release that was known and out by the day, without entries."""
        day = self._clocks.day(self._parts.clock())
        held = self._readable().lists.releases()
        return tuple(r for r in held if self._clocks.knew(r.retrieved) and r.published <= day)

    def diff_lists(
        self, old: str, new: str
    ) -> tuple[ListRelease, ListRelease, tuple[ListChange, ...]]:
        """Compare two releases, each named `authority@date` or as a file."""
        before, after = self._release(old, beside=new), self._release(new, beside=old)
        store = self._store_if_any()  # none where two files are compared without a project
        earlier = frozenset[str]() if store is None else seen_before(before, store.lists)
        return before, after, compare(before, after, earlier)

    def _release(self, key: str, *, beside: str = "") -> ListRelease:
        """Give a release: named, in force on a day, or as a file.

        A file is of the list of the one beside it.
        """
        name, _, day = key.rpartition("@")
        for path, published in ((key, None), (name, day)):
            if path and Path(path).exists():
                return self._read_any(path, published, beside.partition("@")[0])
        return release_named(key, self._readable().lists)

    def _read_any(self, path: str, published: str | None, authority: str) -> ListRelease:
        """Read the release in a file or folder: of this authority, or else of whose it seems to be.

        Raises:
            BadListRelease: it cannot be read, states no date and none is given, or is no list that
                we know.
        """
        sources = self._parts.list_sources
        packed = tuple(files_at([path], max_bytes=LIST_BYTES))
        content = content_of(packed, max_bytes=LIST_BYTES)
        likely = (authority,) if authority in sources else alike(content, sources)
        refused: BadListRelease | None = None
        for code in likely or sources:
            given = ListFiles(authority=code, paths=(path,), published=published)
            try:
                return self._read_release(given, packed)[0]
            except BadListRelease as bad:
                refused = refused or bad
        if likely and isinstance(refused, Undated):
            day = f"write it with its day: {path}@2026-02-27"
            raise Undated(f"{path}: it states no date; {day}") from refused
        if likely and refused is not None:
            raise refused
        owner = whose(content)
        told = "no list that we know" if owner is None else f"it seems to be {owner.name}"
        raise BadListRelease(
            f"{path}: {told}; add it with `sayso lists add`, and compare the releases held"
        )

    def _entry_id(self, reference: str) -> EntryId:
        """Give the id that a reference stands for: `un:QDe.132`, or `QDe.132`.

        Without its list it is that of the one list which has it; of none, or several, the UN's.
        """
        if ":" in reference:
            return EntryId(reference)
        lists = self._readable().lists
        held = dict.fromkeys(release.authority for release in lists.releases())
        ids = [EntryId(f"{authority}:{reference}") for authority in held]
        having = [one for one in ids if any(entry for _, entry in lists.history(one))]
        return having[0] if len(having) == 1 else EntryId(f"un:{reference}")

    def list_history(self, reference: str) -> tuple[tuple[ReleaseId, ListEntry | None], ...]:
        """Give an entry in each release held, oldest first; None where it is absent."""
        found = self._readable().lists.history(self._entry_id(reference))
        if not any(held is not None for _, held in found):
            raise NotFound(f"no entry {reference!r} in any release held")
        return found

    def _release_in_force(self, key: str) -> ListRelease:
        if "@" in key:
            return self._release(key)
        today = self._parts.clock().date().isoformat()
        return release_by(key, today, self._readable().lists)

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
                known = version, newest, self._index_of(held, newest)
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

    def _index_of(self, held: Sequence[ListRelease], newest: tuple[ReleaseId, ...]) -> ListIndex:
        """Give the index of the releases in force; that of today is kept in a file."""
        path = self._parts.names_file()
        if path is None or not newest or self._clocks != NOW:
            return ListIndex.build(self._in_force(held))
        lists = self._readable().lists
        release_of = {release.partition("@")[0]: release for release in newest}

        def entry_of(entry_id: EntryId) -> ListEntry | None:
            release = release_of.get(entry_id.partition(":")[0])
            return None if release is None else lists.entry(release, entry_id)

        return kept_index(path, newest, lambda: self._in_force(held), entry_of)

    def _in_force(self, held: Sequence[ListRelease]) -> tuple[ListRelease, ...]:
        """Give the newest release of each authority with its entries, else the shipped one."""
        found = (self._readable().lists.release(release) for release in self._newest(held))
        in_force = tuple(release for release in found if release is not None)
        is_now = self._clocks == NOW
        return in_force or ((self._shipped_release(),) if is_now else ())

    def _shipped_release(self) -> ListRelease:
        return self._read_shipped(corpus.releases()[-1])[0]

    def _index_in_force(self) -> ListIndex:
        """Give the index that is screened against.

        Raises:
            NotFound: no release was held, or in force, at the time that is asked for.
        """
        index = self.index()
        if not index.releases:
            day = self._clocks.day(self._parts.clock())
            raise NotFound(f"no release in force on {day} was held: `sayso lists show` has them")
        return index
