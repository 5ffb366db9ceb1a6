"""What this project is and how it is set: `/api/v1/settings`, `/api/v1/watched`."""

from dataclasses import dataclass, replace
from http import HTTPStatus
from threading import Lock
from typing import Annotated, ClassVar, Final, Literal

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import JSONResponse
from pydantic import ConfigDict

from sayso import __version__, watching
from sayso.errors import NotFound
from sayso.model.news import WATCH, Watched
from sayso.review.screening.terms import usual
from sayso.settings import CONFIG_NAME, PROJECT_FILE, set_in_project
from sayso.views.json import JsonObject
from sayso.views.naming import label
from sayso.views.shapes.judgements import judgement_json
from sayso.web.answers.roles import least, role_of
from sayso.web.answers.rows import Listed, listing
from sayso.web.api.pages import Page
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk, json_alone
from sayso.web.home.shapes import SettingsTold, WatchedTold
from sayso.web.shapes.base import JudgementTold, Rows
from sayso.web.terms import Role

router = APIRouter(tags=["project"])

#: What each role may do, in words.
_ROLES: Final = {
    Role.READER: "reads, and screens names",
    Role.REVIEWER: "also decides, keeps outlines and watches names",
    Role.ADMIN: "also adds documents, and sets the thresholds of screening",
}
#: One change of the settings file at a time.
_TURN: Final = Lock()
_KEPT: Final[dict[int | str, dict[str, object]]] = {
    201: {"model": JudgementTold, "description": "It is kept"}
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdsAsked:
    """The thresholds as the setting states them: 0.5, then ofac=0.6 for one list."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    thresholds: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchAsked:
    """A name to watch, or to watch no more, signed and with a reason."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    name: Text
    by: Text
    reason: Text
    verdict: Literal["watch", "unwatch"] = "watch"


@router.get(
    "/settings",
    summary="What this project is, and how it is set",
    response_model=None,
    responses={200: {"model": SettingsTold}},
)
def settings(request: Request, desk: AtDesk) -> JsonObject:
    """Give where the project is, the terms of screening, roles, and each setting with its origin.

    Secrets are told as set or not. Whoever is no admin is told neither folders nor settings.
    """
    role = role_of(request)
    rows = desk.terms.settings.rows if desk.terms.settings and role is Role.ADMIN else ()
    return {
        "name": desk.terms.name,
        "version": __version__,
        "role": role.value,
        "roles": [{"role": one.value, "may": may} for one, may in _ROLES.items()],
        "by": desk.terms.by or None,
        "upload_bytes": desk.terms.upload_bytes,
        "list_age_days": desk.terms.list_age_days,
        "screening": _screening(desk),
        "place": _place(desk) if role is Role.ADMIN else None,
        "settings": [
            {"name": r.name, "value": r.shown, "origin": r.origin, "meaning": r.meaning}
            for r in rows
        ],
    }


@router.put(
    "/settings/thresholds",
    summary="Set the thresholds of screening",
    response_model=None,
    responses={200: {"model": SettingsTold}},
    dependencies=[Depends(json_alone), Depends(least(Role.ADMIN))],
)
def set_thresholds(
    asked: Annotated[ThresholdsAsked, Body()], request: Request, desk: AtDesk
) -> JsonObject:
    """Write the setting `thresholds` into the project's file; it holds from now on.

    Nothing is written where a flag or the environment states it, which would win.
    """
    with _TURN:
        now = desk.terms.settings
        if now is None or not desk.has_project():
            raise NotFound("there is no project yet to set this for: add a document first")
        usual(asked.thresholds, now.text("without"))
        stated = " ".join(asked.thresholds.replace(",", " ").split())
        desk.terms = replace(desk.terms, settings=set_in_project(now, "thresholds", stated))
    return settings(request, desk)


def _screening(desk: Desk) -> JsonObject:
    terms = desk.terms.screening
    own = dict(terms.thresholds)
    in_force = desk.lists().releases
    return {
        "threshold": terms.threshold,
        "lists": [
            {
                "authority": authority,
                "release": in_force.get(authority),
                "threshold": own.get(authority, terms.threshold),
                "own": authority in own,
            }
            for authority in sorted({*in_force, *own})
        ],
        "without": [field.value for field in terms.without],
    }


def _place(desk: Desk) -> JsonObject | None:
    folder = desk.terms.folder
    if folder is None:
        return None
    whole = folder.resolve()
    file = whole / PROJECT_FILE
    return {
        "folder": str(whole),
        "bytes": file.stat().st_size if file.is_file() else 0,
        "config": str(whole / CONFIG_NAME),
    }


@listing(router, "/watched", Rows[WatchedTold], "The watch list")
def watched(page: Annotated[Page, Depends()], desk: AtDesk) -> Listed[Watched]:
    """Give the names that are watched, in the order in which they were put on the list.

    `/api/v1/news` tells what is new of them.
    """
    every = watching.watch_list(desk.bench) if desk.has_project() else ()
    return Listed(every=every, shape=lambda one: _watched(desk, one), page=page)


def _watched(desk: Desk, one: Watched) -> JsonObject:
    knowledge = desk.knowledge()
    known = [knowledge.entities[key] for key in watching.bearers(knowledge, one.name)]
    return {
        "name": one.name,
        "known_as": [{"id": entity.id, "name": label(entity)} for entity in known],
        "by": one.by,
        "reason": one.reason,
        "at": one.at.isoformat(),
    }


@router.post(
    "/watched",
    summary="Watch a name, or watch it no more",
    status_code=HTTPStatus.CREATED,
    response_model=None,
    responses=_KEPT,
    dependencies=[Depends(json_alone), Depends(least(Role.REVIEWER))],
)
def watch(asked: Annotated[WatchAsked, Body()], desk: AtDesk) -> JSONResponse:
    """Put a name, an entity's id or a list reference on the watch list, or take it off.

    That it was watched stays on record.
    """
    keep = watching.watch if asked.verdict == WATCH else watching.unwatch
    made = keep(desk.bench, asked.name, asked.by, asked.reason, desk.now())
    return JSONResponse(judgement_json(made), status_code=HTTPStatus.CREATED)
