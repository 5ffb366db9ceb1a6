"""Who is no Member State, and states that are only talked about; what is told is invented."""

from dataclasses import replace

from sayso.model.concerns import Concerns
from sayso.model.ids import ClaimId
from sayso.model.oversight import StateLine
from sayso.views.recorded.records import Listed
from sayso.views.states.page import StateFile
from sayso.views.states.section import with_states
from sayso.views.states.state import page_text
from sayso.views.states.text import state_row
from tests.states.build import eu, eu_party, overseeing, transposition, un, un_party
from tests.states_told import SEEN
from tests.views.states.test_section import EMPTY

LISTS = (un("2024-01-01", un_party()), eu("2024-05-13", eu_party()))
RECORDS = (
    transposition("VA", "2020-04-01"),
    transposition("HK", carried_out="no"),
)


def line(state: str) -> StateLine:
    return overseeing(*LISTS, records=RECORDS).line(state)


def file(state: str) -> StateFile:
    known = overseeing(*LISTS, records=RECORDS)
    return StateFile(
        line=known.line(state),
        model=None,
        via=None,
        members=frozenset(),
        implementations=known.implementations(state),
        slices=(),
        differences=(),
        told=Listed(records=known.records(state)),
        concerns=Concerns(asked=(), possible=0, not_bound=0),
        as_of="2026-03-01",
        releases=(),
        limits=(),
    )


def test_a_line_says_who_is_no_member_state_and_counts_nothing_as_due_or_missing():
    row = state_row(line("VA"))
    assert row[:3] == ("VA Vatican City, not a Member State", "0", "1")
    assert state_row(line("HK"))[1:8] == ("0", "0", "0", "0", "0", "0", "0")
    assert "not a Member State" not in state_row(line("PE"))[0]


def test_a_page_says_to_whom_the_charter_addresses_its_obligations():
    shown, said = page_text(file("VA")), page_text(file("HK"))
    for text in (shown, said):
        assert "the Charter addresses its obligations to Members" in text
        assert "missing" not in text.partition("\n\n")[2]
        assert " due;" not in text
    assert "assets freeze: 1 shown; 1 late" in shown
    assert "a record says that it was not carried out" in said


def test_the_section_tells_it_with_the_article_and_divides_by_nothing():
    made = with_states(EMPTY, [file("VA"), file("HK")], SEEN)
    lines = [one.text for s in made.sections for p in s.paragraphs for one in p.lines]
    assert sum("is not a Member State" in text for text in lines) == 2
    assert any("Vatican City is shown to have carried out 1 measure" in text for text in lines)
    assert not any("Documents say that" in text for text in lines)
    assert any("shall be taken by all the Members" in note.words for note in made.footnotes)


def test_a_line_counts_the_claims_that_tell_of_the_state():
    told = replace(line("PE"), claims=(ClaimId("c-1"), ClaimId("c-2")), last_evidence=None)
    assert state_row(told)[-1] == "none dated; 2 claims"
    assert state_row(replace(told, claims=(), last_evidence="2024-05-13"))[-1] == "2024-05-13"
