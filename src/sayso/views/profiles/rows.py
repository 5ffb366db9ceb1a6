"""Findings, ties, links and entities as rows of a list: as the commands have them, in words too."""

from collections.abc import Mapping, Sequence

from sayso.model.claims import ClaimLink
from sayso.model.findings import Entity, Finding, Knowledge, Tie
from sayso.model.ids import ClaimId, EntityId
from sayso.views.evidence import confident_claims, evidence_of
from sayso.views.json import JsonObject, JsonValue
from sayso.views.ranking.figures import NONE, Figures
from sayso.views.shapes.evidence import (
    entity_summary,
    evidence_shape,
    finding_shape,
    link_shape,
    tie_shape,
)
from sayso.views.tables import claim_sentence, finding_sentence


def finding_row(knowledge: Knowledge, finding: Finding) -> JsonObject:
    """Give a finding with what it says, and whether it waits in review."""
    return {
        **finding_shape(knowledge, finding),
        "says": finding_sentence(knowledge, finding),
        "waits": not confident_claims(knowledge, finding),
    }


def tie_row(knowledge: Knowledge, tie: Tie) -> JsonObject:
    """Give a tie, and whether it waits in review."""
    waits = not confident_claims(knowledge, knowledge.findings[tie.finding])
    return {**tie_shape(knowledge, tie), "waits": waits}


def entity_row(entity: Entity, figures: Figures = NONE) -> JsonObject:
    """Give an entity with how much is known of it."""
    return {
        **entity_summary(entity, len(figures.findings)),
        "claims": len(figures.claims),
        "roots": len(figures.roots),
        "documents": len(figures.documents),
    }


def link_row(
    knowledge: Knowledge, link: ClaimLink, resting: Mapping[EntityId, Sequence[ClaimId]]
) -> JsonObject:
    """Give a link between claims, both sides with their evidence and how their findings stand."""
    told = link_shape(knowledge, link, resting)
    sides = (("a", link.a), ("b", link.b))
    return told | {
        side: {**_object(told[side]), **_standing(knowledge, claim)}
        for side, claim in sides
        if claim is not None
    }


def _object(value: JsonValue) -> JsonObject:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _standing(knowledge: Knowledge, key: ClaimId) -> dict[str, JsonValue]:
    """Give what stands beside a claim that is set beside another."""
    claim = knowledge.claim(key)
    home = knowledge.finding_of.get(key)
    finding = None if home is None else knowledge.findings.get(home)
    return {
        "says": claim_sentence(knowledge, claim),
        "evidence": evidence_shape(evidence_of(knowledge, claim)),
        "finding": home,
        "status": None if finding is None else finding.status.value,
        "positive_roots": 0 if finding is None else len(finding.roots_with("+")),
        "negative_roots": 0 if finding is None else len(finding.roots_with("-")),
        "reply": None if finding is None else finding.reply.value,
    }
