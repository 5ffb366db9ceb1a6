"""Screening as a user calls it: names, batches that stop and go on, texts, clearings, the log."""

import csv
import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadInput, NotFound, SaysoError
from sayso.model.lists import ListedAddress
from tests.cli.running import as_json, run
from tests.cli.screening.listed import SHIPPING, person, release

BY = ("--by", "Ada Okoye", "--reason", "another person: born elsewhere")


@pytest.fixture
def project(tmp_path: Path) -> str:
    return release(tmp_path / "p", "2026-02-01", person(), SHIPPING)


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Give 40 rows: an alert in each fourth, a broken one in the middle."""
    names = ["Karim Zarvan", "Nobody Such", "Zarvan Shipping", "=1+1 Nobody"]
    rows = [f"{n},{names[n % 4]}" for n in range(40)]
    rows[20] = '20,"Karim Zarvan'
    path = tmp_path / "names.csv"
    path.write_text("\n".join(["id,name", *rows, ""]), encoding="utf-8")
    return path


def screened(project: str, *asked: str) -> dict:
    done = run("screen", *asked, "--json", "--project", project)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_an_alert_is_one_line_for_the_file(project: str):
    told = run("screen", "KARIM ZARVAN", "--birth", "1970-05-23", "--project", project).stdout
    line = told.splitlines()[0]
    assert line.startswith("UN QDi.901 (un@2026-02-01) | ")
    for part in (
        "confirmed: same name, date of birth agrees, nothing disagrees",
        "asked: KARIM ZARVAN | listed: Karim Zarvan (Person: primary name)",
        "birth: 1970-05-23 / 23 May 1970",
        "country: not asked",
        "number: not asked",
        "regime: Al-Qaida (assets freeze)",
        "carve-out: humanitarian aid and basic human needs, by the actors that UNSCR 2664",
    ):
        assert part in line


@pytest.mark.parametrize(
    ("asked", "ground"),
    [
        ([], "name_only"),
        (["--birth", "1970"], "supported"),
        (["--country", "AF"], "supported"),
        (["--birth", "1970-05-23"], "confirmed"),
        (["--id", "OR123456"], "confirmed"),
        (["--birth", "1955", "--threshold", "0"], "contradicted"),
        (["--birth", "1955", "--country", "AF", "--threshold", "0"], "contested"),
    ],
)
def test_the_same_name_alone_is_worded_otherwise_than_what_confirms_it(
    project: str, asked: list[str], ground: str
):
    found = screened(project, "Karim Zarvan", *asked)["results"][0]
    assert found["ground"] == ground
    assert ("confirmed:" in found["says"]) == (ground == "confirmed")
    assert ("nothing to disagree" in found["says"]) == (ground == "name_only")


def test_the_weights_that_are_shown_add_up_to_the_probability(project: str):
    told = run("screen", "Karim Zarvan", "--birth", "1970", "--project", project).stdout
    first, *lines = told.splitlines()
    total = sum(float(line.split()[0]) for line in lines)
    probability = float(first.split(" | ")[1].split()[0])
    assert math.isclose(1 / (1 + math.exp(-total)), probability, abs_tol=0.01)
    assert "before anything is compared" in lines[0]


def test_what_is_left_out_is_not_compared(project: str):
    asked = ("Karim Zarvan", "--birth", "1955", "--country", "PK")
    without = screened(project, *asked, "--without", "birth,country")
    assert without["results"] == screened(project, "Karim Zarvan")["results"]
    assert screened(project, *asked)["results"] != without["results"]


def test_gender_and_address_count_are_told_and_can_be_left_out(tmp_path: Path):
    addresses = (ListedAddress(street="5 River Road", city="Ostan"),)
    listed = person(gender="Male", addresses=addresses, births=(), nationalities=())
    project = release(tmp_path / "p", "2026-02-01", listed)
    asked = ("Karim Zarvan", "--gender", "M", "--address", "9 Hill Road, Ostan")
    [alert] = screened(project, *asked)["results"]
    weighed = {f["name"]: f["log_odds"] for f in alert["features"] if f["log_odds"]}
    assert weighed["address"] > 0
    assert "| gender: male / Male: gender agrees" in alert["line"]
    assert "| address: 9 Hill Road, Ostan / Ostan: the entry has an address in" in alert["line"]
    [alert] = screened(project, *asked, "--without", "gender,address")["results"]
    assert alert["says"] == "same name, nothing to disagree: only a name was asked about"
    table = tmp_path / "names.csv"
    table.write_text("name,sex,address,city\nKarim Zarvan,M,9 Hill Road,Ostan\n", "utf-8")
    row = json.loads(run("screen", "--batch", str(table), "--project", project).stdout)
    assert row["results"][0]["line"] == screened(project, *asked)["results"][0]["line"]


def test_each_list_has_its_threshold_and_an_option_wins_over_the_setting(
    project: str, monkeypatch: pytest.MonkeyPatch
):
    assert screened(project, "Karim Zarvan", "--threshold", "un=1")["results"] == []
    monkeypatch.setenv("SAYSO_THRESHOLDS", "0.2 un=1")
    assert screened(project, "Karim Zarvan")["results"] == []
    assert screened(project, "Karim Zarvan", "--threshold", "un=0.5")["results"]
    monkeypatch.setenv("SAYSO_WITHOUT", "birth")
    assert screened(project, "Karim Zarvan", "--birth", "1955", "--threshold", "un=0.5")["results"]


@pytest.mark.parametrize(
    "asked",
    [
        [],
        [""],
        ["!!!"],
        ["😀"],
        ["n" * 10_000],
        ["Karim", "--batch", "names.csv"],
        ["Karim", "--threshold", "2"],
        ["Karim", "--threshold", "un=high"],
        ["Karim", "--threshold", "nu=0.6"],
        ["Karim", "--list", "nu"],
        ["--batch", "-", "--list", "un", "--list", "nu"],
        ["Karim", "--without", "name"],
        ["Karim", "--out", "x.csv"],
        ["Karim", "--reason", "why"],
        ["--text", "x.txt", "--birth", "1970"],
        ["--log", "--clear", "QDi.901"],
        ["--batch", "-", "--out", "x.jsonl"],
    ],
)
def test_what_cannot_be_asked_is_refused(project: str, asked: list[str]):
    assert isinstance(run("screen", *asked, "--project", project).exception, BadInput)


# Batches


def test_a_batch_keeps_the_order_and_a_broken_row_is_one_row(project: str, batch: Path):
    done = run("screen", "--batch", str(batch), "--project", project)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["qid"] for row in rows] == [
        *map(str, range(20)),
        "line 22",
        *map(str, range(21, 40)),
    ]
    assert [row["qid"] for row in rows if "error" in row] == ["line 22"]
    assert all("ms" in row for row in rows)
    assert done.exit_code == 3
    assert "39 screened, 19 with alerts" in done.stderr
    assert "1 error" in done.stderr


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_batch_that_was_stopped_goes_on_and_is_the_same_to_the_byte(
    project: str, batch: Path, tmp_path: Path, form: str
):
    whole, torn = tmp_path / f"whole.{form}", tmp_path / f"torn.{form}"
    run("screen", "--batch", str(batch), "--out", str(whole), "--project", project)
    content, beside = whole.read_bytes(), Path(f"{whole}.run.json").read_text("utf-8")
    assert b'"ms"' not in content
    unfinished = json.loads(beside)
    del unfinished["counts"]
    for cut in (0, 1, 300, len(content) // 2, len(content) - 1, len(content)):
        torn.write_bytes(content[:cut])
        Path(f"{torn}.run.json").write_text(json.dumps(unfinished), encoding="utf-8")
        done = run("screen", "--batch", str(batch), "--out", str(torn), "--project", project)
        assert done.exit_code == 3, done.output
        assert torn.read_bytes() == content
        assert Path(f"{torn}.run.json").read_text("utf-8") == beside
    done = run("screen", "--batch", str(batch), "--out", str(torn), "--project", project)
    assert (done.exit_code, "whole already" in done.stderr) == (0, True)


def test_a_batch_on_other_terms_does_not_go_on_in_the_same_file(
    project: str, batch: Path, tmp_path: Path
):
    asked = ("screen", "--batch", str(batch), "--out", str(tmp_path / "o.csv"))
    run(*asked, "--project", project)
    for more in (["--threshold", "0.9"], ["--country", "AF"], ["--to", "jsonl"]):
        other = run(*asked, *more, "--project", project)
        assert isinstance(other.exception, BadInput), more
        assert "--again" in str(other.exception)
    assert run(*asked, "--threshold", "0.9", "--again", "--project", project).exit_code == 3
    (tmp_path / "mine.csv").write_text("dear to me", encoding="utf-8")
    mine = run(
        "screen", "--batch", str(batch), "--out", str(tmp_path / "mine.csv"), "--project", project
    )
    assert isinstance(mine.exception, BadInput)
    assert (tmp_path / "mine.csv").read_text("utf-8") == "dear to me"


def test_a_batch_never_writes_over_the_file_of_names(project: str, batch: Path):
    before = batch.read_bytes()
    again = f"{batch.parent}/../{batch.parent.name}/{batch.name}"
    for out in (str(batch), again):
        done = run("screen", "--batch", str(batch), "--out", out, "--again", "--project", project)
        assert "this is the file of names itself" in str(done.exception)
    assert batch.read_bytes() == before


@pytest.mark.parametrize("line", ["[]", '{"results": 5}', "{}", "7"])
def test_a_file_that_was_changed_by_hand_is_not_gone_on_with(
    project: str, batch: Path, tmp_path: Path, line: str
):
    out = tmp_path / "alerts.jsonl"
    asked = ("screen", "--batch", str(batch), "--out", str(out), "--project", project)
    run(*asked)
    beside = Path(f"{out}.run.json")
    told = json.loads(beside.read_text("utf-8"))
    beside.write_text(json.dumps({key: told[key] for key in told if key != "counts"}), "utf-8")
    out.write_text(f"{line}\n", "utf-8")
    assert "changed by hand" in str(run(*asked).exception)


def test_no_cell_of_a_csv_is_run_as_a_formula(project: str, batch: Path, tmp_path: Path):
    out = tmp_path / "o.csv"
    run("screen", "--batch", str(batch), "--out", str(out), "--project", project)
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert rows[3]["query"] == "'=1+1 Nobody"
    assert {row["status"] for row in rows} == {"alert", "no alert", "error"}
    assert next(row["entry"] for row in rows if row["qid"] == "0") == "un:QDi.901"


def test_many_rows_come_in_order_from_several_processes(
    project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path, out = tmp_path / "many.csv", tmp_path / "o.jsonl"
    names = "\n".join(f"{n},Karim Zarvan {n}" for n in range(300))
    path.write_text(f"id,name\n{names}\n", encoding="utf-8")
    asked = ("screen", "--batch", str(path), "--out", str(out), "--project", project)
    monkeypatch.setenv("SAYSO_WORKERS", "2")
    assert run(*asked).exit_code == 0
    together = out.read_bytes()
    assert [json.loads(line)["qid"] for line in together.splitlines()] == [*map(str, range(300))]
    monkeypatch.setenv("SAYSO_WORKERS", "1")
    assert run(*asked, "--again").exit_code == 0
    assert out.read_bytes() == together


# Texts


def test_every_listed_name_of_a_text_comes_with_its_sentence_and_weak_ones_apart(
    tmp_path: Path,
):
    entry = person("QDi.901", "Karim Zarvan", "Tarik Sarband Ostani")
    weak = replace(entry.names[1], quality="weak")
    project = release(tmp_path / "p", "2026-02-01", replace(entry, names=(entry.names[0], weak)))
    text = tmp_path / "story.txt"
    text.write_text(
        "Invented. Karim Zarvan left. Tarik Sarband Ostani did not.\n", encoding="utf-8"
    )
    found = as_json("screen", "--text", str(text), "--project", project)
    [hit], [doubtful] = found["hits"], found["weak"]
    assert (hit["text"], hit["sentence"]["text"]) == ("Karim Zarvan", "Karim Zarvan left.")
    assert [e["entry"] for e in hit["entries"]] == ["un:QDi.901"]
    assert "as it is listed; primary name" in hit["rests_on"]
    assert (doubtful["text"], "a.k.a., weak" in doubtful["rests_on"]) == (
        "Tarik Sarband Ostani",
        True,
    )
    told = run("screen", "--text", "-", "--project", project, given=text.read_text("utf-8"))
    assert "1 listed names, 1 weak ones" in told.stderr
    assert told.stdout.index("Karim Zarvan") < told.stdout.index("Weak:")


def test_a_document_that_is_held_is_screened_by_its_title(project: str, tmp_path: Path):
    text = tmp_path / "story.txt"
    text.write_text("Invented. Karim Zarvan left.\n", encoding="utf-8")
    run("add", str(text), "--title", "Harbour story", "--project", project)
    text.unlink()
    found = as_json("screen", "--text", "Harbour story", "--project", project)
    assert [hit["text"] for hit in found["hits"]] == ["Karim Zarvan"]
    gone = run("screen", "--text", "no such story", "--project", project)
    assert isinstance(gone.exception, NotFound)


# Clearings and the log


def test_a_cleared_name_stays_away_until_what_is_listed_changes_and_for_nobody_else(
    project: str,
):
    asked = ("Karim Zarvan", "--country", "AF")
    cleared = run("screen", *asked, "--clear", "QDi.901", *BY, "--project", project)
    assert "cleared from un:QDi.901 by Ada Okoye" in cleared.stderr
    again = screened(project, "karim  ZARVAN", "--country", "AF")
    assert again["results"] == []
    assert again["cleared"][0]["judgement"]["reason"] == "another person: born elsewhere"
    for others in (asked[:1], (*asked, "--birth", "1970"), (*asked, "--id", "P-77")):
        [other] = screened(project, *others)["results"]
        assert "cleared_before" not in other
    release(Path(project), "2026-02-09", person(designations=("treasurer",)), SHIPPING)
    [back] = screened(project, *asked)["results"]
    assert back["changed"] == ["new: entry's function treasurer"]
    assert back["cleared_before"]["by"] == "Ada Okoye"


def test_a_clearing_is_signed_reasoned_undone_and_only_of_a_candidate(project: str):
    asked = ("screen", "Karim Zarvan", "--project", project)
    for more in (
        ["--clear", "QDi.901", "--by", "A"],
        ["--clear", "QDi.901", "--reason", "r"],
        ["--clear", "QDe.100", *BY],
        ["--clear", "QDi.901", *BY, "--as-of", "2030"],
    ):
        assert isinstance(run(*asked, *more).exception, SaysoError), more
    made = as_json(*asked, "--clear", "un:QDi.901", *BY)["judgement"]
    assert made["verdict"] == "clear"
    assert "Zarvan" not in made["about"]
    assert run(*asked).stdout.count("UN QDi.901") == 0
    assert run("undo", made["id"], *BY, "--project", project).exit_code == 0
    assert run(*asked).stdout.count("UN QDi.901") == 1


def test_every_run_is_logged_without_a_name_and_the_log_is_sound(
    project: str, batch: Path, tmp_path: Path
):
    text = tmp_path / "story.txt"
    text.write_text("Invented. Karim Zarvan left.\n", encoding="utf-8")
    run("screen", "Karim Zarvan", "--without", "birth", "--project", project)
    run("screen", "--batch", str(batch), "--threshold", "un=0.7", "--project", project)
    run("screen", "--text", str(text), "--project", project)
    runs = as_json("screen", "--log", "--project", project)["runs"]
    assert [one["kind"] for one in runs] == ["name", "batch", "text"]
    assert runs[0]["settings"]["without"] == ["birth"]
    assert runs[1]["settings"]["thresholds"] == {"un": 0.7}
    assert (runs[1]["counts"]["screened"], runs[1]["counts"]["errors"]) == (39, 1)
    assert {one["releases"][0] for one in runs} == {"un@2026-02-01"}
    assert all(one["engine"].startswith("sayso ") for one in runs)
    assert "Zarvan" not in json.dumps(runs)
    assert "39 screened" in run("screen", "--log", "--project", project).stdout
    assert as_json("log", "verify", "--project", project)["sound"] is True


def test_without_a_project_nothing_is_written(tmp_path: Path):
    assert run("screen", "Al-Qaida", "--project", str(tmp_path)).exit_code == 0
    done = run("screen", "--batch", "-", "--project", str(tmp_path), given="name\nNobody Such\n")
    assert "this run is not in the log: there is no project here" in done.stderr
    assert list(tmp_path.iterdir()) == []
