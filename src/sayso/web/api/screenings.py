"""Screening and clearing: `POST /api/v1/screenings`, `POST /api/v1/clearings`."""

import time
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse

from sayso.collect.tables.columns import gender_of
from sayso.collect.tables.dates import birth_of
from sayso.model.screenings import Subject, Terms
from sayso.review.judging.making import check_signed
from sayso.review.screening.screener import Screener
from sayso.views.json import JsonObject
from sayso.views.screening.json import screened_json
from sayso.views.shapes.judgements import judgement_json
from sayso.web.answers.roles import least
from sayso.web.api.shapes import ClearingAsked, Query, Screenings, ScreeningsAsked
from sayso.web.asking.inquiries import check_answers
from sayso.web.asking.limits import MOST_RESULTS
from sayso.web.asking.schemata import ASKED, answering
from sayso.web.desk import AtDesk, json_alone
from sayso.web.shapes.base import JudgementTold
from sayso.web.terms import Role

router = APIRouter(tags=["screening"])

#: What is less like a name than this probability is no candidate of it.
_LEAST: Final = 0.02

_EXAMPLES: Final = {
    "one": {"value": {"queries": [{"query": "Zarmast Tolwak", "schema": "Person"}]}},
    "many": {
        "value": {
            "queries": [
                {"qid": "7", "query": "Зармаст Толвак", "dob": "1970", "country": "AF"},
                {"qid": "8", "query": "Morning Star", "schema": "Vessel", "ids": ["9000001"]},
            ],
            "lists": ["un"],
            "threshold": 0.5,
            "limit": 3,
        }
    },
}
_ANSWER: Final = {
    "results": [
        {
            "qid": "7",
            "ms": 0.9,
            "results": [
                {
                    "entry": "un:QDi.901",
                    "list": "un",
                    "reference": "QDi.901",
                    "release": "2026-02-27",
                    "name": "Zarmast Tolwak",
                    "matched_name": "Zarmast Tolwak",
                    "probability": 0.97,
                    "score": 0.97,
                    "features": [
                        {
                            "name": "birth",
                            "log_odds": 1.5,
                            "query": "1970",
                            "entry": "1970",
                            "note": "year of birth agrees",
                        }
                    ],
                    "ground": "supported",
                    "says": "same name, year of birth agrees; not confirmed",
                    "line": "UN QDi.901 (un@2026-02-27) | 0.97 same name, year of birth agrees; …",
                }
            ],
        }
    ],
    "releases": ["un@2026-02-27"],
    "total": 1,
}


@router.post(
    "/screenings",
    summary="Screen one name or many",
    dependencies=[Depends(json_alone)],
    response_model=None,
    responses={
        200: {"model": Screenings, "content": {"application/json": {"example": _ANSWER}}},
    },
)
def screen(
    asked: Annotated[ScreeningsAsked, Body(openapi_examples=_EXAMPLES)], desk: AtDesk
) -> JSONResponse:
    """Give the list entries that may be the parties asked for, with reasons, best first.

    A candidate is a question, not an answer: read what agrees, what differs and what is missing.
    What a person set aside for this very question stands in `cleared`, not in `results`, until the
    entry changes; then it is back with `changed`. Nothing that is asked is kept.
    """
    check_answers(len(asked.queries) * asked.limit)
    lists = desk.lists()
    authorities = lists.authorities(asked.lists)
    terms = Terms(
        threshold=asked.threshold, limit=asked.limit, authorities=tuple(sorted(authorities))
    )
    subjects = [_subject(number, query) for number, query in enumerate(asked.queries, 1)]
    screener = Screener(lists.index, terms, lists.clearings)
    rows = [_row(screener, subject) for subject in subjects]
    releases = [r for a, r in lists.releases.items() if a in authorities]
    return JSONResponse({"results": rows, "releases": releases, "total": len(rows)})


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
    screener = screenings.screener(Terms(threshold=_LEAST, limit=MOST_RESULTS))
    signed = asked.by.strip(), asked.reason.strip()
    made = screenings.clear(screener, _subject(1, asked.query), asked.entry, signed)
    return JSONResponse(judgement_json(made), status_code=HTTPStatus.CREATED)


def _subject(number: int, query: Query) -> Subject:
    if query.schema is not None:
        answering(query.schema)
    birth, remark = birth_of(" ".join((query.dob or "").split()))
    gender, odd = gender_of((query.gender or "").strip())
    return Subject(
        key=query.qid or str(number),
        name=query.query,
        schema=None if query.schema is None else ASKED.get(query.schema),
        birth=birth,
        country=query.country,
        ids=query.ids,
        gender=gender,
        address=query.address,
        remarks=tuple(told for told in (remark, odd) if told),
    )


def _row(screener: Screener, subject: Subject) -> JsonObject:
    began = time.perf_counter()
    one = screener.screen(subject)
    return screened_json(one, screener.index, (time.perf_counter() - began) * 1000)
