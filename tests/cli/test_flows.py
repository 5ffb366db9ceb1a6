"""Flows and the ladder as a user asks for them, read from a text; all in it is invented."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import sayso

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that the Zarvan Front sent 11 vehicles to the Kandor Front in "
    "March 2024. The Zarvan Front denied that it sent any vehicles to the Kandor Front. The "
    "Observatory said that the Kandor Front uses drones and plans to buy mortars.\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("flows")
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    where = str(folder / "p")
    given = ["--published", "2024-05-23", "--publisher", "The Invented Post", "--project", where]
    assert CliRunner().invoke(sayso, ["add", str(story), *given]).exit_code == 0
    return where


def as_json(*arguments: str) -> dict:
    done = CliRunner().invoke(sayso, [*arguments, "--json", "--quiet"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_a_flow_is_read_with_its_figure_its_source_and_the_denial_beside_it(project: str):
    [flow] = as_json("flows", "Kandor Front", "--item", "vehicles", "--project", project)["flows"]
    assert (flow["giver"]["name"], flow["receiver"]["name"]) == ("Zarvan Front", "Kandor Front")
    assert (flow["status"], flow["time"]) == ("contested", "2024-03")
    assert [figure["words"] for figure in flow["figures"]] == [["11 vehicles"]]
    assert [denial["root"] for denial in flow["denials"]] == ["Zarvan Front"]


def test_every_row_can_be_asked_why(project: str):
    shown = as_json("flows", "--project", project)
    for flow in [*shown["flows"], *shown["apart"]]:
        for finding in flow["findings"]:
            assert as_json("why", finding, "--project", project)["finding"] == finding


def test_the_ladder_of_one_group_has_what_it_received_and_uses(project: str):
    found = as_json("capabilities", "Kandor Front", "--project", project)["capabilities"]
    rungs = {row["thing"]["kind"]: row["rungs"] for row in found}
    assert rungs["vehicles"]["acquired"][0]["status"] == "contested"
    assert rungs["drones"]["uses"][0]["standing"] == "done"
    assert rungs["drones"]["seeks"] == []


@pytest.mark.parametrize("verb", ["flows", "capabilities"])
def test_each_table_is_printed_for_people(project: str, verb: str):
    wide = {"COLUMNS": "200"}
    done = CliRunner().invoke(sayso, [verb, "--unsure", "--project", project], env=wide)
    assert done.exit_code == 0
    assert "Kandor Front (not listed)" in done.stdout


def test_a_project_without_flows_says_nothing_and_is_no_error(tmp_path: Path):
    text = tmp_path / "dull.txt"
    text.write_text("Invented. The Kandor Front is based in Kunar.\n", encoding="utf-8")
    where = ["--project", str(tmp_path / "p")]
    CliRunner().invoke(sayso, ["add", str(text), *where])
    assert as_json("flows", *where) == {"flows": [], "apart": [], "in_review": 0, "left_out": 0}
