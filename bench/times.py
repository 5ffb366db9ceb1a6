"""Scores the times that Sayso finds in TimeML documents by the definitions of TempEval-3.

A time is found (relaxed) where its span and one of the gold share a character, one to one; strict:
where both spans are equal. Its value is right where it is found and both TIMEX3 values are equal
as strings. Precision is over what was predicted, recall over the gold. The date of a document is
given to the reader and is not scored.
"""

import argparse
import json
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from bench.timeml import BadTimeMl, Time, TimeMl, read_file
from sayso.collect.collector import Hints
from sayso.model.claims import TimeMention
from sayso.settings import load
from sayso.wiring import workbench
from sayso.workbench import Workbench


def pairs(gold: Sequence[Time], predicted: Sequence[Time]) -> list[tuple[Time, Time]]:
    """Give (gold, predicted) times that share a character, one to one, in the order of the text.

    Those that share most of their characters come first, ties by their places in the text.
    """
    rated = sorted(
        (-_likeness(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if g.begin < p.end and p.begin < g.end
    )
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    found: list[tuple[int, int]] = []
    for _, i, j in rated:
        if i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            found.append((i, j))
    return [(gold[i], predicted[j]) for i, j in sorted(found)]


def _likeness(one: Time, other: Time) -> float:
    """Give the share of characters that two times have in common, 0 to 1."""
    common = min(one.end, other.end) - max(one.begin, other.begin)
    return common / (max(one.end, other.end) - min(one.begin, other.begin))


def count(gold: Sequence[Time], predicted: Sequence[Time]) -> Counter[str]:
    """Count what one document gives: gold, predicted, relaxed, strict and value."""
    seen = Counter(gold=len(gold), predicted=len(predicted))
    for g in gold:
        seen[f"gold {g.kind}"] += 1
    for g, p in pairs(gold, predicted):
        right = g.value == p.value
        seen["relaxed"] += 1
        seen["strict"] += (g.begin, g.end) == (p.begin, p.end)
        seen["value"] += right
        seen[f"relaxed {g.kind}"] += 1
        seen[f"value {g.kind}"] += right
    return seen


def share(part: int, whole: int) -> float | None:
    """Give a fraction from 0 to 1, or None of nothing."""
    return round(part / whole, 4) if whole else None


def figures(seen: Counter[str]) -> dict[str, object]:
    """Give the shares over all documents."""
    gold, predicted = seen["gold"], seen["predicted"]
    kinds = sorted(key.removeprefix("gold ") for key in seen if key.startswith("gold "))
    return {
        **{f"{k}_f1": share(2 * seen[k], gold + predicted) for k in ("value", "relaxed", "strict")},
        "value_precision": share(seen["value"], predicted),
        "value_recall": share(seen["value"], gold),
        "value_of_found": share(seen["value"], seen["relaxed"]),
        "per_type": {
            kind: {"gold": seen[f"gold {kind}"]}
            | {key: seen[f"{key} {kind}"] for key in ("relaxed", "value")}
            for kind in kinds
        },
        "n": gold,
        "predicted": predicted,
    }


def predict(bench: Workbench, document: TimeMl) -> tuple[Time, ...]:
    """Give the times that the product finds in a plain text with its date, in order.

    A stretch of time has no TIMEX3 value of its own, its two ends have.
    """
    if not document.text.strip():
        return ()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.txt")
        path.write_text(document.text, encoding="utf-8", newline="")
        record = bench.extract(str(path), Hints(published=document.published))
    found = _in_text(document, record.document.text, record.extraction.times)
    return tuple(sorted(found))


def _in_text(document: TimeMl, read: str, times: Iterable[TimeMention]) -> Iterator[Time]:
    """Give the times that have a value, which must stand in the text where the product says."""
    if read != document.text:
        raise BadTimeMl(f"{document.name}: was not read character for character; mend the reader")
    for time in times:
        if time.timex is not None:
            yield Time(time.span.start, time.span.end, time.timex)


def row(document: TimeMl, predicted: Sequence[Time]) -> str:
    """Write what was scored of a document as one line of JSON."""
    times = [{"begin": t.begin, "end": t.end, "value": t.value} for t in predicted]
    return json.dumps({"doc_id": document.name, "times": times}, ensure_ascii=False) + "\n"


def measure(files: Sequence[Path], predictions: Path | None) -> dict[str, object]:
    """Read and score all documents; write what was scored where asked to."""
    bench = workbench(load({}, {}, Path.cwd()), sys.stdin.buffer, None)
    seen: Counter[str] = Counter()
    lines: list[str] = []
    for path in files:
        for document in read_file(path):
            predicted = predict(bench, document)
            seen += count(document.times, predicted)
            lines.append(row(document, predicted))
    if predictions is not None:
        predictions.write_text("".join(lines), encoding="utf-8")
    return {**figures(seen), "documents": len(lines)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="TimeML in JSONL, plain or gzip")
    parser.add_argument(
        "--predictions", type=Path, help="write what was scored, one row a document"
    )
    options = parser.parse_args(arguments)
    began = perf_counter()
    try:
        told = measure(options.files, options.predictions)
    except BadTimeMl as bad:
        sys.exit(str(bad))
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cost = {"seconds": round(perf_counter() - began, 2), "peak_mb": round(peak_kb / 1024, 1)}
    print(json.dumps({**told, **cost}, ensure_ascii=False))


if __name__ == "__main__":
    main()
