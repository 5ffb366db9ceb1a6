"""Loads every dated version of a list into a project and counts what changed from each to the next.

Counted twice: row by row, as the file stands, by nothing but the entry number; and by our
classes, as `sayso lists diff` tells them.
"""

import argparse
import csv
import json
import re
import resource
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from time import perf_counter, process_time

from sayso import wiring
from sayso.lists.reading.files import ListFiles
from sayso.settings import PROJECT_FILE, load
from sayso.workbench import Workbench

_ROWS = Mapping[str, tuple[str, ...]]
_SIMPLE = re.compile(r"\s+")


def unpacked(archive: Path, folder: Path) -> Sequence[Path]:
    """Write the versions in an archive to a folder, and give them in the order of their names."""
    with tarfile.open(archive) as packed:
        for member in packed:
            content = packed.extractfile(member)
            if content is not None:
                (folder / Path(member.name).name).write_bytes(content.read())
    return sorted(folder.iterdir())


def rows_of(path: Path) -> _ROWS:
    """Give the rows of a version by entry number."""
    text = path.read_bytes().removesuffix(b"\x1a").decode()
    return {row[0]: tuple(row) for row in csv.reader(text.splitlines(keepends=True)) if row}


def _simple(row: tuple[str, ...]) -> tuple[str, ...]:
    """Make white space even, and nothing of "-0-"."""
    even = (_SIMPLE.sub(" ", cell).strip() for cell in row)
    return tuple("" if cell == "-0-" else cell for cell in even)


def row_figures(versions: Sequence[Path]) -> dict[str, object]:
    """Count additions, removals and changed rows from each version to the next."""
    counts: Counter[str] = Counter()
    sizes: list[int] = []
    most_lost = 0.0
    for old, new in pairwise(map(rows_of, versions)):
        sizes = [*(sizes or [len(old)]), len(new)]
        both = old.keys() & new.keys()
        changed = [number for number in both if old[number] != new[number]]
        counts["additions"] += len(new.keys() - old.keys())
        counts["removals"] += len(old.keys() - new.keys())
        counts["changed"] += len(changed)
        counts["changed_normalised"] += sum(_simple(old[n]) != _simple(new[n]) for n in changed)
        most_lost = max(most_lost, 1 - len(both) / len(old))
    return {
        **counts,
        "first_entries": sizes[0],
        "last_entries": sizes[-1],
        "most_lost": round(most_lost, 4),
    }


def load_all(bench: Workbench, authority: str, versions: Sequence[Path]) -> Iterator[float]:
    """Add each version as `lists add` does, and give the seconds of CPU that each took."""
    for path in versions:
        began = process_time()
        bench.add_list(ListFiles(authority=authority, paths=(str(path),)))
        yield process_time() - began


def class_figures(bench: Workbench, authority: str) -> dict[str, object]:
    """Count the changes between the releases held by our classes, and by field."""
    classes: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    began = process_time()
    ids = [release.id for release in bench.releases() if release.authority == authority]
    for old, new in pairwise(ids):
        for change in bench.diff_lists(old, new)[2]:
            classes[change.change] += 1
            fields.update(field.field for field in change.fields)
    return {
        "classes": dict(sorted(classes.items())),
        "fields": dict(fields.most_common()),
        "diffs_cpu_s": round(process_time() - began, 2),
    }


def history_figures(bench: Workbench, reference: str) -> dict[str, object]:
    """Follow one entry through all releases held."""
    began = process_time()
    steps = bench.list_history(reference)
    wordings = len({entry for _, entry in steps if entry is not None})
    return {
        "reference": reference,
        "releases": len(steps),
        "in": sum(entry is not None for _, entry in steps),
        "wordings": wordings,
        "history_cpu_s": round(process_time() - began, 3),
    }


def main(archive: Path, authority: str, most: int | None) -> None:
    """Print one JSON object."""
    began = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        versions = Path(folder) / "versions"
        versions.mkdir()
        paths = unpacked(archive, versions)[:most]
        settings = load({"project": folder}, {}, Path(folder))
        bench = wiring.workbench(settings, BytesIO())
        rows = row_figures(paths)
        seconds = list(load_all(bench, authority, paths))
        numbers = sorted(rows_of(paths[-1]), key=int)
        figures = {
            "versions": len(paths),
            "megabytes": round(sum(path.stat().st_size for path in paths) / 1e6, 1),
            "rows": rows,
            "ours": class_figures(bench, authority),
            "history": [
                history_figures(bench, f"{authority}:{n}") for n in (numbers[0], numbers[-1])
            ],
            "first_release_cpu_s": round(seconds[0], 2),
            "later_release_cpu_s": round(sum(seconds[1:]) / max(1, len(seconds) - 1), 3),
            "load_cpu_s": round(sum(seconds), 1),
            "project_mb": round((settings.folder / PROJECT_FILE).stat().st_size / 1e6, 1),
            "n": len(paths),
            "seconds": round(perf_counter() - began, 1),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        }
        bench.close()
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="a tar archive of dated versions (.tar.xz)")
    parser.add_argument("--authority", default="ofac", help="whose list it is")
    parser.add_argument("--most", type=int, help="only so many of the first versions")
    asked = parser.parse_args()
    main(asked.archive, asked.authority, asked.most)
