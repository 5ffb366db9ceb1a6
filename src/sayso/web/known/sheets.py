"""The pages of a PDF as pictures, with where its words stand: `/api/v1/documents/{id}/pages`."""

from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from sayso.collect.sheets.pages import Box, Sheet, Wanted, drawn, found_on, sizes
from sayso.errors import NotFound
from sayso.model.documents import Original
from sayso.model.findings import Knowledge, Record
from sayso.model.ids import PassageId
from sayso.views.json import JsonObject
from sayso.views.profiles.records import PAGED
from sayso.web.desk import AtDesk, Desk
from sayso.web.known.documents import record_of
from sayso.web.shapes.documents import SheetsTold, SheetTold

router = APIRouter(tags=["documents"])

Number = Annotated[int, Path(ge=1, le=100_000)]
_KEPT: Final = {"Cache-Control": "private, no-cache"}


@router.get(
    "/documents/{document_id}/pages",
    summary="The pages of a PDF",
    response_model=None,
    responses={200: {"model": SheetsTold}},
)
def pages(document_id: str, desk: AtDesk) -> JsonObject:
    """Give the size of each page, in points."""
    original = _paged(desk, record_of(desk.knowledge(), document_id))
    return {"pages": [_sheet(one) for one in sizes(original)]}


@router.get(
    "/documents/{document_id}/pages/{number}.png",
    summary="A page as a picture",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}},
)
def picture(
    request: Request,
    document_id: str,
    number: Number,
    desk: AtDesk,
    dpi: Annotated[int, Query(ge=36, le=300)] = 110,
) -> Response:
    """Give a page as it looks."""
    record = record_of(desk.knowledge(), document_id)
    headers = {**_KEPT, "ETag": f'"{record.document.id[7:23]}-{number}-{dpi}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    content = drawn(_paged(desk, record), number, dpi)
    return Response(content, media_type="image/png", headers=headers)


@router.get(
    "/documents/{document_id}/pages/{number}",
    summary="Where on a page the passages and claims stand",
    response_model=None,
    responses={200: {"model": SheetTold}},
)
def boxes(document_id: str, number: Number, desk: AtDesk) -> JsonObject:
    """Give the boxes of passages and claims: left, top, right, bottom, in points.

    What is not found on the page (it runs on from the one before, or was recognised from a
    picture) is `unplaced`.
    """
    knowledge = desk.knowledge()
    record = record_of(knowledge, document_id)
    wanted = _wanted(knowledge, record, number)
    sheet, found = found_on(_paged(desk, record), number, wanted)
    passages = [one.id for one in wanted]
    claims = [key for one in wanted for key in one.parts]
    return {
        **_sheet(sheet),
        "passages": _boxed(passages, found),
        "claims": _boxed(claims, found),
        "unplaced": [key for key in (*passages, *claims) if key not in found],
    }


def _wanted(knowledge: Knowledge, record: Record, number: int) -> list[Wanted]:
    """Give the passages of a page with the words of their claims."""
    parts: dict[PassageId, dict[str, tuple[int, int]]] = {}
    for read in record.extraction.claims:
        claim = knowledge.claims.get(read.id)
        if claim is not None:
            span = claim.content
            parts.setdefault(claim.passage_id, {})[claim.id] = (span.start, span.end)
    return [
        Wanted(
            id=one.id,
            text=one.text,
            parts={
                key: (start - one.span.start, end - one.span.start)
                for key, (start, end) in parts.get(one.id, {}).items()
            },
        )
        for one in record.passages
        if one.page == number
    ]


def _paged(desk: Desk, record: Record) -> Original:
    """Give the bytes of a document that has pages.

    Raises:
        NotFound: it has none, or its bytes are not held.
    """
    document = record.document
    kept = desk.bench.original(document.id) if document.media_type == PAGED else None
    if kept is None:
        raise NotFound(f"{document.name} ({document.media_type}) has no pages: its text is whole")
    return kept


def _sheet(one: Sheet) -> JsonObject:
    return {"number": one.number, "width": round(one.width, 2), "height": round(one.height, 2)}


def _boxed(keys: list[str], found: dict[str, tuple[Box, ...]]) -> list[JsonObject]:
    return [
        {"id": key, "boxes": [[round(side, 2) for side in box] for box in found[key]]}
        for key in keys
        if key in found
    ]
