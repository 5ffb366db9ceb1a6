"""How a claim stands to what it tells of an incident: "claimed by", "blamed by", "denied by"."""

from collections.abc import Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.incidents import Incident, IncidentSlot, SlotValue
from sayso.model.vocabulary import EntityType, Factuality, Modality, Realis
from sayso.views.evidence import is_sure
from sayso.views.phrases import REALIS_PREFIXES

#: What somebody does who says of another that he did it, by the colour in which it is said.
_BLAMES: Final[Mapping[Modality, str]] = {
    Modality.SUSPECTED: "suspected by",
    Modality.PURPORTED: "alleged by",
    Modality.POSSIBLE: "said to be possible by",
    Modality.CONCERN: "feared by",
}


def find_claim(knowledge: Knowledge, incident: Incident, claim_id: ClaimId) -> Claim:
    """Give a claim or account that an incident rests on, or an answer to it."""
    own = next((c for c in incident.claims if c.id == claim_id), None)
    return knowledge.claim(claim_id) if own is None else own


def how_said(knowledge: Knowledge, claim: Claim, value: SlotValue | None) -> str:
    """Give how a claim stands to what it carries: "claimed by", "blamed by", "denied by", ….

    Args:
        knowledge: where the claim stands.
        claim: what is said.
        value: what it carries; None for a figure.
    """
    when = REALIS_PREFIXES[claim.proposition.realis].removesuffix(": ")
    before = f"{when}, " if claim.proposition.realis is not Realis.ACTUAL else ""
    match claim.factuality.stance:
        case "-":
            return f"{before}denied by"
        case "?":
            return f"{before}left open by"
        case _:
            return before + _affirmed(knowledge, claim, value)


def _affirmed(knowledge: Knowledge, claim: Claim, value: SlotValue | None) -> str:
    """Give how something is said to be so."""
    if value is None or value.slot is not IncidentSlot.PERPETRATOR:
        return _BLAMES.get(claim.modality, "said by")
    speaker = claim.speaker
    ends = (knowledge.entity_behind(end) for end in (speaker.entity, speaker.speaks_for))
    own = value.entity is not None and value.entity in {e.id for e in ends if e is not None}
    if own:
        return "claimed by"
    told = "named by" if len(claim.voices) == 1 else "blamed by"
    hedged = "alleged by" if claim.factuality is not Factuality.CERTAIN else told
    return _BLAMES.get(claim.modality, hedged)


def in_review(knowledge: Knowledge, incident: Incident, value: SlotValue) -> bool:
    """Say whether a person is put down as perpetrator by unsure readings only, and so waits."""
    entity = knowledge.entity_behind(value.entity)
    if value.slot is not IncidentSlot.PERPETRATOR or entity is None:
        return False
    claims = [find_claim(knowledge, incident, c) for c in value.claims]
    return entity.type is EntityType.PERSON and not any(is_sure(knowledge, c) for c in claims)
