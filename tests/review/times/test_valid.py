"""Times are compared over all the days that they may mean."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.clocks import Stretch
from sayso.review.assemble import assemble
from sayso.review.times.valid import holds
from tests.review.build import GROUP, Page, Said


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-05-12", "2023-05-12", "2023-05-12"),
        ("2023-05~", "2023-05-01", "2023-05-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX?", "1900-01-01", "1999-12-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2021/..", "2021-01-01", None),
        ("../2021-03", None, "2021-03-31"),
        ("2014?/2017", "2014-01-01", "2017-12-31"),
        ("200X/", "2000-01-01", None),
    ],
)
def test_a_time_reaches_over_all_the_days_of_its_granularity(
    edtf: str, first: str, last: str | None
):
    found = Stretch.of(edtf)
    assert found is not None
    assert [day and day.isoformat() for day in (found.first, found.last)] == [first, last]


@pytest.mark.parametrize(
    "edtf", ["", "/", "../..", "2023-13", "2023-02-30", "P3D", "2023/2021", "now", "0000", "20X3"]
)
def test_what_is_no_stretch_of_days_is_no_time(edtf: str):
    assert Stretch.of(edtf) is None


@given(text=st.text(st.sampled_from("0129X-/.~?"), max_size=21))
def test_no_text_breaks_the_reading_of_a_time(text: str):
    found = Stretch.of(text)
    if found is not None:
        assert re.search(r"\d", text)
        assert found.first is None or found.last is None or found.first <= found.last


@given(start=st.dates(date(1990, 1, 1), date(2040, 1, 1)), length=st.integers(0, 900))
def test_a_day_overlaps_an_interval_exactly_when_it_lies_in_it(start: date, length: int):
    end = start + timedelta(days=length)
    interval = Stretch.of(f"{start}/{end}")
    for day in (start, end, start - timedelta(days=1), end + timedelta(days=1)):
        asked = Stretch.of(day.isoformat())
        assert interval is not None
        assert asked is not None
        assert interval.overlaps(asked) == asked.overlaps(interval) == (start <= day <= end)


@pytest.mark.parametrize(
    ("times", "asked", "expected"),
    [
        ([("2021/..", "CT+")], "2022-05-01", True),
        ([("2021/..", "CT+")], "2020", False),
        ([("2023", "CT+")], "2023-05-12", True),
        ([("2019", "CT+"), ("2022", "CT+")], "2022", True),
        ([("2019", "CT+"), ("2022", "CT-")], "2022", False),  # only a denial speaks of 2022
        ([("2022", "CT-")], "2022", True),  # of what is only denied, the denial's time counts
        ([(None, "CT+")], "2022", False),
    ],
)
def test_a_finding_holds_when_those_who_do_not_deny_it_say_so(
    times: list[tuple[str | None, str]], asked: str, expected: bool
):
    page = Page("The Kandor Post", "2024-05-20")
    front, movement = page.name("Zarvan Front", GROUP), page.name("Kohdast Movement", GROUP)
    first, *_ = [
        page.claim(front, "supports", movement, Said(time=time, factuality=factuality))
        for time, factuality in times
    ]
    knowledge = assemble([page.record()])
    finding = knowledge.findings[knowledge.finding_of[first]]
    on = Stretch.of(asked)
    assert on is not None
    assert holds(knowledge, finding, on, undated=False) == expected
