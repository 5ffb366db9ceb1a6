"""All that is known of one state, as its page has it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.concerns import Concerns
from sayso.model.ids import ReleaseId
from sayso.model.oversight import (
    Difference,
    Implementation,
    LagSlice,
    Limit,
    RecordKind,
    StateLine,
    StateModel,
    StateRecord,
)
from sayso.model.vocabulary import LagStatus, Measure
from sayso.views.recorded.records import Listed
from sayso.views.states.words import awaits_judgement, is_shown, is_undated

#: The key of what is carried out at a time not known.
UNDATED: Final = "carried_out_undated"


class Replies:
    """What states replied, to be set beside the cells that it answers."""

    def __init__(self, records: Iterable[StateRecord]) -> None:
        self._by_entry: dict[tuple[str, str], list[StateRecord]] = {}
        self._by_record: dict[str, list[StateRecord]] = {}
        for record in records:
            if record.kind is RecordKind.REPLY:
                for reference in record.references:
                    self._by_entry.setdefault((record.state, reference), []).append(record)
                for about in record.about:
                    self._by_record.setdefault(about, []).append(record)

    def to(self, cell: Implementation) -> tuple[StateRecord, ...]:
        """Give what a state replied of an entry, or to the record that a cell rests on."""
        act = cell.transposition
        on_entry = self._by_entry.get((cell.state, cell.obligation.reference), ())
        to_record = () if act is None else self._by_record.get(act.source, ())
        return tuple({reply.id: reply for reply in (*on_entry, *to_record)}.values())


def questions_of(one: Implementation) -> tuple[str, ...]:
    """Give what a person should look at in one cell, each once."""
    own = () if one.transposition is None else one.transposition.questions
    return tuple(dict.fromkeys((*one.questions, *own, *one.obligation.questions)))


def records_on(
    records: Iterable[StateRecord], cells: Iterable[Implementation]
) -> tuple[StateRecord, ...]:
    """Give what is about the entries of cells or shows them, and what answers that, in order."""
    every, asked = list(records), list(cells)
    references = {cell.obligation.reference for cell in asked}
    named = {cell.transposition.source for cell in asked if cell.transposition is not None}
    named |= {record.id for record in every if not references.isdisjoint(record.references)}
    return tuple(r for r in every if r.id in named or not named.isdisjoint(r.about))


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFile:
    """One state: its law, what it carried out, how it differs, and what documents tell of it.

    Attributes:
        via: the union whose acts hold for it, as (code, name); None where it acts by itself.
        members: states for which its acts hold.
        told: what documents tell of it, and what it replied.
        concerns: findings that may concern a measure and name it, as questions.
        releases: what the page rests on.
        limits: what it cannot tell.
    """

    line: StateLine
    model: StateModel | None
    via: tuple[str, str] | None
    members: frozenset[str]
    implementations: tuple[Implementation, ...]
    slices: tuple[LagSlice, ...]
    differences: tuple[Difference, ...]
    told: Listed
    concerns: Concerns
    as_of: str
    releases: tuple[ReleaseId, ...]
    limits: tuple[Limit, ...]

    @property
    def records(self) -> Sequence[StateRecord]:
        """Give what was recorded of it, corrected records left out, in the order of adding."""
        return self.told.records

    def standing(self) -> tuple[Implementation, ...]:
        """Give the obligations that stand, as the counts of the line do.

        Where the Charter binds nobody, those alone of which something is shown.
        """
        standing = (one for one in self.implementations if one.obligation.ended is None)
        return tuple(one for one in standing if not self.line.is_outside or is_shown(one))

    def by_measure(self) -> Mapping[Measure, Counter[str]]:
        """Give how many standing obligations are in which case, by measure, in order.

        What is carried out at a time not known is apart from what is not known at all.
        """
        counts = {measure: Counter[str]() for measure in Measure}
        for one in self.standing():
            case = UNDATED if is_undated(one) else one.status.value
            counts[one.obligation.measure][case] += 1
        return {measure: found for measure, found in counts.items() if found}

    def to_confirm(self) -> tuple[Implementation, ...]:
        """Give the links by name that wait for a person, each entry once."""
        waiting = {o.obligation.reference: o for o in self.implementations if awaits_judgement(o)}
        return tuple(waiting.values())

    def questions(self) -> tuple[tuple[str, str], ...]:
        """Give what a person should look at: (reference, question), each once, in order."""
        asked: dict[tuple[str, str], None] = {}
        for one in self.implementations:
            for question in questions_of(one):
                asked[one.obligation.reference, question] = None
        return tuple(asked)

    def missing(self) -> tuple[Implementation, ...]:
        """Give what a document says is not carried out."""
        return tuple(one for one in self.standing() if one.status is LagStatus.MISSING)

    def replies(self) -> tuple[StateRecord, ...]:
        """Give what the state replied."""
        return tuple(r for r in self.records if r.kind is RecordKind.REPLY)
