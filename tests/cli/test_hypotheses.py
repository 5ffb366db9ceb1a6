"""Competing hypotheses and questions about identity as a user works them."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import as_json, run

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that the Zarvan Front is a front for the Kohdast Movement. "
    "The Zarvan Front denied being a front for the Kohdast Movement. "
    'The police of Ostan said: "The Zarvan Front is another name for the Kohdast Movement."\n'
)
SIGNED = ("--by", "Ada Okoye")


@pytest.fixture
def project(tmp_path: Path) -> str:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    about = ("--published", "2025-02-01", "--title", "Front story", "--publisher", "Zarvan Post")
    assert run("add", str(story), *about, "--project", str(tmp_path / "p")).exit_code == 0
    return str(tmp_path / "p")


def hypotheses(project: str, *arguments: str) -> dict:
    return as_json("hypotheses", *arguments, "--project", project)


@pytest.fixture
def opened(project: str) -> str:
    """Open the question that the story raises."""
    [question] = as_json("questions", "--project", project)["questions"]
    done = hypotheses(project, "open", "--from", question["id"], *SIGNED)
    return done["questions"][0]["id"]


def test_a_question_about_identity_has_both_sides_and_merges_nothing(project: str):
    [question] = as_json("questions", "--project", project)["questions"]
    assert question["question"] == (
        "Is Zarvan Front a group of its own, another name for Kohdast Movement, or a front for it?"
    )
    bears = {sign["sign"]: sign["bears_on"] for sign in question["signs"]}
    assert bears["said_front"] == {"alias_of": "neither", "front_for": "for"}
    assert bears["denied_front"] == {"alias_of": "neither", "front_for": "against"}
    [alleged] = [s for s in question["signs"] if s["sign"] == "said_front"]
    assert alleged["claims"][0]["beside"] == ["denied by Zarvan Front"]
    names = {e["name"] for e in as_json("entities", "--project", project)["entities"]}
    assert {"Zarvan Front", "Kohdast Movement"} <= names


def test_the_text_of_questions_and_of_a_matrix_fits_a_hundred_columns(project: str, opened: str):
    for verb in (("questions",), ("hypotheses", "show", opened)):
        done = run(*verb, "--project", project)
        assert done.exit_code == 0
        assert max(map(len, done.stdout.splitlines())) <= 100
    assert "(not listed)" in run("questions", "--project", project).stdout


def test_a_question_about_identity_opens_with_its_claims_and_nothing_is_rated(
    project: str, opened: str
):
    matrix = hypotheses(project, "show", opened)
    assert [h["text"] for h in matrix["hypotheses"]] == [
        "Zarvan Front is a group of its own",
        "Zarvan Front is another name for Kohdast Movement",
        "Zarvan Front is a front for Kohdast Movement",
    ]
    assert len(matrix["evidence"]) >= 2
    assert {row["kind"] for row in matrix["evidence"]} == {"claim"}
    assert all(row["ratings"] == {} for row in matrix["evidence"])
    assert matrix["least_inconsistent"] == []
    assert as_json("questions", "--project", project)["questions"][0]["opened_as"] == opened
    again = run("hypotheses", "open", "--from", matrix["from"], *SIGNED, "--project", project)
    assert isinstance(again.exception, Exception)
    assert opened in str(again.exception)


def test_ratings_are_signed_reasoned_replaced_and_undone(project: str, opened: str):
    reason = ("--reason", "the Observatory names no source")
    hypotheses(project, "rate", opened, "e1", "h1=II", "H3=very-consistent", *SIGNED, *reason)
    hypotheses(project, "rate", opened, "E1", "H1=neutral", "--by", "Bilal Rao", *reason)
    rated = hypotheses(project, "show", opened)["evidence"][0]
    assert rated["ratings"] == {"H1": "neutral", "H3": "very_consistent"}

    steps = hypotheses(project, "history", opened)["steps"]
    last = steps[-1]
    assert (last["by"], last["reason"]) == ("Bilal Rao", "the Observatory names no source")
    hypotheses(project, "undo", opened, last["key"], *SIGNED, "--reason", "agreed with Bilal")
    assert (
        hypotheses(project, "show", opened)["evidence"][0]["ratings"]["H1"] == "very_inconsistent"
    )
    after = hypotheses(project, "history", opened)["steps"]
    assert after[len(steps) - 1]["undone_by"] == after[-1]["key"]


def test_own_words_are_shown_as_own_words_and_fall_with_the_source_that_they_report(
    project: str, opened: str
):
    own = ("--words", "Its spokesman told me so", "--source", "Zarvan Front")
    hypotheses(project, "evidence", opened, *own, *SIGNED)
    row = hypotheses(project, "show", opened)["evidence"][-1]
    assert (row["kind"], row["roots"]) == ("own_words", ["Zarvan Front"])
    assert "Ada Okoye's own words, as the word of Zarvan Front" in row["says"]

    cells = ("H1=C", "H2=I", "H3=I", *SIGNED, "--reason", "it says so itself")
    hypotheses(project, "rate", opened, row["key"], *cells)
    matrix = hypotheses(project, "show", opened)
    [fallen] = [w for w in matrix["without_source"] if w["source"] == "Zarvan Front"]
    assert row["key"] in fallen["falls"]
    assert fallen["changes"] is True


def test_a_finding_can_be_evidence_and_its_status_and_denial_stand_with_it(project: str):
    findings = as_json("findings", "--project", project)["findings"]
    [front] = [f for f in findings if f["predicate"] == "front_for"]
    question = hypotheses(project, "open", "Whose front is it?", *SIGNED)["questions"][0]["id"]
    hypotheses(project, "suppose", question, "Nobody's", *SIGNED)
    hypotheses(project, "evidence", question, front["id"], *SIGNED)
    [row] = hypotheses(project, "show", question)["evidence"]
    assert (row["kind"], row["status"]) == ("finding", front["status"])
    assert row["beside"] == ["denied by Zarvan Front"]


def test_evidence_of_an_erased_document_is_gone_its_words_are_shown_nowhere(
    project: str, opened: str
):
    reason = ("--reason", "r")
    hypotheses(project, "rate", opened, "E1", "H1=II", *SIGNED, *reason)
    run("erase", "Front story", "--reason", "asked for", *SIGNED, "--project", project)

    matrix = hypotheses(project, "show", opened)
    assert all("erased by Ada Okoye: asked for" in row["gone"] for row in matrix["evidence"])
    assert [h["inconsistency"] for h in matrix["hypotheses"]] == [0, 0, 0]
    told = run("hypotheses", "show", opened, "--project", project).stdout
    assert "Gone, and counted no more" in told
    for words in ("Ostan Observatory", "is a front for the Kohdast"):
        assert words not in told
        assert words not in json.dumps(hypotheses(project, "history", opened))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("evidence", "{q}", "c-nothing", *SIGNED), "no claim or finding 'c-nothing'"),
        (("evidence", "{q}", *SIGNED), "give one of them"),
        (("rate", "{q}", "E1", "H1=maybe", *SIGNED, "--reason", "r"), "'H1=maybe' is no rating"),
        (("rate", "{q}", "E1", "H1=I", "h1=C", *SIGNED, "--reason", "r"), "rated twice"),
        (("show", "q-nothing"), "no question 'q-nothing'"),
        (("open", *SIGNED), "give a question in words"),
        (("open", "--from", "iq-nothing", *SIGNED), "`sayso questions` lists them"),
        (("open", "Is it?"), "nobody signs"),
    ],
)
def test_what_cannot_be_is_refused_and_says_what_to_do(
    project: str, opened: str, arguments: tuple[str, ...], told: str
):
    filled = [opened if part == "{q}" else part for part in arguments]
    done = run("hypotheses", *filled, "--project", project)
    assert done.exit_code != 0
    assert told in str(done.exception)


def test_the_list_of_questions_says_which_hypotheses_are_least_inconsistent(
    project: str, opened: str
):
    hypotheses(project, "rate", opened, "E1", "H1=I", "H2=C", "H3=C", *SIGNED, "--reason", "r")
    [listed] = hypotheses(project, "list")["questions"]
    assert listed["least_inconsistent"] == ["H2", "H3"]
