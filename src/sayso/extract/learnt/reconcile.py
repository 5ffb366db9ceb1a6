"""What becomes of the claims that the tables and the encoder propose: here the two are reconciled.

1. The encoder objects: a source, a denial or a doubt got lost. The claim is refused.
2. Each claim that is left is as sure as the signs of both make it.
3. What only the encoder reads is refused unless it is sure enough.
4. Where both read the same predicate at the same words with other parties, the far surer one stays.
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
from sayso.model.ids import EntityId, Span
from sayso.model.vocabulary import Predicate

#: What only the encoder reads, and less likely right than this, is refused.
SURE_ENOUGH: Final = 0.3
#: A claim gives way to another of the same words that is so much surer.
FAR_SURER: Final = 0.3
UNSURE: Final = "it is not read surely enough"
OUTDONE: Final = "something else is far likelier at the same words"


def reconciled(
    heard: Heard,
    proposed: Sequence[Grounded],
    entities: Mapping[EntityId, DocumentEntity],
    judge: Judge,
) -> tuple[Sequence[Grounded], tuple[Refusal, ...]]:
    """Give the claims that stand, each with its confidence, and what was refused.

    Args:
        heard: by the encoder; where it heard nothing, the claims stand as they are.
        proposed: claims of one document, in order.
        entities: of the document, by id.
        judge: tells how sure a claim is.
    """
    reasons = [objection(g.claim, heard.opinions, by_author=g.by_author) for g in proposed]
    kept = [g for g, reason in zip(proposed, reasons, strict=True) if reason is None]
    if not heard.carried:
        return kept, refusals(reasons)
    sure = [_weighed(g, judge.sure(g.claim, heard, entities)) for g in kept]
    beside: dict[Span, list[Claim]] = {}
    for one in sure:
        beside.setdefault(one.claim.sentence, []).append(one.claim)
    faults = [_fault(one.claim, beside[one.claim.sentence]) for one in sure]
    standing = [one for one, fault in zip(sure, faults, strict=True) if fault is None]
    return standing, refusals([*reasons, *faults])


def _weighed(grounded: Grounded, sure: float) -> Grounded:
    """Give a claim with its confidence; one of the open class keeps its own."""
    if grounded.claim.proposition.predicate is Predicate.OTHER:
        return grounded
    return replace(grounded, claim=replace(grounded.claim, confidence=sure))


def _fault(claim: Claim, others: Sequence[Claim]) -> str | None:
    """Give why a claim does not stand beside the others of its sentence, or None."""
    if is_learnt(claim) and claim.confidence < SURE_ENOUGH:
        return UNSURE
    outdone = any(
        other.confidence >= claim.confidence + FAR_SURER
        and other.proposition.predicate is claim.proposition.predicate
        and is_learnt(other) is not is_learnt(claim)
        and other.trigger.overlaps(claim.trigger)
        for other in others
    )
    if claim.proposition.predicate is Predicate.OTHER:
        outdone = any(_stands_at(claim.trigger, other) for other in others)
    return OUTDONE if outdone else None


def _stands_at(words: Span, learnt: Claim) -> bool:
    """Say whether the encoder surely reads a predicate at words for which the rules have none."""
    is_sure = is_learnt(learnt) and learnt.confidence >= SURE_ENOUGH
    return is_sure and learnt.trigger.overlaps(words)
