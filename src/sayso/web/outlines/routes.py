"""Outlines that are kept: `/api/v1/outlines`."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, ClassVar

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import JSONResponse, Response
from pydantic import ConfigDict

from sayso.briefing import read_outline
from sayso.errors import BadInput, NotFound
from sayso.model.ids import FindingId
from sayso.model.outlines import Outline
from sayso.views.json import JsonObject
from sayso.views.outlines.text import Says, text_of
from sayso.views.tables import finding_sentence
from sayso.web.answers.roles import least
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, json_alone
from sayso.web.outlines.lines import ORIGIN, OutlineAsked, outline_of, told
from sayso.web.outlines.shapes import OutlineRow, OutlineTold
from sayso.web.outlines.shelf import Outlined, Shelf
from sayso.web.problems import problem
from sayso.web.shapes.base import Rows
from sayso.web.terms import Role

router = APIRouter(tags=["brief and exports"])

_OUTLINE: dict[int | str, dict[str, object]] = {200: {"model": OutlineTold}}


def shelf_of(request: Request) -> Shelf:
    """Give the shelf that a request is put to."""
    shelf: Shelf = request.state.shelf
    return shelf


AtShelf = Annotated[Shelf, Depends(shelf_of)]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAsked:
    """An outline to be kept in the place of a `version` of it; null: under a new name."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    outline: OutlineAsked
    version: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAsked:
    """The text of an outline, or of a brief in Markdown with the ids of its sentences."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    text: str


@listing(router, "/outlines", Rows[OutlineRow], "The outlines that are kept")
def outlines(page: Annotated[Page, Depends()], shelf: AtShelf) -> Listed[Outlined]:
    """Give the outlines kept in the project's folder, those changed last first."""
    return Listed(every=shelf.every(), shape=_row, page=page)


def _row(kept: Outlined) -> JsonObject:
    outline = _readable(kept)
    paragraphs = [p for section in outline.sections for p in section.paragraphs]
    return {
        "name": kept.name,
        "title": outline.title,
        "sections": len(outline.sections),
        "lines": sum(map(len, paragraphs)),
        "changed": kept.changed.isoformat(timespec="seconds"),
        "version": kept.version,
    }


def _readable(kept: Outlined) -> Outline:
    """Give an outline; an empty one where the file is none: opening it says what is wrong."""
    try:
        return read_outline(kept.text, kept.name)
    except BadInput:
        return Outline(title=None, sections=())


@router.post(
    "/outlines/read",
    summary="Read an outline",
    response_model=None,
    responses=_OUTLINE,
    dependencies=[Depends(json_alone)],
)
def read(asked: Annotated[TextAsked, Body()], desk: AtDesk) -> JsonObject:
    """Give an outline that was written elsewhere, with what each line rests on; keep nothing."""
    return told(desk.knowledge(), read_outline(asked.text, ORIGIN))


@router.get(
    "/outlines/{name}.txt",
    summary="An outline as a file",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
def file(name: str, desk: AtDesk, shelf: AtShelf) -> Response:
    """Give an outline as `sayso brief --outline` reads it, with what each finding says."""
    outline = read_outline(shelf.outlined(name).text, name)
    headers = {"Content-Disposition": 'attachment; filename="outline.txt"'}
    return Response(text_of(outline, _says(desk)), media_type="text/plain", headers=headers)


@router.get("/outlines/{name}", summary="An outline", response_model=None, responses=_OUTLINE)
def outline(name: str, desk: AtDesk, shelf: AtShelf) -> JsonObject:
    """Give an outline with what each line rests on; `says` is null for what is gone."""
    return _told(desk, shelf.outlined(name))


@router.put(
    "/outlines/{name}",
    summary="Keep an outline",
    response_model=None,
    responses={
        200: {"model": OutlineTold, "description": "It is kept"},
        409: {"description": "Somebody else changed it meanwhile: nothing was written"},
    },
    dependencies=[Depends(json_alone), Depends(least(Role.REVIEWER))],
)
def keep(name: str, asked: Annotated[KeepAsked, Body()], desk: AtDesk, shelf: AtShelf) -> Response:
    """Keep an outline as a file in the project's folder: ids and the person's own words alone.

    It is refused where `version` is not the one that is kept now.
    """
    if not desk.has_project():
        raise NotFound("nothing is held yet that an outline could tell: add documents first")
    kept = shelf.keep(name, text_of(outline_of(asked.outline)), asked.version)
    if kept is None and asked.version is None:
        return problem(HTTPStatus.CONFLICT, f"an outline {name!r} is there already: name it anew")
    if kept is None:
        detail = (
            f"{name!r} was changed meanwhile, elsewhere: open it anew, or keep yours as another"
        )
        return problem(HTTPStatus.CONFLICT, detail)
    return JSONResponse(_told(desk, kept))


@router.delete(
    "/outlines/{name}",
    summary="Keep an outline no longer",
    status_code=HTTPStatus.NO_CONTENT,
    dependencies=[Depends(least(Role.REVIEWER))],
)
def let_go(name: str, shelf: AtShelf) -> Response:
    """Take an outline out of the project's folder."""
    shelf.let_go(name)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _told(desk: Desk, kept: Outlined) -> JsonObject:
    shape = told(desk.knowledge(), read_outline(kept.text, ORIGIN))
    named = {"name": kept.name, "version": kept.version, "file": f"outlines/{kept.name}.txt"}
    return {**shape, **named}


def _says(desk: Desk) -> Says:
    knowledge = desk.knowledge()

    def says(key: FindingId) -> str:
        finding = knowledge.findings.get(key)
        return "" if finding is None else finding_sentence(knowledge, finding)

    return says
