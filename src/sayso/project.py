"""One project: its files, its sanctions lists, and the time as of which it is asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

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


class Project:
    """The files and the lists of one project, as they were known at a time."""

    def __init__(self, parts: Parts, clocks: Clocks = NOW) -> None:
        self._parts = parts
        self._clocks = clocks
        self._store: Store | None = None
        self._index: tuple[str, ListIndex] | None = None

    def close(self) -> None:
        """Let go of the project's files."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _readable(self) -> Store:
        if self._store is None:
            self._store = self._parts.open_store(False)  # noqa: FBT003  # a callable has no names
        return self._store

    def _writable(self) -> Store:
        if self._store is None:
            self._store = self._parts.open_store(True)  # noqa: FBT003  # a callable has no names
        return self._store

    def add_list(
        self, authority: str, path: str, *, published: str | None, repair: bool
    ) -> tuple[ListRelease, bool]:
        """Keep one release of an authority's list, whole; False when it is already here."""
        if not Path(path).is_file():
            raise NotFound(f"{path}: no such file")
        shipped = corpus.DemoRelease(authority=authority, file=path, published=published or "")
        return self._keep_release(
            *self._read_release(shipped, Path(path).read_bytes(), repair=repair)
        )

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

        At another time than now the shipped one stands in for none.
        """
        try:
            held = self.releases()
        except NotFound:
            held = ()
        day = self._clocks.day(self._parts.clock())
        mark = " ".join((day, *(release.id for release in held)))
        if self._index is None or self._index[0] != mark:
            newest = {r.authority: r.id for r in held if r.published <= day}
            found = (self._readable().lists.release(release) for release in newest.values())
            in_force = tuple(release for release in found if release is not None)
            if not in_force and self._clocks == NOW:
                in_force = (self._shipped_release(),)
            self._index = mark, ListIndex.build(in_force)
        return self._index[1]

    def _shipped_release(self) -> ListRelease:
        shipped = corpus.releases()[-1]
        return self._read_release(shipped, shipped.content())[0]

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Give the list entries that may be the one asked for, with reasons, best first.

        Raises:
            NotFound: no release was held, or in force, at the time that is asked for.
        """
        return self._index_in_force().screen(question)

    def _index_in_force(self) -> ListIndex:
        index = self.index()
        if not index.releases:
            day = self._clocks.day(self._parts.clock())
            raise NotFound(f"no release in force on {day} was held: `sayso lists show` has them")
        return index
