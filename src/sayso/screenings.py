"""Screening with a project's memory: clearings, customers, and the log of runs."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from itertools import islice
from typing import Final

from sayso import __version__
from sayso.collect.tables.table import Entrant
from sayso.crew import Crew
from sayso.errors import BadInput, NotFound
from sayso.match.index import ListIndex
from sayso.model.findings import Judgement
from sayso.model.ids import EntryId, key_of
from sayso.model.screenings import (
    CLEARED_NAMES,
    CUSTOMER,
    Alert,
    Counts,
    Customer,
    CustomerSet,
    Run,
    RunKind,
    Screened,
    Subject,
    Terms,
    Told,
)
from sayso.ports import Store
from sayso.review.screening.clearing import Clearings, clear, clearings, key_of_subject
from sayso.review.screening.screener import Screener

#: Who screens, for the log.
ENGINE: Final = f"sayso {__version__}"
#: Rows that one process takes at a time.
_TOGETHER: Final = 32
#: What came of a row, and the milliseconds it took.
Timed = tuple[Screened, float]
_SET_NAME: Final = re.compile(r"\w[\w.\-]{0,63}")


@dataclass(frozen=True, slots=True)
class Opened:
    """How the project is reached.

    Attributes:
        index: gives the lists in force.
        store: makes the project's files when its argument is True; else they must be there.
        judgements: what people decided, as it was known then.
    """

    index: Callable[[], ListIndex]
    store: Callable[[bool], Store]
    judgements: Callable[[], tuple[Judgement, ...]]
    clock: Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of a file of customers.

    Attributes:
        new, changed, same, gone: how many records.
        refused: rows that are none, with the reason.
    """

    new: int
    changed: int
    same: int
    gone: int
    refused: tuple[Entrant, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Give how many records became what."""
        return {"new": self.new, "changed": self.changed, "same": self.same, "gone": self.gone}


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One screening of a set of customers.

    Attributes:
        screened: everybody, with all alerts.
        news: of them, whose alerts are new, or rest on other evidence: only with these.
        gone: alerts that were told and are no more.
        told: all alerts, to be kept as told once they are.
    """

    screened: tuple[Screened, ...]
    news: tuple[Screened, ...]
    gone: tuple[tuple[Subject, EntryId], ...]
    told: Told
    counts: Counts


class Screenings:
    """The lists in force, and all that a project remembers of screening."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    @cached_property
    def index(self) -> ListIndex:
        """Give the lists in force, loaded when they are first needed."""
        return self._opened.index()

    def screener(self, terms: Terms, name: str = "") -> Screener:
        """Give what screens on these terms, in a set of customers or by what is asked alone."""
        return Screener(self.index, terms, self.clearings(), name)

    def clearings(self) -> Clearings:
        """Give the pairs that people set aside; none without a project."""
        try:
            return clearings(self._opened.judgements())
        except NotFound:
            return {}

    def outcomes(
        self, screener: Screener, entrants: Iterable[Entrant], processes: int
    ) -> Iterator[tuple[int, Screened, float]]:
        """Give the number of each row, what came of it, and the milliseconds it took, in order."""
        if processes > 1:  # which cannot share what reads the project's file
            self.index.in_memory()
        return _outcomes(screener, entrants, processes)

    def run(self, kind: RunKind, about: str, by: str) -> Run:
        """Give a run of now, on the lists in force; what came of it is not said yet."""
        now = self.now()
        return Run(
            id=key_of("s", kind, about, now.isoformat()),
            kind=kind,
            at=now,
            by=by,
            about=about,
            releases=() if kind is RunKind.REMOVAL else self.index.releases,
            engine=ENGINE,
        )

    def log(self, *runs: Run) -> bool:
        """Log runs; False, and no log, where there is no project."""
        try:
            store = self.held()
        except NotFound:
            return False
        if runs:
            store.screenings.log(*runs)
        return True

    def runs(self) -> tuple[Run, ...]:
        """Give the runs that were logged, oldest first."""
        return self.held().screenings.runs()

    def clear(
        self, screener: Screener, subject: Subject, key: str, signed: tuple[str, str]
    ) -> Judgement:
        """Set a subject and an entry apart until the evidence changes: signed by whom, and why.

        Raises:
            NotFound: the entry is no candidate; names those that are.
        """
        one = screener.screen(subject)
        found = {a.candidate.entry: a.basis for a in one.alerts}
        found |= {c.entry: tuple(screener.evidence(subject, c.entry)) for c, _ in one.cleared}
        entry = _candidate(subject, key, tuple(found))
        made = clear(screener.about(one.subject), entry, found[entry], (*signed, self.now()))
        if not screener.name:
            self._remember(one.subject)
        self.writable().judgements.add(made)
        return made

    def _remember(self, subject: Subject) -> None:
        """Keep a name that was cleared by itself: it can be screened again, and taken out."""
        store, now = self.writable().screenings, self.now()
        own = Customer(subject=replace(subject, key=key_of_subject(subject), remarks=()), since=now)
        others = (c for c in store.customers(CLEARED_NAMES) if c.subject.key != own.subject.key)
        store.put(CLEARED_NAMES, (*others, own), now)

    @property
    def customers(self) -> "Customers":
        """Give the customers that are remembered."""
        return Customers(self)

    def held(self) -> Store:
        """Give what is remembered.

        Raises:
            NotFound: there is no project.
        """
        return self._opened.store(False)  # noqa: FBT003  # a callable has no names

    def writable(self) -> Store:
        """Give what is remembered, begun where there is no project."""
        return self._opened.store(True)  # noqa: FBT003  # a callable has no names

    def now(self) -> datetime:
        """Give the present time, UTC."""
        return self._opened.clock()


class Customers:
    """The customers of one project, in sets."""

    def __init__(self, screenings: Screenings) -> None:
        self._screenings = screenings

    def sets(self) -> tuple[CustomerSet, ...]:
        """Give the sets of customers, by name."""
        return self._screenings.held().screenings.sets()

    def all(self, name: str) -> tuple[Customer, ...]:
        """Give the customers of a set.

        Raises:
            NotFound: there is no such set.
        """
        found = self._screenings.held().screenings.customers(name)
        known = [one.name for one in self.sets()]
        if name not in known:
            has = f"there are {', '.join(known)}" if known else "`sayso customers add` makes one"
            raise NotFound(f"no customers {name!r}: {has}")
        return found

    def one(self, name: str, key: str) -> Subject:
        """Give one customer.

        Raises:
            NotFound: there is none with this id.
        """
        found = next((c.subject for c in self.all(name) if c.subject.key == key), None)
        if found is None:
            raise NotFound(f"no customer {key!r} in {name!r}: ids are those of its file")
        return found

    def returned(self, terms: Terms) -> Iterator[tuple[str, Subject, Alert]]:
        """Give the pairs that were cleared and are alerts again, with their set; by set.

        Only customers of whom something was cleared are screened; names that were cleared by
        themselves are a set too.
        """
        cleared = {about for about, _ in self._screenings.clearings()}
        names = {about.removeprefix(CUSTOMER).partition("/")[0] for about in cleared}
        for name in sorted(names.intersection(one.name for one in self.sets())):
            screener = self._screenings.screener(terms, name)
            subjects = [held.subject for held in self.all(name)]
            for subject in (s for s in subjects if screener.about(s) in cleared):
                for alert in screener.screen(subject).alerts:
                    if alert.clearing is not None:
                        yield name, subject, alert

    def take_in(self, name: str, entrants: Iterable[Entrant], terms: Terms) -> TakenIn:
        """Let a set be the customers of a file, without what is not to be kept.

        As long as a row cannot be read nobody is taken out of the set: it may be theirs.

        Raises:
            BadInput: the set cannot be called so, or no row is somebody.
        """
        if name == CLEARED_NAMES or not _SET_NAME.fullmatch(name):
            raise BadInput(f"{name!r}: call a set by letters, digits, - and _; not {CLEARED_NAMES}")
        store, now = self._screenings.writable().screenings, self._screenings.now()
        before = {c.subject.key: c for c in store.customers(name)}
        taken, refused = _keyed(entrants, terms)
        if not taken:
            raise BadInput(f"nobody to remember: {len(refused)} rows, none of them sound")
        now_held = {
            key: before[key]
            if key in before and before[key].subject == subject
            else Customer(subject=subject, since=now)
            for key, subject in taken.items()
        }
        gone = before.keys() - now_held.keys()
        if refused:
            now_held |= {key: before[key] for key in before if key in gone}
        store.put(name, tuple(now_held.values()), now)
        same = sum(before.get(key) is customer for key, customer in now_held.items())
        new = len(taken.keys() - before.keys())
        left = 0 if refused else len(gone)
        changed = len(now_held) - same - new
        return TakenIn(new=new, changed=changed, same=same, gone=left, refused=tuple(refused))

    def screen(self, name: str, terms: Terms, processes: int = 1) -> Iterator[Screened]:
        """Screen the customers of a set, in their order."""
        entrants = [Entrant(n, c.subject) for n, c in enumerate(self.all(name), 1)]
        screener = self._screenings.screener(terms, name)
        few = 1 if len(entrants) < _TOGETHER * 4 else processes
        for _, one, _ in self._screenings.outcomes(screener, entrants, few):
            yield one

    def round(self, name: str, terms: Terms, screened: Sequence[Screened]) -> Round:
        """Set what came of a set of customers beside the alerts that were told before."""
        screener, before = (
            self._screenings.screener(terms, name),
            self._screenings.held().screenings.told(name),
        )
        news, gone, counts = [], [], Counts()
        told: dict[str, Mapping[EntryId, tuple[str, ...]]] = {}
        for one in screened:
            key = one.subject.key
            counts = counts.with_one(one)
            told[key] = {a.candidate.entry: a.basis for a in one.alerts}
            new = screener.news(one, before.get(key, {}))
            news += [new] if new.alerts or new.error else []
            left = {*told[key], *(candidate.entry for candidate, _ in one.cleared)}
            for entry, basis in before.get(key, {}).items():
                if entry in left:
                    continue
                if screener.changed(one.subject, entry, basis):
                    gone.append((one.subject, entry))
                else:  # these terms leave it out: it was told all the same
                    told[key] = {**told[key], entry: basis}
        return Round(
            screened=tuple(screened), news=tuple(news), gone=tuple(gone), told=told, counts=counts
        )

    def tell(self, name: str, told: Told) -> None:
        """Keep which alerts were told."""
        self._screenings.writable().screenings.tell(name, told)

    def remove(self, name: str, key: str | None, signed: tuple[str, str]) -> int:
        """Take a customer, or a whole set, out of the project's file: by whom, and why."""
        by, reason = signed
        if not reason.strip():
            raise BadInput("no reason: give --reason, for the record that stays")
        about = name if key is None else f"{name}/{key}"
        run = replace(self._screenings.run(RunKind.REMOVAL, about, by), reason=reason)
        return self._screenings.writable().screenings.remove(name, key, run)


def _candidate(subject: Subject, key: str, found: Sequence[EntryId]) -> EntryId:
    """Give the one candidate with this id or reference, of those found.

    Raises:
        NotFound: there is none; names those that there are.
        BadInput: entries of several lists have this reference.
    """
    named = [entry for entry in found if key in {entry, entry.partition(":")[2]}]
    if not named:
        near = ", ".join(found) or "there are none"
        raise NotFound(f"{subject.name}: {key!r} is no candidate on these terms: {near}")
    if len(named) > 1:
        raise BadInput(f"{subject.name}: {key!r} is several entries: give {' or '.join(named)}")
    return named[0]


def _outcomes(
    screener: Screener, entrants: Iterable[Entrant], processes: int
) -> Iterator[tuple[int, Screened, float]]:
    rest = iter(entrants)
    chunks = iter(lambda: tuple(islice(rest, _TOGETHER)), ())
    crew: Crew[tuple[Entrant, ...], tuple[Entrant, ...], tuple[Timed, ...]] = Crew(
        lambda: partial(_screened, screener), processes
    )
    for chunk, came in crew.run((chunk, chunk) for chunk in chunks):
        if isinstance(came, tuple):
            done = came
        else:
            done = tuple((Screened(subject=e.subject, error=f"lost: {came}"), 0.0) for e in chunk)
        for entrant, (one, ms) in zip(chunk, done, strict=True):
            yield entrant.number, one, ms


def _screened(screener: Screener, entrants: Iterable[Entrant]) -> tuple[Timed, ...]:
    """Give what came of rows; of those that are nobody, why."""
    found = []
    for entrant in entrants:
        began = time.perf_counter()
        nobody = Screened(subject=entrant.subject, error=entrant.error)
        one = screener.screen(entrant.subject) if entrant.error is None else nobody
        found.append((one, (time.perf_counter() - began) * 1000))
    return tuple(found)


def _keyed(entrants: Iterable[Entrant], terms: Terms) -> tuple[dict[str, Subject], list[Entrant]]:
    """Give the subjects by their ids, and the rows that are none, with the reason.

    A row without an id is known by what it says: another row that says the same is the same.
    """
    taken: dict[str, Subject] = {}
    refused = []
    for entrant in entrants:
        subject = terms.reduced(entrant.subject)
        if not entrant.keyed:
            subject = replace(subject, key=key_of_subject(subject))
        if entrant.error is not None:
            refused.append(entrant)
        elif entrant.keyed and subject.key in taken:
            refused.append(
                replace(entrant, error=f"the id {subject.key!r} is that of a row before")
            )
        else:
            taken[subject.key] = subject
    return taken, refused
