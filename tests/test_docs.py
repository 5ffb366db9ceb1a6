"""What the documentation says is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from sayso.cli import sayso
from sayso.cli.commands import COMMANDS
from sayso.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("script", ["build_reference.py", "build_examples.py", "build_openapi.py"])
def test_the_pages_are_those_that_the_program_gives(script: str):
    done = subprocess.run(
        [sys.executable, f"scripts/{script}", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_says_in_the_table_what_it_says_itself(name: str):
    found = sayso.get_command(click.Context(sayso), name)
    assert found is not None
    assert f"## sayso {name}\n" in (ROOT / "docs/reference/commands.md").read_text("utf-8")
    assert (
        (found.help or "").split("\n\n")[0].replace("\n", " ").strip().endswith((".", '".', "*."))
    )


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name: str):
    assert f"| `{name}` |" in (ROOT / "docs/reference/settings.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page: Path):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), f"{page.name} → {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_that_a_page_names_exists(page: Path):
    for verb in re.findall(r"`sayso ([a-z]+)", page.read_text(encoding="utf-8")):
        assert verb in COMMANDS, f"{page.name}: sayso {verb}"


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from sayso.cli import sayso; sayso.main(['--help'], standalone_mode=False);"
        "heavy = {'spacy', 'numpy', 'rich', 'lxml', 'httpx', 'trafilatura', 'jinja2', 'rapidfuzz'};"
        "sys.exit(str(sorted(heavy & set(sys.modules))) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
