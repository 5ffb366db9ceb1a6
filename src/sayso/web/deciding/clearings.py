"""Setting a name and an entry apart: `POST /api/v1/clearings`."""

from dataclasses import replace
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse

from sayso.review.judging.making import check_signed
from sayso.views.shapes.judgements import judgement_json
from sayso.web.answers.roles import least
from sayso.web.api.screenings import subject_of
from sayso.web.api.shapes import ClearingAsked
from sayso.web.asking.limits import MOST_RESULTS
from sayso.web.desk import AtDesk, json_alone
from sayso.web.shapes.base import JudgementTold
from sayso.web.terms import Role

router = APIRouter(tags=["screening"])

#: What is less like a name than this probability is no candidate of it.
_LEAST: Final = 0.02


@router.post(
    "/clearings",
    summary="Set a name and an entry apart",
    status_code=HTTPStatus.CREATED,
    dependencies=[Depends(json_alone), Depends(least(Role.REVIEWER))],
    response_model=None,
    responses={201: {"model": JudgementTold, "description": "It is kept"}},
)
def clear(asked: Annotated[ClearingAsked, Body()], desk: AtDesk) -> JSONResponse:
    """Keep that an entry is not the party asked for: signed, dated, reasoned, and reversible.

    The pair stays away from that very question until the entry changes; the name is remembered, so
    that it can come back (`sayso customers screen cleared`).
    """
    check_signed(asked.by, asked.reason)
    screenings = desk.bench.screenings()
    terms = replace(desk.terms.screening, threshold=_LEAST, thresholds=(), limit=MOST_RESULTS)
    screener = screenings.screener(terms)
    signed = asked.by.strip(), asked.reason.strip()
    made = screenings.clear(screener, subject_of(1, asked.query), asked.entry, signed)
    return JSONResponse(judgement_json(made), status_code=HTTPStatus.CREATED)
