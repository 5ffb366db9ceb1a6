"""From incidents to MUC-4's templates, on texts about invented groups and persons."""

import io
from pathlib import Path

import pytest

from bench.incident_templates import templates_of
from sayso import wiring
from sayso.collect.collector import Hints
from sayso.extract.engine import RuleExtractor
from sayso.settings import load
from sayso.workbench import Workbench


@pytest.fixture(scope="module")
def bench() -> Workbench:
    return wiring.workbench(load({}, {}, Path("/nowhere")), io.BytesIO(), RuleExtractor)


def templates(bench: Workbench, tmp_path: Path, text: str) -> list[tuple[str, dict]]:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    found = templates_of(bench.extract(str(path), Hints()))
    return [(kind, {r: e for r, e in roles.items() if e}) for kind, roles in found]


def test_a_bombing_in_small_letters_fills_its_roles(bench: Workbench, tmp_path: Path):
    text = (
        "two unidentified individuals hurled a grenade at the residence of the governor in "
        "ghazni yesterday.  the police reported that there were no casualties."
    )
    [(kind, roles)] = templates(bench, tmp_path, text)
    assert kind == "bombing"
    assert roles["PerpInd"] == [["two unidentified individuals"]]
    assert roles["Weapon"] == [["grenade"]]
    assert roles["Target"][0][0].startswith("residence")


def test_a_victim_is_called_by_name_without_a_title(bench: Workbench, tmp_path: Path):
    text = "Gunmen murdered Dr. Gul Rahim Wardak in Herat yesterday."
    [(kind, roles)] = templates(bench, tmp_path, text)
    assert (kind, roles["Victim"]) == ("attack", [["Gul Rahim Wardak"]])
    assert roles["PerpInd"] == [["Gunmen"]]


def test_what_is_only_threatened_denied_or_asked_is_no_template(bench: Workbench, tmp_path: Path):
    text = (
        "The Zarvan Front threatened to kidnap Gul Rahim Wardak. "
        "The minister denied that Karim Dost was murdered."
    )
    assert templates(bench, tmp_path, text) == []


def test_fighting_between_armed_men_is_no_template(bench: Workbench, tmp_path: Path):
    assert templates(bench, tmp_path, "Guerrillas attacked an army garrison on Monday.") == []
