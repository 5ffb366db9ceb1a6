"""What a brief rests on and what it does not know: its sources and its limits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import SPENT
from sayso.model.documents import Document
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import DocumentId
from sayso.model.vocabulary import FindingStatus, Reply, SourceKind
from sayso.views.brief.draft import Draft
from sayso.views.naming import counted, one_line

#: Limits of every brief.
ALWAYS: Final = (
    "It says what sources say, not what is so.",
    "“(not listed)” means that no entry of the releases named was matched; it is no clearance.",
)

#: Remarks of readers that a brief names; `sayso show DOCUMENT` has them all.
MOST_REMARKS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The findings of a brief, and how many are not in it.

    Attributes:
        shown: in the order in which they matter.
        left_out: beyond the length asked for.
        in_review: about persons, with no claim that is read confidently enough.
    """

    shown: tuple[Finding, ...]
    left_out: int
    in_review: int


def sources_of(draft: Draft) -> tuple[str, ...]:
    """Give one line for each document cited, by date of publication, undated last."""
    cited = _cited(draft)
    documents = [draft.knowledge.records[document].document for document in cited]
    return tuple(map(_source, sorted(documents, key=lambda d: (d.published or "9999", d.id))))


def _cited(draft: Draft) -> set[DocumentId]:
    claims = (note.claim for note in draft.footnotes if note.claim is not None)
    return {draft.knowledge.claim(claim).document_id for claim in claims}


def notices_of(draft: Draft) -> tuple[str, ...]:
    """Give the notices of the documents cited; one that is not of all says of how many it is."""
    documents = _cited(draft)
    held = Counter(draft.knowledge.records[document].document.notice for document in documents)
    return tuple(
        notice
        if count == len(documents)
        else f"{count} of the {len(documents)} sources cited here bear this notice, and what rests "
        f"on them says so: “{notice}”"
        for notice, count in sorted((n, c) for n, c in held.items() if n is not None)
    )


def _source(document: Document) -> str:
    about = filter(
        None,
        (
            document.publisher,
            f"“{one_line(document.name)}”",
            document.published or "undated",
            document.kind.value.replace("_", " "),
            document.handling.value,
            document.locator,
            document.id[:23],
            document.notice,
        ),
    )
    return "; ".join(about)


def read_by(knowledge: Knowledge, draft: Draft) -> Iterable[str]:
    """Say who signed for the claims that lines rest on, and how much nobody graded."""
    signatures = [knowledge.judged.acceptance(claim) for claim in draft.used]
    by = " and ".join(sorted({j.by for j in signatures if j is not None}))
    accepted = sum(judgement is not None for judgement in signatures)
    if not by:
        yield "A machine read the documents; no person has reviewed this brief."
    elif accepted == len(signatures):
        yield f"A machine read the documents; {by} accepted every claim used here."
    else:
        yield (
            f"A machine read the documents; {by} accepted {accepted} of the "
            f"{len(signatures)} claims used here."
        )
    ungraded = sum(not note.grades for note in draft.footnotes)
    if ungraded:
        yield (
            "Footnotes whose source and item nobody has graded, so that neither can be judged "
            f"(F, 6): {ungraded}."
        )


def limits_of(knowledge: Knowledge, chosen: Selection) -> tuple[str, ...]:
    """Say what was not read, not held, not asked and not reviewed, one sentence each."""
    return (
        *ALWAYS,
        *_left_out(chosen),
        *_unanswered(chosen),
        *_not_held(knowledge, chosen),
        *_not_read(knowledge),
    )


def _left_out(chosen: Selection) -> Iterable[str]:
    if not chosen.shown:
        yield "No finding is known that this brief could tell."
    if chosen.left_out:
        yield (f"Findings left out for length: {chosen.left_out}; `sayso findings` lists them all.")
    if chosen.in_review:
        yield (
            f"Findings about persons and ties that were not read surely enough and wait in review: "
            f"{chosen.in_review}."
        )


def _unanswered(chosen: Selection) -> Iterable[str]:
    without = sum(f.reply is Reply.NOT_SOUGHT for f in chosen.shown)
    if without:
        yield f"Findings for which no reply of the party concerned is held: {without}."


def _not_held(knowledge: Knowledge, chosen: Selection) -> Iterable[str]:
    names = {
        one_line(knowledge.name_of(node))
        for finding in chosen.shown
        if finding.status is FindingStatus.SECONDARY_ONLY
        for claim in map(knowledge.claim, finding.claims)
        for node in claim.source_chain
        if node.kind is SourceKind.DOCUMENT
    }
    if names:
        yield f"Documents that are cited here but not held: {'; '.join(sorted(names))}."


def _reader_remarks(knowledge: Knowledge) -> Iterable[str]:
    """Name the documents of which a reader left something, the first of them."""
    told = [
        f"“{one_line(record.document.name)}”: {remark.rstrip('.')}."
        for record in knowledge.records.values()
        for remark in record.remarks
    ]
    yield from told[:MOST_REMARKS]
    further = len(told) - MOST_REMARKS
    if further > 0:
        yield f"Further remarks of the readers, which `sayso show` tells: {further}."


def _not_read(knowledge: Knowledge) -> Iterable[str]:
    """Say what the readers and the extractor had to leave, the most frequent first."""
    remarks: Counter[str] = Counter()
    refused = empty = 0
    for record in knowledge.records.values():
        told = (r for r in record.extraction.remarks if not r.startswith(SPENT))
        remarks.update(told)
        refused += sum(refusal.count for refusal in record.extraction.refused)
        empty += not record.document.text.strip()
    yield from _reader_remarks(knowledge)
    for remark, count in sorted(remarks.items(), key=lambda kept: (-kept[1], kept[0])):
        yield f"In {counted(count, 'document')}: {remark.rstrip('.')}."
    if empty:
        yield f"Documents without a readable text: {empty}."
    if refused:
        yield f"Readings refused because their words did not bear them out: {refused}."
