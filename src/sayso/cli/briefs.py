"""The brief, and how files are written whole."""

import errno
import importlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from sayso.cli.output import Desk, command, in_one_line, shown
from sayso.cli.times.travel import time_travel
from sayso.errors import BadInput, Unavailable, Unsigned
from sayso.model.briefs import Brief
from sayso.surveying import state_file
from sayso.views.naming import counted
from sayso.views.states.section import with_states
from sayso.views.states.text import folded

#: What the place cannot help: no room, a read-only or broken disk.
_OUTSIDE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
#: Form → the module that writes it.
FORMS = {"md": "markdown", "html": "html", "json": "json"}


@click.command
@click.argument("entity", required=False)
@click.option("--to", "form", type=click.Choice(tuple(FORMS)), default="md", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="File; default: stdout.")
@click.option("--most", type=click.IntRange(1), default=40, show_default=True, help="Findings.")
@click.option("--public", is_flag=True, help="Leave out what rests on documents not public.")
@click.option("--final", is_flag=True, help="Refuse lines on persons that nobody signed for.")
@click.option(
    "--states",
    metavar="[STATE]",
    multiple=True,
    is_flag=False,
    flag_value="",
    help="Also how Member States carry the measures out: all, or STATE (repeat it).",
)
@command
@time_travel
def brief(desk: Desk, entity: str | None, **wanted: Any) -> None:  # noqa: ANN401  # click's own types
    """Write the cited brief: of the whole project, or of one ENTITY.

    Every line rests on claims; the brief says DRAFT, NOT REVIEWED until a person accepted them
    all. With --final it is refused, and nothing is written, as long as a line names a person and
    rests on a claim that nobody accepted: each such line is told with the command that accepts it.

    With --states it also tells how Member States carry the measures out, with the words and the
    address of each act; nobody can sign for what was computed so, and it stays a draft.
    """
    form, output = str(wanted.pop("form")), wanted.pop("output")
    states: tuple[str, ...] = wanted.pop("states")
    made = passed(desk, entity, **wanted)
    if states:
        made = telling_of_states(desk, made, tuple(filter(None, states)))
    text = written(made, "json" if desk.json else form)
    if output is None:
        click.echo(shown(text))
        return
    write_whole({Path(output): text.encode("utf-8")})
    desk.say(f"{output}: {counted(len(made.footnotes), 'footnote')}")


def passed(desk: Desk, entity: str | None, **wanted: Any) -> Brief:  # noqa: ANN401  # click's own
    """Give the brief; where it cannot be final, say line by line why."""
    try:
        made = desk.workbench.brief(entity, **wanted)
    except Unsigned as bad:
        for line in bad.lines:
            click.echo(f"sayso: {in_one_line(line)}", err=True)
        raise
    if wanted["final"] and not made.reviewed:
        desk.say("still a DRAFT: not all that it says rests on accepted claims (`sayso review`)")
    return made


def telling_of_states(desk: Desk, made: Brief, asked: tuple[str, ...]) -> Brief:
    """Give a brief with its section on Member States: those asked for, or all that are known of.

    Members of a union of whom only its acts are known stand in its paragraph.
    """
    overseeing = desk.workbench.overseeing()
    seen = overseeing.oversight()
    kept, _ = folded(overseeing.lines(), seen.members)
    codes = asked or tuple(line.state for line in kept)
    return with_states(made, [state_file(overseeing, code) for code in codes], seen)


def written(made: Brief, form: str) -> str:
    """Give the brief's text in one form."""
    module = importlib.import_module(f"sayso.views.brief.{FORMS[form]}")
    text = module.write(made)
    if not isinstance(text, str):
        raise TypeError(f"{module.__name__}.write gave no text")
    return text


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files, with the folders that they stand in, all of them or none.

    Raises:
        BadInput: the place cannot be written to.
        Unavailable: there is no room, or the disk is read-only.
    """
    parts = {path: path.with_name(path.name + ".part") for path in files}
    place = next(iter(files))
    try:
        for place, content in files.items():  # told when it fails
            place.parent.mkdir(parents=True, exist_ok=True)
            parts[place].write_bytes(content)
        for place, part in parts.items():
            part.replace(place)
    except OSError as bad:
        for part in parts.values():
            with suppress(OSError):  # it was not begun, or its disk is read-only
                part.unlink()
        error = Unavailable if bad.errno in _OUTSIDE else BadInput
        raise error(
            f"{place}: cannot be written: {bad.strerror}: make room, or choose another --output"
        ) from bad
