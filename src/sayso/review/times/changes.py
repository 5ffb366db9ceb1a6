"""What became of findings between two times: new, of another status, gone; and because of what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.model.findings import Finding, Judgement, Knowledge
from sayso.model.ids import DocumentId, FindingId
from sayso.model.news import Cause, FindingNews, FindingNewsKind
from sayso.review.judgements import UNDO, claims_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What came in between two times.

    Attributes:
        added: documents by the time of their adding, in that order.
        judgements: oldest first.
        known: every judgement by its id, older ones too: an undoing speaks of what it undoes.
        newest: the time of the last thing that came in or went, UTC.
    """

    added: Mapping[DocumentId, datetime]
    judgements: tuple[Judgement, ...]
    known: Mapping[str, Judgement]
    newest: datetime


def changes(past: Knowledge, present: Knowledge, since: Since) -> tuple[FindingNews, ...]:
    """Give the findings that changed: by kind, and within a kind in the order of findings.

    A finding is the same as one of then when they share a claim: claims never change, while the
    entities that they are about, and with them the ids of findings, may be gathered anew.
    """
    found = [*_present(past, present, since), *_gone(past, present, since)]
    kinds = list(FindingNewsKind)
    return tuple(sorted(found, key=lambda change: kinds.index(change.kind)))


def _present(past: Knowledge, present: Knowledge, since: Since) -> Iterator[FindingNews]:
    place = {claim: n for n, claim in enumerate(present.claims)}
    for finding in present.findings.values():
        before = _before(past, finding)
        was = tuple(dict.fromkeys(f.status for f in before))
        if finding.status not in was:
            changed, new = FindingNewsKind.STATUS_CHANGED, FindingNewsKind.NEW_FINDING
            yield FindingNews(
                kind=changed if before else new,
                finding=finding,
                was=was,
                anchor=min(finding.claims, key=place.__getitem__),
                cause=_cause(finding, before, present, since),
            )


def _gone(past: Knowledge, present: Knowledge, since: Since) -> Iterator[FindingNews]:
    for finding in past.findings.values():
        if not any(claim in present.finding_of for claim in finding.claims):
            yield FindingNews(
                kind=FindingNewsKind.FINDING_GONE,
                finding=finding,
                was=(finding.status,),
                anchor=finding.claims[0],
                cause=_cause(finding, (finding,), past, since),
            )


def _before(past: Knowledge, finding: Finding) -> Sequence[Finding]:
    """Give the findings of then that share a claim with this one."""
    ids: list[FindingId] = [past.finding_of[c] for c in finding.claims if c in past.finding_of]
    return [past.findings[key] for key in dict.fromkeys(ids)]


def _cause(
    finding: Finding, before: Sequence[Finding], knowledge: Knowledge, since: Since
) -> Cause:
    """Give what came in that speaks to a finding, or else all that came in."""
    speaking = {knowledge.claims[claim].document_id for claim in finding.voices}
    documents = tuple(d for d in since.added if d in speaking)
    bringing = _bringing(finding, before, knowledge, documents) or documents
    about = _names(finding, knowledge)
    judgements = tuple(j for j in since.judgements if _subjects(j, since.known) & about)
    times = [since.added[d] for d in bringing] + [j.at for j in judgements]
    if times:
        further = len(documents) - len(bringing)
        return Cause(documents=bringing, judgements=judgements, at=max(times), further=further)
    return Cause(
        documents=tuple(since.added), judgements=since.judgements, at=since.newest, direct=False
    )


def _bringing(
    finding: Finding,
    before: Sequence[Finding],
    knowledge: Knowledge,
    documents: Sequence[DocumentId],
) -> tuple[DocumentId, ...]:
    """Give the first of the documents for each independent root that was not there then."""
    known = {(root.name, root.stance) for old in before for root in old.roots}
    first: set[DocumentId] = set()
    for root in finding.roots:
        own = {knowledge.claims[claim].document_id for claim in root.claims}
        if root.independent and (root.name, root.stance) not in known:
            first.update([d for d in documents if d in own][:1])
    return tuple(d for d in documents if d in first)


def _subjects(judgement: Judgement, known: Mapping[str, Judgement]) -> set[str | None]:
    """Give what a judgement is on: of a finding its claims too, of an undoing what it undoes."""
    while judgement.verdict == UNDO and judgement.about in known:
        judgement = known[judgement.about]
    return {judgement.about, judgement.other, *claims_of(judgement)}


def _names(finding: Finding, knowledge: Knowledge) -> set[str | None]:
    """Give all ids by which a judgement may be about a finding."""
    ends = [knowledge.entity_behind(end) for end in (finding.subject, finding.object)]
    members = [name for end in ends if end is not None for name in (end.id, *end.members)]
    return {finding.id, *finding.voices, *finding.replies, *members}
