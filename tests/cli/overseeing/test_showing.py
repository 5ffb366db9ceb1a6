"""Oversight as a user asks for it; all but the states is invented."""

from pathlib import Path

import pytest

from sayso.cli.overseeing.oversight import SHOWING
from sayso.workbench import Workbench
from tests.cli.running import as_json, run
from tests.states_told import Told

STORY = "Invented. The Ostan Observatory said that the Zarvan Front is based in Kunar.\n"
UNKNOWN = "not non-compliance"


@pytest.fixture(autouse=True)
def _told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Workbench, "overseeing", lambda _, **__: Told())
    monkeypatch.chdir(tmp_path)


def test_without_a_command_the_group_shows_every_state_or_one():
    assert "EU European Union and 27 members" in run("states", columns=250).stdout
    assert run("states", "DE").stdout == run("states", "show", "germany").stdout
    assert as_json("states", "DE")["state"] == "DE"
    assert [one["state"] for one in as_json("states")["states"]][:2] == ["AT", "BE"]


def test_options_may_come_first():
    assert run("states", "--json", "DE").stdout == run("states", "DE", "--json").stdout


def test_the_group_says_how_it_is_asked():
    told = run("states", "--help").stdout
    assert "states [OPTIONS] [STATE] | COMMAND" in told
    assert all(name in told for name in SHOWING)


@pytest.mark.parametrize(
    "asked",
    [
        ("states",),
        ("states", "EU"),
        ("states", "gaps"),
        ("states", "gaps", "EU"),
        ("states", "lag"),
        ("states", "entry", "QDe.901"),
        ("states", "why", "EU", "QDe.901"),
    ],
)
def test_every_page_says_what_unknown_means(asked: tuple[str, ...]):
    done = run(*asked, columns=200)
    assert done.exit_code == 0
    assert UNKNOWN in done.output
    assert UNKNOWN in run(*asked, "--json").stdout


def test_gaps_can_be_narrowed():
    late = as_json("states", "gaps", "EU", "--status", "late", "--measure", "assets_freeze")
    assert [row["reference"] for row in late["rows"]] == ["QDe.901"]
    assert (
        as_json("states", "gaps", "EU", "--regime", "taliban")["rows"][0]["reference"] == "TAi.903"
    )
    waiting = as_json("states", "gaps", "--to-confirm", "EU")["rows"]
    assert [row["link"] for row in waiting] == ["matched"]


def test_gaps_of_all_states_list_what_is_held_and_count_what_is_not():
    whole = run("states", "gaps", columns=200)
    assert "JP" not in whole.stdout
    assert "Japan (JP): 6 unknown" in whole.stderr
    assert "JP" in run("states", "gaps", "JP", columns=200).stdout


def test_lags_have_rows_and_a_distribution():
    told = as_json("states", "lag", "EU")
    assert [row["lag_hours"] for row in told["rows"]] == [[66, 114], [-7, 41]]
    assert [one["key"] for one in told["slices"]] == ["2020", "2024"]
    assert "By year and regime of listing" in run("states", "lag", "EU", columns=200).stdout
    assert len(as_json("states", "lag", "EU", "--since", "2024-04")["rows"]) == 1


def test_a_chart_is_written_with_its_figures_beside(tmp_path: Path):
    done = run("states", "lag", "--chart", "lags.svg", "--json")
    assert done.exit_code == 0
    assert (tmp_path / "lags.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "lags.csv").read_text(encoding="utf-8").startswith("state,reference")


def test_a_matrix_is_written_in_either_form(tmp_path: Path):
    assert as_json("states", "matrix", "-o", "m.csv")["rows"] == 194 * 6
    assert as_json("states", "matrix", "EU", "--to", "parquet", "-o", "m.parquet")["rows"] == 6
    assert (tmp_path / "m.parquet").read_bytes()[:4] == b"PAR1"


def test_one_cell_is_asked_why():
    told = as_json("states", "why", "EU", "QDe.901", "assets_freeze")
    assert len(told["cells"]) == 1
    assert "https://example.org/oj/2020/9001" in run("states", "why", "EU", "QDe.901").stdout


def test_differences_have_no_status_and_refuse_one():
    assert run("states", "differences", "--status", "late").exit_code == 2
    assert "--status" not in run("states", "differences", "--help").stdout


def test_differences_are_questions():
    assert "not a fault" in run("states", "differences", columns=200).stderr
    assert len(as_json("states", "differences", "EU")["differences"]) == 2
    assert [
        d["reference"] for d in as_json("states", "differences", "--since", "2020")["differences"]
    ] == ["QDe.901"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("states", "Germny"), r"did you mean DE (Germany)"),
        (("states", "entry", "qde.901"), "did you mean QDe.901?"),
        (("states", "why", "EU", "QDe.999"), "`sayso lists show`"),
        (("states", "why", "EU", "QDe.901", "travel_ban"), "it has assets_freeze, arms_embargo"),
        (("states", "gaps", "--since", "May"), "2024-05-23"),
    ],
)
def test_what_is_not_there_is_told_with_the_next_step(asked: tuple[str, ...], told: str):
    done = run(*asked)
    assert done.exit_code != 0
    assert told in str(done.exception)


def test_the_brief_tells_of_states_only_where_it_is_asked_to(tmp_path: Path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    assert run("add", "story.txt", "--project", "p").exit_code == 0
    heading = "## Implementation by Member States"
    plain = run("brief", "--project", "p").stdout
    every = run("brief", "--states", "--project", "p").stdout
    one = run("brief", "--states", "JP", "--project", "p").stdout
    assert heading not in plain
    assert every.count(heading) == 1
    assert "the European Union takes" in every
    assert "Japan replied" in one
    assert "the European Union takes" not in one
    assert (
        plain.split("## Summary")[1].split("##")[0] == every.split("## Summary")[1].split("##")[0]
    )
    assert run("brief", "--states", "Narnia", "--project", "p").exit_code != 0
