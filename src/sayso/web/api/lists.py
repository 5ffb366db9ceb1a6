"""Lists, their releases and their entries: `/api/v1/lists`, `/api/v1/entries`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from sayso.errors import NotFound
from sayso.lists.upkeep.check import changes_of_entry
from sayso.model.ids import ReleaseId
from sayso.model.lists import ListChange, ListEntry
from sayso.views.json import JsonObject
from sayso.views.shapes.lists import change_shape, entry_json, release_shape
from sayso.web.api.pages import Page
from sayso.web.api.shapes import EntryTold, ListsTold, ListTold, ReleasesTold, ReleaseTold
from sayso.web.api.tables import DESCRIBED, Table
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.titles import title_of

router = APIRouter(tags=["lists"], dependencies=[Depends(revalidated)])

Steps = Sequence[tuple[ReleaseId, ListEntry | None]]


@router.get("/lists.json", include_in_schema=False, response_model=None)
@router.get(
    "/lists",
    summary="The lists held",
    response_model=None,
    responses={200: {"model": ListsTold}},
)
def lists(page: Annotated[Page, Depends()], desk: AtDesk) -> JsonObject:
    """Give the lists held, or the one that Sayso ships while none is."""
    return page.of(_lists(desk))


@router.get(
    "/lists.csv", summary="The lists held, as CSV", response_model=None, responses=DESCRIBED
)
def lists_csv(desk: AtDesk, response: Response) -> Table:
    """Give all lists held as a table, with the columns of /api/v1/lists."""
    return Table.of("lists", _lists(desk), ListTold, response.headers)


def _lists(desk: Desk) -> Sequence[JsonObject]:
    standing = desk.lists()
    held = Counter(release.authority for release in desk.releases())
    return [
        {
            "authority": authority,
            "title": title_of(authority),
            "in_force": standing.releases.get(authority),
            "entries": standing.names.counts.get(authority, 0),
            "releases": held[authority],
        }
        for authority in sorted({*held, *standing.releases})
    ]


@router.get("/lists/{authority}/releases.json", include_in_schema=False, response_model=None)
@router.get(
    "/lists/{authority}/releases",
    summary="The releases of one list",
    response_model=None,
    responses={200: {"model": ReleasesTold}},
)
def releases(authority: str, page: Annotated[Page, Depends()], desk: AtDesk) -> JsonObject:
    """Give the releases held of one authority's list, the newest first."""
    return page.of(_releases(desk, authority))


@router.get(
    "/lists/{authority}/releases.csv",
    summary="The releases of one list, as CSV",
    response_model=None,
    responses=DESCRIBED,
)
def releases_csv(authority: str, desk: AtDesk, response: Response) -> Table:
    """Give all releases held as a table, the newest first, with the columns of the JSON."""
    rows = _releases(desk, authority)
    return Table.of(f"{authority}-releases", rows, ReleaseTold, response.headers)


def _releases(desk: Desk, authority: str) -> Sequence[JsonObject]:
    held = [release for release in desk.releases() if release.authority == authority]
    in_force = desk.lists().releases
    if not held and authority not in in_force:
        raise NotFound(f"no list {authority!r} is held: /api/v1/lists has those that are")
    return [
        {**release_shape(release), "in_force": release.id == in_force.get(authority)}
        for release in reversed(held)
    ]


@router.get(
    "/entries/{entry_id:path}",
    summary="One entry with its history",
    response_model=None,
    responses={200: {"model": EntryTold}},
)
def entry(entry_id: str, desk: AtDesk) -> JsonObject:
    """Give an entry by its id (`un:QDe.132`), also one that is no longer listed.

    Its history has it as it stood, each wording once.
    """
    standing = desk.lists()
    listed = standing.entry(entry_id)
    steps = _steps(desk, entry_id)
    told = listed or next((held for _, held in reversed(steps) if held is not None), None)
    if told is None:
        raise NotFound(f"no entry {entry_id!r} in any release held: ids are like un:QDe.132")
    return {
        "id": told.id,
        "listed": listed is not None,
        "release": None if listed is None else standing.releases.get(told.authority),
        "entry": entry_json(told),
        "history": _stretches(steps, _changes(desk, steps)),
    }


def _steps(desk: Desk, entry_id: str) -> Steps:
    try:
        return desk.bench.list_history(entry_id) if ":" in entry_id else ()
    except NotFound:
        return ()


def _changes(desk: Desk, steps: Steps) -> Mapping[ReleaseId, ListChange]:
    """Give what happened to an entry, by the release that shows it."""
    held = {release.id: release for release in desk.releases()}
    known = [(held[release], entry) for release, entry in steps if release in held]
    return dict(changes_of_entry(known))


def _stretches(steps: Steps, changes: Mapping[ReleaseId, ListChange]) -> list[JsonObject]:
    """Give the releases in which an entry stood unchanged, one after another, together."""
    told: list[JsonObject] = []
    for held, group in groupby(steps, key=lambda step: step[1]):
        ids = [release for release, _ in group]
        change = changes.get(ids[0])
        told.append(
            {
                "first": ids[0],
                "last": ids[-1],
                "releases": len(ids),
                "entry": None if held is None else entry_json(held),
                "changed": None if change is None else change_shape(change),
            }
        )
    return told
