"""The commands: one per verb, each imported only when it is called."""

import sys

import click

from sayso.cli.commands import COMMANDS, LazyGroup
from sayso.errors import BadInput, SaysoError, Unavailable

#: What each kind of error ends with, the first that fits.
EXIT_CODES: tuple[tuple[type[SaysoError], int], ...] = ((BadInput, 2), (Unavailable, 3))

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=LazyGroup, commands_table=COMMANDS, context_settings=CONTEXT)
@click.version_option(package_name="sayso", message="sayso %(version)s")
def sayso() -> None:
    """Say on whose say-so: who claims what about whom, and who denies it.

    Reads reports and news, keeps every claim with its words, its speaker and its place, resolves
    names against sanctions lists, weighs what is said against what is denied, and writes the
    brief that cites it. Begin with `sayso demo`, or `sayso add FILE`.
    """


def main() -> None:
    """Run one command; errors of ours end in a line that says what, where and what to do."""
    try:
        sayso(prog_name="sayso")
    except SaysoError as bad:
        click.echo(f"sayso: {bad}", err=True)
        sys.exit(next((code for kind, code in EXIT_CODES if isinstance(bad, kind)), 1))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
