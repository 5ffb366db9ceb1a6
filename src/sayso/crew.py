"""Does the same work on one thing after another in several processes; results come in order."""

import gc
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import Final, Generic, TypeVar

from sayso.errors import SaysoError, Unavailable

K = TypeVar("K")
J = TypeVar("J")
R = TypeVar("R")

#: Things looked at ahead for each process, so that none of them waits for the next.
_AHEAD: Final = 4
#: Jobs after which a process makes room for a fresh one: what its libraries hoard goes with it.
_SHIFT: Final = 500


def cores() -> int:
    """Give how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Place(Generic[K, J, R]):
    """One thing in the line, with its job (None: nothing is to be done) and what came of it."""

    key: K
    job: J | None
    done: bool = False
    result: R | SaysoError | None = None

    def settle(self, result: R | SaysoError | None) -> None:
        """Keep what came of it."""
        self.result, self.done = result, True


@dataclass(slots=True, eq=False)
class _Hand(Generic[K, J, R]):
    """One process at work, and the thing that it is at."""

    process: ForkProcess
    line: Connection
    place: _Place[K, J, R] | None = None
    jobs: int = 0

    def take(self, place: _Place[K, J, R]) -> None:
        """Begin with a thing; whether the process still lives shows when its result is fetched."""
        self.place, self.jobs = place, self.jobs + 1
        try:
            self.line.send(place.job)
        except OSError:
            return

    def fetch(self) -> bool:
        """Take the result; False when the process has died over it."""
        place, self.place = self.place, None
        try:
            result = self.line.recv()
        except (EOFError, OSError):
            result = None
        if result is None:
            self.process.join()
        lost = Unavailable(
            f"the process that read it stopped (exit code {self.process.exitcode});"
            " add it alone with SAYSO_WORKERS=1 to see why"
        )
        if place is not None:
            place.settle(lost if result is None else result)
        return result is not None

    def dismiss(self) -> None:
        """End the process."""
        self.line.close()
        self.process.terminate()
        self.process.join()


@dataclass(slots=True)
class Crew(Generic[K, J, R]):
    """Processes that share what was loaded before they began (by fork, so on Linux alone).

    Attributes:
        start: loads what the work needs, and gives the work; called once, at the first job.
        processes: how many; 1, and other systems than Linux: all is done in this process.
    """

    start: Callable[[], Callable[[J], R]]
    processes: int
    _hands: list[_Hand[K, J, R]] = field(default_factory=list)
    _work: Callable[[J], R] | None = None

    def run(
        self, things: Iterable[tuple[K, J | None]]
    ) -> Iterator[tuple[K, R | SaysoError | None]]:
        """Give each thing, in order, with the result of its job, or the error that it ended in.

        A job that ends its process (a fault in a library, no memory left) ends in an error too,
        and the others are done.
        """
        if self.processes > 1 and sys.platform == "linux":
            yield from self._together(iter(things))
            return
        for key, job in things:
            yield key, None if job is None else _attempt(self._loaded(), job)

    def _loaded(self) -> Callable[[J], R]:
        if self._work is None:
            self._work = self.start()
        return self._work

    def _together(
        self, things: Iterator[tuple[K, J | None]]
    ) -> Iterator[tuple[K, R | SaysoError | None]]:
        """Hand the jobs out, and give the things back in their order."""
        line: deque[_Place[K, J, R]] = deque()
        waiting: deque[_Place[K, J, R]] = deque()
        try:
            while True:
                self._line_up(things, line, waiting)
                self._hand_out(waiting)
                if not line:
                    return
                self._gather(patient=not line[0].done)
                self._hand_out(waiting)
                if line[0].done:
                    first = line.popleft()
                    yield first.key, first.result
        finally:
            while self._hands:
                self._hands.pop().dismiss()

    def _line_up(
        self,
        things: Iterator[tuple[K, J | None]],
        line: deque[_Place[K, J, R]],
        waiting: deque[_Place[K, J, R]],
    ) -> None:
        """Look ahead a few things; more would only fill the memory."""
        while len(line) < _AHEAD * self.processes:
            following = next(things, None)
            if following is None:
                return
            place: _Place[K, J, R] = _Place(*following)
            line.append(place)
            if place.job is None:
                place.settle(None)
            else:
                waiting.append(place)

    def _hand_out(self, waiting: deque[_Place[K, J, R]]) -> None:
        """Give each process that has nothing to do a job, and begin processes as they are needed.

        A process has one job at a time: one that was sent two could wait for us with a result
        while we wait for it with a job.
        """
        while waiting:
            hand = next((h for h in self._hands if h.place is None), None)
            if hand is None and len(self._hands) == self.processes:
                return
            if hand is not None and hand.jobs >= _SHIFT:
                self._hands.remove(hand)
                hand.dismiss()
                hand = None
            if hand is None:
                hand = self._begun()
            hand.take(waiting.popleft())

    def _gather(self, *, patient: bool) -> None:
        """Fetch the results that are there; a patient one waits for the next."""
        busy = {h.line: h for h in self._hands if h.place is not None}
        for ready in wait(list(busy), None if patient else 0):
            hand = next(h for line, h in busy.items() if line is ready)
            if not hand.fetch():
                self._hands.remove(hand)
                hand.dismiss()

    def _begun(self) -> _Hand[K, J, R]:
        """Begin a process: it has all that this one has loaded."""
        work = self._loaded()
        gc.collect()
        gc.freeze()  # so that the collector does not write to pages that are shared
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        foreign = (ours, *(hand.line for hand in self._hands))
        process = context.Process(target=_serve, args=(work, theirs, foreign), daemon=True)
        process.start()
        theirs.close()
        hand: _Hand[K, J, R] = _Hand(process, ours)
        self._hands.append(hand)
        return hand


def _serve(work: Callable[[J], R], line: Connection, foreign: Iterable[Connection]) -> None:
    """Do jobs until nobody sends any more: also when the process that sent them was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began this one ends it
    for inherited in foreign:
        inherited.close()
    while True:
        try:
            job: J = line.recv()
            line.send(_attempt(work, job))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _attempt(work: Callable[[J], R], job: J) -> R | SaysoError:
    """Give the result of a job, or the error that it ended in."""
    try:
        return work(job)
    except SaysoError as bad:
        return bad
