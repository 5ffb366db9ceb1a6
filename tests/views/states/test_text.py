"""States, cells and pages as text; all but the states is invented."""

from dataclasses import replace
from pathlib import Path

from sayso.surveying import across, state_file, told_of, why
from sayso.views.states.entry import entry_text
from sayso.views.states.page import Replies
from sayso.views.states.state import page_text
from sayso.views.states.text import (
    CELL_COLUMNS,
    DIFFERENCE_COLUMNS,
    SLICE_COLUMNS,
    STATE_COLUMNS,
    cell_rows,
    difference_rows,
    folded,
    gap_lines,
    gaps_heading,
    slice_rows,
    state_row,
    telling,
    without_members,
)
from sayso.views.states.why import steps_of, why_text
from sayso.views.states.words import UNKNOWN_MEANS
from tests.states_told import SEEN, UNSAID, Told

TOLD = Told()
TEXTS = Path(__file__).parent / "texts"
ACROSS = across(TOLD, "un:QDe.901")
NAMES = {line.state: line.name for line in TOLD.lines()}


def told(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def test_members_of_whom_only_their_union_is_known_stand_in_its_line():
    kept, apart = folded(TOLD.lines(), SEEN.members)
    assert [line.state for line in kept] == ["CH", "EU", "JP", "US"]
    assert apart == {"EU": 27}
    row = state_row(kept[1], 27)
    assert row[0] == "EU European Union and 27 members"
    assert len(row) == len(STATE_COLUMNS)


def test_a_member_of_whom_more_is_known_keeps_its_line():
    lines = [replace(line, to_confirm=9 if line.state == "FR" else 1) for line in TOLD.lines()]
    assert "FR" in [line.state for line in folded(lines, SEEN.members)[0]]


def test_a_union_stands_for_members_of_whom_nothing_is_told():
    lines = [line for line in TOLD.lines() if line.state in {"EU", "JP"}]
    assert folded(lines, SEEN.members)[1] == {"EU": 27}
    own = [cell for cell in ACROSS if cell.state in {"EU", "JP"}]
    assert "European Union (EU) and its 27 members\n" in entry_text(own, NAMES, SEEN.members)


def test_measures_of_one_entry_stand_in_one_row_where_the_same_is_known():
    rows = list(cell_rows(TOLD.implementations("US"), Replies(TOLD.records())))
    assert [(row[1], row[2], row[6]) for row in rows] == [
        ("QDe.901", "assets freeze", "carried out, when unknown"),
        ("QDe.901", "arms embargo", "missing"),
        ("QDi.902", "assets freeze", "late"),
        ("QDi.902", "travel ban, arms embargo", "unknown"),
        ("TAi.903", "assets freeze", "unknown"),
    ]
    assert {len(row) for row in rows} == {len(CELL_COLUMNS)}
    reply = "US replied on 2 April 2024: “The embargo was decided in March”"
    assert f"{reply} (“Letter (invented)”, page 2; r-4)" in rows[1][-1]


def test_every_table_has_as_many_cells_as_columns():
    for rows, columns in (
        (slice_rows(TOLD.lag_slices()), SLICE_COLUMNS),
        (difference_rows(TOLD.differences()), DIFFERENCE_COLUMNS),
    ):
        assert {len(row) for row in rows} == {len(columns)}


def test_gaps_of_members_are_not_told_again_and_states_alike_are_told_together():
    own = without_members(TOLD.gaps())
    lines = list(gap_lines(own, NAMES))
    assert lines[1] == "European Union (EU): 1 late, 4 unknown (1 to be confirmed)"
    assert lines[0].startswith("27 states, each 3 unknown: AT, BE")
    shown = {(cell.state, cell.obligation.reference) for cell in telling(own)}
    assert ("JP", "QDe.901") not in shown
    assert ("EU", "TAi.903") not in shown
    assert ("EU", "QDe.901") in shown
    assert gaps_heading(own).endswith(UNKNOWN_MEANS)
    assert gaps_heading(()) == "no gap is known"


def test_a_states_page_has_its_law_counts_lags_differences_and_limits():
    assert page_text(state_file(TOLD, UNSAID, "european union")) == told("page")


def test_a_reply_stands_right_after_what_it_answers():
    page = page_text(state_file(TOLD, UNSAID, "JP"))
    told = page.index("assets frozen  r-1")
    assert told < page.index("REPLY  2024-04-02  reply  r-2") < page.index("We froze them on the")
    assert page.count("r-2") == 1


def test_a_member_says_whose_acts_hold_for_it():
    page = page_text(state_file(TOLD, UNSAID, "DE"))
    assert "acts of the European Union (EU) hold for it" in page


def test_an_entry_across_states_puts_a_union_and_its_members_together():
    assert entry_text(ACROSS, NAMES, SEEN.members, told_of(TOLD, ACROSS)) == told("entry")


def test_a_cell_tells_what_it_rests_on_and_the_sum_of_its_lag():
    assert why_text(why(TOLD, "EU", "QDe.901"), NAMES) == told("why")


def test_a_lag_follows_from_the_two_moments_or_is_told_as_it_is():
    (cell,) = (one for one in TOLD.lags("EU") if one.obligation.reference == "QDe.901")
    assert "at least 66 h: from 2020-03-09 05:00 UTC to 2020-03-11 23:00 UTC" in steps_of(cell)
    assert "at least 70 h" in steps_of(replace(cell, lag=(70.0, 114.0)))


def test_no_sum_says_why_there_is_none():
    sums = {
        (state, ref): next(steps_of(why(TOLD, state, ref)[0]))
        for state, ref in (("CH", "QDe.901"), ("JP", "QDe.901"), ("EU", "TAi.903"))
    }
    assert sums["CH", "QDe.901"].startswith("no sum: by the state's law")
    assert sums["JP", "QDe.901"].startswith("no sum: nothing held shows it")
    assert "by name alone" in sums["EU", "TAi.903"]
    (undated, missing) = why(TOLD, "US", "QDe.901")
    assert "not since when" in next(steps_of(undated))
    assert "a document says" in next(steps_of(missing))


def test_every_page_says_that_unknown_is_not_non_compliance():
    pages = [page_text(state_file(TOLD, UNSAID, state)) for state in ("EU", "DE", "CH", "JP", "US")]
    pages += [why_text(why(TOLD, state, "QDi.902"), NAMES) for state in ("EU", "JP", "US")]
    pages.append(entry_text(across(TOLD, "QDe.901"), NAMES, SEEN.members))
    for page in pages:
        assert UNKNOWN_MEANS in page
        assert "complian" not in page.replace("that is not non-compliance", "")
        assert "violat" not in page
