"""Weighing competing hypotheses: each step that a person takes, `POST /api/v1/hypotheses`."""

from http import HTTPStatus
from threading import Lock
from typing import Annotated, Any, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse, Response

from sayso.deliberation import Deliberation
from sayso.errors import BadInput
from sayso.model.hypotheses import Act, Matrix, Past
from sayso.review.hypotheses.asking import Exhibit, Signature, find_row
from sayso.review.judging.making import check_signed
from sayso.views.hypotheses.json import matrix_shape
from sayso.web.answers.roles import least
from sayso.web.desk import AtDesk, json_alone
from sayso.web.problems import problem
from sayso.web.shapes.deciding import (
    ExhibitAsked,
    MatrixTold,
    OpenAsked,
    RatingsAsked,
    StepAsked,
    SupposeAsked,
    UndoStepAsked,
)
from sayso.web.terms import Role

router = APIRouter(
    tags=["hypotheses"], dependencies=[Depends(json_alone), Depends(least(Role.REVIEWER))]
)

#: One step at a time: each is numbered after those before it.
_TURN: Final = Lock()
_GIVEN: Final[dict[str, Any]] = {
    "status_code": HTTPStatus.CREATED,
    "response_model": None,
    "responses": {201: {"model": MatrixTold, "description": "It is kept; the matrix as it is now"}},
}


@router.post("/hypotheses", summary="Open a question", **_GIVEN)
def open_question(asked: Annotated[OpenAsked, Body()], desk: AtDesk) -> Response:
    """Open a question with its first hypotheses, or one about identity (`from`), nothing rated."""
    if (asked.question is None) == (asked.from_ is None):
        raise BadInput("give `question` in words, or `from`: one of /api/v1/questions")
    with _TURN:
        weighed = desk.bench.deliberation()
        signed = _signed(weighed, asked)
        if asked.from_ is None:
            matrix = weighed.open(asked.question or "", asked.hypotheses, signed)
        else:
            matrix = weighed.open_identity(asked.from_, signed)
            for words in asked.hypotheses:
                matrix = weighed.suppose(matrix.id, words, signed)
    return _told(weighed, matrix)


@router.post("/hypotheses/{question_id}/hypotheses", summary="Add a hypothesis", **_GIVEN)
def suppose(question_id: str, asked: Annotated[SupposeAsked, Body()], desk: AtDesk) -> Response:
    """Add one more possible answer."""
    with _TURN:
        weighed = desk.bench.deliberation()
        matrix = weighed.suppose(question_id, asked.text, _signed(weighed, asked))
    return _told(weighed, matrix)


@router.post("/hypotheses/{question_id}/evidence", summary="Add evidence", **_GIVEN)
def put_forward(question_id: str, asked: Annotated[ExhibitAsked, Body()], desk: AtDesk) -> Response:
    """Add a claim, a finding, or words of one's own, which are shown as such."""
    exhibit = Exhibit(about=asked.about, words=asked.words, source=asked.source)
    with _TURN:
        weighed = desk.bench.deliberation()
        matrix = weighed.put_forward(question_id, exhibit, _signed(weighed, asked))
    return _told(weighed, matrix)


@router.post("/hypotheses/{question_id}/ratings", summary="Rate evidence", **_GIVEN)
def rate(question_id: str, asked: Annotated[RatingsAsked, Body()], desk: AtDesk) -> Response:
    """Rate one row for one hypothesis or more; what was rated before stays in the history.

    Where somebody else rated a cell since the page looked (`seen`), nothing is kept: 409.
    """
    with _TURN:
        weighed = desk.bench.deliberation()
        signed, matrix = _signed(weighed, asked), weighed.matrix(question_id)
        newer = _newer(matrix, asked)
        if newer is not None:
            return _outrun(newer)
        matrix = weighed.rate(matrix.id, asked.evidence, asked.ratings, signed)
    return _told(weighed, matrix)


@router.post("/hypotheses/{question_id}/undo", summary="Take a step back", **_GIVEN)
def undo(question_id: str, asked: Annotated[UndoStepAsked, Body()], desk: AtDesk) -> Response:
    """Take a step back by a new one, which can be taken back too; S1 closes the question."""
    with _TURN:
        weighed = desk.bench.deliberation()
        matrix = weighed.undo(question_id, asked.step, _signed(weighed, asked))
    return _told(weighed, matrix)


def _signed(weighed: Deliberation, asked: StepAsked) -> Signature:
    check_signed(asked.by, asked.reason)
    return weighed.signed(asked.by.strip(), asked.reason.strip())


def _newer(matrix: Matrix, asked: RatingsAsked) -> Past | None:
    """Give the last rating of a cell that is asked for, where it is not what the page showed."""
    row = find_row(matrix, asked.evidence)
    seen = asked.seen or {}
    other = {key for key in asked.ratings if key in seen and row.ratings.get(key) != seen[key]}
    ids = {one.step.id for one in matrix.hypotheses if one.key in other}
    rated = (
        past
        for past in reversed(matrix.history)
        if past.step.act is Act.RATE
        and past.step.evidence == row.step.id
        and past.step.hypothesis in ids
    )
    return next((past for past in rated if past.step.by != asked.by.strip()), None)


def _outrun(newer: Past) -> JSONResponse:
    step = newer.step
    rating = "" if step.rating is None else step.rating.value.replace("_", " ")
    told = f"{step.by} rated it {rating} at {step.at:%Y-%m-%d %H:%M} UTC ({step.reason})"
    return problem(HTTPStatus.CONFLICT, f"{told}: look again, and rate it as it stands now")


def _told(weighed: Deliberation, matrix: Matrix) -> JSONResponse:
    shape = matrix_shape(weighed.knowledge, matrix)
    return JSONResponse(shape, status_code=HTTPStatus.CREATED)
