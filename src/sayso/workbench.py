"""The house from the front: one method per thing a user can ask."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sayso import __version__
from sayso.adding import AddOutcome, Job, Reading, Source, Taken, add_all, read, take_shipped
from sayso.briefing import Briefing, Ordered
from sayso.collect.collector import Collector, Hints
from sayso.crew import Crew
from sayso.deliberation import Deliberation
from sayso.demo import corpus
from sayso.errors import NotFound
from sayso.exchanging import Exchange, Means
from sayso.knowing import Known
from sayso.lists.upkeep.check import check_held, entry_file
from sayso.lists.upkeep.news import Held
from sayso.match.index import ListIndex
from sayso.model.briefs import Brief
from sayso.model.claims import Claim
from sayso.model.clocks import NOW, Clocks
from sayso.model.documents import Addition, Description, Document, Erasure, Passage, SearchHit
from sayso.model.drift import Comparison, Series
from sayso.model.findings import Entity, Judgement, Knowledge, Record, Tie
from sayso.model.flows import Capabilities, Flows
from sayso.model.ids import EntryId, FindingId
from sayso.model.incidents import Incident
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.news import WATCHING
from sayso.model.sources import Sources
from sayso.model.upkeep import Discrepancy, EntryFile
from sayso.model.vocabulary import DocumentKind
from sayso.overseeing import Overseeing, Overseen
from sayso.ports import LogStore
from sayso.project import Parts, Project
from sayso.recording import Recording
from sayso.review import choose
from sayso.review.drift.compare import Comparisons, compare_accounts
from sayso.review.drift.series import develop, in_series
from sayso.review.flows.ladder import LadderQuery, capabilities_of
from sayso.review.flows.rows import FlowQuery, flows_of
from sayso.review.incidents.choose import IncidentQuery, chosen_incidents
from sayso.review.incidents.group import incidents_of
from sayso.review.judging.entries import ENTRY, is_on_entries
from sayso.review.judging.making import Asked, check_signed, make, undo
from sayso.review.screening.clearing import is_on_customer
from sayso.review.sources.queue import sources_of
from sayso.review.times.valid import narrowed, undated
from sayso.screenings import Opened, Screenings
from sayso.states.models import state_models
from sayso.views.evidence import confident_claims, findings_that_wait
from sayso.views.times.notes import Standpoint, notes


class Workbench(Project):
    """One project and everything that can be asked of it."""

    def __init__(self, parts: Parts, clocks: Clocks = NOW) -> None:
        super().__init__(parts, clocks)
        self._known = {p: Known(public=p, as_of=clocks.as_of) for p in (False, True)}

    def at(self, clocks: Clocks) -> "Workbench":
        """Give the project as it was known, and for the days, that are asked for.

        What follows from the documents, and the list releases, are then those; only this one is
        closed, and only this one is written to.
        """
        return Workbench(replace(self._parts, open_store=self._store_for), clocks)

    # Documents

    def locate(self, sources: Sequence[str]) -> tuple[str, ...]:
        """Give the files behind paths and folders; addresses and symbols stay as they are."""
        return self._parts.collector().locate(sources)

    def add(self, sources: Sequence[str], hints: Hints) -> Iterator[AddOutcome]:
        """Read documents and keep them with their claims, in order.

        A source that fails is told as such, leaves nothing behind, and the next one follows.
        """
        collector = self.collector()
        given = [(s, partial(collector.take, s, hints)) for s in sources]
        return self.add_from(given, min(self._parts.workers(), len(given)))

    def add_demo(self) -> Iterator[AddOutcome]:
        """Add the shipped documents as a user would."""
        taking = partial(take_shipped, self.collector())
        given = [(one.file, partial(taking, one)) for one in corpus.documents()]
        return self.add_from(given, min(self._parts.workers(), len(given)))

    def add_from(self, sources: Iterable[Source], processes: int) -> Iterator[AddOutcome]:
        """Keep what sources give, in order; with one process each is taken in its turn."""
        crew: Crew[Taken, Job, Reading] = Crew(self.reader, processes)
        return add_all(sources, lambda: self._writable().documents, crew, self._parts.clock)

    def collector(self) -> Collector:
        """Give what takes documents in."""
        return self._parts.collector()

    def reader(self) -> Callable[[Job], Reading]:
        """Load what reading needs, and give what reads a document without asking the store."""
        return partial(read, self._parts.extractor(), self.index().in_memory())

    def rebuild_index(self) -> ListIndex:
        """Build the index of the lists in force anew, whatever its file is like."""
        path = self._parts.names_file()
        if path is not None:
            path.unlink(missing_ok=True)
        self._index = None
        return self.index()

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

    def readable(self, source: str) -> tuple[Document, tuple[Passage, ...]]:
        """Give a file or address read without being kept, or a document held, by what names it."""
        if source != "-" and not Path(source).exists():
            try:
                held = self._readable().documents.record(self.document(source).id)
            except NotFound:
                held = None
            if held is not None:
                return held.document, held.passages
        intake = self._parts.collector().take(source, Hints())
        return intake.document, intake.passages

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
        """Take a document's content out and keep hash, date and reason.

        Raises:
            BadInput: nobody signs it, or it has no reason.
        """
        check_signed(by, reason)
        erasure = Erasure(
            document_id=self.document(key).id, reason=reason, by=by, at=self._parts.clock()
        )
        self._writable().documents.erase(erasure)
        return erasure

    def additions(self) -> tuple[Addition, ...]:
        """Give when each document known then was added, erased ones too; no list releases."""
        store = self._readable()
        releases = {release.document_id for release in store.lists.releases()}
        added = (a for a in store.documents.additions() if a.document_id not in releases)
        return tuple(a for a in added if self._clocks.knew(a.at))

    def standpoint(self) -> Standpoint:
        """Give from where this project is seen, and what cannot be seen from there."""
        left_out = 0
        if self._clocks.valid_on is not None:
            left_out = undated(self._assembled(public=False), self._clocks)
        return Standpoint(clocks=self._clocks, additions=self.additions(), left_out=left_out)

    # What follows from the documents

    def knowledge(self, *, public: bool = False) -> Knowledge:
        """Give everything that follows from the records; only what is new in them costs.

        Args:
            public: leave out what rests on documents that are not public.
        """
        return narrowed(self._assembled(public=public), self._clocks)

    def _assembled(self, *, public: bool) -> Knowledge:
        """Give what is known of any valid time."""
        return self._known[public].knowledge(self._readable(), self._judged, self._entry_in_force)

    def _judged(self) -> tuple[Judgement, ...]:
        """Give the judgements that say something of what is known.

        A watch list says nothing, nor does a clearing of a customer or a pair of list entries.
        """
        said = (j for j in self.judgements() if j.verdict not in WATCHING)
        return tuple(j for j in said if not is_on_customer(j) and not is_on_entries(j))

    def judgements(self) -> tuple[Judgement, ...]:
        """Give what people decided, in the order in which they did."""
        held = self._readable().judgements.judgements()
        return tuple(j for j in held if self._clocks.knew(j.at))

    def keep_judgement(self, judgement: Judgement) -> None:
        """Append what a person decided."""
        self._writable().judgements.add(judgement)

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
        review = self._known[public].review
        return knowledge, sources_of(knowledge, review.corpus, review.origins)

    def incidents(self, query: IncidentQuery) -> tuple[Incident, ...]:
        """Give the incidents that a query asks for, in the order in which they are first told."""
        knowledge = self.knowledge()
        return chosen_incidents(knowledge, incidents_of(knowledge), query)

    def flows(self, query: FlowQuery, *, unsure: bool = False) -> Flows:
        """Give who gives whom what, without what waits in review unless `unsure`."""
        return flows_of(self.knowledge(), query, self._waiting(unsure=unsure))

    def capabilities(self, query: LadderQuery, *, unsure: bool = False) -> Capabilities:
        """Give what parties seek, acquired, hold and use, without what waits unless `unsure`."""
        return capabilities_of(self.knowledge(), query, self._waiting(unsure=unsure))

    def _waiting(self, *, unsure: bool) -> frozenset[FindingId]:
        return frozenset() if unsure else findings_that_wait(self.knowledge())

    def deliberation(self) -> Deliberation:
        """Give the questions under competing hypotheses, and those about identity."""
        return Deliberation(self._readable(), self.knowledge(), self._parts.clock)

    def compare(self, secondary: str, primary: str) -> Comparison:
        """Set what one document ascribes to another beside what that one says."""
        account, source = self.document(secondary), self.document(primary)
        return compare_accounts(account, source, self._comparisons())

    def series(self, keys: Sequence[str], *, any_author: bool = False) -> Series:
        """Set each of one author's reports beside the one before it."""
        reports = in_series([self.document(key) for key in keys], any_author=any_author)
        return develop(reports, self._comparisons())

    def _comparisons(self) -> Comparisons:
        self._assembled(public=False)
        return self._known[False].review.comparisons()

    def brief(
        self, entity: str | None, *, most: int, public: bool = False, final: bool = False
    ) -> Brief:
        """Write the cited brief of the whole project, or of one entity.

        Raises:
            Unsigned: it is to be final, and lines of it name a person whom nobody signed for.
        """
        ordered = Ordered(entity=entity, most=most, final=final)
        return self.briefing(public=public).compose(ordered)

    def briefing(self, *, public: bool = False) -> Briefing:
        """Give what composes, outlines and lints briefs."""
        now = self._parts.clock()
        return Briefing(
            knowledge=self.knowledge(public=public),
            whole=self.knowledge,
            questions=self.deliberation,
            made=now,
            cut_off=min(now, self._clocks.as_of or now),
            versions=(("Sayso", __version__), *(("list", r) for r in self.index().releases)),
            notices=notes(self.standpoint()),
            public=public,
        )

    def exchange(self) -> Exchange:
        """Give what exports what is known, and takes in what other tools know."""
        entry, stores = self._entry_in_force, (self._readable, self._writable)
        return Exchange(self, Means(self._parts.exporters, self._parts.clock, entry, *stores))

    # Screening with memory

    def screenings(self) -> Screenings:
        """Give what screens, on the lists in force, with the project's clearings and customers."""
        opened = Opened(self._index_in_force, self._store_for, self.judgements, self._parts.clock)
        return Screenings(opened)

    # The states

    def overseeing(self, *, public: bool = False) -> Overseeing:
        """Give what can be asked of how the states carry the measures out, as was known then."""
        recording = self.recording(public=public)
        held = Overseen(
            lists=self._readable().lists,
            releases=self._out_by_day(),
            judgements=self.judgements(),
            as_of=self._clocks.day(self._parts.clock()),
            records=lambda _: recording,
            models=state_models(),
            clocks=self._clocks,
            kept=self._parts.states_file(),
        )
        return Overseeing(held)

    def recording(self, *, public: bool = False) -> Recording:
        """Give what documents tell of states, and what may concern the measures."""
        return Recording(
            held=self._store_if_any,
            writable=self._writable,
            knowledge=partial(self.knowledge, public=public),
            entry=self._entry_in_force,
            clocks=self._clocks,
            clock=self._parts.clock,
            public=public,
        )

    # What people decide

    def judge(self, asked: Asked) -> Judgement:
        """Keep a person's judgement on something that is known.

        Raises:
            NotFound: it is on nothing that is known, or on what was erased.
        """
        now = self._parts.clock()
        if asked.about.startswith(ENTRY):
            made = self.overseeing().judgement(asked, now)
        else:
            self._refuse_erased(asked.about)
            made = make(self.knowledge(), asked, self._entry_in_force, now)
        self._writable().judgements.add(made)
        return made

    def _refuse_erased(self, about: str) -> None:
        """Say of a claim whose document was erased by whom that was, and why."""
        for added in self.additions():
            erased, digits = added.erasure, added.document_id[7:15]
            if erased is not None and about.startswith((f"c-{digits}-", f"a-{digits}-")):
                raise NotFound(
                    f"no claim {about!r}: its document “{added.title}” was erased on "
                    f"{erased.at.date()} by {erased.by}: {erased.reason}"
                )

    def undo(self, judgement: str, by: str, reason: str) -> Judgement:
        """Take a judgement back by a new one; both are kept."""
        made = undo(self.judgements(), judgement, by, reason, self._parts.clock())
        self._writable().judgements.add(made)
        return made

    def log(self) -> LogStore:
        """Give the log of all that was added and decided."""
        return self._readable().log

    def _entry_in_force(self, entry: EntryId) -> ListEntry | None:
        """Give an entry as it stands in the release in force, without loading the others."""
        day = self._clocks.day(self._parts.clock())
        held = {release.id for release in self.releases() if release.published <= day}
        history = [e for key, e in self._readable().lists.history(entry) if key in held]
        return history[-1] if history else self.index().entry(entry)

    # Lists beside what is known

    def check_list(self, key: str) -> tuple[ListRelease, tuple[Discrepancy, ...]]:
        """Give a release (`un`, or `un@2026-02-27`) with what in it is stale or at odds."""
        release = self._release_in_force(key)
        return release, check_held(self._readable().lists, release, self._held(self.knowledge()))

    def entry_file(self, reference: str, *, public: bool = False) -> tuple[Knowledge, EntryFile]:
        """Give what is known, and all that the releases held tell of one entry."""
        entry = self._entry_id(reference)
        newest = self._release_in_force(entry.partition(":")[0])
        knowledge = self.knowledge(public=public)
        return knowledge, entry_file(self._readable().lists, entry, newest, self._held(knowledge))

    def _held(self, knowledge: Knowledge) -> Held:
        shown = (f for f in knowledge.findings.values() if confident_claims(knowledge, f))
        return Held(knowledge=knowledge, findings=tuple(shown))
