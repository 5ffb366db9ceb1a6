"""Times and figures compared: what is apart, what lies within, what excludes what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import Quantity
from sayso.model.ids import Span
from sayso.review.matters.extents import (
    are_apart,
    bounds,
    figures_exclude,
    is_later,
    is_within,
)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("2023-04", "2023"),
        ("2023-04-12", "2023-04"),
        ("2023", "2021/.."),
        ("2019", "../2020"),
        ("1998-03", "199X"),
        ("2023-05", "2023-34"),
        ("2023-04~", "2023?"),
    ],
)
def test_a_finer_time_lies_within_a_coarser_one(part: str, whole: str):
    assert is_within(part, whole)
    assert not is_within(whole, part)
    assert not are_apart(part, whole)


@pytest.mark.parametrize(
    ("one", "other"),
    [("2021", "2023"), ("2023-04", "2023-05"), ("2021/..", "2020"), ("../2020", "2021-01-01")],
)
def test_times_that_share_no_day_are_apart(one: str, other: str):
    assert are_apart(one, other)
    assert are_apart(other, one)


@pytest.mark.parametrize("unknown", [None, "", "XXXX-07", "2023-SU"])
def test_a_time_that_says_no_day_may_be_any(unknown: str | None):
    assert bounds(unknown) is None
    assert not are_apart(unknown, "2023")
    assert not is_later(unknown, "2023")
    assert is_within("2023", unknown)


def figure(minimum=None, maximum=None, exact=None, text="", unit=None) -> Quantity:  # noqa: ANN001
    return Quantity(
        minimum=minimum, maximum=maximum, exact=exact, span=Span(0, 1), text=text, unit=unit
    )


UP_TO_EIGHT, AT_LEAST_TEN, SIX = figure(maximum=8), figure(minimum=10), figure(exact=6)


@pytest.mark.parametrize(
    ("one", "other", "exclude"),
    [
        (UP_TO_EIGHT, SIX, False),
        (AT_LEAST_TEN, SIX, True),
        (AT_LEAST_TEN, UP_TO_EIGHT, True),
        (SIX, figure(exact=7), True),
        (figure(exact=6, text="about six"), figure(exact=7), False),
        (SIX, None, False),
        (figure(exact=6, unit="km"), figure(exact=7, unit="camps"), False),
    ],
)
def test_figures_exclude_each_other_where_no_number_is_both(
    one: Quantity, other: Quantity | None, exclude: bool
):
    assert figures_exclude(one, other) is exclude
    assert figures_exclude(other, one) is exclude


DATES = st.dates().map(lambda d: d.isoformat()) | st.dates().map(lambda d: d.isoformat()[:7])


@given(DATES, DATES)
def test_of_two_times_one_is_later_or_they_touch(one: str, other: str):
    assert is_later(one, other) + is_later(other, one) + (not are_apart(one, other)) == 1
    assert not (is_within(one, other) and are_apart(one, other))
