"""How figures, times and places stand to each other, whatever they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import Quantity, TimeMention
from sayso.model.drift import Change, Departure
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel
from sayso.review.accounts.measures import (
    figure_departs,
    figure_moves,
    place_departs,
    time_departs,
)
from sayso.review.matters.keys import Site

HERE = Span(0, 1)


def figure(
    least: float | None, most: float | None, exact: float | None, unit: str | None = "camp"
) -> Quantity:
    return Quantity(minimum=least, maximum=most, exact=exact, span=HERE, text="figure", unit=unit)


def when(edtf: str | None) -> TimeMention:
    return TimeMention(span=HERE, text="", edtf=edtf, timex=None)


NUMBERS = st.integers(0, 20)
FIGURES = st.one_of(
    NUMBERS.map(lambda n: figure(None, None, n)),
    NUMBERS.map(lambda n: figure(None, n, None)),
    NUMBERS.map(lambda n: figure(n, None, None)),
)
DATES = st.sampled_from(
    ["2023", "2023-03", "2023-03-12", "2024-03", "2021/..", "2020/2023", "../2022", "2023~"]
)
SITES = st.sampled_from(
    [
        Site("AF", "Afghanistan", "AF", PlaceLevel.COUNTRY),
        Site("PK", "Pakistan", "PK", PlaceLevel.COUNTRY),
        Site("AF-GHA", "غزنی", "AF-GHA", PlaceLevel.ADMIN1),
        Site("AF-KNR", "Kunar", "AF-KNR", PlaceLevel.ADMIN1),
        Site("AF-GHA/ghazni", "Ghazni", "AF-GHA", PlaceLevel.CITY),
        Site("AF-GHA/andar", "Andar", "AF-GHA", PlaceLevel.ADMIN2),
        Site("/safed dara", "Safed Dara", None, PlaceLevel.REGION),
    ]
)
OPPOSITE = {
    None: None,
    Departure.DIFFERENT: Departure.DIFFERENT,
    Departure.COARSER: Departure.FINER,
    Departure.FINER: Departure.COARSER,
}


@given(FIGURES)
def test_a_figure_neither_departs_from_itself_nor_moves(one: Quantity):
    assert figure_departs(one, one) is None
    assert figure_moves(one, one) is None


@given(FIGURES, FIGURES)
def test_what_grew_one_way_shrank_the_other(one: Quantity, other: Quantity):
    turned = {Change.GREW: Change.SHRANK, Change.SHRANK: Change.GREW}
    there, back = figure_moves(one, other), figure_moves(other, one)
    assert back is (None if there is None else turned.get(there, there))


@given(DATES, DATES)
def test_a_time_that_is_coarser_one_way_is_finer_the_other(one: str, other: str):
    there, back = time_departs(when(one), when(other)), time_departs(when(other), when(one))
    assert back is OPPOSITE[there]


@given(SITES, SITES)
def test_a_place_that_is_coarser_one_way_is_finer_the_other(one: Site, other: Site):
    assert place_departs(other, [one]) is OPPOSITE[place_departs(one, [other])]


@pytest.mark.parametrize(
    ("told", "primary", "how"),
    [
        (figure(5, None, None), figure(None, None, 8), Departure.COARSER),
        (figure(None, None, 8), figure(None, 8, None), Departure.DIFFERENT),
        (figure(None, 10, None), figure(None, 8, None), Departure.DIFFERENT),
        (figure(None, None, 3, "dollar"), figure(None, None, 8), None),
        (figure(None, None, 8, "centre"), figure(None, None, 8), None),
    ],
)
def test_figures_are_intervals_of_things_of_one_kind(
    told: Quantity, primary: Quantity, how: Departure | None
):
    assert figure_departs(told, primary) is how


@pytest.mark.parametrize(
    ("told", "primary", "how"),
    [
        ("2023", "2023-03-12", Departure.COARSER),
        ("2020/..", "2021/..", Departure.DIFFERENT),
        ("2023-03-14", "2023-03-12", Departure.DIFFERENT),
        ("2023-21", "2023-03-12", None),
        (None, "2023", None),
    ],
)
def test_times_are_compared_with_their_granularity(
    told: str | None, primary: str, how: Departure | None
):
    assert time_departs(when(told), when(primary)) is how


def test_two_that_are_at_least_and_exactly_need_not_have_moved():
    assert figure_moves(figure(14, None, None), figure(None, None, 20)) is Change.CHANGED
    assert figure_moves(figure(14, None, None), figure(None, None, 9)) is Change.SHRANK


def test_a_region_and_a_town_of_one_province_may_be_one():
    valley = Site("AF-PAN/panjshir valley", "Panjshir Valley", "AF-PAN", PlaceLevel.REGION)
    town = Site("AF-PAN/bazarak", "Bazarak", "AF-PAN", PlaceLevel.CITY)
    assert place_departs(town, [valley]) is None
