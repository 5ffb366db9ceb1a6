"""The house from the front: one method per thing a user can ask."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from sayso import __version__
from sayso.adding import AddOutcome, Job, Reading, Source, Taken, add_all
from sayso.collect.collector import Collector, Hints
from sayso.crew import Crew
from sayso.demo import corpus
from sayso.errors import BadInput, NotFound
from sayso.lists.compare import compare
from sayso.lists.text import intake_of
from sayso.lists.unpack import unpack
from sayso.lists.upkeep.check import check_held, entry_file
from sayso.lists.upkeep.news import Held
from sayso.match.index import ListIndex
from sayso.match.listings import listings_of
from sayso.model.briefs import Brief
from sayso.model.claims import Claim, Extraction
from sayso.model.documents import Description, Document, Erasure, Intake, Original
from sayso.model.findings import Entity, Knowledge, Record, Tie
from sayso.model.ids import EntryId, ReleaseId, digest_of
from sayso.model.incidents import Incident
from sayso.model.lists import ListChange, ListEntry, ListRelease
from sayso.model.matches import Candidate, Screening
from sayso.model.sources import Sources
from sayso.model.upkeep import Discrepancy, EntryFile
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.ports import Exporter, Extractor, ListSource, SearchHit, Store
from sayso.review import choose
from sayso.review.assemble import assemble
from sayso.review.incidents.choose import IncidentQuery, chosen_incidents
from sayso.review.incidents.group import incidents_of
from sayso.review.sources.queue import sources_of
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.evidence import confident_claims

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


def _read(extractor: Extractor, index: ListIndex, job: Job) -> Reading:
    """Take the claims out of a document, and set its entities beside the lists."""
    began = time.perf_counter()
    extraction = extractor.extract(job.document, job.passages, index)
    listings = listings_of(extraction, job.passages, index)
    return Reading(extraction, listings, time.perf_counter() - began)


class Workbench:
    """One project and everything that can be asked of it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store: Store | None = None
        self._index: tuple[str, ListIndex] | None = None
        self._knowledge: tuple[str, Knowledge] | None = None

    def close(self) -> None:
        """Let go of the project's files."""
        if self._store is not None:
            self._store.close()
            self._store = None

    # Documents

    def locate(self, sources: Sequence[str]) -> tuple[str, ...]:
        """Give the files behind paths and folders; addresses and symbols stay as they are."""
        return self._parts.collector().locate(sources)

    def add(self, sources: Sequence[str], hints: Hints) -> Iterator[AddOutcome]:
        """Read documents and keep them with their claims, in order.

        A source that fails is told as such, leaves nothing behind, and the next one follows.
        """
        collector = self.collector()
        return self._add([(s, partial(collector.take, s, hints)) for s in sources])

    def add_demo(self) -> Iterator[AddOutcome]:
        """Add the shipped documents as a user would."""
        shipped = corpus.documents()
        return self._add([(one.file, partial(self._take_shipped, one)) for one in shipped])

    def _add(self, sources: Sequence[Source]) -> Iterator[AddOutcome]:
        processes = min(self._parts.workers(), len(sources))
        crew: Crew[Taken, Job, Reading] = Crew(self.reader, processes)
        return add_all(sources, lambda: self._writable().documents, crew)

    def _take_shipped(self, shipped: corpus.DemoDocument) -> Intake:
        hints = Hints(
            kind=shipped.kind,
            title=shipped.title,
            publisher=shipped.publisher,
            published=shipped.published,
            notice=shipped.notice,
            collection="demo",
            lawful_basis=shipped.licence,
        )
        locator = shipped.address or f"sayso/demo/{shipped.file}"
        return self._parts.collector().take_bytes(shipped.content(), locator, hints)

    def collector(self) -> Collector:
        """Give what takes documents in."""
        return self._parts.collector()

    def reader(self) -> Callable[[Job], Reading]:
        """Load what reading needs, and give what reads a document without asking the store."""
        return partial(_read, self._parts.extractor(), self.index())

    def extract(self, source: str, hints: Hints) -> Record:
        """Read one document without keeping it."""
        intake = self._parts.collector().take(source, hints)
        reading = self.reader()(Job(intake.document, intake.passages))
        return Record(
            document=intake.document,
            passages=intake.passages,
            extraction=reading.extraction,
            listings=reading.listings,
            remarks=intake.remarks,
        )

    def documents(self) -> tuple[Document, ...]:
        """Give the documents held, in the order of adding; list releases are not among them."""
        held = self._readable().documents.documents()
        return tuple(d for d in held if d.kind is not DocumentKind.LIST_RELEASE)

    def document(self, key: str) -> Document:
        """Give the document with this id, path, title, or beginning of an id."""
        return choose.find_document(self.documents(), key)

    def record(self, key: str) -> Record:
        """Give one document with all that was taken out of it."""
        return self.knowledge().records[self.document(key).id]

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        """Give passages that hold the words, best first."""
        return self._readable().documents.search(query, limit)

    def describe(self, key: str, changes: Mapping[str, str], by: str) -> Document:
        """Correct what is known about a document; each correction is kept with its author."""
        document, now = self.document(key), self._parts.clock()
        for about, value in changes.items():
            self._writable().documents.describe(
                Description(document_id=document.id, about=about, value=value, by=by, at=now)
            )
        return self.document(document.id)

    def erase(self, key: str, reason: str, by: str) -> Erasure:
        """Take a document's content out and keep hash, date and reason."""
        erasure = Erasure(
            document_id=self.document(key).id, reason=reason, by=by, at=self._parts.clock()
        )
        self._writable().documents.erase(erasure)
        return erasure

    # What follows from the documents

    def knowledge(self, *, public: bool = False) -> Knowledge:
        """Give everything that follows from the records, derived anew when they have changed.

        Args:
            public: leave out what rests on documents that are not public.
        """
        store = self._readable()
        mark = f"{store.version()} {public}"
        if self._knowledge is None or self._knowledge[0] != mark:
            records = (
                record
                for record in store.documents.records()
                if record.document.kind is not DocumentKind.LIST_RELEASE
                and (not public or record.document.handling is Handling.PUBLIC)
            )
            self._knowledge = (mark, assemble(records, store.judgements.judgements()))
        return self._knowledge[1]

    def entity(self, key: str) -> Entity:
        """Give the entity with this id, name or list reference."""
        return choose.find_entity(self.knowledge(), key)

    def claims(self, query: choose.ClaimQuery) -> tuple[Claim, ...]:
        """Give the claims that a query asks for."""
        return choose.chosen_claims(self.knowledge(), query)

    def ties(self, names: Sequence[str]) -> tuple[Tie, ...]:
        """Give the ties of one named entity, or between two; all for none."""
        return choose.chosen_ties(self.knowledge(), names)

    def sources(self, *, public: bool = False) -> tuple[Knowledge, Sources]:
        """Give what is known, and the sources to obtain beside the documents held."""
        knowledge = self.knowledge(public=public)
        return knowledge, sources_of(knowledge, self._readable().judgements.judgements())

    def incidents(self, query: IncidentQuery) -> tuple[Incident, ...]:
        """Give the incidents that a query asks for, in the order in which they are first told."""
        knowledge = self.knowledge()
        return chosen_incidents(knowledge, incidents_of(knowledge), query)

    def brief(self, entity: str | None, *, most: int, public: bool = False) -> Brief:
        """Write the cited brief of the whole project, or of one entity."""
        knowledge = self.knowledge(public=public)
        about = None if entity is None else choose.find_entity(knowledge, entity).id
        now = self._parts.clock()
        versions = (("Sayso", __version__), *(("list", r) for r in self.index().releases))
        scope = BriefScope(entity=about, max_findings=most)
        return compose(knowledge, scope, made=now, cut_off=now, versions=versions)

    def export(self, form: str, *, public: bool) -> Mapping[str, bytes]:
        """Give the files of an export, by name."""
        return self._parts.exporters[form].write(self.knowledge(public=public))

    # Lists

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
        """Give the releases held, without their entries."""
        return self._readable().lists.releases()

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

    def check_list(self, key: str) -> tuple[ListRelease, tuple[Discrepancy, ...]]:
        """Give a release (`un`, or `un@2026-02-27`) with what in it is stale or at odds."""
        release = self._release_in_force(key)
        return release, check_held(self._readable().lists, release, self._held(self.knowledge()))

    def entry_file(self, reference: str, *, public: bool = False) -> tuple[Knowledge, EntryFile]:
        """Give what is known, and all that the releases held tell of one entry."""
        entry = EntryId(reference if ":" in reference else f"un:{reference}")
        newest = self._release_in_force(entry.partition(":")[0])
        knowledge = self.knowledge(public=public)
        return knowledge, entry_file(self._readable().lists, entry, newest, self._held(knowledge))

    def _release_in_force(self, key: str) -> ListRelease:
        return self._release(key if "@" in key else f"{key}@{self._parts.clock().date()}")

    def _held(self, knowledge: Knowledge) -> Held:
        shown = (f for f in knowledge.findings.values() if confident_claims(knowledge, f))
        return Held(knowledge=knowledge, findings=tuple(shown))

    def index(self) -> ListIndex:
        """Give the names of the releases in force; without a project's own, of the shipped one."""
        try:
            lists = self._readable().lists
        except NotFound:
            lists = None
        held = () if lists is None else lists.releases()
        today = self._parts.clock().date().isoformat()
        mark = " ".join((today, *(release.id for release in held)))
        if self._index is None or self._index[0] != mark:
            authorities = sorted({release.authority for release in held})
            found = () if lists is None else [lists.in_force(a, today) for a in authorities]
            in_force = tuple(release for release in found if release is not None)
            self._index = mark, ListIndex.build(in_force or (self._shipped_release(),))
        return self._index[1]

    def _shipped_release(self) -> ListRelease:
        shipped = corpus.releases()[-1]
        return self._read_release(shipped, shipped.content())[0]

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Give the list entries that may be the one asked for, with reasons, best first."""
        return self.index().screen(question)

    # The project's files

    def _readable(self) -> Store:
        if self._store is None:
            self._store = self._parts.open_store(False)  # noqa: FBT003  # a callable has no names
        return self._store

    def _writable(self) -> Store:
        if self._store is None:
            self._store = self._parts.open_store(True)  # noqa: FBT003  # a callable has no names
        return self._store
