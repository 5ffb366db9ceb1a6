"""Days and hours in time zones, and the lag between two of them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.oversight import Moment
from sayso.model.vocabulary import LagStatus
from sayso.states.countries import UN_MEMBERS
from sayso.states.times.lag import lag_between, status_of
from sayso.states.times.zones import (
    BRUSSELS,
    NEW_YORK,
    between,
    moment_of,
    moment_of_release,
    zones_of,
)
from tests.lists.build import read, un_list
from tests.states.build import un_party

INSTANTS = st.datetimes(datetime(1995, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
STATES = st.sampled_from(["EU", *sorted(UN_MEMBERS)])


def day_where(instant: datetime, zone: str) -> str:
    return instant.astimezone(ZoneInfo(zone)).date().isoformat()


@given(INSTANTS, STATES, st.data())
def test_a_day_in_any_zone_of_a_state_holds_what_happened_there_on_it(
    instant: datetime, state: str, data: st.DataObject
):
    zones = zones_of(state)
    told = day_where(instant, data.draw(st.sampled_from(zones)))

    moment = moment_of(told, zones)

    assert moment is not None
    assert moment.earliest is not None
    assert moment.earliest <= instant < moment.latest


@given(INSTANTS, INSTANTS, STATES, st.data())
def test_the_lag_of_two_days_holds_the_true_lag_wherever_they_were(
    listed: datetime, acted: datetime, state: str, data: st.DataObject
):
    zones = zones_of(state)
    due = moment_of(day_where(listed, NEW_YORK[0]), NEW_YORK)
    at = moment_of(day_where(acted, data.draw(st.sampled_from(zones))), zones)
    assert due is not None
    assert at is not None

    lag = lag_between(due, at)

    true = (acted - listed) / timedelta(hours=1)
    assert lag is not None
    assert lag[0] <= true <= lag[1]
    status = status_of(due, at)
    assert status is not LagStatus.WITHIN_24H_PROVEN
    if status is LagStatus.LATE:
        assert true > 24


@given(INSTANTS, INSTANTS)
def test_what_hours_prove_is_so(listed: datetime, acted: datetime):
    due, at = (moment_of(one.isoformat(timespec="seconds"), ()) for one in (listed, acted))
    assert due is not None
    assert at is not None
    true = (acted - listed) / timedelta(hours=1)

    status = status_of(due, at)

    assert (status is not LagStatus.WITHIN_24H_PROVEN) or true <= 24
    assert (status is not LagStatus.LATE) or true > 24
    if true < 23.9:
        assert status is LagStatus.WITHIN_24H_PROVEN


def test_a_day_and_an_hour_prove_nothing_together():
    due = moment_of("2020-03-08", NEW_YORK)
    at = moment_of("2020-03-08T20:00-04:00", NEW_YORK)
    assert due is not None
    assert at is not None
    assert at.is_instant
    assert status_of(due, at) is LagStatus.WITHIN_24H_POSSIBLE


def test_what_stood_before_the_listing_was_in_time_though_nobody_knows_since_when():
    due = moment_of("2020-03-08", NEW_YORK)
    assert due is not None
    before = Moment(earliest=None, latest=datetime(2020, 1, 1, tzinfo=UTC), stated="by then")
    after = Moment(earliest=None, latest=datetime(2021, 1, 1, tzinfo=UTC), stated="by then")

    assert status_of(due, before) is LagStatus.WITHIN_24H_POSSIBLE
    assert status_of(due, after) is LagStatus.UNKNOWN
    assert lag_between(due, before) is None


def test_states_on_both_sides_of_the_date_line_have_longer_days():
    kiribati = moment_of("2020-03-08", zones_of("KI"))
    assert kiribati is not None
    assert kiribati.earliest == datetime(2020, 3, 7, 10, tzinfo=UTC)
    assert kiribati.latest == datetime(2020, 3, 8, 12, tzinfo=UTC)
    nowhere = moment_of("2020-03-08", zones_of("XX"))
    assert nowhere is not None
    assert nowhere.earliest is not None
    assert nowhere.latest - nowhere.earliest == timedelta(hours=50)


def test_a_day_that_samoa_left_out_is_still_some_time():
    left_out = moment_of("2011-12-30", zones_of("WS"))
    assert left_out is not None
    assert left_out.earliest is not None
    assert left_out.earliest < left_out.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2015-04-07-04:00", "2015-04-07T04:00Z", "2015-04-08T04:00Z"),
        ("2015-01-07-04:00", "2015-01-07T04:00Z", "2015-01-08T04:00Z"),
        ("2015-01-07", "2015-01-07T05:00Z", "2015-01-08T05:00Z"),
        ("2015-01-07Z", "2015-01-07T00:00Z", "2015-01-08T00:00Z"),
        ("2015-01-07T15:30-05:00", "2015-01-07T20:30Z", "2015-01-07T20:31Z"),
        ("2015-01-07T15:30:10Z", "2015-01-07T15:30:10Z", "2015-01-07T15:30:11Z"),
        ("2015-01-07T15:30", "2015-01-07T20:30Z", "2015-01-07T20:31Z"),
        ("2015-01", "2015-01-01T05:00Z", "2015-02-01T05:00Z"),
        ("../2015-01-07", None, "2015-01-08T05:00Z"),
    ],
)
def test_a_time_is_read_as_narrowly_as_it_is_told(text: str, earliest: str | None, latest: str):
    moment = moment_of(text, NEW_YORK)
    assert moment is not None
    assert moment.earliest == (None if earliest is None else datetime.fromisoformat(earliest))
    assert moment.latest == datetime.fromisoformat(latest)
    assert moment.stated == text


@pytest.mark.parametrize("text", ["", "soon", "2015-02-30", "2015-02-10T99:00", "2015/.."])
def test_what_tells_no_end_tells_no_moment(text: str):
    assert moment_of(text, NEW_YORK) is None


def test_an_hour_in_one_of_several_zones_is_no_instant():
    moment = moment_of("2020-03-08T15:30", zones_of("KI"))
    assert moment is not None
    assert not moment.is_instant
    assert moment.latest - (moment.earliest or moment.latest) > timedelta(hours=1)


def test_a_release_shows_its_list_at_its_own_timestamp_or_else_on_its_day():
    stamped = read(un_list(un_party(), generated="2026-02-27T00:00:09.554Z"))
    bare = read(un_list(un_party(), generated=None), published="2026-02-27")

    precise, rough = (moment_of_release(one, NEW_YORK) for one in (stamped, bare))

    assert precise.earliest == datetime(2026, 2, 27, 0, 0, 9, 554000, tzinfo=UTC)
    assert rough.earliest == datetime(2026, 2, 27, tzinfo=UTC)
    assert rough.latest == datetime(2026, 2, 28, 5, tzinfo=UTC)
    assert between(None, rough).earliest is None
    assert between(precise, rough).stated == "between un@2026-02-27 and un@2026-02-27"


@given(st.dates(date(1995, 1, 1), date(2030, 1, 1)))
def test_a_day_of_brussels_is_about_a_day(day: date):
    moment = moment_of(day.isoformat(), BRUSSELS)
    assert moment is not None
    assert moment.earliest is not None
    assert moment.latest - moment.earliest in {timedelta(hours=hours) for hours in (23, 24, 25)}
