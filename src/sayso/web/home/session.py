"""Who asks: `/api/v1/session`, where a page trades a token for a cookie."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, ClassVar

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import Response
from pydantic import ConfigDict
from starlette.exceptions import HTTPException

from sayso.views.json import JsonObject
from sayso.web.answers.roles import role_of
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, json_alone
from sayso.web.guard import COOKIE
from sayso.web.home.shapes import SessionTold

router = APIRouter(tags=["project"])


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenAsked:
    """The token that `sayso serve` printed, or that a setting holds."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    token: Text


@router.get(
    "/session",
    summary="Who asks, and what they may do",
    response_model=None,
    responses={200: {"model": SessionTold}},
)
def session(request: Request, desk: AtDesk) -> JsonObject:
    """Give the role of who asks; a stranger's is null until the token is told."""
    is_known = bool(getattr(request.state, "known", True))
    return {
        "role": role_of(request).value if is_known else None,
        "token": desk.terms.token is not None,
        "by": desk.terms.by or None,
        "upload_bytes": desk.terms.upload_bytes,
    }


@router.post(
    "/session",
    summary="Tell the token",
    status_code=HTTPStatus.NO_CONTENT,
    dependencies=[Depends(json_alone)],
)
def begin(asked: Annotated[TokenAsked, Body()], desk: AtDesk) -> Response:
    """Keep the token in a cookie that no script reads and no other site sends.

    Where none is asked for, nothing is kept.
    """
    if desk.terms.token is not None and desk.terms.role_of(asked.token) is None:
        raise HTTPException(HTTPStatus.UNAUTHORIZED, "this token is not known here, or no more")
    answer = Response(status_code=HTTPStatus.NO_CONTENT)
    if desk.terms.token is not None:
        answer.set_cookie(COOKIE, asked.token, httponly=True, samesite="strict", path="/")
    return answer


@router.delete("/session", summary="Forget the token", status_code=HTTPStatus.NO_CONTENT)
def end() -> Response:
    """Take the cookie back."""
    answer = Response(status_code=HTTPStatus.NO_CONTENT)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict", path="/")
    return answer
