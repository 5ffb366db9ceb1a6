"""Reads two releases of the UN list and compares them."""

import argparse
import json
import resource
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from sayso.lists.compare import compare
from sayso.lists.un import UnList
from sayso.lists.unpack import unpack
from sayso.model.documents import Original
from sayso.model.ids import digest_of
from sayso.model.lists import ListRelease
from sayso.ports import ListSource

_MAX_BYTES = 200_000_000


def read(path: Path) -> tuple[ListRelease, float]:
    """Give the release in a file, repaired where it must be, and the seconds that it took."""
    started = perf_counter()
    packed = path.read_bytes()
    original = Original(
        id=digest_of(packed),
        content=unpack(packed, max_bytes=_MAX_BYTES),
        locator=path.name,
        media_type="application/xml",
        retrieved=datetime.now(UTC),
    )
    source: ListSource = UnList()
    release = source.read(original, published=None, repair=True)
    return release, perf_counter() - started


def told_of(release: ListRelease, seconds: float) -> dict[str, object]:
    """Give what was read of a release, as figures."""
    return {
        "release": release.id,
        "entries": len(release.entries),
        "names": sum(len(entry.names) for entry in release.entries),
        "reviews": sum(len(entry.reviews) for entry in release.entries),
        "references": sum(len(entry.references) for entry in release.entries),
        "questions": sum(len(entry.questions) for entry in release.entries),
        "repaired": release.repaired,
        "read_s": round(seconds, 3),
    }


def main(old_path: Path, new_path: Path) -> None:
    """Print one JSON object with both releases and what changed between them."""
    started = perf_counter()
    (old, old_s), (new, new_s) = read(old_path), read(new_path)
    before = perf_counter()
    changes = compare(old, new)
    kinds = Counter(str(change.change) for change in changes)
    figures = {
        "old": told_of(old, old_s),
        "new": told_of(new, new_s),
        "changes": dict(sorted(kinds.items())),
        "added": [c.reference for c in changes if c.change == "added"],
        "removed": [c.reference for c in changes if c.change == "removed"],
        "compare_s": round(perf_counter() - before, 3),
        "n": len(changes),
        "seconds": round(perf_counter() - started, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path, help="a release of the UN list: .xml or .xml.gz")
    parser.add_argument("new", type=Path, help="a later one")
    asked = parser.parse_args()
    main(asked.old, asked.new)
