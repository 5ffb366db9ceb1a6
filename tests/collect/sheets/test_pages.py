"""Pages of a PDF as pictures, and where on them words stand."""

import struct
from dataclasses import replace
from functools import cache
from importlib.resources import files

import pytest

from sayso.collect.sheets.pages import Wanted, drawn, found_on, sizes
from sayso.collect.sheets.squeezed import Squeezed
from sayso.errors import NotFound, Unreadable
from sayso.model.documents import Original
from tests.fakes import tiny_original


@cache
def report() -> Original:
    content = files("sayso.demo").joinpath("invented/panel-report.pdf").read_bytes()
    return replace(tiny_original(content, "panel-report.pdf"), media_type="application/pdf")


def test_every_page_has_its_size():
    told = sizes(report())
    assert [sheet.number for sheet in told] == list(range(1, len(told) + 1))
    assert all(sheet.width > 100 and sheet.height > 100 for sheet in told)


def test_a_page_is_drawn_as_fine_as_it_is_asked_for():
    sheet = sizes(report())[0]
    picture = drawn(report(), 1, 72)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    assert abs(width - sheet.width) <= 1
    assert abs(height - sheet.height) <= 1


def test_words_are_found_where_they_stand():
    sheet, boxes = found_on(
        report(), 1, [Wanted(id="p", text="Sarband Authority", parts={"c": (8, 17)})]
    )
    left, top, right, bottom = boxes["p"][0]
    assert 0 < left < right < sheet.width
    assert 0 < top < bottom < sheet.height
    part = boxes["c"][0]
    assert part[0] > left
    assert part[2] == pytest.approx(right, abs=1)


def test_what_is_not_on_the_page_has_no_box():
    assert found_on(report(), 1, [Wanted(id="p", text="nowhere to be read")])[1] == {}


def test_a_page_that_is_not_there_is_named():
    with pytest.raises(NotFound, match="no page 99"):
        drawn(report(), 99, 72)


def test_a_damaged_file_says_so():
    broken = replace(report(), content=b"%PDF-1.4 nonsense %%EOF")
    with pytest.raises(Unreadable, match="damaged"):
        sizes(broken)


def test_words_are_found_over_hyphens_and_lines():
    page, words = Squeezed.of("the pro-\nvince of\r\nOstan"), Squeezed.of("province of Ostan")
    at = page.find(words, 0)
    assert at == 3
    assert page.stretch(at, words, (0, 8)) == (4, 14)
    assert page.stretch(at, words, (8, 8)) is None


def test_the_same_words_again_are_further_on():
    page, words = Squeezed.of("a camp and a camp"), Squeezed.of("a camp")
    assert (page.find(words, 0), page.find(words, 5), page.find(Squeezed.of(" - "), 0)) == (
        0,
        8,
        None,
    )
