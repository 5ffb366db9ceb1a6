"""The addresses of the reconciliation service: one for all lists, one for each."""

from collections.abc import Sequence
from http import HTTPStatus
from itertools import islice
from typing import Annotated, Final
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from sayso.errors import BadInput
from sayso.model.ids import EntryId
from sayso.views.json import JsonObject
from sayso.web.asking.limits import FURTHEST, LONGEST_NAME, MOST_RESULTS
from sayso.web.asking.runs import AtBook, RunBook
from sayso.web.desk import WHOLE, AtDesk
from sayso.web.openrefine.manifest import manifest
from sayso.web.openrefine.preview import HEADERS, preview
from sayso.web.openrefine.queries import described, extend, reconcile
from sayso.web.openrefine.vocabulary import extensions, properties, types
from sayso.web.yente.search import found

router = APIRouter(tags=["OpenRefine"], prefix="/reconcile")

_FORM: Final = "application/x-www-form-urlencoded"
_FIELDS: Final = 8
_SUGGESTIONS: Final = 20
Prefix = Annotated[str, Query(max_length=LONGEST_NAME)]
Cursor = Annotated[int, Query(ge=0, le=FURTHEST)]


@router.get("", summary="Service manifest, or queries", response_model=None)
@router.get("/{dataset}", summary="Service manifest, or queries, of one list", response_model=None)
def get(
    request: Request,
    book: AtBook,
    dataset: str = WHOLE[0],
    queries: str | None = None,
    extend: str | None = None,
) -> JsonObject:
    """Give the manifest; with `queries` or `extend`, what they ask for."""
    if queries is None and extend is None:
        book.desk.lists().dataset(dataset)
        return manifest(f"{request.base_url}reconcile/{dataset}", dataset)
    return _answer(book, dataset, queries, extend)


@router.post("", summary="Queries", response_model=None)
@router.post("/{dataset}", summary="Queries to one list", response_model=None)
async def post(request: Request, book: AtBook, dataset: str = WHOLE[0]) -> JsonObject:
    """Answer the queries of a form: `queries` or `extend`, each in JSON."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != _FORM:
        told = f"send a form ({_FORM}), not {media_type or 'nothing'}"
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, told)
    form = _form(await request.body())
    return await run_in_threadpool(_answer, book, dataset, form.get("queries"), form.get("extend"))


def _form(body: bytes) -> dict[str, str]:
    try:
        told = parse_qs(body.decode("utf-8"), max_num_fields=_FIELDS, errors="strict")
    except ValueError as bad:
        raise BadInput("the form is not sound: send `queries` or `extend` in UTF-8") from bad
    return {name: values[0] for name, values in told.items()}


def _answer(book: RunBook, dataset: str, queries: str | None, extending: str | None) -> JsonObject:
    lists = book.desk.lists()
    authorities = lists.dataset(dataset)
    if extending is not None:
        return extend(lists, extending)
    if queries is not None:
        results, screened = reconcile(lists, authorities, queries)
        book.answered(lists, screened)
        return results
    raise BadInput("neither `queries` nor `extend` in the form")


@router.get("/{dataset}/preview", summary="A small page on one entry", response_model=None)
def show(dataset: str, desk: AtDesk, id: str) -> HTMLResponse:  # noqa: A002  # theirs
    """Give a page that stands in a frame."""
    lists = desk.lists()
    lists.dataset(dataset)
    entry = lists.listed(EntryId(id))
    return HTMLResponse(preview(entry, lists.releases.get(entry.authority)), headers=HEADERS)


@router.get("/{dataset}/suggest/entity", summary="Entries by the beginnings", response_model=None)
def suggest_entity(
    dataset: str, desk: AtDesk, prefix: Prefix = "", cursor: Cursor = 0
) -> JsonObject:
    """Give entries one of whose names has words that begin so, or are spelt alike."""
    lists = desk.lists()
    authorities = lists.dataset(dataset)
    entries = (lists.entry(entry_id) for entry_id in found(lists, prefix, authorities))
    asked = (entry for entry in entries if entry is not None and entry.authority in authorities)
    shown = (described(entry) for entry in islice(asked, cursor, cursor + _SUGGESTIONS))
    return {"result": [{**one, "notable": one["type"]} for one in shown]}


@router.get("/{dataset}/suggest/type", summary="Types by the beginnings", response_model=None)
def suggest_type(dataset: str, desk: AtDesk, prefix: Prefix = "", cursor: Cursor = 0) -> JsonObject:
    """Give the types whose name begins so."""
    desk.lists().dataset(dataset)
    return {"result": _beginning(types(), prefix)[cursor:]}


@router.get(
    "/{dataset}/suggest/property", summary="Properties by the beginnings", response_model=None
)
def suggest_property(
    dataset: str, desk: AtDesk, prefix: Prefix = "", cursor: Cursor = 0
) -> JsonObject:
    """Give the properties one of whose words begins so, those that narrow a query first."""
    desk.lists().dataset(dataset)
    return {"result": _beginning(properties(), prefix)[cursor:]}


@router.get(
    "/{dataset}/extend/properties", summary="What rows can be filled with", response_model=None
)
def propose(
    dataset: str,
    desk: AtDesk,
    type: str = "Thing",  # noqa: A002  # theirs
    limit: Annotated[int, Query(ge=0, le=MOST_RESULTS)] = MOST_RESULTS,
) -> JsonObject:
    """Give the properties that rows of a type can be filled with."""
    desk.lists().dataset(dataset)
    return {"type": type, "limit": limit, "properties": extensions()[:limit]}


def _beginning(rows: Sequence[JsonObject], prefix: str) -> list[JsonObject]:
    """Give the rows whose id, or a word of whose name, begins with a text in any case."""
    start = prefix.strip().casefold()
    return [
        row
        for row in rows
        if any(
            word.casefold().startswith(start)
            for word in (str(row["id"]), str(row["name"]), *str(row["name"]).split())
        )
    ]
