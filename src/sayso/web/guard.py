"""What stands before every request, and what every answer carries."""

import ipaddress
from collections.abc import MutableMapping
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import urlsplit

from fastapi.responses import JSONResponse, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.asking.limits import BODY_BYTES
from sayso.web.problems import problem
from sayso.web.terms import Role, Terms

#: Where pages of other programs on this machine (OpenRefine) may read the answers.
SHARED: Final = "/reconcile"
#: What needs no token: it tells nothing but that somebody is there.
_OPEN: Final = frozenset({"/", "/healthz", "/readyz", "/app", "/api/v1/session"})
#: The page itself, which asks for the token.
_PAGE: Final = "/app/"
#: Where files are sent, which may be larger than other bodies.
_UPLOADS: Final = frozenset({"/api/v1/documents", "/api/v1/screenings/files"})
#: What only asks.
_ASKING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
#: The cookie of a page that was told the token: pictures and downloads carry no header.
COOKIE: Final = "sayso"
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

        most = _most_bytes(self._terms, scope["path"])
        role = self._role(Headers(scope=scope))
        refusal = self._refusal(scope, origin, role) or _too_large(scope, most)
        asked["state"] = {
            **scope.get("state", {}),
            "role": role or Role.READER,
            "known": bool(role),
        }
        await (self._app if refusal is None else refusal)(asked, _measured(receive, most), answer)

    def _role(self, headers: Headers) -> Role | None:
        """Give the role of who asks; on the loopback alone everybody is an admin."""
        if self._terms.token is None:
            return Role.ADMIN
        return self._terms.role_of(_token_in(headers))

    def _refusal(self, scope: Scope, origin: str | None, role: Role | None) -> Response | None:
        """Give the answer to a request that goes no further."""
        headers = Headers(scope=scope)
        here = is_loopback(_hostname(f"//{headers.get('host', '')}"))
        if self._terms.token is None and not here:
            return _elsewhere()
        if origin is None and (_is_of_other_page(headers) or _is_forged(scope, headers)):
            return _foreign()
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            return _preflight(scope)
        return None if role is not None or _is_open(scope) else _unknown()

    def _shared_with(self, scope: Scope) -> str | None:
        """Give the other site whose pages may read this answer."""
        origin = Headers(scope=scope).get("origin")
        if origin is None or not _is_shared(scope):
            return None
        trusted = self._terms.token is not None or is_loopback(_hostname(origin))
        return origin if trusted else None


def _most_bytes(terms: Terms, path: str) -> int:
    """Give how many bytes the body of a request to this path may have."""
    return max(BODY_BYTES, terms.upload_bytes) if path in _UPLOADS else BODY_BYTES


def _measured(receive: Receive, most: int) -> Receive:
    """Take the body in as long as it is not too large."""
    taken = 0

    async def measured() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _told_limit(most))
        return message

    return measured


def _too_large(scope: Scope, most: int) -> Response | None:
    """Give the answer to a body that says itself that it is too large, before it is taken in."""
    said = Headers(scope=scope).get("content-length", "")
    if not (said.isdecimal() and int(said) > most):
        return None
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _told_limit(most))


def _told_limit(most: int) -> str:
    return f"the body has more than {most:,} bytes: send less at once"


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


def _is_of_other_page(headers: Headers) -> bool:
    """Say whether a page of another site asks, and says so."""
    return headers.get("origin") is not None and not _is_own(headers)


def _is_forged(scope: Scope, headers: Headers) -> bool:
    """Say whether a browser says that another site makes it ask for more than an answer."""
    site = headers.get("sec-fetch-site", "none")
    is_shared = _is_shared(scope)
    return scope["method"] not in _ASKING and not is_shared and site not in {"none", "same-origin"}


def _is_open(scope: Scope) -> bool:
    """Say whether strangers are answered: the page tells nothing before it is told a token."""
    path: str = scope["path"]
    return path in _OPEN or path.startswith(_PAGE)


def _token_in(headers: Headers) -> str:
    """Give the token that is told: as `Bearer`, as yente's clients do (`ApiKey`), or as a cookie.

    "" for none.
    """
    scheme, _, told = headers.get("authorization", "").partition(" ")
    if scheme.lower() in {"bearer", "apikey"}:
        return told.strip()
    try:
        kept = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return "" if kept is None else kept.value


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
