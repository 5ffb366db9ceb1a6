"""How many measures each Member State carried out, and in which time: the table of its chart."""

from collections.abc import Sequence

from sayso.model.briefs import Annex, Figure, Stack
from sayso.model.oversight import StateLine
from sayso.model.vocabulary import LagStatus
from sayso.views.wording.texts import Texts

_IN_TIME = (
    LagStatus.AUTOMATIC,
    LagStatus.WITHIN_24H_PROVEN,
    LagStatus.WITHIN_24H_POSSIBLE,
    LagStatus.LATE,
)


def lags_annex(lines: Sequence[StateLine], texts: Texts) -> Annex | None:
    """Give a row and a bar for each state, in the order given; None for no states."""
    told = [(line, _counts(line)) for line in lines if line.obligations]
    if not told:
        return None
    numbered = list(enumerate(told, 1))
    return Annex(
        key="lags",
        heading=texts.say("lags.heading"),
        notes=texts.lines("lags.notes"),
        columns=(*texts.lines("lags.columns"), *texts.lines("lags.key")),
        rows=tuple(
            (str(n), texts.country(line.state), str(line.obligations), *map(str, counts))
            for n, (line, counts) in numbered
        ),
        figures=(
            Figure(
                key="lags",
                title=texts.say("lags.title"),
                told=texts.say("lags.figure_told", states=len(told)),
                parts=tuple(Stack(n, counts) for n, (_, counts) in numbered),
                nodes=tuple(texts.country(line.state) for line, _ in told),
            ),
        ),
    )


def _counts(line: StateLine) -> tuple[int, ...]:
    """Give how many were carried out in which time, at no known time, not, not yet, or unknown."""
    timed = [line.by_status.get(status, 0) for status in _IN_TIME]
    missing = line.by_status.get(LagStatus.MISSING, 0)
    waiting = line.by_status.get(LagStatus.NOT_YET_DUE, 0)
    unknown = line.obligations - line.carried_out - missing - waiting
    return (*timed, line.carried_out - sum(timed), missing, waiting, unknown)
