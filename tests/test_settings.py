"""Settings: the first that says wins, and each says where it came from."""

from enum import StrEnum
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


class Colour(StrEnum):
    """A closed set."""

    RED = "red"


def test_a_word_that_is_none_of_a_few_names_them(tmp_path: Path):
    found = load({}, {"SAYSO_BY": "blue", "SAYSO_PROJECT": str(tmp_path)}, tmp_path)
    with pytest.raises(BadInput, match=r"by \(environment\): 'blue' is not one of red"):
        found.choice("by", Colour)


@pytest.mark.parametrize(("told", "price"), [("", None), ("0", 0.0), ("2.5", 2.5)])
def test_a_price_is_an_amount_or_not_told(tmp_path: Path, told: str, price: float | None):
    found = load({}, {"SAYSO_MODEL_PRICE_PROMPT": told}, tmp_path)
    assert found.price("model_price_prompt") == price


@pytest.mark.parametrize("told", ["-1", "nan", "inf", "free"])
def test_a_price_that_is_no_amount_is_refused(tmp_path: Path, told: str):
    with pytest.raises(BadInput, match="model_price_prompt"):
        load({}, {"SAYSO_MODEL_PRICE_PROMPT": told}, tmp_path).price("model_price_prompt")


def test_a_secret_is_only_said_to_be_set(tmp_path: Path):
    found = load({}, {"SAYSO_MODEL_KEY": "sk-invented"}, tmp_path)
    shown = {row.name: row.shown for row in found.rows}
    assert (shown["model_key"], shown["extractor"]) == ("(set)", "rules")


@pytest.mark.parametrize("name", ["model_address", "model_key", "model_handling"])
def test_a_projects_file_does_not_choose_where_documents_are_sent(tmp_path: Path, name: str):
    (tmp_path / "sayso.toml").write_text(f'{name} = "https://models.test"\n', encoding="utf-8")
    with pytest.raises(BadInput, match=f"{name} does not belong in a project.*SAYSO_"):
        load({"project": str(tmp_path)}, {}, tmp_path)


@pytest.mark.parametrize(("told", "kept"), [("no", None), ("somewhere", Path("somewhere"))])
def test_the_cache_is_where_it_is_wanted_or_nowhere(tmp_path: Path, told: str, kept: Path | None):
    found = load({}, {"SAYSO_MODEL_CACHE": told}, tmp_path)
    assert found.cache_folder("model_cache") == kept


def test_the_cache_is_in_the_users_folder_for_caches(tmp_path: Path):
    found = load({}, {}, tmp_path).cache_folder("model_cache")
    assert found is not None
    assert found.is_absolute()
