"""The application: three dialects and a page, one desk, one guard."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Final

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso import __version__
from sayso.web.api import lists, screenings
from sayso.web.asking.runs import RunBook
from sayso.web.deciding import clearings, judgements, queue
from sayso.web.deciding import weighing as steps
from sayso.web.desk import Desk
from sayso.web.drawn import routes as drawn
from sayso.web.guard import Guard
from sayso.web.home import front, session, settings
from sayso.web.home import search as everything
from sayso.web.jobs import routes as jobs
from sayso.web.jobs import screening
from sayso.web.jobs.board import Board
from sayso.web.jobs.kept import JobBook
from sayso.web.jobs.worker import Worker
from sayso.web.known import claims, documents, drift, entities, findings, sheets, told, weighing
from sayso.web.listed import routes as listed
from sayso.web.openrefine import routes as openrefine
from sayso.web.outlines import routes as outlines
from sayso.web.outlines.shelf import Shelf
from sayso.web.page import routes as page
from sayso.web.problems import Problem, answer_errors
from sayso.web.states import routes as states
from sayso.web.terms import Terms
from sayso.web.writing import briefs, exports, files, making
from sayso.web.yente import match, search, system
from sayso.workbench import Workbench

API: Final = "/api/v1"
_ABOUT: Final = (
    "Who says what about whom, the lists, and how states carry the measures out, on this machine: "
    "our own API under /api/v1, and those that clients of yente and OpenRefine (Reconciliation "
    "0.2) speak."
)
_ERRORS: Final[dict[int | str, dict[str, object]]] = {
    "4XX": {"model": Problem, "description": "The request cannot be answered as it is"},
    "5XX": {"model": Problem, "description": "Trying again later may help"},
}
#: Our own API, in the order in which its description tells of it.
_OURS: Final = (
    *(front, session, settings, everything, documents, sheets, claims, entities, findings),
    *(told, drift, weighing, steps, drawn, queue, judgements),
    *(screening, screenings, clearings, listed, lists, states),
    *(briefs, outlines, files, exports, jobs, making),
)


class _Seated:
    """An application whose requests all find the same desk and office."""

    def __init__(self, app: ASGIApp, **seat: object) -> None:
        self._app = app
        self._seat = seat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        seated = {**scope, "state": {**scope.get("state", {}), **self._seat}}
        await self._app(seated, receive, send)


def application(bench: Workbench, terms: Terms) -> Guard:
    """Put the application together over one workbench, which all requests share."""
    folder = terms.folder
    board = Board(JobBook(None if folder is None else folder / "jobs.jsonl"))
    writer = ThreadPoolExecutor(1, thread_name_prefix="sayso-writing")
    office = jobs.Office(board, Worker(bench, board), writer)
    shelf = Shelf(None if folder is None else folder / "outlines")
    desk = Desk(bench, terms)
    seat = {"desk": desk, "runs": RunBook(desk), "office": office, "shelf": shelf}
    return Guard(_Seated(_routed(), **seat), terms)


def description() -> dict[str, object]:
    """Give the OpenAPI description."""
    told: dict[str, object] = _routed().openapi()
    return told


@cache
def _routed() -> FastAPI:
    """Give all addresses; to put them together takes half a second, and once is enough."""
    app = FastAPI(
        title="Sayso",
        version=__version__,
        description=_ABOUT,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,  # its pages come from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"auto_configure": False, "tracing": False, "metrics": False, "logs": False},
        responses=_ERRORS,
    )
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    answer_errors(app)
    for ours in _OURS:
        app.include_router(ours.router, prefix=API)
    for theirs in (match, search, system, openrefine, page):
        app.include_router(theirs.router)
    return app
