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
from sayso.views.naming import one_line, quote_whole
from sayso.views.wording.texts import Texts

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
    documents.sort(key=lambda d: (d.published or "9999", d.id))
    return tuple(_source(document, draft.texts) for document in documents)


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
        else draft.texts.say(
            "notice.of_some",
            count=count,
            documents=len(documents),
            notice=quote_whole(notice, draft.texts),
        )
        for notice, count in sorted((n, c) for n, c in held.items() if n is not None)
    )


def _source(document: Document, texts: Texts) -> str:
    about = filter(
        None,
        (
            document.publisher,
            quote_whole(document.name, texts),
            document.published or texts.say("document.undated"),
            texts.say(f"kind.{document.kind.value}"),
            texts.say(f"handling.{document.handling.value}"),
            document.locator,
            document.id[:23],
            document.notice,
        ),
    )
    return "; ".join(about)


def read_by(knowledge: Knowledge, draft: Draft) -> Iterable[str]:
    """Say who signed for the claims that lines rest on, and how much nobody graded."""
    texts = draft.texts
    signatures = [knowledge.judged.acceptance(claim) for claim in draft.used]
    by = sorted({j.by for j in signatures if j is not None})
    accepted = sum(judgement is not None for judgement in signatures)
    if not by:
        yield texts.say("limit.machine_only")
    elif accepted == len(signatures):
        yield texts.say("limit.accepted_all", names=texts.joined(by))
    else:
        yield texts.say(
            "limit.accepted_some",
            names=texts.joined(by),
            accepted=accepted,
            claims=len(signatures),
        )
    ungraded = sum(not note.grades for note in draft.footnotes)
    if ungraded:
        yield texts.say("limit.ungraded", count=ungraded)


def limits_of(knowledge: Knowledge, chosen: Selection, texts: Texts) -> tuple[str, ...]:
    """Say what was not read, not held, not asked and not reviewed, one sentence each."""
    return (
        texts.say("limit.what_it_is"),
        texts.say("limit.not_listed"),
        *_left_out(chosen, texts),
        *_unanswered(chosen, texts),
        *_not_held(knowledge, chosen, texts),
        *_not_read(knowledge, texts),
    )


def _left_out(chosen: Selection, texts: Texts) -> Iterable[str]:
    if not chosen.shown:
        yield texts.say("limit.nothing")
    if chosen.left_out:
        yield texts.say("limit.left_out", count=chosen.left_out)
    if chosen.in_review:
        yield texts.say("limit.in_review", count=chosen.in_review)


def _unanswered(chosen: Selection, texts: Texts) -> Iterable[str]:
    without = sum(f.reply is Reply.NOT_SOUGHT for f in chosen.shown)
    if without:
        yield texts.say("limit.unanswered", count=without)


def _not_held(knowledge: Knowledge, chosen: Selection, texts: Texts) -> Iterable[str]:
    names = {
        one_line(knowledge.name_of(node))
        for finding in chosen.shown
        if finding.status is FindingStatus.SECONDARY_ONLY
        for claim in map(knowledge.claim, finding.claims)
        for node in claim.source_chain
        if node.kind is SourceKind.DOCUMENT
    }
    if names:
        yield texts.say("limit.not_held", names="; ".join(sorted(names)))


def _reader_remarks(knowledge: Knowledge, texts: Texts) -> Iterable[str]:
    """Name the documents of which a reader left something, the first of them."""
    told = [
        texts.say(
            "limit.remark",
            document=quote_whole(record.document.name, texts),
            remark=remark.rstrip("."),
        )
        for record in knowledge.records.values()
        for remark in record.remarks
    ]
    yield from told[:MOST_REMARKS]
    further = len(told) - MOST_REMARKS
    if further > 0:
        yield texts.say("limit.more_remarks", count=further)


def _not_read(knowledge: Knowledge, texts: Texts) -> Iterable[str]:
    """Say what the readers and the extractor had to leave, the most frequent first."""
    remarks: Counter[str] = Counter()
    refused = empty = 0
    for record in knowledge.records.values():
        told = (r for r in record.extraction.remarks if not r.startswith(SPENT))
        remarks.update(told)
        refused += sum(refusal.count for refusal in record.extraction.refused)
        empty += not record.document.text.strip()
    yield from _reader_remarks(knowledge, texts)
    for remark, count in sorted(remarks.items(), key=lambda kept: (-kept[1], kept[0])):
        yield texts.say("limit.remark_in", count=count, remark=remark.rstrip("."))
    if empty:
        yield texts.say("limit.empty", count=empty)
    if refused:
        yield texts.say("limit.refused", count=refused)
