"""The JSON of screening: a row for each subject, and the runs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sayso.model.ids import EntryId
from sayso.model.screenings import Alert, Counts, Run, Screened, Subject, Terms
from sayso.ports import NameIndex
from sayso.views.json import JsonObject
from sayso.views.screening.grounds import Compared, ground_of, ground_words
from sayso.views.screening.line import line_of
from sayso.views.shapes.judgements import judgement_json
from sayso.views.shapes.lists import candidate_shape

#: What every row has.
_ALWAYS: Final = frozenset({"qid", "ms", "results"})


def screened_json(one: Screened, index: NameIndex, ms: float | None = None) -> JsonObject:
    """Give one row; what there is none of is left out, but `results`.

    Args:
        one: what came of a subject.
        index: has the entries.
        ms: how long it took, in milliseconds; None leaves it out, so that a row is the same
            whenever it is written.
    """
    row: JsonObject = {
        "qid": one.subject.key,
        **({} if ms is None else {"ms": round(ms, 3)}),
        "results": [_alert(one.subject, alert, index) for alert in one.alerts],
        "cleared": [
            {"entry": candidate.entry, "judgement": judgement_json(clearing)}
            for candidate, clearing in one.cleared
        ],
        "remarks": list(one.subject.remarks),
        "error": one.error,
    }
    return {key: value for key, value in row.items() if value or key in _ALWAYS}


def _alert(subject: Subject, alert: Alert, index: NameIndex) -> JsonObject:
    candidate, clearing = alert.candidate, alert.clearing
    compared = Compared(subject, candidate, index.entry(candidate.entry))
    return {
        **candidate_shape(candidate),
        "ground": ground_of(compared).value,
        "says": ground_words(compared),
        "line": line_of(compared, alert),
        **({} if clearing is None else {"cleared_before": judgement_json(clearing)}),
        **({"changed": list(alert.changed)} if alert.changed else {}),
    }


def counts_json(counts: Counts) -> JsonObject:
    """Give the counts of a run."""
    return {
        "screened": counts.screened,
        "with_alerts": counts.flagged,
        "alerts": counts.alerts,
        "returned": counts.returned,
        "cleared": counts.cleared,
        "errors": counts.errors,
    }


def terms_json(terms: Terms) -> JsonObject:
    """Give the terms of a run."""
    return {
        "threshold": terms.threshold,
        "thresholds": dict(terms.thresholds),
        "limit": terms.limit,
        "lists": list(terms.authorities),
        "without": [omitted.value for omitted in terms.without],
    }


def runs_json(runs: Iterable[Run]) -> JsonObject:
    """Give the runs, in the order given."""
    return {
        "runs": [
            {
                "id": run.id,
                "kind": run.kind.value,
                "at": run.at.isoformat(),
                "by": run.by,
                "about": run.about,
                "releases": list(run.releases),
                "engine": run.engine,
                "settings": terms_json(run.terms),
                "counts": counts_json(run.counts),
                "reason": run.reason,
            }
            for run in runs
        ]
    }


def round_json(
    name: str,
    shown: Sequence[Screened],
    gone: Sequence[tuple[Subject, EntryId]],
    counts: Counts,
    index: NameIndex,
) -> JsonObject:
    """Give what is new about the customers of a set."""
    return {
        "set": name,
        "customers": [{"name": s.subject.name, **screened_json(s, index)} for s in shown],
        "gone": [{"qid": subject.key, "entry": entry} for subject, entry in gone],
        "counts": counts_json(counts),
    }


def taken_json(
    name: str, counts: Mapping[str, int], refused: Iterable[tuple[int, str]]
) -> JsonObject:
    """Give what became of a file of customers."""
    rows: list[JsonObject] = [{"row": number, "error": why} for number, why in refused]
    return {"set": name, **counts, "refused": rows}
