"""A moment is written at its own granularity and moved in its own units."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.when.moments import Moment, Value, decade, duration, value_of


def test_a_date_is_read_with_its_granularity_and_its_doubt():
    assert Moment.read("2024-05~") == Moment(2024, 5)
    assert Moment.read("2024") == Moment(2024)
    assert Moment.read("2024/2025") is None
    assert Moment.read(None) is None


def test_a_month_before_january_lies_in_the_year_before():
    assert Moment(2024, 1).shifted("month", -1) == Value("2023-12", "2023-12")


def test_a_week_is_numbered_as_iso_numbers_it():
    assert Moment(2021, 1, 3).shifted("week", 0) == Value("2020-12-28/2021-01-03", "2020-W53")


def test_a_year_gives_no_week_and_no_day():
    assert Moment(2024).shifted("day", -1) == Value(None, None)
    assert Moment(2024, 5).shifted("week", -1) == Value(None, None)


def test_decades_and_lengths_are_written_as_the_standards_write_them():
    assert decade(1990) == Value("199X", "199")
    assert duration("2", "fortnight") == Value(None, "P4W")
    assert duration("X", "hour") == Value(None, "PTXH")


def test_a_day_beyond_every_calendar_is_no_day():
    assert value_of(2023, 2, 29) == Value(None, None)
    assert Moment(1, 1, 1).shifted("day", -1) == Value(None, None)


@given(st.dates(), st.integers(-5000, 5000))
def test_days_there_and_back_lead_home(date: dt.date, days: int):
    moment = Moment(date.year, date.month, date.day)
    there = Moment.read(moment.shifted("day", days).edtf)
    if there is not None:
        assert Moment.read(there.shifted("day", -days).edtf) == moment
