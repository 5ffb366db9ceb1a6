"""Lists, releases and entries with their history over HTTP."""

import csv
from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from sayso.web.api.shapes import EntryTold, ListsTold, ReleasesTold
from tests.timed import Diary
from tests.web.standing import FRONT, TOLWAK, client, diary


def told(path: str, made: Diary | None = None, **params: object) -> dict:
    answer = client((made or diary()).bench).get(f"/api/v1/{path}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_each_list_says_which_release_is_in_force():
    lists = told("lists")
    TypeAdapter(ListsTold).validate_python(lists, extra="forbid")
    assert [(one["authority"], one["in_force"], one["entries"]) for one in lists["results"]] == [
        ("ofac", "ofac@2024-06-01", 1),
        ("un", "un@2024-06-01", 3),
    ]


def test_releases_come_newest_first_and_page_by_page():
    made = diary(FRONT)
    for number in range(2, 6):
        made.release(f"2024-06-0{number}", number, FRONT)
    whole = told("lists/un/releases", made)
    TypeAdapter(ReleasesTold).validate_python(whole, extra="forbid")
    assert [one["published"][-2:] for one in whole["results"]] == ["05", "04", "03", "02", "01"]
    assert [one["in_force"] for one in whole["results"]] == [True, False, False, False, False]
    page = told("lists/un/releases", made, limit=2, offset=3)
    assert page["results"] == whole["results"][3:5]
    assert (page["limit"], page["offset"], page["total"]) == (2, 3, 5)
    assert told("lists/un/releases", made, offset=9)["results"] == []


def test_two_releases_of_one_day_are_told_and_compared():
    made = diary(FRONT)
    made.release("2024-06-01b", 2, FRONT, TOLWAK)
    both = told("lists/un/releases", made)["results"]
    assert [(one["id"], one["published"], one["in_force"]) for one in both] == [
        ("un@2024-06-01b", "2024-06-01", True),
        ("un@2024-06-01", "2024-06-01", False),
    ]
    between = {"from": "2024-06-01", "to": "2024-06-01b"}
    changes = told("lists/un/changes", made, **between)
    assert (changes["old"]["id"], changes["new"]["id"]) == (both[1]["id"], both[0]["id"])
    assert [one["reference"] for one in changes["results"]] == [TOLWAK.reference]
    assert told("project", made)["lists"][0]["published"] == "2024-06-01"
    answer = client(made.bench).get("/catalog").json()["datasets"][-1]
    assert (answer["version"], answer["updated_at"]) == ("2024-06-01b", "2024-06-01T00:00:00")


@pytest.mark.parametrize("path", ["lists", "lists/un/releases"])
def test_every_list_has_a_table_and_a_json_twin_with_the_same_rows(path: str):
    made = diary()
    for number in range(2, 62):
        made.release(f"2024-{6 + number // 30:02}-{number % 30 + 1:02}", number, FRONT)
    asked = client(made.bench)
    whole = told(path, made, limit=500)
    assert asked.get(f"/api/v1/{path}.json").json() == told(path, made)
    answer = asked.get(f"/api/v1/{path}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [list(row) for row in rows] == [list(row) for row in whole["results"]]
    for row, one in zip(rows, whole["results"], strict=True):
        words = {key: "" if value in (None, []) else str(value) for key, value in one.items()}
        assert {k: v.lower() for k, v in row.items()} == {k: v.lower() for k, v in words.items()}
    known = {"If-None-Match": answer.headers["etag"]}
    assert asked.get(f"/api/v1/{path}.csv", headers=known).status_code == 304


def test_a_table_of_a_list_that_is_not_held_is_not_found():
    assert client().get("/api/v1/lists/eu/releases.csv").status_code == 404


def test_an_entrys_history_has_each_wording_once():
    made = diary(FRONT, TOLWAK)
    made.release("2024-06-02", 2, FRONT, TOLWAK)
    made.release("2024-06-03", 3, FRONT, replace(TOLWAK, remarks="Invented, amended."))
    entry = told("entries/un:QDi.901", made)
    TypeAdapter(EntryTold).validate_python(entry, extra="forbid")
    assert (entry["listed"], entry["release"]) == (True, "un@2024-06-03")
    stretches = [(one["first"], one["last"], one["releases"]) for one in entry["history"]]
    assert stretches == [
        ("un@2024-06-01", "un@2024-06-02", 2),
        ("un@2024-06-03", "un@2024-06-03", 1),
    ]
    assert entry["history"][1]["entry"] == entry["entry"]
    assert entry["history"][0]["changed"] is None
    changed = entry["history"][1]["changed"]
    assert [(one["field"], one["new"]) for one in changed["fields"]] == [
        ("remarks", "Invented, amended.")
    ]


def test_one_who_was_delisted_is_told_as_such_and_not_found_among_the_listed():
    made = diary(FRONT, TOLWAK)
    made.release("2024-06-02", 2, FRONT)
    entry = told("entries/un:QDi.901", made)
    assert (entry["listed"], entry["release"]) == (False, None)
    assert entry["entry"]["name"] == "Zarmast Tolwak"
    assert entry["history"][-1]["entry"] is None
    assert entry["history"][-1]["changed"]["change"] == "removed"
    gone = client(made.bench).get("/entities/un:QDi.901")
    assert gone.status_code == 404
    assert "/api/v1/entries/un:QDi.901" in gone.json()["detail"]
