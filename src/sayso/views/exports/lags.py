"""The chart of lags over time, as SVG by matplotlib, and its figures as CSV."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from sayso.errors import BadInput
from sayso.model.oversight import Implementation, Oversight
from sayso.model.vocabulary import LagStatus
from sayso.views.exports.csv import Row, table
from sayso.views.naming import counted
from sayso.views.states.text import alike, without_members
from sayso.views.states.words import UNKNOWN_MEANS, day_of, measures_words

#: States drawn at most, one panel each, those with most lags first; the rest are named.
MOST_PANELS: Final = 6
DAY: Final = 24.0
#: Seconds of a day: matplotlib counts dates in days from 1970.
_DAY_S: Final = 86_400.0
#: Hours at which the axis has marks, and their words; below a day it is even, then by powers.
_MARKS: Final[Mapping[float, str]] = {
    -3650 * DAY: "−10 years",
    -365 * DAY: "−1 year",
    -30 * DAY: "−30 days",
    -7 * DAY: "−7 days",
    -DAY: "−24 h",
    0.0: "0",
    DAY: "24 h",
    7 * DAY: "7 days",
    30 * DAY: "30 days",
    365 * DAY: "1 year",
    3650 * DAY: "10 years",
}
#: Grey and width of each status: known by its darkness, and in the legend by its width too.
_INK: Final[Mapping[LagStatus, tuple[str, float, str]]] = {
    LagStatus.WITHIN_24H_PROVEN: ("#9a9a9a", 5.0, "within 24 h, proven"),
    LagStatus.WITHIN_24H_POSSIBLE: ("#6e6e6e", 3.4, "within 24 h, possible"),
    LagStatus.LATE: ("#1a1a1a", 1.8, "late"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """One entry in one state, drawn as an upright line.

    Attributes:
        listed: when the UN listed it, UTC.
        low, high: hours.
    """

    cell: Implementation
    measures: str
    listed: datetime
    low: float
    high: float


def drawn(cells: Iterable[Implementation], seen: Oversight, file: Path) -> Mapping[Path, bytes]:
    """Give the chart and, beside it, its figures: the same cells, the same bytes.

    Args:
        cells: those with a lag are drawn; measures of one entry with the same lag are one line;
            members whose union is drawn are not drawn again.
        seen: what they rest on, told under the chart.
        file: ends in .svg.

    Raises:
        BadInput: the file has another ending, or no cell has a lag.
    """
    if file.suffix.lower() != ".svg":
        raise BadInput(f"{file}: a chart is written as SVG: give the file a name ending in .svg")
    intervals = list(_intervals(cells))
    if not intervals:
        raise BadInput("no lag is known of what is asked for: nothing to draw")
    panels = _panels(intervals)
    return {file: _svg(panels, seen), file.with_suffix(".csv"): figures(intervals)}


def _intervals(cells: Iterable[Implementation]) -> Iterator[Interval]:
    for same in alike(without_members(cell for cell in cells if cell.lag is not None)):
        one = same[0]
        if one.lag is not None and one.obligation.due.earliest is not None:
            yield Interval(
                cell=one,
                measures=measures_words(cell.obligation.measure for cell in same),
                listed=one.obligation.due.earliest,
                low=one.lag[0],
                high=one.lag[1],
            )


def _panels(intervals: Sequence[Interval]) -> list[tuple[str, list[Interval]]]:
    """Give the intervals by state, states with most of them first, ties by code."""
    by_state: dict[str, list[Interval]] = {}
    for one in intervals:
        by_state.setdefault(one.cell.state, []).append(one)
    return sorted(by_state.items(), key=lambda panel: (-len(panel[1]), panel[0]))


def figures(intervals: Sequence[Interval]) -> bytes:
    """Give what is drawn as a table."""
    return table([_row(one) for one in intervals])


def _row(one: Interval) -> Row:
    act = one.cell.transposition
    at = None if act is None else act.at
    return {
        "state": one.cell.state,
        "reference": one.cell.obligation.reference,
        "name": one.cell.obligation.name,
        "measures": one.measures,
        "listed": day_of(one.cell.obligation.due),
        "carried_out": "" if at is None else day_of(at),
        "lag_hours_min": f"{one.low:g}",
        "lag_hours_max": f"{one.high:g}",
        "status": one.cell.status.value,
        "link": one.cell.link.value,
        "instrument": "" if act is None or act.instrument is None else act.instrument,
    }


def _svg(panels: Sequence[tuple[str, list[Interval]]], seen: Oversight) -> bytes:
    shown = panels[:MOST_PANELS]
    with _style():
        figure = Figure(figsize=(9, 1.9 + 2.5 * len(shown)), facecolor="white")
        FigureCanvasSVG(figure)
        axes = figure.subplots(len(shown), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
        for place, (state, intervals) in zip(axes, shown, strict=True):
            _draw(place, state, intervals)
        _scale(axes[0], [one for _, intervals in shown for one in intervals])
        _frame(figure, axes[-1], shown, _source_note(panels, seen))
        written = io.BytesIO()
        title = "Time from UN listing to the state's act"
        about = {"Date": None, "Creator": "Sayso", "Title": title, "Description": UNKNOWN_MEANS}
        figure.savefig(written, format="svg", metadata=about)
    return written.getvalue()


def _style() -> AbstractContextManager[None]:
    """Give how it is drawn: words stay words, and nothing depends on chance or on the day."""
    return rc_context(
        {
            "svg.hashsalt": "sayso",
            "svg.fonttype": "none",
            "date.converter": "concise",
            "font.family": "sans-serif",
            "font.size": 9.0,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    )


def _draw(place: Axes, state: str, intervals: Sequence[Interval]) -> None:
    """Draw one state's intervals, the faint ones first, and the line of 24 hours."""
    for status, (grey, width, _) in _INK.items():
        own = [one for one in intervals if one.cell.status is status]
        listed = [_date(one) for one in own]
        low, high = [one.low for one in own], [one.high for one in own]
        # Round ends: what is narrower than a pixel on this scale is still seen, as a dot.
        place.vlines(listed, low, high, colors=grey, linewidth=width, capstyle="round")
    place.xaxis_date("UTC")
    place.axhline(DAY, color="#1a1a1a", linewidth=0.8, linestyle=(0, (4, 3)))
    place.set_title(f"{state}: {counted(len(intervals), 'entry')}", loc="left", fontsize=9)
    place.grid(axis="y", color="#e3e3e3", linewidth=0.6)
    place.set_axisbelow(True)


def _date(one: Interval) -> float:
    return one.listed.timestamp() / _DAY_S


def _scale(place: Axes, intervals: Sequence[Interval]) -> None:
    """Set the axes: even up to a day from zero, by powers beyond; a mark where words fit."""
    first, last = min(map(_date, intervals)), max(map(_date, intervals))
    margin = max(10.0, (last - first) / 50)
    place.set_xlim(first - margin, last + margin)
    lowest = min(0.0, *(one.low for one in intervals))
    highest = max(2 * DAY, *(one.high for one in intervals))
    bottom = max((mark for mark in _MARKS if mark <= lowest), default=lowest)
    top = min((mark for mark in _MARKS if mark >= highest), default=highest)
    place.set_yscale("symlog", linthresh=DAY, linscale=0.6)
    place.set_ylim(min(bottom * 1.2, -4.0), top * 1.2)
    place.yaxis.set_major_locator(FixedLocator([mark for mark in _MARKS if bottom <= mark <= top]))
    place.yaxis.set_major_formatter(FuncFormatter(lambda hours, _: _MARKS.get(hours, "")))
    place.yaxis.set_minor_locator(NullLocator())


def _frame(
    figure: Figure, last: Axes, shown: Sequence[tuple[str, list[Interval]]], note: str
) -> None:
    """Put title, legend, axis words and source round the panels."""
    height = figure.get_figheight()
    figure.suptitle(
        "Time from UN listing to the state's act",
        x=0.02,
        y=1 - 0.12 / height,
        va="top",
        ha="left",
        fontsize=12,
        fontweight="bold",
    )
    drawn_statuses = {one.cell.status for _, intervals in shown for one in intervals}
    handles = [
        Line2D([], [], color=grey, linewidth=width, label=words)
        for status, (grey, width, words) in _INK.items()
        if status in drawn_statuses
    ]
    handles.append(Line2D([], [], color="#1a1a1a", linewidth=0.8, linestyle="--", label="24 h"))
    figure.legend(
        handles=handles,
        ncols=len(handles),
        frameon=False,
        loc="upper left",
        bbox_to_anchor=(0.015, 1 - 0.38 / height),
    )
    figure.supylabel("Lag, shortest to longest that the dates allow", x=0.01, fontsize=9)
    last.set_xlabel("Listed by the United Nations")
    figure.text(0.02, 0.12 / height, note, fontsize=7.5, color="#444444", va="bottom")
    figure.subplots_adjust(
        left=0.12, right=0.98, top=1 - 1.05 / height, bottom=1.15 / height, hspace=0.3
    )


def _source_note(panels: Sequence[tuple[str, list[Interval]]], seen: Oversight) -> str:
    """Say what the chart rests on, what it leaves out, and what it does not say."""
    by_authority: dict[str, list[str]] = {}
    for release in seen.releases:
        authority, _, published = release.partition("@")
        by_authority.setdefault(authority, []).append(published)
    lists = ", ".join(
        f"{authority}@{days[0]}" + (f"…{days[-1]} ({len(days)})" if len(days) > 1 else "")
        for authority, days in by_authority.items()
    )
    left = ", ".join(state for state, _ in panels[MOST_PANELS:])
    beyond = f" Not drawn: {left}." if left else ""
    return (
        f"Source: list releases {lists}; as of {seen.as_of}.{beyond}\n"
        "Each line is one entry whose lag is known, from the shortest to the longest lag that the "
        f"dates allow.\n{UNKNOWN_MEANS.capitalize()}."
    )
