"""All that is known of one state, as its page has it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sayso.model.ids import ReleaseId
from sayso.model.oversight import (
    Difference,
    Implementation,
    LagSlice,
    RecordKind,
    StateLine,
    StateModel,
    StateRecord,
)
from sayso.model.vocabulary import Measure
from sayso.views.states.words import awaits_judgement, is_undated

#: The key of what is carried out at a time not known.
UNDATED: Final = "carried_out_undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFile:
    """One state: its law, what it carried out, how it differs, and what documents tell of it.

    Attributes:
        via: the union whose acts hold for it, as (code, name); None where it acts by itself.
        members: states for which its acts hold.
        releases: what the page rests on.
        limits: what it cannot tell, in sentences.
    """

    line: StateLine
    model: StateModel | None
    via: tuple[str, str] | None
    members: frozenset[str]
    implementations: tuple[Implementation, ...]
    slices: tuple[LagSlice, ...]
    differences: tuple[Difference, ...]
    records: tuple[StateRecord, ...]
    as_of: str
    releases: tuple[ReleaseId, ...]
    limits: tuple[str, ...]

    def standing(self) -> tuple[Implementation, ...]:
        """Give the obligations that stand, as the counts of the line do."""
        return tuple(one for one in self.implementations if one.obligation.ended is None)

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
            own = () if one.transposition is None else one.transposition.questions
            for question in (*one.questions, *own):
                asked[one.obligation.reference, question] = None
        return tuple(asked)

    def replies(self) -> tuple[StateRecord, ...]:
        """Give what the state replied."""
        return tuple(r for r in self.records if r.kind is RecordKind.REPLY)
