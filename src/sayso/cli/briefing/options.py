"""The options that say what a brief is about, from which outline, and what to lint."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

import click

from sayso.briefing import Ordered, read_outline
from sayso.errors import BadInput

T = TypeVar("T")

#: What `--lint` has for its value where no file is named.
COMPOSED = ""


def choosing(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command choose what a brief tells."""
    for option in (
        click.option("--language", metavar="CODE", default="en", help="Of its own words: en."),
        click.option("--figures", metavar="DIR", help="Also each figure: SVG, PNG, its table."),
        click.option("--since", metavar="FILE", help="Say what changed since this issue (JSON)."),
        click.option("--outline", metavar="FILE", help="Tell what this outline tells, in order."),
        click.option("--finding", "findings", multiple=True, metavar="ID", help="Only this; more."),
        click.option("--period", metavar="EDTF", help="Only what is said of then: 2023, 2021/2023"),
        click.option("--region", metavar="PLACE", help="Only what is there: AF, AF-GHA, Ghazni."),
        click.option("--question", metavar="ID", help="Only the evidence of a question."),
    ):
        function = option(function)
    return function


def linting(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command say what is wrong with a brief instead of writing it."""
    told = "Say what is wrong with the brief, or with an edited FILE, instead of writing it."
    coded = "With --lint: end with 4 where there are faults."
    function = click.option("--exit-code", is_flag=True, help=coded)(function)
    return click.option(
        "--lint", metavar="[FILE]", is_flag=False, flag_value=COMPOSED, default=None, help=told
    )(function)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked of the command.

    Attributes:
        lint: the file to lint; `COMPOSED` for the brief itself; None to write it.
        since: the file of an earlier issue.
        figures: the folder that they are written to.
        states: whose carrying out is told; "" stands for all of them.
        ids: sentences carry their ids.
    """

    ordered: Ordered
    form: str
    output: str | None
    public: bool
    ids: bool
    since: str | None
    figures: str | None
    states: tuple[str, ...]
    lint: str | None
    exit_code: bool

    @classmethod
    def of(cls, entity: str | None, options: Mapping[str, Any]) -> Self:
        """Read the options.

        Raises:
            BadInput: an outline is to be narrowed, or one that is named cannot be read.
        """
        outline = options["outline"]
        narrowed = [o for o in ("question", "region", "period", "findings") if options[o]]
        if outline is not None and (narrowed or entity is not None):
            raise BadInput(
                "--outline says what is told: take out ENTITY, --question, --region, --period and "
                "--finding, or write another outline with them and `--to outline`"
            )
        ordered = Ordered(
            entity=entity,
            question=options["question"],
            region=options["region"],
            period=options["period"],
            findings=options["findings"],
            outline=None if outline is None else read_outline(read_text(outline), outline),
            most=options["most"],
            final=options["final"],
            language=options["language"],
        )
        kept = (
            "form",
            "output",
            "public",
            "ids",
            "since",
            "figures",
            "states",
            "lint",
            "exit_code",
        )
        return cls(ordered=ordered, **{name: options[name] for name in kept})


def read_text(file: str) -> str:
    """Read a file of text.

    Raises:
        BadInput: there is none, or it is no UTF-8.
    """
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as bad:
        raise BadInput(f"{file}: no UTF-8 text at byte {bad.start}: save it as UTF-8") from bad
    except OSError as bad:
        raise BadInput(f"{file}: cannot be read: {bad.strerror}: look at the path") from bad
