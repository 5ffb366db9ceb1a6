"""The annexes say what the paragraphs say, with its sources and its denials, in tables."""

import pytest

from sayso.model.briefs import Annex, Brief
from sayso.model.findings import Knowledge
from sayso.views.annexes.told import numbers_told
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief.compose import BriefScope, compose
from sayso.views.wording.texts import ENGLISH
from tests.views.build import NOON
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


@pytest.fixture(scope="module")
def brief(kandor: Knowledge) -> Brief:
    made = compose(kandor, BriefScope(), made=NOON, cut_off=NOON, versions=(("Sayso", "0.1"),))
    return with_annexes(kandor, made)


def annex(brief: Brief, key: str) -> Annex:
    return next(one for one in brief.annexes if one.key == key)


def test_every_row_has_a_cell_for_each_column(brief: Brief):
    for one in brief.annexes:
        assert all(len(row) == len(one.columns) for row in one.rows), one.key


def test_a_contested_place_counts_as_contested_and_names_who_denies_it(brief: Brief):
    [ghazni] = [row for row in annex(brief, "places").rows if row[2] == "AF-GHA"]
    assert ghazni[3:6] == ("1", "1", "the Kandor Panel; denied by the Zarnawa Front")


def test_findings_that_one_sentence_tells_are_each_counted_at_their_place(brief: Brief):
    codes = {row[2]: row[6] for row in annex(brief, "places").rows}
    assert codes["AF-PAR"] == "4"
    assert codes["AF-LOG"] == "4, 8"


def test_what_is_unclear_is_drawn_broken_and_says_so_in_its_row(brief: Brief):
    ties = annex(brief, "network")
    [figure] = ties.figures
    broken = [edge.number for edge in figure.parts if not edge.sure]
    [unclear] = [row for row in ties.rows if row[2] == "unclear"]
    assert [str(number) for number in broken] == [unclear[0]]
    assert unclear[1].startswith("unclear whether: ")
    assert unclear[3] == "left open by the Kandor Panel"


def test_nobody_stands_in_a_network_without_standing(brief: Brief):
    [figure] = annex(brief, "network").figures
    assert "Zarnawa Front (not listed)" in figure.nodes
    assert "Sorkh Network (QDe.999)" in figure.nodes
    assert all("(" in name for name in figure.nodes)


def test_the_timeline_runs_from_the_first_to_the_last(brief: Brief):
    assert [row[1] for row in annex(brief, "timeline").rows] == ["since 2021", "12 March 2024"]


def test_a_source_is_told_with_its_grade_and_whose_word_it_brings(brief: Brief):
    rows = annex(brief, "sources").rows
    [press] = [row for row in rows if "Kandor Post" in row[1]]
    assert press[3] == "press, internal"
    assert "shares with other documents the word of the Kandor Panel" in press[4]
    assert press[5] == "not graded"


def test_a_brief_with_nothing_in_it_has_only_its_method():
    empty = Knowledge()
    made = compose(empty, BriefScope(), made=NOON, cut_off=NOON, versions=())
    assert [one.key for one in with_annexes(empty, made).annexes] == ["method"]


def test_runs_of_numbers_are_drawn_together():
    assert numbers_told([9, 3, 7, 8, 3], ENGLISH) == "3, 7–9"
    assert numbers_told(range(1, 60, 2), ENGLISH).endswith("and 18 more")
