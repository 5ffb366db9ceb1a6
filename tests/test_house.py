"""The rules of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "sayso"
FILES = sorted(PACKAGE.rglob("*.py"))
LINES, FUNCTION_LINES, FILES_A_FOLDER, METHODS, PUBLIC_NAMES = 400, 40, 8, 12, 25
UNNAMED = re.compile(r"(^|_)(manager|helper|util|utils|processor|handler)(_|s?$)", re.IGNORECASE)
#: The front of the house may have a method for each thing that a user can ask.
MANY_METHODS = {"Workbench"}


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in FILES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def named() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield f"{place(path)}:{node.name}", node


@pytest.mark.parametrize("path", FILES, ids=place)
def test_every_file_says_its_one_concern_in_its_first_line(path: Path):
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
    assert first.endswith((".", "?", ":"))


def test_no_file_outgrows_its_concern():
    assert [place(p) for p in FILES if p.read_text(encoding="utf-8").count("\n") > LINES] == []


def test_no_function_is_longer_than_a_screen():
    long = [
        name
        for name, node in named()
        if not isinstance(node, ast.ClassDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION_LINES
    ]
    assert long == []


def test_no_class_has_more_doors_than_a_reader_remembers():
    crowded = [
        name
        for name, node in named()
        if isinstance(node, ast.ClassDef)
        and node.name not in MANY_METHODS
        and sum(isinstance(m, ast.FunctionDef) and m.name[0] != "_" for m in node.body) > METHODS
    ]
    assert crowded == []


def test_folders_are_small_and_one_level_deep():
    folders = {path.parent for path in FILES}
    crowded = [
        place(folder)
        for folder in sorted(folders)
        if folder not in {PACKAGE, PACKAGE / "model"}
        and len([f for f in folder.glob("*.py") if f.name != "__init__.py"]) > FILES_A_FOLDER
    ]
    deep = [place(f) for f in sorted(folders) if len(f.relative_to(PACKAGE).parts) > 2]
    assert (crowded, deep) == ([], [])


def test_names_are_of_the_field():
    assert [name for name, node in named() if UNNAMED.search(node.name)] == []


def test_the_stages_stand_in_the_order_of_the_data():
    stages = ["collect", "extract", "lists", "match", "review", "states", "store", "views", "web"]
    present = [s for s in stages if (PACKAGE / s / "__init__.py").is_file()]
    assert present == stages


def test_the_public_surface_is_small():
    exported = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    names = [n for n in ast.walk(exported) if isinstance(n, ast.alias | ast.Assign)]
    assert len(names) <= PUBLIC_NAMES


def test_only_the_settings_read_the_environment():
    readers = [
        place(path)
        for path in FILES
        if re.search(r"os\.(environ|getenv)", path.read_text(encoding="utf-8"))
    ]
    assert readers == ["src/sayso/settings.py"]


def test_a_foreign_library_lives_in_one_file_of_a_stage():
    everywhere = {"click", "rich", "fastapi", "pydantic", "starlette"}  # what the faces speak with
    throughout = {
        ("match", "numpy"),  # names are matched in arrays, from one end to the other
        ("views", "matplotlib"),  # the chart of lags, and the figures of a brief
    }
    seen: dict[tuple[str, str], set[str]] = {}
    known = {"sayso"} | set(__import__("sys").stdlib_module_names)
    for path, tree in trees():
        stage = path.relative_to(PACKAGE).parts[0]
        for node in ast.walk(tree):
            modules = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                modules = [node.module]
            for module in modules:
                top = module.split(".")[0]
                if top not in known | everywhere:
                    seen.setdefault((stage, top), set()).add(place(path))
    several = {key: files for key, files in seen.items() if len(files) > 1}
    assert {key: files for key, files in several.items() if key not in throughout} == {}


def test_nothing_tells_of_the_place_where_it_was_made():
    told = [
        place(path)
        for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *FILES]
        if re.search(r"/(work|farm|tmp)/|pypi-more|helper-\d", path.read_text(encoding="utf-8"))
    ]
    assert told == []
