"""What stands before every request, and what every answer carries."""

import hmac
import ipaddress
from collections.abc import MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from fastapi.responses import JSONResponse, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.asking.limits import BODY_BYTES
from sayso.web.problems import problem

#: Where pages of other programs on this machine (OpenRefine) may read the answers.
SHARED: Final = "/reconcile"
#: What needs no token: it tells nothing but that somebody is there.
_OPEN: Final = frozenset({"/healthz", "/readyz"})
_TOO_LARGE: Final = f"the body has more than {BODY_BYTES:,} bytes: send less at once"
#: An answer may say otherwise for itself.
_DEFAULTS: Final = (
    (
        "Content-Security-Policy",
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("Cache-Control", "no-store"),
)
_ALWAYS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """To whom requests are answered.

    Attributes:
        token: what each request must carry; None on the loopback alone, where each must be
            addressed to the loopback by name instead (no page can rename itself so).
    """

    token: str | None = None


class Guard:
    """An application that refuses strangers, answers HEAD, and sends the headers of safety."""

    def __init__(self, app: ASGIApp, terms: Terms) -> None:
        self._app = app
        self._terms = terms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        asked = {**scope, "method": "GET"} if is_head else scope
        origin = self._shared_with(scope)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                dress(message, origin, shared=_is_shared(scope))
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        refusal = self._refusal(scope, origin)
        await (self._app if refusal is None else refusal)(asked, _measured(receive), answer)

    def _refusal(self, scope: Scope, origin: str | None) -> Response | None:
        """Give the answer to a request that goes no further."""
        headers, token = Headers(scope=scope), self._terms.token
        if token is None and not is_loopback(_hostname(f"//{headers.get('host', '')}")):
            return _elsewhere()
        if headers.get("origin") is not None and origin is None and not _is_own(headers):
            return _foreign()
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            return _preflight(scope)
        is_known = token is None or scope["path"] in _OPEN or _carries(headers, token)
        return None if is_known else _unknown()

    def _shared_with(self, scope: Scope) -> str | None:
        """Give the other site whose pages may read this answer."""
        origin = Headers(scope=scope).get("origin")
        if origin is None or not _is_shared(scope):
            return None
        trusted = self._terms.token is not None or is_loopback(_hostname(origin))
        return origin if trusted else None


def _measured(receive: Receive) -> Receive:
    """Take the body in as long as it is not too large."""
    taken = 0

    async def measured() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > BODY_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LARGE)
        return message

    return measured


def dress(message: MutableMapping[str, object], origin: str | None, *, shared: bool) -> None:
    """Give the start of an answer its headers; what it says for itself stands."""
    headers = MutableHeaders(scope=message)
    for name, value in _DEFAULTS:
        headers.setdefault(name, value)
    for name, value in _ALWAYS:
        headers[name] = value
    headers["Cross-Origin-Resource-Policy"] = "cross-origin" if shared else "same-origin"
    if shared:
        headers.add_vary_header("Origin")
    if origin is not None:
        headers["Access-Control-Allow-Origin"] = origin


def is_loopback(host: str) -> bool:
    """Say whether a host's name or address is that of this machine to itself."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_shared(scope: Scope) -> bool:
    path: str = scope["path"]
    return path == SHARED or path.startswith(f"{SHARED}/")


def _hostname(address: str) -> str:
    """Give the host of an address, without the port; "" where there is none, or a port is odd."""
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port != 0 else None
    except ValueError:
        host = None
    return host or ""


def _is_own(headers: Headers) -> bool:
    """Say whether the page that asks came from here."""
    return headers.get("origin", "").partition("://")[2] == headers.get("host")


def _carries(headers: Headers, token: str) -> bool:
    """Say whether a request carries the token, as `Bearer` or as yente's clients do (`ApiKey`)."""
    scheme, _, told = headers.get("authorization", "").partition(" ")
    is_known = scheme.lower() in {"bearer", "apikey"}
    return is_known and hmac.compare_digest(told.strip().encode(), token.encode())


def _elsewhere() -> JSONResponse:
    detail = "this is not the address at which Sayso runs: ask 127.0.0.1 or localhost"
    return problem(HTTPStatus.MISDIRECTED_REQUEST, detail)


def _foreign() -> JSONResponse:
    return problem(HTTPStatus.FORBIDDEN, "pages of other sites are not answered")


def _unknown() -> JSONResponse:
    return problem(
        HTTPStatus.UNAUTHORIZED,
        "send the token that `sayso serve` printed, as `Authorization: Bearer TOKEN`",
        headers={"WWW-Authenticate": 'Bearer realm="sayso"'},
    )


def _preflight(scope: Scope) -> Response:
    if not _is_shared(scope):
        return _foreign()
    allowed = {
        "Access-Control-Allow-Methods": "GET, HEAD, POST",
        "Access-Control-Allow-Headers": "Authorization, Content-Type",
    }
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=allowed)
