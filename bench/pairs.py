"""Measures how well two names alone are told to be of one party: AUC over labelled pairs.

    python -m bench.pairs CSV... [--fold I/N] [--peer NAME]...

Columns: case_group, schema, name1, name2, is_match. The first name is asked of an index that lists
the second alone. `auc` also orders the pairs of which no word agrees, by the letters that they
share; `auc_screened` has them tie, as in screening, which proposes none of them. A pair's part is
by the SHA-256 of its first name: all pairs of one name are together.
"""

import argparse
import csv
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.engines.peers import PEERS, peer_of
from bench.engines.screening import Product
from bench.rows import lines
from bench.run import EVERYTHING, fold
from bench.screening_scores import auc, best_f1
from sayso.errors import BadInput, SaysoError
from sayso.match.index import ListIndex
from sayso.match.pair import compare_names, screened

_COLUMNS = frozenset({"case_group", "schema", "name1", "name2", "is_match"})
#: Says how alike two names of a kind of party are, 0 to 1.
Alike = Callable[[str, str, str], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are of one party."""

    group: str
    schema: str
    asked: str
    listed: str
    is_match: bool


def pairs_of(path: Path) -> Iterator[Pair]:
    """Read labelled pairs.

    Raises:
        BadInput: the file cannot be read, lacks a column, or says neither true nor false.
    """
    rows = csv.DictReader((line + "\n" for _, line in lines(path)), restval="")
    lacking = _COLUMNS - set(rows.fieldnames or ())
    if lacking:
        told = ", ".join(sorted(lacking))
        raise BadInput(f"{path.name}, line 1: no column {told}; is this the right file?")
    for row in rows:
        if row["is_match"] not in {"true", "false"}:
            advice = f"is_match is {row['is_match']!r}, not true or false"
            raise BadInput(f"{path.name}, line {rows.line_num}: {advice}; is this the right file?")
        is_match = row["is_match"] == "true"
        yield Pair(row["case_group"], row["schema"], row["name1"], row["name2"], is_match)


def figures_of(pairs: Sequence[Pair], told: Sequence[float]) -> dict[str, object]:
    """Give the AUC and the best F over all pairs, and the AUC of each group."""
    scores = np.array(told, np.float64)
    match = np.array([pair.is_match for pair in pairs], np.bool_)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        groups[pair.group].append(place)
    return {
        "auc": auc(scores[match], scores[~match]),
        **best_f1(scores[match], scores[~match]),
        "per_group": {
            group: auc(scores[places][match[places]], scores[places][~match[places]])
            for group, places in sorted(groups.items())
        },
    }


def main(words: Sequence[str] | None = None) -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, help="CSV of labelled pairs")
    parser.add_argument("--fold", type=fold, default=EVERYTHING, metavar="I/N")
    parser.add_argument("--peer", action="append", default=[], choices=PEERS)
    parser.add_argument("--predictions", type=Path, help="write each pair with what was said of it")
    options = parser.parse_args(words)
    began, rows = time.perf_counter(), list[dict[str, object]]()
    try:
        figures = {
            path.name: _figures(
                [pair for pair in pairs_of(path) if pair.asked in options.fold], options.peer, rows
            )
            for path in options.files
        }
    except SaysoError as bad:
        sys.exit(str(bad))
    if options.predictions is not None:
        told = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.predictions.write_text("".join(told), encoding="utf-8")
    cost = {
        "n": len(rows),
        "seconds": round(time.perf_counter() - began, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    print(json.dumps({**figures, **cost}, ensure_ascii=False, indent=2))


def _figures(
    pairs: Sequence[Pair], peers: Iterable[str], rows: list[dict[str, object]]
) -> dict[str, object]:
    """Give the figures of a file's pairs, ours and the peers', and add what was said to rows."""
    told, ms = _told(compare_names, pairs)
    for pair, score in zip(pairs, told, strict=True):
        rows.append(
            {
                "doc_id": str(len(rows)),
                "name1": pair.asked,
                "name2": pair.listed,
                "group": pair.group,
                "is_match": pair.is_match,
                "probability": score,
            }
        )
    alone, _ = _told(screened, pairs)
    figures = {
        **figures_of(pairs, told),
        "auc_screened": figures_of(pairs, alone)["auc"],
        "ms": ms,
        "n": len(pairs),
    }
    nobody = Product(ListIndex.build([]))
    others = {}
    for name in dict.fromkeys(peers):
        theirs, ms = _told(peer_of(name, [], nobody).alike, pairs)
        others[name] = {**figures_of(pairs, theirs), "ms": ms}
    return {**figures, "peers": others} if others else figures


def _told(alike: Alike, pairs: Sequence[Pair]) -> tuple[list[float], float]:
    """Give what is said of each pair, and the processor's milliseconds for one."""
    began = time.process_time()
    told = [alike(pair.asked, pair.listed, pair.schema) for pair in pairs]
    return told, round(1000 * (time.process_time() - began) / max(len(pairs), 1), 3)


if __name__ == "__main__":
    main()
