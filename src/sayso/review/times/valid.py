"""What is said to have held at a time, by the claims' own times."""

from dataclasses import replace

from sayso.model.claims import Claim
from sayso.model.clocks import Clocks, Stretch
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId


def narrowed(knowledge: Knowledge, clocks: Clocks) -> Knowledge:
    """Give what is known of the findings that are said to hold at the valid time.

    Findings are weighed before, by all their claims: what was denied later stays denied, and a
    denial without a time stands beside its allegation. With them stay their claims, roots and
    replies, the entities in these, and every record. Without a valid time nothing is left out.
    """
    if clocks.valid_on is None:
        return knowledge
    findings = {
        key: f
        for key, f in knowledge.findings.items()
        if holds(knowledge, f, clocks.valid_on, undated=clocks.undated)
    }
    kept = {claim for finding in findings.values() for claim in (*finding.voices, *finding.replies)}
    claims = {key: claim for key, claim in knowledge.claims.items() if key in kept}
    links = tuple(x for x in knowledge.links if x.a in kept and (x.b is None or x.b in kept))
    entities = {entity for claim in claims.values() for entity in _entities(knowledge, claim)}
    entities |= {knowledge.entity_of.get(x.document, x.document) for x in links if x.document}
    return replace(
        knowledge,
        findings=findings,
        claims=claims,
        ties=tuple(tie for tie in knowledge.ties if tie.finding in findings),
        entities={key: e for key, e in knowledge.entities.items() if key in entities},
        links=links,
        finding_of={c: f for c, f in knowledge.finding_of.items() if c in kept and f in findings},
    )


def undated(knowledge: Knowledge, clocks: Clocks) -> int:
    """Count the findings that are left out because none of their claims gives a time."""
    if clocks.valid_on is None or clocks.undated:
        return 0
    return sum(not stretches(knowledge, finding) for finding in knowledge.findings.values())


def holds(knowledge: Knowledge, finding: Finding, on: Stretch, *, undated: bool) -> bool:
    """Say whether a finding is said to hold on one of these days.

    A coarse time reaches over all its days: "2023" is said of 12 May 2023 as far as anybody tells.

    Args:
        knowledge: holds it.
        finding: by the times of the claims that do not deny it; of all where all deny it.
        on: the days asked for.
        undated: the answer for a finding whose claims give no time.
    """
    times = stretches(knowledge, finding)
    return any(time.overlaps(on) for time in times) if times else undated


def stretches(knowledge: Knowledge, finding: Finding) -> tuple[Stretch, ...]:
    """Give the times that a finding's claims give, in their order; those of denials only alone."""
    claims = [knowledge.claim(claim) for claim in finding.claims]
    told = [claim for claim in claims if claim.factuality.stance != "-"] or claims
    times = (c.proposition.time.edtf for c in told if c.proposition.time is not None)
    found = (Stretch.of(edtf) for edtf in times if edtf is not None)
    return tuple(stretch for stretch in found if stretch is not None)


def _entities(knowledge: Knowledge, claim: Claim) -> set[EntityId]:
    """Give the entities that a claim is about, or that speak in it."""
    own = [argument.entity for argument in claim.proposition.arguments]
    own += [end for node in claim.source_chain for end in (node.entity, node.speaks_for)]
    return {knowledge.entity_of.get(member, member) for member in own if member is not None}
