"""From when the states are seen over HTTP, and which cells are asked for."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Annotated, Final

from fastapi import Depends, Query

from sayso.model.clocks import NOW, Clocks, clocks_of
from sayso.model.vocabulary import LagStatus, Measure
from sayso.overseeing import Overseeing
from sayso.recording import Recording
from sayso.surveying import Wanted
from sayso.views.json import JsonValue
from sayso.views.states import json
from sayso.views.states.page import Replies
from sayso.web.asking.limits import Text
from sayso.web.desk import AtDesk, Desk

#: Other times than now of which what is known is kept ready.
_MOST_TIMES: Final = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the states, from one time."""

    overseeing: Overseeing
    recording: Recording

    def beside(self) -> dict[str, JsonValue]:
        """Give what stands beside every list: when and from what it is seen, and its limits."""
        return dict(json.seen_shape(self.overseeing.oversight()))

    def replies(self, state: str | None) -> Replies:
        """Give what states replied."""
        return Replies(self.overseeing.records(state))


@dataclass(slots=True)
class _Times:
    """What is known of the states now, and as it was known at a few other times."""

    desk: Desk
    _kept: "OrderedDict[Clocks, Seen]" = field(default_factory=OrderedDict)
    _turn: Lock = field(default_factory=Lock)

    def at(self, clocks: Clocks) -> Seen:
        """Give what is known; what was asked for longest ago is forgotten first."""
        with self._turn:
            found = self._kept.pop(clocks, None)
            if found is None:
                bench = self.desk.bench if clocks == NOW else self.desk.bench.at(clocks)
                found = Seen(bench.overseeing(), bench.recording())
            self._kept[clocks] = found
            if len(self._kept) > _MOST_TIMES:
                self._kept.popitem(last=False)
            return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """From when it is seen; whatever is not said asks for now."""

    as_of: Annotated[
        Text | None, Query(description="Known time: as the project stood at the end of that day.")
    ] = None
    valid_on: Annotated[
        Text | None, Query(description="Valid time: by the releases in force on that day.")
    ] = None


def seen_from(desk: AtDesk, times: Annotated[Times, Depends()]) -> Seen:
    """Give what is known of the states, worked out once as long as nothing changes."""
    kept = desk.kept(("states", desk.bench.version()), lambda: _Times(desk))
    return kept.at(clocks_of(times.as_of, times.valid_on))


AsSeen = Annotated[Seen, Depends(seen_from)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Which entries are wanted; whatever is not said asks for all."""

    regime: Annotated[Text | None, Query()] = None
    since: Annotated[Text | None, Query()] = None
    q: Annotated[Text | None, Query(description="Words of the name, or the reference.")] = None

    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return Wanted(regime=self.regime, since=self.since, words=self.q)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Which entries are wanted, of which state and measures; what is not said asks for all."""

    state: Annotated[Text | None, Query()] = None
    measure: Annotated[tuple[Measure, ...], Query()] = ()
    entries: Annotated[Entries, Depends()]

    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return replace(self.entries.wanted(), state=self.state, measures=frozenset(self.measure))


AskedOfEntries = Annotated[Due, Depends()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statuses:
    """Cells of which status are wanted; none said asks for all."""

    status: Annotated[tuple[LagStatus, ...], Query()] = ()
    to_confirm: Annotated[bool, Query()] = False

    def of(self, wanted: Wanted) -> Wanted:
        """Give what is asked for, of these alone."""
        return replace(wanted, statuses=frozenset(self.status), to_confirm=self.to_confirm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Which cells are wanted; whatever is not said asks for all."""

    due: AskedOfEntries
    statuses: Annotated[Statuses, Depends()]

    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return self.statuses.of(self.due.wanted())


Asked = Annotated[Cells, Depends()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Which part of the matrix is wanted."""

    measure: Annotated[Measure, Query()] = Measure.ASSETS_FREEZE
    state: Annotated[
        tuple[Text, ...], Query(description="Its columns; else the states of which much is held.")
    ] = ()
    entries: Annotated[Entries, Depends()]
    statuses: Annotated[Statuses, Depends()]

    def wanted(self) -> Wanted:
        """Give what is asked for."""
        return self.statuses.of(self.entries.wanted())
