"""A user's words for a time, as the first and last instant that they mean, UTC."""

from datetime import UTC, datetime, time, timedelta

from sayso.errors import BadInput
from sayso.model.clocks import Stretch

_TICK = timedelta(microseconds=1)


def instants(text: str) -> tuple[datetime, datetime] | None:
    """Give the first and the last instant of a day, month or year, or an instant twice.

    Days are of UTC, and so is an instant that names no zone. None for words that are no time.

    Raises:
        BadInput: the time is open at one end.
    """
    stretch = Stretch.of(text)
    if stretch is None:
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            return None
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        return at, at
    if stretch.first is None or stretch.last is None:
        raise BadInput(f"{text!r} is open: give a day (2024-05-23), a month or a year")
    first, last = (datetime.combine(day, time(), UTC) for day in (stretch.first, stretch.last))
    return first, last + timedelta(days=1) - _TICK
