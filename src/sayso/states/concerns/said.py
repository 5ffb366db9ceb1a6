"""What is said of states and the measures: that one reported, froze, exempted, or did not."""

from collections.abc import Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.concerns import Said
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import Predicate, Role
from sayso.states.concerns.parties import states_in

#: A state submits, notifies, requests, grants or refuses; it lists, freezes or exempts.
_OFFICIAL: Final = frozenset({Predicate.REPORT, Predicate.DESIGNATION})
#: Whose part in it is looked at first.
_PARTS: Final = (Role.SUBJECT, Role.OBJECT)


def said_of(knowledge: Knowledge, state: str | None = None) -> tuple[Said, ...]:
    """Give what is said of one state, or of every one; by state, then in the order of adding."""
    states = states_in(knowledge)
    found = [
        _said(knowledge, claim, code, states)
        for claim in knowledge.claims.values()
        if claim.proposition.predicate in _OFFICIAL
        for code in _states_of(knowledge, claim, states)
        if state in {None, code}
    ]
    return tuple(sorted(found, key=lambda one: one.state))


def _states_of(
    knowledge: Knowledge, claim: Claim, states: Mapping[EntityId, str]
) -> tuple[str, ...]:
    """Give the state that acts; where none does, the one that is acted upon."""
    for part in _PARTS:
        entity = knowledge.entity_behind(claim.proposition.entity(part))
        if entity is not None and entity.id in states:
            return (states[entity.id],)
    return ()


def _said(knowledge: Knowledge, claim: Claim, code: str, states: Mapping[EntityId, str]) -> Said:
    key = knowledge.finding_of.get(claim.id)
    speakers = (knowledge.entity_behind(node.entity) for node in claim.source_chain[1:])
    against: tuple[ClaimId, ...] = ()
    if key is not None:
        finding = knowledge.findings[key]
        others = (c for c in sorted(finding.voices) if c != claim.id)
        opposed = (c for c in others if _is_opposed(claim, knowledge.claim(c)))
        replies = (c for c in finding.replies if c != claim.id)
        against = tuple(dict.fromkeys((*opposed, *replies)))
    return Said(
        state=code,
        claim=claim.id,
        finding=key,
        factuality=claim.factuality,
        own=any(entity is not None and states.get(entity.id) == code for entity in speakers),
        against=against,
    )


def _is_opposed(claim: Claim, other: Claim) -> bool:
    return {claim.factuality.stance, other.factuality.stance} == {"+", "-"}
