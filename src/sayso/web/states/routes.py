"""States over HTTP: `/api/v1/states` and what is below it, as the commands give it as JSON."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso import surveying
from sayso.model.concerns import Concern, Said
from sayso.model.findings import Knowledge
from sayso.model.oversight import Difference, Implementation, RecordKind, StateLine, StateRecord
from sayso.model.vocabulary import Measure
from sayso.states.countries import state_code
from sayso.views.exports.matrix import csv_matrix
from sayso.views.json import JsonObject
from sayso.views.recorded import questions as asking
from sayso.views.recorded import records as recorded
from sayso.views.states import json
from sayso.views.states.text import telling
from sayso.web.answers.rows import Listed, as_table, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import revalidated
from sayso.web.shapes.base import Rows
from sayso.web.states.seeing import Asked, AskedOfEntries, AsSeen, Grid
from sayso.web.states.shapes import (
    CellTold,
    DifferenceTold,
    EntryAcrossTold,
    LagsTold,
    SeenRows,
    StateLineTold,
    StatesMatrix,
    StateTold,
    WhyTold,
)
from sayso.web.states.told import ConcernsListed, RecordsListed, StateSaid

router = APIRouter(prefix="/states", tags=["states"], dependencies=[Depends(revalidated)])

Part = Annotated[Page, Depends()]


@listing(router, "", SeenRows[StateLineTold], "How states carry the measures out")
def states(
    seen: AsSeen,
    page: Part,
    every: Annotated[bool, Query(alias="all")] = False,  # noqa: FBT002  # a query's switch
) -> Listed[StateLine]:
    """Give one object a state of which something is held, or every member of the UN with `all`.

    "unknown" says that nothing held shows it; that is not non-compliance.
    """
    lines = seen.overseeing.lines(every=every)
    return Listed(every=lines, shape=json.line_shape, page=page, beside=seen.beside())


@listing(router, "/gaps", SeenRows[CellTold], "What is late, missing, unknown or to be confirmed")
def gaps(
    cells: Asked,
    page: Part,
    seen: AsSeen,
    known: Annotated[bool, Query()] = False,  # noqa: FBT002  # a query's switch
) -> Listed[Implementation]:
    """Give the cells that are late, missing, unknown or to be confirmed, by state and reference.

    With `known` only those of which it is known that they are late, missing, or done at some time.
    """
    wanted = cells.wanted()
    found, replies = surveying.gaps(seen.overseeing, wanted), seen.replies(wanted.code())
    return Listed(
        every=telling(found) if known else found,
        shape=lambda one: json.row_shape(one, replies),
        page=page,
        beside=seen.beside(),
    )


@listing(router, "/lag", LagsTold, "How late the measures were carried out")
def lag(cells: Asked, page: Part, seen: AsSeen) -> Listed[Implementation]:
    """Give the cells whose lag is known, and the distribution by year and regime of listing.

    A lag is an interval in hours: lists tell days, and a day alone can never prove 24 hours.
    """
    wanted = cells.wanted()
    found, replies = surveying.lags(seen.overseeing, wanted), seen.replies(wanted.code())
    slices = json.slices_shape(seen.overseeing.lag_slices(wanted.code()))
    return Listed(
        every=found,
        shape=lambda one: json.row_shape(one, replies),
        page=page,
        beside={**seen.beside(), "slices": list(slices)},
    )


@listing(router, "/differences", SeenRows[DifferenceTold], "Where national entries differ")
def differences(
    entries: AskedOfEntries,
    page: Part,
    seen: AsSeen,
    unsure: Annotated[bool, Query()] = False,  # noqa: FBT002  # a query's switch
) -> Listed[Difference]:
    """Give names, aliases, births and numbers that differ from the UN's, and who is still listed.

    With `unsure` also where only a name ties the two entries.
    """
    found = surveying.differences(seen.overseeing, entries.wanted(), unsure=unsure)
    return Listed(every=found, shape=json.difference_shape, page=page, beside=seen.beside())


@listing(router, "/records", RecordsListed, "What documents tell of states")
def records(
    page: Part,
    seen: AsSeen,
    state: Annotated[Text | None, Query()] = None,
    kind: Annotated[RecordKind | None, Query()] = None,
    every: Annotated[bool, Query(alias="all")] = False,  # noqa: FBT002  # a query's switch
) -> Listed[StateRecord]:
    """Give records of reports, assets, travel, exemptions, ratings and more, with the replies.

    With `all` also those that were corrected. What is not recorded is unknown.
    """
    code = None if state is None else state_code(state)
    held = seen.recording.records(code, every=every)
    found = [one for one in held if kind in {None, one.kind}]
    told = seen.recording.told_with(held, code)
    return Listed(
        every=found,
        shape=lambda one: recorded.listed_record(told, one),
        page=page,
        beside={"note": recorded.NOTE},
    )


@listing(router, "/said", Rows[StateSaid], "What documents say of states and the measures")
def said(page: Part, seen: AsSeen, state: Annotated[Text | None, Query()] = None) -> Listed[Said]:
    """Give claims that a state reported, froze or exempted, or did not.

    Each stands with the state's own word, what is against it, the replies and the records that are
    about the same.
    """
    code = None if state is None else state_code(state)
    told = seen.recording.told_with(seen.recording.records(code), code)
    return Listed(every=told.said, shape=lambda one: recorded.said_shape(told, one), page=page)


@listing(router, "/questions", ConcernsListed, "Findings that may concern a measure, as questions")
def questions(
    page: Part,
    seen: AsSeen,
    state: Annotated[Text | None, Query()] = None,
    unsure: Annotated[bool, Query()] = False,  # noqa: FBT002  # a query's switch
) -> Listed[Concern]:
    """Give what is said to reach a listed party, and journeys of listed persons, as questions.

    Each is a question with its evidence, hedges and denials, never a breach.
    """
    code = None if state is None else state_code(state)
    found = seen.recording.questions(code, unsure=unsure)
    knowledge = seen.recording.knowledge() if found.asked else Knowledge()
    return Listed(
        every=found.asked,
        shape=lambda one: asking.question_shape(knowledge, one),
        page=page,
        beside=asking.beside(found),
    )


@router.get(
    "/matrix",
    summary="Entries by states",
    response_model=None,
    responses={200: {"model": StatesMatrix}},
)
def matrix(grid: Annotated[Grid, Depends()], page: Part, seen: AsSeen) -> JsonObject:
    """Give one row an entry of the UN list, with a cell for each state, of one measure.

    Each cell's evidence is at `/states/{state}/why/{reference}`. As a table: `.csv` after the
    address; it has every cell of every member, with the words and address that prove it.
    """
    found = surveying.matrix(seen.overseeing, grid.measure, grid.wanted(), grid.state)
    replies = seen.replies(None)
    return {
        "states": [
            {
                "state": one.state,
                "name": one.name,
                "stands_for": found.stands_for.get(one.state, 0),
            }
            for one in found.states
        ],
        "results": [json.matrix_row(row, replies) for row in page.part(found.rows)],
        **page.told(len(found.rows)),
        **seen.beside(),
    }


@router.get("/matrix.json", include_in_schema=False, response_model=None)
def matrix_twin(grid: Annotated[Grid, Depends()], page: Part, seen: AsSeen) -> JsonObject:
    """Give the matrix as a file."""
    return matrix(grid, page, seen)


@router.get("/matrix.csv", include_in_schema=False, response_class=Response)
def matrix_table(cells: Asked, seen: AsSeen) -> Response:
    """Give every cell that is asked for as a table, as `sayso states matrix` writes it."""
    written, _ = csv_matrix(surveying.every_cell(seen.overseeing, cells.wanted()))
    return as_table(iter([written]), "matrix")


@router.get(
    "/entries/{reference:path}",
    summary="One UN entry across states",
    response_model=None,
    responses={200: {"model": EntryAcrossTold}},
)
def entry(reference: str, seen: AsSeen) -> JsonObject:
    """Give one UN entry (`QDe.132`) in each state of which something is held."""
    overseeing = seen.overseeing
    cells = surveying.across(overseeing, reference)
    names = surveying.names(overseeing.lines())
    told = surveying.told_of(overseeing, cells)
    return json.entry_json(cells, names, told, overseeing.oversight())


@router.get(
    "/{state}",
    summary="One state's page",
    response_model=None,
    responses={200: {"model": StateTold}},
)
def state_page(state: str, page: Part, seen: AsSeen) -> JsonObject:
    """Give what is known of one state (ISO 3166 alpha-2, its name, or EU).

    `differences_found`, `links_to_confirm` and `questions` come page by page; `totals` says how
    many there are of each. All of the first two are lists at `/differences` and `/gaps` too.
    """
    file = surveying.state_file(seen.overseeing, seen.recording, state)
    part = slice(page.offset, page.offset + page.limit)
    return {
        **json.file_json(file, seen.overseeing.oversight(), part),
        "limit": page.limit,
        "offset": page.offset,
        "totals": json.file_totals(file),
    }


@router.get(
    "/{state}/why/{reference:path}",
    summary="Why a cell says what it says",
    response_model=None,
    responses={200: {"model": WhyTold}},
)
def why(
    state: str, reference: str, seen: AsSeen, measure: Annotated[Measure | None, Query()] = None
) -> JsonObject:
    """Give the proofs of one UN entry in one state, and how the lag was computed, step by step."""
    overseeing = seen.overseeing
    cells = surveying.why(overseeing, state, reference, measure)
    told = surveying.told_of(overseeing, cells, state)
    names = {cells[0].state: overseeing.line(cells[0].state).name}
    return json.why_json(cells, names, told, overseeing.oversight())
