"""What there is: `/catalog`, `/algorithms`, `/healthz`, `/readyz`."""

from typing import Final

from fastapi import APIRouter, Depends

from sayso.errors import SaysoError, Unavailable
from sayso.model.ids import ReleaseId, day_of_edition, edition_of
from sayso.views.json import JsonObject
from sayso.web.desk import WHOLE, AtDesk, revalidated
from sayso.web.titles import title_of
from sayso.web.yente.match import ALGORITHM
from sayso.web.yente.shapes import Algorithms, Catalog, Health

router = APIRouter(tags=["yente"])

_DESCRIPTION: Final = (
    "Names are aligned word by word, across scripts; birth, country, numbers and kind add or take "
    "away. The score is a probability; each result's explanations give every comparison in "
    "log-odds, which are added to those of two parties of which nothing is known."
)


@router.get(
    "/catalog",
    summary="The lists in force",
    dependencies=[Depends(revalidated)],
    response_model=None,
    responses={200: {"model": Catalog}},
)
def catalog(desk: AtDesk) -> JsonObject:
    """Give the lists in force, and the whole of them as `default`."""
    lists = desk.lists()
    counts, releases = lists.names.counts, lists.releases
    newest = max(releases.values(), key=edition_of)
    whole = _dataset(WHOLE[0], newest, sum(counts.values()), children=list(releases))
    each = [_dataset(name, release, counts[name]) for name, release in releases.items()]
    return {
        "datasets": [whole, *each],
        "current": [WHOLE[0], *releases],
        "outdated": [],
        "index_stale": False,
    }


def _dataset(
    name: str, release: ReleaseId, entries: int, *, children: list[str] | None = None
) -> JsonObject:
    return {
        "name": name,
        "title": title_of(name),
        "version": edition_of(release),
        "children": children or [],
        "load": True,
        "entity_count": entries,
        "index_version": edition_of(release),
        "index_current": True,
        "updated_at": f"{day_of_edition(edition_of(release))}T00:00:00",
    }


@router.get(
    "/algorithms",
    summary="The ways of matching",
    response_model=None,
    responses={200: {"model": Algorithms}},
)
async def algorithms() -> JsonObject:
    """Give the one way of matching that there is."""
    ours: JsonObject = {"name": ALGORITHM, "description": _DESCRIPTION, "features": {}, "docs": {}}
    return {"algorithms": [ours], "default": ALGORITHM, "best": ALGORITHM}


@router.get(
    "/healthz", summary="Is it there?", response_model=None, responses={200: {"model": Health}}
)
async def healthz() -> JsonObject:
    """Answer whenever the service runs."""
    return {"status": "ok"}


@router.get(
    "/readyz", summary="Can it screen?", response_model=None, responses={200: {"model": Health}}
)
def readyz(desk: AtDesk) -> JsonObject:
    """Answer once the lists in force are ready to be asked; 503 when they cannot be read."""
    try:
        desk.lists()
    except SaysoError as bad:
        raise Unavailable(str(bad)) from bad
    return {"status": "ok"}
