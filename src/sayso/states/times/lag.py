"""How long after the UN's listing a state acted: hours, at least and at most, and the status."""

from datetime import timedelta
from typing import Final

from sayso.model.oversight import Moment
from sayso.model.vocabulary import LagStatus

#: "Without delay" is measured by this, as assessors of the FATF's Recommendation 6 do; hours.
WITHOUT_DELAY_H: Final = 24.0
_HOUR: Final = timedelta(hours=1)


def lag_between(due: Moment, at: Moment) -> tuple[float, float] | None:
    """Give the hours from one moment to another, at least and at most.

    Below zero where the second came first. None where one of them is not bounded on both sides.
    """
    if due.earliest is None or at.earliest is None:
        return None
    return (at.earliest - due.latest) / _HOUR, (at.latest - due.earliest) / _HOUR


def status_of(due: Moment, at: Moment) -> LagStatus:
    """Say what is known of whether the second moment came within 24 hours of the first.

    Days alone never prove it: both moments must be told to the hour.
    """
    if due.earliest is None:
        return LagStatus.UNKNOWN
    most = (at.latest - due.earliest) / _HOUR
    if at.earliest is None:
        in_time = most <= WITHOUT_DELAY_H
        return LagStatus.WITHIN_24H_POSSIBLE if in_time else LagStatus.UNKNOWN
    if (at.earliest - due.latest) / _HOUR >= WITHOUT_DELAY_H:
        return LagStatus.LATE
    is_proven = most <= WITHOUT_DELAY_H and due.is_instant and at.is_instant
    return LagStatus.WITHIN_24H_PROVEN if is_proven else LagStatus.WITHIN_24H_POSSIBLE
