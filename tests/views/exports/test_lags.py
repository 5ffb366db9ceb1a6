"""The chart of lags over time; all but the states is invented."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sayso.errors import BadInput
from sayso.model.ids import ReleaseId
from sayso.views.exports.lags import drawn
from tests.states_told import SEEN, Told

FILE = Path("lags.svg")
CELLS = Told().lags()


def chart() -> str:
    return drawn(CELLS, SEEN, FILE)[FILE].decode()


def test_the_same_cells_give_the_same_bytes_without_a_date():
    assert drawn(CELLS, SEEN, FILE) == drawn(CELLS, SEEN, FILE)
    assert "dc:date" not in chart()


def test_the_chart_has_a_title_a_scale_in_hours_and_days_and_its_source():
    root = ET.fromstring(chart())  # noqa: S314  # our own
    words = " ".join(t.text or "" for t in root.iter("{http://www.w3.org/2000/svg}text"))
    for told in (
        "Time from UN listing to the state's act",
        "EU: 2 entries",
        "US: 1 entry",
        "24 h",
        "7 days",
        "late",
        "eu@2024-05-02, un@2024-05-01; as of 2024-05-03",
        "nothing held shows it; that is not non-compliance",
    ):
        assert told in words


def test_it_is_drawn_in_greys_on_white():
    colours = set(re.findall(r"#[0-9a-f]{6}\b", chart()))
    assert "#ffffff" in colours
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)


def test_what_is_narrower_than_a_pixel_is_still_a_dot():
    assert chart().count("stroke-linecap: round") >= len({cell.status for cell in CELLS})


def test_members_are_not_drawn_beside_their_union_and_the_table_has_what_is_drawn():
    table = drawn(CELLS, SEEN, FILE)[Path("lags.csv")].decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(r["state"], r["reference"], r["lag_hours_min"]) for r in rows] == [
        ("EU", "QDe.901", "66"),
        ("EU", "QDi.902", "-7"),
        ("US", "QDi.902", "47"),
    ]


def test_many_releases_are_told_in_short():
    many = tuple(ReleaseId(f"ofac@2021-08-{day}") for day in range(18, 28))
    told = drawn(CELLS, replace(SEEN, releases=many), FILE)[FILE].decode()
    assert "ofac@2021-08-18…2021-08-27 (10)" in told


def test_nothing_to_draw_and_a_file_of_another_kind_are_refused():
    with pytest.raises(BadInput, match="nothing to draw"):
        drawn((), SEEN, FILE)
    with pytest.raises(BadInput, match=r"\.svg"):
        drawn(CELLS, SEEN, Path("lags.png"))
