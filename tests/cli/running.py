"""Runs a command as a user does, in this process."""

import json

from click.testing import CliRunner, Result

from sayso.cli import sayso
from sayso.errors import SaysoError


def run(*arguments: str, given: str | None = None, columns: int | None = None) -> Result:
    """Give what a command printed; an error that is not ours is raised.

    Args:
        arguments: of the command line.
        given: standard input.
        columns: width of the terminal; None: whatever this one has.
    """
    wide = {} if columns is None else {"COLUMNS": str(columns)}
    result = CliRunner().invoke(sayso, arguments, input=given, env=wide)
    if result.exception is not None and not isinstance(result.exception, SystemExit | SaysoError):
        raise result.exception
    return result


def as_json(*arguments: str) -> dict:
    """Give the object that a command prints with --json."""
    done = run(*arguments, "--json", "--quiet")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)
