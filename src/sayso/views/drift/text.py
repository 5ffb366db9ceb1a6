"""Comparisons and series as Markdown: tables that can be pasted, with the words of both sides."""

from collections.abc import Sequence

from sayso.model.drift import Comparison, Development, Difference, Series, Telling, Unread
from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId
from sayso.views.drift.words import (
    cited,
    heading,
    markdown_table,
    notices,
    parties,
    resting,
    stands,
)
from sayso.views.naming import counted, label, one_line, quote_whole

#: Stands over what is less exact, so that nobody takes it for a misquotation.
_LESS_EXACT = "True to the primary, but less or more exact"


def comparison_text(knowledge: Knowledge, comparison: Comparison) -> str:
    """Write what is different, what is only coarser, and what was not compared, apart."""
    documents = [
        knowledge.records[key].document for key in (comparison.secondary, comparison.primary)
    ]
    secondary, primary = map(heading, documents)
    parts = ["\n".join((f"Secondary: {secondary}", f"Primary:   {primary}", *notices(documents)))]
    different = [d for d in comparison.differences if d.misquotes or d.primary is None]
    others = [d for d in comparison.differences if d not in different]
    for title, found in (("Different", different), (_LESS_EXACT, others)):
        if found:
            columns = ("Slot", "Note", "Secondary", "Primary", "Finding", "Rests on it")
            rows = [_row(knowledge, one) for one in found]
            parts.append(f"{title} ({len(found)})\n\n{markdown_table(columns, rows)}")
    if not comparison.ascribed:
        parts.append("Nothing there is ascribed to the primary: no claim was compared.")
    elif not comparison.differences:
        parts.append(
            f"No difference in {counted(comparison.ascribed, 'claim')} ascribed to the primary."
        )
    parts += _unread(knowledge, comparison.unread)
    parts += parties(
        knowledge,
        (
            s.claim
            for d in comparison.differences
            for s in (d.secondary, d.primary)
            if s is not None
        ),
    )
    return "\n\n".join(parts) + "\n"


def _row(knowledge: Knowledge, one: Difference) -> tuple[str, ...]:
    sides = [
        "—" if side is None else f"{side.value or '—'}: {cited(knowledge, side.claim)}"
        for side in (one.secondary, one.primary)
    ]
    finding = "" if one.secondary is None else stands(knowledge, one.secondary.claim)
    return one.slot.value, one.note, *sides, finding, resting(knowledge, one.dependent)


def series_text(knowledge: Knowledge, series: Series) -> str:
    """Write the reports, then by subject what became of each thing from one to the next."""
    documents = [knowledge.records[key].document for key in series.reports]
    parts = ["\n".join((*map(heading, documents), *notices(documents)))]
    by_subject: dict[EntityId | None, list[Development]] = {}
    for one in series.developments:
        by_subject.setdefault(one.subject, []).append(one)
    for subject, found in by_subject.items():
        entity = knowledge.entity_behind(subject)
        title = "Others" if entity is None else label(entity)
        rows = [_development(knowledge, one) for one in found]
        columns = ("Change", "What moved", "Earlier", "Later", "Finding")
        parts.append(f"{title}\n\n{markdown_table(columns, rows)}")
    if not series.developments:
        parts.append("Nothing that can be compared was read in these reports.")
    parts += _unread(knowledge, series.unread)
    sides = (side for one in series.developments for side in (one.earlier, one.later))
    parts += parties(knowledge, (side.claim for side in sides if side is not None))
    return "\n\n".join(parts) + "\n"


def _development(knowledge: Knowledge, one: Development) -> tuple[str, ...]:
    tellings = [_telling(knowledge, side) for side in (one.earlier, one.later)]
    last = one.later or one.earlier
    finding = "" if last is None else stands(knowledge, last.claim)
    return one.change.value, one.note, *tellings, finding


def _telling(knowledge: Knowledge, one: Telling | None) -> str:
    if one is None:
        return "—"
    value = "; ".join(filter(None, (one.figure, ", ".join(one.places)))) or one.factuality
    published = knowledge.records[one.document].document.published
    return f"{published}: {value}: {cited(knowledge, one.claim)}"


def _unread(knowledge: Knowledge, unread: Sequence[Unread]) -> list[str]:
    """Say what was not compared: like words without a claim are no sign of anything."""
    lines = []
    everything = knowledge.records.values() if unread else ()
    passages = {p.id: p for record in everything for p in record.passages}
    for one in unread:
        words = passages[one.passage]
        theirs = f"{quote_whole(one_line(words.text))} ({words.locator})"
        lines += [f"  {cited(knowledge, one.claim)}", f"    beside {theirs}"]
    head = (
        f"Not compared ({len(lines) // 2}): like words stand there, but no claim was read in them"
    )
    return ["\n".join((head, *lines))] if lines else []
