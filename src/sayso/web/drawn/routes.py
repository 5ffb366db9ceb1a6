"""The network, the map and the timeline of a question."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId, FindingId
from sayso.model.vocabulary import EntityType, FindingStatus, Predicate
from sayso.review.choose import find_entity
from sayso.views.map.regions import map_shape, placed
from sayso.views.network.neighbourhood import NetworkQuery, edges_at, neighbourhood
from sayso.views.network.shape import network_shape
from sayso.views.ranking.figures import NONE
from sayso.views.timeline.lanes import LanesBy, timeline, timeline_shape
from sayso.web.answers.rows import as_json
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, revalidated
from sayso.web.known.findings import FindingsAsked, chosen
from sayso.web.shapes.drawn import MapTold, NetworkTold, TimelineTold

router = APIRouter(tags=["views"], dependencies=[Depends(revalidated)])

#: Parties that one question may be about, or that may be expanded.
_MOST_ABOUT = 20
About = Annotated[tuple[Text, ...], Query(max_length=_MOST_ABOUT)]


def entities_named(knowledge: Knowledge, names: Sequence[str]) -> tuple[EntityId, ...]:
    """Give the entities with these ids, names or list references, each once."""
    return tuple(dict.fromkeys(find_entity(knowledge, name).id for name in names))


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkAsked:
    """Which part of the network is asked for."""

    about: About = ()
    expand: Annotated[tuple[Text, ...], Query(max_length=100)] = ()
    hops: Annotated[int, Query(ge=0, le=4)] = 1
    status: Annotated[tuple[FindingStatus, ...], Query()] = ()
    type: Annotated[tuple[EntityType, ...], Query()] = ()
    unsure: bool = False
    most: Annotated[int, Query(ge=1, le=2000)] = 80


@router.get(
    "/network",
    summary="The neighbourhood of a question",
    response_model=None,
    responses={200: {"model": NetworkTold}},
)
def network(
    asked: Annotated[NetworkAsked, Depends()], desk: AtDesk, response: Response
) -> Response:
    """Give parties with their places, and the findings between them, some hops from `about`.

    Without `about` it starts at the finding that matters most; `expand` shows all neighbours of a
    party that is drawn. What is left out is counted, and said in `remainder`.
    """
    knowledge, at = desk.knowledge(), desk.derived(edges_at)
    query = NetworkQuery(
        about=entities_named(knowledge, asked.about),
        expanded=entities_named(knowledge, asked.expand),
        hops=asked.hops,
        statuses=frozenset(asked.status),
        types=frozenset(asked.type),
        unsure=asked.unsure,
        most=asked.most,
    )
    found = neighbourhood(knowledge, at, desk.waiting(), query)
    shape = desk.kept(query, lambda: network_shape(knowledge, at, found, asked.hops))
    return as_json(shape, response)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapAsked:
    """Which findings are put on the map."""

    about: About = ()
    status: Annotated[tuple[FindingStatus, ...], Query()] = ()
    predicate: Annotated[tuple[Predicate, ...], Query()] = ()
    place: Text | None = None
    since: Text | None = None
    until: Text | None = None
    unsure: bool = False


@router.get(
    "/map",
    summary="What is said to be where, by province",
    response_model=None,
    responses={200: {"model": MapTold}},
)
def provinces(asked: Annotated[MapAsked, Depends()], desk: AtDesk, response: Response) -> Response:
    """Give provinces and countries by ISO 3166 code with counts by status; never a point."""
    knowledge, told = desk.knowledge(), asdict(asked)
    about = entities_named(knowledge, told.pop("about"))
    found, waiting = chosen(desk, knowledge, FindingsAsked(**told))
    if about:
        own = {f for one in about for f in desk.figures().get(one, NONE).findings}
        found = [finding for finding in found if finding.id in own]
    return as_json(
        {"about": list(about), **map_shape(knowledge, placed(knowledge, found), waiting)}, response
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAsked:
    """Which claims are put on the timeline, and in which lanes."""

    about: About = ()
    finding: Text | None = None
    lanes: LanesBy = LanesBy.SPEAKER
    unsure: bool = False
    most_lanes: Annotated[int, Query(ge=1, le=200)] = 30
    most_spans: Annotated[int, Query(ge=1, le=1000)] = 100


@router.get(
    "/timeline",
    summary="What is said to have been when",
    response_model=None,
    responses={200: {"model": TimelineTold}},
)
def times(asked: Annotated[TimelineAsked, Depends()], desk: AtDesk, response: Response) -> Response:
    """Give claims with a time in lanes by speaker or by entity, the fullest lane first.

    A time stays as it was said (EDTF); `earliest` and `latest` are null where it is open.
    """
    knowledge = desk.knowledge()
    about = entities_named(knowledge, asked.about)
    keys = {c for one in about for c in desk.figures().get(one, NONE).claims}
    claims = [c for c in knowledge.claims.values() if not about or c.id in keys]
    if asked.finding is not None:
        claims = [c for c in claims if knowledge.finding_of.get(c.id) == asked.finding]
    waits = frozenset[FindingId]() if asked.unsure else desk.waiting()
    found = timeline(knowledge, claims, waits, asked.lanes)
    shape = timeline_shape(knowledge, found, asked.most_lanes, asked.most_spans)
    return as_json({"about": [str(one) for one in about], **shape}, response)
