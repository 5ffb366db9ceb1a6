"""Accounts set beside each other: `/api/v1/compare`, `/api/v1/series`."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.views.contract import comparison_json, series_json
from sayso.views.json import JsonObject
from sayso.views.shapes.evidence import document_ref
from sayso.web.answers.cells import csv_lines
from sayso.web.answers.rows import as_table
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, revalidated
from sayso.web.shapes.told import ComparisonTold, SeriesTold

router = APIRouter(tags=["accounts compared"], dependencies=[Depends(revalidated)])

#: Reports of one series.
_MOST_REPORTS = 50
#: A side that has nothing, in a table.
_NOTHING: Final[JsonObject] = {"claim": None, "text": None, "value": None}


@router.get("/compare.json", include_in_schema=False, response_model=None)
@router.get(
    "/compare",
    summary="A secondary account beside its primary",
    response_model=None,
    responses={200: {"model": ComparisonTold}},
)
def compare(secondary: Text, primary: Text, desk: AtDesk) -> JsonObject:
    """Give the slots in which a document departs from the one that it ascribes things to.

    As a table, a slot a row: `.csv`.
    """
    knowledge, compared = desk.knowledge(), desk.bench.compare(secondary, primary)
    return {
        "secondary": document_ref(desk.bench.document(secondary)),
        "primary": document_ref(desk.bench.document(primary)),
        **comparison_json(knowledge, compared),
    }


@router.get("/compare.csv", include_in_schema=False, response_model=None)
def compare_table(secondary: Text, primary: Text, desk: AtDesk) -> Response:
    """Give the slots in which a document departs from another, one a row."""
    differences = compare(secondary, primary, desk)["differences"]
    every = differences if isinstance(differences, list) else []
    sides = ("secondary", "primary")
    rows = ({**one, **{side: one[side] or _NOTHING for side in sides}} for one in every)
    return as_table(csv_lines(rows), "compare")


@router.get(
    "/series",
    summary="What changed between successive reports of one author",
    response_model=None,
    responses={200: {"model": SeriesTold}},
)
def series(
    document: Annotated[list[Text], Query(min_length=2, max_length=_MOST_REPORTS)],
    desk: AtDesk,
    *,
    any_author: bool = False,
) -> JsonObject:
    """Give what grew, shrank, is new or was dropped from each report to the next."""
    found = desk.bench.series(document, any_author=any_author)
    return series_json(desk.knowledge(), found)
