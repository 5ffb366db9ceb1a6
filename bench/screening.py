"""Measures screening on labelled questions: what is found, false alerts, calibration, and cost.

    python -m bench.screening INDEX QUERIES [--fold I/N] [--peer NAME]... [--with-party]

Figures that are shares are 0 to 1, and are of the contract's question (fifty candidates at any
probability). Seconds and milliseconds are the processor's, each in new processes that open the
names' file; names_per_s with two is what the slower of both allows.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from bench.engines.peers import PEERS, Peer, peer_of
from bench.engines.screening import (
    Asked,
    Asking,
    Product,
    Source,
    answers_of,
    asked,
    entries_in,
)
from bench.run import EVERYTHING, Fold, fold
from bench.screening_rows import Question, fold_of, questions_of, releases_of, strangers_of
from bench.screening_scores import Answer, false_alerts, figures_of
from sayso.errors import SaysoError
from sayso.match.index import ListIndex
from sayso.match.names.arrays import arrays_of
from sayso.match.names.file import write
from sayso.model.lists import ListEntry, ListRelease
from sayso.model.matches import Screening

_SEED: Final = 1
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """What the product gave: its figures, and the answers that they are of."""

    figures: Mapping[str, object]
    answers: Sequence[Answer]


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures of one list and its questions."""
    options = _parser().parse_args(words)
    began = time.perf_counter()
    try:
        releases, clusters = releases_of(options.index)
        asked_for = chosen(
            list(questions_of(options.queries, clusters)), options.fold, options.sample
        )
        asking = Asking(with_party=options.with_party)
        others = peers_of(options.peer, releases)  # first: one that is not installed is told now
        product = measured(options.index, releases, asked_for, asking)
        peers = {name: _peer(peer, asked_for, asking) for name, peer in others.items()}
        strangers = chosen(strangers_of(options.strangers), options.fold, None)
        alarmed = _strangers(Product(ListIndex.build(releases)), strangers) if strangers else {}
    except SaysoError as bad:
        sys.exit(str(bad))
    if options.predictions is not None:
        _write(options.predictions, product.answers)
    cost = {
        "n": len(asked_for),
        "seconds": round(time.perf_counter() - began, 2),
        **alarmed,
        **({"peers": peers} if peers else {}),
    }
    print(json.dumps({**product.figures, **cost}, ensure_ascii=False, indent=2))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("index", type=Path, help="listed parties: JSONL, plain or .gz")
    parser.add_argument("queries", type=Path, help="labelled questions: JSONL, plain or .gz")
    parser.add_argument(
        "--fold",
        type=fold,
        default=EVERYTHING,
        metavar="I/N",
        help="one part of them; the weights that ship were not fitted on 0/2",
    )
    parser.add_argument("--sample", type=int, metavar="N", help="no more than N, the same each run")
    parser.add_argument(
        "--strangers",
        nargs="*",
        default=[],
        type=Path,
        help="CSV of persons whom nobody lists (full_name): false alerts by group of names",
    )
    parser.add_argument("--peer", action="append", default=[], choices=PEERS)
    parser.add_argument("--with-party", action="store_true", help="with birth and country")
    parser.add_argument(
        "--predictions", type=Path, help="write what was scored, one JSON row a question"
    )
    return parser


def chosen(questions: Sequence[Question], part: Fold, most: int | None) -> list[Question]:
    """Give the questions of one part, no more than so many, drawn with a fixed seed."""
    held = [q for q in questions if fold_of(q, part.of) == part.number]
    if most is None or most >= len(held):
        return held
    return random.Random(_SEED).sample(held, max(most, 0))  # noqa: S311  # to be repeated


def measured(
    index: Path, releases: Sequence[ListRelease], questions: Sequence[Question], asking: Asking
) -> Measured:
    """Build the names' file, and ask the product in processes of their own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "names.idx"
        began = time.process_time()
        arrays = arrays_of(entries_of(releases))
        write(path, arrays, [release.id for release in releases])
        build = {
            "build_s": round(time.process_time() - began, _DIGITS),
            "file_mb": round(path.stat().st_size / 1e6, 1),
            "names": int(arrays.name_entries.size),
        }
        del arrays
        source = partial(entries_in, index)
        full = asked(path, source, questions, asking)
        costs = costs_of(path, source, questions, with_party=asking.with_party)
    answers = [answer for one in full for answer in one.answers]
    contract = latency(full)
    figures = {
        **figures_of(answers, Screening(name="").threshold),
        **costs,
        "p50_ms_contract": contract["p50_ms"],
        "p99_ms_contract": contract["p99_ms"],
        **build,
        "peak_mb": round(max(one.peak_mb for one in full), 1),
    }
    return Measured(figures, answers)


def costs_of(
    path: Path, source: Source, questions: Sequence[Question], *, with_party: bool = False
) -> dict[str, object]:
    """Give what the questions cost as a user asks them: one by one, and many by two processes."""
    asking = Asking(full=False, with_party=with_party)
    one, two = (asked(path, source, questions, asking, processes) for processes in (1, 2))
    return {
        **latency(one),
        "names_per_s": round(len(questions) / max(p.asked_s for p in one), 1),
        "names_per_s_2": round(len(questions) / max(p.asked_s for p in two), 1),
        "open_s": round(one[0].open_s, _DIGITS),
        "index_mb": round(one[0].index_mb, 1),
    }


def latency(told: Iterable[Asked]) -> dict[str, float]:
    """Give the median and the 99th of a hundred questions, in the processor's milliseconds."""
    return _latency([answer.ms for one in told for answer in one.answers])


def entries_of(releases: Sequence[ListRelease]) -> list[ListEntry]:
    """Give the entries of releases, ordered by id."""
    held = {entry.id: entry for release in releases for entry in release.entries}
    return [held[entry_id] for entry_id in sorted(held)]


def peers_of(names: Sequence[str], releases: Sequence[ListRelease]) -> dict[str, Peer]:
    """Give the peers of these names, which know these lists.

    Raises:
        Unavailable: one is not installed.
    """
    if not names:
        return {}
    entries, index = entries_of(releases), Product(ListIndex.build(releases))
    return {name: peer_of(name, entries, index) for name in dict.fromkeys(names)}


def _strangers(product: Product, strangers: Sequence[Question]) -> dict[str, object]:
    """Give the false alerts among persons whom nobody lists, as a user asks."""
    answers = list(answers_of(product, strangers, Asking(full=False)))
    told = false_alerts(answers, Screening(name="").threshold)
    return {"strangers": {"n": len(answers), **told}}


def _peer(peer: Peer, questions: Sequence[Question], asking: Asking) -> dict[str, object]:
    answers = list(answers_of(peer, questions, asking))
    seconds = sum(answer.ms for answer in answers) / 1000
    return {
        **figures_of(answers, peer.threshold),
        **_latency([answer.ms for answer in answers]),
        "names_per_s": round(len(answers) / seconds, 1) if seconds else None,
    }


def _latency(times: Sequence[float]) -> dict[str, float]:
    p50, p99 = np.quantile(times, (0.5, 0.99)).tolist() if times else (0.0, 0.0)
    return {"p50_ms": round(p50, _DIGITS), "p99_ms": round(p99, _DIGITS)}


def _write(path: Path, answers: Iterable[Answer]) -> None:
    """Write what was scored, one JSON row a question."""
    with path.open("w", encoding="utf-8") as file:
        for answer in answers:
            results = [
                {"entry": hit.entry, "matched_name": hit.name, "probability": hit.score}
                for hit in answer.hits
            ]
            row = {"doc_id": answer.question.qid, "ms": round(answer.ms, 3), "results": results}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
