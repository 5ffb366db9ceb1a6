"""Reads what was put to jobs, one file after another, in a thread of its own."""

import queue
import shutil
import tempfile
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import Final

from sayso.adding import Source
from sayso.collect.collector import Hints
from sayso.errors import Unreadable
from sayso.model.documents import Intake
from sayso.web.jobs.board import Board
from sayso.web.jobs.states import Job, JobFile
from sayso.workbench import Workbench

_BROKE: Final = "Sayso failed over this file: what it printed where it runs says why; please report"
Put = tuple[Job, JobFile, Hints]


def discard(path: Path) -> None:
    """Let go of a file that waited, if it is there."""
    path.unlink(missing_ok=True)


class Worker:
    """One thread that adds documents; it begins with the first, and ends with the program."""

    def __init__(self, bench: Workbench, board: Board) -> None:
        self._bench = bench
        self._board = board
        self._line: queue.SimpleQueue[Put] = queue.SimpleQueue()
        self._turn = Lock()
        self._thread: Thread | None = None
        self._current: Put | None = None
        self._folder: Path | None = None

    @property
    def folder(self) -> Path:
        """Give where files wait; it goes with the program."""
        with self._turn:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="sayso-"))
                weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
            return self._folder

    def put(self, job: Job, file: JobFile, hints: Hints) -> None:
        """Let a file be read when its turn comes."""
        self._line.put((job, file, hints))
        self.run("adding", self._work)

    def run(self, name: str, work: Callable[[], None]) -> None:
        """Begin the thread that adds, if it has not begun."""
        with self._turn:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=work, name=f"sayso-{name}", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            first = self._line.get()
            try:
                self._read(first)
            except Exception:  # noqa: BLE001  # the thread outlives a fault; the file is told of it
                traceback.print_exc()
                self._break()

    def _read(self, first: Put) -> None:
        """Read what waits now; the next time the lists in force are asked for anew."""
        for outcome in self._bench.add_from(self._sources(first), 1):
            if self._current is not None:
                job, file, _ = self._current
                self._board.came(job, file, outcome)
        self._finish()

    def _sources(self, first: Put) -> Iterator[Source]:
        """Give the files in their order, as long as some wait."""
        following: Put | None = first
        while following is not None:
            self._finish()
            job, file, hints = self._current = following
            if self._board.reading(job, file):
                yield file.name, partial(self._take, file, hints)
            following = self._next()

    def _next(self) -> Put | None:
        with suppress(queue.Empty):
            return self._line.get_nowait()
        return None

    def _take(self, file: JobFile, hints: Hints) -> Intake:
        if file.path is None:
            raise Unreadable(f"{file.name}: its bytes are gone; add it again")
        content = file.path.read_bytes()
        return self._bench.collector().take_bytes(content, file.name, hints)

    def _finish(self) -> None:
        """Let go of the file that was read last."""
        if self._current is not None:
            job, file, _ = self._current
            self._current = None
            if file.path is not None:
                discard(file.path)
            self._board.end_if_done(job)

    def _break(self) -> None:
        if self._current is not None:
            job, file, _ = self._current
            self._board.broke(job, file, _BROKE)
        self._finish()
