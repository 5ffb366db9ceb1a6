"""A state's page, an entry across states, and why a cell says what it says, as text."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from sayso.model.oversight import (
    Implementation,
    LinkKind,
    Moment,
    StateModel,
    StateRecord,
    Transposition,
)
from sayso.model.vocabulary import LagStatus
from sayso.views.states.page import UNDATED, StateFile, questions_of
from sayso.views.states.text import alike, gap_counts, record_lines
from sayso.views.states.words import (
    BASIS_WORDS,
    DATED,
    LINK_WORDS,
    MEASURE_WORDS,
    MODEL_WORDS,
    STATUS_WORDS,
    TO_CONFIRM_MEANS,
    UNKNOWN_MEANS,
    WHEN_UNKNOWN,
    awaits_judgement,
    bounds_words,
    carried_out_at,
    date_words,
    day_of,
    difference_words,
    duration_words,
    hours_words,
    instant,
    lag_words,
    measures_words,
    model_name,
    proof_words,
    status_means,
    status_words,
)

#: Differences, questions and links named on a page, at most; the rest are counted.
MOST_NAMED: Final = 12
#: Entries named beside one question, at most.
MOST_ALIKE: Final = 3
#: Links by name told on a page, at most.
MOST_LINKS: Final = 5
_HOUR: Final = timedelta(hours=1)
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
    if not waiting:
        return
    yield f"  {TO_CONFIRM_MEANS}"
    for one in waiting[:MOST_LINKS]:
        act = one.transposition
        if act is not None:
            yield f"  {one.obligation.reference} {one.obligation.name}: {act.entry}"
    if len(waiting) > MOST_LINKS:
        yield f"  and {len(waiting) - MOST_LINKS:,} more"
    yield (
        f"  `sayso states gaps {file.line.state} --to-confirm` lists them, "
        f"`sayso states why {file.line.state} REFERENCE` says what agrees and how to confirm it"
    )


def confirming(act: Transposition) -> str:
    """Give the command by which a person ties two entries, or sets them apart."""
    verdict = f"`sayso judge entry:{act.entry} same {act.reference} --by NAME --reason WHY`"
    return f"{verdict}, or `different`"


def _questions(file: StateFile) -> Iterator[str]:
    """Give each question once, with the entries that it is about."""
    about: dict[str, list[str]] = {}
    for reference, question in file.questions():
        about.setdefault(question, []).append(reference)
    for question, references in list(about.items())[:MOST_NAMED]:
        more = f" and {len(references) - MOST_ALIKE:,} more" if len(references) > MOST_ALIKE else ""
        yield f"  {', '.join(references[:MOST_ALIKE])}{more}: {question}"
    yield from _more(file, len(about), "gaps")


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
    told = {cell.state for cell in cells}
    for fates, states in by_fate.items():
        lines += ["", "; ".join(_together(states, names, members, told)), *fates]
    lines += ["", *record_lines(records)] if records else []
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
        parts.append(f"{act.instrument or act.entry or act.source} ({LINK_WORDS[act.link]})")
    return ", ".join(parts)


def gaps_heading(cells: Sequence[Implementation]) -> str:
    """Give what is not shown to be carried out, counted."""
    return f"{gap_counts(cells)}; {UNKNOWN_MEANS}" if cells else "no gap is known"


def why_text(
    cells: Sequence[Implementation], state_name: str, records: Sequence[StateRecord] = ()
) -> str:
    """Write one entry in one state; measures of which the same is known stand together.

    Args:
        cells: of one state and one reference, one or more measures.
        state_name: in English.
        records: what documents tell of the entry there, and what the state replied.
    """
    first = cells[0]
    head = f"{first.obligation.reference} {first.obligation.name}: {state_name} ({first.state})"
    lines = [head, UNKNOWN_MEANS]
    for _, group in groupby(cells, key=_sameness):
        lines += ["", *_cell_lines(list(group))]
    lines += ["", *record_lines(records)] if records else []
    return "\n".join(lines) + "\n"


def _sameness(one: Implementation) -> object:
    due, act = one.obligation.due, one.transposition
    ended = one.obligation.ended
    return (one.status, one.lag, one.via, due, ended, act, one.questions)


def _cell_lines(cells: Sequence[Implementation]) -> Iterator[str]:
    one = cells[0]
    by = f", by an act of {one.via}" if one.via is not None else ""
    measures = measures_words(cell.obligation.measure for cell in cells)
    yield f"{measures}: {status_words(one)}{by}"
    yield f"  that is: {status_means(one)}"
    yield "  What binds"
    yield f"    listed by the United Nations {_when(one.obligation.due)}"
    if one.obligation.ended is not None:
        yield f"    no longer on the UN list {_when(one.obligation.ended)}"
    yield f"    {proof_words(one.obligation.proof)}"
    if one.transposition is not None:
        yield from _act_lines(one, one.transposition)
    yield "  How the lag was computed"
    yield from (f"    {n}. {step}" for n, step in enumerate(steps_of(one), 1))
    asked = questions_of(one)
    if asked:
        yield "  To look at"
        yield from (f"    - {question}" for question in asked)


def _act_lines(one: Implementation, act: Transposition) -> Iterator[str]:
    """Give what shows that it was carried out; of a link by name, what would."""
    yield f"  {_heading(one)}"
    if act.entry is not None:
        yield f"    entry {act.entry} of the list “{act.source}”; link: {LINK_WORDS[act.link]}"
    yield from (f"    because: {reason}" for reason in act.reasons)
    if awaits_judgement(one):
        yield f"    {confirming(act)}"
    if act.instrument is not None:
        in_force = f", in force {date_words(act.in_force)}" if act.in_force is not None else ""
        yield f"    act: {act.instrument}{in_force}"
    if act.at is not None:
        basis = f", by {BASIS_WORDS[act.basis]}" if act.basis is not None else ""
        yield f"    {_when(act.at)}{basis}"
    if act.until is not None:
        yield f"    taken back {_when(act.until)}"
    yield from (f"    {proof_words(proof)}" for proof in act.proofs)


def _heading(one: Implementation) -> str:
    if awaits_judgement(one):
        return "What would show it, if a person confirms the link"
    return "What says that it is not" if one.status is LagStatus.MISSING else "What shows it"


def _when(moment: Moment) -> str:
    return f"{date_words(moment.stated)} ({bounds_words(moment)})"


def steps_of(one: Implementation) -> Iterator[str]:
    """Give the sum of a lag step by step, or why there is none."""
    due, at = one.obligation.due, carried_out_at(one)
    if one.status is LagStatus.AUTOMATIC:
        yield "no sum: by the state's law a UN listing holds by itself, from when it is made"
        return
    if at is None or one.lag is None:
        yield _no_sum(one)
        return
    yield f"the UN listing: {date_words(due.stated)}, {bounds_words(due)}"
    yield f"the state's act: {date_words(at.stated)}, {bounds_words(at)}"
    yield _difference("at least", one.lag[0], at.earliest, due.latest)
    yield _difference("at most", one.lag[1], at.latest, due.earliest)
    yield f"so the status is “{status_words(one)}”: {status_means(one)}"
    if not (due.is_instant and at.is_instant):
        yield "days, not hours, are known: they alone can never prove 24 hours"
    if one.transposition is not None and one.transposition.overstates is not None:
        yield f"the lag may be overstated: {one.transposition.overstates}"


def _no_sum(one: Implementation) -> str:
    """Say why no lag can be computed."""
    act = one.transposition
    if awaits_judgement(one):
        return "no sum: the two entries are tied by name alone, which counts for nothing yet"
    if act is None or one.status is LagStatus.MISSING:
        return f"no sum: {status_means(one)}"
    bounds = "" if act.at is None else f": {bounds_words(act.at)}"
    return f"no sum: it is known that the state took it up, and not since when{bounds}"


def _difference(which: str, lag: float, later: datetime | None, earlier: datetime | None) -> str:
    """Write one end of the interval; where it follows from the two instants, with the sum."""
    told = f"{which} {hours_words(lag)}"
    if later is None or earlier is None:
        return f"{told}: an end of it is not bounded by the dates"
    if abs((later - earlier) / _HOUR - lag) > 1 / 60:
        return told
    return f"{told}: from {instant(earlier)} to {instant(later)}"
