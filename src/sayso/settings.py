"""The only reader of the environment: every setting, its value and where it came from."""

import json
import math
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import platformdirs

from sayso.errors import BadInput, Unavailable
from sayso.whole import write_whole

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=StrEnum)

PROJECT_FILE = "sayso.db"
#: The index of the lists in force, beside it; it can be thrown away.
NAMES_FILE = "names.idx"
#: What the lists held show of the states, worked out anew where it is missing.
STATES_FILE = "states.json.gz"
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

    @property
    def shown(self) -> str:
        """Give the value as it may be shown: a secret one only as set or not."""
        return "(set)" if self.value and self.name in SECRET else self.value


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
    "list_addresses": (
        "",
        "where `sayso lists update` asks instead: ca=https://… opensanctions=ftm=https://…",
    ),
    "serve_token": ("", "that requests to `sayso serve` must carry; never shown"),
    "serve_reviewer_token": ("", "the same, of who reads and decides but adds nothing"),
    "serve_reader_token": ("", "the same, of who only reads"),
    "list_age_days": ("30", "a list release older than this is called old by `sayso doctor`"),
    "thresholds": ("", "least probability of an alert, of single lists too: 0.5 ofac=0.6"),
    "without": ("", "what screening leaves out: birth, country, ids, schema, gender, address"),
    "extractor": ("rules", "what takes the claims out: rules or language-model"),
    "model_address": (
        "",
        "of a language model's server that speaks /v1/chat/completions (http://127.0.0.1:8080/v1)",
    ),
    "model_name": ("", "of the language model, as its server calls it"),
    "model_key": ("", "the server's key, for a server that asks for one; never shown"),
    "model_timeout_s": ("120", "how long one answer of the language model may take; seconds"),
    "model_concurrency": ("2", "questions to the language model that wait at one time"),
    "model_max_tokens": ("4000", "longest answer of the language model; tokens"),
    "model_handling": (
        "public",
        "what may go to a model on another machine at most: public, internal or restricted",
    ),
    "model_cache": (
        "",
        "folder for a model's answers on public documents; empty: the user's cache; no: none",
    ),
    "model_price_prompt": ("", "of a million prompt tokens; empty: no cost is told"),
    "model_price_completion": ("", "of a million completion tokens; empty: no cost is told"),
}

SERVE_TOKENS = frozenset({"serve_token", "serve_reviewer_token", "serve_reader_token"})
#: Settings whose value is never shown.
SECRET = frozenset({"model_key", *SERVE_TOKENS})
#: Settings that no project's file may state: a project that somebody else made must not choose
#: where documents and keys are sent, nor whose word a list is.
PERSONAL = frozenset(
    {"model_address", "model_key", "model_handling", "list_addresses", *SERVE_TOKENS}
)

#: Origins that win over a project's file.
_STRONGER = frozenset({"flag", "environment"})
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

    def price(self, name: str) -> float | None:
        """Give a setting that is an amount of money, None where it is empty.

        Raises:
            BadInput: it is no amount; names the setting and its origin.
        """
        return self._read(name, _amount, "an amount of 0 or more")

    def choice(self, name: str, words: type[_Word]) -> _Word:
        """Give a setting that is one of a few words.

        Raises:
            BadInput: it is none of them; names the setting and its origin.
        """
        return self._read(name, words, f"one of {', '.join(words)}")

    def cache_folder(self, name: str) -> Path | None:
        """Give the folder that a setting names, else one in the user's cache; None for "no"."""
        stated = self.text(name)
        if stated.lower() == "no":
            return None
        return Path(stated or Path(platformdirs.user_cache_dir("sayso")) / name)

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
    own = Path(platformdirs.user_config_dir("sayso")) / CONFIG_NAME
    projects = folder / CONFIG_NAME
    sources: list[tuple[str, Mapping[str, str]]] = [
        ("flag", flags),
        ("environment", {n: environ[_variable(n)] for n in SETTINGS if _variable(n) in environ}),
        (str(projects), _project_settings(projects)),
        (str(own), _file_settings(own)),
    ]
    rows = tuple(_setting(name, sources) for name in SETTINGS)
    return Settings(rows=rows, folder=folder)


def set_in_project(settings: Settings, name: str, value: str) -> Settings:
    """Write a setting into the project's file, and give the settings as they are then.

    Comments and all other settings of the file stay.

    Raises:
        BadInput: a flag or the environment says otherwise and wins, or the file is not written so
            that this setting alone can be changed.
        Unavailable: there is no such folder, or nobody may write there.
    """
    before = next(row for row in settings.rows if row.name == name)
    if before.origin in _STRONGER:
        told = "a flag" if before.origin == "flag" else f"the environment ({_variable(name)})"
        raise BadInput(f"setting {name}: {told} states it and wins over the file: change it there")
    path = settings.folder / CONFIG_NAME
    wanted = {**_file_settings(path), name: value}
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    stands = re.compile(rf"^[ \t]*{name}[ \t]*=.*$", re.MULTILINE)
    anew = stands.sub(lambda _: line, text) if stands.search(text) else f"{line}\n{text}"
    if not _says(anew, path, wanted):
        raise BadInput(f"{path}: write {line} into it by hand: the line there is no simple one")
    try:
        write_whole({path: anew.encode("utf-8")})
    except OSError as bad:
        raise Unavailable(f"{path} cannot be written: {bad.strerror}") from bad
    now = replace(before, value=value, origin=str(path))
    return replace(settings, rows=tuple(now if row is before else row for row in settings.rows))


def _says(text: str, path: Path, wanted: Mapping[str, str]) -> bool:
    try:
        return _parsed(text.encode(), path) == wanted
    except BadInput:
        return False


def _amount(value: str) -> float | None:
    if not value:
        return None
    amount = float(value)
    if not 0 <= amount < math.inf:
        raise ValueError(value)
    return amount


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


def _project_settings(path: Path) -> Mapping[str, str]:
    """Give the settings of a project's file, which may have come from somebody else."""
    stated = _file_settings(path)
    personal = sorted(PERSONAL & set(stated))
    if personal:
        own = Path(platformdirs.user_config_dir("sayso")) / CONFIG_NAME
        raise BadInput(
            f"{path}: {personal[0]} does not belong in a project: set it in {own}, or as "
            f"{_variable(personal[0])}"
        )
    return stated


def _file_settings(path: Path) -> Mapping[str, str]:
    return _parsed(path.read_bytes(), path) if path.is_file() else {}


def _parsed(content: bytes, path: Path) -> Mapping[str, str]:
    try:
        stated = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as bad:
        raise BadInput(f"{path}: not a settings file: {bad}") from bad
    unknown = sorted(set(stated) - set(SETTINGS))
    if unknown:
        raise BadInput(f"{path}: no such setting: {unknown[0]}; there are {', '.join(SETTINGS)}")
    return {name: "yes" if value is True else str(value) for name, value in stated.items()}
