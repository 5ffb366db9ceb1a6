"""The group of commands about states, and its table, so that its `--help` imports none of them."""

from collections.abc import Mapping

import click

from sayso.cli.commands import ShowingGroup
from sayso.cli.overseeing.commands import RECORD_COMMANDS

#: What is shown of states: command → (module and function, what it does).
SHOWING: Mapping[str, tuple[str, str]] = {
    "show": ("overseeing.showing:show", "Show every state in one line, or one STATE's page."),
    "gaps": ("overseeing.showing:gaps", "Show what is late, missing, unknown or to be confirmed."),
    "lag": ("overseeing.showing:lag", "Show how late, by year and regime; draw it."),
    "entry": ("overseeing.showing:entry", "Show one UN entry in every state."),
    "why": ("overseeing.showing:why", "Show what a cell rests on, and the sum of its lag."),
    "differences": (
        "overseeing.showing:differences",
        "Show in what national entries differ from the UN's.",
    ),
    "matrix": ("overseeing.showing:matrix", "Write every cell as CSV or Parquet."),
}


@click.group(
    cls=ShowingGroup,
    commands_table={**SHOWING, **RECORD_COMMANDS},
    subcommand_metavar="[STATE] | COMMAND [ARGS]…",
)
def states() -> None:
    """Show who carried out which UN measure, how late, and what is not known.

    `sayso states` gives one line a state, `sayso states STATE` that state's page (the options are
    those of `sayso states show --help`); STATE is an ISO 3166 code (DE), a name, or EU.

    "unknown" says that nothing held shows it; that is not non-compliance. A link by name alone
    counts for nothing until a person judges it.
    """
