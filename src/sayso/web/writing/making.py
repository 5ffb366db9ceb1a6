"""Files that are written in the background, and handed out: `/api/v1/jobs/{job_id}/file`."""

import secrets
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import FileResponse, Response

from sayso.errors import NotFound, SaysoError
from sayso.web.desk import Desk
from sayso.web.jobs.routes import AtOffice, Office
from sayso.web.jobs.states import Job, JobKind, Made

router = APIRouter(tags=["brief and exports"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written; `notes` are what a person should know of it."""

    name: str
    media_type: str
    content: bytes
    notes: tuple[str, ...] = ()


#: What writes; it says before each step which one it is, and in words what is done.
Tell = Callable[[int, str], None]
Write = Callable[[Tell], Written]


class _Cancelled(Exception):  # no error: somebody wished it so
    """Nobody wants it any more."""


def begin(office: Office, desk: Desk, name: str, steps: int, write: Write) -> Job:
    """Write a file in the background, when its turn comes, and give the job."""
    job = office.board.begin(JobKind.WRITING, desk.now())
    office.board.take_on(job, name, steps)
    office.writer.submit(_run, office, job, write)
    return job


def _run(office: Office, job: Job, write: Write) -> None:
    def tell(done: int, says: str) -> None:
        if job.is_over:
            raise _Cancelled
        office.board.came_to(job, done, says=says)

    try:
        written = write(tell)
        tell(job.total, "done")
        path = office.worker.folder / f"{job.id}-{secrets.token_hex(4)}"
        path.write_bytes(written.content)
        made = Made(
            name=written.name, media_type=written.media_type, path=path, notes=written.notes
        )
        office.board.close(job, made=made)
    except _Cancelled:
        return
    except SaysoError as bad:
        office.board.close(job, str(bad))
    except OSError as bad:
        office.board.close(job, f"no room to write the file: {bad.strerror}")
    except Exception:  # noqa: BLE001  # nobody waits for this thread: the job is told of it
        traceback.print_exc()
        office.board.close(job, "Sayso failed over this file; please report it")


@router.get(
    "/jobs/{job_id}/file",
    summary="The file that a job wrote",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}}},
)
def file(job_id: str, office: AtOffice) -> Response:
    """Give the file; it is forgotten when Sayso stops."""
    made = office.board.job(job_id).made
    if made is None or not made.path.exists():
        raise NotFound(f"{job_id} has written no file, or none yet: /api/v1/jobs/{job_id} says")
    return FileResponse(made.path, media_type=made.media_type, filename=made.name)
