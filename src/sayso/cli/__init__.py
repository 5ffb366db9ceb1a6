"""The commands: one per verb, each imported only when it is called."""

import contextlib
import io
import os
import sys

import click

from sayso.cli.commands import COMMANDS, LazyGroup
from sayso.errors import BadInput, SaysoError, Unavailable

#: What each kind of error ends with, the first that fits.
EXIT_CODES: tuple[tuple[type[SaysoError], int], ...] = ((BadInput, 2), (Unavailable, 3))
#: What an error of the system ends with, as `Unavailable` does.
OUTSIDE = 3

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
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a path may hold stray bytes
    try:
        sayso(prog_name="sayso")
    except SaysoError as bad:
        _tell(str(bad))
        sys.exit(next((code for kind, code in EXIT_CODES if isinstance(bad, kind)), 1))
    except OSError as bad:
        _forget_output()
        what = bad.filename or "the output"
        _tell(f"{what}: cannot be read or written: {bad.strerror or bad}: make room, or look there")
        sys.exit(OUTSIDE)


def _tell(error: str) -> None:
    from sayso.cli.output import in_one_line  # noqa: PLC0415  # rich

    click.echo(f"sayso: {in_one_line(error)}", err=True)


def _forget_output() -> None:
    """Let what a full disk or a closed pipe did not take go nowhere, so that it is told once."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


if __name__ == "__main__":
    main()
