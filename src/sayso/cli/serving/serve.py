"""`sayso serve`: the workbench in the browser and over HTTP, on this machine."""

import secrets
import webbrowser

import click

from sayso.cli.output import Desk, command
from sayso.settings import Settings
from sayso.web.terms import Role, Terms


@click.command
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8787,
    show_default=True,
    help="0 takes a free one.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the page in your browser.")
@command
def serve(desk: Desk, *, host: str, port: int, is_opened: bool) -> None:
    """Answer over HTTP until stopped: the page at /app/, our API, yente's and OpenRefine's.

    Only this machine is answered unless --host says otherwise; then each request must carry the
    token of the setting `serve_token`, or the one that is made and printed. Who has that of
    `serve_reviewer_token` reads and decides, of `serve_reader_token` reads. No name that is
    screened is kept; each request is logged as a run. The API is described at
    /api/v1/openapi.json; OpenRefine is given /reconcile. With --json: one object, {"address",
    "token", "lists"}, once it can be asked.
    """
    from sayso.web.serving import serve as answer  # noqa: PLC0415  # uvicorn

    terms, made = _terms(desk.settings, host)

    def ready(address: str) -> None:
        lists = sorted(desk.workbench.index().releases)
        if desk.json:
            desk.print_json({"address": address, "token": made, "lists": lists})
            return
        click.echo(f"{address}")
        desk.say(f"the workbench: {address}/app/; screens against {', '.join(lists)}")
        desk.say("Ctrl-C ends it")
        if made is not None:
            desk.say(f"each request must carry: Authorization: Bearer {made}")
        if is_opened:
            webbrowser.open(f"{address}/app/")

    try:
        answer(desk.workbench, host=host, port=port, terms=terms, ready=ready)
    except KeyboardInterrupt:
        desk.say("stopped")


def _terms(settings: Settings, host: str) -> tuple[Terms, str | None]:
    """Give to whom requests are answered, and the token that was made for it, if one was."""
    from sayso.web.guard import is_loopback  # noqa: PLC0415  # FastAPI

    token = settings.text("serve_token") or None
    lesser = {role: settings.text(f"serve_{role}_token") for role in (Role.READER, Role.REVIEWER)}
    is_needed = not is_loopback(host) or any(lesser.values())
    made = secrets.token_urlsafe(24) if token is None and is_needed else None
    terms = Terms(
        token=token or made,
        others={told: role for role, told in lesser.items() if told},
        name=settings.folder.resolve().name,
        by=settings.text("by"),
        upload_bytes=settings.number("max_bytes"),
        list_age_days=settings.number("list_age_days"),
        settings=settings,
    )
    return terms, made
