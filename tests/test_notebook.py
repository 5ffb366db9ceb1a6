"""The public surface, and the example notebook: its cells run in order, without Jupyter."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from tests.cli.running import run

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "notebook.ipynb"


def test_the_cells_of_the_example_run_in_order_and_their_last_lines_show_something():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names: dict[str, object] = {}
    shown = [shown_by("".join(c["source"]), names) for c in cells if c["cell_type"] == "code"]
    pages = [one._repr_html_() for one in shown if hasattr(one, "_repr_html_")]
    assert len(pages) == 3
    assert all("Zarvan Front" in page and "DRAFT, NOT REVIEWED" in page for page in pages)
    assert "Dast Movement (not listed)" in pages[2]
    assert {"opinion", "relationship"} <= set(names["bundle"] and shown[-2])


def shown_by(source: str, names: dict[str, object]) -> object:
    """Run a cell, and give what its last line comes to, as a notebook would show it."""
    cell = ast.parse(source)
    last = cell.body.pop() if isinstance(cell.body[-1], ast.Expr) else None
    exec(compile(cell, NOTEBOOK.name, "exec"), names)  # noqa: S102  # our own cells
    if last is None:
        return None
    expression = compile(ast.Expression(last.value), NOTEBOOK.name, "eval")
    return eval(expression, names)  # noqa: S307  # our own cells


def test_every_public_name_is_there_and_no_more_than_a_reader_remembers():
    assert len(sayso.__all__) <= 25
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)
    assert dir(sayso) == sorted(sayso.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        sayso.nonsense  # noqa: B018  # asking is what is tested


def test_importing_sayso_imports_nothing_else():
    code = (
        "import sys; before = set(sys.modules); import sayso;"
        "new = {m for m in set(sys.modules) - before if m.startswith('sayso.')};"
        "sys.exit(str(sorted(new)) if new else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


STORY = "The Ostan Observatory said that the Zarvan Front operates a camp in Ghazni."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    with sayso.open_project(tmp_path / "p") as project:
        project.add(tmp_path / "story.txt")
    told = ("describe", "story.txt", "--handling", "restricted", "--by", "A. Clerk")
    done = run(*told, "--project", str(tmp_path / "p"))
    assert done.exit_code == 0, done.output
    return tmp_path / "p"


def test_what_is_restricted_is_not_even_known_by_name_in_a_public_view(folder: Path):
    with sayso.open_project(folder) as whole:
        assert whole.claims("Zarvan Front")
        assert len(whole.documents()) == 1
    with sayso.open_project(folder, public=True) as public:
        assert public.documents() == ()
        for ask in (public.claims, public.ties):
            with pytest.raises(sayso.NotFound, match="Zarvan Front"):
                ask("Zarvan Front")
        assert b"Zarvan" not in b"".join(public.export("csv").values())


def test_an_export_leaves_out_what_it_is_told_to_and_names_its_forms(folder: Path):
    with sayso.open_project(folder) as project:
        kept, left = (project.export("csv", leave_out=out) for out in ((), ["asserted"]))
        assert b"Zarvan Front" in kept["findings.csv"]
        assert b"Zarvan Front" not in left["findings.csv"]
        with pytest.raises(sayso.BadInput, match="one of csv"):
            project.export("nonsense")
        with pytest.raises(ValueError, match="nonsense"):
            project.export("csv", leave_out=["nonsense"])
