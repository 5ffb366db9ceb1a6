"""Screening: `POST /api/v1/screenings`."""

import time
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse

from sayso.model.matches import Screening
from sayso.views.contract import screen_json
from sayso.views.json import JsonObject
from sayso.web.api.shapes import Query, Screenings, ScreeningsAsked
from sayso.web.asking.schemata import ASKED, answering
from sayso.web.desk import AtDesk, Cleared, Lists, json_alone

router = APIRouter(tags=["screening"])

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
                            "name": "birth_agrees",
                            "log_odds": 1.5,
                            "query": "1970",
                            "entry": "1970",
                            "note": "year of birth agrees",
                        }
                    ],
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
    One that a person set aside for this very question carries `cleared`. Nothing that is asked is
    kept.
    """
    lists = desk.lists()
    authorities = lists.authorities(asked.lists)
    questions = [_question(query, asked, authorities) for query in asked.queries]
    cleared = desk.cleared()
    rows = [
        _row(lists, query.qid or str(number), question, cleared)
        for number, (query, question) in enumerate(zip(asked.queries, questions, strict=True), 1)
    ]
    releases = [r for a, r in lists.releases.items() if a in authorities]
    return JSONResponse({"results": rows, "releases": releases, "total": len(rows)})


def _question(query: Query, asked: ScreeningsAsked, authorities: frozenset[str]) -> Screening:
    if query.schema is not None:
        answering(query.schema)
    return Screening(
        name=query.query,
        schema=None if query.schema is None else ASKED.get(query.schema),
        birth=query.dob,
        country=query.country,
        ids=query.ids,
        authorities=authorities,
        threshold=asked.threshold,
        limit=asked.limit,
    )


def _row(lists: Lists, qid: str, question: Screening, cleared: Cleared) -> JsonObject:
    began = time.perf_counter()
    found = [(one, cleared(question, one)) for one in lists.index.screen(question)]
    return screen_json(qid, found, (time.perf_counter() - began) * 1000)
