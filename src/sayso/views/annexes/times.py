"""When findings are said to hold: a table in the order of time, and the timeline drawn from it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sayso.model.briefs import Annex, Bar, Figure
from sayso.model.clocks import Stretch
from sayso.model.findings import Finding, Knowledge
from sayso.views.annexes.told import SURE, numbers_told, on_whose_word
from sayso.views.naming import date_words
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
            date_words(stretch.edtf, texts),
            finding_sentence(knowledge, finding, texts),
            texts.say(f"status.{finding.status.value}"),
            on_whose_word(texts, finding),
            numbers_told(paragraphs, texts),
        )
        for number, (stretch, finding, paragraphs) in enumerate(dated, 1)
    )
    left = len(dated) - MOST_DRAWN
    beyond = (texts.say("timeline.beyond", count=left),) if left > 0 else ()
    bars = tuple(
        Bar(number, stretch.first, stretch.last, finding.status in SURE)
        for number, (stretch, finding, _) in enumerate(dated[:MOST_DRAWN], 1)
    )
    return Annex(
        key="timeline",
        heading=texts.say("timeline.heading"),
        notes=(*texts.lines("timeline.notes"), *beyond),
        columns=texts.lines("timeline.columns"),
        rows=rows,
        figures=_timeline(bars, texts),
    )


def _timeline(bars: tuple[Bar, ...], texts: Texts) -> tuple[Figure, ...]:
    if len(bars) < FEWEST_DRAWN:
        return ()
    told = texts.say("timeline.figure_told", findings=len(bars))
    title = texts.say("timeline.title")
    return (Figure(key="timeline", title=title, told=told, parts=bars),)
