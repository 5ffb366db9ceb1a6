"""A brief as a user asks for it, edits it, lints it and issues it again."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import as_json, run

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that the Zarvan Front runs up to eight camps in Ghazni. "
    "The Zarvan Front denied running camps in Ghazni. "
    "Omid Tarzi leads the Zarvan Front, the Ostan Observatory said.\n"
)
ABOUT = ("--published", "2025-02-01", "--title", "Camps story", "--publisher", "Zarvan Post")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("briefs")
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    assert run("add", str(story), *ABOUT, "--project", str(folder / "p")).exit_code == 0
    return str(folder / "p")


def brief(project: str, *arguments: str) -> str:
    done = run("brief", *arguments, "--project", project, "--quiet")
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>")]
)
def test_each_form_is_written_whole(project: str, tmp_path: Path, form: str, begins: bytes):
    file = tmp_path / f"brief.{form}"
    brief(project, "--to", form, "-o", str(file))
    assert file.read_bytes().startswith(begins)
    assert list(tmp_path.iterdir()) == [file]


def test_each_figure_is_a_file_with_its_table(project: str, tmp_path: Path):
    brief(project, "--figures", str(tmp_path / "figures"))
    files = {file.name for file in (tmp_path / "figures").iterdir()}
    assert {"map-AF.svg", "map-AF.png", "places.csv"} <= files
    table = (tmp_path / "figures" / "places.csv").read_text(encoding="utf-8")
    assert "AF-GHA" in table
    assert "denied by" in table


def test_a_brief_without_figures_says_so(project: str, tmp_path: Path):
    figures = ("--region", "PK", "--figures", str(tmp_path / "figures"))
    assert "has no figure" in str(run("brief", *figures, "--project", project).exception)


def test_a_page_holds_its_map_and_asks_for_nothing(project: str):
    page = brief(project, "--to", "html")
    assert "<svg" in page
    assert "Findings by province" in page
    assert 'src="' not in page


def test_an_outline_is_written_edited_linted_and_told(project: str, tmp_path: Path):
    outline = tmp_path / "outline.txt"
    brief(project, "--to", "outline", "-o", str(outline))
    text = outline.read_text(encoding="utf-8")
    assert "; Put the lines in another order" in text
    edited = text.replace("# Who says what", "# As edited: who says what")
    outline.write_text(edited, encoding="utf-8")
    assert brief(project, "--outline", str(outline)).startswith("# As edited")
    assert as_json("brief", "--lint", str(outline), "--project", project)["faults"] == []


def test_an_edited_brief_is_linted_where_it_went_wrong(project: str, tmp_path: Path):
    file = tmp_path / "brief.md"
    brief(project, "--ids", "-o", str(file))
    whole = file.read_text(encoding="utf-8")
    assert run("brief", "--lint", str(file), "--exit-code", "--project", project).exit_code == 0
    assert "up to eight camps" in whole
    file.write_text(whole.replace("up to eight camps", "eight camps"), encoding="utf-8")
    done = run("brief", "--lint", str(file), "--exit-code", "--json", "--project", project)
    assert done.exit_code == 4
    rules = {fault["rule"] for fault in json.loads(done.stdout)["faults"]}
    assert rules & {"hedge_lost", "not_the_words"}


def test_a_brief_of_our_own_is_linted_without_a_file(project: str):
    done = run("brief", "--lint", "--exit-code", "--project", project)
    assert done.exit_code == 0, done.output
    assert "0 faults in " in done.stderr


def test_a_later_issue_says_what_changed(project: str, tmp_path: Path):
    first = tmp_path / "first.json"
    brief(project, "--to", "json", "-o", str(first))
    assert "Nothing that is told has changed." in brief(project, "--since", str(first))


def test_a_brief_is_about_a_place_or_a_time_or_a_finding(project: str):
    assert "what is said to be in Ghazni" in brief(project, "--region", "AF-GHA")
    assert "No finding is known" in brief(project, "--region", "PK")
    key = as_json("findings", "--project", project)["findings"][0]["id"]
    assert "findings picked by hand" in brief(project, "--finding", key)
    assert run("brief", "--period", "soon", "--project", project).exit_code != 0


def test_a_question_is_told_by_its_evidence(project: str):
    key = as_json("findings", "--project", project)["findings"][0]["id"]
    signed = ("--by", "Ada Okoye", "--project", project)
    opened = as_json(
        "hypotheses",
        "open",
        "Who runs the camps?",
        *("--hypothesis", "The Front", "--hypothesis", "Others"),
        *signed,
    )
    question = opened["questions"][0]["id"]
    as_json("hypotheses", "evidence", question, key, *signed)
    told = brief(project, "--question", question)
    assert "the question “Who runs the camps?”" in told
    assert "Annex: Open questions" in told


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xff\xfe\x00", "no UTF-8"), (b"words", "no line begins with"), (None, "cannot be read")],
)
def test_an_outline_that_is_none_is_refused_by_name(
    project: str, tmp_path: Path, content: bytes | None, says: str
):
    file = tmp_path / "outline.txt"
    if content is not None:
        file.write_bytes(content)
    done = run("brief", "--outline", str(file), "--project", project)
    assert done.exit_code != 0
    assert says in str(done.exception)
    assert "outline.txt" in str(done.exception)


def test_no_final_brief_says_in_its_own_voice_what_a_source_said(project: str, tmp_path: Path):
    found = as_json("findings", "--project", project)["findings"]
    file = tmp_path / "mine.md"
    file.write_text(
        f"## Mine\n\nThe Zarvan Front runs up to eight camps. {{{found[0]['id']}}}\n",
        encoding="utf-8",
    )
    draft = run("brief", "--outline", str(file), "--project", project)
    assert draft.exit_code == 0
    assert "a final brief is refused" in draft.stderr
    assert "as a person left them in an outline: 1." in draft.stdout
    final = run("brief", "--outline", str(file), "--final", "--project", project)
    assert "no final brief with 1 fault in it" in str(final.exception)


def test_an_outline_is_not_narrowed(project: str, tmp_path: Path):
    file = tmp_path / "outline.txt"
    brief(project, "--to", "outline", "-o", str(file))
    done = run("brief", "--outline", str(file), "--region", "AF", "--project", project)
    assert "take out ENTITY" in str(done.exception)


def test_what_was_erased_is_named_by_the_linter(tmp_path: Path):
    story, project = tmp_path / "story.txt", str(tmp_path / "p")
    story.write_text(STORY, encoding="utf-8")
    assert run("add", str(story), *ABOUT, "--project", project).exit_code == 0
    file = tmp_path / "brief.md"
    brief(project, "--ids", "-o", str(file))
    why = ("--reason", "asked for by a court", "--by", "Ada Okoye")
    erased = run("erase", "Camps story", *why, "--project", project)
    assert erased.exit_code == 0, erased.output
    done = run("brief", "--lint", str(file), "--json", "--project", project)
    assert {fault["rule"] for fault in json.loads(done.stdout)["faults"]} == {"gone"}
    told = run("brief", "--outline", str(file), "--project", project)
    assert "may have been erased" in str(told.exception)
    assert "camps" not in str(told.exception)


def test_the_doctor_says_which_scripts_a_pdf_can_show(project: str):
    checks = as_json("doctor", "--project", project)["checks"]
    [fonts] = [check for check in checks if check["what"] == "fonts for PDF"]
    assert "scripts" in fonts["state"] or fonts["advice"]


def test_another_language_is_asked_for_by_its_code(project: str):
    assert brief(project, "--language", "en") == brief(project)
    refused = run("brief", "--language", "tlh", "--project", project).exception
    assert "a brief can be in en" in str(refused)


def test_an_outline_of_picked_findings_goes_round(project: str, tmp_path: Path):
    """Picked by hand, put in another order, cut, with a paragraph of one's own."""
    every = re.findall(r"^f-\w+", brief(project, "--to", "outline"), re.MULTILINE)
    picked = [every[0], every[-1]]
    options = [part for key in picked for part in ("--finding", key)]
    told = brief(project, *options, "--to", "outline")
    assert sorted(re.findall(r"^f-\w+", told, re.MULTILINE)) == sorted(set(picked))
    found = {one["id"]: one for one in as_json("findings", "--project", project)["findings"]}
    claim = found[every[0]]["claims"][0]
    mine = tmp_path / "mine.txt"
    quoted = "According to the Ostan Observatory, it runs “up to eight camps in Ghazni”."
    mine.write_text(
        f"# Of my own\n\n## Second first\n\n{every[-1]}\n\n## Then\n\n{quoted} {{{claim}}}\n",
        encoding="utf-8",
    )
    issue = json.loads(brief(project, "--outline", str(mine), "--to", "json"))
    assert issue["title"] == "Of my own"
    headings = [section["heading"] for section in issue["sections"]]
    assert headings == ["Summary", "Second first", "Then"]
    own = issue["sections"][2]["paragraphs"][0]["lines"]
    assert own[0]["claims"] == [claim]
    assert any("denied" in line["text"] for line in own[1:])
