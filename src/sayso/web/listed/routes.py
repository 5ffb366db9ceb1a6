"""Changes of a list between two releases; an entry's history and fairness file."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query

from sayso.errors import BadInput
from sayso.model.ids import is_edition
from sayso.model.lists import ListChange, ListRelease
from sayso.model.vocabulary import ListChangeKind
from sayso.views.contract import history_json
from sayso.views.entries.fairness import fairness_file
from sayso.views.entries.json import fairness_json
from sayso.views.json import JsonObject
from sayso.views.shapes.lists import change_shape
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, revalidated
from sayso.web.listed.shapes import ChangesTold, FairnessTold, HistoryTold

router = APIRouter(tags=["lists"], dependencies=[Depends(revalidated)])

_AUTHORITY: Final = re.compile(r"[a-z0-9_]{1,40}")
_DAY: Final = "An ISO day: the release of it, or in force on it; 2026-02-27b is its second one."


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesAsked:
    """Between which releases, and which changes."""

    since: Annotated[Text, Query(alias="from", description=_DAY)]
    until: Annotated[Text, Query(alias="to", description=_DAY)]
    change: Annotated[tuple[ListChangeKind, ...], Query()] = ()


@listing(router, "/lists/{authority}/changes", ChangesTold, "What changed between two releases")
def changes(
    authority: str,
    asked: Annotated[ChangesAsked, Depends()],
    page: Annotated[Page, Depends()],
    desk: AtDesk,
) -> Listed[ListChange]:
    """Give what happened to each entry from the release in force on one day to that on another."""
    days = (_key(authority, day) for day in (asked.since, asked.until))
    old, new, every = desk.bench.diff_lists(*days)
    found = [one for one in every if not asked.change or one.change in asked.change]
    counts = Counter(one.change.value for one in every)
    beside = {"old": _release(old), "new": _release(new), "kinds": dict(sorted(counts.items()))}
    return Listed(every=found, shape=change_shape, page=page, beside=beside)


def _key(authority: str, day: str) -> str:
    """Give the name of a release, never that of a file.

    Raises:
        BadInput: it is neither an authority nor a day.
    """
    if not _AUTHORITY.fullmatch(authority):
        raise BadInput(f"{authority!r} is no list: /api/v1/lists has those that are held")
    if not is_edition(day):
        raise BadInput(f"{day!r} is no day: give one like 2026-02-27")
    return f"{authority}@{day}"


def _release(release: ListRelease) -> JsonObject:
    return {
        "id": release.id,
        "authority": release.authority,
        "published": release.published,
        "entries": len(release.entries),
    }


@router.get(
    "/entries/{entry_id}/fairness",
    summary="What stands for and against one listed party",
    response_model=None,
    responses={200: {"model": FairnessTold}},
)
def fairness(entry_id: str, desk: AtDesk, *, public: bool = False) -> JsonObject:
    """Give the fairness file of an entry: allegations, denials, reviews, changes, what favours it.

    A draft, always. `public` leaves out what rests on documents that are not public.
    """
    knowledge, file = desk.bench.entry_file(entry_id, public=public)
    return fairness_json(fairness_file(knowledge, file))


@router.get(
    "/entries/{entry_id}/history",
    summary="One entry in each release held",
    response_model=None,
    responses={200: {"model": HistoryTold}},
)
def history(entry_id: str, desk: AtDesk) -> JsonObject:
    """Give an entry in each release held, oldest first; null where it is absent."""
    return history_json(entry_id, desk.bench.list_history(entry_id))
