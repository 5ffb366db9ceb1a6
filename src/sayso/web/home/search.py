"""Search over everything: passages, parties and list entries together."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query

from sayso.errors import BadInput
from sayso.model.documents import SearchHit
from sayso.model.screenings import Subject, Terms
from sayso.review.screening.screener import Screener
from sayso.views.contract import search_json
from sayso.views.json import JsonObject, JsonValue
from sayso.views.profiles.rows import entity_row
from sayso.views.ranking.figures import NONE, ranked
from sayso.views.screening.json import screened_json
from sayso.web.asking.limits import LONGEST_NAME
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.home.shapes import FoundTold

router = APIRouter(tags=["project"], dependencies=[Depends(revalidated)])

#: Entries below this probability are not told of.
_LEAST: Final = 0.5
_KEYS: Final = ("entry", "list", "reference", "name", "matched_name", "probability", "says")


@router.get(
    "/search",
    summary="Search passages, parties and list entries",
    response_model=None,
    responses={200: {"model": FoundTold}},
)
def search(
    q: Annotated[str, Query(max_length=LONGEST_NAME)],
    desk: AtDesk,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> JsonObject:
    """Give what holds the words: passages by how well they fit, parties by claims, list entries.

    Words, "an exact phrase", or a beginning*. An entry is a question, not an answer.
    """
    passages, unread = _passages(desk, q, limit + 1)
    entities = _entities(desk, q)
    entries = _entries(desk, q, limit + 1)
    return {
        "q": q,
        "passages": search_json(passages[:limit])["hits"],
        "entities": entities[:limit],
        "entries": entries[:limit],
        "more": {
            "passages": len(passages) > limit,
            "entities": len(entities) > limit,
            "entries": len(entries) > limit,
        },
        "unread": unread,
    }


def _passages(desk: Desk, q: str, most: int) -> tuple[tuple[SearchHit, ...], str | None]:
    """Give the passages found, or why no words could be looked for."""
    if not desk.has_project() or not q.strip():
        return (), None
    try:
        return desk.bench.search(q, most), None
    except BadInput as bad:
        return (), str(bad)


def _entities(desk: Desk, q: str) -> list[JsonObject]:
    wanted, figures = q.strip().casefold(), desk.figures()
    if not wanted:
        return []
    every = desk.knowledge().entities.values()
    found = [e for e in every if any(wanted in name.casefold() for name in e.names)]
    return [entity_row(e, figures.get(e.id, NONE)) for e in ranked(found, figures, "claims")[:51]]


def _entries(desk: Desk, q: str, most: int) -> list[JsonObject]:
    if not q.strip():
        return []
    lists = desk.lists()
    terms = Terms(threshold=_LEAST, limit=most)
    screener = Screener(lists.index, terms, lists.clearings)
    one = screener.screen(Subject(key="", name=q))
    rows: JsonValue = screened_json(one, lists.index)["results"]
    alerts = rows if isinstance(rows, list) else []
    return [{key: alert[key] for key in _KEYS} for alert in alerts]
