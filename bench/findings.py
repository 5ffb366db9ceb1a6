"""Measures what it costs to derive findings from many claims, anew and for one more document.

`python -m bench.findings CLAIMS` invents a corpus by the recipe of `bench/invented.py`, assembles
it, adds a few documents one by one and compares the outcome with a full rebuild. Seconds are of
the processor, so that they hold on a busy machine too. `--stored` also keeps the corpus in a
project file of its own and measures how long reading it takes. With `--one-pair`, all claims are
about one pair.
"""

import argparse
import gc
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench.invented import about_one_pair, invent
from bench.kept import kept
from sayso.model.findings import Record
from sayso.review.assemble import Review, assemble
from sayso.review.memory.pause import no_search

T = TypeVar("T")

#: Documents that are added one by one.
ADDED = 5


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Give what the work gives, and the seconds of the processor that it took."""
    began = time.process_time()
    made = work()
    return made, time.process_time() - began


def reading(records: Sequence[Record]) -> float:
    """Keep the records in a project, and give the seconds that reading all of them takes."""
    with tempfile.TemporaryDirectory() as folder:
        store = kept(records, Path(folder) / "sayso.db")
        with no_search():
            _, seconds = timed(lambda: sum(1 for _ in store.documents.records()))
        store.close()
    return seconds


def measure(records: Sequence[Record], *, stored: bool) -> dict[str, float | bool]:
    """Give the figures."""
    review, added = Review(), []
    known, rebuild = timed(lambda: review.assemble(records[:-ADDED]))
    for count in range(len(records) - ADDED + 1, len(records) + 1):
        gc.collect()  # what the last one left behind is not counted
        known, seconds = timed(lambda upto=count: review.assemble(records[:upto]))  # type: ignore[misc]  # bound now
        added.append(seconds)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    anew = assemble(records)
    figures: dict[str, float | bool] = {
        "claims": len(known.claims),
        "documents": len(known.records),
        "entities": len(known.entities),
        "findings": len(known.findings),
        "rebuild_s": round(rebuild, 2),
        "add_s": round(statistics.median(added), 3),
        "equal": known == anew and list(known.findings) == list(anew.findings),
        "peak_mb": round(peak_kb / 1024),
    }
    return figures | ({"read_s": round(reading(records), 2)} if stored else {})


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", type=int, nargs="?", default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--one-pair", action="store_true", help="all claims are about one pair")
    parser.add_argument("--stored", action="store_true", help="also measure reading a project")
    options = parser.parse_args()
    recipe = about_one_pair if options.one_pair else invent
    began = time.perf_counter()
    figures = measure(tuple(recipe(options.claims, seed=options.seed)), stored=options.stored)
    print(json.dumps(figures | {"seconds": round(time.perf_counter() - began, 2)}))


if __name__ == "__main__":
    main()
