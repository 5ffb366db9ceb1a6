"""Export, import, backup and restore as a user calls them."""

import csv
import errno
import json
import os
import re
from pathlib import Path

import pytest

from sayso import open_project
from sayso.cli.exchange.export import FORMS
from sayso.errors import BadInput, Unavailable
from tests.cli.running import as_json, run

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that the Zarvan Front operates a training camp in Ghazni. "
    "The Zarvan Front denied that it operates a training camp in Ghazni.\n"
)
MAPPING = '[columns]\nsubject = "A"\npredicate = "B"\nobject = "C"\nspeaker = "D"\n'


def begun(folder: Path, *options: str) -> str:
    project = str(folder / "p")
    done = run("add", "-", "--project", project, "--title", "Camp", *options, given=STORY)
    assert done.exit_code == 0, done.output
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    return begun(tmp_path_factory.mktemp("exchange"))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_whole(project: str, tmp_path: Path, form: str):
    out = tmp_path / "out"
    files = as_json("export", "--to", form, "-o", str(out), "--project", project)["files"]
    assert {str(path) for path in out.iterdir()} == set(files)


def test_a_data_set_is_not_written_into_a_folder_with_something_in_it(project: str, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    done = run("export", "--to", "dataset", "-o", str(tmp_path), "--project", project)
    assert isinstance(done.exception, BadInput)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_data_set_of_the_same_records_is_the_same_to_the_byte(project: str, tmp_path: Path):
    for name in ("one", "other"):
        told = ("export", "--to", "dataset", "-o", str(tmp_path / name), "--project", project)
        assert run(*told).exit_code == 0
        run("screen", "Nobody At All", "--project", project)  # looking changes nothing
    one, other = (
        {p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in ("one", "other")
    )
    assert one == other


def test_what_is_of_now_does_not_stand_beside_a_notice_of_another_time(
    project: str, tmp_path: Path
):
    told = ("export", "--to", "csv", "-o", str(tmp_path), "--project", project)
    assert run(*told, "--as-of", "2020-01-01").exit_code == 0
    assert "of another time" in str(run(*told).exception)
    assert run(*told, "--as-of", "2020-01-02").exit_code == 0


def test_a_folder_where_a_file_is_to_be_stops_all_of_an_export(project: str, tmp_path: Path):
    (tmp_path / "ties.csv").mkdir()
    done = run("export", "--to", "csv", "-o", str(tmp_path), "--project", project)
    assert "a folder stands there" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["ties.csv"]


def test_what_a_format_has_no_room_for_is_counted(project: str, tmp_path: Path):
    told = ("export", "--to", "claimreview", "-o", str(tmp_path), "--project", project)
    assert "not in it: 1 finding that claimreview has no room for" in run(*told).stderr


def test_a_file_that_is_written_over_is_told(project: str, tmp_path: Path):
    told = ("export", "--to", "stix", "-o", str(tmp_path), "--project", project)
    assert "in the place of" not in run(*told).stderr
    assert "in the place of what was there" in run(*told).stderr


def test_a_full_disk_leaves_nothing_of_an_export(
    project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    done = run("export", "--to", "csv", "-o", str(tmp_path / "o"), "--project", project)
    assert isinstance(done.exception, Unavailable)
    assert list((tmp_path / "o").iterdir()) == []


def test_what_is_left_out_is_told(project: str, tmp_path: Path):
    told = ("export", "--to", "csv", "-o", str(tmp_path), "--project", project)
    done = run(*told, "--leave-out", "contested,denied")
    assert "left out: 1 finding (contested)" in done.stderr
    with (tmp_path / "findings.csv").open(encoding="utf-8", newline="") as file:
        assert "contested" not in {row["status"] for row in csv.DictReader(file)}
    wrong = run(*told, "--leave-out", "nonsense")
    assert "one of asserted" in str(wrong.exception)


def test_nothing_restricted_leaves_by_a_public_export(tmp_path: Path):
    project = begun(tmp_path, "--handling", "restricted")
    for form in FORMS:
        out = tmp_path / form
        run("export", "--to", form, "-o", str(out), "--public", "--project", project)
        told = b"".join(path.read_bytes() for path in out.glob("*"))
        assert b"Zarvan" not in told, form


def test_what_was_known_at_another_time_says_so_of_itself(project: str, tmp_path: Path):
    told = ("export", "-o", str(tmp_path), "--as-of", "2020-01-01", "--project", project)
    assert run(*told, "--to", "dataset").exit_code == 0
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Claims, findings and ties as known on 2020-01-01\n")
    assert "no document was held by 2020-01-01" in readme
    assert "no document was held by 2020-01-01" in (tmp_path / "NOTICE.txt").read_text()
    assert "records are whole" in str(run(*told, "--to", "records").exception)


def test_records_make_an_equal_project(project: str, tmp_path: Path):
    run("export", "--to", "records", "-o", str(tmp_path), "--project", project)
    other = str(tmp_path / "other")
    told = as_json("import", str(tmp_path / "records.jsonl"), "--project", other)
    assert (told["documents"], told["already_here"]) == (1, 0)
    assert as_json("findings", "--project", other) == as_json("findings", "--project", project)


def test_a_table_comes_in_with_its_unknown_words_and_its_refusals(tmp_path: Path):
    (tmp_path / "t.csv").write_text("A,B,C,D\nZar Front,owes grain to,Dast,Panel\n,x,y,z\n")
    (tmp_path / "m.toml").write_text(MAPPING)
    given = ("import", str(tmp_path / "t.csv"), "--from", "csv")
    mapping, project = ("--mapping", str(tmp_path / "m.toml")), ("--project", str(tmp_path / "p"))
    done = run(*given, *mapping, *project)
    assert "1 claim" in done.stderr
    assert "“owes grain to” is no predicate of ours: kept as it stands (1)" in done.stderr
    assert "refused: " in done.stderr
    [claim] = [json.loads(line) for line in run("claims", "--json", *project).stdout.splitlines()]
    assert (claim["predicate"], claim["kind"]) == ("other", "owes grain to")


def claims_of(project: str) -> list[dict]:
    lines = run("claims", "--json", "--project", project).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_our_own_annotations_tell_a_project_that_holds_the_document_nothing_new(
    project: str, tmp_path: Path
):
    run("export", "--to", "annotations", "-o", str(tmp_path), "--project", project)
    told = ("import", str(tmp_path / "annotations.jsonld"), "--project")
    [again] = as_json(*told, project)["documents"]
    assert (again["new"], again["claims"], again["refused"]) == (False, 0, [])
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    other = str(tmp_path / "other")
    assert "annotations need --text" in str(run(*told, other).exception)
    [taken] = as_json(*told, other, "--text", str(tmp_path / "story.txt"))["documents"]
    assert taken["claims"] == len(claims_of(project)) == len(claims_of(other))
    assert not taken["refused"]
    [again] = as_json(*told, other)["documents"]
    assert not again["new"]


def test_what_an_annotator_marks_in_a_document_held_comes_beside_what_was_read(tmp_path: Path):
    project = begun(tmp_path)
    [before] = [len(claims_of(project))]
    run("export", "--to", "annotations", "-o", str(tmp_path), "--project", project)
    page = json.loads((tmp_path / "annotations.jsonld").read_text(encoding="utf-8"))
    body = page["items"][0]["body"][1]
    body |= {"sayso:factuality": "PS+", "sayso:modality": "purported"}
    (tmp_path / "marked.jsonld").write_text(json.dumps(page), encoding="utf-8")
    told = ("import", str(tmp_path / "marked.jsonld"), "--project", project)
    assert "1 claim beside those it had" in run(*told).stderr
    assert "already here" in run(*told).stderr
    after = claims_of(project)
    assert len(after) == before + 1
    assert run("log", "verify", "--project", project).exit_code == 0
    assert "claims marked in the document" in run("log", "--project", project).stdout


def test_what_leaves_restricted_comes_back_restricted_unless_a_person_says_otherwise(
    tmp_path: Path,
):
    project = begun(tmp_path, "--handling", "restricted")
    run("export", "--to", "stix", "-o", str(tmp_path), "--project", project)
    for options, handling in (((), "restricted"), (("--handling", "internal"), "internal")):
        other = str(tmp_path / handling)
        assert (
            run(
                "import", str(tmp_path / "bundle.stix.json"), *options, "--project", other
            ).exit_code
            == 0
        )
        [held] = as_json("documents", "--project", other)["documents"]
        assert held["handling"] == handling


def test_what_cannot_be_told_asks_for_its_form(tmp_path: Path):
    (tmp_path / "x").write_text("what is this?")
    done = run("import", str(tmp_path / "x"), "--project", str(tmp_path / "p"))
    assert "say --from" in str(done.exception)
    gone = run("import", str(tmp_path / "gone"), "--project", str(tmp_path / "p"))
    assert "no such file" in str(gone.exception)
    assert not (tmp_path / "p").exists()


def test_a_pipe_or_a_device_is_no_file(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        done = run("import", str(path), "--project", str(tmp_path / "p"))
        assert "a pipe or device, no file" in str(done.exception)


def test_a_project_comes_back_from_its_backup(project: str, tmp_path: Path):
    file, back = str(tmp_path / "b.sayso"), str(tmp_path / "back")
    made = as_json("backup", file, "--project", project)
    assert as_json("restore", file, "--noted", made["head"][:16], "--project", back)
    assert as_json("findings", "--project", back) == as_json("findings", "--project", project)
    assert "there is a project already" in str(run("restore", file, "--project", back).exception)


def test_a_running_program_learns_what_was_marked_and_knows_it_as_a_new_one_would(tmp_path: Path):
    project = begun(tmp_path)
    run("export", "--to", "annotations", "-o", str(tmp_path), "--project", project)
    page = json.loads((tmp_path / "annotations.jsonld").read_text(encoding="utf-8"))
    first, *_ = page["items"]
    first["body"][1] |= {"sayso:predicate": "attack", "sayso:factuality": "PR+"}
    (tmp_path / "marked.jsonld").write_text(json.dumps(page), encoding="utf-8")
    with open_project(project) as running:
        before = running.knowledge
        run("import", str(tmp_path / "marked.jsonld"), "--project", project)
        after = running.knowledge
        assert len(after.claims) == len(before.claims) + 1
        with open_project(project) as fresh:
            assert after == fresh.knowledge
    [marked] = after.claims.keys() - before.claims.keys()
    assert re.fullmatch(r"c-[0-9a-f]{8}-\d+", marked)  # by such an id an outline cites it
    told = ("judge", marked, "accept", "--by", "A. Clerk", "--reason", "it says so")
    assert run(*told, "--project", project).exit_code == 0
    with open_project(project) as judged:
        assert judged.knowledge.judged.acceptance(marked) is not None
