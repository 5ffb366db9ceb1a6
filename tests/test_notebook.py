"""The public surface, and the example notebook: its cells run in order, without Jupyter."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "notebook.ipynb"


def test_the_cells_of_the_example_run_in_order_and_their_last_lines_show_something():
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names: dict[str, object] = {}
    shown = [shown_by("".join(c["source"]), names) for c in cells if c["cell_type"] == "code"]
    pages = [one._repr_html_() for one in shown if hasattr(one, "_repr_html_")]
    assert len(pages) == 2
    assert all("Zarvan Front" in page and "DRAFT, NOT REVIEWED" in page for page in pages)
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
