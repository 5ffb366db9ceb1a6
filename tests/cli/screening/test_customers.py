"""Customers, as a user calls them: remembered, screened on changes, cleared, taken out."""

import csv
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadInput, NotFound, SaysoError
from sayso.model.ids import EntryId
from sayso.store.screening.screenings import SqliteScreenings
from sayso.store.sqlite import open_store
from tests.cli.running import as_json, run
from tests.cli.screening.listed import SHIPPING, person, release
from tests.fakes import tiny_release

BY = ("--by", "Ada Okoye", "--reason", "another person")
CUSTOMERS = "id,name,birth\n1,Karim Zarvan,1970\n2,Nobody Such,\n3,Zarvan Shipping Company,\n"


@pytest.fixture
def project(tmp_path: Path) -> str:
    place = release(tmp_path / "p", "2026-02-01", SHIPPING)
    add(place, tmp_path, CUSTOMERS)
    return place


def add(project: str, tmp_path: Path, content: str, *more: str) -> dict:
    path = tmp_path / "customers.csv"
    path.write_text(content, encoding="utf-8")
    done = run("customers", "add", "clients", str(path), *more, "--json", "--project", project)
    return json.loads(done.stdout)


def news(project: str, *more: str) -> list[tuple[str, str]]:
    """Give the customer and the entry of each alert that is shown."""
    found = as_json("customers", "screen", "clients", *more, "--project", project)
    return [(c["qid"], r["entry"]) for c in found["customers"] for r in c["results"]]


def test_only_alerts_that_are_new_or_changed_are_shown(project: str):
    assert news(project) == [("3", "un:QDe.902")]
    assert news(project) == []
    release(Path(project), "2026-02-09", person(), SHIPPING)
    assert news(project) == [("1", "un:QDi.901")]
    assert news(project, "--all") == [("1", "un:QDi.901"), ("3", "un:QDe.902")]
    release(Path(project), "2026-02-16", person(nationalities=("Iran",)), SHIPPING, person("QDi.9"))
    found = as_json("customers", "screen", "clients", "--project", project)
    changed = {r["entry"]: r.get("changed") for c in found["customers"] for r in c["results"]}
    assert changed == {
        "un:QDi.9": None,
        "un:QDi.901": [
            "new: entry's nationality Iran",
            "no longer there: 1 × entry's nationality",
        ],
    }


def test_an_alert_that_is_no_more_is_told_once(project: str):
    news(project)
    release(Path(project), "2026-02-09", person())
    found = as_json("customers", "screen", "clients", "--project", project)
    assert found["gone"] == [{"qid": "3", "entry": "un:QDe.902"}]
    told = run("customers", "screen", "clients", "--project", project)
    assert (told.stdout, "0 new or changed alerts" in told.stderr) == ("", True)


def test_a_run_on_fewer_lists_or_a_higher_threshold_forgets_no_alert_that_was_told(
    project: str, monkeypatch: pytest.MonkeyPatch
):
    news(project)
    other = replace(SHIPPING, id=EntryId("eu:1"), authority="eu", reference="1")
    with closing(open_store(Path(project) / "sayso.db", must_exist=True)) as store:
        store.lists.add(*tiny_release("2026-02-01", other, authority="eu"))
    assert news(project) == [("3", "eu:1")]
    for fewer in (["--list", "UN"], ["--threshold", "0.999"], ["--limit", "1"]):
        found = as_json("customers", "screen", "clients", *fewer, "--project", project)
        assert (found["customers"], found["gone"]) == ([], [])
    assert news(project) == []
    monkeypatch.setenv("SAYSO_THRESHOLDS", "un=0.999")
    assert news(project, "--all") == [("3", "eu:1")]


def test_a_customer_whose_record_changes_is_screened_anew(project: str, tmp_path: Path):
    news(project)
    taken = add(project, tmp_path, CUSTOMERS.replace("Company,", "Company,1999") + "4,New One,\n")
    assert (taken["new"], taken["changed"], taken["same"], taken["gone"]) == (1, 1, 2, 0)
    assert news(project) == [("3", "un:QDe.902")]


def test_new_alerts_can_end_with_4_and_come_as_a_file(project: str, tmp_path: Path):
    out = tmp_path / "alerts.csv"
    done = run("customers", "screen", "clients", "--out", str(out), "--project", project)
    assert done.exit_code == 0
    [row] = csv.DictReader(out.read_text("utf-8").splitlines())
    assert (row["qid"], row["status"], row["reference"]) == ("3", "alert", "QDe.902")
    release(Path(project), "2026-02-09", person(), SHIPPING)
    loud = ("customers", "screen", "clients", "--exit-code", "--project", project)
    assert [run(*loud).exit_code, run(*loud).exit_code] == [4, 0]


def test_a_cleared_pair_stays_away_and_comes_back_with_what_changed(project: str):
    run("customers", "clear", "clients", "3", "QDe.902", *BY, "--project", project)
    found = as_json("customers", "screen", "clients", "--project", project)
    assert (found["customers"], found["counts"]["cleared"]) == ([], 1)
    renamed = replace(SHIPPING, designations=("owner of ships",))
    release(Path(project), "2026-02-09", renamed, person())
    found = as_json("customers", "screen", "clients", "--project", project)
    [_, back] = found["customers"]
    assert back["results"][0]["changed"] == ["new: entry's function owner of ships"]
    assert back["results"][0]["cleared_before"]["by"] == "Ada Okoye"
    assert found["counts"]["returned"] == 1


def test_many_pairs_are_cleared_from_the_file_of_alerts(project: str, tmp_path: Path):
    release(Path(project), "2026-02-09", person(), SHIPPING)
    out, decided = tmp_path / "alerts.csv", tmp_path / "decided.csv"
    run("customers", "screen", "clients", "--out", str(out), "--project", project)
    first, second = csv.DictReader(out.read_text("utf-8").splitlines())
    rows = [first | {"reason": ""}, second | {"reason": "ours"}]
    rows.append(second | {"qid": "9", "reason": "x"})
    with decided.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    done = run(
        *("customers", "clear", "clients", "--from", str(decided), "--by", "Ada Okoye"),
        *("--project", project),
    )
    assert done.exit_code == 3
    assert "1 pairs cleared, 1 refused" in done.stderr
    assert "row 4: no customer '9'" in done.stderr
    assert news(project, "--all") == [("1", "un:QDi.901")]


def cleared(project: str, file: Path) -> dict:
    done = run(
        *("customers", "clear", "clients", "--from", str(file), "--by", "Ada Okoye"),
        *("--json", "--project", project),
    )
    return json.loads(done.stdout)


def test_a_file_of_decisions_needs_no_more_than_three_columns_and_can_be_given_twice(
    project: str, tmp_path: Path
):
    add(project, tmp_path, CUSTOMERS + "-4,Zarvan Shipping Company,\n")
    file = tmp_path / "decided.csv"
    file.write_text("Entry;Reason;qid\nun:QDe.902;ours;3\nun:QDe.902;ours;'-4\n", "utf-8")
    made = cleared(project, file)["judgements"]
    assert [judgement["about"] for judgement in made] == [
        "customer:clients/3",
        "customer:clients/-4",
    ]
    assert cleared(project, file) == {"judgements": [], "refused": []}


def test_a_reason_that_was_saved_in_another_encoding_is_refused(project: str, tmp_path: Path):
    file = tmp_path / "decided.csv"
    file.write_bytes("qid,entry,reason\n3,un:QDe.902,née ailleurs\n".encode("cp1252"))
    [refused] = cleared(project, file)["refused"]
    assert refused["error"].startswith("the reason: bytes that are no text")


def test_a_file_without_reasons_says_which_column_it_lacks(project: str, tmp_path: Path):
    out = tmp_path / "alerts.csv"
    run("customers", "screen", "clients", "--out", str(out), "--project", project)
    done = run(
        *("customers", "clear", "clients", "--from", str(out), "--by", "Ada Okoye"),
        *("--project", project),
    )
    assert "no column `reason`" in str(done.exception)


def test_many_customers_are_cleared_without_reading_all_of_them_for_each(
    project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    add(project, tmp_path, "id,name\n" + "".join(f"{n},Zarvan Shipping\n" for n in range(40)))
    file = tmp_path / "decided.csv"
    rows = "".join(f"{n},un:QDe.902,ours\n" for n in range(40))
    file.write_text(f"qid,entry,reason\n{rows}", "utf-8")
    read = []
    held = SqliteScreenings.customers
    monkeypatch.setattr(
        SqliteScreenings, "customers", lambda *asked: read.append(asked) or held(*asked)
    )
    assert len(cleared(project, file)["judgements"]) == 40
    assert len(read) == 1


def test_a_reference_that_several_lists_have_is_not_guessed(project: str):
    other = replace(SHIPPING, id=EntryId("eu:QDe.902"), authority="eu")
    with closing(open_store(Path(project) / "sayso.db", must_exist=True)) as store:
        store.lists.add(*tiny_release("2026-02-01", other, authority="eu"))
    done = run("customers", "clear", "clients", "3", "QDe.902", *BY, "--project", project)
    assert "give eu:QDe.902 or un:QDe.902" in str(done.exception)


def test_a_broken_row_takes_nobody_out(project: str, tmp_path: Path):
    path = tmp_path / "customers.csv"
    path.write_text('id,name\n1,Karim Zarvan\n2,"Nobody\n1,Twice\n5,\n', encoding="utf-8")
    done = run("customers", "add", "clients", str(path), "--project", project)
    assert done.exit_code == 3
    assert "row 3: a quote that is not closed" in done.stderr
    assert "row 4: the id '1' is that of a row before" in done.stderr
    assert "row 5: no name" in done.stderr
    [clients] = as_json("customers", "list", "--project", project)["sets"]
    assert clients["customers"] == 3


def test_customers_without_ids_are_known_by_what_their_row_says(project: str, tmp_path: Path):
    content = "name,birth\nKarim Zarvan,1970\nKarim Zarvan,1970\nKarim Zarvan,1980\n"
    assert add(project, tmp_path, content)["new"] == 2
    assert add(project, tmp_path, content)["same"] == 2


def test_what_is_left_out_is_not_kept(project: str, tmp_path: Path):
    add(project, tmp_path, CUSTOMERS.replace("1970", "1971-11-29"), "--without", "birth")
    assert b"1971-11-29" not in (Path(project) / "sayso.db").read_bytes()


def test_customers_are_taken_out_to_the_last_byte_and_the_log_keeps_that_they_were(project: str):
    news(project)
    run("customers", "clear", "clients", "3", "QDe.902", *BY, "--project", project)
    assert as_json("customers", "remove", "clients", "2", *BY, "--project", project)["removed"] == 1
    assert as_json("customers", "remove", "clients", *BY, "--project", project)["removed"] == 2
    left = b"".join(path.read_bytes() for path in Path(project).iterdir())
    for word in (b"Karim Zarvan", b"Nobody Such"):
        assert word not in left
    runs = as_json("screen", "--log", "--project", project)["runs"]
    assert [(r["about"], r["reason"]) for r in runs if r["kind"] == "removal"] == [
        ("clients/2", "another person"),
        ("clients", "another person"),
    ]
    assert as_json("log", "verify", "--project", project)["sound"] is True


@pytest.mark.parametrize(
    "asked",
    [
        ["screen", "others"],
        ["clear", "clients", "9", "QDe.902", *BY],
        ["clear", "clients", "1", "QDe.902", *BY],
        ["clear", "clients", "3", *BY],
        ["clear", "clients", "3", "QDe.902", "--by", "A"],
        ["remove", "others", *BY],
        ["remove", "clients", "9", *BY],
        ["add", "cleared", "customers.csv"],
        ["add", "a/b", "customers.csv"],
        ["add", "clients", "gone.csv"],
    ],
)
def test_what_cannot_be_is_refused(project: str, asked: list[str]):
    done = run("customers", *asked, "--project", project)
    assert isinstance(done.exception, SaysoError), done.output
    assert news(project) == [("3", "un:QDe.902")]


def test_a_project_without_customers_says_how_to_begin(tmp_path: Path):
    done = run("customers", "list", "--project", str(tmp_path))
    assert isinstance(done.exception, NotFound | BadInput)
