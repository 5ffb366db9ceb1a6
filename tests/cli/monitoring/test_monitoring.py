"""The commands lists check, note, fairness and sources, as a user calls them."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from sayso.errors import NotFound
from tests.cli import running
from tests.lists.build import entity, individual, un_list

STORY = (
    "Invented for testing.\n\n"
    "According to a report by the Ostan Observatory, the Zarvan Front operates a training camp in "
    "Ghazni. The Zarvan Front denied that it operates a training camp in Ghazni.\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("upkeep")
    dead = "<COMMENTS1>Reportedly deceased in 2021.</COMMENTS1>"
    led = "<COMMENTS1>Led by Zarmast Tolwak (QDi.901).</COMMENTS1>"
    (folder / "un.xml").write_text(
        un_list(individual(more=dead), entity("QDe.901", "Zarvan Front", led)), encoding="utf-8"
    )
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    for words in (
        ("lists", "add", "un", str(folder / "un.xml")),
        ("add", str(folder / "story.txt"), "--published", "2026-01-01", "--publisher", "The Post"),
    ):
        assert run(*words, project=str(folder / "p")).exit_code == 0
    return str(folder / "p")


def run(*words: str, project: str) -> Result:
    return running.run(*words, "--project", project, columns=200)


def test_check_prints_the_words_and_ends_with_4_only_when_asked(project: str):
    told = run("lists", "check", project=project)
    assert told.exit_code == 0
    assert (
        "names Zarmast Tolwak (QDi.901) as its leader, who is reported as deceased" in told.stdout
    )
    assert "QDi.901, remarks: “Reportedly deceased in 2021.”" in told.stdout
    assert run("lists", "check", "--exit-code", project=project).exit_code == 4
    none = run("lists", "check", "--exit-code", "--class", "empty_field", project=project)
    assert (none.exit_code, none.stdout) == (0, "nothing stale or at odds was found\n\n")


def test_check_as_json_counts_every_class(project: str):
    told = json.loads(run("lists", "check", "un", "--json", project=project).stdout)
    counts = {each["kind"]: each["count"] for each in told["classes"]}
    assert (counts["leader_deceased"], counts["newer_findings"], told["entries"]) == (1, 1, 2)
    assert {one["severity"] for one in told["discrepancies"]} >= {"high", "medium"}


@pytest.mark.parametrize("command", ["note", "fairness"])
def test_note_and_fairness_are_markdown_drafts_with_the_denial(project: str, command: str):
    told = run("lists", command, "QDe.901", project=project)
    assert told.exit_code == 0
    assert told.stdout.startswith("# ")
    assert "**DRAFT, NOT REVIEWED**" in told.stdout
    assert "Denied or answered: “The Zarvan Front denied" in told.stdout
    assert json.loads(run("lists", command, "QDe.901", "--json", project=project).stdout)


def test_an_entry_or_a_list_that_is_not_held_is_said_to_be_so(project: str):
    for words in (("note", "QDe.999"), ("fairness", "ofac:1"), ("check", "ofac")):
        assert isinstance(run("lists", *words, project=project).exception, NotFound)


def test_sources_tells_the_report_behind_the_story_and_what_rests_on_it(project: str):
    told = run("sources", project=project)
    assert told.stdout.startswith("1. ")
    assert "by Ostan Observatory" in told.stdout.splitlines()[0]
    shape = json.loads(run("sources", "--json", project=project).stdout)
    assert shape["to_obtain"][0]["author"] == "Ostan Observatory"
    assert shape["to_obtain"][0]["findings"]
    [held] = shape["held"]
    assert (held["publisher"], held["handling"], held["in_circle"]) == ("The Post", "public", False)
    assert "story.txt" in run("sources", "--held", project=project).stdout


def test_a_project_without_a_list_says_what_to_do(tmp_path: Path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    folder = str(tmp_path / "p")
    run("add", str(tmp_path / "story.txt"), project=folder)
    told = run("lists", "check", project=folder)
    assert isinstance(told.exception, NotFound)
