"""A brief can be about a place, a time, a question, or findings picked by hand."""

import pytest

from sayso.errors import BadInput, NotFound
from sayso.model.findings import Knowledge
from sayso.views.outlines.scope import Choice, Wanted, chosen
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def codes(knowledge: Knowledge, choice: Choice) -> set[str | None]:
    assert choice.findings is not None
    return {knowledge.findings[key].place_code for key in choice.findings}


def test_a_country_holds_its_provinces_and_a_province_only_itself(kandor: Knowledge):
    assert codes(kandor, chosen(kandor, Wanted(region="AF"))) == {"AF-GHA", "AF-LOG", "AF-PAR"}
    assert codes(kandor, chosen(kandor, Wanted(region="af-gha"))) == {"AF-GHA"}
    assert codes(kandor, chosen(kandor, Wanted(region="Ghazni"))) == {"AF-GHA"}


def test_a_region_is_named_in_the_title_and_leaves_out_what_has_no_place(kandor: Knowledge):
    choice = chosen(kandor, Wanted(region="AF-GHA"))
    assert choice.title == "what is said to be in Ghazni"
    assert choice.limits == ("Findings whose place no source names are not in it.",)


def test_a_period_keeps_what_reaches_into_it_and_counts_what_has_no_date(kandor: Knowledge):
    choice = chosen(kandor, Wanted(period="2024-03"))
    assert choice.findings is not None
    times = {kandor.findings[key].time for key in choice.findings}
    assert times == {"2021/..", "2024-03-12"}
    assert "Findings without a date are not in it: " in choice.limits[0]


def test_what_is_asked_for_at_once_holds_at_once(kandor: Knowledge):
    choice = chosen(kandor, Wanted(region="AF-LOG", period="2024"))
    assert choice.findings is not None
    assert len(choice.findings) == 1


def test_nothing_asked_for_narrows_nothing(kandor: Knowledge):
    assert chosen(kandor, Wanted()).findings is None


def test_a_time_that_is_none_and_a_finding_that_is_not_held_are_refused(kandor: Knowledge):
    with pytest.raises(BadInput, match="no EDTF time"):
        chosen(kandor, Wanted(period="last week"))
    with pytest.raises(NotFound, match="no finding 'f-000000000000'"):
        chosen(kandor, Wanted(findings=("f-000000000000",)))
