"""Screening: `POST /api/v1/screenings`."""

import time
from dataclasses import replace
from typing import Annotated, Final, Protocol

from fastapi import APIRouter, Body, Depends
from fastapi.responses import JSONResponse

from sayso.collect.tables.columns import gender_of
from sayso.collect.tables.dates import birth_of
from sayso.model.screenings import Counts, Subject, Terms
from sayso.review.screening.screener import Screener
from sayso.views.screening.json import screened_json
from sayso.web.api.shapes import Query, Screenings, ScreeningsAsked
from sayso.web.asking.inquiries import check_answers
from sayso.web.asking.runs import Answered, AtBook
from sayso.web.asking.schemata import ASKED, answering
from sayso.web.desk import AtDesk, Lists, json_alone

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
    asked: Annotated[ScreeningsAsked, Body(openapi_examples=_EXAMPLES)],
    desk: AtDesk,
    book: AtBook,
) -> JSONResponse:
    """Give the list entries that may be the parties asked for, with reasons, best first.

    A candidate is a question, not an answer: read what agrees, what differs and what is missing.
    What a person set aside for this very question stands in `cleared`, not in `results`, until the
    entry changes; then it is back with `changed`. Nothing that is asked is kept: the log of runs
    has its digest, with the lists, the terms and the counts.
    """
    check_answers(len(asked.queries) * asked.limit)
    lists = desk.lists()
    terms = terms_of(desk.terms.screening, lists, asked)
    subjects = [subject_of(number, query) for number, query in enumerate(asked.queries, 1)]
    screener = Screener(lists.index, terms, lists.clearings)
    rows, counts = [], Counts()
    for subject in subjects:
        began = time.perf_counter()
        one = screener.screen(subject)
        ms = (time.perf_counter() - began) * 1000
        rows.append(screened_json(one, screener.index, ms))
        counts = counts.with_one(one)
    book.keep(
        Answered(lists=lists, asked=subjects, terms=terms, counts=counts, session=asked.session)
    )
    releases = [r for a, r in lists.releases.items() if a in terms.authorities]
    return JSONResponse({"results": rows, "releases": releases, "total": len(rows)})


class Asked(Protocol):
    """On which terms somebody wants to screen."""

    @property
    def lists(self) -> tuple[str, ...]:
        """Give the lists to ask; none means all."""
        ...

    @property
    def threshold(self) -> float | None:
        """Give the least probability; None leaves it to the settings."""
        ...

    @property
    def limit(self) -> int:
        """Give how many candidates there are at most."""
        ...


def terms_of(usual: Terms, lists: Lists, asked: Asked) -> Terms:
    """Give the terms asked for; what is not said is as usual.

    Raises:
        BadInput: a list is not in force.
    """
    if asked.threshold is not None:
        usual = replace(usual, threshold=asked.threshold, thresholds=())
    authorities = lists.authorities(asked.lists)
    return replace(usual, limit=asked.limit, authorities=tuple(sorted(authorities)))


def subject_of(number: int, query: Query) -> Subject:
    """Give who is asked for, keyed by their own id or the number of the query."""
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
