"""The group of commands about states."""

import click

from sayso.cli.commands import LazyGroup
from sayso.cli.overseeing.commands import RECORD_COMMANDS


@click.group(cls=LazyGroup, commands_table=RECORD_COMMANDS)
def states() -> None:
    """Oversee how states carry the measures out, by what documents tell of them."""
