"""The terms of a screening, as options and as settings."""

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import click

from sayso.cli.output import Desk
from sayso.errors import BadInput
from sayso.model.screenings import Terms
from sayso.review.screening.terms import OTHERS, thresholds_of, usual

T = TypeVar("T")

_LISTS = "Only these lists."
_THRESHOLD = "Least probability of an alert, 0 to 1; of one list as ofac=0.7. Setting: thresholds."
_WITHOUT = "Leave these out: birth, country, ids, schema, gender, address. Setting: without."


def on_terms(function: Callable[..., T]) -> Callable[..., T]:
    """Give a command the terms of a screening, read from its options and the settings."""

    @click.option("--list", "authorities", multiple=True, help=_LISTS)
    @click.option("--threshold", "thresholds", multiple=True, metavar="[LIST=]P", help=_THRESHOLD)
    @click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
    @click.option("--without", metavar="FIELDS", help=_WITHOUT)
    @functools.wraps(function)
    def with_terms(desk: Desk, **asked: Any) -> T:  # noqa: ANN401  # click's own types
        names = ("authorities", "thresholds", "limit", "without")
        return function(desk, terms_of(desk, {name: asked.pop(name) for name in names}), **asked)

    return with_terms


def usual_terms(desk: Desk) -> Terms:
    """Give the terms that the settings state."""
    return terms_of(desk, {"authorities": (), "thresholds": (), "limit": 10, "without": None})


def terms_of(desk: Desk, given: Mapping[str, Any]) -> Terms:
    """Read the terms; an option wins over the setting, list by list.

    A setting may tell of a list that is not in force yet; an option is for now.

    Raises:
        BadInput: a threshold is none, or there is no such field, or no such list is in force.
    """
    asked = thresholds_of(given["thresholds"])
    authorities = {name.strip().casefold() for name in given["authorities"]}
    _check_in_force(desk, authorities | (asked.keys() - {OTHERS}))
    without = given["without"]
    stated = usual(
        desk.settings.text("thresholds"),
        desk.settings.text("without") if without is None else without,
    )
    return replace(
        stated,
        threshold=asked.pop(OTHERS, stated.threshold),
        thresholds=tuple(sorted({**dict(stated.thresholds), **asked}.items())),
        limit=given["limit"],
        authorities=tuple(sorted(authorities)),
    )


def _check_in_force(desk: Desk, authorities: set[str]) -> None:
    """Refuse a list that nobody would be found on, however it is misspelt.

    Raises:
        BadInput: names the lists in force.
    """
    if not authorities:
        return
    in_force = sorted({one.partition("@")[0] for one in desk.workbench.index().releases})
    unknown = sorted(authorities.difference(in_force))
    if unknown:
        raise BadInput(f"no list {unknown[0]!r} is in force: there are {', '.join(in_force)}")
