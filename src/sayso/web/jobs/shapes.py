"""The shapes of jobs: what each file of one came to, and how far it is."""

from dataclasses import dataclass

from sayso.web.api.shapes import CandidateTold, ClearedTold, Query
from sayso.web.shapes.base import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTold(Told):
    """One file of a job.

    Attributes:
        number: from 1, in the order of coming.
        state: waiting, reading, added, already here, failed or cancelled.
        error: why it failed.
        remarks: what a person should know.
    """

    number: int
    name: str
    bytes: int
    state: str
    document: str | None
    passages: int
    claims: int
    refused: int
    seconds: float
    remarks: tuple[str, ...]
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeTold(Told):
    """The file that a job wrote; `notes` are what a person should know of it."""

    name: str
    bytes: int
    address: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTold(Told):
    """Work in the background.

    Attributes:
        kind: documents, screening or writing.
        state: waiting, running, done, failed or cancelled; one of documents takes more files.
        total, done, failed: of its files, of the rows of a file that is screened, or of steps.
        seconds_left: as far as can be told; null before anything is done.
        last_event: the number of the last event, for `Last-Event-ID`.
        says: what is being done, in words; null where there is nothing to say.
        results: where they are; null where no file of names is screened.
        made: the file that was written; null until it is.
    """

    id: str
    kind: str
    state: str
    begun: str
    total: int
    done: int
    failed: int
    seconds_left: float | None
    files: tuple[FileTold, ...]
    error: str | None
    last_event: int
    says: str | None
    results: str | None
    made: MadeTold | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobsTold(Told):
    """The jobs of this run of the program, the newest first."""

    results: tuple[JobTold, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedRow(Told):
    """One row of a file that was screened, as `sayso screen --batch` writes it.

    Attributes:
        row: its number, from 1.
        asked: the row as a question, for `/api/v1/screenings` and `/api/v1/clearings`.
        cleared: what a person set aside, and is not among the results; absent without any.
        error: why there is nobody to screen; absent for a sound row.
    """

    row: int
    name: str
    asked: Query
    qid: str
    results: tuple[CandidateTold, ...]
    cleared: tuple[ClearedTold, ...] = ()
    remarks: tuple[str, ...] = ()
    error: str | None = None
