"""Sources in, their documents kept with their claims: one writer, and a crew that reads."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sayso.collect.collector import Collector, Hints
from sayso.crew import Crew
from sayso.demo.corpus import DemoDocument
from sayso.errors import SaysoError
from sayso.match.index import ListIndex
from sayso.match.listings import listings_of
from sayso.model.claims import Extraction
from sayso.model.documents import Document, Intake, Passage
from sayso.model.ids import DocumentId
from sayso.model.matches import Listing
from sayso.ports import DocumentStore, Extractor


class AddStatus(StrEnum):
    """What became of one source."""

    ADDED = "added"
    ALREADY_HERE = "already here"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOutcome:
    """What became of one source given to `add`; counts are 0 where nothing was added.

    Attributes:
        seconds: that it took to read it and its claims.
    """

    source: str
    status: AddStatus
    document: DocumentId | None = None
    passages: int = 0
    claims: int = 0
    refused: int = 0
    seconds: float = 0.0
    remarks: tuple[str, ...] = ()
    error: str | None = None


class Job(NamedTuple):
    """What is sent to be read; the raw bytes and the attachments stay behind."""

    document: Document
    passages: tuple[Passage, ...]


class Reading(NamedTuple):
    """What was taken out of a document, how it stands to the lists, and the seconds it took."""

    extraction: Extraction
    listings: tuple[Listing, ...]
    seconds: float


def take_shipped(collector: Collector, shipped: DemoDocument) -> Intake:
    """Take in a document that ships with the program."""
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
    return collector.take_bytes(shipped.content(), locator, hints)


def read(extractor: Extractor, index: ListIndex, job: Job) -> Reading:
    """Take the claims out of a document, and set its entities beside the lists."""
    began = time.perf_counter()
    extraction = extractor.extract(job.document, job.passages, index)
    listings = listings_of(extraction, job.passages, index)
    return Reading(extraction, listings, time.perf_counter() - began)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A source whose text was read, or the error that it ended in."""

    source: str
    seconds: float
    intake: Intake | None = None
    error: SaysoError | None = None


Source = tuple[str, Callable[[], Intake]]


def add_all(
    sources: Iterable[Source],
    store: Callable[[], DocumentStore],
    crew: Crew[Taken, Job, Reading],
    clock: Callable[[], datetime] | None = None,
) -> Iterator[AddOutcome]:
    """Keep each source and what is attached to it, in order, and say what became of it.

    A source that fails is told as such, leaves nothing behind, and the next one follows. The same
    bytes again are not read again, so that what was broken off goes on where it stood.

    Args:
        sources: in order.
        store: what keeps them.
        crew: what reads them.
        clock: UTC; without one a document counts as known since its bytes were retrieved.
    """
    for taken, reading in crew.run(_to_read(sources, store)):
        try:
            outcome = _kept(taken, reading, store, None if clock is None else clock())
        except SaysoError as bad:
            outcome = AddOutcome(source=taken.source, status=AddStatus.FAILED, error=str(bad))
        own = reading.seconds if isinstance(reading, Reading) else 0.0
        yield replace(outcome, seconds=taken.seconds + own)


def _to_read(
    sources: Iterable[Source], store: Callable[[], DocumentStore]
) -> Iterator[tuple[Taken, Job | None]]:
    """Give each source with the job that it makes; None where it failed or is already here."""
    for source, take in sources:
        for taken in _taken(source, take):
            yield _with_job(taken, store)


def _taken(source: str, take: Callable[[], Intake]) -> Iterator[Taken]:
    """Give a source, then what is attached to it."""
    began = time.perf_counter()
    try:
        intake = take()
    except SaysoError as bad:
        yield Taken(source=source, seconds=time.perf_counter() - began, error=bad)
        return
    yield Taken(source=source, seconds=time.perf_counter() - began, intake=intake)
    yield from _attached(source, intake.attachments)


def _attached(source: str, attachments: Sequence[Intake]) -> Iterator[Taken]:
    """Give what is attached, each followed by what is attached to it."""
    for intake in attachments:
        name = f"{source} → {intake.document.name}"
        yield Taken(source=name, seconds=0.0, intake=intake)
        yield from _attached(name, intake.attachments)


def _with_job(taken: Taken, store: Callable[[], DocumentStore]) -> tuple[Taken, Job | None]:
    if taken.intake is None:
        return taken, None
    document = taken.intake.document
    try:
        held = store().holds(document.id)
    except SaysoError as bad:
        return replace(taken, intake=None, error=bad), None
    return taken, None if held else Job(document, taken.intake.passages)


def _kept(
    taken: Taken,
    reading: Reading | SaysoError | None,
    store: Callable[[], DocumentStore],
    at: datetime | None,
) -> AddOutcome:
    """Write what was read; nothing is written of a source that failed.

    Raises:
        SaysoError: why it failed.
    """
    intake = taken.intake
    if taken.error is not None:
        raise taken.error
    if isinstance(reading, SaysoError):
        raise reading
    document = None if intake is None else intake.document.id
    held = AddOutcome(source=taken.source, status=AddStatus.ALREADY_HERE, document=document)
    if intake is None or reading is None:
        return held
    extraction = reading.extraction
    if not store().add(intake, extraction, reading.listings, at=at):
        return held
    return AddOutcome(
        source=taken.source,
        status=AddStatus.ADDED,
        document=document,
        passages=len(intake.passages),
        claims=len(extraction.claims),
        refused=sum(refusal.count for refusal in extraction.refused),
        remarks=intake.remarks + extraction.remarks,
    )
