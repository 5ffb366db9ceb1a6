"""Adding releases of several files, of any list, and refusing those that lost too much.

All parties are invented.
"""

from pathlib import Path

import pytest

from sayso.errors import BadInput, BadListRelease
from tests.cli.running import as_json, run
from tests.lists.ofac.build import NOTHING, entry_row, row, xml_entry, xml_id, xml_list


def entries(numbers: range, name: str = "KANDOR") -> str:
    return "".join(entry_row(n, f"{name} {n}") for n in numbers)


@pytest.fixture
def project(tmp_path: Path) -> tuple[str, str]:
    return ("--project", str(tmp_path / "p"))


def write(folder: Path, files: dict[str, str]) -> list[str]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in files]


def test_the_files_of_one_release_are_added_at_once_and_a_folder_of_them_is_the_same(
    tmp_path: Path, project: tuple[str, str]
):
    files = {
        "sdn.csv": entries(range(1, 4)),
        "alt.csv": row(1, 9, "aka", "ZARVAN", NOTHING),
    }
    paths = write(tmp_path / "set", files)
    day = ("--published", "2024-05-03")

    added = as_json("lists", "add", "ofac", *paths, *day, *project)
    again = as_json("lists", "add", "ofac", str(tmp_path / "set"), *day, *project)

    assert (added["id"], added["entries"], added["status"]) == ("ofac@2024-05-03", 3, "added")
    assert (again["id"], again["status"]) == ("ofac@2024-05-03", "already here")
    [held] = as_json("lists", "history", "1", *project)["releases"]
    assert [name["text"] for name in held["entry"]["names"]] == ["KANDOR 1", "ZARVAN"]


def test_a_release_that_lost_over_a_fifth_is_refused_unless_it_is_forced(
    tmp_path: Path, project: tuple[str, str]
):
    whole, most, cut = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-01.csv": entries(range(10)),
            "sdn_2024-05-02.csv": entries(range(8)),
            "sdn_2024-05-03.csv": entries(range(6)),
        },
    )
    for path in (whole, most):
        assert run("lists", "add", "ofac", path, *project).exit_code == 0

    done = run("lists", "add", "ofac", cut, *project)
    assert isinstance(done.exception, BadListRelease)
    told = "2 of the 8 entries of ofac@2024-05-02 are not in it (25%)"
    assert told in str(done.exception)
    assert "--force" in str(done.exception)
    assert "2024-05-03" not in run("lists", "show", *project).stdout

    assert run("lists", "add", "ofac", cut, "--force", *project).exit_code == 0
    assert "2024-05-03" in run("lists", "show", *project).stdout


def test_a_second_release_of_a_day_is_refused_until_it_is_called_so_and_shown_everywhere(
    tmp_path: Path, project: tuple[str, str]
):
    morning, evening = write(
        tmp_path / "lists",
        {"sdn.csv": entries(range(1, 9)), "sdn_again.csv": entries(range(1, 10))},
    )
    day = ("--published", "2024-05-01")
    assert run("lists", "add", "ofac", morning, *day, *project).exit_code == 0

    refused = run("lists", "add", "ofac", evening, *day, *project)
    assert isinstance(refused.exception, BadInput)
    assert "--published 2024-05-01b" in str(refused.exception)
    added = as_json("lists", "add", "ofac", evening, "--published", "2024-05-01b", *project)
    again = as_json("lists", "add", "ofac", evening, *day, *project)

    assert (added["id"], added["published"]) == ("ofac@2024-05-01b", "2024-05-01")
    assert (again["id"], again["status"]) == ("ofac@2024-05-01b", "already here")
    ids = ["ofac@2024-05-01", "ofac@2024-05-01b"]
    assert [r["id"] for r in as_json("lists", "show", *project)["releases"]] == ids
    told = as_json("lists", "diff", *ids, *project)
    assert [change["reference"] for change in told["changes"]] == ["9"]
    held = as_json("lists", "history", "ofac:9", *project)["releases"]
    assert [(r["release"], r["entry"] is None) for r in held] == [(ids[0], True), (ids[1], False)]
    found = as_json("screen", "KANDOR 9", "--list", "ofac", *project)
    assert found["results"][0]["release"] == "2024-05-01b"


@pytest.mark.parametrize("day", ["2024-05-01a", "2024-05-01bc", "2024-05-01B", "2024-13-01b"])
def test_a_day_with_anything_else_behind_it_is_none(
    tmp_path: Path, project: tuple[str, str], day: str
):
    [path] = write(tmp_path / "lists", {"sdn.csv": entries(range(1, 4))})
    refused = run("lists", "add", "ofac", path, "--published", day, *project)
    assert isinstance(refused.exception, BadListRelease)
    assert day in str(refused.exception)


def test_an_older_release_is_compared_with_the_one_before_it_and_other_lists_with_their_own(
    tmp_path: Path, project: tuple[str, str]
):
    new, old, other = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-03.csv": entries(range(10)),
            "sdn_2018-01-26.csv": entries(range(2)),
            "cons_2024-05-03.csv": entries(range(90, 92)),
        },
    )
    for authority, path in (("ofac", new), ("ofac", old), ("ofac-cons", other)):
        assert run("lists", "add", authority, path, *project).exit_code == 0


def test_what_came_back_is_told_from_what_is_new(tmp_path: Path, project: tuple[str, str]):
    paths = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-01.csv": entries(range(1, 11)),
            "sdn_2024-05-02.csv": entries(range(1, 10)),
            "sdn_2024-05-03.csv": entries(range(1, 12)),
        },
    )
    for path in paths:
        run("lists", "add", "ofac", path, *project)

    told = as_json("lists", "diff", "ofac@2024-05-02", "ofac@2024-05-03", *project)
    assert [(c["reference"], c["change"]) for c in told["changes"]] == [
        ("10", "reappeared"),
        ("11", "added"),
    ]


def test_files_of_any_list_are_compared_without_a_project(tmp_path: Path, project: tuple[str, str]):
    old, new = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-01.csv": entries(range(1, 3)),
            "sdn_2024-05-02.csv": entries(range(1, 3), "ZARVAN"),
        },
    )
    told = as_json("lists", "diff", old, new, *project)
    assert told["new"]["authority"] == "ofac"
    assert {c["change"] for c in told["changes"]} == {"amended_substantive"}

    [strange] = write(tmp_path / "lists", {"notes.txt": "nothing of a list"})
    done = run("lists", "diff", old, strange, *project)
    assert "no list that we know; add it with" in str(done.exception)


CANADA = (
    "<data-set><record><Country>Zarnawa / Zarnaoua</Country><EntityOrShip>{}</EntityOrShip>"
    "<Schedule>1</Schedule><Item>1</Item></record></data-set>"
)


def test_files_that_state_no_date_are_compared_by_the_days_written_with_them(
    tmp_path: Path, project: tuple[str, str]
):
    old, new = write(
        tmp_path / "lists", {"a.xml": CANADA.format("KANDOR"), "b.xml": CANADA.format("ZARVAN")}
    )

    done = run("lists", "diff", old, new, *project)
    assert f"{old}: it states no date; write it with its day: {old}@" in str(done.exception)

    told = as_json("lists", "diff", f"{old}@2025-05-25", f"{new}@2025-06-01", *project)
    assert (told["old"]["published"], told["new"]["published"]) == ("2025-05-25", "2025-06-01")
    assert [change["change"] for change in told["changes"]] == ["amended_substantive"]

    run("lists", "add", "ca", old, "--published", "2025-05-25", *project)
    told = as_json("lists", "diff", "ca@2025-05-25", f"{new}@2025-06-01", *project)
    assert told["new"]["published"] == "2025-06-01"


def test_between_ofacs_two_formats_what_stands_elsewhere_is_no_change_of_substance(
    tmp_path: Path, project: tuple[str, str]
):
    remarks = "DOB 15 Jan 1955; POB Kandor; Gender Male; Leads the Kandor Front."
    birth = "<dateOfBirthItem><dateOfBirth>15 Jan 1955</dateOfBirth></dateOfBirthItem>"
    place = "<placeOfBirthItem><placeOfBirth>Kandor</placeOfBirth></placeOfBirthItem>"
    told = (
        "<remarks>Leads the Kandor Front.</remarks>"
        f"<dateOfBirthList>{birth}</dateOfBirthList><placeOfBirthList>{place}</placeOfBirthList>"
        f"<idList>{xml_id('Gender', 'Male')}</idList>"
    )
    names = "<lastName>TOLWAK</lastName><firstName>Zarmast</firstName>"
    old, new = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-01.csv": entry_row(901, "TOLWAK, Zarmast", "individual", remarks),
            "sdn.xml": xml_list(xml_entry("901", names, "Individual", told)),
        },
    )

    [change] = as_json("lists", "diff", old, new, *project)["changes"]

    assert (change["change"], [f["field"] for f in change["fields"]]) == (
        "amended_editorial",
        ["remarks"],
    )
    assert "of two formats" in run("lists", "diff", old, new, *project).stderr


def test_ofacs_other_list_is_compared_as_what_it_is(tmp_path: Path, project: tuple[str, str]):
    rows = "".join(row(n, f"KANDOR {n}", NOTHING, "NS-PLC", *[NOTHING] * 8) for n in range(1, 9))
    paths = write(tmp_path / "lists", {"c_2024-05-01.csv": rows, "c_2024-05-02.csv": rows + "\x1a"})

    assert as_json("lists", "diff", *paths, *project)["new"]["authority"] == "ofac-cons"


def test_a_file_that_is_here_is_told_as_what_was_kept(tmp_path: Path, project: tuple[str, str]):
    first, second = write(
        tmp_path / "lists", {"a.xml": CANADA.format("KANDOR"), "b.xml": CANADA.format("ZARVAN")}
    )

    def added(path: str, day: str) -> tuple[str, str]:
        told = as_json("lists", "add", "ca", path, "--published", day, *project)
        return told["id"], told["status"]

    assert added(first, "2025-05-25") == ("ca@2025-05-25", "added")
    assert added(first, "2025-06-01") == ("ca@2025-05-25", "already here")
    assert added(second, "2025-06-02") == ("ca@2025-06-02", "added")
    assert added(first, "2025-06-03") == ("ca@2025-06-03", "added"), "the list went back"


def test_a_release_of_a_day_that_has_not_come_is_refused(tmp_path: Path, project: tuple[str, str]):
    [path] = write(tmp_path / "lists", {"a.xml": CANADA.format("KANDOR")})

    done = run("lists", "add", "ca", path, "--published", "2925-05-25", *project)

    assert isinstance(done.exception, BadListRelease)
    assert "2925-05-25, a day that has not come" in str(done.exception)


def test_an_entry_is_followed_by_its_number_alone_where_one_list_has_it(
    tmp_path: Path, project: tuple[str, str]
):
    paths = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-01.csv": entries(range(1, 11)),
            "sdn_2024-05-02.csv": entries(range(1, 10)),
        },
    )
    for path in paths:
        run("lists", "add", "ofac", path, *project)

    told = as_json("lists", "history", "10", *project)
    assert [(r["release"], r["entry"] is None) for r in told["releases"]] == [
        ("ofac@2024-05-01", False),
        ("ofac@2024-05-02", True),
    ]


def test_an_entry_that_did_not_change_is_written_out_and_found_once(
    tmp_path: Path, project: tuple[str, str]
):
    paths = write(
        tmp_path / "lists",
        {
            "sdn_2024-05-01.csv": entries(range(1, 4)),
            "sdn_2024-05-02.csv": entries(range(1, 4)) + entry_row(4, "ZARVAN FRONT"),
        },
    )
    for path in paths:
        run("lists", "add", "ofac", path, *project)

    hits = as_json("search", "KANDOR", *project)
    assert len(hits["hits"] if "hits" in hits else hits["results"]) == 3
