"""Persons, groups, places and things: `/api/v1/entities`."""

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.errors import NotFound
from sayso.model.findings import Entity
from sayso.model.grades import Verdict
from sayso.model.ids import EntityId, EntryId
from sayso.model.matches import Candidate, Screening
from sayso.model.vocabulary import EntityType, ListingStatus
from sayso.review.choose import find_entity
from sayso.views.json import JsonObject
from sayso.views.naming import PARTIES
from sayso.views.profiles.rows import entity_row
from sayso.views.profiles.whole import profile_shape
from sayso.views.ranking.figures import NONE, ranked
from sayso.web.answers.rows import Listed, as_json, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.deciding.latest import stands_on
from sayso.web.deciding.queue import judgements_of
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.shapes.base import Rows
from sayso.web.shapes.parties import EntityTold, EntityWhole

router = APIRouter(tags=["entities"], dependencies=[Depends(revalidated)])

#: How an entity stands to the lists; "none" has no listing.
Listing = Literal["listed", "possible", "regime_subject", "none"]

#: Of a party that is not listed: names that are compared, entries that are told, and how like
#: (0 to 1) an entry's name must be to be told.
_MOST_NAMES: Final = 5
_MOST_NEAR: Final = 3
_LEAST: Final = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesAsked:
    """Which entities are asked for, and in which order."""

    type: Annotated[tuple[EntityType, ...], Query()] = ()
    q: Text | None = None
    listing: Listing | None = None
    sort: Literal["claims", "roots", "name"] = "claims"


@listing(router, "/entities", Rows[EntityTold], "Persons, groups, places and things")
def entities(
    asked: Annotated[EntitiesAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Entity]:
    """Give entities with the number of their claims and of independent roots.

    `q` is a part of any of their names; `sort` is by claims, by roots, or by name.
    """
    knowledge, figures = desk.knowledge(), desk.figures()
    every = desk.kept(
        ("ranked", asked.sort), lambda: ranked(knowledge.entities.values(), figures, asked.sort)
    )
    return Listed(
        every=[entity for entity in every if _fits(entity, asked)],
        shape=lambda entity: entity_row(entity, figures.get(entity.id, NONE)),
        page=page,
    )


def _fits(entity: Entity, asked: EntitiesAsked) -> bool:
    standing = "none" if entity.listing is None else entity.listing.status.value
    wanted = (asked.q or "").strip().casefold()
    return (
        (not asked.type or entity.type in asked.type)
        and asked.listing in {None, standing}
        and (not wanted or any(wanted in name.casefold() for name in entity.names))
    )


@router.get(
    "/entities/{entity_id}",
    summary="Everything about one party",
    response_model=None,
    responses={200: {"model": EntityWhole}},
)
def entity(entity_id: str, desk: AtDesk, response: Response) -> Response:
    """Give what is known of one entity, by id, name or list reference.

    Every allegation stands with the words of those who say so and of those who deny it.
    """
    knowledge = desk.knowledge()
    held = knowledge.entities.get(EntityId(entity_id)) or find_entity(knowledge, entity_id)
    told = profile_shape(knowledge, held, desk.figures().get(held.id, NONE))
    beside = {"list_history": _list_history(desk, held), "compared": _compared(desk, held)}
    return as_json({**told, **beside}, response)


def _compared(desk: Desk, entity: Entity) -> JsonObject | None:
    """Give with what a party that is not listed was compared, and which entries' names are near."""
    if entity.listing is not None or entity.type not in PARTIES:
        return None
    index = desk.lists().index
    schema = "Person" if entity.type is EntityType.PERSON else "Organization"
    found: dict[EntryId, Candidate] = {}
    for name in entity.names[:_MOST_NAMES]:
        asked = Screening(name=name, schema=schema, threshold=_LEAST, limit=_MOST_NEAR)
        for one in index.screen(asked):
            known = found.get(one.entry)
            if known is None or one.probability > known.probability:
                found[one.entry] = one
    nearest = sorted(found.values(), key=lambda one: (-one.probability, one.entry))[:_MOST_NEAR]
    return {
        "releases": sorted(index.releases),
        "nearest": [_near(desk, entity, one) for one in nearest],
    }


def _near(desk: Desk, entity: Entity, one: Candidate) -> JsonObject:
    stands = stands_on(desk.knowledge(), judgements_of(desk), entity.id, one.entry)
    return {
        "entry": one.entry,
        "reference": one.reference,
        "name": one.name,
        "matched_name": one.matched_name,
        "probability": one.probability,
        "reasons": [feature.note for feature in one.features if feature.log_odds],
        "cleared": stands is not None and stands.verdict in {Verdict.CLEAR, Verdict.DIFFERENT},
    }


def _list_history(desk: Desk, entity: Entity) -> JsonObject | None:
    """Give what the releases held tell of the entry that an entity is, or may be."""
    listing = entity.listing
    has_entry = listing is not None and listing.status is not ListingStatus.REGIME_SUBJECT
    if listing is None or not has_entry or not listing.reference:
        return None
    key = f"{listing.authority}:{listing.reference}"
    try:
        steps = desk.bench.list_history(key)
    except NotFound:
        steps = ()
    stretches = []
    for held, group in groupby(steps, key=lambda step: step[1]):
        ids = [release for release, _ in group]
        stretches.append(
            {
                "first": ids[0],
                "last": ids[-1],
                "releases": len(ids),
                "name": None if held is None else held.name,
                "listed_on": None if held is None else held.listed_on,
            }
        )
    return {
        "entry": key,
        "in_force": desk.lists().entry(key) is not None,
        "stretches": stretches,
    }
