"""The brief as a file, with its annexes: `POST /api/v1/brief/files`."""

from functools import partial
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import Response

from sayso.errors import Unsigned
from sayso.model.briefs import Brief
from sayso.views.json import JsonObject
from sayso.views.publishing.forms import DRAWN, written
from sayso.web.desk import AtDesk, Desk, json_alone
from sayso.web.jobs.routes import AtOffice, answered
from sayso.web.jobs.shapes import JobTold
from sayso.web.problems import problem
from sayso.web.writing.asked import FileAsked, composed, ordered
from sayso.web.writing.making import Tell, Written, begin

router = APIRouter(tags=["brief and exports"])

_MEDIA_TYPES: Final = {
    "md": "text/markdown",
    "html": "text/html",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_STEPS: Final = 2


@router.post(
    "/brief/files",
    summary="Write the brief as a file",
    status_code=HTTPStatus.ACCEPTED,
    response_model=None,
    responses={202: {"model": JobTold, "description": "It is written in the background"}},
    dependencies=[Depends(json_alone)],
)
def write(asked: Annotated[FileAsked, Body()], desk: AtDesk, office: AtOffice) -> Response:
    """Write the brief with its annexes and figures; the job's `made` says where it is then.

    A final brief is refused at once, as `/api/v1/brief` refuses it.
    """
    try:
        made = composed(desk, asked.brief, ordered(asked.brief))
    except Unsigned as bad:
        faults: list[JsonObject] = [{"at": "brief", "detail": line} for line in bad.lines]
        return problem(HTTPStatus.BAD_REQUEST, str(bad), faults=faults)
    name = f"brief.{asked.form}"
    job = begin(office, desk, name, _STEPS, partial(_write, desk, asked, made))
    return answered(job, desk)


def _write(desk: Desk, asked: FileAsked, made: Brief, tell: Tell) -> Written:
    tell(0, "gathering the annexes")
    if asked.brief.annexes:
        made = desk.bench.briefing(public=asked.brief.scope.public).annexed(made)
    tell(1, "drawing and setting" if asked.form in DRAWN else "writing")
    text = written(made, asked.form)
    content = text.encode("utf-8") if isinstance(text, str) else text
    return Written(name=f"brief.{asked.form}", media_type=_MEDIA_TYPES[asked.form], content=content)
