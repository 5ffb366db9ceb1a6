"""The brief, and how files are written whole."""

import errno
import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from sayso.cli.briefing.faults import refuse_faulty, told_faults, with_states_asked
from sayso.cli.briefing.options import Asked, choosing, linting, read_text
from sayso.cli.output import Desk, command, in_one_line, shown
from sayso.cli.times.travel import time_travel
from sayso.errors import BadInput, Unavailable, Unsigned
from sayso.model.briefs import Brief
from sayso.views.figures.files import figure_files
from sayso.views.naming import counted
from sayso.views.publishing.forms import FORMS, written
from sayso.whole import write_whole

#: What the place cannot help: no room, a read-only or broken disk.
_OUTSIDE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
#: Forms of a brief, and its outline.
_FORMS: Final = (*FORMS, "outline")
#: Forms that a terminal cannot show.
_BYTES: Final = frozenset({"docx", "pdf"})


@click.command
@click.argument("entity", required=False)
@click.option("--to", "form", type=click.Choice(_FORMS), default="md", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="File; default: stdout.")
@click.option("--ids", is_flag=True, help="In Markdown, each sentence with its ids, to be edited.")
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
@choosing
@linting
@command
@time_travel
def brief(desk: Desk, entity: str | None, **wanted: Any) -> None:  # noqa: ANN401  # click's own types
    """Write the cited brief: of the whole project, or of one ENTITY.

    Every line rests on claims; the brief says DRAFT, NOT REVIEWED until a person accepted them
    all. With --final it is refused, and nothing is written, as long as a line names a person and
    rests on a claim that nobody accepted: each such line is told with the command that accepts it.

    It can also be about a question (--question), a place (--region), a time (--period) or picked
    findings (--finding), or follow an outline: `--to outline` writes one, a person puts it in
    another order and other words, `--lint FILE` says what is wrong with it, and `--outline FILE`
    writes the brief from it, with the other side's answer beside what it tells.

    With --states it also tells how Member States carry the measures out, with the words and the
    address of each act; nobody can sign for what was computed so, and it stays a draft.
    """
    asked = Asked.of(entity, wanted)
    if asked.lint is not None:
        told_faults(desk, asked)
        return
    made = passed(desk, asked)
    if asked.states:
        made = with_states_asked(desk, asked, made)
    form = "json" if desk.json else asked.form
    if form == "outline":
        text: str | bytes = desk.workbench.briefing(public=asked.public).outline_of(made)
    else:
        made = whole(desk, asked, made)
        text = written(made, form, ids=asked.ids)
    if asked.figures is not None:
        drawn = figures_of(desk, made)
        write_files({Path(asked.figures) / name: held for name, held in drawn.items()})
        desk.say(f"{asked.figures}: {counted(len(drawn), 'file')}")
    if asked.output is not None:
        write_files({Path(asked.output): text.encode("utf-8") if isinstance(text, str) else text})
        desk.say(f"{asked.output}: {counted(len(made.footnotes), 'footnote')}")
    elif isinstance(text, str):
        click.echo(shown(text))
    else:
        click.echo(text, nl=False)


def passed(desk: Desk, asked: Asked) -> Brief:
    """Give the brief without its annexes; where it cannot be final, say line by line why."""
    if asked.form in _BYTES and asked.output is None and sys.stdout.isatty():
        raise BadInput(f"a terminal cannot show {asked.form}: name a file, -o brief.{asked.form}")
    briefing = desk.workbench.briefing(public=asked.public)
    refuse_faulty(desk, briefing, asked)
    try:
        made = briefing.compose(asked.ordered)
    except Unsigned as bad:
        for line in bad.lines:
            click.echo(f"sayso: {in_one_line(line)}", err=True)
        raise
    if asked.ordered.final and not made.reviewed:
        desk.say("still a DRAFT: not all that it says rests on accepted claims (`sayso review`)")
    return made


def whole(desk: Desk, asked: Asked, made: Brief) -> Brief:
    """Give the brief with its annexes, and with what changed since the issue that was named."""
    briefing = desk.workbench.briefing(public=asked.public)
    if asked.since is not None:
        made = briefing.revised(made, read_text(asked.since), asked.since)
    return briefing.annexed(made)


def figures_of(desk: Desk, made: Brief) -> dict[str, bytes]:
    """Give the files of the figures of a brief with annexes, by name; say what they lack.

    Raises:
        BadInput: it has none.
    """
    draw = importlib.import_module("sayso.views.figures.draw")  # matplotlib: a second
    drawings = draw.drawings_of(made)
    lacking = dict.fromkeys(letter for one in drawings.values() for letter in one.lacking)
    if lacking:
        desk.say(f"no font here shows {', '.join(lacking)}: boxes stand for them in the figures")
    drawn = figure_files(made, drawings)
    if not drawn:
        raise BadInput("the brief has no figure: nothing that it tells has a place, a time or ties")
    return drawn


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files, with the folders that they stand in, all of them or none.

    Raises:
        BadInput: the place cannot be written to.
        Unavailable: there is no room, or the disk is read-only.
    """
    try:
        write_whole(files)
    except OSError as bad:
        error = Unavailable if bad.errno in _OUTSIDE else BadInput
        raise error(
            f"{bad.filename}: cannot be written: {bad.strerror}: make room, or choose another "
            "--output"
        ) from bad
