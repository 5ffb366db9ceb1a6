"""Who is listed later, or no longer, is shown so in the documents that were held before."""

from pathlib import Path

import pytest

from tests.cli.running import as_json, run
from tests.lists.build import entity, un_list

OTHERS = [entity(f"QDe.{n}", f"Name{n} Other{n} Thing{n}") for n in range(100, 150)]
SAID = "The Zarvan Front operates training camps in Ghazni, the Kandor Panel said."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with a document, a list that came before it and two that came after."""
    folder = tmp_path_factory.mktemp("relisting")
    listed = entity("QDe.901", "Zarvan Front")
    for day, entries in (("2024-01-05", OTHERS), ("2025-01-05", [*OTHERS, listed])):
        (folder / f"{day}.xml").write_text(un_list(*entries, generated=f"{day}T00:00:00Z"))
    (folder / "2025-06-05.xml").write_text(un_list(*OTHERS, generated="2025-06-05T00:00:00Z"))
    (folder / "said.txt").write_text(SAID)
    return folder


def add_list(folder: Path, day: str) -> int:
    given = (str(folder / f"{day}.xml"), "--project", str(folder / "p"))
    return as_json("lists", "add", "un", *given)["relisted"]


def shown(folder: Path, *more: str) -> str:
    """Give how the group stands to the lists."""
    found = as_json("entities", "--project", str(folder / "p"), *more)["entities"]
    [one] = [e for e in found if e["name"] == "Zarvan Front"]
    return (one["listing"] or {}).get("reference", "not listed")


def test_a_group_that_is_listed_after_it_was_read_of_is_listed_until_it_is_delisted(folder: Path):
    project = ("--project", str(folder / "p"))
    assert add_list(folder, "2024-01-05") == 0
    run("add", str(folder / "said.txt"), "--quiet", *project)
    assert shown(folder) == "not listed"
    before = as_json("log", *project)["entries"][-1]["at"]

    assert add_list(folder, "2025-01-05") == 1
    assert shown(folder) == "QDe.901"
    assert shown(folder, "--as-of", before) == "not listed"
    [news] = as_json("watch", "--since", before, *project)["changes"]
    assert (news["kind"], news["reference"], news["change"]) == ("list_change", "QDe.901", "added")
    held = as_json("lists", "fairness", "QDe.901", *project)["others_say"]
    assert [one["said"][0]["words"] for one in held] == [SAID]

    between = as_json("log", *project)["entries"][-1]["at"]
    assert add_list(folder, "2025-06-05") == 1
    assert shown(folder) == "not listed"
    assert shown(folder, "--as-of", between) == "QDe.901"
    [news] = as_json("watch", "--since", between, *project)["changes"]
    assert (news["reference"], news["change"]) == ("QDe.901", "removed")
    assert as_json("log", "verify", *project)["sound"]
    assert add_list(folder, "2025-06-05") == 0
