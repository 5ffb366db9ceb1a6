"""What happened to a target of the Swiss list: listed, amended, taken off, and when."""

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element  # the type alone: parsing is files/xml.py's

from sayso.lists.fields.dates import day_of

_DAYS: Final = ("effective-date", "enactment-date", "publication-date")


class Step(NamedTuple):
    """One modification: what was done ("listed", "amended", "de-listed"), on which ISO date."""

    day: str
    done: str


def history_of(target: Element) -> tuple[Step, ...]:
    """Give the modifications, the oldest first; of one day, the file's last is the oldest.

    A modification's day is when it took effect, else when it was enacted or published.
    """
    steps = [
        Step(
            next((day for name in _DAYS if (day := day_of(element.get(name)))), ""),
            element.get("modification-type", ""),
        )
        for element in reversed(target.findall("modification"))
    ]
    return tuple(sorted(steps, key=lambda step: step.day))


def is_listed(target: Element) -> bool:
    """Say whether a target is on the list: its newest modification did not take it off."""
    history = history_of(target)
    return not history or history[-1].done != "de-listed"
