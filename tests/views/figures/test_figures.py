"""Figures are the same every time, never say by colour alone, and number the rows of a table."""

import itertools
import math
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.briefs import Bar, Edge, Figure, Shade
from sayso.views.figures.draw import draw, short
from sayso.views.figures.files import captioned
from sayso.views.figures.shapes import apart, provinces

MAP = Figure(
    key="map-AF",
    title="Map",
    told="Map",
    country="AF",
    parts=(Shade(1, "AF-GHA", 1, 1), Shade(2, "AF-LOG", 12, 0), Shade(3, "AF-XYZ", 2, 0)),
)
NETWORK = Figure(
    key="network",
    title="Ties",
    told="Ties",
    nodes=("Zarnawa Front (not listed)", "شبکه سرخ (QDe.999)", "紅組織 (not listed)"),
    parts=(Edge(1, 0, 1, True), Edge(2, 1, 0, False), Edge(3, 0, 2, True)),
)
TIMELINE = Figure(
    key="timeline",
    title="Times",
    told="Times",
    parts=(
        Bar(1, date(2021, 1, 1), None, True),
        Bar(2, None, date(2022, 5, 1), False),
        Bar(3, date(2024, 3, 12), date(2024, 3, 12), True),
    ),
)


@pytest.mark.parametrize("figure", [MAP, NETWORK, TIMELINE], ids=lambda f: f.key)
def test_the_same_figure_gives_the_same_bytes(figure: Figure):
    first, second = draw(figure), draw(figure)
    assert first is not None
    assert first == second
    assert first.png.startswith(b"\x89PNG")
    assert first.svg.startswith("<svg")


@pytest.mark.parametrize("figure", [MAP, NETWORK, TIMELINE], ids=lambda f: f.key)
def test_a_drawing_can_stand_in_a_page_with_others(figure: Figure):
    drawn = draw(figure)
    assert drawn is not None
    ids = re.findall(r'\bid="([^"]*)"', drawn.svg)
    assert len(ids) == len(set(ids))
    assert all(one.startswith(f"{figure.key}-") for one in ids)
    referred = re.findall(r'(?:href="#|url\(#)([^")]*)', drawn.svg)
    assert set(referred) <= set(ids)
    assert not re.search(r"href=\"(?!#)|url\((?!#)|<script|<metadata", drawn.svg)


def test_a_shade_is_a_hatch_too():
    drawn = draw(MAP)
    assert drawn is not None
    assert "<pattern" in drawn.svg


def test_a_country_without_shapes_has_no_map():
    assert provinces("XX") == ()
    assert provinces("../AF") == ()
    assert draw(Figure(key="map-XX", title="", told="", country="XX", parts=())) is None


def test_the_provinces_of_a_country_are_closed_and_within_it():
    shapes = provinces("AF")
    assert len(shapes) == 34
    assert [shape.code for shape in shapes] == sorted(shape.code for shape in shapes)
    for shape in shapes:
        assert all(ring[0] == ring[-1] for ring in shape.rings), shape.code
        assert 60 < shape.middle[0] < 75
        assert 29 < shape.middle[1] < 39


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(60, 70), st.floats(30, 40)), max_size=9),
    st.floats(0.05, 0.6),
)
def test_numbers_are_moved_apart_and_those_that_have_room_stay(points: list, room: float):
    placed = apart(points, room)
    assert len(placed) == len(points)
    for (x, y), (u, v) in itertools.combinations(placed, 2):
        assert math.hypot(u - x, v - y) > room * 0.8
    crowded = any(math.dist(a, b) < room for a, b in itertools.combinations(points, 2))
    assert crowded or placed == points


def test_a_letter_that_no_font_has_is_told_under_the_figure():
    nodes = ("𐎠 Front (not listed)", "李明 (not listed)", "김철수 (not listed)", "गुरु (not listed)")
    edges = tuple(Edge(n, 0, n, True) for n in (1, 2, 3))
    figure = Figure(key="network", title="Ties.", told="Ties.", parts=edges, nodes=nodes)
    drawing = draw(figure)
    assert drawing.lacking == ("𐎠 (U+103A0)",)
    told = captioned(figure, drawing, "en")
    assert told.startswith("Ties. No font here shows 𐎠 (U+103A0): they stand as boxes")


def test_a_standing_is_never_cut():
    name = "Emergency Government of all of the Seven Valleys, Hills, Lakes and Rivers"
    label = f"{name} (subject of the 1988 regime)"
    assert "(subject of the 1988 regime)" in " ".join(short(label).split("\n"))
    assert "…" in short(label)
    assert short("Qari Samad (not listed)") == "Qari Samad\n(not listed)"
    assert short("Sarband Authority") == "Sarband Authority"
