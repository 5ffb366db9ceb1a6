"""Time travel and watching, as a user calls them."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sayso.errors import BadInput, NotFound
from tests.cli.running import as_json, run

STORY = (
    "Invented for testing.\n\n"
    "The Ostan Observatory said that the Zarvan Front has operated a training camp in Ghazni since "
    "2021. The Zarvan Front denied that it operates a training camp in Ghazni.\n"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("project")
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    done = run("add", str(story), "--title", "Camp story", "--project", str(folder / "p"))
    assert done.exit_code == 0, done.output
    return str(folder / "p")


def test_a_view_of_the_past_says_so_in_itself(project: str):
    then = as_json("findings", "--as-of", "2001", "--project", project)
    assert then["findings"] == then["erased"] == []
    assert then["as_of"].startswith("2001-12-31T23:59:59")
    told = run("findings", "--as-of", "2001", "--project", project)
    assert "no document was held by 2001-12-31 23:59 UTC" in told.stderr
    assert "as_of" not in as_json("findings", "--project", project)


def test_what_is_said_to_hold_is_asked_by_its_own_time(project: str):
    found = as_json("findings", "--valid-on", "2022-05", "--project", project)
    assert {f["status"] for f in found["findings"]} == {"contested"}
    assert found["valid_on"] == "2022-05"
    assert as_json("findings", "--valid-on", "2020", "--project", project)["findings"] == []


@pytest.mark.parametrize("verb", ["findings", "ties", "entities", "entity Zarvan", "brief"])
@pytest.mark.parametrize("clock", ["--as-of 2999", "--valid-on 2022", "--valid-on 2022 --undated"])
def test_every_view_can_be_asked_for_another_time(project: str, verb: str, clock: str):
    done = run(*verb.split(), *clock.split(), "--project", project)
    assert done.exit_code == 0, done.output
    assert "time:" in done.stderr
    assert "Zarvan Front" in done.stdout or verb == "ties"


@pytest.mark.parametrize(
    "clock", [["--as-of", "soon"], ["--as-of", "2021/.."], ["--valid-on", "2023-13"], ["--undated"]]
)
def test_a_time_that_is_none_is_refused(project: str, clock: list[str]):
    done = run("findings", *clock, "--project", project)
    assert isinstance(done.exception, BadInput)


def test_what_is_new_ends_with_4_when_asked_and_otherwise_with_0(project: str):
    for since in ("2001", "2001-01-01T09:00"):
        assert run("watch", "--since", since, "--project", project).exit_code == 0
        loud = run("watch", "--since", since, "--exit-code", "--project", project)
        assert loud.exit_code == 4
        assert "Zarvan Front says that it is not so" in loud.stdout or "denied" in loud.stdout


def test_nothing_is_new_since_a_brief_that_was_just_written_and_that_is_quiet(
    project: str, tmp_path: Path
):
    brief, feed = tmp_path / "brief.json", tmp_path / "feed.xml"
    run("brief", "--to", "json", "-o", str(brief), "--project", project)
    asked = ("watch", "--since", str(brief), "--project", project)
    quiet = run(*asked, "--exit-code")
    assert (quiet.exit_code, quiet.stdout) == (0, "")
    run(*asked, "--to", "atom", "-o", str(feed))
    assert not feed.exists()
    assert as_json(*asked)["changes"] == []


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_brief_says_its_cut_off_in_every_form(project: str, tmp_path: Path, form: str):
    brief = tmp_path / f"brief.{form}"
    run("brief", "--to", form, "-o", str(brief), "--as-of", "2024-05-23", "--project", project)
    since = as_json("watch", "--since", str(brief), "--project", project)["since"]
    assert since == "2024-05-23T23:59:00+00:00"


def test_a_brief_of_an_earlier_version_says_its_cut_off_too(project: str, tmp_path: Path):
    brief = tmp_path / "brief.md"
    day = "2024-05-23"
    brief.write_text(f"Made 2024-06-01. Cut-off {day} 23:59 UTC.\n", "utf-8")
    since = as_json("watch", "--since", str(brief), "--project", project)["since"]
    assert since == "2024-05-23T23:59:00+00:00"


def test_a_feed_is_written_and_can_be_read(project: str, tmp_path: Path):
    path = tmp_path / "feed.xml"
    done = run("watch", "--since", "2001", "--to", "atom", "-o", str(path), "--project", project)
    assert (done.exit_code, done.stdout) == (0, "")
    assert ET.parse(path).getroot().tag.endswith("}feed")  # noqa: S314  # our own


@pytest.mark.parametrize("since", ["yesterday", "un@1999-01-01", __file__, "2999"])
def test_what_is_no_beginning_is_refused(project: str, since: str):
    done = run("watch", "--since", since, "--project", project)
    assert isinstance(done.exception, BadInput)


def test_names_are_put_on_the_watch_list_signed_and_taken_off(project: str):
    where = ("--project", project)
    by = ("--by", "Ada Okoye", "--reason", "on request", *where)
    assert isinstance(run("watch", "remove", "Zarvan Front", *by).exception, NotFound)
    assert isinstance(run("watch", "add", " ", *by).exception, BadInput)
    added = run("watch", "add", "Zarvan Front", *by)
    assert "known as" in added.stderr
    [one] = as_json("watch", "list", *where)["watched"]
    assert (one["name"], one["by"], one["reason"]) == ("Zarvan Front", "Ada Okoye", "on request")
    assert [e["name"] for e in one["entities"]] == ["Zarvan Front"]
    run("watch", "remove", "Zarvan Front", *by)
    assert as_json("watch", "list", *where)["watched"] == []


def test_an_option_before_the_word_that_it_belongs_to_is_not_lost(project: str):
    done = run("watch", "--project", project, "list")
    assert isinstance(done.exception, BadInput)
    assert "--project behind `list`" in str(done.exception)
