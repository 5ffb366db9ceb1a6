"""Every plug-in point, as a protocol."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sayso.model.claims import Extraction
from sayso.model.documents import (
    Addition,
    Description,
    Document,
    Erasure,
    Intake,
    Original,
    Passage,
    SearchHit,
)
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Annotation, Judgement, Knowledge, Record, Relisting
from sayso.model.hypotheses import Step
from sayso.model.ids import DocumentId, EntryId, ReleaseId, Span
from sayso.model.lists import EntryHistory, ListEntry, ListRelease
from sayso.model.log import WHOLE, LogCheck, LogEntry, LogPart
from sayso.model.matches import Candidate, Listing, NameHit, Screening
from sayso.model.oversight import StateRecord
from sayso.model.screenings import Customer, CustomerSet, Run, Told
from sayso.model.vocabulary import PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a read text that is one heading, paragraph, footnote or piece of furniture."""

    span: Span
    kind: PassageKind
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """What a reader makes of raw bytes.

    Attributes:
        blocks: in order, not overlapping; a block of kind SENTENCE is a paragraph to be cut.
        attachments: file name and bytes of documents inside this one.
        remarks: what a person should know ("page 4 has no text layer").
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    encoding: str | None = None
    attachments: tuple[tuple[str, bytes], ...] = ()
    remarks: tuple[str, ...] = ()


class Reader(Protocol):
    """Turns the bytes of some media types into text."""

    media_types: frozenset[str]

    def read(self, original: Original) -> ReadText:
        """Give the text and its blocks.

        Raises:
            Unreadable: the file is damaged, encrypted, too large or not of its type.
        """
        ...


class Fetcher(Protocol):
    """Brings bytes from an address."""

    def fetch(self, address: str, held: Original | None = None) -> Original:
        """Give the bytes behind an http(s) address; those `held` where nothing changed since.

        Raises:
            BadInput: the address is refused (scheme, private address, type).
            Unavailable: nothing answered in time.
        """
        ...


class NameIndex(Protocol):
    """Finds listed parties by name."""

    def find_in(self, text: str) -> tuple[NameHit, ...]:
        """Give the listed names in a running text, in order, longest first where they overlap."""
        ...

    def screen(self, question: Screening) -> tuple[Candidate, ...]:
        """Give the candidates at or above the threshold, best first, ties by entry id."""
        ...

    def entry(self, entry_id: EntryId) -> ListEntry | None:
        """Give an entry of the indexed releases."""
        ...


class Extractor(Protocol):
    """Takes claims out of a document."""

    name: str

    def extract(
        self, document: Document, passages: Sequence[Passage], names: NameIndex
    ) -> Extraction:
        """Give what the document says and who says it; in a language not known, a remark alone."""
        ...


class ListSource(Protocol):
    """Reads one authority's list."""

    authority: str

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release of an unpacked file, whole; `published`, an ISO date, wins over its own.

        With `repair` characters that the format forbids are dropped, and counted.

        Raises:
            BadListRelease: names the entry or line that cannot be read.
        """
        ...


class Exporter(Protocol):
    """Writes what is known in a neighbour's format."""

    format: str

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give file names with their contents; BadInput where a library is not installed."""
        ...


class DocumentStore(Protocol):
    """Keeps documents and what was taken out of them."""

    def add(
        self,
        intake: Intake,
        extraction: Extraction,
        listings: Sequence[Listing],
        *,
        at: datetime | None = None,
    ) -> bool:
        """Keep a document whole, or nothing of it; False when its bytes are already here.

        Each attachment is added by its own call. Known here since `at` (UTC), or its retrieval.
        """
        ...

    def additions(self) -> tuple[Addition, ...]:
        """Give when each document was added, in that order, erased ones too."""
        ...

    def documents(self) -> tuple[Document, ...]:
        """Give all documents in the order of adding, descriptions applied, erased ones left out."""
        ...

    def record(self, document_id: DocumentId, as_of: datetime | None = None) -> Record | None:
        """Give one document with all that was taken out of it, described and listed as then."""
        ...

    def records(self, as_of: datetime | None = None) -> Iterable[Record]:
        """Give every record in the order of adding, one at a time.

        With `as_of` only documents added by then, described as they were then; but with the
        handling, notice and lawful basis of today, which bind whoever looks back.
        """
        ...

    def original(self, document_id: DocumentId) -> Original | None:
        """Give the raw bytes."""
        ...

    def holds(self, document_id: DocumentId) -> bool:
        """Say whether these bytes were added, and not erased."""
        ...

    def search(self, query: str, limit: int) -> tuple[SearchHit, ...]:
        """Give passages that hold the words, best first; BadInput when the query has no words."""
        ...

    def describe(self, description: Description) -> None:
        """Append a correction of what is known about a document."""
        ...

    def relist(self, relisting: Relisting) -> None:
        """Append how the names of a document stand to newer lists, in the place of before.

        Raises:
            NotFound: no such document.
        """
        ...

    def erase(self, erasure: Erasure) -> None:
        """Take the content out and keep hash, title, date and reason.

        Raises:
            NotFound: no such document.
        """
        ...

    def erasures(self) -> tuple[Erasure, ...]:
        """Give what was erased, oldest first."""
        ...


class ListStore(Protocol):
    """Keeps list releases; an entry that did not change is kept once."""

    def add(self, release: ListRelease, original: Original) -> bool:
        """Keep a release whole, or nothing of it.

        False when the newest by then is of the same file, when that release is held already with
        the same entries, or when its file is another release of that day: a list may go back.
        """
        ...

    def releases(self, authority: str | None = None) -> tuple[ListRelease, ...]:
        """Give the releases without their entries, by authority and date."""
        ...

    def release(self, release_id: ReleaseId) -> ListRelease | None:
        """Give one release with its entries."""
        ...

    def entry(self, release_id: ReleaseId, entry_id: EntryId) -> ListEntry | None:
        """Give an entry as one release has it; None when it is not in it."""
        ...

    def in_force(self, authority: str, on: str) -> ListRelease | None:
        """Give the newest release, with its entries, published on or before an ISO date."""
        ...

    def history(self, entry_id: EntryId) -> tuple[tuple[ReleaseId, ListEntry | None], ...]:
        """Give an entry in each release of its authority, oldest first; None where it is absent."""
        ...

    def histories(
        self, authority: str, releases: Sequence[ReleaseId]
    ) -> Mapping[EntryId, EntryHistory]:
        """Give every entry of an authority in these of its releases, by id."""
        ...

    def entry_ids(self, release_id: ReleaseId) -> tuple[EntryId, ...]:
        """Give the ids of a release's entries in their order; none when it is not held."""
        ...

    def first_stated(self, release_id: ReleaseId) -> frozenset[EntryId]:
        """Give the ids of the entries that no release added before this one states just so."""
        ...

    def seen_before(self, authority: str, edition: str) -> frozenset[EntryId]:
        """Give the ids of all entries of an authority's releases published before an edition."""
        ...


class JudgementStore(Protocol):
    """Keeps what people decided."""

    def add(self, judgement: Judgement) -> None:
        """Append a judgement."""
        ...

    def judgements(self, about: str | None = None) -> tuple[Judgement, ...]:
        """Give the judgements, oldest first."""
        ...


class LogStore(Protocol):
    """Tells of everything that was added and decided, each entry chained to the one before."""

    def entries(self, part: LogPart = WHOLE) -> tuple[LogEntry, ...]:
        """Give the entries of a part, the oldest first unless it says otherwise."""

    def count(self, part: LogPart = WHOLE) -> int:
        """Give how many entries a part has, whatever its limit."""

    def check(self, noted: str | None = None) -> LogCheck:
        """Compare the chain with itself, what is held with the chain, and a hash noted before."""

    def head(self) -> str:
        """Give the hash of the last entry; `NO_ENTRY` without any."""


class HypothesisStore(Protocol):
    """Keeps the steps that people take on questions with competing hypotheses."""

    def add(self, steps: Sequence[Step]) -> None:
        """Append steps, all or none."""
        ...

    def steps(self) -> tuple[Step, ...]:
        """Give the steps of all questions, oldest first."""
        ...


class ScreeningStore(Protocol):
    """Keeps customers, who can be taken out again, and the runs that screened, which stay."""

    def sets(self) -> tuple[CustomerSet, ...]:
        """Give the sets of customers, by name."""

    def customers(self, name: str) -> tuple[Customer, ...]:
        """Give the customers of a set in the order of their file; none of one that is not held."""

    def put(self, name: str, customers: Sequence[Customer], at: datetime) -> None:
        """Let a set be these customers, all or none; alerts told of those who stay are kept."""

    def remove(self, name: str, key: str | None, run: Run) -> int:
        """Take one customer, or a whole set, out; give how many that were.

        Raises:
            NotFound: there is none such.
        """

    def told(self, name: str) -> Told:
        """Give the alerts that were told of a set's customers."""

    def tell(self, name: str, told: Told) -> None:
        """Let the alerts told of a set's customers be these."""

    def log(self, *runs: Run) -> None:
        """Append runs, all or none."""

    def runs(self) -> tuple[Run, ...]:
        """Give the runs, oldest first."""


class StateStore(Protocol):
    """Keeps what documents tell of states; it goes with the document that tells it."""

    def add(self, records: Sequence[StateRecord]) -> int:
        """Append records, all or none; give how many were not here yet, by their ids."""

    def records(self, state: str | None = None) -> tuple[StateRecord, ...]:
        """Give the records of one state, or of all, in the order of adding."""


class AnnotationStore(Protocol):
    """Keeps what was marked in documents held; `DocumentStore` gives it back with their claims."""

    def add(self, annotation: Annotation) -> None:
        """Append it.

        Raises:
            NotFound: its document is not held, or was erased.
        """

    def annotations(self) -> tuple[Annotation, ...]:
        """Give all that is held, in the order of adding."""


class Store(Protocol):
    """A project's records, behind one door."""

    @property
    def documents(self) -> DocumentStore:
        """Give the keeper of documents."""

    @property
    def lists(self) -> ListStore:
        """Give the keeper of list releases."""

    @property
    def judgements(self) -> JudgementStore:
        """Give the keeper of judgements."""

    @property
    def log(self) -> LogStore:
        """Give the log."""

    @property
    def hypotheses(self) -> HypothesisStore:
        """Give the keeper of the steps on competing hypotheses; no knowledge follows from them."""

    @property
    def screenings(self) -> ScreeningStore:
        """Give the keeper of customers and of runs; no knowledge follows from them."""

    @property
    def states(self) -> StateStore:
        """Give the keeper of what documents tell of states."""

    @property
    def annotations(self) -> AnnotationStore:
        """Give the keeper of what was marked in documents that were held already."""

    def version(self) -> str:
        """Give a mark that changes whenever anything is added from which knowledge follows."""

    def close(self) -> None:
        """Let go of the files."""
