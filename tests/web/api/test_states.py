"""States over HTTP: the JSON of the commands, page by page; all but the states is invented."""

import pytest
from pydantic import TypeAdapter

from sayso.web.api.oversight import (
    DifferencesTold,
    EntryAcrossTold,
    LagsTold,
    RowsTold,
    StatesTold,
    StateTold,
    WhyTold,
)
from sayso.workbench import Workbench
from tests.states_told import Told
from tests.web.standing import client, detail


@pytest.fixture(autouse=True)
def _told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workbench, "overseeing", lambda _: Told())


def told(path: str, **params: object) -> dict:
    answer = client().get(f"/api/v1/states{path}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("", StatesTold),
        ("/gaps", RowsTold),
        ("/lag", LagsTold),
        ("/differences", DifferencesTold),
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
    assert page["rows"] == whole["rows"][1:3]
    assert page["total"] == len(whole["rows"])
    late = told("/gaps", state="DE", status="late")["rows"]
    assert [(row["reference"], row["via"]) for row in late] == [("QDe.901", "EU")]
    assert told("/gaps", state="EU", to_confirm=True)["total"] == 1
    assert told("/lag", state="EU", since="2024")["total"] == 1


def test_all_members_of_the_united_nations_are_there_where_they_are_asked_for():
    assert len(told("", all=True)["states"]) == 194


def test_what_is_not_known_is_told_with_the_next_step():
    asked = client()
    assert "no state" in detail(asked.get("/api/v1/states/Narnia"))
    assert "no UN entry" in detail(asked.get("/api/v1/states/entries/QDe.999"))
    assert "2024-05-23" in detail(asked.get("/api/v1/states/gaps", params={"since": "yesterday"}))
    assert "assets_freeze" in detail(
        asked.get("/api/v1/states/EU/why/QDe.901", params={"measure": "travel_ban"})
    )
