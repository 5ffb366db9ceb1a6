"""What came of screening as rows of CSV: one an alert, and one for each subject without."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from sayso.model.screenings import Alert, Screened, Subject
from sayso.ports import NameIndex
from sayso.views.exports.csv import guarded
from sayso.views.screening.grounds import Compared, ground_of, ground_words
from sayso.views.screening.line import line_of

COLUMNS: Final = (
    *("row", "qid", "status", "query", "entry", "list", "reference", "release", "name"),
    *("matched_name", "probability", "ground", "says", "line", "changed", "cleared", "notes"),
)


def header() -> str:
    """Give the line of column names."""
    return _line({column: column for column in COLUMNS})


def screened_csv(row: int, one: Screened, index: NameIndex) -> str:
    """Give the lines of one subject; no cell is run as a formula, and none holds a line end."""
    about = {
        "row": str(row),
        "qid": one.subject.key,
        "query": one.subject.name,
        "cleared": str(len(one.cleared)),
        "notes": "; ".join(one.subject.remarks),
    }
    if one.error is not None:
        return _line({**about, "status": "error", "notes": one.error})
    lines = [_line({**about, **alert}) for alert in _alerts(one, index)]
    return "".join(lines or [_line({**about, "status": "no alert"})])


def _alerts(one: Screened, index: NameIndex) -> Iterator[dict[str, str]]:
    for alert in one.alerts:
        yield _alert(one.subject, alert, index)


def _alert(subject: Subject, alert: Alert, index: NameIndex) -> dict[str, str]:
    candidate = alert.candidate
    compared = Compared(subject, candidate, index.entry(candidate.entry))
    return {
        "status": "alert" if alert.clearing is None else "returned",
        "entry": candidate.entry,
        "list": candidate.authority,
        "reference": candidate.reference,
        "release": candidate.release,
        "name": candidate.name,
        "matched_name": candidate.matched_name,
        "probability": f"{candidate.probability:.6f}",
        "ground": ground_of(compared).value,
        "says": ground_words(compared),
        "line": line_of(compared, alert),
        "changed": "; ".join(alert.changed),
    }


def _line(cells: dict[str, str]) -> str:
    text = io.StringIO()
    told = (guarded(" ".join(cells.get(column, "").split())) for column in COLUMNS)
    csv.writer(text, lineterminator="\n").writerow(told)
    return text.getvalue()
