"""Logs what is screened over HTTP, as the commands do; nobody waits for the disk."""

import hashlib
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Annotated, Final

from fastapi import Depends, Request

from sayso.errors import SaysoError
from sayso.model.screenings import Counts, Run, RunKind, Terms
from sayso.web.asking.inquiries import Found
from sayso.web.desk import Desk, Lists

#: Runs that come within so many seconds are written together.
_TOGETHER_S: Final = 0.5
#: A session of typing is over, and is one run, when nothing was asked in it for so many seconds.
_PAUSE_S: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What one request asked the lists, and what came of it.

    Attributes:
        asked: the questions, of which the digest alone is logged.
        session: of typing, of which all requests on the same lists and terms are one run, about
            what was asked last; "" for a run of its own.
    """

    lists: Lists
    asked: Sequence[object]
    terms: Terms
    counts: Counts
    session: str = ""

    @property
    def about(self) -> str:
        """Give the digest of the questions."""
        words = "\n".join(map(str, self.asked)).encode("utf-8", "surrogatepass")
        return f"sha256:{hashlib.sha256(words).hexdigest()}"


@dataclass(slots=True)
class _Waiting:
    """A run that is not written yet, and until when it may grow."""

    run: Run
    until: float


@dataclass(frozen=True, slots=True)
class RunBook:
    """The runs of one service; they are written from a thread of their own, in their order."""

    desk: Desk
    _waiting: dict[str, _Waiting] = field(default_factory=dict)
    _turn: Lock = field(default_factory=Lock)
    _writer: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="sayso-logging")
    )

    def keep(self, made: Answered) -> None:
        """Log what a request came to, soon; not at all without a project."""
        run = self.desk.bench.screenings().run(RunKind.REQUEST, made.about, self.desk.terms.by)
        run = replace(run, releases=made.lists.index.releases, terms=made.terms, counts=made.counts)
        key, wait = (f"typing {made.session}", _PAUSE_S) if made.session else (run.id, 0.0)
        with self._turn:
            is_idle = not self._waiting
            before = self._waiting.pop(key, None)
            if before is not None and _is_alike(before.run, run):
                run = replace(run, counts=before.run.counts.plus(run.counts))
            elif before is not None:
                self._waiting[before.run.id] = _Waiting(before.run, 0.0)
            self._waiting[key] = _Waiting(run, time.monotonic() + wait)
        if is_idle:
            self._writer.submit(self._write)

    def answered(self, lists: Lists, found: Sequence[Found]) -> None:
        """Log what the inquiries of one request came to; nothing where there was none."""
        if not found:
            return
        counts = Counts()
        for one in found:
            counts = counts.plus(one.counts)
        terms = replace(found[0].bounds.terms, limit=max(one.bounds.limit for one in found))
        asked = [one.asked for one in found]
        self.keep(Answered(lists=lists, asked=asked, terms=terms, counts=counts))

    def _write(self) -> None:
        """Write what waits until nothing does."""
        while self._waiting:
            time.sleep(_TOGETHER_S)
            now = time.monotonic()
            with self._turn:
                due = [key for key, one in self._waiting.items() if one.until <= now]
                runs = [self._waiting.pop(key).run for key in due]
            try:
                self.desk.bench.screenings().log(*runs)
            except SaysoError:
                traceback.print_exc()  # nobody waits for this thread


def _is_alike(one: Run, other: Run) -> bool:
    """Say whether two runs were on the same lists and terms."""
    return (one.releases, one.terms) == (other.releases, other.terms)


def book_of(request: Request) -> RunBook:
    """Give the book in which a request is logged."""
    book: RunBook = request.state.runs
    return book


AtBook = Annotated[RunBook, Depends(book_of)]
