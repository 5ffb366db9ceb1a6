"""The commands as a user calls them."""

import csv
import gzip
import json
import os
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from tests.cli.running import as_json, run

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that the Zarvan Front operates a training camp in Ghazni. "
    "The Zarvan Front denied that it operates a training camp in Ghazni. "
    "It said that the Kohdast Movement leads a campaign in Kunar and supports the Ostan Front.\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("project")
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    done = run(
        "add",
        str(story),
        "--published",
        "2025-02-01",
        "--title",
        "Camp story",
        "--publisher",
        "The Invented Post",
        "--project",
        str(folder / "p"),
    )
    assert done.exit_code == 0, done.output
    return str(folder / "p")


def test_claims_print_one_object_a_line(project: str):
    done = run("claims", "--json", "--project", project)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"operates"} <= {row["predicate"] for row in rows}


@pytest.mark.parametrize(
    ("verb", "key"),
    [
        ("documents", "documents"),
        ("entities", "entities"),
        ("ties --unsure", "ties"),
        ("findings", "findings"),
        ("contradictions", "links"),
        ("replies", "replies"),
    ],
)
def test_every_list_is_one_object_with_its_noun(project: str, verb: str, key: str):
    assert as_json(*verb.split(), "--project", project)[key]


@pytest.mark.parametrize(
    "arguments",
    [
        ("documents",),
        ("show", "Camp story"),
        ("search", "training camp"),
        ("claims",),
        ("claims", "--entity", "Zarvan Front", "--since", "2025"),
        ("entities",),
        ("entity", "Zarvan Front"),
        ("ties", "--unsure"),
        ("findings",),
        ("contradictions",),
        ("screen", "Al-Qaida"),
        ("brief",),
        ("brief", "Zarvan Front", "--to", "html"),
        ("doctor",),
        ("config", "show"),
    ],
    ids=" ".join,
)
def test_every_view_prints_something_for_people(project: str, arguments: tuple[str, ...]):
    done = run(*arguments, "--project", project)
    assert done.exit_code == 0, done.output
    assert len(done.stdout) > 40


def test_why_shows_the_words_and_the_denial(project: str):
    finding = as_json("findings", "--project", project)["findings"][0]
    told = run("why", finding["id"], "--project", project).stdout
    assert "The Zarvan Front" in told
    assert "denied" in told.lower() or "denies" in told.lower()


def test_extract_needs_no_project_and_keeps_the_text_character_for_character(tmp_path: Path):
    text = "Ein Wort vorweg.\r\n\r\n" + STORY + "\tذبیح\u200cالله  \n"
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode())
    found = as_json("extract", str(path), "--published", "2025-02-01", "--project", str(tmp_path))
    assert found["document"]["text"] == text
    assert list(tmp_path.iterdir()) == [path]


def test_standard_input_is_read_as_a_document(tmp_path: Path):
    project = str(tmp_path / "p")
    assert run("add", "-", "--project", project, given=STORY).exit_code == 0
    assert len(as_json("documents", "--project", project)["documents"]) == 1


def test_some_failures_end_with_3_and_only_failures_with_2(tmp_path: Path):
    good = tmp_path / "good.txt"
    good.write_text(STORY, encoding="utf-8")
    project = str(tmp_path / "p")
    assert run("add", str(good), "gone.txt", "--project", project).exit_code == 3
    done = run("add", "gone.txt", "--project", project)
    assert done.exit_code == 2
    assert "gone.txt: no such file" in done.stderr


def test_a_view_without_a_project_says_how_to_begin_one(tmp_path: Path):
    done = run("claims", "--project", str(tmp_path))
    assert isinstance(done.exception, SaysoError)
    assert "sayso add" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_batch_of_names_gives_a_row_each_in_order(tmp_path: Path):
    batch = tmp_path / "names.csv"
    batch.write_text("name,country\nAl-Qaida,\nОсама бен Ладен,\nNobody Such,\n", encoding="utf-8")
    done = run("screen", "--batch", str(batch), "--project", str(tmp_path))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["qid"] for row in rows] == ["2", "3", "4"]
    assert rows[0]["results"][0]["reference"] == "QDe.004"


def test_an_export_is_whole_and_carries_the_denial_beside_the_allegation(
    project: str, tmp_path: Path
):
    assert run("export", "--to", "csv", "-o", str(tmp_path), "--project", project).exit_code == 0
    with (tmp_path / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert any("Zarvan Front" in " ".join(row.values()) for row in rows)
    assert run("export", "--to", "ftm", "-o", str(tmp_path), "--project", project).exit_code == 0


def test_describing_and_erasing_need_a_name_to_sign(project: str):
    done = run("describe", "Camp story", "--kind", "report", "--project", project)
    assert isinstance(done.exception, SaysoError)
    assert "--by" in str(done.exception)


def test_a_description_is_applied_and_signed(tmp_path: Path):
    project = str(tmp_path / "p")
    run("add", "-", "--project", project, "--title", "A", given=STORY)
    done = run("describe", "A", "--publisher", "Corrected", "--by", "me", "--project", project)
    assert done.exit_code == 0
    assert as_json("documents", "--project", project)["documents"][0]["publisher"] == "Corrected"


def test_restricted_documents_stay_out_of_what_is_public(tmp_path: Path):
    project = str(tmp_path / "p")
    run("add", "-", "--project", project, "--handling", "restricted", given=STORY)
    assert "Zarvan" in run("brief", "--project", project).stdout
    assert "Zarvan" not in run("brief", "--public", "--project", project).stdout


def test_a_completion_script_is_printed():
    assert "_SAYSO_COMPLETE" in run("completion", "bash").stdout


def test_a_folder_without_files_is_told(tmp_path: Path):
    done = run("add", str(tmp_path), "--project", str(tmp_path / "p"))
    assert done.exit_code == 0
    assert f"no files in {tmp_path}" in done.stderr


@pytest.mark.parametrize("given", ["yesterday", "2024-13", "2024-02-30", "23 May 2024"])
def test_a_date_that_is_none_is_refused_before_anything_is_read(tmp_path: Path, given: str):
    for arguments in (("add", "-"), ("extract", "-")):
        done = run(*arguments, "--published", given, "--project", str(tmp_path), given=STORY)
        assert isinstance(done.exception, SaysoError)
        assert "write 2024-05-23" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_is_refused_is_named_and_leaves_no_project(tmp_path: Path):
    path = tmp_path / "un.xml.gz"
    path.write_bytes(gzip.compress(b"<CONSOLIDATED_LIST/>")[:-9])
    done = run("lists", "add", "un", str(path), "--project", str(tmp_path / "p"))
    assert isinstance(done.exception, SaysoError)
    assert str(done.exception).startswith(f"{path}: the gzip file is cut off")
    assert not (tmp_path / "p").exists()


def test_a_pipe_is_no_list(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    done = run("lists", "add", "un", str(tmp_path / "pipe"), "--project", str(tmp_path / "p"))
    assert isinstance(done.exception, SaysoError)
    assert "a pipe or device" in str(done.exception)


def test_incidents_show_who_says_who_did_it(tmp_path: Path):
    story = tmp_path / "story.txt"
    story.write_text(
        "Invented for testing.\n\nThe Ostan Observatory said that the Zarvan Front killed "
        "Gul Rahim Wardak in Ghazni. The Zarvan Front denied that it killed Gul Rahim Wardak.\n",
        encoding="utf-8",
    )
    kept = str(tmp_path / "p")
    assert run("add", str(story), "--project", kept).exit_code == 0
    [incident] = as_json("incidents", "--project", kept)["incidents"]
    [perpetrator] = incident["perpetrators"]
    assert perpetrator["contested"] is True
    assert {said["how"] for said in perpetrator["said"]} == {"blamed by", "denied by"}
    assert as_json("incidents", "--project", kept, "--place", "Kunar") == {"incidents": []}
    shown = run("incidents", "--project", kept)
    assert "denied by Zarvan Front" in shown.stdout


def test_replies_are_told_of_one_party_and_of_what_came_back(project: str):
    found = as_json("replies", "Zarvan Front", "--project", project)["replies"]
    assert {row["party"]["name"] for row in found} == {"Zarvan Front"}
    answered = next(row for row in found if row["reply"] == "received")
    assert answered["status"] == "contested"
    assert answered["answers"]
    silent = as_json("replies", "--reply", "not_sought", "--project", project)["replies"]
    assert {row["reply"] for row in silent} == {"not_sought"}
    asked = as_json("replies", "--asked", "--project", project)["replies"]
    assert "not_sought" not in {row["reply"] for row in asked}
    assert "answered: “" in run("replies", "--project", project).stdout
