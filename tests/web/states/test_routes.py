"""States over HTTP: the JSON of the commands, page by page; all but the states is invented."""

import csv
import io

import pytest
from pydantic import TypeAdapter

from sayso.web.states.shapes import (
    CellTold,
    DifferenceTold,
    EntryAcrossTold,
    LagsTold,
    SeenRows,
    StateLineTold,
    StatesMatrix,
    StateTold,
    WhyTold,
)
from sayso.workbench import Workbench
from tests.states_told import Told
from tests.web.standing import client, detail


@pytest.fixture(autouse=True)
def _told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workbench, "overseeing", lambda _, **__: Told())


def told(path: str, **params: object) -> dict:
    answer = client().get(f"/api/v1/states{path}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("", SeenRows[StateLineTold]),
        ("/gaps", SeenRows[CellTold]),
        ("/lag", LagsTold),
        ("/differences", SeenRows[DifferenceTold]),
        ("/matrix", StatesMatrix),
        ("/entries/QDe.901", EntryAcrossTold),
        ("/EU", StateTold),
        ("/japan", StateTold),
        ("/EU/why/QDe.901", WhyTold),
    ],
)
def test_every_answer_has_the_shape_that_is_described_and_says_what_unknown_means(
    path: str, shape: type
):
    answer = told(path)
    TypeAdapter(shape).validate_python(answer, extra="forbid")
    assert "not non-compliance" in answer["note"]
    assert answer["releases"] == ["eu@2024-05-02", "un@2024-05-01"]


def test_cells_come_page_by_page_and_can_be_chosen():
    whole = told("/gaps", state="DE")
    page = told("/gaps", state="DE", limit=2, offset=1)
    assert page["results"] == whole["results"][1:3]
    assert page["total"] == len(whole["results"])
    late = told("/gaps", state="DE", status="late")["results"]
    assert [(row["reference"], row["via"]) for row in late] == [("QDe.901", "EU")]
    assert told("/gaps", state="EU", to_confirm=True)["total"] == 1
    assert told("/lag", state="EU", since="2024")["total"] == 1


def test_a_states_page_gives_its_long_lists_page_by_page_and_says_how_many_there_are():
    whole, page = told("/EU"), told("/EU", limit=1, offset=1)
    lists = ("differences_found", "links_to_confirm", "questions")
    assert page["totals"] == whole["totals"] == {name: len(whole[name]) for name in lists}
    assert whole["totals"]["differences_found"] == 2
    assert {name: page[name] for name in lists} == {name: whole[name][1:2] for name in lists}
    assert (page["limit"], page["offset"]) == (1, 1)
    assert page["by_measure"] == whole["by_measure"]


def test_differences_are_asked_for_by_entry_and_not_by_status():
    described = client().get("/api/v1/openapi.json").json()["paths"]
    names = {one["name"] for one in described["/api/v1/states/differences"]["get"]["parameters"]}
    assert {"state", "measure", "regime", "since", "q", "unsure"} <= names
    assert names.isdisjoint({"status", "to_confirm"})
    assert told("/differences", state="EU", since="2020")["total"] == 1


def test_all_members_of_the_united_nations_are_there_where_they_are_asked_for():
    assert len(told("", all=True, limit=500)["results"]) == 194


def test_what_is_not_known_is_told_with_the_next_step():
    asked = client()
    assert "no state" in detail(asked.get("/api/v1/states/Narnia"))
    assert "no UN entry" in detail(asked.get("/api/v1/states/entries/QDe.999"))
    assert "2024-05-23" in detail(asked.get("/api/v1/states/gaps", params={"since": "yesterday"}))
    assert "assets_freeze" in detail(
        asked.get("/api/v1/states/EU/why/QDe.901", params={"measure": "travel_ban"})
    )


def test_the_matrix_has_a_row_an_entry_and_a_cell_a_state_in_the_order_of_its_columns():
    found = told("/matrix")
    columns = [(one["state"], one["stands_for"]) for one in found["states"]]
    assert columns == [("CH", 0), ("EU", 27), ("JP", 0), ("US", 0)]
    rows = {row["reference"]: [cell["status"] for cell in row["cells"]] for row in found["results"]}
    assert rows["QDe.901"] == ["automatic", "late", "unknown", "unknown"]
    first = found["results"][0]["cells"]
    assert [(cell["state"], cell["undated"]) for cell in first] == [
        ("CH", False),
        ("EU", False),
        ("JP", False),
        ("US", True),
    ]
    assert first[1]["lag_hours"] == [66, 114]
    assert [cell["to_be_confirmed"] for cell in found["results"][2]["cells"]] == [
        *(False, True),
        *(False, False),
    ]


def test_the_matrix_is_narrowed_by_measure_words_status_and_columns():
    assert told("/matrix", measure="travel_ban")["total"] == 1
    assert told("/matrix", q="tolwak zarmast")["results"][0]["reference"] == "QDi.902"
    assert told("/matrix", status="late", since="2024")["total"] == 1
    assert [one["state"] for one in told("/matrix", state=["germany", "JP"])["states"]] == [
        "DE",
        "JP",
    ]
    assert told("/matrix", limit=1, offset=1)["results"][0]["reference"] == "QDi.902"


def test_every_list_has_its_table_with_all_rows():
    for path in ("", "/gaps", "/lag", "/differences"):
        total = told(path, limit=1)["total"]
        answer = client().get(f"/api/v1/states{path}.csv", params={"limit": 1})
        assert len(list(csv.DictReader(io.StringIO(answer.text)))) == total, path
        assert client().get(f"/api/v1/states{path}.json").json() == told(path)
    cells = client().get("/api/v1/states/matrix.csv", params={"state": "EU"}).text
    assert len(list(csv.DictReader(io.StringIO(cells)))) == 6
    assert client().get("/api/v1/states/matrix.json").json() == told("/matrix")


@pytest.mark.parametrize("asked", [{"as_of": "yesterday"}, {"valid_on": "soon"}])
@pytest.mark.parametrize("path", ["", "/EU", "/matrix", "/records", "/EU/why/QDe.901"])
def test_a_time_that_is_none_is_refused_everywhere(path: str, asked: dict):
    answer = client().get(f"/api/v1/states{path}", params=asked)
    assert (answer.status_code, "is no" in detail(answer)) == (400, True)


@pytest.mark.parametrize("asked", ["9999-12-31", "0001-01-01T00:00:00+14:00", "2024-02"])
def test_the_ends_of_time_are_times(asked: str):
    assert client().get("/api/v1/states", params={"as_of": asked}).status_code in {200, 400}
