"""The only reader of the environment: every setting, its value and where it came from."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import platformdirs

from sayso.errors import BadInput

_T = TypeVar("_T")

PROJECT_FILE = "sayso.db"
NEW_PROJECT = "sayso-project"
CONFIG_NAME = "sayso.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting.

    Attributes:
        origin: "flag", "environment", the path of a file, or "default".
    """

    name: str
    value: str
    origin: str
    meaning: str


#: Name → (default, meaning); the environment variable is SAYSO_ and the name in capitals.
SETTINGS: Mapping[str, tuple[str, str]] = {
    "project": ("", f"folder that holds {PROJECT_FILE}; empty: the nearest one upward"),
    "max_bytes": ("200000000", "a larger document is refused; bytes"),
    "fetch_timeout_s": ("60", "how long one address may take; seconds"),
    "allow_private": ("no", "fetch from private and loopback addresses: yes or no"),
    "un_address": (
        "https://documents.un.org/api/symbol/access?s={symbol}&l=en&t=pdf",
        "where a UN document is fetched from; {symbol} is replaced",
    ),
    "workers": ("0", "processes that read what is added; 1: this one alone; 0: one a core"),
    "gate": ("yes", "leave documents unread that have nothing of the domain in them: yes or no"),
    "by": ("", "who signs descriptions, erasures and judgements"),
    "list_age_days": ("30", "a list release older than this is called old by `sayso doctor`"),
}

_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one run.

    Attributes:
        rows: every setting with its origin, in the order of the table.
        folder: of the project; it need not exist yet.
    """

    rows: tuple[Setting, ...]
    folder: Path

    def text(self, name: str) -> str:
        """Give a setting as it stands."""
        return next(row.value for row in self.rows if row.name == name)

    def number(self, name: str) -> int:
        """Give a setting that is a whole number.

        Raises:
            BadInput: it is not one; names the setting and its origin.
        """
        return self._read(name, int, "a whole number")

    def switch(self, name: str) -> bool:
        """Give a setting that is yes or no.

        Raises:
            BadInput: it is neither; names the setting and its origin.
        """
        return self._read(name, lambda value: _YES[value.lower()], "yes or no")

    def _read(self, name: str, convert: Callable[[str], _T], kind: str) -> _T:
        row = next(row for row in self.rows if row.name == name)
        try:
            return convert(row.value)
        except (ValueError, KeyError) as bad:
            raise BadInput(f"setting {name} ({row.origin}): {row.value!r} is not {kind}") from bad


def load_here(flags: Mapping[str, str]) -> Settings:
    """Read the settings as this process sees them."""
    return load(flags, os.environ, Path.cwd())


def load(flags: Mapping[str, str], environ: Mapping[str, str], here: Path) -> Settings:
    """Read the settings: flag, environment, project file, user file, default; the first that says.

    Args:
        flags: only those that were given.
        environ: the process's environment.
        here: the current folder.

    Raises:
        BadInput: a settings file is not TOML or has a setting that does not exist.
    """
    named = flags.get("project") or environ.get("SAYSO_PROJECT") or ""
    folder = Path(named) if named else nearest_project(here)
    files = (folder / CONFIG_NAME, Path(platformdirs.user_config_dir("sayso")) / CONFIG_NAME)
    sources: list[tuple[str, Mapping[str, str]]] = [
        ("flag", flags),
        ("environment", {n: environ[_variable(n)] for n in SETTINGS if _variable(n) in environ}),
        *((str(path), _file_settings(path)) for path in files),
    ]
    rows = tuple(_setting(name, sources) for name in SETTINGS)
    return Settings(rows=rows, folder=folder)


def nearest_project(here: Path) -> Path:
    """Give the nearest folder upward that holds a project, else the place for a new one."""
    for folder in (here, *here.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    return here / NEW_PROJECT


def _variable(name: str) -> str:
    return f"SAYSO_{name.upper()}"


def _setting(name: str, sources: list[tuple[str, Mapping[str, str]]]) -> Setting:
    default, meaning = SETTINGS[name]
    for origin, values in sources:
        if name in values:
            return Setting(name=name, value=values[name], origin=origin, meaning=meaning)
    return Setting(name=name, value=default, origin="default", meaning=meaning)


def _file_settings(path: Path) -> Mapping[str, str]:
    if not path.is_file():
        return {}
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as bad:
        raise BadInput(f"{path}: not a settings file: {bad}") from bad
    unknown = sorted(set(stated) - set(SETTINGS))
    if unknown:
        raise BadInput(f"{path}: no such setting: {unknown[0]}; there are {', '.join(SETTINGS)}")
    return {name: "yes" if value is True else str(value) for name, value in stated.items()}
