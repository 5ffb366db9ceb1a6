"""Leaves findings of some statuses out, whole: with their claims, so that no allegation stays."""

from collections.abc import Collection
from dataclasses import replace

from sayso.model.findings import Knowledge
from sayso.model.vocabulary import FindingStatus


def without(knowledge: Knowledge, statuses: Collection[FindingStatus]) -> Knowledge:
    """Give what is known without the findings of these statuses, their ties and claims.

    A claim of such a finding stays where it answers one that is kept.
    """
    if not statuses:
        return knowledge
    kept = {key: f for key, f in knowledge.findings.items() if f.status not in statuses}
    needed = {claim for f in kept.values() for claim in (*f.voices, *f.replies)}
    for key in kept:
        for hearing in knowledge.hearings.get(key, ()):
            needed.update(hearing.put, hearing.answers)
    claims = {
        key: claim
        for key, claim in knowledge.claims.items()
        if key in needed or knowledge.finding_of.get(key) in {None, *kept}
    }
    return replace(
        knowledge,
        findings=kept,
        claims=claims,
        ties=tuple(tie for tie in knowledge.ties if tie.finding in kept),
        finding_of={c: f for c, f in knowledge.finding_of.items() if f in kept},
        links=tuple(
            link
            for link in knowledge.links
            if link.a in claims and (link.b is None or link.b in claims)
        ),
    )
