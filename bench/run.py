"""Runs a benchmark over data files: reads, predicts, scores, and prints one JSON object."""

import argparse
import hashlib
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from sayso.errors import SaysoError


class Known(Protocol):
    """A document of a benchmark, known by its id."""

    @property
    def doc_id(self) -> str:
        """Give the id under which its prediction is written."""
        ...


Gold = TypeVar("Gold", bound=Known)
#: A prediction: what stands in its row of `--predictions` beside `doc_id`.
Given = TypeVar("Given", bound=Mapping[str, object])
Figures = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Benchmark(Generic[Gold, Given]):
    """How one benchmark reads its files, predicts one document, and scores all of them."""

    about: str
    read: Callable[[Path], Iterable[Gold]]
    predict: Callable[[Gold], Given]
    score: Callable[[Sequence[tuple[Gold, Given]]], Figures]


@dataclass(frozen=True, slots=True)
class Fold:
    """One part of the documents, chosen by a stable digest of their ids: part `number` of `of`."""

    number: int
    of: int

    def __contains__(self, doc_id: str) -> bool:
        """Say whether a document is in this part."""
        digest = hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()
        return int(digest, 16) % self.of == self.number


EVERYTHING = Fold(0, 1)


def fold(words: str) -> Fold:
    """Read a fold as it is given on the command line: "2/5".

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", words)
    if found is None or not int(found[1]) < int(found[2]):
        raise argparse.ArgumentTypeError(f"{words!r}: give I/N, with I from 0 to N - 1")
    return Fold(int(found[1]), int(found[2]))


def run(benchmark: Benchmark[Gold, Given], words: Sequence[str] | None = None) -> None:
    """Print the figures of the files that the command line names."""
    parser = argparse.ArgumentParser(description=benchmark.about)
    parser.add_argument("files", nargs="+", type=Path, help="data files, plain or .gz")
    parser.add_argument(
        "--predictions", type=Path, help="write what was scored, one JSON row a document"
    )
    parser.add_argument(
        "--fold",
        type=fold,
        default=EVERYTHING,
        metavar="I/N",
        help="only the documents with sha256(id) %% N == I",
    )
    options = parser.parse_args(words)
    began = time.perf_counter()
    try:
        golds = [g for path in options.files for g in benchmark.read(path)]
        pairs = [(g, benchmark.predict(g)) for g in golds if g.doc_id in options.fold]
        figures = dict(benchmark.score(pairs))
    except SaysoError as bad:
        sys.exit(str(bad))
    seconds = time.perf_counter() - began
    if options.predictions is not None:
        write(options.predictions, pairs)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cost = {"n": len(pairs), "seconds": round(seconds, 2), "peak_mb": round(peak_kb / 1024, 1)}
    print(json.dumps({**figures, **cost}, ensure_ascii=False, indent=2))


def write(path: Path, pairs: Iterable[tuple[Gold, Given]]) -> None:
    """Write the predictions, one JSON row a document, in the order of the data."""
    rows = ({"doc_id": gold.doc_id, **given} for gold, given in pairs)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")
