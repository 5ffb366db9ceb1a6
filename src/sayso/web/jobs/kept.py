"""What becomes of jobs, written down as it happens: whoever stops Sayso finds them again.

One JSON object a line: a job as it began, a file of it as it stands, a job as it ended. Rows of a
file that was screened are not written down, nor what was screened.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from sayso.adding import AddOutcome, AddStatus
from sayso.model.ids import DocumentId
from sayso.views.json import JsonObject
from sayso.web.jobs.states import Job, JobFile, JobKind, State
from sayso.whole import write_whole

#: What a file is told that was still to be read.
STOPPED: Final = "Sayso was stopped before it was read: add it again; what was added is kept"
_OUTCOMES: Final = frozenset(status.value for status in AddStatus)


class JobBook:
    """The file beside the project in which jobs are written down; without one, nothing is."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def note(self, job: Job, what: str, told: JsonObject) -> None:
        """Write down what happened to a job; a full disk stops no job."""
        if self._path is None or not self._path.parent.is_dir():
            return
        line = json.dumps({"job": job.id, what: told}, ensure_ascii=False)
        with suppress(OSError), self._path.open("ab") as file:
            file.write(f"{line}\n".encode("utf-8", "replace"))

    def jobs(self, most: int) -> list[Job]:
        """Give the jobs that were written down, the last ones, and let go of the others.

        What was running when Sayso stopped has failed; a line that was cut off is left out.
        """
        if self._path is None or not self._path.is_file():
            return []
        found: dict[str, Job] = {}
        lines: dict[str, list[str]] = {}
        for key, line, told in _lines(self._path):
            with suppress(KeyError, ValueError, TypeError):  # of another version
                _take(found, key, told)
                lines.setdefault(key, []).append(line)
        kept = list(found.values())[-most:]
        if len(kept) < len(found):
            text = "".join(f"{line}\n" for job in kept for line in lines[job.id])
            with suppress(OSError):
                write_whole({self._path: text.encode("utf-8", "replace")})
        for job in kept:
            _stop(job)
        return kept


def _lines(path: Path) -> Iterator[tuple[str, str, JsonObject]]:
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        with suppress(ValueError, KeyError, TypeError):
            told = json.loads(line)
            yield str(told["job"]), line, told


def _take(found: dict[str, Job], key: str, told: JsonObject) -> None:
    for what, shape in told.items():
        if not isinstance(shape, dict):
            continue
        if what == "begun":
            begun = datetime.fromisoformat(str(shape["begun"]))
            found[key] = Job(id=key, kind=JobKind(str(shape["kind"])), begun=begun)
        elif what == "file":
            _put(found[key].files, _file(shape))
        elif what == "end":
            _end(found[key], shape)


def _put(files: list[JobFile], file: JobFile) -> None:
    if file.number <= len(files):
        files[file.number - 1] = file
    else:
        files.append(file)


def _file(shape: JsonObject) -> JobFile:
    state = State(str(shape["state"]))
    error = None if shape["error"] is None else str(shape["error"])
    name = str(shape["name"])
    outcome = None
    if state.value in _OUTCOMES:
        outcome = AddOutcome(
            source=name,
            status=AddStatus(state.value),
            document=None if shape["document"] is None else DocumentId(str(shape["document"])),
            passages=int(str(shape["passages"])),
            claims=int(str(shape["claims"])),
            refused=int(str(shape["refused"])),
            error=error,
        )
    size, number = int(str(shape["bytes"])), int(str(shape["number"]))
    return JobFile(
        number=number, name=name, size=size, path=None, state=state, outcome=outcome, error=error
    )


def _end(job: Job, shape: JsonObject) -> None:
    job.state = State(str(shape["state"]))
    job.error = None if shape["error"] is None else str(shape["error"])
    job.total, job.done = int(str(shape["total"])), int(str(shape["done"]))
    job.failed = int(str(shape["failed"]))


def _stop(job: Job) -> None:
    """Let a job that was running have failed."""
    if job.is_over:
        return
    over = (State.ADDED, State.ALREADY_HERE, State.FAILED, State.CANCELLED, State.DONE)
    job.files = [
        file
        if file.state in over
        else JobFile(
            number=file.number,
            name=file.name,
            size=file.size,
            path=None,
            state=State.FAILED,
            error=STOPPED,
        )
        for file in job.files
    ]
    job.state, job.error = State.FAILED, "Sayso was stopped while this ran"
