"""Findings of the project that are later than all that an entry tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sayso.lists.upkeep.remarks import reviews_in
from sayso.lists.upkeep.scope import Scope, found
from sayso.model.documents import Document
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId
from sayso.model.lists import ListEntry
from sayso.model.upkeep import Discrepancy, DiscrepancyKind
from sayso.model.vocabulary import FindingStatus, ListingStatus

#: Findings that no longer stand are no news.
_PAST: Final = frozenset({FindingStatus.RETRACTED, FindingStatus.SUPERSEDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the project holds beside its lists.

    Attributes:
        findings: those that may be shown, read surely enough, what matters most first.
    """

    knowledge: Knowledge = field(default_factory=Knowledge)
    findings: Sequence[Finding] = ()


def check_news(scope: Scope, held: Held) -> Iterator[Discrepancy]:
    """Give the entries with findings from documents that are later than all the entry tells of.

    A document that is dated to a month or a year counts from its first day.
    """
    about: dict[str, list[Finding]] = {}
    for finding in held.findings:
        for end in dict.fromkeys((finding.subject, finding.object)):
            reference = listed_as(held.knowledge, end, scope.release.authority)
            if reference in scope.entries and finding.status not in _PAST:
                about.setdefault(reference or "", []).append(finding)
    for reference, findings in sorted(about.items()):
        yield from _news(scope.entries[reference], findings, held.knowledge)


def listed_as(knowledge: Knowledge, end: EntityId | None, authority: str) -> str | None:
    """Give the reference of the entry that an entity is; None when it is only possible."""
    entity = knowledge.entity_behind(end)
    listing = None if entity is None else entity.listing
    if listing is None or listing.status is not ListingStatus.LISTED:
        return None
    return listing.reference if listing.authority == authority else None


def touched_on(entry: ListEntry) -> str | None:
    """Give the latest ISO date on which an entry was listed, amended or reviewed."""
    reviewed = (r.concluded_on for r in reviews_in(entry))
    dates = [day for day in (entry.listed_on, *entry.amended_on, *reviewed) if day]
    return max(dates, default=None)


def _news(
    entry: ListEntry, findings: Sequence[Finding], knowledge: Knowledge
) -> Iterator[Discrepancy]:
    touched = touched_on(entry)
    if touched is None:
        return
    later = {finding.id: _later_documents(finding, knowledge, touched) for finding in findings}
    newer = tuple(finding for finding, documents in later.items() if documents)
    if newer:
        documents = {d.id: d.published or "" for own in later.values() for d in own}
        says = (
            f"last listed, amended or reviewed on {touched}; {_number(len(newer), 'finding')} of "
            f"the project from {_number(len(documents), 'document')} since then, the latest of "
            f"{max(documents.values())}"
        )
        one = found(DiscrepancyKind.NEWER_FINDINGS, entry, says)
        yield replace(one, findings=newer)


def _later_documents(finding: Finding, knowledge: Knowledge, day: str) -> list[Document]:
    """Give the documents of a finding that were surely published after a day."""
    documents = (knowledge.document_of(knowledge.claim(c)) for c in finding.claims)
    return [d for d in documents if d.published and is_later(d.published, day)]


def is_later(published: str, day: str) -> bool:
    """Say whether the first day that a date (2024, 2024-05, 2024-05-20) may mean is later."""
    return (published + "-01-01"[len(published) - 4 :])[:10] > day


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
