"""How the commands speak: results on stdout, everything else on stderr."""

import functools
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from shutil import get_terminal_size
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from sayso import wiring
from sayso.settings import Settings, load_here
from sayso.workbench import Workbench

#: Columns of a table that no terminal shows; COLUMNS says otherwise.
PIPED_WIDTH = 160

#: Seconds between two drawings of a progress bar.
REDRAW_S = 0.1

T = TypeVar("T")

#: What would steer a terminal, or turn the words after it round: a text may hold anything.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85]")


def shown(text: str) -> str:
    """Give text as it may be put on a terminal: line ends alike, what would steer it as U+FFFD."""
    return _STEERING.sub("\ufffd", _LINE_END.sub("\n", text))


def in_one_line(text: str) -> str:
    """Give text as `shown` does, without line ends: a file's name may hold them."""
    return shown(text).replace("\n", "\ufffd")


def told(source: str, error: str) -> str:
    """Give an error on one line that begins with what it is about, once."""
    return in_one_line(error if error.startswith(source) else f"{source}: {error}")


class _Pace(ProgressColumn):
    """How many things are done in a second, of late."""

    def render(self, task: Task) -> Text:  # type: ignore[explicit-override]  # as for _Screen
        """Give the pace; nothing before it can be told."""
        return Text("" if task.speed is None else f"{task.speed:.1f}/s")


class _Screen(Console):
    """A console on which no text can steer the terminal."""

    def print(  # type: ignore[explicit-override]  # the mark for it comes with Python 3.12
        self,
        *objects: Any,  # noqa: ANN401  # its parent's type
        **options: Any,  # noqa: ANN401  # its parent's type
    ) -> None:
        """Print text as `shown` gives it, and anything else as it is."""
        safe = (shown(thing) if isinstance(thing, str) else thing for thing in objects)
        super().print(*safe, **options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every command has: the workbench, the settings and a way to speak.

    Attributes:
        seen: what each JSON object must say of the time that it is told for.
    """

    workbench: Workbench
    settings: Settings
    json: bool
    quiet: bool
    out: Console
    err: Console
    seen: Mapping[str, object] = field(default_factory=dict)

    def say(self, text: str) -> None:
        """Tell a person something that is no result."""
        if not self.quiet:
            self.err.print(text, markup=False, highlight=False, soft_wrap=True)

    def print_json(self, value: object) -> None:
        """Print one JSON object, with the time that it is told for."""
        if self.seen and isinstance(value, Mapping):
            value = {**value, **self.seen}
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def print_json_line(self, value: object) -> None:
        """Print one JSON object on one line."""
        click.echo(json.dumps(value, ensure_ascii=False))

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
        """Print rows; a column whose name ends in "#" is set to the right."""
        table = Table(title=title or None, title_justify="left", header_style="bold", box=None)
        for column in columns:
            right = column.endswith("#")
            name = column.removesuffix("#")
            table.add_column(name, justify="right" if right else "left", overflow="fold")
        for row in rows:
            table.add_row(*(Text(shown(cell)) for cell in row))
        self.out.print(table)

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Callable[[str], None]]:
        """Show a bar with counts, things a second and time left while stderr is a terminal."""
        if self.quiet or not self.err.is_terminal:
            yield lambda _step: None
            return
        bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            _Pace(),
            TimeRemainingColumn(),
            console=self.err,
            transient=True,
            auto_refresh=False,  # its thread would be torn where a process is forked
        )
        with bar:
            yield _stepping(bar, bar.add_task(what, total=total), what)


def _stepping(bar: Progress, task: TaskID, what: str) -> Callable[[str], None]:
    """Give what moves a bar on by one thing, drawn anew now and then."""
    drawn = -REDRAW_S

    def step(name: str) -> None:
        nonlocal drawn
        is_due = bar.get_time() - drawn >= REDRAW_S
        drawn = bar.get_time() if is_due else drawn
        description = in_one_line(f"{what} {name[-40:]}")
        bar.update(task, advance=1, description=description, refresh=is_due)

    return step


#: Options of commands that are settings; one that is given wins over every other place.
SETTING_OPTIONS = ("extractor",)


def command(function: Callable[..., T]) -> Callable[..., T]:
    """Give a command its desk, as first argument, and the options that every command has."""

    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @click.option("--quiet", "-q", is_flag=True, help="Say nothing on standard error.")
    @click.option("--project", metavar="DIR", help="Folder of the project.")
    @functools.wraps(function)
    def with_desk(*, as_json: bool, quiet: bool, project: str | None, **asked: object) -> T:
        given = {"project": project, **{n: asked.pop(n, None) for n in SETTING_OPTIONS}}
        flags = {name: str(value) for name, value in given.items() if value is not None}
        desk = open_desk(flags, as_json=as_json, quiet=quiet)
        try:
            return function(desk, **asked)
        finally:
            desk.workbench.close()

    return with_desk


def open_desk(flags: dict[str, str], *, as_json: bool, quiet: bool) -> Desk:
    """Read the settings and put the workbench together."""
    settings = load_here(flags)
    return Desk(
        workbench=wiring.workbench(settings, sys.stdin.buffer),
        settings=settings,
        json=as_json,
        quiet=quiet,
        out=_Screen(width=get_terminal_size((PIPED_WIDTH, 0)).columns),
        err=_Screen(stderr=True),
    )
