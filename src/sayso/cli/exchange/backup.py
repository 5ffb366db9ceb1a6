"""Commands that keep a project as one file, and bring it back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sayso import __version__
from sayso.cli.output import Desk, command
from sayso.settings import PROJECT_FILE
from sayso.store.exchange.backup import Backup, restore_backup, write_backup
from sayso.views.naming import counted


@click.command
@click.argument("file", type=click.Path(dir_okay=False))
@command
def backup(desk: Desk, file: str) -> None:
    """Keep a project as one verified FILE: documents, lists, judgements, customers and the log.

    The project's settings and the outlines that the browser keeps beside it go with it.
    Others may go on working meanwhile. A project that is not as it was logged is not backed up.
    Note the hash that is printed elsewhere: `sayso restore --noted` compares with it.
    """
    project = desk.settings.folder / PROJECT_FILE
    made = write_backup(project, Path(file), __version__, datetime.now(UTC))
    _tell(desk, file, made)


@click.command
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--noted", metavar="HASH", help="Hash of the log, or its beginning, noted before.")
@command
def restore(desk: Desk, file: str, noted: str | None) -> None:
    """Bring a project back from its backup FILE, where there is none yet (--project DIR).

    The digest and the log are verified first: a backup that is truncated, was changed, or is of a
    newer version is refused, and nothing is written. Settings and outlines that are there already
    are not written over.
    """
    project = desk.settings.folder / PROJECT_FILE
    made = restore_backup(Path(file), project, noted)
    _tell(desk, str(project), made)


def _tell(desk: Desk, file: str, made: Backup) -> None:
    if desk.json:
        told = {"made": made.made.isoformat(), "program": made.program, "sha256": made.sha256}
        desk.print_json({"file": file, **told, "entries": made.entries, "head": made.head})
        return
    desk.say(
        f"{file}: {made.bytes} bytes, {counted(made.entries, 'log entry')}, "
        f"{counted(len(made.beside), 'file')} beside it, verified; hash of the log: {made.head}"
    )
