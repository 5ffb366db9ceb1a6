"""What came of screening, for a terminal."""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.matches import Candidate
from sayso.model.screenings import Alert, Counts, Run, Screened, Subject, Terms
from sayso.ports import NameIndex
from sayso.views.screening.grounds import Compared
from sayso.views.screening.line import line_of

#: What is said of the log-odds that the comparisons are added to.
_STARTS: Final = "before anything is compared: most pairs are two parties"


def screened_text(one: Screened, index: NameIndex, terms: Terms) -> str:
    """Give each alert on a line with its comparisons below, then what stays cleared."""
    lines = [f"note: {remark}" for remark in one.subject.remarks]
    if one.error is not None:
        lines.append(f"not screened: {one.error}")
    elif not one.alerts:
        lines.append(f"{one.subject.name}: no candidate at {_thresholds(terms)} or above")
    for alert in one.alerts:
        lines += alert_lines(one.subject, alert, index)
    for candidate, clearing in one.cleared:
        lines.append(
            f"cleared: {candidate.name} ({candidate.reference}), by {clearing.by} on "
            f"{clearing.at.date()}: {clearing.reason} [{clearing.id}]"
        )
    return "\n".join(lines)


def alert_lines(subject: Subject, alert: Alert, index: NameIndex) -> Iterator[str]:
    """Give one alert: the line for the file, and below it what each comparison weighs.

    The weights add up to the log-odds of the probability.
    """
    candidate = alert.candidate
    yield line_of(Compared(subject, candidate, index.entry(candidate.entry)), alert)
    if 0.0 < candidate.probability < 1.0:
        yield f"      {_start(candidate):+.1f}  {_STARTS}"
    for feature in candidate.features:
        if feature.log_odds:
            yield f"      {feature.log_odds:+.1f}  {feature.note}"
    idle = [f.note for f in candidate.features if not f.log_odds and f.note]
    if idle:
        yield f"       0.0  {'; '.join(idle)}"


def _start(candidate: Candidate) -> float:
    """Give the log-odds that the comparisons are added to."""
    certainty = math.log(candidate.probability / (1.0 - candidate.probability))
    return certainty - sum(feature.log_odds for feature in candidate.features)


def counts_text(counts: Counts) -> str:
    """Give the counts of a run on one line."""
    told = [
        f"{counts.screened:,} screened",
        f"{counts.flagged:,} with alerts ({_number(counts.alerts, 'alert')}"
        + (f", {counts.returned:,} of them cleared before)" if counts.returned else ")"),
        f"{counts.screened - counts.flagged:,} without",
        f"{_number(counts.cleared, 'candidate')} left out as cleared",
        _number(counts.errors, "error"),
    ]
    return ", ".join(told)


def terms_text(terms: Terms) -> str:
    """Give the terms of a run in words."""
    told = [f"threshold {_thresholds(terms)}", f"limit {terms.limit}"]
    if terms.authorities:
        told.append(f"lists {', '.join(terms.authorities)}")
    if terms.without:
        told.append(f"without {', '.join(o.value for o in terms.without)}")
    return ", ".join(told)


def _thresholds(terms: Terms) -> str:
    own = ", ".join(f"{authority} {value:g}" for authority, value in terms.thresholds)
    return f"{terms.threshold:g}" + (f" ({own})" if own else "")


def runs_rows(runs: Iterable[Run]) -> Iterator[tuple[str, ...]]:
    """Give each run as cells: when, what, on which lists and terms, and what came of it."""
    for run in runs:
        what = f"{run.kind.value} {run.about[:19]}" + (f": {run.reason}" if run.reason else "")
        yield (
            f"{run.at:%Y-%m-%d %H:%M}",
            run.by,
            what,
            ", ".join(run.releases),
            f"{run.engine}; {terms_text(run.terms)}",
            counts_text(run.counts),
        )


def gone_lines(gone: Iterable[tuple[Subject, EntryId]]) -> Iterator[str]:
    """Give the alerts that were told and are no more, one a line."""
    return (f"no longer: {subject.key} {subject.name}: {entry}" for subject, entry in gone)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
