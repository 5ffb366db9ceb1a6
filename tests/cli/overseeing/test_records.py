"""Records of states as a user keeps them; what is told of the states is invented."""

import csv
import io
import json
from pathlib import Path

import pytest

from sayso.errors import BadInput, NotFound
from sayso.model.oversight import RecordKind
from tests.cli.running import as_json, run

STORY = (
    "Invented for testing.\n\n"
    "The Monitoring Team noted that Norway had not submitted an implementation report.\n\n"
    "The Panel said that the Zarvan Front supplied 11 rifles to Al-Qaida in March 2024.\n"
)
UN = Path(__file__).parents[2] / "data" / "un_extract_2026-02-27.xml"
HEADER = "kind,state,on,document,quote,references,amount,currency\n"
ROWS = (
    "assets_frozen,NO,2025-03-01,Invented letter,,,12.50,NOK\n"
    "assets_frozen,Switzerland,2025-03,Invented letter,,QDe.132,900,CHF\n"
)


@pytest.fixture
def project(tmp_path: Path) -> str:
    return str(tmp_path / "p")


def take_in(project: str, content: str | bytes, *more: str, name: str = "f.csv") -> dict:
    """Import a file; give what is printed, and what became of it as `exit`."""
    path = Path(project).with_name(name)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    done = run(
        *("states", "import", str(path), "--by", "Ada Okoye", "--json", "--project", project, *more)
    )
    told = json.loads(done.stdout) if done.stdout else {}
    return {**told, "exit": done.exception if isinstance(done.exception, BadInput) else None}


def records(project: str, *more: str) -> list[dict]:
    return as_json("states", "records", *more, "--project", project)["records"]


def test_a_file_is_recorded_whole_and_the_same_file_adds_nothing(project: str):
    assert take_in(project, HEADER + ROWS)["new"] == 2
    assert take_in(project, HEADER + ROWS) == {
        "rows": 2,
        "new": 0,
        "refused": [],
        "more": 0,
        "not_held": ["Invented letter"],
        "exit": None,
    }
    assert [(one["state"], one["name"], one["held"]) for one in records(project)] == [
        ("NO", "Norway", False),
        ("CH", "Switzerland", False),
    ]
    assert [one["fields"] for one in records(project, "CH")] == [
        {"amount": "900", "currency": "CHF"}
    ]


def test_all_rows_or_none(project: str):
    found = take_in(project, HEADER + ROWS + "assets_frozen,Norwey,soon,Letter,,,x,NOK\n")
    assert (found["rows"], found["new"]) == (3, 0)
    assert [(one["row"], one["column"]) for one in found["refused"]] == [
        (4, "state"),
        (4, "on"),
        (4, "amount"),
    ]
    assert "nothing is recorded: 3 refusals" in str(found["exit"])
    assert not Path(project).exists()


def test_each_refusal_is_told_to_a_person_on_a_line_of_its_own(project: str, tmp_path: Path):
    path = tmp_path / "f.csv"
    path.write_text(HEADER + ROWS.replace("CHF", "Franken"), "utf-8")
    done = run("states", "import", str(path), "--by", "Ada", "--project", project)
    assert f"{path}, row 3, column currency: 'Franken' is no currency: write its" in done.stderr


@pytest.mark.parametrize(
    "content",
    [
        ("\ufeff" + HEADER + ROWS).encode(),
        (HEADER + ROWS).encode("utf-16"),
        (HEADER + ROWS).encode("utf-16-le"),
        (HEADER + ROWS).replace(",", ";").encode(),
        ("sep=;\r\n" + (HEADER + ROWS).replace(",", ";").replace("\n", "\r\n")).encode(),
        (HEADER + ROWS).replace(",", "\t").encode(),
    ],
    ids=["mark", "utf-16", "bare utf-16", "semicolons", "Excel", "tabs"],
)
def test_a_file_is_read_as_spreadsheets_write_it(project: str, content: bytes):
    assert take_in(project, content)["new"] == 2


def test_json_is_read_as_a_list_and_as_lines(project: str):
    rows = list(csv.DictReader(io.StringIO(HEADER + ROWS)))
    assert take_in(project, json.dumps(rows, indent=1))["new"] == 2
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    assert take_in(project, lines, name="f.jsonl")["new"] == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\0\0\0\0", "no column `state`"),
        (b"name,birth\nKarim,1970\n", "no column `state`"),
        (HEADER.encode(), "no rows"),
        (b"[]", "no rows"),
        (b"[1, 2]", "without an object"),
        (b'[{"state": "NO"', "no sound JSON"),
        (b"[" * 90_000, "no sound JSON"),
        ((HEADER + ROWS).encode("utf-16")[:-3], ""),
        ((HEADER + 'assets_frozen,NO,"2025').encode(), ""),
        ((HEADER + "assets_frozen,NO,2025,Brev på norsk,,,1,NOK\n").encode("cp1252"), ""),
        ((HEADER + "x" * 300_000).encode(), ""),
        ((HEADER + 'assets_frozen,NO,2025,"=HYPERLINK(""http://x"")",,,1,NOK\n').encode(), ""),
        ((HEADER + ROWS).encode() + b"a,b,c,d,e,f,g,h,i,j\n", ""),
        (b'{"kind": "bribe", "state": "NO"}\n', ""),
    ],
)
def test_a_hostile_file_records_nothing_and_says_why(project: str, content: bytes, told: str):
    found = take_in(project, content)
    assert told in str(found["exit"])
    assert found["exit"] is not None
    assert not Path(project).exists()


def test_what_is_wrong_a_thousand_times_is_told_a_hundred_times_and_counted(project: str):
    found = take_in(project, HEADER + "assets_frozen,Norwey,2025,Letter,,,1,NOK\n" * 1_000)
    assert (len(found["refused"]), found["more"]) == (100, 900)


@pytest.mark.parametrize("kind", RecordKind)
def test_a_template_filled_in_for_a_state_is_a_file_to_record(project: str, kind: RecordKind):
    for form in ("csv", "json"):
        printed = run("states", "template", kind.value, "--to", form).stdout
        refused = take_in(project, printed, name=f"t.{form}")["refused"]
        assert "state" in [one["column"] for one in refused]
        if kind is not RecordKind.REPLY:
            filled = printed.replace("XA,", "NO,").replace('"XA"', '"NO"')
            assert take_in(project, filled, name=f"t.{form}")["exit"] is None


def story(project: str, more: str = "") -> None:
    path = Path(project).with_name("story.txt")
    path.write_text(f"{STORY}\n{more}", "utf-8")
    about = ("--title", "Invented story", "--publisher", "The Invented Post")
    run("add", str(path), *about, "--published", "2025-01-01", "--quiet", "--project", project)


def record(project: str, *more: str) -> dict:
    return as_json("states", "record", *more, "--by", "Ada Okoye", "--project", project)


FROZEN = ("assets_frozen", "NO", "--on", "2025-03", "--set", "amount=5", "--set", "currency=NOK")


def test_a_record_by_hand_is_tied_to_the_document_that_is_held(project: str):
    story(project)
    words = "Norway had not submitted an implementation report"
    made = record(project, *FROZEN, "--document", "story.txt", "--quote", words)
    assert (made["new"], made["held"], made["document"]["title"]) == (True, True, "Invented story")
    assert made["text"] == words
    assert made["locator"]
    done = run(
        *("states", "record", *FROZEN, "--document", "story.txt", "--quote", "Norway reported"),
        *("--by", "Ada", "--project", project),
    )
    assert isinstance(done.exception, BadInput)
    assert "do not stand in “Invented story”" in str(done.exception)


def test_a_reply_stands_beside_what_is_said_of_the_state(project: str):
    story(project)
    said = as_json("states", "records", "NO", "--project", project)["said"]
    [claim] = [one["claim"] for one in said if "had not submitted" in one["words"]]
    reply = record(
        *(project, "reply", "NO", "--on", "2025-02-01", "--document", "Invented note"),
        *("--quote", "We reported in May.", "--about", claim, "--set", "answer=denies"),
    )
    [one] = as_json("states", "records", "NO", "--project", project)["said"]
    assert (one["factuality"], one["own"]) == ("CT-", False)
    assert one["replies"] == [reply["id"]]
    shown = run("states", "records", "NO", "--project", project).stdout
    assert (
        shown.index("had not submitted") < shown.index("REPLY") < shown.index("We reported in May")
    )


def test_a_correction_takes_the_place_of_what_it_corrects_which_is_kept(project: str):
    first = record(project, *FROZEN, "--document", "Invented letter")
    again = (*FROZEN[:4], "--set", "amount=7", "--set", "currency=NOK")
    second = record(project, *again, "--document", "Invented letter", "--replaces", first["id"])
    assert [one["id"] for one in records(project)] == [second["id"]]
    every = {one["id"]: one["corrected_by"] for one in records(project, "--all")}
    assert every == {first["id"]: second["id"], second["id"]: None}
    assert "CORRECTED by" in run("states", "records", "--all", "--project", project).stdout


def test_the_past_knows_no_record_that_came_later(project: str):
    record(project, *FROZEN, "--document", "Invented letter")
    assert len(records(project, "--kind", "assets_frozen")) == 1
    assert records(project, "--kind", "reply") == []
    assert records(project, "--as-of", "2025-01-01") == []


def test_what_an_erased_document_told_of_a_state_is_gone_and_the_log_is_sound(project: str):
    story(project)
    record(project, *FROZEN, "--document", "Invented story")
    run("erase", "Invented story", "--reason", "asked to", "--by", "Ada", "--project", project)
    assert records(project) == []
    assert run("log", "verify", "--project", project).exit_code == 0


def test_a_state_that_there_is_not_and_a_field_that_is_none_are_refused(project: str):
    wrong = run("states", "records", "Norwey", "--project", project)
    assert isinstance(wrong.exception, NotFound)
    bare = run(
        *("states", "record", *FROZEN[:4], "--document", "x", "--set", "amount", "--by", "Ada"),
        *("--project", project),
    )
    assert "write FIELD=VALUE" in str(bare.exception)


def test_a_list_of_nothing_says_that_nothing_follows_from_it(project: str):
    assert records(project) == []
    shown = run("states", "records", "--project", project)
    assert "it says nothing against a state" in shown.stderr


def test_a_finding_that_may_concern_a_measure_is_a_question_with_its_evidence(project: str):
    story(project)
    assert as_json("states", "questions", "NO", "--project", project)["questions"] == []
    [one] = as_json("states", "questions", "--project", project)["questions"]
    assert one["question"] == "Did this touch the arms embargo against Al-Qaida (QDe.004)?"
    assert (one["states"], one["reference"], one["status"]) == ([], "QDe.004", "asserted")
    assert "rifles" in one["claims"][0]["words"]
    shown = run("states", "questions", "--project", project)
    assert one["id"] in shown.stdout
    assert "no state is named" in shown.stdout
    assert "not a breach" in shown.stderr


def test_a_document_that_is_only_named_is_a_source_to_obtain(project: str):
    story(project)
    record(project, *FROZEN, "--document", "Invented letter")
    record(project, *FROZEN, "--document", "Invented letter", "--locator", "p. 2")
    record(project, *FROZEN, "--document", "Invented story")
    [named] = as_json("sources", "--project", project)["named_in_records"]
    assert (named["title"], len(named["records"]), named["may_be"]) == ("Invented letter", 2, [])
    assert "2 records of states rest on it" in run("sources", "--project", project).stdout


def test_what_rests_on_a_guarded_document_is_not_public(project: str):
    story(project)
    record(project, *FROZEN, "--document", "Invented story")
    record(project, *FROZEN, "--document", "Invented letter")
    run("describe", "Invented story", "--handling", "restricted", "--by", "A", "--project", project)
    assert len(records(project)) == 2
    shown = as_json("states", "records", "--public", "--project", project)
    assert [one["document"]["title"] for one in shown["records"]] == ["Invented letter"]
    assert shown["said"] == []
    asked = as_json("states", "questions", "--public", "--project", project)
    assert asked["questions"] == []


def test_a_document_that_came_after_the_record_may_be_the_one_that_it_names(project: str):
    record(project, *FROZEN, "--document", "Invented story")
    story(project)
    [named] = as_json("sources", "--project", project)["named_in_records"]
    assert len(named["may_be"]) == 1
    assert "perhaps held" in run("sources", "--project", project).stdout


def test_a_record_whose_correction_is_guarded_is_not_public_either(project: str):
    story(project)
    first = record(project, *FROZEN, "--document", "Invented letter")
    again = (*FROZEN[:4], "--set", "amount=7", "--set", "currency=NOK", "--replaces", first["id"])
    record(project, *again, "--document", "Invented story")
    run("describe", "Invented story", "--handling", "restricted", "--by", "A", "--project", project)
    assert records(project, "--public") == []


def test_a_report_that_was_received_stands_beside_the_claim_that_there_was_none(project: str):
    story(project)
    letter = ("--document", "Invented note verbale", "--set", "resolution=1455 (2003)")
    made = record(project, "implementation_report", "NO", "--on", "2024-05-03", *letter)
    record(project, *FROZEN, "--document", "Invented letter")
    [one] = as_json("states", "records", "NO", "--project", project)["said"]
    assert (one["factuality"], one["records"]) == ("CT-", [made["id"]])
    shown = run("states", "records", "NO", "--project", project, columns=200).stdout
    said = shown.index("says that it is not so")
    assert f"recorded: on 3 May 2024: implementation report ({made['id']})" in shown[said:]
    assert "“Invented note verbale” (not held)" in shown[said:]


def test_a_states_page_has_its_records_what_is_said_and_what_may_concern_a_measure(project: str):
    story(project, "The Panel said that Norway gave 2 million dollars to Al-Qaida in 2024.\n")
    record(project, *FROZEN, "--document", "Invented letter")
    page = run("states", "NO", "--project", project, columns=200).stdout
    frozen, said = page.index("assets frozen  sr-"), page.index("Said of it in documents")
    asked = page.index("Did this touch the freeze of assets against Al-Qaida (QDe.004)?")
    assert frozen < said < page.index("had not submitted") < asked
    assert "each is a question, not a breach" in page
    assert "“Invented letter” (not held)" in page
    told = as_json("states", "NO", "--project", project)
    assert [one["kind"] for one in told["records"]] == ["assets_frozen"]
    assert [one["factuality"] for one in told["said"]] == ["CT-"]
    assert [one["states"] for one in told["concerns"]["questions"]] == [["NO"]]
    assert told["concerns"]["note"].startswith("each is a question")


def test_a_state_that_is_only_talked_about_has_a_line_with_the_claim(project: str):
    story(project)

    def lines(*more: str) -> dict[str, dict]:
        told = as_json("states", "--project", project, *more)["states"]
        return {line["state"]: line for line in told}

    line = lines()["NO"]
    [said] = as_json("states", "NO", "--project", project)["said"]
    assert line["claims"] == [said["claim"]]
    assert (line["carried_out"], line["missing"], line["model"]) == (0, 0, "unknown")
    assert "1 claim" in run("states", "--project", project, columns=250).stdout
    run("describe", "Invented story", "--handling", "restricted", "--by", "A", "--project", project)
    assert "NO" not in lines("--public")


def test_a_record_of_who_is_no_member_of_the_un_is_kept_and_shown_as_that(project: str):
    rated = "fatf_rating,{},2024-02-01,Invented report,R.6,LC\n"
    header = "kind,state,on,document,standard,rating\n"
    rows = header + rated.format("Holy See") + rated.format('"China, Hong Kong SAR"')
    assert take_in(project, rows)["new"] == 2, rows
    shown = run("states", "--project", project, columns=250)
    assert "VA Vatican City, not a Member State" in shown.stdout
    assert "HK Hong Kong SAR China, not a Member State" in shown.stdout
    assert "the Charter addresses its obligations to Members" in shown.stderr
    told = as_json("states", "Holy See", "--project", project)
    assert (told["state"], told["is_outside"], told["obligations"]) == ("VA", True, 0)


def test_a_document_that_is_not_held_is_named_so_that_a_misspelt_one_is_seen(project: str):
    story(project)
    path = Path(project).with_name("f.csv")
    path.write_text(HEADER + ROWS.replace("Invented letter", "Invented storey"), "utf-8")
    done = run("states", "import", str(path), "--by", "Ada", "--project", project, columns=200)
    assert "not held, and kept by title: “Invented storey”" in done.stderr
    done = run(
        *("states", "record", *FROZEN, "--document", "Invented story", "--by", "Ada"),
        *("--project", project),
    )
    assert "not held" not in done.stderr


def test_nothing_of_a_guarded_document_leaves_by_a_public_page_brief_or_matrix(project: str):
    story(project)
    words = ("--quote", "Norway had not submitted an implementation report")
    evidence = ("--set", "carried_out=no", "--set", "measures=assets_freeze")
    record(
        *(project, "transposition", "NO", "--on", "2024-03", "--document", "Invented story"),
        *(*words, *evidence, "--set", "evidence=letter", "--reference", "QDe.004"),
    )
    run("describe", "Invented story", "--handling", "restricted", "--by", "A", "--project", project)
    table = Path(project).with_name("m.csv")
    asked = (("states", "NO"), ("states", "entry", "QDe.004"), ("states", "why", "NO", "QDe.004"))
    asked += (("states", "gaps", "NO"), ("brief", "--states", "NO"))
    asked += (("states", "matrix", "NO", "-o", str(table)),)
    run("lists", "add", "un", str(UN), "--project", project)
    for command in asked:
        for public in ((), ("--public",)):
            done = run(*command, *public, "--project", project, columns=250)
            assert done.exit_code == 0, done.output
            text = done.stdout + (table.read_text("utf-8") if "matrix" in command else "")
            assert ("Invented story" in text) is not bool(public), (command, public)
