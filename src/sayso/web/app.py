"""The application: three dialects, one desk, one guard."""

from typing import Final

from fastapi import FastAPI

from sayso import __version__
from sayso.web.api import lists, screenings, states
from sayso.web.desk import Desk
from sayso.web.guard import Guard, Terms
from sayso.web.openrefine import routes as openrefine
from sayso.web.problems import Problem, answer_errors
from sayso.web.yente import match, search, system
from sayso.workbench import Workbench

API: Final = "/api/v1"
_ABOUT: Final = (
    "Screening against sanctions lists, on this machine: our own API under /api/v1, and those that "
    "clients of yente and OpenRefine (Reconciliation 0.2) speak."
)
_ERRORS: Final[dict[int | str, dict[str, object]]] = {
    "4XX": {"model": Problem, "description": "The request cannot be answered as it is"},
    "5XX": {"model": Problem, "description": "Trying again later may help"},
}


def application(bench: Workbench, terms: Terms) -> Guard:
    """Put the application together over one workbench, which all requests share."""
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
    app.state.desk = Desk(bench)
    answer_errors(app)
    for ours in (screenings.router, lists.router, states.router):
        app.include_router(ours, prefix=API)
    for theirs in (match.router, search.router, system.router, openrefine.router):
        app.include_router(theirs)
    return Guard(app, terms)
