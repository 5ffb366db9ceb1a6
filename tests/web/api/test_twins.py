"""Lists as tables: whole, filtered as the page is, and nothing in them runs."""

import csv
import io
import re

import pytest

from sayso.model.screenings import RunKind
from tests.web.described import faults
from tests.web.project import HOSTILE, begun, settled
from tests.web.standing import client


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", ["claims", "documents", "entities", "findings", "ties", "log"])
def test_a_table_has_all_rows_of_the_list(name: str):
    asked = client(settled().bench)
    total = asked.get(f"/api/v1/{name}?limit=1").json()["total"]
    answer = asked.get(f"/api/v1/{name}.csv?limit=1")
    assert answer.headers["content-type"].startswith("text/csv")
    assert f'filename="sayso-{name}.csv"' in answer.headers["content-disposition"]
    assert len(rows(answer.text)) == total > 1


def test_a_table_has_the_filters_of_the_list():
    asked = client(settled().bench)
    told = rows(asked.get("/api/v1/findings.csv?status=contested").text)
    assert {row["status"] for row in told} == {"contested"}
    accepted = asked.get("/api/v1/findings?status=contested", headers={"Accept": "text/csv"})
    assert rows(accepted.text) == told


def test_the_json_twin_is_the_list():
    asked = client(settled().bench)
    assert asked.get("/api/v1/ties.json").json() == asked.get("/api/v1/ties").json()


def test_no_cell_is_run_as_a_formula():
    text = client(settled().bench).get("/api/v1/entities.csv").text
    cells = [cell for row in rows(text) for cell in row.values()]
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)]


def test_names_with_markup_stay_words():
    asked = client(settled().bench)
    answer = asked.get("/api/v1/entities?q=panjshir")
    assert answer.headers["content-type"] == "application/json"
    [found] = asked.get("/api/v1/entities", params={"q": "ولایت پنجشیر"}).json()["results"]
    assert found["name"] == HOSTILE


def test_offsets_are_code_points():
    asked = client(settled().bench)
    told = asked.get("/api/v1/claims", params={"entity": "Zarmast Tolwak"}).json()
    one = next(c for c in told["results"] if "😀" in c["text"])
    whole = asked.get(f"/api/v1/documents/{one['document']['id']}").json()
    assert whole["text"][one["start"] : one["end"]] == one["text"]
    for mention in whole["mentions"]:
        assert whole["text"][mention["start"] : mention["end"]] == mention["text"]


def test_who_has_the_answer_is_not_sent_it_again():
    asked = client(settled().bench)
    mark = asked.get("/api/v1/claims").headers["etag"]
    again = asked.get("/api/v1/claims", headers={"If-None-Match": mark})
    assert (again.status_code, again.content) == (304, b"")


def test_the_original_is_handed_out_to_be_saved():
    asked = client(settled().bench)
    document = asked.get("/api/v1/documents").json()["results"][0]["id"]
    answer = asked.get(f"/api/v1/documents/{document}/original")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["entities/e-gone", "findings/f-gone", "documents/gone", "ties/f-0"]
)
def test_a_link_to_what_is_no_longer_there_says_so(name: str):
    answer = client(settled().bench).get(f"/api/v1/{name}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_judge_of_answers_sees_what_is_amiss():
    schema = {
        "type": "object",
        "properties": {"a": {"type": "array", "items": {"type": "integer"}}},
        "required": ["a", "b"],
        "additionalProperties": False,
    }
    assert len(list(faults({"a": [1, "2"], "c": 0}, schema, {}))) == 3


def test_a_step_on_a_question_is_seen_by_one_who_has_the_question_as_it_was():
    made = begun()
    asked = client(made.bench)
    before = asked.get("/api/v1/hypotheses")
    weighed = made.bench.deliberation()
    weighed.open("Who runs it?", ["The Front", "Nobody"], weighed.signed("Ada Okoye", "ask"))
    mark = {"If-None-Match": before.headers["etag"]}
    after = asked.get("/api/v1/hypotheses", headers=mark)
    assert (after.status_code, after.json()["total"]) == (200, 1)


def test_a_run_of_screening_is_seen_by_one_who_has_the_log_as_it_was():
    made = begun()
    asked = client(made.bench)
    before = asked.get("/api/v1/log")
    runs = made.bench.screenings()
    runs.log(runs.run(RunKind.BATCH, "0" * 64, "Ada Okoye"))
    mark = {"If-None-Match": before.headers["etag"]}
    assert asked.get("/api/v1/log", headers=mark).json()["total"] == before.json()["total"] + 1


def test_whether_the_log_is_sound_is_looked_at_each_time():
    answer = client(begun().bench).get("/api/v1/log/check")
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


def test_the_log_is_read_page_by_page_and_of_one_thing_alone():
    asked = client(settled().bench)
    every = asked.get("/api/v1/log?limit=500").json()["results"]
    [*_, part] = asked.get("/api/v1/log?limit=2&offset=3").json()["results"]
    assert part == every[4]
    oldest = asked.get("/api/v1/log?limit=500&order=oldest").json()["results"]
    assert [one["number"] for one in oldest] == [one["number"] for one in reversed(every)]
    [decided] = [one for one in every if (one["judgement"] or {}).get("verdict") == "accept"]
    claim = decided["judgement"]["about"]
    told = asked.get(f"/api/v1/log?about={claim}&limit=1").json()
    assert (told["results"], told["total"]) == ([decided], 1)


def test_a_comparison_is_a_table_with_both_sides_in_their_words():
    asked = client(settled().bench)
    documents = asked.get("/api/v1/documents?limit=500").json()["results"]
    pairs = [(a["id"], b["id"]) for a in documents[:6] for b in documents[:6] if a != b]
    for secondary, primary in pairs:
        query = {"secondary": secondary, "primary": primary}
        told = asked.get("/api/v1/compare", params=query).json()
        assert asked.get("/api/v1/compare.json", params=query).json() == told
        table = rows(asked.get("/api/v1/compare.csv", params=query).text)
        assert [(row["slot"], row["note"]) for row in table] == [
            (one["slot"], one["note"]) for one in told["differences"]
        ]
        for row, one in zip(table, told["differences"], strict=True):
            assert row["primary.text"] == (one["primary"] or {"text": ""})["text"]
