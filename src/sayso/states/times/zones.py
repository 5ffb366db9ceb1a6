"""The time zones of authorities and states, and a day or an hour there as an interval of UTC."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo

from sayso.model.clocks import Stretch
from sayso.model.lists import ListRelease
from sayso.model.oversight import Moment

#: Where the United Nations list is kept, and where the European Union's acts are published.
NEW_YORK: Final = ("America/New_York",)
BRUSSELS: Final = ("Europe/Brussels",)
#: The zones at the ends of the earth, for a state of which none is known: a day lies in between.
_ANYWHERE: Final = ("Etc/GMT-14", "Etc/GMT+12")
_DAY: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)
_SECOND: Final = timedelta(seconds=1)
_WITH_HOUR: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?.*", re.ASCII)
_ZONED_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})", re.ASCII)


@cache
def zones_of(state: str) -> tuple[str, ...]:
    """Give all time zones of a state, by the zone.tab of the IANA database (package tzdata).

    A state that the table does not know may be anywhere.
    """
    if state == "EU":
        return BRUSSELS
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple(sorted(row[2].strip() for row in rows if row[0] == state)) or _ANYWHERE


def day_in(day: date, zones: Iterable[str]) -> tuple[datetime, datetime]:
    """Give when a day begins first and when it has ended last, in any of these zones (UTC).

    Where the clocks are set at midnight the interval has both of its midnights.
    """
    following = day + _DAY
    starts, ends = [], []
    for name in zones:
        zone = ZoneInfo(name)
        starts.append(datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC))
        end = datetime(following.year, following.month, following.day, tzinfo=zone, fold=1)
        ends.append(end.astimezone(UTC))
    first, last = min(starts), max(ends)
    return first, last if last > first else first + _DAY  # a day that a state left out


def moment_of(text: str, zones: Iterable[str]) -> Moment | None:
    """Give the moment that a text tells: an hour, a day with its zone, or an EDTF time.

    Args:
        text: "2020-03-08T15:30-05:00", "2020-03-08-04:00", "2020-03-08", "2020-03", "2020/2021".
        zones: where it is told of; a time that bears its own zone is of that one.

    Returns:
        None where it tells no time, or no end of it.
    """
    zones, text = tuple(zones), text.strip()
    with_hour = _WITH_HOUR.fullmatch(text)
    try:
        if with_hour is None:
            return _days(text, zones)
        return _hour(text, zones, _SECOND if with_hour[1] else _MINUTE)
    except (ValueError, OverflowError):  # the calendar has no such day or hour
        return None


def _hour(text: str, zones: tuple[str, ...], step: timedelta) -> Moment:
    found = datetime.fromisoformat(text)
    if found.tzinfo is not None:
        instants = [found.astimezone(UTC)]
    else:
        local = (found.replace(tzinfo=ZoneInfo(z), fold=f) for z in zones for f in (0, 1))
        instants = [one.astimezone(UTC) for one in local]
    earliest, latest = min(instants), max(instants) + step
    is_instant = latest - earliest <= step
    return Moment(earliest=earliest, latest=latest, stated=text, is_instant=is_instant)


def _days(text: str, zones: tuple[str, ...]) -> Moment | None:
    zoned = _ZONED_DAY.fullmatch(text)
    if zoned is not None:
        offset = "+00:00" if zoned[2] == "Z" else zoned[2]
        begins = datetime.fromisoformat(f"{zoned[1]}T00:00:00{offset}").astimezone(UTC)
        return Moment(earliest=begins, latest=begins + _DAY, stated=text)
    stretch = Stretch.of(text)
    if stretch is None or stretch.last is None:
        return None
    earliest = None if stretch.first is None else day_in(stretch.first, zones)[0]
    return Moment(earliest=earliest, latest=day_in(stretch.last, zones)[1], stated=text)


def moment_of_release(release: ListRelease, zones: Iterable[str]) -> Moment:
    """Give when a release shows how a list stood: its own timestamp, else its day.

    The day of a release may be told in the authority's zone or in UTC (a file's name), so both
    count.
    """
    day = date.fromisoformat(release.published)
    earliest, latest = day_in(day, (*zones, "UTC"))
    stamped = _stamp(release.generated)
    if stamped is not None and earliest <= stamped <= latest:
        return Moment(earliest=stamped, latest=stamped + _SECOND, stated=release.id)
    return Moment(earliest=earliest, latest=latest, stated=release.id)


def _stamp(generated: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(generated or "")
    except ValueError:
        return None
    return None if found.tzinfo is None else found.astimezone(UTC)


def between(before: Moment | None, after: Moment) -> Moment:
    """Give the moment of what was not yet so in one release and is so in the next one.

    Args:
        before: of the release before; None where there is none: nothing bounds it then.
        after: of the release that shows it.
    """
    if before is None:
        return Moment(earliest=None, latest=after.latest, stated=f"by {after.stated}")
    told = f"between {before.stated} and {after.stated}"
    return Moment(earliest=before.earliest, latest=after.latest, stated=told)
