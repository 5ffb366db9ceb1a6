"""Oversight as rows of tables: states, cells, differences, the distribution of lags."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from sayso.model.oversight import (
    Basis,
    Difference,
    Implementation,
    LagSlice,
    LinkKind,
    StateLine,
    StateRecord,
    Transposition,
)
from sayso.model.vocabulary import LagStatus
from sayso.views.naming import in_words, quote_whole
from sayso.views.recorded.records import document_words, told_words
from sayso.views.states.page import Replies
from sayso.views.states.words import (
    LINK_WORDS,
    OUTSIDE,
    STATUS_WORDS,
    UNKNOWN_MEANS,
    WHEN_UNKNOWN,
    awaits_judgement,
    carried_out_at,
    day_of,
    days_words,
    difference_words,
    duration_words,
    evidence_words,
    is_undated,
    is_unknown,
    lag_words,
    measures_words,
    status_words,
    undated_of,
    unknown_of,
)

STATE_COLUMNS: Final = (
    "State",
    "Measures due#",
    "Carried out#",
    "Late#",
    "When unknown#",
    "Missing#",
    "Unknown#",
    "To confirm#",
    "Median lag",
    "Worst lag",
    "Differences#",
    "Last evidence",
)
CELL_COLUMNS: Final = (
    "State",
    "Reference",
    "Measures",
    "Due",
    "Carried out",
    "Lag",
    "Status",
    "What shows it",
)
SLICE_COLUMNS: Final = (
    "State",
    "Listed in, or regime",
    "Lags known#",
    "Proven ≤ 24 h#",
    "Possibly ≤ 24 h#",
    "Late#",
    "Median",
    "Worst",
)
DIFFERENCE_COLUMNS: Final = ("State", "Reference", "What differs", "Since", "For at least", "Link")


def folded(
    lines: Sequence[StateLine], members: Mapping[str, frozenset[str]]
) -> tuple[list[StateLine], Mapping[str, int]]:
    """Give the lines, less members of whom the same is known as of their union, or nothing else.

    Returns:
        Those lines; and, by union, for how many members its line stands.
    """
    unions = {line.state: line for line in lines if line.state in members}
    kept = [
        line
        for line in lines
        if not any(_is_as(line, union, members[code]) for code, union in unions.items())
    ]
    apart = {line.state for line in kept}
    return kept, {code: len(members[code] - apart) for code in unions}


def _is_as(line: StateLine, union: StateLine, members: frozenset[str]) -> bool:
    """Say whether all that is known of a member is what is known of its union."""
    return line.state in members and figures_of(line) == figures_of(union)


def figures_of(line: StateLine) -> object:
    """Give what is known of a state, to be compared with what is known of its union."""
    counts = {status: n for status, n in line.by_status.items() if n}
    return (line.obligations, counts, line.to_confirm, line.median_lag, line.worst_lag)


def state_row(line: StateLine, stands_for: int = 0) -> tuple[str, ...]:
    """Give one row for STATE_COLUMNS.

    Args:
        line: the state's.
        stands_for: members of whom the same is known, and who have no row of their own.
    """
    share = f" ({line.carried_out / line.obligations:.0%})" if line.obligations else ""
    also = f" and {stands_for} members" if stands_for else ""
    also = f", {OUTSIDE}" if line.is_outside else also
    return (
        f"{line.state} {line.name}{also}",
        f"{line.obligations:,}",
        f"{line.carried_out:,}{share}",
        f"{line.by_status.get(LagStatus.LATE, 0):,}",
        f"{undated_of(line):,}",
        f"{line.by_status.get(LagStatus.MISSING, 0):,}",
        f"{unknown_of(line):,}",
        f"{line.to_confirm:,}",
        lag_words(line.median_lag),
        lag_words(line.worst_lag),
        f"{line.differences:,}",
        evidence_words(line),
    )


def cell_rows(cells: Iterable[Implementation], replies: Replies) -> Iterator[tuple[str, ...]]:
    """Give rows for CELL_COLUMNS; measures of one entry of which the same is known are one row.

    What the state replied stands in the row.
    """
    for same in alike(cells):
        one = same[0]
        at = carried_out_at(one)
        yield (
            one.state,
            one.obligation.reference,
            measures_words(cell.obligation.measure for cell in same),
            days_words(one.obligation.due),
            "" if at is None else days_words(at),
            "" if one.lag is None else lag_words(one.lag),
            status_words(one),
            "\n".join((_shown_by(one), *(reply_words(r) for r in replies.to(one)))).strip(),
        )


def without_members(cells: Iterable[Implementation]) -> list[Implementation]:
    """Give the cells, less those of members whose union's own are among them."""
    found = list(cells)
    acting = {one.state for one in found if one.via is None}
    return [one for one in found if one.via not in acting]


def telling(cells: Iterable[Implementation]) -> list[Implementation]:
    """Give the cells of which it is known that they are late, missing, or done at some time."""
    return [cell for cell in cells if not is_unknown(cell)]


def alike(cells: Iterable[Implementation]) -> Iterator[list[Implementation]]:
    """Give the cells of one entry in one state of which the same is known, together."""
    for _, group in groupby(cells, key=lambda one: (one.state, one.obligation.reference)):
        by_fate: dict[object, list[Implementation]] = {}
        for one in group:
            by_fate.setdefault((one.status, one.lag, one.link), []).append(one)
        yield from by_fate.values()


def _shown_by(one: Implementation) -> str:
    """Give what a cell rests on, and whose act it is where it is another's."""
    via = f"{one.via}: " if one.via is not None else ""
    return "" if one.transposition is None else f"{via}{act_words(one.transposition)}"


def act_words(act: Transposition) -> str:
    """Give the act, the law, the entry with its link, or the document that was recorded."""
    if act.basis is Basis.RECORD and act.proofs:
        return f"{act.instrument or quote_whole(act.proofs[0].title)} (record {act.source})"
    shown = act.instrument or act.entry or act.source
    is_linked = act.entry is not None and act.link is not LinkKind.NONE
    return f"{shown} ({LINK_WORDS[act.link]})" if is_linked else shown


def slice_rows(slices: Iterable[LagSlice]) -> Iterator[tuple[str, ...]]:
    """Give rows for SLICE_COLUMNS."""
    for one in slices:
        yield (
            one.state,
            one.key,
            f"{one.known:,}",
            f"{one.proven:,}",
            f"{one.possible:,}",
            f"{one.late:,}",
            lag_words(one.median),
            lag_words(one.worst),
        )


def difference_rows(found: Iterable[Difference]) -> Iterator[tuple[str, ...]]:
    """Give rows for DIFFERENCE_COLUMNS."""
    for one in found:
        length = one.for_at_least
        yield (
            one.state,
            one.reference,
            difference_words(one),
            "" if one.since is None else day_of(one.since),
            "" if length is None else duration_words(length),
            LINK_WORDS[one.link],
        )


def reply_words(reply: StateRecord) -> str:
    """Give what a state replied, in its words, and where it did."""
    said = quote_whole(reply.proof.text) if reply.proof.text else told_words(reply)
    where = document_words(reply)
    return f"{reply.state} replied {in_words(reply.on)}: {said} ({where}; {reply.id})"


def gap_lines(cells: Iterable[Implementation], names: Mapping[str, str]) -> Iterator[str]:
    """Give the gaps of each state, counted; states of which the same is to be said together.

    Args:
        cells: by state.
        names: of the states, by code.
    """
    by_counts: dict[str, list[str]] = {}
    for state, own in groupby(cells, key=lambda cell: cell.state):
        by_counts.setdefault(gap_counts(own), []).append(state)
    for counts, states in by_counts.items():
        if len(states) == 1:
            yield f"{names.get(states[0], states[0])} ({states[0]}): {counts}"
        else:
            yield f"{len(states)} states, each {counts}: {', '.join(states)}"


def gap_counts(cells: Iterable[Implementation]) -> str:
    """Give how many gaps there are of each kind: "4 late, 12 unknown (3 to be confirmed)".

    What is unknown is counted apart from what is known to be late or missing.
    """
    found = list(cells)
    counts = Counter(_case(one) for one in found)
    waiting = sum(map(awaits_judgement, found))
    words = [f"{n:,} {case}" for case, n in sorted(counts.items())]
    return ", ".join(words) + (f" ({waiting:,} to be confirmed)" if waiting else "")


def _case(one: Implementation) -> str:
    return WHEN_UNKNOWN if is_undated(one) else STATUS_WORDS[one.status]


def gaps_heading(cells: Sequence[Implementation]) -> str:
    """Give what is not shown to be carried out, counted."""
    return f"{gap_counts(cells)}; {UNKNOWN_MEANS}" if cells else "no gap is known"
