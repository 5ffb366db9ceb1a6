"""Times reach from the first day that they may mean to the last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.review.flows.times import from_first_to_last, most_apart, overlap, reach_of

DATES = st.dates().map(lambda day: day.isoformat()[: [4, 7, 10][day.day % 3]])
TIMES = st.one_of(DATES, DATES.map("{}/..".format), DATES.map("../{}".format))


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("2024", "2024-03-11", True),
        ("2024-03", "2024-04", False),
        ("2024-03/..", "2025", True),
        ("../2023-09", "2024", False),
        ("202X", "2023", True),
        ("2024-21", "2024-05", True),
        ("2024-03?", "2024-03-01", True),
    ],
)
def test_times_may_be_one_as_far_as_their_words_allow(one: str, other: str, is_one: bool):
    assert overlap(reach_of(one), reach_of(other)) is is_one


def test_a_stretch_runs_from_the_first_to_the_last_and_stays_open_where_one_is_open():
    assert from_first_to_last(["2024-03", "2023-12-01", "2024"]) == "2023-12-01/2024"
    assert from_first_to_last(["2024-03", "2024-05/.."]) == "2024-03/.."
    assert from_first_to_last(["2024-03", "2024-03"]) == "2024-03"
    assert from_first_to_last([]) is None


@given(st.lists(TIMES, max_size=8))
def test_more_accounts_never_make_fewer_movements_and_never_more_than_there_are(times: list[str]):
    reaches = [reach_of(time) for time in times]
    assert most_apart(reaches[:-1]) <= most_apart(reaches) <= len(set(reaches))


@given(TIMES, TIMES)
def test_two_times_are_two_movements_exactly_where_they_cannot_be_one(one: str, other: str):
    reaches = [reach_of(one), reach_of(other)]
    assert most_apart(reaches) == (1 if overlap(*reaches) else 2)
