"""Scores the incidents that the product finds as MUC-4 templates, by the GTT scorer's definitions.

`python -m bench.incidents FILE` reads MUC-4 in the GTT format, one JSON object a line, plain or
gzip: `docid`, `doctext` and `templates`; the templates are read for scoring only. Each text goes
through the extractor as any document does; what it finds is put into templates by MUC's own fill
rules (`bench/incident_templates.py`). Nothing is trained on MUC-4.
"""

import argparse
import gzip
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bench.incident_scores import ROLES, TYPE, Template, score, template
from bench.incident_templates import Roles, templates_of
from sayso.collect.collector import Hints
from sayso.settings import load
from sayso.wiring import workbench
from sayso.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Row:
    """One document of the data file with its gold templates."""

    docid: str
    text: str
    gold: tuple[Template, ...]


def read(path: Path) -> Iterator[Row]:
    """Give the documents of a file in order.

    Raises:
        SystemExit: a line is no such object; names file and line.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _row(line, f"{path}, line {number}")
    except (OSError, EOFError, UnicodeDecodeError) as bad:
        sys.exit(
            f"{path}: cannot be read ({bad}): give MUC-4 in the GTT format, .jsonl or .jsonl.gz"
        )


def _row(line: str, place: str) -> Row:
    """Give the document of one line."""
    try:
        row = json.loads(line)
        gold = tuple(_gold(one) for one in row["templates"])
        return Row(str(row["docid"]), _text(row["doctext"]), gold)
    except (ValueError, KeyError, TypeError, AttributeError) as bad:
        sys.exit(f"{place}: no document in the GTT format ({type(bad).__name__}: {bad})")


def _text(value: object) -> str:
    """Give the text of a document."""
    if not isinstance(value, str):
        raise TypeError("doctext is no text")
    return value


def _gold(given: Mapping[str, object]) -> Template:
    """Give a gold template: each mention is a pair of its words and their place."""
    entities = {
        role: [
            [str(pair[0]) for pair in mentions]
            for mentions in cast("Sequence[Sequence[Sequence[object]]]", given[role])
        ]
        for role in ROLES
    }
    return template(str(given[TYPE]), entities)


def predict(bench: Workbench, text: str, folder: Path) -> list[tuple[str, Roles]]:
    """Give the templates of one text: each a type with the mentions of each role's entities."""
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return templates_of(bench.extract(str(path), Hints()))


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="MUC-4 in the GTT format, .jsonl or .jsonl.gz")
    parser.add_argument(
        "--predictions", type=Path, help="write what was scored, one row a document"
    )
    options = parser.parse_args()
    began = time.perf_counter()
    bench = workbench(load({}, {}, Path.cwd()), sys.stdin.buffer)
    pairs: list[tuple[list[Template], tuple[Template, ...]]] = []
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for row in read(options.file):
            found = predict(bench, row.text, Path(folder))
            pairs.append(([template(kind, roles) for kind, roles in found], row.gold))
            templates = [{TYPE: kind, **roles} for kind, roles in found]
            lines.append(json.dumps({"doc_id": row.docid, "templates": templates}) + "\n")
    if not pairs:
        sys.exit(f"{options.file}: no documents")
    if options.predictions is not None:
        options.predictions.write_text("".join(lines), encoding="utf-8")
    cost = {
        "n": len(pairs),
        "seconds": round(time.perf_counter() - began, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    print(json.dumps({**score(pairs), **cost}, indent=2))


if __name__ == "__main__":
    main()
