"""Checks the values of fields: what is not exactly of its kind is refused with the next step."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from typing import Final

from sayso.errors import BadInput
from sayso.model.clocks import Stretch
from sayso.states.countries import currencies
from sayso.states.records.kinds import APART, Field, Takes, values_words

#: The day on which the Charter came into force: nothing is told of measures before it.
_FIRST: Final = date(1945, 10, 24)
#: East of the date line it is tomorrow already.
_AHEAD: Final = timedelta(days=1)
_AMOUNT: Final = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,6})?")
_COUNT: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_INSTANT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_AS_EDTF: Final = "write it as EDTF: 2025-03-01, 2025-03 or 2024/2025"


class Unfit(BadInput):
    """A value is not what its column takes.

    Attributes:
        step: what to do next.
    """

    def __init__(self, what: str, step: str) -> None:
        super().__init__(f"{what}: {step}")
        self.what, self.step = what, step


@dataclass(frozen=True, slots=True)
class Setting:
    """What a value is checked in: the other fields of its row, and today's date."""

    others: Mapping[str, str]
    today: date


def value_of(field: Field, text: str, setting: Setting) -> str:
    """Give a value as it is kept.

    Raises:
        Unfit: it is none.
    """
    return _CHECKS[field.takes](field, text, setting)


def edtf_of(text: str, today: date, *, future: bool = False) -> str:
    """Give a date as it is kept.

    Raises:
        Unfit: it is no EDTF time, lies before the United Nations or ahead of today.
    """
    days = Stretch.of(text)
    if days is None:
        raise Unfit(f"{text!r} is no date", _AS_EDTF)
    if days.last is not None and days.last < _FIRST:
        raise Unfit(f"{text!r} is before the United Nations", "put the year right")
    if not future and days.first is not None and days.first > today + _AHEAD:
        raise Unfit(f"{text!r} lies ahead", "record it when it has taken place")
    return text


def instant_of(text: str, today: date) -> str:
    """Give an instant or a date as it is kept.

    Raises:
        Unfit: it is neither, has no zone, or lies ahead.
    """
    found = _INSTANT.fullmatch(text)
    if found is None:
        return edtf_of(text, today)
    if found["zone"] is None:
        raise Unfit(f"{text!r} has no zone", "write 2020-03-08T15:30-05:00, or the day alone")
    try:
        day = datetime.fromisoformat(text).date()
    except ValueError as bad:
        raise Unfit(f"{text!r} is no instant", f"{bad}; write 2020-03-08T15:30-05:00") from bad
    edtf_of(day.isoformat(), today)
    return text


def nearest(asked: str, known: tuple[str, ...]) -> str:
    """Say what was perhaps meant, or all that there is."""
    near = get_close_matches(asked.casefold(), known, n=1)
    return f"did you mean {near[0]}?" if near else f"one of {', '.join(known)}"


def _text(_: Field, text: str, __: Setting) -> str:
    return text


def _choice(field: Field, text: str, setting: Setting) -> str:
    by = "" if field.by is None else setting.others.get(field.by, "")
    values = field.values.get(by, ())
    found = next((value for value in values if value.casefold() == text.casefold()), None)
    if found is None:
        of = f" of {by}" if by else ""
        raise Unfit(f"{text!r} is no {field.name}{of}", f"one of {values_words(field)}")
    return found


def _choices(field: Field, text: str, setting: Setting) -> str:
    parts = [part.strip() for part in text.split(APART) if part.strip()]
    return APART.join(dict.fromkeys(_choice(field, part, setting) for part in parts))


def _amount(field: Field, text: str, _: Setting) -> str:
    if not _AMOUNT.fullmatch(text):
        step = "write digits with a point and nothing else: 1250000.00"
        raise Unfit(f"{text!r} is no {field.name}", step)
    return text


def _count(field: Field, text: str, _: Setting) -> str:
    if not _COUNT.fullmatch(text):
        raise Unfit(f"{text!r} is no number of {field.name}", "write a whole number: 3")
    return text


def _currency(_: Field, text: str, __: Setting) -> str:
    if text.upper() not in currencies():
        raise Unfit(f"{text!r} is no currency", "write its ISO 4217 code: EUR, USD, CHF")
    return text.upper()


def _date(field: Field, text: str, setting: Setting) -> str:
    return edtf_of(text, setting.today, future=field.future)


_CHECKS: Final[Mapping[Takes, Callable[[Field, str, Setting], str]]] = {
    Takes.TEXT: _text,
    Takes.CHOICE: _choice,
    Takes.CHOICES: _choices,
    Takes.RATING: _choice,
    Takes.AMOUNT: _amount,
    Takes.COUNT: _count,
    Takes.CURRENCY: _currency,
    Takes.DATE: _date,
}
