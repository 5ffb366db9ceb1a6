"""The JSON of oversight against what the commands promise; all but the states is invented."""

from sayso.surveying import across, state_file, why
from sayso.views.states.json import (
    differences_json,
    entry_json,
    file_json,
    rows_json,
    states_json,
    why_json,
)
from sayso.views.states.page import Replies
from tests.states_told import SEEN, UNSAID, Told

TOLD = Told()
PROMISED_LINE = (
    "state",
    "name",
    "obligations",
    "carried_out",
    "late",
    "missing",
    "unknown",
    "median_lag_hours",
    "last_evidence",
)
PROMISED_ROW = (
    "state",
    "reference",
    "measure",
    "due",
    "carried_out",
    "lag_hours",
    "status",
    "link",
    "evidence",
)


def row(state: str, reference: str, measure: str = "assets_freeze") -> dict:
    rows = rows_json(TOLD.implementations(state), SEEN, Replies(TOLD.records()))["rows"]
    return next(r for r in rows if (r["reference"], r["measure"]) == (reference, measure))


def test_a_state_has_the_keys_that_are_promised_first():
    [eu] = [one for one in states_json(SEEN, TOLD.lines())["states"] if one["state"] == "EU"]
    assert tuple(eu)[: len(PROMISED_LINE)] == PROMISED_LINE
    assert [eu[key] for key in PROMISED_LINE] == [
        "EU",
        "European Union",
        6,
        2,
        1,
        0,
        4,
        [-7, 41],
        "2024-05-02",
    ]


def test_what_is_unknown_is_apart_from_what_is_carried_out():
    for line in states_json(SEEN, TOLD.lines())["states"]:
        known = line["carried_out"] + line["missing"] + line["by_status"]["not_yet_due"]
        assert known + line["unknown"] == line["obligations"]


def test_a_cell_has_the_keys_that_are_promised_first():
    late = row("EU", "QDe.901")
    assert tuple(late)[: len(PROMISED_ROW)] == PROMISED_ROW
    assert [late[key] for key in PROMISED_ROW[:-1]] == [
        "EU",
        "QDe.901",
        "assets_freeze",
        "2020-03-08",
        "2020-03-12",
        [66, 114],
        "late",
        "exact",
    ]
    assert late["evidence"][0]["address"] == "https://example.org/oj/2020/9001"
    assert {"document", "locator", "text"} <= set(late["evidence"][0])


def test_a_link_by_name_has_neither_date_nor_lag_and_waits():
    waiting = row("EU", "TAi.903")
    assert (waiting["status"], waiting["link"]) == ("unknown", "matched")
    assert (waiting["carried_out"], waiting["lag_hours"]) == (None, None)
    assert waiting["to_be_confirmed"] is True


def test_what_is_seen_first_in_a_release_has_the_day_by_which_it_stood():
    seen = row("US", "QDe.901")
    assert (seen["carried_out"], seen["lag_hours"]) == ("2021-08-18", None)
    assert seen["carried_out_between"]["earliest"] is None
    assert row("US", "QDi.902")["carried_out"] == "2024-04-14"


def test_what_a_document_denies_has_no_date():
    assert row("US", "QDe.901", "arms_embargo")["carried_out"] is None
    assert row("US", "QDe.901", "arms_embargo")["replies"] == ["r-4"]


def test_a_states_page_has_its_law_with_words_and_its_records_with_replies():
    page = file_json(state_file(TOLD, UNSAID, "JP"), SEEN)
    assert [record["kind"] for record in page["records"]] == ["assets_frozen", "reply"]
    assert page["law"] is None
    law = file_json(state_file(TOLD, UNSAID, "CH"), SEEN)["law"]
    assert (law["model"], law["evidence"]["address"]) == ("automatic", "https://example.ch")
    assert file_json(state_file(TOLD, UNSAID, "FR"), SEEN)["via"] == "EU"


def test_an_entry_across_states_names_them():
    told = entry_json(across(TOLD, "QDe.901"), {"EU": "European Union"}, TOLD.records("JP"), SEEN)
    assert [record["id"] for record in told["records"]] == ["r-1", "r-2"]
    assert told["name"] == "Kandor Front"
    assert {r["state_name"] for r in told["rows"] if r["state"] == "EU"} == {"European Union"}


def test_a_cell_explains_itself_with_dates_zones_and_steps():
    [freeze, _] = why_json(why(TOLD, "EU", "QDe.901"), {}, (), SEEN)["cells"]
    assert freeze["due_between"]["earliest"] == "2020-03-08T05:00:00+00:00"
    assert freeze["transposition"]["between"]["latest"] == "2020-03-12T23:00:00+00:00"
    assert any(step.startswith("at least 66 h") for step in freeze["steps"])


def test_a_difference_has_both_values_its_length_and_its_evidence():
    first, still = differences_json(TOLD.differences(), SEEN)["differences"]
    assert (first["kind"], first["un"], first["national"]) == ("lacks", "Jabhat Kandor", None)
    assert (still["kind"], still["for_at_least_days"]) == ("still_listed", 122)
    assert still["evidence"]
