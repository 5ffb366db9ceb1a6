"""What of people's judgements stands in what is known, and what has to be judged again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Judged, Judgement, Knowledge, Outdated, Record
from sayso.model.grades import KIND, PUBLISHER, STATUS, Verdict
from sayso.model.ids import ClaimId, DocumentId, EntityId, FindingId
from sayso.review.judgements import ON_CLAIMS, Decisions, claims_of, decide, seen, standing
from sayso.review.judging.basis import reads_as_seen
from sayso.review.judging.pairs import Entries, judge_pairs
from sayso.review.judging.records import edits_of

#: Verdicts on a claim as it was read by the machine; the others are on it as it is shown.
_ON_READING: Final = frozenset({Verdict.REJECT, Verdict.EDIT})
_ACCEPTING: Final = frozenset({Verdict.ACCEPT, Verdict.EDIT})
#: Verdicts on a finding that have to be given again when there is more in it.
_ON_FINDINGS: Final = frozenset({Verdict.ACCEPT, Verdict.ASSESS})

#: By id, which a judgement has as a mere string.
Claims = Mapping[str, Claim]


def with_judgements(
    knowledge: Knowledge,
    read: Mapping[DocumentId, Record],
    judgements: Sequence[Judgement],
    entries: Entries,
) -> Knowledge:
    """Give what is known with what people decided beside it.

    Args:
        knowledge: assembled from judged records.
        read: the records as they were before anybody judged.
        judgements: all that were made.
        entries: the lists in force.
    """
    if not judgements:
        return knowledge
    kept, decisions = standing(judgements), decide(judgements)
    claims: Claims = {c.id: c for record in read.values() for c in claims_in(record)}
    entities, cleared = judge_pairs(knowledge, kept, entries)
    verdicts, reread = _on_claims(knowledge, claims, decisions)
    edits = {c.id: done for c in claims.values() if (done := edits_of(c, decisions))}
    out = {claim for claim, judgement in verdicts.items() if judgement.verdict == Verdict.REJECT}
    on_readings = (*reread, *_regraded(knowledge, kept, claims), *_grown(knowledge, kept))
    outdated = {o.judgement.id: o for o in (*cleared, *on_readings)}
    judged = Judged(
        claims=verdicts,
        edits=edits,
        as_read={c.id: c for c in claims.values() if c.id in edits or c.id in out},
        grades=_by_subject([j for j in kept if j.id not in outdated], Verdict.GRADE),
        assessments=_by_subject(kept, Verdict.ASSESS),
        outdated=tuple(sorted(outdated.values(), key=lambda o: (o.judgement.at, o.judgement.id))),
        gone=tuple(j for j in kept if not _is_here(j, knowledge, claims)),
        disputed=_disputed(kept),
    )
    return replace(knowledge, entities=entities, judged=judged)


def claims_in(record: Record) -> tuple[Claim, ...]:
    """Give all claims that were read in a document, accounts of incidents last."""
    return (*record.extraction.claims, *record.extraction.accounts)


def shown_in(finding: Finding) -> tuple[ClaimId, ...]:
    """Give all claims that a finding shows: its own, those that deny it, the replies; each once."""
    roots = (claim for root in finding.roots for claim in root.claims)
    return tuple(dict.fromkeys((*finding.claims, *roots, *finding.replies)))


def _on_claims(
    knowledge: Knowledge, claims: Claims, decisions: Decisions
) -> tuple[dict[ClaimId, Judgement], list[Outdated]]:
    """Give the verdicts on claims that read as their judge saw them, and those on others."""
    verdicts: dict[ClaimId, Judgement] = {}
    outdated: list[Outdated] = []
    for about, judgement in decisions.claims.items():
        claim = claims.get(about)
        if claim is None:
            continue
        is_on_reading = judgement.verdict in _ON_READING
        shown = claim if is_on_reading else knowledge.claims.get(claim.id, claim)
        if reads_as_seen(judgement, shown):
            verdicts[claim.id] = judgement
        else:
            changed = (f"claim {claim.id} is read otherwise now",)
            outdated.append(Outdated(judgement=judgement, changed=changed))
    return verdicts, outdated


def _regraded(
    knowledge: Knowledge, kept: Sequence[Judgement], claims: Claims
) -> Iterator[Outdated]:
    """Give the last grades of items that are read otherwise now than their judge saw them."""
    last = {j.about: j for j in kept if j.verdict == Verdict.GRADE and j.about in claims}
    for about, judgement in last.items():
        claim = knowledge.claims.get(ClaimId(about))
        if claim is not None and not reads_as_seen(judgement, claim):
            changed = (f"claim {about} is read otherwise now",)
            yield Outdated(judgement=judgement, changed=changed)


def _grown(knowledge: Knowledge, kept: Sequence[Judgement]) -> Iterator[Outdated]:
    """Give the last verdicts on findings that show other claims now than their judge saw.

    An acceptance is not outdated by a claim that went elsewhere: it goes on standing there.
    """
    last = {(j.about, j.verdict): j for j in kept if j.verdict in _ON_FINDINGS}
    for judgement in last.values():
        finding = knowledge.findings.get(FindingId(judgement.about))
        if finding is None:
            continue
        then, now = {claim for claim, _ in seen(judgement)}, shown_in(finding)
        changed = [f"new: claim {claim}" for claim in now if claim not in then]
        if judgement.verdict == Verdict.ASSESS:
            changed += [f"no longer there: claim {claim}" for claim in sorted(then.difference(now))]
        if changed:
            yield Outdated(judgement=judgement, changed=tuple(changed))


def _by_subject(kept: Sequence[Judgement], verdict: Verdict) -> dict[str, tuple[Judgement, ...]]:
    found: dict[str, tuple[Judgement, ...]] = {}
    for judgement in kept:
        if judgement.verdict == verdict:
            found[judgement.about] = (*found.get(judgement.about, ()), judgement)
    return found


def _is_here(judgement: Judgement, knowledge: Knowledge, claims: Claims) -> bool:
    """Say whether all that a judgement of ours is about is still known."""
    if judgement.verdict not in frozenset(Verdict):
        return True
    if judgement.verdict in ON_CLAIMS and judgement.other is None:
        return any(claim in claims for claim in claims_of(judgement))
    others = [part for part in (judgement.other,) if part is not None and ":" not in part]
    return all(_is_known(part, knowledge, claims) for part in (judgement.about, *others))


def _is_known(about: str, knowledge: Knowledge, claims: Claims) -> bool:
    """Say whether an id is of something that is known, or a name of something that has none."""
    if about.startswith((KIND, PUBLISHER, STATUS)):
        return True
    key = EntityId(about)
    known = (knowledge.findings, knowledge.records, knowledge.entities, knowledge.entity_of)
    return about in claims or any(key in things for things in known)


def _disputed(kept: Sequence[Judgement]) -> tuple[tuple[Judgement, ...], ...]:
    """Give the reviewers' last verdicts on what they disagree on, the one that stands last.

    To accept a claim and to set right how it was read is to agree that it stands there.
    """
    last: dict[tuple[str, ...], dict[str, Judgement]] = defaultdict(dict)
    for judgement in kept:
        for subject in _subjects(judgement):
            last[subject].pop(judgement.by, None)
            last[subject][judgement.by] = judgement
    found: dict[tuple[str, ...], tuple[Judgement, ...]] = {}
    for of_each in last.values():
        opinions = tuple(of_each.values())
        stances = {Verdict.ACCEPT if j.verdict in _ACCEPTING else j.verdict for j in opinions}
        if len(stances) > 1:
            found.setdefault(tuple(j.id for j in opinions), opinions)
    return tuple(found.values())


def _subjects(judgement: Judgement) -> Iterator[tuple[str, ...]]:
    """Give what a verdict is on that another one can contradict."""
    if judgement.other is not None:
        yield tuple(sorted((judgement.about, judgement.other)))
    elif judgement.verdict in ON_CLAIMS:
        yield from ((claim,) for claim in claims_of(judgement))
