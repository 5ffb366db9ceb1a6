"""One UN entry across states as text."""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby

from sayso.model.oversight import Implementation, StateRecord
from sayso.views.recorded.records import Listed, records_text
from sayso.views.states.text import act_words, alike
from sayso.views.states.words import (
    UNKNOWN_MEANS,
    carried_out_at,
    date_words,
    lag_words,
    measures_words,
    proof_words,
    status_words,
)


def entry_text(
    cells: Sequence[Implementation],
    names: Mapping[str, str],
    members: Mapping[str, frozenset[str]],
    records: Sequence[StateRecord] = (),
) -> str:
    """Write one UN entry as each state has it, states of whom the same is known together.

    Args:
        cells: of one reference, by state.
        names: of the states, by code.
        members: of unions, by code.
        records: what documents tell of the entry, and what was replied.
    """
    first = cells[0].obligation
    lines = [
        f"{first.reference} {first.name}; {', '.join(first.regimes)}",
        f"listed by the United Nations {date_words(first.due.stated)}; {proof_words(first.proof)}",
    ]
    if first.ended is not None:
        lines.append(f"no longer on the UN list {date_words(first.ended.stated)}")
    lines.append(UNKNOWN_MEANS)
    by_fate: dict[tuple[str, ...], list[str]] = {}
    for state, own in groupby(cells, key=lambda one: one.state):
        by_fate.setdefault(tuple(map(_fate, alike(own))), []).append(state)
    told = {cell.state for cell in cells}
    for fates, states in by_fate.items():
        lines += ["", "; ".join(_together(states, names, members, told)), *fates]
    lines += recorded(records, names)
    lines += ["", f"`sayso states why STATE {first.reference}` shows what each rests on"]
    return "\n".join(lines) + "\n"


def _together(
    states: Sequence[str],
    names: Mapping[str, str],
    members: Mapping[str, frozenset[str]],
    told: Container[str],
) -> Iterator[str]:
    """Name states; members of whom nothing else is told here are counted beside their union.

    Args:
        states: of whom the same is known.
        names: by code.
        members: of unions, by code.
        told: every state of whom something is told.
    """
    with_union = {
        union: {one for one in members[union] if one in states or one not in told}
        for union in states
        if union in members
    }
    folded = frozenset[str]().union(*with_union.values())
    for state in states:
        if state not in folded:
            count = len(with_union.get(state, ()))
            also = f" and its {count} members" if count else ""
            yield f"{names.get(state, state)} ({state}){also}"


def _fate(same: Sequence[Implementation]) -> str:
    """Write what is known of some measures, but not whose act it is that holds for a member."""
    one = same[0]
    measures = measures_words(cell.obligation.measure for cell in same)
    at, act = carried_out_at(one), one.transposition
    parts = [f"  {measures}: {status_words(one)}"]
    if at is not None:
        parts.append(date_words(at.stated))
    if one.lag is not None:
        parts.append(f"lag {lag_words(one.lag)}")
    if act is not None:
        parts.append(act_words(act))
    return ", ".join(parts)


def recorded(records: Sequence[StateRecord], names: Mapping[str, str]) -> list[str]:
    """Give what documents tell of an entry with the replies, state by state.

    Args:
        records: in the order of adding.
        names: of the states, by code.
    """
    told = records_text(Listed(records=records, names=names))
    return ["", "What documents tell of it, with replies", "", told.rstrip()] if records else []
