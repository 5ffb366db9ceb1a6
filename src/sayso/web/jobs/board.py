"""The jobs: what each file came to, and every step in its order."""

import secrets
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import Final

from sayso.adding import AddOutcome
from sayso.errors import NotFound
from sayso.views.json import JsonObject
from sayso.web.jobs.kept import JobBook
from sayso.web.jobs.rows import RowFile
from sayso.web.jobs.states import OVER, Job, JobFile, JobKind, Made, State

#: Jobs that are remembered; the oldest that are over are forgotten first.
_REMEMBERED: Final = 50


class Board:
    """All jobs; threads share it. What becomes of them is written down in a book."""

    def __init__(self, book: JobBook) -> None:
        self._turn = RLock()
        self._book = book
        self._jobs = {job.id: job for job in book.jobs(_REMEMBERED)}

    def begin(self, kind: JobKind, now: datetime) -> Job:
        """Open a job."""
        with self._turn:
            over = [key for key, job in self._jobs.items() if job.is_over]
            for key in over[: max(0, len(self._jobs) - _REMEMBERED + 1)]:
                _forget(self._jobs.pop(key))
            job = Job(id=f"job-{secrets.token_hex(6)}", kind=kind, begun=now)
            self._jobs[job.id] = job
            self._book.note(job, "begun", {"kind": kind.value, "begun": now.isoformat()})
            return job

    def job(self, key: str) -> Job:
        """Give a job.

        Raises:
            NotFound: there is none, or no longer.
        """
        found = self._jobs.get(key)
        if found is None:
            raise NotFound(
                f"no job {key!r}: all but the last {_REMEMBERED} are forgotten; what was added is "
                "kept, and the same files again add nothing"
            )
        return found

    def jobs(self) -> tuple[Job, ...]:
        """Give the jobs, the newest first."""
        with self._turn:
            return tuple(reversed(self._jobs.values()))

    def put(self, job: Job, name: str, size: int, path: Path, *, more: bool) -> JobFile:
        """Put a file to a job, which waits until it is read."""
        with self._turn:
            file = JobFile(number=len(job.files) + 1, name=name, size=size, path=path)
            job.files.append(file)
            job.more, job.state = more, State.RUNNING
            self._tell(job, file)
            return file

    def reading(self, job: Job, file: JobFile) -> bool:
        """Say that a file is being read now; False where it was cancelled meanwhile."""
        with self._turn:
            is_wanted = job.files[file.number - 1].state is State.WAITING
            if is_wanted:
                self._replace(job, replace(file, state=State.READING))
            return is_wanted

    def came(self, job: Job, file: JobFile, outcome: AddOutcome) -> None:
        """Say what a file came to; what was attached to it is a file of its own."""
        with self._turn:
            state = State(outcome.status.value)
            if outcome.source != file.name:
                number = len(job.files) + 1
                job.files.append(JobFile(number=number, name=outcome.source, size=0, path=None))
                file = job.files[-1]
            self._replace(job, replace(file, state=state, outcome=outcome, error=outcome.error))

    def broke(self, job: Job, file: JobFile, why: str) -> None:
        """Say that a file failed for a reason that is nobody's input."""
        with self._turn:
            self._replace(job, replace(file, state=State.FAILED, error=why))

    def end_if_done(self, job: Job) -> None:
        """Close a job whose files are all read, and to which none is to come."""
        with self._turn:
            is_done = all(file.state in OVER for file in job.files)
            if is_done and not job.more and not job.is_over:
                job.state = State.DONE
                self._ended(job)

    def cancel(self, job: Job) -> None:
        """Let what waits be; what is being read is read to its end."""
        with self._turn:
            job.more = False
            is_rows = job.kind is not JobKind.DOCUMENTS
            for file in job.files:
                if file.state is State.WAITING or (is_rows and file.state is State.READING):
                    self._replace(job, replace(file, state=State.CANCELLED))
            if not job.is_over and all(file.state in OVER for file in job.files):
                job.state = State.CANCELLED
                self._ended(job)

    def take_on(self, job: Job, name: str, total: int, rows: RowFile | None = None) -> None:
        """Say which file is screened or written, and in about how many rows or steps."""
        with self._turn:
            job.files.append(JobFile(number=1, name=name, size=0, path=None, state=State.READING))
            job.state, job.total, job.results = State.RUNNING, total, rows

    def came_to(self, job: Job, done: int, *, failed: int = 0, says: str | None = None) -> None:
        """Say how many rows or steps are done, and how many more failed."""
        with self._turn:
            job.done, job.failed, job.says = done, job.failed + failed, says
            job.total = max(job.total, job.done)
            job.events.append(("progress", job_shape(job)))

    def close(self, job: Job, error: str | None = None, made: Made | None = None) -> None:
        """Say that a job is over, what it made, and why where it failed."""
        with self._turn:
            if not job.is_over:
                job.state, job.error = State.DONE if error is None else State.FAILED, error
                job.made, job.says = made, None
                job.total = job.done if error is None else job.total
                own = State.DONE if error is None else State.FAILED
                job.files = [replace(file, state=own, error=error) for file in job.files]
                self._ended(job)

    def _ended(self, job: Job) -> None:
        shape = job_shape(job)
        job.events.append(("end", shape))
        kept = ("state", "error", "total", "done", "failed")
        self._book.note(job, "end", {key: shape[key] for key in kept})

    def _replace(self, job: Job, file: JobFile) -> None:
        job.files[file.number - 1] = file
        self._tell(job, file)

    def _tell(self, job: Job, file: JobFile) -> None:
        shape = file_shape(file)
        job.events.append(("file", shape))
        if job.kind is JobKind.DOCUMENTS and file.state is not State.READING:
            self._book.note(job, "file", shape)


def _forget(job: Job) -> None:
    """Let go of what a job left on the disk."""
    if job.made is not None:
        job.made.path.unlink(missing_ok=True)
    if job.results is not None:
        job.results.let_go()


def file_shape(file: JobFile) -> JsonObject:
    """Give what a file came to."""
    outcome = file.outcome
    return {
        "number": file.number,
        "name": file.name,
        "bytes": file.size,
        "state": file.state.value,
        "document": None if outcome is None else outcome.document,
        "passages": 0 if outcome is None else outcome.passages,
        "claims": 0 if outcome is None else outcome.claims,
        "refused": 0 if outcome is None else outcome.refused,
        "seconds": 0.0 if outcome is None else round(outcome.seconds, 3),
        "remarks": [] if outcome is None else list(outcome.remarks),
        "error": file.error,
    }


def job_shape(job: Job, now: datetime | None = None) -> JsonObject:
    """Give a job; with the present time, also how long it may still take."""
    is_rows = job.kind is not JobKind.DOCUMENTS
    total = job.total if is_rows else len(job.files)
    done = job.done if is_rows else sum(file.state in OVER for file in job.files)
    failed = job.failed if is_rows else sum(f.state is State.FAILED for f in job.files)
    left = None
    if now is not None and done and not job.is_over:
        left = round((now - job.begun).total_seconds() / done * max(0, total - done), 1)
    return {
        "id": job.id,
        "kind": job.kind.value,
        "state": job.state.value,
        "begun": job.begun.isoformat(),
        "total": total,
        "done": done,
        "failed": failed,
        "seconds_left": left,
        "files": [file_shape(file) for file in job.files],
        "error": job.error,
        "last_event": len(job.events),
        "says": job.says,
        "results": None if job.results is None else f"/api/v1/jobs/{job.id}/results",
        "made": _made_shape(job),
    }


def _made_shape(job: Job) -> JsonObject | None:
    made = job.made
    if made is None:
        return None
    address = f"/api/v1/jobs/{job.id}/file"
    size = made.path.stat().st_size if made.path.exists() else 0
    return {"name": made.name, "bytes": size, "address": address, "notes": list(made.notes)}
