"""Incidents, flows, capabilities and sources: who did or gave what, and who is cited."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends

from sayso.model.flows import Capabilities, Capability, Flow, Flows
from sayso.model.incidents import Incident
from sayso.model.sources import HeldSource, Sources, SourceToObtain
from sayso.review.flows.ladder import LadderQuery
from sayso.review.flows.rows import FlowQuery
from sayso.review.incidents.choose import IncidentQuery, chosen_incidents
from sayso.review.incidents.group import incidents_of
from sayso.views.flows.json import capability_shape, flow_shape
from sayso.views.json import JsonValue
from sayso.views.shapes.incidents import incident_shape
from sayso.views.sources.json import held_shape, to_obtain_shape
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.shapes.base import Rows
from sayso.web.shapes.told import (
    CapabilitiesTold,
    FlowsTold,
    HeldTold,
    IncidentTold,
    ToObtain,
)

router = APIRouter(tags=["what is told"], dependencies=[Depends(revalidated)])

#: What is told without a project.
_NO_FLOWS = Flows(done=(), apart=(), in_review=0, left_out=0)
_NO_CAPABILITIES = Capabilities(rows=(), in_review=0, left_out=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentsAsked:
    """Which incidents are asked for."""

    document: Text | None = None
    place: Text | None = None
    since: Text | None = None
    until: Text | None = None


@listing(router, "/incidents", Rows[IncidentTold], "Who did what to whom, where and when")
def incidents(
    asked: Annotated[IncidentsAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Incident]:
    """Give incidents, each value with everyone who says so, and who denies it."""
    knowledge = desk.knowledge()
    query = IncidentQuery(**asdict(asked))
    found = chosen_incidents(knowledge, desk.derived(incidents_of), query)
    return Listed(every=found, shape=lambda one: incident_shape(knowledge, one), page=page)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowsAsked:
    """Which flows are asked for."""

    party: Text | None = None
    giver: Text | None = None
    receiver: Text | None = None
    item: Text | None = None
    since: Text | None = None
    until: Text | None = None
    unsure: bool = False


@listing(router, "/flows", FlowsTold, "Who gives whom what, on whose word")
def flows(
    asked: Annotated[FlowsAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Flow]:
    """Give flows, denials beside what they deny; what is not told as done stands `apart`."""
    knowledge, told = desk.knowledge(), asdict(asked)
    unsure = bool(told.pop("unsure"))
    found = _NO_FLOWS
    if desk.has_project():
        query = FlowQuery(**told)
        found = desk.kept(asked, lambda: desk.bench.flows(query, unsure=unsure))
    beside: dict[str, JsonValue] = {
        "apart": [flow_shape(knowledge, flow) for flow in found.apart[: page.limit]],
        "in_review": found.in_review,
        "left_out": found.left_out,
    }
    return Listed(
        every=found.done, shape=lambda flow: flow_shape(knowledge, flow), page=page, beside=beside
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderAsked:
    """Whose capabilities are asked for."""

    party: Text | None = None
    item: Text | None = None
    unsure: bool = False


@listing(router, "/capabilities", CapabilitiesTold, "What each party seeks, has and uses")
def capabilities(
    asked: Annotated[LadderAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Capability]:
    """Give the ladder of capabilities: four rungs a kind of weapon, material or means.

    An empty rung says that no document held tells of it, and no more.
    """
    knowledge, found = desk.knowledge(), _NO_CAPABILITIES
    if desk.has_project():
        query = LadderQuery(party=asked.party, item=asked.item)
        found = desk.kept(asked, lambda: desk.bench.capabilities(query, unsure=asked.unsure))
    return Listed(
        every=found.rows,
        shape=lambda row: capability_shape(knowledge, row),
        page=page,
        beside={"in_review": found.in_review, "left_out": found.left_out},
    )


@listing(router, "/sources", Rows[ToObtain], "Sources that are cited and not held")
def sources(page: Annotated[Page, Depends()], desk: AtDesk) -> Listed[SourceToObtain]:
    """Give what is to be obtained, what most rests on first, with what may be it already."""
    knowledge = desk.knowledge()
    found = sources_of(desk).to_obtain
    return Listed(every=found, shape=lambda row: to_obtain_shape(knowledge, row), page=page)


@listing(router, "/sources/held", Rows[HeldTold], "The documents held, as sources")
def held(page: Annotated[Page, Depends()], desk: AtDesk) -> Listed[HeldSource]:
    """Give the documents held by date, with their copies, roots, and what only they tell."""
    knowledge = desk.knowledge()
    found = sources_of(desk).held
    return Listed(every=found, shape=lambda row: held_shape(knowledge, row), page=page)


def sources_of(desk: Desk) -> Sources:
    """Give the sources to obtain beside the documents held, worked out once."""
    if not desk.has_project():
        return Sources(to_obtain=(), held=())
    return desk.kept("sources", lambda: desk.bench.sources()[1])
