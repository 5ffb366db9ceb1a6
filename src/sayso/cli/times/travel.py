"""The options of time travel, for every command that can answer for another time than now."""

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import click

from sayso.cli.output import Desk
from sayso.model.clocks import NOW, Clocks, clocks_of
from sayso.views.times.notes import clocks_json, notes, standpoint_json

T = TypeVar("T")

AS_OF = "Known time: as the project stood at the end of that day, UTC (or at an instant)."
VALID_ON = "Valid time: only what is said of then, as EDTF: 2023-05-12, 2023, 2021/2023."
UNDATED = "With --valid-on: also what gives no time."


def time_travel(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command answer for another known time, another valid time, or both."""

    @click.option("--as-of", metavar="DATE", help=AS_OF)
    @click.option("--valid-on", metavar="DATE", help=VALID_ON)
    @click.option("--undated", is_flag=True, help=UNDATED)
    @functools.wraps(function)
    def at_its_time(
        desk: Desk, *, as_of: str | None, valid_on: str | None, undated: bool, **asked: object
    ) -> T:
        return function(moved(desk, clocks_of(as_of, valid_on, undated=undated)), **asked)

    return at_its_time


def list_travel(function: Callable[..., T]) -> Callable[..., T]:
    """Let a command about lists answer for another known time, another valid time, or both."""

    @click.option("--as-of", metavar="DATE", help="Known time: the releases held by then, UTC.")
    @click.option("--valid-on", metavar="DATE", help="Valid time: the releases in force then.")
    @functools.wraps(function)
    def at_its_time(desk: Desk, *, as_of: str | None, valid_on: str | None, **asked: object) -> T:
        clocks = clocks_of(as_of, valid_on)
        if clocks == NOW:
            return function(desk, **asked)
        there = replace(desk, workbench=desk.workbench.at(clocks), seen=clocks_json(clocks))
        return function(there, **asked)

    return at_its_time


def moved(desk: Desk, clocks: Clocks) -> Desk:
    """Give the desk at another time, and say what its answers must say of themselves."""
    if clocks == NOW:
        return desk
    workbench = desk.workbench.at(clocks)
    seen_from = workbench.standpoint()
    for note in notes(seen_from):
        desk.say(note)
    return replace(desk, workbench=workbench, seen=standpoint_json(seen_from))
