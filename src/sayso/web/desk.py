"""What every request asks: the lists in force, one index for all, and what is held."""

import hashlib
from collections.abc import Callable, Hashable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from threading import Lock, RLock
from typing import Annotated, Final, TypeVar, cast

from fastapi import Depends, Request, Response
from starlette.exceptions import HTTPException

from sayso import __version__
from sayso.errors import BadInput, NotFound
from sayso.match.index import ListIndex
from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId, EntryId, FindingId, ReleaseId
from sayso.model.lists import ListEntry, ListRelease
from sayso.review.screening.clearing import Clearings
from sayso.views.evidence import findings_that_wait
from sayso.views.ranking.figures import Figures, figures_of
from sayso.web.names import NameTable
from sayso.web.terms import Terms
from sayso.workbench import Workbench

D = TypeVar("D")

#: Things that are kept as long as nothing changes; then all are forgotten.
_MOST_KEPT: Final = 500
#: Names of the whole of the lists in force.
WHOLE: Final = ("default", "all")


def _fulfil(future: Future[object], make: Callable[[], object]) -> None:
    """Make what was promised; who waits for it is given the error that it ended in."""
    try:
        future.set_result(make())
    except BaseException as bad:
        future.set_exception(bad)
        if not isinstance(bad, Exception):
            raise


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists in force, as they stand for the whole of one request.

    Attributes:
        names: of their entries, to be found by words.
        clearings: pairs that people set aside.
    """

    index: ListIndex
    names: NameTable
    clearings: Clearings = field(default_factory=dict)

    @property
    def releases(self) -> dict[str, ReleaseId]:
        """Give the release in force of each authority, in order."""
        return {release.partition("@")[0]: release for release in sorted(self.index.releases)}

    def dataset(self, name: str) -> frozenset[str]:
        """Give the authorities that a dataset's name stands for.

        Raises:
            NotFound: no such list is in force.
        """
        known = frozenset(self.releases)
        if name in WHOLE:
            return known
        if name not in known:
            raise NotFound(f"no list {name!r} is in force: {', '.join((*sorted(known), *WHOLE))}")
        return frozenset({name})

    def authorities(self, names: Iterable[str]) -> frozenset[str]:
        """Give the authorities that several names stand for, all of them for none.

        Raises:
            BadInput: no such list is in force.
        """
        asked = tuple(names) or WHOLE[:1]
        try:
            return frozenset().union(*(self.dataset(name) for name in asked))
        except NotFound as bad:
            raise BadInput(str(bad)) from bad

    def entry(self, key: str) -> ListEntry | None:
        """Give the entry in force with this id."""
        return self.index.entry(EntryId(key))

    def listed(self, entry_id: EntryId) -> ListEntry:
        """Give the entry in force with this id.

        Raises:
            NotFound: there is none.
        """
        entry = self.entry(entry_id)
        if entry is None:
            raise NotFound(
                f"no entry {entry_id!r} in the lists in force: "
                f"/api/v1/entries/{entry_id} tells of one that was"
            )
        return entry


#: Answers that may differ though nothing was added: they look at the file as it is.
_LOOKED_AT: Final = frozenset({"/api/v1/log/check"})
#: What is known without a project.
_NOTHING: Final = Knowledge()


class Desk:
    """The workbench, as all requests share it."""

    def __init__(self, bench: Workbench, terms: Terms) -> None:
        self.bench = bench
        self.terms = terms
        self._turn = Lock()
        self._deriving = RLock()
        self._derived: tuple[Knowledge, dict[Hashable, Future[object]]] = Knowledge(), {}
        self._behind = ThreadPoolExecutor(2, thread_name_prefix="sayso-deriving")
        self._names: tuple[ListIndex, NameTable] | None = None
        self._clearings: tuple[str, Clearings] | None = None

    def lists(self) -> Lists:
        """Give the lists in force now; a change that comes later is for later requests."""
        index = self.bench.index()
        with self._turn:
            if self._names is None or self._names[0] is not index:
                self._names = index, NameTable(self.bench.in_force)
            names = self._names[1]
        return Lists(index, names, self._clearings_now())

    def releases(self) -> tuple[ListRelease, ...]:
        """Give the releases held, by authority and date; none without a project."""
        try:
            return self.bench.releases()
        except NotFound:
            return ()

    def _clearings_now(self) -> Clearings:
        version, known = self.bench.version(), self._clearings
        if known is None or known[0] != version:
            known = self._clearings = version, self.bench.screenings().clearings()
        return known[1]

    def now(self) -> datetime:
        """Give the present time, UTC."""
        return self.bench.screenings().now()

    def has_project(self) -> bool:
        """Say whether there is a project."""
        try:
            self.bench.log()
        except NotFound:
            return False
        return True

    def knowledge(self) -> Knowledge:
        """Give what is known; nothing without a project."""
        return self.bench.knowledge() if self.has_project() else _NOTHING

    def derived(self, make: Callable[[Knowledge], D]) -> D:
        """Give what follows from what is known, worked out once as long as nothing changes."""
        knowledge = self.knowledge()
        return self.kept(make, lambda: make(knowledge))

    def kept(self, key: Hashable, make: Callable[[], D]) -> D:
        """Give what is made under a key, made once as long as nothing changes."""
        future, is_ours = self._promised(key)
        if is_ours:
            _fulfil(future, make)
        return cast("D", future.result())

    def soon(self, key: Hashable, make: Callable[[], D], wait_s: float) -> D | None:
        """Give what is made under a key if it is there in time; else it is made meanwhile."""
        future, is_ours = self._promised(key)
        if is_ours:
            self._behind.submit(_fulfil, future, make)
        try:
            return cast("D", future.result(wait_s))
        except TimeoutError:
            return None

    def _promised(self, key: Hashable) -> tuple[Future[object], bool]:
        """Give what will be under a key, and whether it is ours to make it."""
        knowledge = self.knowledge()
        with self._deriving:
            if self._derived[0] is not knowledge or len(self._derived[1]) > _MOST_KEPT:
                self._derived = knowledge, {}
            held = self._derived[1].get(key)
            if held is not None and not (held.done() and held.exception() is not None):
                return held, False
            made: Future[object] = Future()
            self._derived[1][key] = made
            return made, True

    def figures(self) -> Mapping[EntityId, Figures]:
        """Give what each entity takes part in."""
        return self.derived(figures_of)

    def waiting(self) -> frozenset[FindingId]:
        """Give the findings that wait in review."""
        return self.derived(findings_that_wait)

    def etag(self) -> str:
        """Give a mark of what is held: the same one, the same answers.

        The log has what the version leaves out: steps on hypotheses, and what was screened. The
        thresholds are the one setting that can be changed meanwhile.
        """
        head = self.bench.log().head() if self.has_project() else ""
        releases = " ".join(self.bench.index().releases)
        settings = self.terms.settings
        thresholds = "" if settings is None else settings.text("thresholds")
        told = f"{__version__} {self.bench.version()} {head} {releases} {thresholds}"
        return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:16]}"'


def desk_of(request: Request) -> Desk:
    """Give the desk that a request is put to."""
    desk: Desk = request.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]


def revalidated(request: Request, response: Response, desk: AtDesk) -> None:
    """Answer 304 to one who has this already, and let the others keep the answer to ask again."""
    if request.url.path in _LOOKED_AT:
        return
    mark = desk.etag()
    kept = {"ETag": mark, "Cache-Control": "private, no-cache", "Vary": "Accept"}
    if mark in {known.strip() for known in request.headers.get("if-none-match", "").split(",")}:
        raise HTTPException(HTTPStatus.NOT_MODIFIED, headers=kept)
    response.headers.update(kept)


def json_alone(request: Request) -> None:
    """Refuse a body of another type than JSON; a page of another site can send no such one."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        told = f"send the body as application/json, not as {media_type or 'no type at all'}"
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, told)
