"""Adding documents, and how far it is: `POST /api/v1/documents`, `/api/v1/jobs`."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import unquote

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from sayso.collect.collector import Hints
from sayso.errors import BadInput, Unavailable
from sayso.model.vocabulary import DocumentKind, Handling
from sayso.review.choose import check_dates
from sayso.views.json import JsonObject
from sayso.web.answers.roles import least
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk
from sayso.web.jobs.board import Board, job_shape
from sayso.web.jobs.shapes import JobsTold, JobTold
from sayso.web.jobs.states import Job, JobKind
from sayso.web.jobs.worker import Worker, discard
from sayso.web.terms import Role

router = APIRouter(tags=["adding"])

_LONGEST_NAME: Final = 1_000
#: Seconds between two looks at a job, and looks after which one says that one is still here.
_LOOK_S: Final = 0.2
_QUIET_LOOKS: Final = 50
#: A body of raw bytes.
BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@dataclass(frozen=True, slots=True)
class Office:
    """The jobs and who does them: one adds, one writes."""

    board: Board
    worker: Worker
    writer: ThreadPoolExecutor


def office_of(request: Request) -> Office:
    """Give the office that a request is put to."""
    office: Office = request.state.office
    return office


AtOffice = Annotated[Office, Depends(office_of)]
FileName = Annotated[
    str,
    Header(alias="X-Filename", max_length=_LONGEST_NAME, description="Percent-encoded UTF-8."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known about a document from elsewhere, and which job it belongs to."""

    publisher: Text | None = None
    published: Text | None = None
    kind: DocumentKind | None = None
    title: Text | None = None
    handling: Handling = Handling.PUBLIC
    collection: Text | None = None
    lawful_basis: Text | None = None
    job: Text | None = None
    more: bool = False

    @property
    def hints(self) -> Hints:
        """Give what collection is told."""
        check_dates(self.published)
        return Hints(
            publisher=self.publisher,
            published=self.published,
            kind=self.kind,
            title=self.title,
            handling=self.handling,
            collection=self.collection,
            lawful_basis=self.lawful_basis,
        )


@router.post(
    "/documents",
    summary="Add a document",
    status_code=HTTPStatus.ACCEPTED,
    response_model=None,
    responses={202: {"model": JobTold, "description": "It is read in the background"}},
    dependencies=[Depends(least(Role.ADMIN))],
    openapi_extra=BODY,
)
async def add(
    request: Request,
    known: Annotated[Known, Depends()],
    name: FileName,
    desk: AtDesk,
    office: AtOffice,
) -> Response:
    """Take in one file as the raw body, its name in `X-Filename`, and read it in the background.

    Several files are one job: give `more=true` with each but the last, and from the second on the
    `job` that the first was answered with. The same bytes again add nothing, so that a batch that
    was broken off can be sent anew. A file larger than the limit (`/api/v1/session` says which) is
    refused.
    """
    hints, named = known.hints, name_of(name)
    held = None if known.job is None else _of_documents(office.board, known.job)
    path = office.worker.folder / secrets.token_hex(8)
    size = await taken(request, path)
    job = held or office.board.begin(JobKind.DOCUMENTS, desk.now())
    file = office.board.put(job, named, size, path, more=known.more)
    office.worker.put(job, file, hints)
    return answered(job, desk)


def _of_documents(board: Board, key: str) -> Job:
    """Give a job to which documents can be put.

    Raises:
        NotFound: there is none in this run of the program.
        BadInput: it does something else.
    """
    found = board.job(key)
    if found.kind is not JobKind.DOCUMENTS:
        raise BadInput(f"{key} adds no documents: leave `job` out, and a new one is begun")
    return found


async def taken(request: Request, path: Path) -> int:
    """Write a body to a file as it comes, and give its size; of half a body nothing stays.

    Raises:
        BadInput: it is empty.
        Unavailable: there is no room.
    """
    size, is_whole = 0, False
    try:
        with path.open("wb") as file:
            async for chunk in request.stream():
                size += len(chunk)
                file.write(chunk)
        is_whole = size > 0
    except OSError as bad:
        raise Unavailable(f"no room to take the file in: {bad.strerror}") from bad
    finally:
        if not is_whole:
            discard(path)
    if not size:
        raise BadInput("the body is empty: send the bytes of the file")
    return size


def name_of(told: str) -> str:
    """Give the name of a file, without folders above it that nobody here knows."""
    name = unquote(told, errors="replace").replace("\\", "/").strip("/")
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    if not parts or any(ord(sign) < ord(" ") for sign in name):
        raise BadInput("X-Filename: give the name of the file, percent-encoded")
    return "/".join(parts)


def answered(job: Job, desk: Desk) -> Response:
    """Give the answer that a job was begun, with its address."""
    headers = {"Location": f"/api/v1/jobs/{job.id}"}
    shape = job_shape(job, desk.now())
    return JSONResponse(shape, status_code=HTTPStatus.ACCEPTED, headers=headers)


@router.get(
    "/jobs",
    summary="The jobs of this run of the program",
    response_model=None,
    responses={200: {"model": JobsTold}},
)
def jobs(desk: AtDesk, office: AtOffice) -> JsonObject:
    """Give the jobs, the newest first."""
    found = office.board.jobs()
    return {"results": [job_shape(job, desk.now()) for job in found], "total": len(found)}


@router.get(
    "/jobs/{job_id}",
    summary="How far a job is",
    response_model=None,
    responses={200: {"model": JobTold}},
)
def job(job_id: str, desk: AtDesk, office: AtOffice) -> JsonObject:
    """Give what each file came to, with the reason of each that failed."""
    return job_shape(office.board.job(job_id), desk.now())


@router.delete(
    "/jobs/{job_id}",
    summary="Cancel a job",
    response_model=None,
    responses={200: {"model": JobTold}},
    dependencies=[Depends(least(Role.ADMIN))],
)
def cancel(job_id: str, desk: AtDesk, office: AtOffice) -> JsonObject:
    """Let the files that wait be; what is being read is read to its end, and what is kept stays."""
    found = office.board.job(job_id)
    office.board.cancel(found)
    return job_shape(found, desk.now())


@router.get(
    "/jobs/{job_id}/events",
    summary="What happens in a job, as it happens",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
def events(
    job_id: str,
    office: AtOffice,
    last: Annotated[int, Header(alias="Last-Event-ID", ge=0)] = 0,
    after: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """Give Server-Sent Events: `file` (as in the job's `files`), `progress`, and `end` (the job).

    After a lost connection it goes on behind `Last-Event-ID` (or `after`); 204 where nothing more
    will come.
    """
    found, begun = office.board.job(job_id), max(last, after)
    if found.is_over and begun >= len(found.events):
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return StreamingResponse(told(found, begun), media_type="text/event-stream")


async def told(job: Job, after: int) -> AsyncIterator[str]:
    """Give the events behind a number, and those that come, until the job is over."""
    sent, quiet = min(after, len(job.events)), 0
    yield "retry: 1000\n\n"
    while True:
        is_over, every = job.is_over, list(job.events[sent:])
        for number, (kind, shape) in enumerate(every, sent + 1):
            data = json.dumps(shape, ensure_ascii=False)
            yield f"id: {number}\nevent: {kind}\ndata: {data}\n\n"
        sent, quiet = sent + len(every), 0 if every else quiet + 1
        if is_over and not every:
            return
        if quiet >= _QUIET_LOOKS:
            yield ": still here\n\n"
            quiet = 0
        await asyncio.sleep(0 if is_over else _LOOK_S)
