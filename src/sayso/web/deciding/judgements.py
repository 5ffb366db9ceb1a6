"""Deciding: `POST /api/v1/judgements`, and taking a judgement back."""

from http import HTTPStatus
from threading import Lock
from typing import Annotated, Any, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse, Response

from sayso.model.findings import Judgement
from sayso.model.grades import Verdict
from sayso.review.judgements import standing
from sayso.review.judging.making import Asked
from sayso.views.json import JsonObject
from sayso.views.shapes.judgements import judgement_json
from sayso.web.answers.roles import least
from sayso.web.deciding.latest import stands_on, undoing
from sayso.web.deciding.queue import judgements_of
from sayso.web.desk import AtDesk, Desk, json_alone
from sayso.web.problems import problem
from sayso.web.shapes.deciding import Judged, JudgementAsked, UndoAsked
from sayso.web.terms import Role

router = APIRouter(
    tags=["review"], dependencies=[Depends(json_alone), Depends(least(Role.REVIEWER))]
)

#: What `seen` is where the page does not say.
UNASKED: Final = "*"
#: One decision at a time: what was seen is compared with what is, and then it is kept.
_TURN: Final = Lock()
_GIVEN: Final[dict[int | str, dict[str, Any]]] = {
    201: {"model": Judged, "description": "It is kept"}
}


@router.post(
    "/judgements",
    summary="Decide on something that is known",
    status_code=HTTPStatus.CREATED,
    response_model=None,
    responses=_GIVEN,
)
def judge(asked: Annotated[JudgementAsked, Body()], desk: AtDesk) -> Response:
    """Keep a decision: signed, dated, reasoned, and reversible.

    Where somebody else decided on the same since the page looked (`seen`), nothing is kept: the
    answer is 409, and `judgement` has what that was. Of two who disagree both are kept, and the
    later stands.
    """
    with _TURN:
        before = judgements_of(desk)
        newer = _newer(desk, before, asked)
        if newer is not None:
            return _outrun(newer)
        made = desk.bench.judge(_question(asked))
    earlier = [j for j in standing(before) if _family(j) == _family(made)]
    return JSONResponse(_kept(made, earlier), status_code=HTTPStatus.CREATED)


def _newer(desk: Desk, before: tuple[Judgement, ...], asked: JudgementAsked) -> Judgement | None:
    """Give the judgement of somebody else that the page did not know."""
    if asked.seen == UNASKED:
        return None
    other = next(iter((*_other(asked), *asked.values)), None) if _is_pair(asked) else None
    stands = stands_on(desk.knowledge(), before, asked.about, other, asked.verdict)
    if asked.seen == (None if stands is None else stands.id):
        return None
    newer = stands or undoing(before, asked.seen)
    return None if newer is None or newer.by == asked.by.strip() else newer


def _is_pair(asked: JudgementAsked) -> bool:
    return asked.verdict not in {Verdict.GRADE, Verdict.ASSESS}


def _other(asked: JudgementAsked) -> tuple[str, ...]:
    return () if asked.other is None else (asked.other,)


def _question(asked: JudgementAsked) -> Asked:
    return Asked(
        about=asked.about,
        verdict=asked.verdict,
        by=asked.by,
        reason=asked.reason,
        values=(*_other(asked), *asked.values),
        changes=tuple(f"{slot}={value}" for slot, value in (asked.changes or {}).items()),
    )


def _outrun(newer: Judgement) -> JSONResponse:
    told = f"{newer.by} decided on it at {newer.at:%Y-%m-%d %H:%M} UTC: {newer.verdict}"
    known = "null" if newer.verdict == Verdict.UNDO else newer.id
    return problem(
        HTTPStatus.CONFLICT,
        f"{told} ({newer.reason}); look again, and decide with seen={known}",
        beside={"judgement": judgement_json(newer)},
    )


def _family(judgement: Judgement) -> tuple[frozenset[str | None], str]:
    """Give what a judgement is on, and of which kind it is: verdicts of one kind stand in turn."""
    own = judgement.verdict in {Verdict.GRADE, Verdict.ASSESS}
    return frozenset({judgement.about, judgement.other}), judgement.verdict if own else ""


def _kept(made: Judgement, earlier: list[Judgement]) -> JsonObject:
    return {"judgement": judgement_json(made), "earlier": [judgement_json(j) for j in earlier]}


@router.post(
    "/judgements/{judgement_id}/undo",
    summary="Take a judgement back",
    status_code=HTTPStatus.CREATED,
    response_model=None,
    responses=_GIVEN,
)
def undo(judgement_id: str, asked: Annotated[UndoAsked, Body()], desk: AtDesk) -> Response:
    """Take a judgement back by a new one; both are kept, and the new one can be taken back too."""
    with _TURN:
        made = desk.bench.undo(judgement_id, asked.by, asked.reason)
    return JSONResponse(_kept(made, []), status_code=HTTPStatus.CREATED)
