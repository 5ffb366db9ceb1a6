"""The queue of sources to obtain, and the documents held, for a terminal."""

from collections.abc import Iterator, Sequence

from sayso.model.findings import Knowledge
from sayso.model.sources import Citation, CitedAs, HeldSource, SourceToObtain
from sayso.views.naming import counted, quote_whole
from sayso.views.tables import finding_sentence

#: Findings and citations of one source that are shown before the rest is counted.
MOST_FINDINGS, MOST_CITATIONS = 5, 3
_HOW = {
    CitedAs.DOCUMENT: "",
    CitedAs.ACCOUNT: "an account by ",
    CitedAs.SYMBOL: "UN document ",
    CitedAs.ADDRESS: "",
}


def queue_text(knowledge: Knowledge, rows: Sequence[SourceToObtain]) -> str:
    """Give the sources to obtain, numbered, with what rests on them and who cites them."""
    lines: list[str] = []
    for number, row in enumerate(rows, 1):
        author = f", by {row.author}" if row.author and row.cited_as is CitedAs.DOCUMENT else ""
        lines.append(f"{number}. {_HOW[row.cited_as]}{row.name}{author}")
        lines += [f"   {line}" for line in _row(knowledge, row)]
    return "\n".join(lines)


def held_row(knowledge: Knowledge, held: HeldSource) -> tuple[str, ...]:
    """Give one line of the table of documents held."""
    document = knowledge.records[held.document].document
    marks = [f"{name} (only here)" if name in held.only_here else name for name in held.roots]
    copies = "alone" if len(held.copies) == 1 else f"1 of {len(held.copies)} copies"
    return (
        document.name + (" (in a circle of citations)" if held.in_circle else ""),
        document.publisher or "",
        document.kind.value,
        document.handling.value,
        document.published or "",
        copies,
        str(len(held.cited_by)),
        str(held.claims),
        "; ".join(marks) or "none",
    )


def _row(knowledge: Knowledge, row: SourceToObtain) -> Iterator[str]:
    yield _weight(row)
    for finding in row.findings[:MOST_FINDINGS]:
        yield f"  {finding}  {finding_sentence(knowledge, knowledge.findings[finding])}"
    if len(row.findings) > MOST_FINDINGS:
        yield f"  … and {counted(len(row.findings) - MOST_FINDINGS, 'more finding')}"
    shown = row.citations[:MOST_CITATIONS]
    yield from (f"  cited as {_citation(knowledge, one)}" for one in shown)
    if len(row.citations) > len(shown):
        yield f"  … and {counted(len(row.citations) - len(shown), 'more time')}"
    for document in row.may_be:
        yield f"  perhaps held: {knowledge.records[document].document.name} ({document[7:19]})"
    if row.cited_as is CitedAs.SYMBOL:
        yield f"  to obtain: `sayso add un:{row.name}`"


def _weight(row: SourceToObtain) -> str:
    """Say how much rests on a source and how often it is cited."""
    documents = len({citation.document for citation in row.citations})
    copies = "" if row.stories == documents else f", {row.stories} without the copies"
    cited = f"cited {counted(len(row.citations), 'time')} in {counted(documents, 'document')}"
    if not row.claims:
        return f"no claim rests on it; {cited}{copies}"
    findings = f"in {counted(len(row.findings), 'finding')}" if row.findings else "in no finding"
    rest = "rests on it" if len(row.claims) == 1 else "rest on it"
    resting = f"{counted(len(row.claims), 'claim')} {findings} {rest}"
    alone = f", {len(row.secondary_only)} of them second-hand" if row.secondary_only else ""
    return f"{resting}{alone}; {cited}{copies}"


def _citation(knowledge: Knowledge, one: Citation) -> str:
    document = knowledge.records[one.document].document
    where = filter(None, (document.name, document.publisher, document.published, one.locator))
    return f"“{one.words}” in {', '.join(where)}: {quote_whole(one.sentence)}"
