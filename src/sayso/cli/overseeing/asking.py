"""The options by which cells are chosen, for every command that shows them."""

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import click

from sayso.cli.output import Desk
from sayso.cli.times.travel import list_travel
from sayso.model.vocabulary import LagStatus, Measure
from sayso.surveying import Wanted

T = TypeVar("T")

MEASURES = click.Choice([measure.value for measure in Measure])
STATUSES = click.Choice([status.value for status in LagStatus])


PUBLIC = click.option(
    "--public", is_flag=True, help="Leave out what rests on documents not public."
)


def looking(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command see another time, and leave out what rests on documents not public."""
    return PUBLIC(list_travel(function))


def choosing(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command take a state and choose cells by measure, regime, status and listing date."""

    @choosing_entries
    @click.option("--status", "statuses", type=STATUSES, multiple=True, help="Only these.")
    @functools.wraps(function)
    def chosen(desk: Desk, wanted: Wanted, *, statuses: tuple[str, ...], **asked: Any) -> T:  # noqa: ANN401  # click's own types
        statuses_wanted = frozenset(map(LagStatus, statuses))
        return function(desk, replace(wanted, statuses=statuses_wanted), **asked)

    return chosen


def choosing_entries(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command take a state and choose entries by measure, regime and listing date."""

    @click.argument("state", metavar="[STATE]", required=False)
    @click.option("--measure", "measures", type=MEASURES, multiple=True, help="Only these.")
    @click.option("--regime", metavar="NAME", help="Only of this regime of the UN list.")
    @click.option("--since", metavar="DATE", help="Only what was listed on or after.")
    @functools.wraps(function)
    def chosen(desk: Desk, **asked: Any) -> T:  # noqa: ANN401  # click's own types
        wanted = Wanted(
            state=asked.pop("state"),
            measures=frozenset(map(Measure, asked.pop("measures"))),
            regime=asked.pop("regime"),
            since=asked.pop("since"),
        )
        return function(desk, wanted, **asked)

    return chosen
