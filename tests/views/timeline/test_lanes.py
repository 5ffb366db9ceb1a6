"""The timeline: times as they were said, open and vague ones as such."""

from functools import cache

import pytest

from sayso.model.findings import Knowledge
from sayso.views.timeline.lanes import LanesBy, timeline, timeline_shape
from tests.review.build import GROUP, Page, Said, says
from tests.timed import Diary

TIMES = ("2024-05-28", "2023-04", "2021/..", "../2020-02-01", "2019?", None, "some day")


@cache
def known() -> Knowledge:
    made, page = Diary(), Page("Radio Kohdast", "2024-05-29")
    front = page.name("Zarvan Front", GROUP)
    movement = page.name("Kohdast Movement", GROUP)
    for time in TIMES:
        page.claim(front, "attack", movement, Said(time=time))
    page.claim(movement, "attack", front, Said(by=(says(front),), factuality="CT-", time="2024"))
    made.add(page, 1)
    return made.bench.knowledge()


def shape(by: LanesBy = LanesBy.SPEAKER, lanes: int = 10, spans: int = 50) -> dict:
    found = timeline(known(), known().claims.values(), frozenset(), by)
    return timeline_shape(known(), found, lanes, spans)


def span(edtf: str) -> dict:
    return next(s for lane in shape()["lanes"] for s in lane["spans"] if s["edtf"] == edtf)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "is_vague"),
    [
        ("2024-05-28", "2024-05-28", "2024-05-28", False),
        ("2023-04", "2023-04-01", "2023-04-30", True),
        ("2021/..", "2021-01-01", None, True),
        ("../2020-02-01", None, "2020-02-01", False),
        ("2019?", "2019-01-01", "2019-12-31", True),
    ],
)
def test_a_time_stays_as_it_was_said(
    edtf: str, earliest: str | None, latest: str | None, is_vague: bool
):
    told = span(edtf)
    assert (told["earliest"], told["latest"], told["vague"]) == (earliest, latest, is_vague)
    assert (told["open_start"], told["open_end"]) == (earliest is None, latest is None)


def test_what_gives_no_time_is_counted():
    assert shape()["undated"] == 2


def test_lanes_are_of_those_who_say_it_or_of_those_it_is_about():
    assert [lane["name"] for lane in shape()["lanes"]] == ["Radio Kohdast", "Zarvan Front"]
    names = {lane["name"] for lane in shape(LanesBy.ENTITY)["lanes"]}
    assert names == {"Zarvan Front", "Kohdast Movement"}


def test_a_denial_stands_in_the_lane_of_who_denies():
    lane = shape()["lanes"][1]
    assert [(s["factuality"], s["speaker"]) for s in lane["spans"]] == [("CT-", "Zarvan Front")]


def test_what_does_not_fit_is_said():
    told = shape(lanes=1, spans=2)
    assert (told["lanes_left_out"], told["spans_left_out"]) == (1, 4)
    assert "4 more claims not drawn" in told["remainder"]


def test_what_waits_in_review_is_counted_not_drawn():
    home = frozenset(known().finding_of.values())
    found = timeline(known(), known().claims.values(), home, LanesBy.SPEAKER)
    assert found.lanes == ()
    assert found.waiting == 6


def test_its_ends_are_those_of_what_is_drawn():
    told = shape()
    assert (told["earliest"], told["latest"]) == ("2019-01-01", "2024-12-31")
