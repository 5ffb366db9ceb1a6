"""A part of the log as a list: those entries alone are read that are shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.model.log import LogEntry, LogPart
from sayso.ports import LogStore


@dataclass(frozen=True, slots=True)
class Logged:
    """The entries of a part, in its order."""

    log: LogStore
    part: LogPart

    def __len__(self) -> int:
        return self.log.count(self.part)

    def __getitem__(self, shown: slice) -> tuple[LogEntry, ...]:
        first = shown.start or 0
        limit = None if shown.stop is None else shown.stop - first
        return self.log.entries(replace(self.part, limit=limit, offset=first))

    def __iter__(self) -> Iterator[LogEntry]:
        return iter(self[:])
