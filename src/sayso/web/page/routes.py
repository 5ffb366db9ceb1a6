"""Hands out the built page: one document for every path below /app/, and what it is made of."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.errors import NotFound

router = APIRouter(include_in_schema=False)

_APP: Final = "/app/"
#: Scripts, styles and pictures from here alone, none of them inline; frames and forms nowhere.
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: What a name of these ends with is sent as this; anything else is not handed out.
_MEDIA_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
#: Files whose names have their digest in them, so that they never change.
_HASHED: Final = "assets/"
_FOR_A_YEAR: Final = "public, max-age=31536000, immutable"
_NOT_BUILT: Final = """<!doctype html><html lang="en"><meta charset="utf-8">
<title>Sayso: the page is not built</title>
<h1>The page is not built</h1>
<p>This copy of Sayso was made without its web page. In a clone, run
<code>npm ci &amp;&amp; npm run build</code> in <code>frontend/</code>, and load this again; an
installed Sayso has the page in it.</p>
<p>The API answers all the same: <code>/api/v1/openapi.json</code> describes it.</p></html>
"""


@router.get("/")
def home() -> Response:
    """Lead to the page."""
    return RedirectResponse(_APP)


@router.get("/app")
def without_slash() -> Response:
    """Lead to the page."""
    return RedirectResponse(_APP)


@router.get("/app/{path:path}")
def page(path: str) -> Response:
    """Give a file that the page is made of; for any other path the page, which knows the path."""
    static = files("sayso.web").joinpath("static")
    found = _file(static, path)
    if found is not None:
        return found
    if path.startswith(_HASHED):
        raise NotFound(f"{path} is no part of this page: load it again")
    index = static.joinpath("index.html")
    if not index.is_file():
        return HTMLResponse(_NOT_BUILT, headers={"Content-Security-Policy": _POLICY})
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    return HTMLResponse(index.read_bytes(), headers=headers)


def _file(static: Traversable, path: str) -> Response | None:
    """Give a file below the folder; None where there is none, or the path leads out of it."""
    parts = path.split("/")
    media_type = _MEDIA_TYPES.get(f".{path.rpartition('.')[2]}")
    is_sound = all(part and not part.startswith(".") and "\\" not in part for part in parts)
    if media_type is None or not is_sound or path == "index.html":
        return None
    found = static.joinpath(*parts)
    if not found.is_file():
        return None
    kept = _FOR_A_YEAR if path.startswith(_HASHED) else "no-cache"
    headers = {"Cache-Control": kept, "Content-Security-Policy": _POLICY}
    return Response(found.read_bytes(), media_type=media_type, headers=headers)
