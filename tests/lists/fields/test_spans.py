"""Dates as lists write them; each is a span from its first possible day to its last."""

import pytest

from sayso.lists.fields.spans import span_of


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("1961-06-13", "1961-06-13", "1961-06-13"),
        ("13/06/1961", "1961-06-13", "1961-06-13"),
        ("13.6.1961", "1961-06-13", "1961-06-13"),
        ("13 June 1961", "1961-06-13", "1961-06-13"),
        ("Jun. 1961", "1961-06-01", "1961-06-30"),
        ("1961-02", "1961-02-01", "1961-02-28"),
        ("02/1960", "1960-02-01", "1960-02-29"),
        ("1961", "1961-01-01", "1961-12-31"),
        ("1961-1963", "1961-01-01", "1963-12-31"),
        ("1961/1963", "1961-01-01", "1963-12-31"),
        ("Between 1961 and 06/1963", "1961-01-01", "1963-06-30"),
        ("1 March 1961 to 1963", "1961-03-01", "1963-12-31"),
    ],
)
def test_a_date_spans_what_its_writing_leaves_open(told: str, start: str, end: str):
    span = span_of(told)
    assert (span.start, span.end, span.approximate, span.surface) == (start, end, False, told)


@pytest.mark.parametrize("told", ["Approximately 1961", "approximately: 1961", "circa 1961"])
def test_an_approximate_date_says_so(told: str):
    span = span_of(told)
    assert (span.start, span.end, span.approximate) == ("1961-01-01", "1961-12-31", True)


@pytest.mark.parametrize(
    "told",
    [
        *("", "Sep-99", "born in the early 1970s", "31/02/1961", "00/06/1961", "13/13/1961"),
        *("0000", "1963-1961", "12 Foo 1961", "١٩٦١", "between and", "9999999"),
    ],
)
def test_what_is_no_date_keeps_its_words_and_no_day_is_invented(told: str):
    span = span_of(told)
    assert (span.start, span.end, span.surface) == (None, None, told)
