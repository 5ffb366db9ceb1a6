"""Overseeing the states from the front: one method per thing a user can ask of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Final, Protocol

from sayso.errors import NotFound, Unavailable
from sayso.model.clocks import NOW, Clocks
from sayso.model.concerns import Said
from sayso.model.findings import Judgement
from sayso.model.ids import EntryId
from sayso.model.lists import EntryHistory, ListEntry, ListRelease, Wording
from sayso.model.oversight import (
    Difference,
    Implementation,
    LagSlice,
    LinkKind,
    Oversight,
    StateLine,
    StateModel,
    StateRecord,
    Transposition,
)
from sayso.model.vocabulary import LagStatus, TranspositionModel
from sayso.ports import ListStore
from sayso.review.judging.basis import what_changed
from sayso.review.judging.entries import entries_evidence, entry_verdicts, judge_entries
from sayso.review.judging.making import Asked
from sayso.states.assembling import Shown, lists_of, shown_by
from sayso.states.authorities import UN, authority_of
from sayso.states.countries import EU, UN_MEMBERS, is_outside, is_state, state_code
from sayso.states.implementing import FIRM, implementations_of, untold_statuses
from sayso.states.limits import limits_of
from sayso.states.lines import Beside, last_day, last_day_of, line_of, slices_of
from sayso.states.linking.links import Link
from sayso.states.transposing.judged import (
    Judged,
    Verdicts,
    judged_differences,
    judged_transpositions,
)
from sayso.states.transposing.recorded import recorded
from sayso.states.transposing.unions import MEMBERS
from sayso.transposed import FORMS, Held, Transposed, transposed

#: What a gap can be: also a measure that was carried out at a time that is not known.
_GAPS: Final = frozenset({LagStatus.LATE, LagStatus.MISSING, LagStatus.UNKNOWN})


class StateRecords(Protocol):
    """Keeps what documents tell of the states, and gives what they say of them besides."""

    def add(self, records: Sequence[StateRecord]) -> int:
        """Append records, all or none; give how many were not here yet."""
        ...

    def records(self) -> tuple[StateRecord, ...]:
        """Give the records, oldest first."""
        ...

    def said(self) -> tuple[Said, ...]:
        """Give the claims that a state reported, froze or exempted, or did not."""
        ...


class NoRecords:
    """Keeps nothing: for a store that has no place for records of states."""

    def add(self, records: Sequence[StateRecord]) -> int:
        """Refuse them: raise `Unavailable`."""
        raise Unavailable(f"{len(records)} records: this store keeps none of states")

    def records(self) -> tuple[StateRecord, ...]:
        """Give none."""
        return ()

    def said(self) -> tuple[Said, ...]:
        """Give none."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overseen:
    """What a project holds that tells of the states.

    Attributes:
        releases: those that were known and out by the day, without entries, by authority and date.
        judgements: what people decided by then.
        as_of: the ISO day.
        records: opened to be written to where its argument is True.
        models: by state, how its law takes up what the UN lists.
        clocks: records are those that were known by then.
        kept: where what the lists show is kept; None where it is worked out each time.
    """

    lists: ListStore
    releases: tuple[ListRelease, ...]
    judgements: tuple[Judgement, ...]
    as_of: str
    records: Callable[[bool], StateRecords] = lambda _: NoRecords()
    models: Mapping[str, StateModel] = field(default_factory=dict)
    clocks: Clocks = NOW
    kept: Path | None = None

    def held(self) -> Held:
        """Give the lists that are looked at."""
        return Held(lists=self.lists, releases=self.releases, kept=self.kept, clocks=self.clocks)


class Overseeing:
    """What can be asked of how states carry the measures out."""

    def __init__(self, overseen: Overseen) -> None:
        self._overseen = overseen
        self._oversight: Oversight | None = None
        self._records: tuple[StateRecord, ...] | None = None
        self._implementations: dict[str, tuple[Implementation, ...]] = {}

    def oversight(self) -> Oversight:
        """Give all that is known, computed once for what is held."""
        if self._oversight is None:
            self._oversight = _oversight(self._overseen, self.records())
        return self._oversight

    def lines(self, *, every: bool = False) -> tuple[StateLine, ...]:
        """Give one line a state, by code: where something is held, with `every` of all members too.

        A union's members are told apart with `every` alone: its acts are in its own line.
        """
        states = sorted({EU, *UN_MEMBERS, *self._told()}) if every else self._told()
        return tuple(map(self.line, states))

    def line(self, state: str) -> StateLine:
        """Give one state, by its code, in one line."""
        known = self.oversight()
        model = known.models.get(state)
        days = [r.published for r in self._overseen.releases if _state_of(r) == state]
        days += [last_day_of(record) for record in self.records(state)]
        said = [one for one in self._said() if one.state == state]
        days += filter(None, (last_day(one.published or "") for one in said))
        beside = Beside(
            model=TranspositionModel.UNKNOWN if model is None else model.model,
            differences=sum(d.state == state and d.link in FIRM for d in known.differences),
            last_evidence=max(days, default=None),
            claims=tuple(one.claim for one in said),
        )
        return line_of(state, self.implementations(state), beside)

    def implementations(self, state: str) -> tuple[Implementation, ...]:
        """Give every obligation of one state, by reference and measure, ended ones too.

        Raises:
            NotFound: no state has this code or name; says which are like it.
        """
        code = state_code(state)
        found = self._implementations.get(code)
        if found is None:
            found = implementations_of(self.oversight(), code, self._untold)
            if code in self.oversight().transpositions or code in self.oversight().models:
                self._implementations[code] = found
        return found

    def gaps(self, state: str | None = None) -> tuple[Implementation, ...]:
        """Give what is late, missing, unknown or to be confirmed, by state and reference.

        Of obligations that stand; without a state of those of which something is held. Who is no
        Member State has links to be confirmed, and no gaps.
        """
        return tuple(
            one
            for one in self._every(state)
            if one.status in _GAPS and one.obligation.ended is None
            if one.link is LinkKind.MATCHED or not is_outside(one.state)
        )

    def lags(self, state: str | None = None) -> tuple[Implementation, ...]:
        """Give what has a lag, by state and reference."""
        return tuple(one for one in self._every(state) if one.lag is not None)

    def lag_slices(self, state: str | None = None) -> tuple[LagSlice, ...]:
        """Give the lags by year and by regime of listing."""
        asked = self._asked(state)
        return tuple(chain.from_iterable(slices_of(s, self.implementations(s)) for s in asked))

    def across(self, reference: str) -> tuple[Implementation, ...]:
        """Give one UN entry in every state of which something is held, by state and measure.

        Raises:
            NotFound: no release of the UN list that is held has it.
        """
        wanted = "".join(reference.split()).removeprefix(f"{UN}:")
        if all(one.reference != wanted for one in self.oversight().obligations):
            raise NotFound(f"no obligation {reference!r}: `sayso lists history` has all entries")
        return tuple(one for one in self._every(None) if one.obligation.reference == wanted)

    def differences(self, state: str | None = None) -> tuple[Difference, ...]:
        """Give in what national entries differ from the UN's, by state and reference."""
        asked = None if state is None else state_code(state)
        return tuple(d for d in self.oversight().differences if asked in {None, d.state})

    def records(self, state: str | None = None) -> tuple[StateRecord, ...]:
        """Give what documents tell of the states, oldest first, corrected ones left out."""
        asked = None if state is None else state_code(state)
        if self._records is None:
            kept = self._overseen.records(False).records()  # noqa: FBT003  # it has no names
            held = [record for record in kept if self._overseen.clocks.knew(record.at)]
            corrected = {record.replaces for record in held}
            self._records = tuple(record for record in held if record.id not in corrected)
        return tuple(record for record in self._records if asked in {None, record.state})

    def add(self, records: Sequence[StateRecord]) -> None:
        """Append records, all or none."""
        self._overseen.records(True).add(records)  # noqa: FBT003  # a callable has no names
        self._oversight, self._records = None, None
        self._implementations.clear()

    def judgement(self, asked: Asked, at: datetime) -> Judgement:
        """Give the judgement on two list entries that is asked for; it is not kept yet."""
        return judge_entries(asked, partial(_stated, self._overseen), at)

    def _said(self) -> tuple[Said, ...]:
        return self._overseen.records(False).said()  # noqa: FBT003  # a callable has no names

    @cached_property
    def _untold(self) -> tuple[LagStatus, ...]:
        return untold_statuses(self.oversight())  # of the lists alone: records change none

    def _told(self) -> list[str]:
        """Give the states of which something is held or said, by code."""
        known = self.oversight()
        listing = {_state_of(r) for r in self._overseen.releases if r.authority != UN}
        told = {record.state for record in self.records()}
        told |= {one.state for one in self._said() if is_state(one.state)}
        return sorted({*known.transpositions, *known.models, *filter(None, listing), *told})

    def _asked(self, state: str | None) -> list[str]:
        return self._told() if state is None else [state_code(state)]

    def _every(self, state: str | None) -> Iterator[Implementation]:
        return chain.from_iterable(map(self.implementations, self._asked(state)))


def _state_of(release: ListRelease) -> str | None:
    whose = authority_of(release.authority)
    return None if whose is None else whose.state


# What the lists show, and what people made of it


def _oversight(overseen: Overseen, records: Sequence[StateRecord]) -> Oversight:
    """Put the lists, the judgements and the records together."""
    kept = transposed(overseen.held())
    verdicts = _verdicts(overseen)
    every = [t for shown in kept.shown.values() for t in shown.transpositions]
    differences = [d for shown in kept.shown.values() for d in shown.differences]
    beyond = _beyond(overseen, verdicts, kept)
    every += beyond.transpositions
    differences += beyond.differences
    acts = [*judged_transpositions(every, verdicts), *recorded(records, kept.obligations)]
    entries = {code: shown.entries for code, shown in kept.shown.items()}
    return Oversight(
        as_of=overseen.as_of,
        releases=tuple(release.id for release in overseen.releases),
        obligations=kept.obligations,
        transpositions=_by_state(acts),
        models=overseen.models,
        members=MEMBERS,
        differences=tuple(
            sorted(
                judged_differences(differences, verdicts),
                key=lambda d: (d.state, d.reference, d.entry),
            )
        ),
        limits=limits_of(overseen.releases, entries),
    )


def _by_state(
    acts: Iterable[Transposition],
) -> Mapping[str, Mapping[str, tuple[Transposition, ...]]]:
    found: dict[str, dict[str, tuple[Transposition, ...]]] = {}
    for act in sorted(acts, key=lambda act: (act.state, act.reference)):
        of_state = found.setdefault(act.state, {})
        of_state[act.reference] = (*of_state.get(act.reference, ()), act)
    return found


def _verdicts(overseen: Overseen) -> Verdicts:
    """Give the judgements on pairs of entries, with what of the two is otherwise by now."""
    found: dict[tuple[EntryId, str], Judged] = {}
    for (national, un), judgement in entry_verdicts(overseen.judgements).items():
        now = [_stated(overseen, key) for key in (national, un)]
        if now[0] is not None and now[1] is not None:
            changed = what_changed(judgement.basis, entries_evidence(now[0], now[1]))
            found[national, un.partition(":")[2]] = Judged(judgement, changed)
    return found


def _beyond(overseen: Overseen, verdicts: Verdicts, kept: Transposed) -> Shown:
    """Give what pairs show that a person tied and neither evidence nor the matcher did."""
    known = {(t.entry, t.reference) for shown in kept.shown.values() for t in shown.transpositions}
    found = Shown()
    for (entry, reference), one in verdicts.items():
        code = entry.partition(":")[0]
        whose = authority_of(code)
        if one.judgement.verdict != "same" or (entry, reference) in known or whose is None:
            continue
        un, national = _history(overseen, EntryId(f"{UN}:{reference}")), _history(overseen, entry)
        if un is not None and national is not None:
            lists = lists_of({un.newest.id: un}, {entry: national}, FORMS)
            link = Link(reference=reference, entry=entry, kind=LinkKind.JUDGED, reasons=())
            own = shown_by(lists, whose, [link], FORMS, kept.shown[code].untold)
            found = Shown(
                transpositions=(*found.transpositions, *own.transpositions),
                differences=(*found.differences, *own.differences),
            )
    return found


def _history(overseen: Overseen, entry: EntryId) -> EntryHistory | None:
    """Give one entry in the releases that are looked at, without reading others."""
    authority = entry.partition(":")[0]
    releases = tuple(r for r in overseen.releases if r.authority == authority)
    place = {release.id: number for number, release in enumerate(releases)}
    stretches: dict[ListEntry, list[tuple[int, int]]] = {}
    for release, stated in overseen.lists.history(entry):
        if stated is not None and release in place:
            stretches.setdefault(stated, []).append((place[release], place[release]))
    wordings = (Wording(entry=one, stretches=tuple(s)) for one, s in stretches.items())
    return EntryHistory(releases=releases, wordings=tuple(wordings)) if stretches else None


def _stated(overseen: Overseen, entry: EntryId) -> ListEntry | None:
    history = _history(overseen, entry)
    return None if history is None else history.newest
