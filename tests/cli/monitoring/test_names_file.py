"""A damaged index is refused with the next step, and that step mends it."""

from pathlib import Path

import pytest

from sayso.errors import BadInput
from tests.cli.running import as_json, run
from tests.lists.build import individual, un_list


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with one release that lists one invented person."""
    file = tmp_path / "un.xml"
    file.write_text(un_list(individual("QDi.901", "Gul Rahim Tolwak")), encoding="utf-8")
    folder = tmp_path / "project"
    assert run("lists", "add", "un", str(file), "--project", str(folder)).exit_code == 0
    return folder


def screened(project: Path) -> list[str]:
    rows = as_json("screen", "Gul Rahim Tolwak", "--project", str(project))
    return [row["entry"] for row in rows["results"]]


def test_screening_keeps_the_index_beside_the_project_and_opens_it_again(project: Path):
    assert screened(project) == ["un:QDi.901"]
    kept = (project / "names.idx").read_bytes()

    assert screened(project) == ["un:QDi.901"]
    assert (project / "names.idx").read_bytes() == kept


def test_an_index_that_was_changed_is_refused_until_it_is_built_anew(project: Path):
    screened(project)
    file = project / "names.idx"
    file.write_bytes(file.read_bytes()[:-9])

    refused = run("screen", "Gul Rahim Tolwak", "--project", str(project)).exception
    assert isinstance(refused, BadInput)
    assert "sayso lists index" in str(refused)

    assert as_json("lists", "index", "--project", str(project))["names"] == 1
    assert screened(project) == ["un:QDi.901"]
