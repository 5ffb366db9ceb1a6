"""A candidate that a person set aside for a name stays aside until the entry says otherwise."""

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.running import as_json, run
from tests.lists.build import entity, individual, un_list

OTHERS = [entity(f"QDe.{n}", f"Name{n} Other{n} Thing{n}") for n in range(100, 150)]
SIGNED = ("--by", "Ada Okoye", "--reason", "born ten years later")
MAN = ("Zarmast Tolwak", "--birth", "1980", "--threshold", "0.1")


def born(year: int) -> str:
    return (
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE>"
        f"<YEAR>{year}</YEAR></INDIVIDUAL_DATE_OF_BIRTH>"
    )


def add_list(folder: Path, day: str, more: str) -> None:
    path = folder / f"{day}.xml"
    entries = (*OTHERS, individual("QDi.901", "Zarmast Tolwak", more))
    path.write_text(un_list(*entries, generated=f"{day}T00:00:00Z"))
    run("lists", "add", "un", str(path), "--quiet", "--project", str(folder / "p"))


@pytest.fixture
def project(tmp_path: Path) -> tuple[str, str]:
    add_list(tmp_path, "2025-01-05", born(1970))
    return "--project", str(tmp_path / "p")


def found(*question: str) -> tuple[list[str], list[str]]:
    """Give the entries that are alerts, and those that stay cleared."""
    row = as_json("screen", *question)
    return [one["entry"] for one in row["results"]], [
        one["entry"] for one in row.get("cleared", ())
    ]


ALERT: tuple[list[str], list[str]] = (["un:QDi.901"], [])
CLEARED: tuple[list[str], list[str]] = ([], ["un:QDi.901"])


def test_a_name_is_cleared_of_an_entry_for_the_one_who_was_asked_for_and_for_nobody_else(
    project: tuple[str, str],
):
    assert found(*MAN, *project) == ALERT
    done = run("screen", *MAN, "--clear", "QDi.901", *SIGNED, *project)
    assert (done.exit_code, "cleared from un:QDi.901" in done.stderr) == (0, True)
    assert found("zarmast  TOLWAK", *MAN[1:], *project) == CLEARED
    for others in (MAN[:1], (*MAN[:2], "1981", *MAN[3:]), (*MAN, "--id", "P-77")):
        assert found(*others, *project) == ALERT
    text = run("screen", *MAN, *project).stdout
    assert ("by Ada Okoye on " in text, "UN QDi.901" in text) == (True, False)
    assert as_json("log", "verify", *project)["sound"]
    assert as_json("review", *project)["queue"] == []


def test_a_cleared_name_comes_back_with_what_changed_in_the_entry_until_it_is_undone(
    project: tuple[str, str], tmp_path: Path
):
    made = as_json("screen", *MAN, "--clear", "QDi.901", *SIGNED, *project)["judgement"]
    add_list(tmp_path, "2025-06-05", born(1979))
    [back] = as_json("screen", *MAN, *project)["results"]
    assert (back["cleared_before"]["id"], back["changed"]) == (
        made["id"],
        ["new: entry's birth 1979", "no longer there: 1 × entry's birth"],
    )
    assert found(*MAN, *project, "--as-of", made["at"]) == CLEARED
    work = as_json("customers", "screen", "cleared", *MAN[3:], *project)
    assert [one["name"] for one in work["customers"]] == ["Zarmast Tolwak"]
    run("screen", *MAN, "--clear", "QDi.901", *SIGNED, "--quiet", *project)
    assert found(*MAN, *project) == CLEARED
    run("undo", made["id"], *SIGNED, "--quiet", *project)
    assert found(*MAN, *project) == CLEARED


@pytest.mark.parametrize("as_customer", [True, False])
def test_a_cleared_pair_waits_in_review_once_its_entry_changes_until_it_is_cleared_again(
    project: tuple[str, str], tmp_path: Path, *, as_customer: bool
):
    if as_customer:
        (tmp_path / "c.csv").write_text("id,name\n7 a,Zarmast Tolwak\n8,Zarmast Tolwak\n")
        run("customers", "add", "clients", str(tmp_path / "c.csv"), "--quiet", *project)
        run("customers", "clear", "clients", "7 a", "QDi.901", *SIGNED, "--quiet", *project)
    else:
        run("screen", "Zarmast Tolwak", "--clear", "QDi.901", *SIGNED, "--quiet", *project)
    assert as_json("review", *project)["queue"] == []
    add_list(tmp_path, "2025-06-05", born(1979))
    [item] = as_json("review", *project)["queue"]
    assert (item["kind"], item["other"]) == ("evidence changed", "un:QDi.901")
    assert item["why"][0].startswith("cleared from un:QDi.901 by Ada Okoye on ")
    assert item["why"][1] == "since then new: entry's birth 1979"
    [command] = item["commands"]
    again = shlex.split(command.replace("NAME", "'Ada Okoye'"))[1:]
    assert run(*again, *project).exit_code == 0
    assert as_json("review", *project)["queue"] == []


def test_a_file_of_names_leaves_out_and_counts_who_was_cleared(
    project: tuple[str, str], tmp_path: Path
):
    run("screen", "Zarmast Tolwak", "--clear", "QDi.901", *SIGNED, "--quiet", *project)
    (tmp_path / "names.csv").write_text("name,dob\nZarmast Tolwak,\nZarmast Tolwak,1970\n")
    done = run("screen", "--batch", str(tmp_path / "names.csv"), *project)
    rows = [json.loads(row) for row in done.stdout.splitlines()]
    assert [len(row["results"]) for row in rows] == [0, 1]
    assert "1 candidate left out as cleared" in done.stderr


def test_a_watched_name_that_was_cleared_is_no_hit_until_the_entry_changes(
    project: tuple[str, str], tmp_path: Path
):
    asked = ("--reason", "a customer", "--by", "Ada Okoye", "--quiet")
    run("watch", "add", "Zarmast Tolwak", *asked, *project)
    [hit] = as_json("watch", *project)["changes"]
    assert hit["kind"] == "screening_hit"
    run("screen", "Zarmast Tolwak", "--clear", "QDi.901", *SIGNED, "--quiet", *project)
    assert as_json("watch", *project)["changes"] == []
    add_list(tmp_path, "2025-06-05", born(1979))
    kinds = [one["kind"] for one in as_json("watch", *project)["changes"]]
    assert kinds == ["screening_hit", "customer_alert"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            (*MAN, "--clear", "QDi.999", *SIGNED),
            "'QDi.999' is no candidate on these terms: un:QDi.901",
        ),
        ((*MAN, "--clear", "QDi.901", "--by", "Ada Okoye"), "no reason"),
        ((*MAN, "--clear", "QDi.901", "--reason", "r"), "nobody signs"),
        (
            (*MAN, "--clear", "QDi.901", *SIGNED, "--as-of", "2030"),
            "leave --as-of and --valid-on out",
        ),
        (("--batch", "-", "--clear", "QDi.901", *SIGNED), "--clear says nothing with --batch"),
    ],
)
def test_what_clears_nothing_is_refused(
    project: tuple[str, str], given: tuple[str, ...], told: str
):
    done = run("screen", *given, *project)
    assert done.exit_code != 0
    assert told in str(done.exception)
