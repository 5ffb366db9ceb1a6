"""One project: its files, its sanctions lists, and the time as of which it is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock, RLock
from typing import NamedTuple

from sayso.collect.collector import Collector
from sayso.demo import corpus
from sayso.errors import NotFound
from sayso.match.index import ListIndex
from sayso.match.kept import kept_index
from sayso.model.clocks import NOW, Clocks
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Candidate, Screening
from sayso.model.updates import Feed
from sayso.ports import Exporter, Extractor, Fetcher, ListSource, Store

#: A larger list file is refused; bytes, unpacked.
LIST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the workbench is put together from; each is made when it is first needed.

    Attributes:
        open_store: makes the project's files when its argument is True.
        workers: how many processes read documents that are added.
        names_file: where the index of the lists in force is kept; None without a project.
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

    def _opened(self, held: Sequence[ListRelease], newest: tuple[ReleaseId, ...]) -> ListIndex:
        """Give the index of the releases in force; that of today is kept in a file."""
        path = self._parts.names_file()
        if path is None or not newest or self._clocks != NOW:
            return ListIndex.build(self._in_force(held))
        lists = self._readable().lists
        release_of = {release.partition("@")[0]: release for release in newest}

        def entry_of(entry_id: EntryId) -> ListEntry | None:
            return lists.entry(release_of[entry_id.partition(":")[0]], entry_id)

        return kept_index(path, newest, lambda: self._in_force(held), entry_of)

    def _in_force(self, held: Sequence[ListRelease]) -> tuple[ListRelease, ...]:
        """Give the newest release of each authority with its entries, else the shipped one."""
        found = (self._readable().lists.release(release) for release in self._newest(held))
        in_force = tuple(release for release in found if release is not None)
        is_now = self._clocks == NOW
        return in_force or ((self._shipped_release(),) if is_now else ())

    def _shipped_release(self) -> ListRelease:
        return self._read_shipped(corpus.releases()[-1])[0]

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
