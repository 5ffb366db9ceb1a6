"""The brief and the exports: `/api/v1/brief`, `/api/v1/exports`."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse, Response

from sayso.errors import NotFound, Unsigned
from sayso.exchanging import Wanted
from sayso.model.briefs import Brief
from sayso.views.brief import html, markdown
from sayso.views.json import JsonObject
from sayso.views.publishing.json import brief_json
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, revalidated
from sayso.web.home.shapes import BriefTold, ExportForms
from sayso.web.problems import problem

router = APIRouter(tags=["brief and exports"], dependencies=[Depends(revalidated)])

#: What each form of export is.
_FORMS: Final = {
    "csv": "one table each for documents, entities, claims, findings and ties",
    "ftm": "FollowTheMoney entities, JSON lines",
}
#: A page of its own, that asks for nothing and runs nothing.
_PAGE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefAsked:
    """Which brief is asked for."""

    entity: Text | None = None
    most: Annotated[int, Query(ge=1, le=200)] = 40
    public: bool = False
    final: bool = False


@router.get(
    "/brief",
    summary="The cited brief",
    response_model=None,
    responses={200: {"model": BriefTold}},
)
def brief(asked: Annotated[BriefAsked, Depends()], desk: AtDesk) -> Response:
    """Give the brief of the project, or of one `entity`: numbered paragraphs with footnotes.

    It says DRAFT, NOT REVIEWED until every claim behind it is accepted. With `final` it is refused
    as long as a line names a person whom nobody signed for: each such line is among `faults`.
    `.md` and `.html` after the address give it as a file.
    """
    try:
        return JSONResponse(brief_json(_made(desk, asked)))
    except Unsigned as bad:
        faults: list[JsonObject] = [{"at": "brief", "detail": line} for line in bad.lines]
        return problem(HTTPStatus.BAD_REQUEST, str(bad), faults=faults)


@router.get("/brief.md", summary="The brief as Markdown", response_class=Response)
def brief_markdown(asked: Annotated[BriefAsked, Depends()], desk: AtDesk) -> Response:
    """Give the brief as one Markdown file."""
    text = markdown.write(_made(desk, asked))
    return Response(text, media_type="text/markdown; charset=utf-8", headers=_file("brief.md"))


@router.get("/brief.html", summary="The brief as one HTML file", response_class=Response)
def brief_page(asked: Annotated[BriefAsked, Depends()], desk: AtDesk) -> Response:
    """Give the brief as one page that asks for nothing from outside."""
    headers = {"Content-Security-Policy": _PAGE_POLICY}
    return Response(html.write(_made(desk, asked)), media_type="text/html", headers=headers)


def _made(desk: Desk, asked: BriefAsked) -> Brief:
    if not desk.has_project():
        raise NotFound("nothing is held yet that a brief could rest on: add documents first")
    return desk.bench.brief(asked.entity, most=asked.most, public=asked.public, final=asked.final)


@router.get(
    "/exports",
    summary="The forms of export",
    response_model=None,
    responses={200: {"model": ExportForms}},
)
def exports(desk: AtDesk) -> JsonObject:
    """Give the forms in which what is known can be written."""
    rows: list[JsonObject] = [
        {"format": form, "says": _FORMS.get(form, form), "address": f"/api/v1/exports/{form}"}
        for form in sorted(desk.bench.exchange().forms)
    ]
    return {"results": rows, "total": len(rows)}


@router.get(
    "/exports/{form}",
    summary="What is known in another tool's format",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}}},
)
def export(form: str, desk: AtDesk, *, public: bool = False) -> Response:
    """Give an export as a file, or as an archive of several; source and status on every edge."""
    if form not in desk.bench.exchange().forms:
        raise NotFound(
            f"no export {form!r}: there are {', '.join(sorted(desk.bench.exchange().forms))}"
        )
    if not desk.has_project():
        raise NotFound("nothing is held yet that could be exported: add documents first")
    files = desk.bench.exchange().export(form, Wanted(public=public)).files
    if len(files) == 1:
        [(name, content)] = files.items()
        return Response(content, media_type="application/octet-stream", headers=_file(name))
    headers = _file(f"sayso-{form}.zip")
    return Response(_archive(files), media_type="application/zip", headers=headers)


def _archive(files: Mapping[str, bytes]) -> bytes:
    """Give files in one archive, the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
