"""What becomes of the claims that the tables and the encoder propose: here the two are reconciled.

1. The encoder objects: a source, a denial or a doubt got lost. The claim is refused.
2. Each claim that is left is as sure as the signs of both make it, beside others of its words.
3. What is not sure enough is refused.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.encoder.heard import Heard
from sayso.extract.encoder.opinions import objection, refusals
from sayso.extract.grounding import Grounded
from sayso.extract.learnt.confidence import Judge
from sayso.extract.learnt.proposals import is_learnt
from sayso.model.claims import Claim, DocumentEntity, Refusal
from sayso.model.ids import ClaimId, EntityId, Span
from sayso.model.vocabulary import RELATIONS, Predicate, Role

#: What is less likely right than this is refused.
SURE_ENOUGH: Final = 0.2
UNSURE: Final = "it is not read surely enough"
OUTDONE: Final = "something else is far likelier at the same words"


def reconciled(
    heard: Heard,
    proposed: Sequence[Grounded],
    entities: Mapping[EntityId, DocumentEntity],
    judge: Judge,
    *,
    least: float = SURE_ENOUGH,
) -> tuple[Sequence[Grounded], tuple[Refusal, ...]]:
    """Give the claims that stand, each with its confidence, and what was refused.

    Args:
        heard: by the encoder; where it heard nothing, the claims stand as they are.
        proposed: claims of one document, in order.
        entities: of the document, by id.
        judge: tells how sure a claim is.
        least: what is less likely right is refused.
    """
    reasons = [objection(g.claim, heard.opinions, by_author=g.by_author) for g in proposed]
    kept = [g for g, reason in zip(proposed, reasons, strict=True) if reason is None]
    if not heard.carried:
        return kept, refusals(reasons)
    known = [g.claim for g in kept if g.claim.proposition.predicate is not Predicate.OTHER]
    sure = {c.id: s for c, s in zip(known, judge.sure(known, heard, entities), strict=True)}
    rivals: dict[Span, list[Claim]] = {}
    for claim in known:
        if sure[claim.id] >= least:
            rivals.setdefault(claim.sentence, []).append(claim)
    weighed = [_weighed(g, sure) for g in kept]
    faults = [_fault(g.claim, rivals.get(g.claim.sentence, ()), least, sure) for g in weighed]
    standing = [one for one, fault in zip(weighed, faults, strict=True) if fault is None]
    return standing, refusals([*reasons, *faults])


def _weighed(grounded: Grounded, sure: Mapping[ClaimId, float]) -> Grounded:
    """Give a claim with its confidence; one of the open class keeps its own."""
    claim = grounded.claim
    return replace(grounded, claim=replace(claim, confidence=sure.get(claim.id, claim.confidence)))


def _is_the_same_tie(claim: Claim, rival: Claim, sure: Mapping[ClaimId, float]) -> bool:
    """Say whether a rival reads the same words more surely, one of the two as a tie of any kind."""
    told, other = claim.proposition, rival.proposition
    return (
        told.predicate is not other.predicate
        and Predicate.TIED_TO in {told.predicate, other.predicate}
        and RELATIONS.keys() >= {told.predicate, other.predicate}
        and all(told.entity(role) == other.entity(role) for role in (Role.SUBJECT, Role.OBJECT))
        and claim.trigger.overlaps(rival.trigger)
        and sure[rival.id] > claim.confidence
    )


def _fault(
    claim: Claim, rivals: Sequence[Claim], least: float, sure: Mapping[ClaimId, float]
) -> str | None:
    """Give why a claim does not stand, or None; the rivals are of its sentence and stand."""
    if claim.proposition.predicate is not Predicate.OTHER:
        if claim.confidence < least:
            return UNSURE
        return OUTDONE if any(_is_the_same_tie(claim, rival, sure) for rival in rivals) else None
    learnt = any(is_learnt(rival) and rival.trigger.overlaps(claim.trigger) for rival in rivals)
    return OUTDONE if learnt else None
