"""Finds what is not as it was logged: in the log itself, and in what it tells of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.model.log import (
    NO_ENTRY,
    WHOLE,
    LogCheck,
    LogEntry,
    LogFault,
    LogKind,
    LogPart,
    chained,
)
from sayso.store.database import Database
from sayso.store.log.chain import count, entries, last
from sayso.store.log.held import Held, held

#: What an erasure takes away with the document.
_ERASABLE = frozenset(
    {LogKind.ADDITION, LogKind.CONTENTS, LogKind.DESCRIPTION, LogKind.RELISTING}
    | {LogKind.STATE_RECORD, LogKind.ANNOTATION}
)
_READ = """SELECT number, CAST(kind AS BLOB), CAST(about AS BLOB), CAST(at AS BLOB),
    CAST(signed AS BLOB), CAST(digest AS BLOB), CAST(previous AS BLOB), CAST(hash AS BLOB)
    FROM log ORDER BY number"""


class _Raw(NamedTuple):
    """An entry as it stands in the file, whatever its bytes are; see `LogEntry`."""

    number: int
    kind: str
    about: str
    at: str
    by: str
    digest: str
    previous: str
    hash: str


class SqliteLog:
    """The log of one project file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, part: LogPart = WHOLE) -> tuple[LogEntry, ...]:
        """Give the entries of a part, the oldest first unless it says otherwise."""
        return entries(self._database, part)

    def count(self, part: LogPart = WHOLE) -> int:
        """Give how many entries a part has, whatever its limit."""
        return count(self._database, part)

    def head(self) -> str:
        """Give the hash of the last entry; `NO_ENTRY` without any."""
        return last(self._database)[1]

    def check(self, noted: str | None = None) -> LogCheck:
        """Compare the chain with itself, and what is held with the chain.

        Args:
            noted: the hash, or its beginning, of an entry that was noted elsewhere.
        """
        with self._database.reading():
            log = self._database.rows(_raw, _READ)
            things = held(self._database)
        broken = list(_broken(log))
        differing = _differing(log, {fault.number for fault in broken}, things)
        faults = sorted((*broken, *differing), key=lambda f: (f.number is None, f.number or 0))
        if noted and not any(entry.hash.startswith(noted) for entry in log):
            what = "no entry has this hash: entries were taken away, or all was written anew"
            faults.append(LogFault(number=None, about=noted, what=what))
        head = log[-1].hash if log else NO_ENTRY
        return LogCheck(entries=len(log), head=head, faults=tuple(faults))


def _raw(number: int, *told: bytes) -> _Raw:
    return _Raw(number, *(part.decode("utf-8", "surrogateescape") for part in told))


def _broken(log: Sequence[_Raw]) -> Iterator[LogFault]:
    """Give the entries that were changed, that are missing, or that follow another one."""
    before, is_sound = (0, NO_ENTRY), True
    for entry in log:
        number, previous = before
        if entry.number != number + 1:
            what = f"missing: the next entry is {entry.number}"
            yield LogFault(number=number + 1, about="", what=what)
            is_sound = False
        told = (entry.about, entry.at, entry.by, entry.digest)
        if entry.hash != chained(entry.previous, entry.number, entry.kind, *told):
            yield LogFault(number=entry.number, about=entry.about, what="changed after it was made")
            is_sound = False
        elif is_sound and entry.previous != previous:
            what = f"does not follow entry {number}: entries were changed or left out before it"
            yield LogFault(number=entry.number, about=entry.about, what=what)
        else:
            is_sound = True
        before = entry.number, entry.hash


def _differing(
    log: Sequence[_Raw], broken: set[int | None], things: Sequence[Held]
) -> Iterator[LogFault]:
    """Give what is not held as it was logged, and what is held that was never logged."""
    left, strays = _unpaired([entry for entry in log if entry.number not in broken], things)
    erased = {thing.about for thing in things if thing.kind is LogKind.ERASURE}
    for entry in left:
        if entry.kind in _ERASABLE and entry.about in erased:
            continue
        other = next((s for s in strays if (s.kind, s.about) == (entry.kind, entry.about)), None)
        strays = [stray for stray in strays if stray is not other]
        how = "not here any more" if other is None else "held otherwise than it was logged"
        what = f"the {entry.kind} that it tells of is {how}"
        yield LogFault(number=entry.number, about=entry.about, what=what)
    suspected = {part for e in log if e.number in broken for part in (e.about, e.digest)}
    for stray in strays:
        if suspected.isdisjoint((stray.about, stray.digest)):
            what = f"a {stray.kind} that no entry tells of"
            yield LogFault(number=None, about=stray.about, what=what)


def _unpaired(log: Sequence[_Raw], things: Sequence[Held]) -> tuple[list[_Raw], list[Held]]:
    """Give the entries and the things that do not tell of each other, one to one."""
    told: dict[tuple[str, str, str], list[_Raw]] = defaultdict(list)
    for entry in log:
        told[entry.kind, entry.about, entry.digest].append(entry)
    strays = []
    for thing in things:
        known = told[thing.kind, thing.about, thing.digest]
        if known:
            known.pop()
        elif thing.digest:  # "" is an erased document
            strays.append(thing)
    return [entry for same in told.values() for entry in same], strays
