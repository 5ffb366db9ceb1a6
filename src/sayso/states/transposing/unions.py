"""Whose acts hold elsewhere: the European Union's for its members, since and until when."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Final, NamedTuple

from sayso.model.oversight import Moment, Transposition
from sayso.states.countries import EU, EU_MEMBERS
from sayso.states.times.zones import BRUSSELS, day_in


class Membership(NamedTuple):
    """That the acts of a union hold in a state: ISO days, the last one included; None: still."""

    union: str
    since: str
    until: str | None = None


#: When the later members acceded (europa.eu, "History of the EU"); the six founders' date is that
#: of the Rome treaties. Union law applied in the United Kingdom until the end of the transition
#: period (Withdrawal Agreement, OJ C 384 I, 12.11.2019, article 126).
_ACCEDED: Final = {
    "1958-01-01": ("BE", "DE", "FR", "IT", "LU", "NL"),
    "1973-01-01": ("DK", "IE"),
    "1981-01-01": ("GR",),
    "1986-01-01": ("ES", "PT"),
    "1995-01-01": ("AT", "FI", "SE"),
    "2004-05-01": ("CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK"),
    "2007-01-01": ("BG", "RO"),
    "2013-07-01": ("HR",),
}
_MEMBERSHIPS: Final = {
    **{state: Membership(EU, day) for day, states in _ACCEDED.items() for state in states},
    "GB": Membership(EU, "1973-01-01", "2020-12-31"),
}
#: Of each union its members of today.
MEMBERS: Final = {EU: EU_MEMBERS}


def membership_of(state: str) -> Membership | None:
    """Give in which union a state is, or was; None where its acts are its own alone."""
    return _MEMBERSHIPS.get(state)


@cache
def _day(day: str) -> tuple[datetime, datetime]:
    return day_in(date.fromisoformat(day), BRUSSELS)


def held_there(act: Transposition, membership: Membership) -> Transposition | None:
    """Give a union's transposition as it holds for a member; None where it never did.

    What a state did before it acceded, or since it left, its union's acts do not tell.
    """
    joined = _day(membership.since)[0]
    at, until, asked = act.at, act.until, act.questions
    if at is not None and at.latest <= joined:
        told = f"the acts of the {membership.union} hold there since {membership.since}"
        at = Moment(earliest=None, latest=joined, stated=f"by {membership.since}")
        asked = (*asked, f"{told}: what the state did before is not held")
    if membership.until is not None:
        left = _day(membership.until)[1]
        if at is None or (at.earliest or at.latest) >= left:
            return None
        if until is None or until.latest > left:
            until = Moment(earliest=left, latest=left, stated=f"until {membership.until}")
    is_so_there = (at, until) == (act.at, act.until)
    return act if is_so_there else replace(act, at=at, until=until, questions=asked)
