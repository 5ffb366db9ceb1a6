"""Measures how many documents the extractor reads in a second, and how much memory it takes.

The texts of a folder are read as `sayso add` reads them, by as many processes, and nothing is
kept. `documents_per_s` and `words_per_s` are by the clock, once all is loaded (`load_s`), so that
they hold for an idle machine; `cpu_s` is what all processes together took of the processors,
whatever else ran beside them. `gate_documents_per_s` is by the processor: the name gate alone.
"""

import argparse
import io
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from sayso.adding import Job, Reading
from sayso.collect.collector import Collector, Hints
from sayso.crew import Crew, cores
from sayso.errors import SaysoError
from sayso.extract.gating.gate import Gate
from sayso.ports import NameIndex
from sayso.settings import load
from sayso.wiring import workbench
from sayso.workbench import Workbench

#: Seconds between two looks at the memory; passes of the gate over the folder.
_LOOK_S, _GATE_PASSES = 0.2, 5


def family(root: int) -> list[int]:
    """Give a process and all below it, as Linux's /proc tells."""
    below: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(place.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except OSError:
            continue  # it has ended
        below.setdefault(parent, []).append(int(place.parent.name))
    found = [root]
    for process in found:
        found += below.get(process, [])
    return found


def memory_mb(process: int) -> float:
    """Give a process's share of the memory: pages that several have are divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Peak:
    """Looks now and then at the memory of this process and all below it, and keeps the most."""

    def __init__(self) -> None:
        self.mb = 0.0
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def begin(self) -> None:
        """Begin to look."""
        self._looking.start()

    def end(self) -> float:
        """Stop looking, and give the most that was seen."""
        self._ended.set()
        self._looking.join()
        return self.mb

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_S):
            self.mb = max(self.mb, sum(map(memory_mb, family(os.getpid()))))


def jobs(collector: Collector, folder: Path, copies: int) -> Iterator[tuple[str, Job]]:
    """Give each text of a folder as many times as asked, every copy a document of its own."""
    for number in range(copies):
        for path in sorted(folder.rglob("*.txt")):
            copy = f"\n\nCopy {number}.\n" if number else ""
            content = path.read_bytes() + copy.encode()
            intake = collector.take_bytes(content, str(path), Hints())
            yield f"{path.name} {number}", Job(intake.document, intake.passages)


def gate_speed(texts: list[str], names: NameIndex) -> tuple[float, int]:
    """Give the texts a second of processor time that pass the gate alone, and how many it opens."""
    gate = Gate.load()
    opened = sum(gate.opens(text, names) for text in texts)
    began = time.process_time()
    for _ in range(_GATE_PASSES):
        for text in texts:
            gate.opens(text, names)
    return _GATE_PASSES * len(texts) / (time.process_time() - began), opened


def seconds_of_processor() -> float:
    """Give what this process and those below it that have ended took of the processors."""
    took = os.times()
    return took.user + took.system + took.children_user + took.children_system


def read_all(
    bench: Workbench, folder: Path, workers: int, copies: int
) -> tuple[dict[str, float], list[str]]:
    """Read the folder; give the figures and the texts of its first copy."""
    began = time.perf_counter()
    collector, work = bench.collector(), bench.reader()
    loaded = time.perf_counter()
    used = seconds_of_processor()
    crew: Crew[str, Job, Reading] = Crew(lambda: work, workers)
    seen = {"n": 0, "words": 0, "claims": 0}
    texts: list[str] = []

    def noted() -> Iterator[tuple[str, Job]]:
        for name, job in jobs(collector, folder, copies):
            seen["n"] += 1
            seen["words"] += len(job.document.text.split())
            if name.endswith(" 0"):
                texts.append(job.document.text)
            yield name, job

    for name, reading in crew.run(noted()):
        if reading is None or isinstance(reading, SaysoError):
            sys.exit(f"{name}: {reading}")
        seen["claims"] += len(reading.extraction.claims)
    took = time.perf_counter() - loaded
    cpu = seconds_of_processor() - used
    figures = {
        "documents_per_s": seen["n"] / took,
        "words_per_s": seen["words"] / took,
        "claims_per_s": seen["claims"] / took,
        "cpu_s": cpu,
        "documents_per_cpu_s": seen["n"] / cpu,
        "load_s": loaded - began,
        "n": seen["n"],
        "words": seen["words"],
        "claims": seen["claims"],
    }
    return figures, texts


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="*.txt, also in folders below")
    parser.add_argument("--workers", type=int, default=cores(), help="default: one a core")
    parser.add_argument("--copies", type=int, default=1, help="times that the folder is read")
    options = parser.parse_args()
    if not any(options.folder.rglob("*.txt")):
        sys.exit(f"{options.folder}: no *.txt")
    bench = workbench(load({}, {}, options.folder), io.BytesIO())
    peak = Peak()
    began = time.perf_counter()
    peak.begin()
    figures, texts = read_all(bench, options.folder, options.workers, options.copies)
    peak_mb = peak.end()
    speed, opened = gate_speed(texts, bench.index())
    figures |= {"gate_documents_per_s": speed, "gate_open": opened / len(texts)}
    cost = {"workers": options.workers, "peak_mb": peak_mb, "seconds": time.perf_counter() - began}
    print(json.dumps({key: round(value, 3) for key, value in {**figures, **cost}.items()}))


if __name__ == "__main__":
    main()
