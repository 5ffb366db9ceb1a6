"""Judging as a user does it: judge, undo, review, log, brief --final."""

from pathlib import Path

import pytest

from sayso.errors import BadInput, NotFound, SaysoError, Unsigned
from tests.cli.running import as_json, run
from tests.lists.build import un_list
from tests.lists.eu.build import eu_list
from tests.states.build import eu_party, un_party

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that Gul Rahim Wardak leads the Zarvan Front. "
    "The Zarvan Front denied that Gul Rahim Wardak leads the Zarvan Front.\n"
)
SIGNED = ("--by", "Ada Okoye", "--reason", "read it twice")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judging")
    done = run(
        "add",
        "-",
        "--title",
        "A story",
        "--publisher",
        "The Invented Post",
        "--published",
        "2025-02-01",
        "--project",
        str(folder),
        given=STORY,
    )
    assert done.exit_code == 0, done.output
    return folder / "sayso.db"


@pytest.fixture
def project(read: Path, tmp_path: Path) -> str:
    (tmp_path / "sayso.db").write_bytes(read.read_bytes())
    return str(tmp_path)


def finding(project: str) -> dict:
    found = as_json("findings", "--project", project)["findings"]
    return next(f for f in found if f["predicate"] == "leads")


def test_a_brief_becomes_final_by_the_commands_that_its_refusal_names(project: str):
    where = ("--project", project)
    run("judge", finding(project)["claims"][0], "accept", *SIGNED, *where)
    assert "DRAFT, NOT REVIEWED" in run("brief", *where).stdout
    assert isinstance(run("brief", "--final", *where).exception, Unsigned)
    for _ in range(9):
        done = run("brief", "--final", *where)
        if not isinstance(done.exception, Unsigned):
            break
        assert done.stdout == ""
        command = done.stderr.splitlines()[0].rpartition(": sayso ")[2].partition(" --by")[0]
        assert run(*command.split(), *SIGNED, *where).exit_code == 0
    assert done.exit_code == 0
    assert "Gul Rahim Wardak" in done.stdout
    assert "Ada Okoye accepted" in done.stdout


def test_a_decision_is_told_undone_and_kept_in_a_log_that_is_sound(project: str):
    where = ("--project", project)
    claim = finding(project)["claims"][0]
    made = as_json("judge", claim, "reject", *SIGNED, *where)["judgement"]
    assert claim not in run("claims", *where).stdout
    later = as_json("judge", claim, "accept", "--by", "B. Rahimi", "--reason", "it is said", *where)
    assert [j["id"] for j in later["earlier"]] == [made["id"]]
    run("undo", later["judgement"]["id"], *SIGNED, *where)
    assert claim not in run("claims", *where).stdout
    entries = as_json("log", *where)["entries"]
    assert [e["kind"] for e in entries] == ["addition", "judgement", "judgement", "judgement"]
    assert [e["undone"] for e in entries] == [False, False, True, False]
    checked = as_json("log", "verify", *where)
    assert (checked["sound"], checked["entries"]) == (True, 4)
    assert checked["head"] == entries[-1]["hash"]
    told = run("log", "--about", claim, *where).stdout
    assert "rejected by Ada Okoye" in told
    assert "(undone)" in told
    assert len(told.splitlines()) == 2


def test_a_log_that_is_not_sound_ends_with_1_and_names_the_entry(project: str):
    where = ("--project", project)
    done = run("log", "verify", "--noted", "0" * 64, *where)
    assert done.exit_code == 1
    assert "NOT SOUND" in done.stdout
    assert "no entry has this hash" in done.stdout


def test_the_queue_shows_the_person_first_with_the_words_and_is_shorter_when_they_are_accepted(
    project: str,
):
    where = ("--project", project)
    before = as_json("review", *where)
    assert before["queue"][0]["kind"] == "about a person"
    assert before["queue"][0]["words"][0]["words"] in STORY
    run("judge", before["queue"][0]["about"], "accept", *SIGNED, *where)
    assert as_json("review", *where)["waiting"] == before["waiting"] - 1
    assert "$ sayso judge" in run("review", *where).stdout or before["waiting"] == 1
    claim = finding(project)["claims"][0]
    assert as_json("review", claim, *where)["queue"] == []


def test_a_likelihood_a_grade_and_their_authors_stand_in_findings_and_why(project: str):
    where = ("--project", project)
    key = finding(project)["id"]
    assert finding(project)["assessment"] is None
    run("judge", key, "assess", "likely", "low", *SIGNED, *where)
    run("judge", "The Invented Post", "grade", "B", *SIGNED, *where)
    run("judge", key, "accept", *SIGNED, *where)
    found = finding(project)
    assert (found["assessment"]["likelihood"], found["assessment"]["confidence"]) == (
        "likely",
        "low",
    )
    assert found["accepted_claims"] == len(found["claims"])
    told = run("why", key, *where).stdout
    assert "Our assessment: likely (55 to 80 %). Confidence: low. By Ada Okoye" in told
    assert "source The Invented Post B  claim" in told


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("judge", "c-1", "accept", *SIGNED), NotFound),
        (("judge", "A story", "accept", *SIGNED), BadInput),
        (("judge", "c-1", "accept", "--reason", "x"), BadInput),
        (("undo", "j-1", *SIGNED), NotFound),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_is_logged(
    project: str, arguments: tuple[str, ...], error: type[SaysoError]
):
    done = run(*arguments, "--project", project)
    assert isinstance(done.exception, error)
    assert len(as_json("log", "--project", project)["entries"]) == 1


def test_a_profile_names_the_readings_that_can_be_split_off(project: str):
    found = as_json("entity", "Zarvan Front", "--project", project)
    assert found["gathered"]
    told = run("entity", "Zarvan Front", "--project", project).stdout
    assert all(member in told for member in found["gathered"])


def test_a_judgement_on_a_claim_of_an_erased_document_says_who_erased_it_and_why(project: str):
    where = ("--project", project)
    claim = finding(project)["claims"][0]
    assert run("judge", claim, "accept", *SIGNED, *where).exit_code == 0
    for words, told in (((" ", "Ada Okoye"), "no reason"), (("asked for", " "), "nobody signs")):
        refused = run("erase", "A story", "--reason", words[0], "--by", words[1], *where)
        assert told in str(refused.exception)
    run("erase", "A story", "--reason", "a source is at risk", "--by", "B. Rahimi", *where)
    again = run("judge", claim, "accept", *SIGNED, *where)
    assert isinstance(again.exception, NotFound)
    assert "“A story” was erased on" in str(again.exception)
    assert "by B. Rahimi: a source is at risk" in str(again.exception)
    [item] = as_json("review", *where)["queue"]
    assert (item["kind"], item["about"]) == ("no longer here", claim)


def test_evidence_of_a_finding_that_is_rejected_as_a_whole_is_gone_from_a_question(project: str):
    where = ("--project", project)
    asked = finding(project)
    opened = ("open", "Who leads the front?", "--hypothesis", "Wardak", "--by", "Ada Okoye")
    key = as_json("hypotheses", *opened, *where)["questions"][0]["id"]
    for about in (asked["id"], asked["claims"][0]):
        run("hypotheses", "evidence", key, about, "--by", "Ada Okoye", *where)
    run("judge", asked["id"], "reject", *SIGNED, *where)
    rows = as_json("hypotheses", "show", key, *where)["evidence"]
    assert [row["gone"] for row in rows] == 2 * ["rejected by Ada Okoye: read it twice"]


def test_a_national_entry_is_judged_to_be_the_uns_and_that_is_undone(tmp_path: Path):
    where = ("--project", str(tmp_path))
    files = {"un": un_list(un_party()), "eu": eu_list(eu_party(un_reference=None))}
    for authority, text in files.items():
        path = tmp_path / f"{authority}.xml"
        path.write_text(text, encoding="utf-8")
        run("lists", "add", authority, str(path), *where)

    done = run("judge", "entry:eu:501", "same", "QDi.901", *SIGNED, *where)

    assert "entry:eu:501 judged the same as un:QDi.901 by Ada Okoye" in done.stdout
    key = done.stdout.split()[0]
    assert "un:QDi.901" in run("log", *where).stdout
    assert run("review", *where).exit_code == 0
    assert run("undo", key, *SIGNED, *where).exit_code == 0
    assert isinstance(
        run("judge", "entry:eu:9", "same", "QDi.901", *SIGNED, *where).exception, NotFound
    )
