"""Documents, with all that was taken out of them: `/api/v1/documents`."""

from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from sayso.errors import NotFound
from sayso.model.findings import Knowledge, Record
from sayso.model.vocabulary import DocumentKind
from sayso.review.choose import check_dates, find_document
from sayso.views.profiles.records import record_row, record_whole
from sayso.web.answers.rows import Listed, as_json, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, revalidated
from sayso.web.shapes.base import Rows
from sayso.web.shapes.documents import DocumentTold, DocumentWhole

router = APIRouter(tags=["documents"], dependencies=[Depends(revalidated)])

#: Media types of originals that are handed out as they are; others only as bytes.
_HARMLESS: Final = frozenset({"application/pdf", "text/plain", "message/rfc822"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsAsked:
    """Which documents are asked for."""

    q: Text | None = None
    kind: Annotated[tuple[DocumentKind, ...], Query()] = ()
    publisher: Text | None = None
    collection: Text | None = None
    since: Text | None = None
    until: Text | None = None


@listing(router, "/documents", Rows[DocumentTold], "The documents held")
def documents(
    asked: Annotated[DocumentsAsked, Depends()], page: Annotated[Page, Depends()], desk: AtDesk
) -> Listed[Record]:
    """Give the documents held in the order of adding, with how much was taken out of each.

    `q` is a part of a title or publisher; `since` and `until` are days of publication.
    """
    check_dates(asked.since, asked.until)
    every = desk.knowledge().records.values()
    return Listed(every=[r for r in every if _fits(r, asked)], shape=record_row, page=page)


def _fits(record: Record, asked: DocumentsAsked) -> bool:
    document = record.document
    wanted = (asked.q or "").casefold()
    published = document.published or ""
    return (
        (not asked.kind or document.kind in asked.kind)
        and asked.publisher in {None, document.publisher}
        and asked.collection in {None, document.collection}
        and wanted in f"{document.name}\n{document.publisher or ''}".casefold()
        and (asked.since is None or published >= asked.since[: len(published) or None])
        and (asked.until is None or "" < published[: len(asked.until)] <= asked.until)
    )


@router.get(
    "/documents/{document_id}",
    summary="One document with its claims marked",
    response_model=None,
    responses={200: {"model": DocumentWhole}},
)
def document(document_id: str, desk: AtDesk, response: Response) -> Response:
    """Give a document's text with its passages, claims and mentions; offsets are code points.

    What was read and not taken for a claim is counted under `refused`, with the reason.
    """
    knowledge = desk.knowledge()
    return as_json(record_whole(knowledge, record_of(knowledge, document_id)), response)


def record_of(knowledge: Knowledge, key: str) -> Record:
    """Give the record of the document that is named so.

    Raises:
        NotFound: there is none, or several are.
    """
    held = [record.document for record in knowledge.records.values()]
    return knowledge.records[find_document(held, key).id]


@router.get(
    "/documents/{document_id}/original",
    summary="The bytes of a document as they came",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}}},
)
def original(document_id: str, desk: AtDesk) -> Response:
    """Give the evidentiary copy as a file to be saved, never as a page to be shown."""
    found = record_of(desk.knowledge(), document_id).document
    kept = desk.bench.original(found.id)
    if kept is None:
        raise NotFound(f"{found.name}: its bytes are not held")
    name = quote(kept.locator.rstrip("/").rpartition("/")[2] or found.id, safe="")
    media_type = kept.media_type if kept.media_type in _HARMLESS else "application/octet-stream"
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(kept.content, media_type=media_type, headers=headers)
