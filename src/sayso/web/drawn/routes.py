"""The network, the map and the timeline of a question, each with its twins."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId, FindingId
from sayso.model.vocabulary import EntityType, FindingStatus, Predicate
from sayso.review.choose import find_entity
from sayso.views.exports.csv import finding_row
from sayso.views.exports.graph import drawn
from sayso.views.json import JsonObject
from sayso.views.map.regions import Placed, map_shape, placed
from sayso.views.network.neighbourhood import (
    Neighbourhood,
    NetworkQuery,
    edges_at,
    ends_of,
    neighbourhood,
)
from sayso.views.network.shape import network_shape, places_of
from sayso.views.ranking.figures import NONE
from sayso.views.timeline.lanes import LanesBy, Timeline, timeline, timeline_rows, timeline_shape
from sayso.web.answers.cells import csv_lines
from sayso.web.answers.rows import as_json, as_table
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.known.findings import FindingsAsked, chosen
from sayso.web.shapes.drawn import MapTold, NetworkTold, TimelineTold

router = APIRouter(tags=["views"], dependencies=[Depends(revalidated)])

#: Parties that one question may be about, or that may be expanded.
_MOST_ABOUT: Final = 20
About = Annotated[tuple[Text, ...], Query(max_length=_MOST_ABOUT)]
_GEXF: Final = "application/gexf+xml"


def entities_named(knowledge: Knowledge, names: Sequence[str]) -> tuple[EntityId, ...]:
    """Give the entities with these ids, names or list references, each once; of a finding its ends.

    Raises:
        NotFound: there is none, or several are named so.
    """
    found: dict[EntityId, None] = {}
    for name in names:
        finding = knowledge.findings.get(FindingId(name))
        ends = () if finding is None else (finding.subject, finding.object)
        own = [end for end in ends if end is not None] or [find_entity(knowledge, name).id]
        found |= dict.fromkeys(own)
    return tuple(found)


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


@router.get("/network.json", include_in_schema=False, response_model=None)
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

    `about` names parties, or findings, whose ends are meant; without it the network starts at the
    finding that matters most. `expand` shows all neighbours of a party that is drawn. What is left
    out is counted, and said in `remainder`. As a table, a finding a row with who says and who
    denies it: `.csv`; for Gephi, each party where it is drawn: `.gexf`.
    """

    def shape() -> JsonObject:
        knowledge = desk.knowledge()
        at = desk.derived(edges_at)
        return network_shape(knowledge, at, _neighbourhood(desk, knowledge, asked), asked.hops)

    return as_json(desk.kept(asked, shape), response)


@router.get("/network.csv", include_in_schema=False, response_model=None)
def network_table(asked: Annotated[NetworkAsked, Depends()], desk: AtDesk) -> Response:
    """Give the findings of a neighbourhood, each with who says and who denies it."""
    knowledge = desk.knowledge()
    found = _neighbourhood(desk, knowledge, asked)
    rows = (
        {"source": source, "target": target, **finding_row(knowledge, finding)}
        for finding in found.edges
        for source, target in (ends_of(finding),)
    )
    return as_table(csv_lines(rows), "network")


@router.get("/network.gexf", include_in_schema=False, response_model=None)
def network_file(asked: Annotated[NetworkAsked, Depends()], desk: AtDesk) -> Response:
    """Give a neighbourhood for Gephi, each party where it is drawn."""
    knowledge = desk.knowledge()
    found = _neighbourhood(desk, knowledge, asked)
    headers = {"Content-Disposition": 'attachment; filename="sayso-network.gexf"'}
    written = drawn(knowledge, places_of(found), found.edges)
    return Response(written, media_type=_GEXF, headers=headers)


def _neighbourhood(desk: Desk, knowledge: Knowledge, asked: NetworkAsked) -> Neighbourhood:
    query = NetworkQuery(
        about=entities_named(knowledge, asked.about),
        expanded=entities_named(knowledge, asked.expand),
        hops=asked.hops,
        statuses=frozenset(asked.status),
        types=frozenset(asked.type),
        unsure=asked.unsure,
        most=asked.most,
    )
    at, waits = desk.derived(edges_at), desk.waiting()
    return desk.kept(query, lambda: neighbourhood(knowledge, at, waits, query))


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


@router.get("/map.json", include_in_schema=False, response_model=None)
@router.get(
    "/map",
    summary="What is said to be where, by province",
    response_model=None,
    responses={200: {"model": MapTold}},
)
def provinces(asked: Annotated[MapAsked, Depends()], desk: AtDesk, response: Response) -> Response:
    """Give provinces and countries by ISO 3166 code with counts by status; never a point.

    As a table, a finding in a region a row: `.csv`.
    """

    def shape() -> JsonObject:
        knowledge = desk.knowledge()
        found, waiting = _on_map(desk, knowledge, asked)
        about = [str(one) for one in entities_named(knowledge, asked.about)]
        return {"about": about, **map_shape(knowledge, placed(knowledge, found), waiting)}

    return as_json(desk.kept(asked, shape), response)


@router.get("/map.csv", include_in_schema=False, response_model=None)
def map_table(asked: Annotated[MapAsked, Depends()], desk: AtDesk) -> Response:
    """Give the findings by region, each with who says and who denies it."""
    knowledge = desk.knowledge()
    found, _ = _on_map(desk, knowledge, asked)
    return as_table(csv_lines(_map_rows(knowledge, placed(knowledge, found))), "map")


def _map_rows(knowledge: Knowledge, found: Placed) -> Iterator[JsonObject]:
    for region in (*found.provinces, *found.countries):
        for finding in region.findings:
            yield {"region": region.code, "name": region.name, **finding_row(knowledge, finding)}


def _on_map(desk: Desk, knowledge: Knowledge, asked: MapAsked) -> tuple[list[Finding], int]:
    """Give the findings asked for, and how many wait in review."""
    told = asdict(asked)
    about = entities_named(knowledge, told.pop("about"))
    every, _ = chosen(desk, knowledge, FindingsAsked(**{**told, "unsure": True}))
    own = {f for one in about for f in desk.figures().get(one, NONE).findings}
    found = [finding for finding in every if not about or finding.id in own]
    waits = frozenset[FindingId]() if asked.unsure else desk.waiting()
    shown = [finding for finding in found if finding.id not in waits]
    return shown, len(found) - len(shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineAsked:
    """Which claims are put on the timeline, and in which lanes."""

    about: About = ()
    finding: Text | None = None
    lanes: LanesBy = LanesBy.SPEAKER
    unsure: bool = False
    most_lanes: Annotated[int, Query(ge=1, le=200)] = 30
    most_spans: Annotated[int, Query(ge=1, le=1000)] = 100


@router.get("/timeline.json", include_in_schema=False, response_model=None)
@router.get(
    "/timeline",
    summary="What is said to have been when",
    response_model=None,
    responses={200: {"model": TimelineTold}},
)
def times(asked: Annotated[TimelineAsked, Depends()], desk: AtDesk, response: Response) -> Response:
    """Give claims with a time in lanes by speaker or by entity, the fullest lane first.

    A time stays as it was said (EDTF); `earliest` and `latest` are null where it is open. As a
    table, a claim in a lane a row, none left out: `.csv`.
    """

    def shape() -> JsonObject:
        knowledge = desk.knowledge()
        about = [str(one) for one in entities_named(knowledge, asked.about)]
        found = _timeline(desk, knowledge, asked)
        told = timeline_shape(knowledge, found, asked.most_lanes, asked.most_spans)
        return {"about": about, **told}

    return as_json(desk.kept(asked, shape), response)


@router.get("/timeline.csv", include_in_schema=False, response_model=None)
def timeline_table(asked: Annotated[TimelineAsked, Depends()], desk: AtDesk) -> Response:
    """Give every claim with a time, lane by lane, with who says so and who denies it."""
    knowledge = desk.knowledge()
    rows = timeline_rows(knowledge, _timeline(desk, knowledge, asked))
    return as_table(csv_lines(rows), "timeline")


def _timeline(desk: Desk, knowledge: Knowledge, asked: TimelineAsked) -> Timeline:
    waits = frozenset[FindingId]() if asked.unsure else desk.waiting()
    fits = _fitting(desk, knowledge, asked)
    claims = (claim for claim in knowledge.claims.values() if fits(claim))
    return timeline(knowledge, claims, waits, asked.lanes)


def _fitting(desk: Desk, knowledge: Knowledge, asked: TimelineAsked) -> Callable[[Claim], bool]:
    """Give what says whether a claim is asked for."""
    about = entities_named(knowledge, asked.about)
    own = {c for one in about for c in desk.figures().get(one, NONE).claims}

    def fits(claim: Claim) -> bool:
        is_of = asked.finding in {None, knowledge.finding_of.get(claim.id)}
        return is_of and (not about or claim.id in own)

    return fits
