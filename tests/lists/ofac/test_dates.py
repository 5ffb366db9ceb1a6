"""OFAC's dates are intervals, as wide as what is written."""

import pytest

from sayso.lists.ofac.dates import american_day, day_in, interval_in


@pytest.mark.parametrize(
    ("text", "start", "end", "approximate"),
    [
        ("15 Jan 1955", "1955-01-15", "1955-01-15", False),
        ("Feb 1944", "1944-02-01", "1944-02-29", False),
        ("1946", "1946-01-01", "1946-12-31", False),
        ("circa 1951", "1951-01-01", "1951-12-31", True),
        ("circa 04 Mar 1951", "1951-03-04", "1951-03-04", True),
        ("1951 to 1953", "1951-01-01", "1953-12-31", False),
        ("01 Jan 1960 to Mar 1962", "1960-01-01", "1962-03-31", False),
    ],
)
def test_a_date_is_as_wide_as_what_is_written(
    text: str, start: str, end: str, *, approximate: bool
):
    interval = interval_in(text)
    assert (interval.start, interval.end, interval.approximate) == (start, end, approximate)
    assert interval.surface == text.removeprefix("circa ")


@pytest.mark.parametrize(
    "text", ["", "31 Feb 1960", "15 Foo 1960", "1953 to 1951", "0000", "Jan", "to 1951", "١٩٦٠"]
)
def test_what_is_no_date_has_no_ends_and_keeps_its_words(text: str):
    interval = interval_in(text)
    assert (interval.start, interval.end, interval.surface) == (None, None, text)


def test_only_an_exact_day_becomes_iso():
    assert (day_in("07 Sep 2013"), day_in("Sep 2013")) == ("2013-09-07", "Sep 2013")


def test_the_month_comes_first_in_america():
    assert american_day("05/07/2024") == "2024-05-07"
    assert [american_day(t) for t in (None, "", "13/01/2024", "2024-05-07")] == [None] * 4
