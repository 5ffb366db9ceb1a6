"""What a job is, and how far it and its files are."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sayso.adding import AddOutcome
from sayso.views.json import JsonObject
from sayso.web.jobs.rows import RowFile


class JobKind(StrEnum):
    """What a job does."""

    DOCUMENTS = "documents"
    SCREENING = "screening"
    WRITING = "writing"


class State(StrEnum):
    """How far a job or a file is."""

    WAITING = "waiting"
    READING = "reading"
    RUNNING = "running"
    ADDED = "added"
    ALREADY_HERE = "already here"
    FAILED = "failed"
    DONE = "done"
    CANCELLED = "cancelled"


#: What comes after nothing more.
OVER: Final = frozenset(
    {State.ADDED, State.ALREADY_HERE, State.FAILED, State.DONE, State.CANCELLED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFile:
    """One file of a job, as it stands; `path` is where its bytes wait to be read."""

    number: int
    name: str
    size: int
    path: Path | None
    state: State = State.WAITING
    outcome: AddOutcome | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that a job made; `notes` are what a person should know of it."""

    name: str
    media_type: str
    path: Path
    notes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """Work in the background; only the board changes it.

    Attributes:
        more: whether further files are to come.
        total, done, failed: of rows, where a file is screened, and of steps, where one is written;
            of files they are counted.
        says: what is being done, in words.
        made: the file that was written.
        events: kind and JSON, numbered from 1.
    """

    id: str
    kind: JobKind
    begun: datetime
    more: bool = False
    state: State = State.WAITING
    files: list[JobFile] = field(default_factory=list)
    total: int = 0
    done: int = 0
    failed: int = 0
    error: str | None = None
    says: str | None = None
    made: Made | None = None
    results: RowFile | None = None
    events: list[tuple[str, JsonObject]] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Say whether nothing more will come of it."""
        return self.state in OVER
