"""What is asked of oversight: which cells, a state's page, one entry across states, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from sayso.errors import BadInput, NotFound
from sayso.model.briefs import Brief
from sayso.model.oversight import (
    Difference,
    Implementation,
    LinkKind,
    Obligation,
    Oversight,
    StateLine,
    StateRecord,
)
from sayso.model.vocabulary import LagStatus, Measure
from sayso.overseeing import Overseeing
from sayso.recording import Recording
from sayso.states.countries import EU, UN_MEMBERS, state_code, state_name
from sayso.views.states.page import StateFile, records_on
from sayso.views.states.section import with_states
from sayso.views.states.text import folded
from sayso.views.states.words import awaits_judgement

_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cells are asked for; whatever is empty asks for all.

    Attributes:
        state: code, or name in English.
        regime: of the UN list, as its entries name it.
        since: listed on or after this ISO date, month or year.
        to_confirm: only where a link by name waits for a person.
        words: of the entry's name, or its reference.

    Raises:
        BadInput: `since` is no date.
    """

    state: str | None = None
    measures: frozenset[Measure] = frozenset()
    regime: str | None = None
    statuses: frozenset[LagStatus] = frozenset()
    since: str | None = None
    to_confirm: bool = False
    words: str | None = None

    def __post_init__(self) -> None:
        if self.since is not None and not _DATE.fullmatch(self.since):
            raise BadInput(f"--since {self.since!r} is no date: 2024-05-23, 2024-05 or 2024")

    def code(self) -> str | None:
        """Give the state's code.

        Raises:
            NotFound: no state is named so; says which are like it.
        """
        return None if self.state is None else state_code(self.state)

    def of(self, cells: Iterable[Implementation]) -> tuple[Implementation, ...]:
        """Give those cells that are asked for, in the order given."""
        return tuple(cell for cell in cells if self._takes(cell))

    def _takes(self, cell: Implementation) -> bool:
        due = cell.obligation
        return (
            (not self.measures or due.measure in self.measures)
            and (not self.statuses or cell.status in self.statuses)
            and (self.regime is None or self.regime.casefold() in map(str.casefold, due.regimes))
            and (self.since is None or _listed(due) >= self.since)
            and (not self.to_confirm or awaits_judgement(cell))
            and (self.words is None or _is_named(due, self.words))
        )


def _listed(due: Obligation) -> str:
    """Give the ISO day of listing; of an entry without one that of the release which shows it."""
    return (due.due.earliest or due.due.latest).date().isoformat()


def _is_named(due: Obligation, words: str) -> bool:
    """Say whether an entry has these words in its name, in whatever order, or this reference."""
    named = f"{due.name} {due.reference}".casefold()
    return all(word in named for word in words.casefold().split())


def gaps(overseeing: Overseeing, wanted: Wanted) -> tuple[Implementation, ...]:
    """Give what is late, missing, unknown or to be confirmed, and asked for."""
    return wanted.of(overseeing.gaps(wanted.code()))


def lags(overseeing: Overseeing, wanted: Wanted) -> tuple[Implementation, ...]:
    """Give what has a lag, and is asked for."""
    return wanted.of(overseeing.lags(wanted.code()))


def differences(
    overseeing: Overseeing, wanted: Wanted, *, unsure: bool = False
) -> tuple[Difference, ...]:
    """Give in what entries differ, where one of the entry's obligations is asked for.

    Args:
        overseeing: what is known.
        wanted: which obligations; a difference has no status of its own, so that none is asked for.
        unsure: also where the two entries are tied by name alone.
    """
    every = overseeing.differences(wanted.code())
    found = tuple(one for one in every if unsure or one.link is not LinkKind.MATCHED)
    if wanted == Wanted(state=wanted.state):
        return found
    seen = overseeing.oversight().obligations
    cells = (Implementation(state="", obligation=o, status=LagStatus.UNKNOWN) for o in seen)
    references = {cell.obligation.reference for cell in wanted.of(cells)}
    return tuple(one for one in found if one.reference in references)


def names(lines: Iterable[StateLine]) -> Mapping[str, str]:
    """Give the names of states by their codes."""
    return {line.state: line.name for line in lines}


def state_file(overseeing: Overseeing, recording: Recording, asked: str) -> StateFile:
    """Give all that is known of one state, named by its code or its name.

    Args:
        overseeing: what the lists, laws and records show.
        recording: what documents say of it besides, seen from the same time.
        asked: the state.

    Raises:
        NotFound: no state is named so; says which are like it.
    """
    code, seen = state_code(asked), overseeing.oversight()
    union = union_of(seen, code)
    return StateFile(
        line=overseeing.line(code),
        model=seen.models.get(code) or (None if union is None else seen.models.get(union)),
        via=None if union is None else (union, state_name(union)),
        members=seen.members.get(code, frozenset()),
        implementations=overseeing.implementations(code),
        slices=overseeing.lag_slices(code),
        differences=differences(overseeing, Wanted(state=code)),
        told=recording.told_with(overseeing.records(code), code),
        concerns=recording.questions(code),
        as_of=seen.as_of,
        releases=seen.releases,
        limits=seen.limits,
    )


def telling_of_states(
    overseeing: Overseeing, recording: Recording, made: Brief, asked: tuple[str, ...]
) -> Brief:
    """Give a brief with its section on Member States: those asked for, or all that are known of.

    Members of a union of whom only its acts are known stand in its paragraph.
    """
    seen = overseeing.oversight()
    kept, _ = folded(overseeing.lines(), seen.members)
    codes = asked or tuple(line.state for line in kept)
    return with_states(made, [state_file(overseeing, recording, code) for code in codes], seen)


def union_of(seen: Oversight, code: str) -> str | None:
    """Give the union that a state is a member of; None where it is of none."""
    return next((union for union, members in seen.members.items() if code in members), None)


def across(overseeing: Overseeing, reference: str) -> tuple[Implementation, ...]:
    """Give one UN entry (`QDe.132`, `un:QDe.132`) in every state of which something is held.

    Raises:
        NotFound: no obligation has this reference.
    """
    bare = _bare(reference)
    cells = overseeing.across(bare)
    if not cells:
        raise _no_entry(overseeing, bare)
    return cells


def why(
    overseeing: Overseeing, asked: str, reference: str, measure: Measure | None = None
) -> tuple[Implementation, ...]:
    """Give the cells of one state and one UN entry, of one measure or of all.

    Raises:
        NotFound: no state is named so, or it has no such obligation.
    """
    bare = _bare(reference)
    own = overseeing.implementations(state_code(asked))
    cells = tuple(one for one in own if one.obligation.reference == bare)
    if not cells:
        raise _no_entry(overseeing, bare)
    found = tuple(one for one in cells if measure in {None, one.obligation.measure})
    if not found:
        listed = ", ".join(one.obligation.measure.value for one in cells)
        raise NotFound(f"{bare} does not oblige states to {measure}: it has {listed}")
    return found


def told_of(
    overseeing: Overseeing, cells: Sequence[Implementation], asked: str | None = None
) -> tuple[StateRecord, ...]:
    """Give what documents tell of the entry of cells, in all states or in one, and the replies."""
    records = overseeing.records(None if asked is None else state_code(asked))
    return records_on(records, cells)


def _bare(reference: str) -> str:
    return reference.removeprefix("un:")


def _no_entry(overseeing: Overseeing, reference: str) -> NotFound:
    """Say that a reference is not known, and which are written alike."""
    known = sorted({one.reference for one in overseeing.oversight().obligations})
    same = [one for one in known if one.casefold() == reference.casefold()]
    if same:
        return NotFound(f"no UN entry {reference!r}: did you mean {same[0]}?")
    held = f"{len(known):,} are known, such as {known[0]}" if known else "no UN release is held"
    return NotFound(f"no UN entry {reference!r}: {held}: `sayso lists show` has the releases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Entries by states, of one measure.

    Attributes:
        states: the columns, by code; a union's stands for members of whom no more is known.
        stands_for: by union, for how many members.
        rows: the cells of one obligation in the order of the columns; by reference.
    """

    states: tuple[StateLine, ...]
    stands_for: Mapping[str, int]
    rows: tuple[tuple[Implementation, ...], ...]


def matrix(
    overseeing: Overseeing, measure: Measure, wanted: Wanted, asked: Sequence[str] = ()
) -> Matrix:
    """Give the obligations that stand, of one measure, in every state of which something is held.

    Args:
        overseeing: what is known.
        measure: of which the cells are.
        wanted: rows without such a cell are left out.
        asked: codes or names of other states to be the columns.
    """
    lines: Sequence[StateLine]
    lines, stands_for = folded(overseeing.lines(), overseeing.oversight().members)
    if asked:
        codes = dict.fromkeys(map(state_code, asked))
        lines, stands_for = [overseeing.line(code) for code in codes], {}
    columns = [_of_measure(overseeing.implementations(one.state), measure) for one in lines]
    rows = (row for row in zip(*columns, strict=True) if wanted.of(row))
    return Matrix(states=tuple(lines), stands_for=stands_for, rows=tuple(rows))


def _of_measure(cells: Iterable[Implementation], measure: Measure) -> list[Implementation]:
    found = (one for one in cells if one.obligation.measure is measure)
    return [one for one in found if one.obligation.ended is None]


def every_cell(overseeing: Overseeing, wanted: Wanted) -> Iterator[Implementation]:
    """Give the cells of every member of the United Nations, and of the EU, by state."""
    code = wanted.code()
    states = sorted({EU, *UN_MEMBERS}) if code is None else [code]
    return chain.from_iterable(wanted.of(overseeing.implementations(one)) for one in states)
