"""The command that compares accounts with their primaries, and reports with earlier ones."""

from collections.abc import Mapping

import click

from sayso.cli.output import Desk, command
from sayso.errors import BadInput
from sayso.views import contract
from sayso.views.drift import text
from sayso.views.drift.words import sure_series
from sayso.views.naming import counted


@click.command
@click.argument("documents", nargs=-1, required=True, metavar="SECONDARY PRIMARY")
@click.option("--series", is_flag=True, help="Set each report beside the one before it.")
@click.option("--unsure", is_flag=True, help="With --series: also what waits in review.")
@click.option("--anyway", is_flag=True, help="With --series: also of different authors.")
@command
def compare(desk: Desk, documents: tuple[str, ...], **asked: bool) -> None:
    """Show where an account departs from its primary; with --series, how reports develop.

    A document is named by its id, path or title. Compared is what SECONDARY ascribes to PRIMARY:
    place, number and bound, time, hedge, speaker; what a list leaves out (missing), what the
    primary was not read to say (added), several sources told as one (merged). A note begins with
    "different" where the primary says otherwise; "coarser", "finer" and "left out" are true to it.
    What is different marks the claim, and what rests on it, in `why` and `findings` too.

    With --json: {"differences": [{"slot", "secondary": {"claim", "text", "value"}|null, "primary":
    the same, "dependent": [claim ids], "note"}]}.

    --series DOCUMENT … takes two or more reports of one author: what is new, grew, shrank,
    changed, dropped or stays, by subject. With --json: {"reports": [{"id", "title", "publisher",
    "published"}], "changes": [{"subject": {"id", "name"}|null, "change", "earlier": {"document",
    "claim", "text", "figure", "places", "factuality", "finding", "status", "replies"}|null,
    "later": the same, "note"}]}.
    """
    if asked["series"]:
        _series(desk, documents, asked)
        return
    if len(documents) != 2 or any(asked.values()):  # noqa: PLR2004  # an account and its primary
        raise BadInput("name an account and its primary, or use --series for reports of one author")
    found = desk.workbench.compare(*documents)
    knowledge = desk.workbench.knowledge()
    if desk.json:
        desk.print_json(contract.comparison_json(knowledge, found))
    else:
        _show(desk, text.comparison_text(knowledge, found))
    if desk.json and not found.ascribed:
        desk.say("nothing there is ascribed to the primary: no claim was compared")
    if desk.json and found.unread:
        desk.say(
            "not compared, for no claim was read at like words: "
            f"{counted(len(found.unread), 'claim')}"
        )


def _series(desk: Desk, documents: tuple[str, ...], asked: Mapping[str, bool]) -> None:
    every = desk.workbench.series(documents, any_author=asked["anyway"])
    knowledge = desk.workbench.knowledge()
    found = every if asked["unsure"] else sure_series(knowledge, every)
    waiting = len(every.developments) - len(found.developments)
    if waiting:
        desk.say(f"{waiting} more wait in review (`--unsure` lists them)")
    if desk.json:
        desk.print_json(contract.series_json(knowledge, found))
    else:
        _show(desk, text.series_text(knowledge, found))


def _show(desk: Desk, written: str) -> None:
    desk.out.print(written, markup=False, highlight=False, soft_wrap=True, end="")
