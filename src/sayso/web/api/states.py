"""How states carry the measures out: `/api/v1/states…`, with the JSON of `sayso states`."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from sayso import surveying
from sayso.model.vocabulary import LagStatus, Measure
from sayso.surveying import Wanted
from sayso.views.json import JsonObject
from sayso.views.states import json
from sayso.views.states.page import Replies
from sayso.web.api.oversight import (
    DifferencesTold,
    EntryAcrossTold,
    LagsTold,
    RowsTold,
    StatesTold,
    StateTold,
    WhyTold,
)
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, revalidated

router = APIRouter(prefix="/states", tags=["states"], dependencies=[Depends(revalidated)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Which cells are wanted; whatever is not said asks for all."""

    state: Annotated[Text | None, Query()] = None
    measure: Annotated[tuple[Measure, ...], Query()] = ()
    regime: Annotated[Text | None, Query()] = None
    status: Annotated[tuple[LagStatus, ...], Query()] = ()
    since: Annotated[Text | None, Query()] = None
    to_confirm: Annotated[bool, Query()] = False

    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return Wanted(
            state=self.state,
            measures=frozenset(self.measure),
            regime=self.regime,
            statuses=frozenset(self.status),
            since=self.since,
            to_confirm=self.to_confirm,
        )


Asked = Annotated[Cells, Depends()]
Part = Annotated[Page, Depends()]


@router.get(
    "",
    summary="How states carry the measures out",
    response_model=None,
    responses={200: {"model": StatesTold}},
)
def states(desk: AtDesk, every: Annotated[bool, Query(alias="all")] = False) -> JsonObject:  # noqa: FBT002  # a query's switch
    """Give one object a state of which something is held, or every member of the UN with `all`.

    "unknown" says that nothing held shows it; that is not non-compliance.
    """
    overseeing = desk.bench.overseeing()
    return json.states_json(overseeing.oversight(), overseeing.lines(every=every))


@router.get(
    "/gaps",
    summary="What is late, missing, unknown or to be confirmed",
    response_model=None,
    responses={200: {"model": RowsTold}},
)
def gaps(cells: Asked, page: Part, desk: AtDesk) -> JsonObject:
    """Give the cells that are late, missing, unknown or to be confirmed, by state and reference."""
    overseeing = desk.bench.overseeing()
    wanted = cells.wanted()
    found, replies = surveying.gaps(overseeing, wanted), Replies(overseeing.records(wanted.code()))
    shown = json.rows_json(page.part(found), overseeing.oversight(), replies)
    return {**shown, **page.told(len(found))}


@router.get(
    "/lag",
    summary="How late the measures were carried out",
    response_model=None,
    responses={200: {"model": LagsTold}},
)
def lag(cells: Asked, page: Part, desk: AtDesk) -> JsonObject:
    """Give the cells whose lag is known, and the distribution by year and regime of listing.

    A lag is an interval in hours: lists tell days, and a day alone can never prove 24 hours.
    """
    overseeing, wanted = desk.bench.overseeing(), cells.wanted()
    found, replies = surveying.lags(overseeing, wanted), Replies(overseeing.records(wanted.code()))
    shown = json.rows_json(page.part(found), overseeing.oversight(), replies)
    slices = json.slices_shape(overseeing.lag_slices(wanted.code()))
    return {**shown, "slices": slices, **page.told(len(found))}


@router.get(
    "/differences",
    summary="In what national entries differ from the UN's",
    response_model=None,
    responses={200: {"model": DifferencesTold}},
)
def differences(
    cells: Asked,
    page: Part,
    desk: AtDesk,
    unsure: Annotated[bool, Query()] = False,  # noqa: FBT002  # a query's switch
) -> JsonObject:
    """Give names, aliases, births and numbers that differ, and who is still listed.

    With `unsure` also where only a name ties the two entries.
    """
    overseeing = desk.bench.overseeing()
    found = surveying.differences(overseeing, cells.wanted(), unsure=unsure)
    shown = json.differences_json(page.part(found), overseeing.oversight())
    return {**shown, **page.told(len(found))}


@router.get(
    "/entries/{reference:path}",
    summary="One UN entry across states",
    response_model=None,
    responses={200: {"model": EntryAcrossTold}},
)
def entry(reference: str, desk: AtDesk) -> JsonObject:
    """Give one UN entry (`QDe.132`) in each state of which something is held."""
    overseeing = desk.bench.overseeing()
    cells = surveying.across(overseeing, reference)
    names = surveying.names(overseeing.lines())
    records = surveying.told_of(overseeing, cells)
    return json.entry_json(cells, names, records, overseeing.oversight())


@router.get(
    "/{state}",
    summary="One state's page",
    response_model=None,
    responses={200: {"model": StateTold}},
)
def state_page(state: str, desk: AtDesk) -> JsonObject:
    """Give all that is known of one state (ISO 3166 alpha-2, its name, or EU)."""
    overseeing = desk.bench.overseeing()
    return json.file_json(surveying.state_file(overseeing, state), overseeing.oversight())


@router.get(
    "/{state}/why/{reference:path}",
    summary="Why a cell says what it says",
    response_model=None,
    responses={200: {"model": WhyTold}},
)
def why(
    state: str, reference: str, desk: AtDesk, measure: Annotated[Measure | None, Query()] = None
) -> JsonObject:
    """Give the proofs of one UN entry in one state, and how the lag was computed, step by step."""
    overseeing = desk.bench.overseeing()
    cells = surveying.why(overseeing, state, reference, measure)
    records = surveying.told_of(overseeing, cells, state)
    return json.why_json(cells, records, overseeing.oversight())
