"""Errors as answers: RFC 9457 problems, whose `detail` yente's clients read too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import JsonValue
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from sayso.errors import BadInput, NotFound, SaysoError, Unavailable
from sayso.views.json import JsonObject

MEDIA_TYPE: Final = "application/problem+json"
#: What each kind of error is answered with, the first that fits.
STATUSES: Final[Sequence[tuple[type[SaysoError], int]]] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (BadInput, HTTPStatus.BAD_REQUEST),
    (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)
#: Faults of a request that are told; the others are counted.
_TOLD_FAULTS: Final = 10
_NOWHERE: Final = "there is nothing at this address: /api/v1/openapi.json has what there is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a request: where (`body.queries.0.name`) and what."""

    at: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong, as RFC 9457 writes it.

    Attributes:
        type: "about:blank": the title says all that the status does.
        detail: what, where, and what to do next.
        faults: of a request that does not have the documented form; at most ten.
        judgement: of a decision that came too late (409): the newer one of somebody else.
    """

    type: str
    title: str
    status: int
    detail: str
    faults: tuple[Fault, ...] = ()
    judgement: dict[str, JsonValue] | None = None


def problem(
    status: int,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    faults: Sequence[JsonObject] = (),
    beside: JsonObject | None = None,
) -> JSONResponse:
    """Give the answer for an error; `beside` are members of its own."""
    told: JsonObject = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": _sound(detail),
        **({"faults": list(faults)} if faults else {}),
        **(beside or {}),
    }
    return JSONResponse(told, status_code=status, headers=headers, media_type=MEDIA_TYPE)


def answer_errors(app: FastAPI) -> None:
    """Let an application answer every error with a problem."""
    app.add_exception_handler(SaysoError, _ours)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(ClientDisconnect, _gone)
    app.add_exception_handler(Exception, _unforeseen)


def _ours(_: Request, error: Exception) -> JSONResponse:
    status = next((code for kind, code in STATUSES if isinstance(error, kind)), 500)
    again = {"Retry-After": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    return problem(status, str(error), headers=again)


def _malformed(_: Request, error: Exception) -> JSONResponse:
    """Tell what is wrong, never the value: it may be long, secret, or not fit to be written."""
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    faults = [
        {"at": ".".join(_sound(str(part)) for part in fault["loc"]), "detail": fault["msg"]}
        for fault in found[:_TOLD_FAULTS]
    ]
    if any(fault["type"] == "json_invalid" for fault in found):
        return problem(HTTPStatus.BAD_REQUEST, "the body is not sound JSON", faults=faults)
    told = "; ".join(f"{fault['at']}: {fault['detail']}" for fault in faults)
    more = f"; and {len(found) - _TOLD_FAULTS} more" if len(found) > _TOLD_FAULTS else ""
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, told + more, faults=faults)


def _refused(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code < HTTPStatus.BAD_REQUEST:
        return Response(status_code=error.status_code, headers=error.headers)
    detail = error.detail
    if detail == HTTPStatus.NOT_FOUND.phrase:
        detail = _NOWHERE
    elif detail == HTTPStatus.METHOD_NOT_ALLOWED.phrase and error.headers:
        detail = f"this address answers {error.headers.get('Allow', 'nothing')} alone"
    return problem(error.status_code, detail, headers=error.headers)


def _gone(_: Request, _error: Exception) -> JSONResponse:
    """Answer nobody: who asked went away before all was sent, which is no fault of ours."""
    return problem(HTTPStatus.BAD_REQUEST, "the connection was lost before all was sent")


def _unforeseen(_: Request, _error: Exception) -> JSONResponse:
    detail = "Sayso failed over this request: what it printed where it runs says why; please report"
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def _sound(text: str) -> str:
    """Give text that can be written: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
