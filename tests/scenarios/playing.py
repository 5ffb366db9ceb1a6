"""Plays a scenario: its texts go through `sayso add`, and what the commands print comes back."""

import json
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

from sayso import wiring
from sayso.cli import sayso
from sayso.workbench import Workbench

HERE = Path(__file__).resolve().parent
FILES = sorted(HERE.glob("*/*.toml"))
#: What a scenario may say of a document as `sayso add` takes it.
DESCRIBED = ("publisher", "published", "kind", "title")


@dataclass(frozen=True)
class Played:
    """What the commands print of a scenario, and how to ask them more."""

    told: dict[str, Any]
    findings: list[dict[str, Any]]
    links: list[dict[str, Any]]
    ask: Callable[..., str]


@contextmanager
def one_reader() -> Iterator[None]:
    """Load the extractor and the names of the lists once for all commands."""
    loaded = wiring._extractor(wiring_settings())  # noqa: SLF001  # the real one, once
    with tempfile.TemporaryDirectory() as folder:
        bench = wiring.workbench(wiring_settings(folder), None, lambda: loaded)
        index = bench.index()
    with (
        patch.object(wiring, "_extractor", lambda _settings: loaded),
        patch.object(Workbench, "index", lambda _self: index),
        patch.dict("os.environ", {"SAYSO_WORKERS": "1"}),
    ):
        yield


def wiring_settings(folder: str = ".") -> Any:  # noqa: ANN401  # the settings' own type
    """Give the settings of a fresh project."""
    from sayso.settings import load  # noqa: PLC0415  # only here

    return load({"project": f"{folder}/p"}, {}, Path(folder))


def play(path: Path, folder: Path) -> Played:
    """Add the documents of a scenario and give what the commands print."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))

    def ask(*words: str) -> str:
        done = CliRunner().invoke(sayso, [*words, "--quiet", "--project", str(folder / "p")])
        if done.exit_code:
            raise AssertionError(f"{words}: {done.output}{done.exception or ''}")
        return done.stdout

    for number, document in enumerate(told["document"]):
        page = folder / f"page-{number}.txt"
        page.write_text(document["text"].strip() + "\n", encoding="utf-8")
        given = [w for key in DESCRIBED if key in document for w in (f"--{key}", document[key])]
        [outcome] = json.loads(ask("add", str(page), *given, "--json"))["added"]
        expected = "already here" if document.get("again") else "added"
        assert outcome["status"] == expected, outcome
    return Played(
        told=told,
        findings=json.loads(ask("findings", "--json"))["findings"],
        links=json.loads(ask("contradictions", "--json"))["links"],
        ask=ask,
    )
