"""What goes out to other tools, and what comes in from them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple, Protocol

from sayso import __version__
from sayso.collect.neighbours.pages import Imported
from sayso.collect.neighbours.parties import Ground
from sayso.errors import BadInput, NotFound
from sayso.match.index import ListIndex
from sayso.match.listings import listings_of
from sayso.model.documents import Document, Intake
from sayso.model.exports import Terms
from sayso.model.findings import Annotation, Knowledge, Record, Relisting
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.log import LogKind
from sayso.model.vocabulary import FindingStatus, ListingStatus
from sayso.ports import Exporter, NameIndex, Store
from sayso.store.exchange.records import Taken, read_records, write_records
from sayso.views.interchange.leaving import without
from sayso.views.times.notes import Standpoint, notes

#: Stands beside an export of what was known at another time.
NOTICE: Final = "NOTICE.txt"
DATASET: Final = "dataset"
#: Forms that have every finding.
TABLES: Final = frozenset({"csv", "parquet", DATASET})
#: What is logged and changes nothing that is known.
_NOT_KNOWN: Final = frozenset({LogKind.SCREENING, LogKind.STEP, LogKind.CONTENTS})
_FINDING: Final = re.compile(rb"\bf-[0-9a-f]{12}\b")


class Bench(Protocol):
    """What an exchange asks of the project."""

    def knowledge(self, *, public: bool = False) -> Knowledge:
        """Give everything that follows from the records."""
        ...

    def releases(self) -> tuple[ListRelease, ...]:
        """Give the releases held, without their entries."""
        ...

    def index(self) -> ListIndex:
        """Give the names of the releases in force."""
        ...

    def standpoint(self) -> Standpoint:
        """Give from where the project is seen."""
        ...

    def document(self, key: str) -> Document:
        """Give the document held that a person names so."""
        ...


@dataclass(frozen=True, slots=True)
class Means:
    """What an exchange is done with.

    Attributes:
        entry: gives an entry of a list as it stands.
        readable, writable: open the project; the second makes its files if need be.
    """

    exporters: Mapping[str, Exporter]
    clock: Callable[[], datetime]
    entry: Callable[[EntryId], ListEntry | None]
    readable: Callable[[], Store]
    writable: Callable[[], Store]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How far an export is to go; see `Terms`."""

    public: bool = False
    precise: bool = False
    leave_out: tuple[FindingStatus, ...] = ()


class Exported(NamedTuple):
    """What an export wrote, and what it did not.

    Attributes:
        files: by name.
        left_out: how many findings were left out as it was asked for, by status.
        untold: how many more the format has no room for, or hold until a person has read them.
    """

    files: Mapping[str, bytes]
    left_out: Mapping[FindingStatus, int]
    untold: int = 0


class Kept(NamedTuple):
    """What became of a document that was taken in.

    Attributes:
        is_new: False when it was here already, with all claims of it.
    """

    imported: Imported
    is_new: bool


class Exchange:
    """Exports and imports of one project."""

    def __init__(self, bench: Bench, means: Means) -> None:
        self._bench = bench
        self._means = means

    @property
    def forms(self) -> tuple[str, ...]:
        """Give the forms in which what is known can be written."""
        return tuple(self._means.exporters)

    def export(self, form: str, wanted: Wanted) -> Exported:
        """Give the files of an export.

        Raises:
            BadInput: a library that it needs is not installed.
        """
        whole = self._bench.knowledge(public=wanted.public)
        statuses = Counter(finding.status for finding in whole.findings.values())
        left_out = {s: statuses[s] for s in wanted.leave_out if statuses[s]}
        knowledge = without(whole, wanted.leave_out)
        now, seen = self._means.clock(), self._bench.standpoint()
        terms = Terms(
            made=now,
            recorded=self._recorded(seen.clocks.as_of or now) if form == DATASET else None,
            known=seen.clocks.as_of and min(now, seen.clocks.as_of),
            notices=notes(seen),
            program=f"Sayso {__version__}",
            releases=tuple({r.authority: r.id for r in self._bench.releases()}.values()),
            entries=self._entries(knowledge),
            precise=wanted.precise,
            public=wanted.public,
            left_out=wanted.leave_out,
        )
        files = dict(self._means.exporters[form].write(knowledge, terms))
        if terms.notices:
            files[NOTICE] = "".join(f"{line}\n" for line in terms.notices).encode()
        return Exported(files, left_out, _untold(form, knowledge, files))

    def _recorded(self, until: datetime) -> datetime | None:
        """Give when the last of what knowledge follows from was recorded; None for nothing."""
        logged = self._means.readable().log.entries()
        times = (datetime.fromisoformat(e.at) for e in logged if e.kind not in _NOT_KNOWN)
        return max((at for at in times if at <= until), default=None)

    def _entries(self, knowledge: Knowledge) -> Mapping[EntryId, ListEntry]:
        """Give the entries of the parties that are listed."""
        listings = (entity.listing for entity in knowledge.entities.values())
        keys = {
            EntryId(f"{listing.authority}:{listing.reference}")
            for listing in listings
            if listing is not None and listing.status is ListingStatus.LISTED
        }
        found = {key: self._means.entry(key) for key in sorted(keys)}
        return {key: entry for key, entry in found.items() if entry is not None}

    def records(self, *, public: bool = False) -> bytes:
        """Give the records themselves, from which an equal project can be made."""
        lines = write_records(self._means.readable(), public=public, program=__version__)
        return "".join(f"{line}\n" for line in lines).encode("utf-8")

    def take_records(self, content: bytes, place: str) -> Taken:
        """Keep records that another project gave; all or none.

        Raises:
            BadInput: they are truncated, changed, or of a newer version.
        """
        return read_records(content, place, self._means.writable)

    def held(self, key: str) -> Ground | None:
        """Give a document held, by what names it, with what was taken out of it; None for none."""
        try:
            documents = self._means.readable().documents
            found = self._bench.document(key).id
        except NotFound:
            return None
        record, original = documents.record(found), documents.original(found)
        if record is None or original is None:
            return None
        intake = Intake(original=original, document=record.document, passages=record.passages)
        return Ground(intake, record.extraction)

    def take(self, found: Sequence[Imported]) -> Iterator[Kept]:
        """Keep documents with the claims that another tool made of them, set beside the lists.

        Claims of a document that is held already come beside those it has.

        Raises:
            BadInput: one of them is held already with other claims, or was erased.
        """
        documents = self._means.writable().documents
        for one in found:
            _refuse_other_claims(documents.record(one.intake.document.id), one)
        names = self._bench.index().in_memory()
        for one in found:
            if one.is_held:
                yield Kept(one, self._annotate(one, names))
                continue
            listings = listings_of(one.extraction, one.intake.passages, names)
            is_new = documents.add(one.intake, one.extraction, listings, at=self._means.clock())
            yield Kept(one, is_new)

    def _annotate(self, one: Imported, names: NameIndex) -> bool:
        """Keep claims of a document that is held; False when there is none that it has not."""
        if not one.extraction.claims:
            return False
        store, document = self._means.writable(), one.intake.document
        annotation = Annotation(
            document_id=document.id,
            extraction=one.extraction,
            origin=one.origin,
            at=self._means.clock(),
        )
        store.annotations.add(annotation)
        record = store.documents.record(document.id)
        if record is not None and one.extraction.entities:
            listings = listings_of(record.extraction, record.passages, names)
            if listings != record.listings:
                relisting = Relisting(document_id=document.id, listings=listings, at=annotation.at)
                store.documents.relist(relisting)
        return True


def _untold(form: str, knowledge: Knowledge, files: Mapping[str, bytes]) -> int:
    """Count the findings that stand in no file of an export by their id."""
    if form in TABLES:
        return 0
    told = {key.decode() for content in files.values() for key in _FINDING.findall(content)}
    return sum(finding not in told for finding in knowledge.findings)


def _refuse_other_claims(held: Record | None, one: Imported) -> None:
    """Refuse a document of another tool that is held with other claims than that tool's.

    Raises:
        BadInput: it is held so.
    """
    if held is None or one.is_held:
        return
    known = {claim.id: claim for claim in held.extraction.claims}
    if any(known.get(claim.id) != claim for claim in one.extraction.claims):
        raise BadInput(
            f"{one.intake.document.name}: held already, with the claims that "
            f"{held.extraction.extractor} read: nothing was added; import into a new project"
        )
