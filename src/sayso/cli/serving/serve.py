"""`sayso serve`: the lists over HTTP, on this machine."""

import secrets

import click

from sayso.cli.output import Desk, command


@click.command
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8787,
    show_default=True,
    help="0 takes a free one.",
)
@command
def serve(desk: Desk, host: str, port: int) -> None:
    """Answer over HTTP until stopped: screening, lists, entries; for yente's clients, OpenRefine.

    Only this machine is answered unless --host says otherwise; then each request must carry the
    token of the setting `serve_token`, or the one that is made and printed. What is asked is not
    kept. The API is described at /api/v1/openapi.json; OpenRefine is given /reconcile. With
    --json: one object, {"address", "token", "lists"}, once it can be asked.
    """
    from sayso.web.guard import is_loopback  # noqa: PLC0415  # FastAPI
    from sayso.web.serving import serve as answer  # noqa: PLC0415  # uvicorn
    from sayso.web.terms import Terms  # noqa: PLC0415  # the same

    token = desk.settings.text("serve_token") or None
    made = secrets.token_urlsafe(24) if token is None and not is_loopback(host) else None

    def ready(address: str) -> None:
        lists = sorted(desk.workbench.index().releases)
        if desk.json:
            desk.print_json({"address": address, "token": made, "lists": lists})
            return
        click.echo(address)
        desk.say(f"screens against {', '.join(lists)}; Ctrl-C ends it")
        if made is not None:
            desk.say(f"each request must carry: Authorization: Bearer {made}")

    try:
        answer(
            desk.workbench,
            host=host,
            port=port,
            terms=Terms(token=token or made),
            ready=ready,
        )
    except KeyboardInterrupt:
        desk.say("stopped")
