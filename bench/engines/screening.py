"""Screening by the product: names from a mapped file, asked by one process or several.

What is timed is the processor's time in processes of their own, so that no word was seen before.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final, Protocol

from bench.screening_rows import Question, releases_of
from bench.screening_scores import Answer, Hit
from sayso.errors import BadInput
from sayso.match.index import ListIndex
from sayso.match.names.file import read
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.lists import ListEntry
from sayso.model.matches import Screening

EntryOf = Callable[[EntryId], ListEntry | None]
#: Gives what gives an entry, in another process.
Source = Callable[[], EntryOf]
#: A question is asked as the contract says: fifty candidates, whatever their probability.
MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Asking:
    """How questions are asked.

    Attributes:
        full: as the contract's question, fifty at any probability; else as a user asks one.
    """

    full: bool = True
    with_party: bool = False

    def screening(self, question: Question) -> Screening:
        """Give a question as the product is asked."""
        usual = Screening(name="")
        threshold, limit = (0.0, MOST) if self.full else (usual.threshold, usual.limit)
        return question.screening(with_party=self.with_party, threshold=threshold, limit=limit)


class Engine(Protocol):
    """Answers questions from a list."""

    def ask(self, question: Question, asking: Asking) -> tuple[Hit, ...]:
        """Give the hits, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Product:
    """The product's index."""

    index: ListIndex

    def ask(self, question: Question, asking: Asking) -> tuple[Hit, ...]:
        """Give the candidates."""
        found = self.index.screen(asking.screening(question))
        return tuple(Hit(one.entry, one.probability, one.matched_name) for one in found)


@dataclass(frozen=True, slots=True)
class Asked:
    """What one process gave: the answers, and its costs in the processor's seconds and megabytes.

    Attributes:
        index_mb: by which opening the file and asking made the process grow, mapped pages too.
        peak_mb: the most that it was, with all that reads the entries.
    """

    answers: tuple[Answer, ...]
    open_s: float
    asked_s: float
    index_mb: float
    peak_mb: float


def answers_of(engine: Engine, questions: Sequence[Question], asking: Asking) -> Iterator[Answer]:
    """Ask the questions one by one; hits of the list that a question excludes are dropped."""
    for question in questions:
        began = time.process_time()
        hits = engine.ask(question, asking)
        ms = 1000 * (time.process_time() - began)
        kept = (hit for hit in hits if hit.entry.partition(":")[0] != question.exclude)
        yield Answer(question, tuple(kept), ms)


def asked(
    path: Path, source: Source, questions: Sequence[Question], asking: Asking, processes: int = 1
) -> list[Asked]:
    """Open the names in as many new processes, and share the questions among them."""
    work = partial(_asked, path, source, asking)
    shares = [questions[number::processes] for number in range(processes)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, shares))


def entries_in(index: Path) -> EntryOf:
    """Give what gives the entries of a file of listed parties."""
    releases, _ = releases_of(index)
    return {entry.id: entry for release in releases for entry in release.entries}.get


def _asked(path: Path, source: Source, asking: Asking, questions: Sequence[Question]) -> Asked:
    entry_of = source()
    before, began = _resident_mb(), time.process_time()
    held = read(path)
    if held is None:
        raise BadInput(f"{path}: of another version of Sayso; measure again")
    arrays, releases = held
    engine = Product(ListIndex(arrays, [ReleaseId(release) for release in releases], entry_of))
    opened = time.process_time()
    answers = tuple(answers_of(engine, questions, asking))
    ended = time.process_time()
    return Asked(answers, opened - began, ended - opened, _resident_mb() - before, _peak_mb())


def _peak_mb() -> float:
    return _memory_mb("VmHWM")


def _resident_mb() -> float:
    return _memory_mb("VmRSS")


def _memory_mb(key: str) -> float:
    """Give a figure of this process's memory, as Linux tells; 0 elsewhere.

    What `getrusage` tells of a new process is at least what its parent held.
    """
    try:
        told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    found = re.search(rf"^{key}:\s*(\d+) kB", told, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0
