"""When findings are said to hold: a table in the order of time, and the timeline drawn from it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sayso.model.briefs import Annex, Bar, Figure
from sayso.model.clocks import Stretch
from sayso.model.findings import Finding, Knowledge
from sayso.views.annexes.told import SURE, numbers_told, on_whose_word, status_words
from sayso.views.naming import counted, in_words
from sayso.views.tables import finding_sentence
from sayso.views.wording.texts import Texts

#: Bars that a figure of a page can show; the others stand in the table.
MOST_DRAWN: Final = 30
FEWEST_DRAWN: Final = 2


def times_annex(
    knowledge: Knowledge, told: Iterable[tuple[Finding, Sequence[int]]], texts: Texts
) -> Annex | None:
    """Give what is dated, by its beginning, then by its end; None where nothing is."""
    dated = []
    for finding, numbers in told:
        stretch = None if finding.time is None else Stretch.of(finding.time)
        if stretch is not None:
            dated.append((stretch, finding, numbers))
    if not dated:
        return None
    dated.sort(key=lambda one: (one[0].first or date.min, one[0].last or date.max, one[1].id))
    rows = tuple(
        (
            str(number),
            in_words(stretch.edtf),
            finding_sentence(knowledge, finding),
            status_words(finding),
            on_whose_word(finding),
            numbers_told(paragraphs),
        )
        for number, (stretch, finding, paragraphs) in enumerate(dated, 1)
    )
    left = len(dated) - MOST_DRAWN
    beyond = (f"Rows of the table that are not drawn: {left}.",) if left > 0 else ()
    bars = tuple(
        Bar(number, stretch.first, stretch.last, finding.status in SURE)
        for number, (stretch, finding, _) in enumerate(dated[:MOST_DRAWN], 1)
    )
    return Annex(
        key="timeline",
        heading=texts.timeline,
        notes=(*texts.timeline_notes, *beyond),
        columns=texts.timeline_columns,
        rows=rows,
        figures=_timeline(bars, texts),
    )


def _timeline(bars: tuple[Bar, ...], texts: Texts) -> tuple[Figure, ...]:
    if len(bars) < FEWEST_DRAWN:
        return ()
    told = (
        f"Timeline of {counted(len(bars), 'finding')}; each number is a row of the table, which "
        "says the same."
    )
    return (Figure(key="timeline", title=texts.timeline_title, told=told, parts=bars),)
