"""A state's page, and an entry's page across states, as text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from sayso.model.oversight import Implementation, LinkKind, StateModel, StateRecord
from sayso.views.states.page import UNDATED, StateFile
from sayso.views.states.text import alike, gap_counts, record_lines
from sayso.views.states.words import (
    DATED,
    LINK_WORDS,
    MEASURE_WORDS,
    MODEL_WORDS,
    STATUS_WORDS,
    TO_CONFIRM_MEANS,
    UNKNOWN_MEANS,
    WHEN_UNKNOWN,
    carried_out_at,
    date_words,
    day_of,
    difference_words,
    duration_words,
    lag_words,
    measures_words,
    model_name,
    proof_words,
    status_words,
)

#: Differences, questions and links named on a page, at most; the rest are counted.
MOST_NAMED: Final = 12
_CASES: Final[Mapping[str, str]] = {
    **{status.value: STATUS_WORDS[status] for status in DATED},
    UNDATED: WHEN_UNKNOWN,
    **{status.value: words for status, words in STATUS_WORDS.items() if status not in DATED},
}


def page_text(file: StateFile) -> str:
    """Write all that is known of one state, with its sources and its limits."""
    line = file.line
    blocks = [
        [f"{line.name} ({line.state}), as of {file.as_of}", UNKNOWN_MEANS],
        ["Law", *_law(file)],
        ["Measures", *_measures(file)],
        ["Lag", *_lags(file)],
        ["Differences from the UN entries", *_differences(file)],
        [*record_lines(file.records)],
        ["Links by name", *_waiting(file)],
        ["To look at", *_questions(file)],
        ["Limits", *(f"  - {limit}" for limit in file.limits)],
        ["Rests on", f"  {', '.join(file.releases) or 'no list release'}"],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if len(block) > 1) + "\n"


def _law(file: StateFile) -> Iterator[str]:
    if file.via is not None:
        code, name = file.via
        yield f"  acts of the {name} ({code}) hold for it, and are shown here as such"
    if file.members:
        yield f"  its acts hold for its {len(file.members)} members: {_joined(file.members)}"
    if file.model is None:
        yield f"  {model_name(file.line.model)}: {MODEL_WORDS[file.line.model]}"
        return
    yield from _model(file.model)


def _model(model: StateModel) -> Iterator[str]:
    yield f"  {model_name(model.model)}: {MODEL_WORDS[model.model]}"
    since = f", since {model.since}" if model.since is not None else ""
    regimes = f"regimes {', '.join(model.regimes)}" if model.regimes else "every regime"
    yield f"  {measures_words(model.measures)}; {regimes}{since}"
    yield f"  {proof_words(model.proof)}"


def _measures(file: StateFile) -> Iterator[str]:
    for measure, counts in file.by_measure().items():
        told = (f"{counts[case]:,} {words}" for case, words in _CASES.items() if counts[case])
        yield f"  {MEASURE_WORDS[measure]}: {counts.total():,} due; {'; '.join(told)}"


def _lags(file: StateFile) -> Iterator[str]:
    if file.line.median_lag is None:
        yield "  not known of any entry"
        return
    yield f"  median {lag_words(file.line.median_lag)}; worst {lag_words(file.line.worst_lag)}"
    for one in file.slices:
        late = f"{one.late:,} of {one.known:,} late"
        yield f"  {one.by} {one.key}: {late}; median {lag_words(one.median)}"


def _differences(file: StateFile) -> Iterator[str]:
    for one in file.differences[:MOST_NAMED]:
        since = f", since {day_of(one.since)}" if one.since is not None else ""
        length = one.for_at_least
        stood = f", for at least {duration_words(length)}" if length is not None else ""
        unsure = "" if one.link is LinkKind.EXACT else f" [link {LINK_WORDS[one.link]}]"
        yield f"  {one.reference} {difference_words(one)}{since}{stood}{unsure}"
    yield from _more(file, len(file.differences), "differences")


def _more(file: StateFile, count: int, command: str) -> Iterator[str]:
    if count > MOST_NAMED:
        rest = count - MOST_NAMED
        yield f"  and {rest:,} more: `sayso states {command} {file.line.state}` has them"


def _waiting(file: StateFile) -> Iterator[str]:
    waiting = file.to_confirm()
    if waiting:
        yield f"  {TO_CONFIRM_MEANS}"
    for one in waiting[:MOST_NAMED]:
        act = one.transposition
        if act is not None:
            why = "; ".join(act.reasons)
            yield f"  {one.obligation.reference} {one.obligation.name}: {act.entry}: {why}"
    yield from _more(file, len(waiting), "gaps --to-confirm")


def _questions(file: StateFile) -> Iterator[str]:
    asked = file.questions()
    for reference, question in asked[:MOST_NAMED]:
        yield f"  {reference}: {question}"
    yield from _more(file, len(asked), "gaps")


def _joined(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes))


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
    for fates, states in by_fate.items():
        lines += ["", "; ".join(_together(states, names, members)), *fates]
    lines += ["", *record_lines(records)] if records else []
    lines += ["", f"`sayso states why STATE {first.reference}` shows what each rests on"]
    return "\n".join(lines) + "\n"


def _together(
    states: Sequence[str], names: Mapping[str, str], members: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Name states; members who all stand here with their union are counted beside it."""
    folded = frozenset[str]()
    for state in states:
        own = members.get(state, frozenset())
        folded |= own if own.issubset(states) else frozenset()
    for state in states:
        if state not in folded:
            whole = members.get(state, frozenset()) & folded
            also = f" and its {len(whole)} members" if whole else ""
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
        parts.append(f"{act.instrument or act.entry or act.source} ({LINK_WORDS[act.link]})")
    return ", ".join(parts)


def gaps_heading(cells: Sequence[Implementation]) -> str:
    """Give what is not shown to be carried out, counted."""
    return f"{gap_counts(cells)}; {UNKNOWN_MEANS}" if cells else "no gap is known"
