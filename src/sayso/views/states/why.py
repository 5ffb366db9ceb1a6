"""Why a cell says what it says, as text: what binds, what shows it, and the sum of the lag."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from sayso.model.oversight import Implementation, Moment, StateRecord, Transposition
from sayso.model.vocabulary import LagStatus
from sayso.views.states.entry import recorded
from sayso.views.states.page import questions_of
from sayso.views.states.words import (
    BASIS_WORDS,
    LINK_WORDS,
    UNKNOWN_MEANS,
    awaits_judgement,
    bounds_words,
    carried_out_at,
    date_words,
    hours_words,
    instant,
    measures_words,
    overstated_words,
    proof_words,
    status_means,
    status_words,
)

_HOUR: Final = timedelta(hours=1)


def why_text(
    cells: Sequence[Implementation], names: Mapping[str, str], records: Sequence[StateRecord] = ()
) -> str:
    """Write one entry in one state; measures of which the same is known stand together.

    Args:
        cells: of one state and one reference, one or more measures.
        names: of states, by code.
        records: what documents tell of the entry there, and what the state replied.
    """
    first = cells[0]
    state = f"{names.get(first.state, first.state)} ({first.state})"
    head = f"{first.obligation.reference} {first.obligation.name}: {state}"
    lines = [head, UNKNOWN_MEANS]
    for _, group in groupby(cells, key=_sameness):
        lines += ["", *_cell_lines(list(group))]
    lines += recorded(records, names)
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
        yield f"the lag may be overstated: {overstated_words(one.transposition.overstates)}"


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


def confirming(act: Transposition) -> str:
    """Give the command by which a person ties two entries, or sets them apart."""
    verdict = f"`sayso judge entry:{act.entry} same {act.reference} --by NAME --reason WHY`"
    return f"{verdict}, or `different`"
