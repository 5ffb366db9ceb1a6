"""What documents tell of states: taken in, listed, and set beside what is said of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, cached_property
from typing import Final

from sayso.collect.tables.rows import Row, Wanted
from sayso.errors import BadInput, NotFound
from sayso.model.clocks import Clocks
from sayso.model.concerns import Concerns, Said
from sayso.model.documents import Document
from sayso.model.findings import Knowledge, Record
from sayso.model.ids import DocumentId, EntryId, FindingId
from sayso.model.lists import ListEntry
from sayso.model.oversight import RecordKind, Refusal, StateRecord
from sayso.model.vocabulary import Handling, Measure
from sayso.ports import Store
from sayso.review.choose import fitting_documents
from sayso.review.flows.rows import FlowQuery, flows_of
from sayso.states.concerns.asking import concerns_of
from sayso.states.concerns.said import said_of
from sayso.states.countries import state_name
from sayso.states.records.kinds import known_columns
from sayso.states.records.reading import Reading, Terms
from sayso.views.evidence import findings_that_wait
from sayso.views.recorded.records import Listed

#: Refusals of one file that are told; the rest are counted.
MOST_TOLD: Final = 100
#: What a file of records is read for.
RECORDS: Final = Wanted(
    lambda column: column.strip().casefold() in known_columns(),
    lambda column: column.strip().casefold() == "state",
    "no column `state` in its first line ({shown}): neither JSON nor a CSV file of records; "
    "`sayso states template KIND` prints one",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of a file of records.

    Attributes:
        rows: that were read.
        new: records that were not here yet; 0 where anything is refused.
        refused: up to MOST_TOLD, in the order of the rows.
        more: refusals beyond them.
        not_held: titles of documents that the rows name and that are not held.
    """

    rows: int
    new: int
    refused: tuple[Refusal, ...] = ()
    more: int = 0
    not_held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource:
    """A document that records of states name and that was not held when they were made.

    Attributes:
        records: that rest on it, oldest first.
        may_be: documents held now that have its name; a question, never a match.
    """

    title: str
    records: tuple[str, ...]
    may_be: tuple[DocumentId, ...]


@dataclass(frozen=True, kw_only=True)
class Recording:
    """The records of states that one project holds.

    Attributes:
        held: gives what is kept, or None where there is no project yet.
        writable: begins the project where there is none.
        entry: gives an entry as it stands in the release in force.
        public: leave out what rests on documents that are not public.
    """

    held: Callable[[], Store | None]
    writable: Callable[[], Store]
    knowledge: Callable[[], Knowledge]
    entry: Callable[[EntryId], ListEntry | None]
    clocks: Clocks
    clock: Callable[[], datetime]
    public: bool = False

    def take_in(self, rows: Iterable[Row], by: str, kind: RecordKind | None = None) -> TakenIn:
        """Keep the records of a file, all or none; what is here already adds nothing.

        Args:
            rows: of the file.
            by: who records it.
            kind: of rows that do not say theirs.

        Raises:
            BadInput: the file has no rows.
        """
        reading = Reading(self._terms(by, kind))
        records: list[StateRecord] = []
        refused: list[Refusal] = []
        number = 0
        for row in rows:
            number += 1
            if row.error is not None:
                step = "put the row right, or take it out"
                refused.append(Refusal(row=row.number, column=None, what=row.error, step=step))
                continue
            read = reading.read(row.number, row.cells)
            if isinstance(read, StateRecord):
                records.append(read)
            else:
                refused += read
        if not number:
            raise BadInput("no rows: `sayso states template KIND` prints a file with one")
        if refused:
            told, more = tuple(refused[:MOST_TOLD]), max(0, len(refused) - MOST_TOLD)
            return TakenIn(rows=number, new=0, refused=told, more=more)
        not_held = {one.proof.title: None for one in records if one.proof.document is None}
        return TakenIn(rows=number, new=self.add(records), not_held=tuple(not_held))

    def add(self, records: Sequence[StateRecord]) -> int:
        """Append records, all or none; give how many were not here yet."""
        return self.writable().states.add(records)

    def record(self, cells: Mapping[str, object], by: str) -> tuple[StateRecord, bool]:
        """Keep one record; say whether it is new.

        Raises:
            BadInput: it is none; says what is wrong with which column.
        """
        read = Reading(self._terms(by, None)).read(1, cells)
        if not isinstance(read, StateRecord):
            raise BadInput("; ".join(f"{one.column}: {one.what}: {one.step}" for one in read))
        return read, self.add([read]) == 1

    def records(self, state: str | None = None, *, every: bool = False) -> tuple[StateRecord, ...]:
        """Give what was recorded by then, oldest first; corrected records only with `every`."""
        store = self.held()
        held = () if store is None else store.states.records(state)
        known = [one for one in held if self.clocks.knew(one.at)]
        corrected = frozenset() if every else frozenset(one.replaces for one in known)
        return tuple(o for o in known if o.id not in corrected and self._may_show(o))

    def named_sources(self) -> tuple[NamedSource, ...]:
        """Give the documents that records name and that are not held, the most relied on first."""
        resting: dict[str, list[str]] = {}
        for one in self.records():
            if one.proof.document is None:
                resting.setdefault(one.proof.title, []).append(one.id)
        called: dict[str, list[DocumentId]] = {}
        for document in self._documents:
            called.setdefault(document.name, []).append(document.id)
        found = (
            NamedSource(title=title, records=tuple(ids), may_be=tuple(called.get(title, ())))
            for title, ids in resting.items()
        )
        return tuple(sorted(found, key=lambda one: (-len(one.records), one.title)))

    def told_with(self, records: Sequence[StateRecord], state: str | None = None) -> Listed:
        """Give records beside what documents say of the same states, and of one alone."""
        said, asked = self.said(state), self.questions(state).asked
        codes = {*(one.state for one in records), *(one.state for one in said)}
        codes = codes.union(*(one.states for one in asked))
        return Listed(
            records=records,
            said=said,
            knowledge=Knowledge() if self.held() is None else self._knowledge,
            names={code: state_name(code) for code in sorted(codes)},
        )

    def said(self, state: str | None = None) -> tuple[Said, ...]:
        """Give what documents say of what states did, or did not do, to carry measures out."""
        return tuple(one for one in self._said if state in {None, one.state})

    def questions(self, state: str | None = None, *, unsure: bool = False) -> Concerns:
        """Give the findings that may concern a measure, as questions; of one state or of all."""
        found = self._concerns if unsure else self._sure_concerns
        asked, others = (
            tuple(one for one in part.asked if state is None or state in one.states)
            for part in (found, self._concerns)
        )
        known = frozenset(one.id for one in asked)
        in_review = sum(one.id not in known for one in others)
        return replace(found, asked=asked, in_review=in_review)

    @cached_property
    def _said(self) -> tuple[Said, ...]:
        return () if self.held() is None else said_of(self._knowledge)

    @cached_property
    def _concerns(self) -> Concerns:
        return self._concerns_without(frozenset())

    @cached_property
    def _sure_concerns(self) -> Concerns:
        """Give the questions without the findings that wait in review."""
        if self.held() is None:
            return self._concerns
        return self._concerns_without(findings_that_wait(self._knowledge))

    def _concerns_without(self, waiting: frozenset[FindingId]) -> Concerns:
        if self.held() is None:
            return Concerns(asked=(), possible=0, not_bound=0)
        flows = flows_of(self._knowledge, FlowQuery(), waiting)
        return concerns_of(self._knowledge, flows, self._measures, waiting)

    def _may_show(self, one: StateRecord) -> bool:
        return not self.public or one.proof.document not in self._guarded

    @cached_property
    def _guarded(self) -> frozenset[DocumentId]:
        """Give the documents held that are not public."""
        return frozenset(d.id for d in self._documents if d.handling is not Handling.PUBLIC)

    def _measures(self, reference: str) -> tuple[Measure, ...] | None:
        entry = self.entry(EntryId(f"un:{reference}"))
        return None if entry is None else entry.measures

    @cached_property
    def _knowledge(self) -> Knowledge:
        return self.knowledge()

    def _terms(self, by: str, kind: RecordKind | None) -> Terms:
        if not by.strip():
            raise BadInput("nobody signs: give --by NAME")
        return Terms(
            by=by,
            at=self.clock(),
            kind=kind,
            source=cache(self._source),
            knows=self._knows,
            held={one.id: one for one in self.records(every=True)},
        )

    def _source(self, key: str) -> Record | None:
        """Give the document held that a cell names.

        Raises:
            NotFound: several fit.
        """
        store = self.held()
        found = () if store is None else fitting_documents(self._documents, key)
        if len(found) > 1:
            ids = ", ".join(document.id[7:19] for document in found[:5])
            raise NotFound(f"{len(found)} documents fit {key!r}: name one by its id ({ids})")
        return store.documents.record(found[0].id) if store is not None and found else None

    @cached_property
    def _documents(self) -> tuple[Document, ...]:
        store = self.held()
        return () if store is None else store.documents.documents()

    def _knows(self, key: str) -> bool:
        """Say whether an id is that of a claim or a finding; what is known is put together once."""
        if not key.startswith(("c-", "a-", "f-")) or self.held() is None:
            return False
        return key in self._knowledge.claims or key in self._knowledge.findings
