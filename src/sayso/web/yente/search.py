"""Finding by words, and one party by its id: `/search/{dataset}`, `/entities/{id}`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query

from sayso.model.ids import EntryId
from sayso.views.json import JsonObject
from sayso.web.asking.inquiries import Bounds, Inquiry, candidates
from sayso.web.asking.limits import FURTHEST, LONGEST_NAME, MOST_RESULTS
from sayso.web.asking.schemata import ASKED, answering
from sayso.web.desk import AtDesk, Lists, revalidated
from sayso.web.yente.entities import party
from sayso.web.yente.match import Sieve, total
from sayso.web.yente.shapes import Party, SearchAnswer

router = APIRouter(tags=["yente"])

#: Names that are spelt otherwise are found too, from this probability on.
_ALIKE: Final = 0.5
_MOST_ALIKE: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is sought, as yente's clients say it.

    Attributes:
        countries: ISO 3166 in small letters; a party of any of them.
        sort, filter, facets, fuzzy, simple: take no part: the answer says so.
    """

    countries: Annotated[list[str], Query(default_factory=list)]
    sort: Annotated[list[str], Query(default_factory=list)]
    filter: Annotated[list[str], Query(default_factory=list)]
    facets: Annotated[list[str], Query(default_factory=list)]
    q: Annotated[str, Query(max_length=LONGEST_NAME)] = ""
    schema: str = "Thing"
    limit: Annotated[int, Query(ge=0, le=MOST_RESULTS)] = 10
    offset: Annotated[int, Query(ge=0, le=FURTHEST)] = 0
    fuzzy: bool = False
    simple: bool = False

    @property
    def ignored(self) -> list[str]:
        """Give the parameters that take no part."""
        told: dict[str, object] = {"sort": self.sort, "filter": self.filter, "facets": self.facets}
        switches = {"fuzzy": self.fuzzy, "simple": self.simple}
        return [name for name, value in (told | switches).items() if value]


@router.get(
    "/search/{dataset}",
    summary="Find listed parties by words",
    response_model=None,
    responses={200: {"model": SearchAnswer}},
)
def search(
    dataset: str,
    sought: Annotated[Sought, Depends()],
    sieve: Annotated[Sieve, Depends()],
    desk: AtDesk,
) -> JsonObject:
    """Give the parties one of whose names has all the words, or is spelt like them.

    Those with the words first, the shortest name before the others; without words all of them.
    """
    lists = desk.lists()
    authorities = sieve.authorities(lists, dataset)
    kinds = answering(sought.schema) - frozenset(sieve.exclude_schema)
    sorts, countries = lists.names.sorts, frozenset(sought.countries)
    kept = [
        entry_id
        for entry_id in found(lists, sought.q, authorities, ASKED.get(sought.schema))
        if (sort := sorts.get(entry_id)) is not None
        and entry_id.partition(":")[0] in authorities
        and sort.schema in kinds
        and (not countries or countries.intersection(sort.countries))
    ]
    page = map(lists.entry, kept[sought.offset : sought.offset + sought.limit])
    shown = [entry for entry in page if entry is not None]
    return {
        "results": [party(entry, lists.releases[entry.authority]) for entry in shown],
        "facets": {},
        "total": total(len(kept), may_be_more=False),
        "limit": sought.limit,
        "offset": sought.offset,
        "ignored": [*sieve.ignored, *sought.ignored],
    }


def found(
    lists: Lists, text: str, authorities: frozenset[str], schema: str | None = None
) -> Iterable[EntryId]:
    """Give the entries that a text finds, each once: those by words, then those spelt alike."""
    bounds = Bounds(authorities=authorities, threshold=_ALIKE, limit=_MOST_ALIKE)
    asked = Inquiry(names=(text,), schema=schema)
    alike = candidates(lists, asked, bounds).candidates if text.strip() else ()
    return dict.fromkeys((*lists.names.find(text), *(c.entry for c in alike)))


@router.get(
    "/entities/{entity_id:path}",
    summary="One listed party",
    dependencies=[Depends(revalidated)],
    response_model=None,
    responses={200: {"model": Party}},
)
def entity(entity_id: str, desk: AtDesk, *, nested: bool = True) -> JsonObject:
    """Give a listed party by its id (`un:QDe.132`); with `nested`, with its listing."""
    lists = desk.lists()
    entry = lists.listed(EntryId(entity_id))
    return party(entry, lists.releases.get(entry.authority), nested=nested)
