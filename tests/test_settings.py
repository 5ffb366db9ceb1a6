"""Settings: the first that says wins, and each says where it came from."""

from pathlib import Path

import pytest

from sayso.errors import BadInput
from sayso.settings import SETTINGS, Setting, load


def origin(rows: tuple[Setting, ...], name: str) -> tuple[str, str]:
    return next((row.value, row.origin) for row in rows if row.name == name)


def test_a_flag_wins_over_the_environment_and_the_environment_over_a_file(tmp_path: Path):
    (tmp_path / "sayso.toml").write_text('by = "file"\nmax_bytes = 5\n', encoding="utf-8")
    found = load(
        {"project": str(tmp_path), "by": "flag"},
        {"SAYSO_BY": "environment", "SAYSO_FETCH_TIMEOUT_S": "9"},
        tmp_path,
    )
    assert origin(found.rows, "by") == ("flag", "flag")
    assert origin(found.rows, "fetch_timeout_s") == ("9", "environment")
    assert origin(found.rows, "max_bytes") == ("5", str(tmp_path / "sayso.toml"))
    assert origin(found.rows, "list_age_days") == ("30", "default")


def test_a_project_is_found_from_the_folders_below_it(tmp_path: Path):
    (tmp_path / "sayso.db").touch()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert load({}, {}, below).folder == tmp_path


def test_without_a_project_a_new_one_stands_beside(tmp_path: Path):
    assert load({}, {}, tmp_path).folder == tmp_path / "sayso-project"


def test_a_figure_that_is_no_figure_names_its_origin(tmp_path: Path):
    found = load({}, {"SAYSO_MAX_BYTES": "many"}, tmp_path)
    with pytest.raises(BadInput, match=r"max_bytes \(environment\): 'many'"):
        found.number("max_bytes")


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("no", False), ("true", True)])
def test_a_switch_is_yes_or_no(tmp_path: Path, word: str, value: bool):
    assert load({}, {"SAYSO_ALLOW_PRIVATE": word}, tmp_path).switch("allow_private") is value


def test_a_switch_in_a_file_may_be_a_toml_boolean(tmp_path: Path):
    (tmp_path / "sayso.toml").write_text("allow_private = true\n", encoding="utf-8")
    assert load({"project": str(tmp_path)}, {}, tmp_path).switch("allow_private") is True


def test_a_setting_that_does_not_exist_is_named(tmp_path: Path):
    (tmp_path / "sayso.toml").write_text("max_byte = 5\n", encoding="utf-8")
    with pytest.raises(BadInput, match="max_byte"):
        load({"project": str(tmp_path)}, {}, tmp_path)


def test_a_broken_settings_file_is_named(tmp_path: Path):
    (tmp_path / "sayso.toml").write_bytes(b"by = \xff")
    with pytest.raises(BadInput, match=r"sayso\.toml"):
        load({"project": str(tmp_path)}, {}, tmp_path)


def test_every_setting_says_what_it_means():
    assert all(meaning for _, meaning in SETTINGS.values())
