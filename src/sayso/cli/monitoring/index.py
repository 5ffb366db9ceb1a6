"""The command that builds the index of listed names anew: lists index."""

import click

from sayso.cli.output import Desk, command


@click.command("index")
@command
def build_index(desk: Desk) -> None:
    """Build the index of the names of the lists in force anew.

    It is built by itself when the lists change; this is for a file that was cut off or changed.
    With --json: {"releases": ["un@2026-02-27"], "names": how many}.
    """
    index = desk.workbench.rebuild_index()
    names = int(index.arrays.name_entries.size)
    if desk.json:
        desk.print_json({"releases": list(index.releases), "names": names})
        return
    desk.say(f"{names:,} names of {', '.join(index.releases)}")
