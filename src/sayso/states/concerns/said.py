"""What is said of states and the measures: that one reported, froze, exempted, or did not."""

from collections.abc import Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.concerns import Said
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import EntityType, Predicate, Role
from sayso.states.concerns.parties import states_in

#: A state submits, notifies, requests, grants or refuses something; it lists, freezes or exempts
#: somebody. What it does so to: a report to a committee is about the measures, a letter to a
#: neighbour is not.
_OFFICIAL: Final[Mapping[Predicate, frozenset[EntityType]]] = {
    Predicate.REPORT: frozenset({EntityType.DOCUMENT, EntityType.PUBLIC_BODY}),
    Predicate.DESIGNATION: frozenset(
        {EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.MATERIAL}
    ),
}
_TO: Final = (Role.OBJECT, Role.ITEM)


def said_of(knowledge: Knowledge, state: str | None = None) -> tuple[Said, ...]:
    """Give what is said of one state, or of every one; by state, then in the order of adding."""
    states = states_in(knowledge)
    found = [
        _said(knowledge, claim, code, states)
        for claim in knowledge.claims.values()
        for code in [_state_of(knowledge, claim, states)]
        if code is not None and state in {None, code}
    ]
    return tuple(sorted(found, key=lambda one: one.state))


def _state_of(knowledge: Knowledge, claim: Claim, states: Mapping[EntityId, str]) -> str | None:
    """Give the state that acts on what is about the measures; None for any other claim."""
    said = claim.proposition
    about = _OFFICIAL.get(said.predicate, frozenset())
    to = (knowledge.entity_behind(said.entity(role)) for role in _TO)
    actor = knowledge.entity_behind(said.entity(Role.SUBJECT))
    is_about = any(e is not None and e.type in about and e.id not in states for e in to)
    return states.get(actor.id) if actor is not None and is_about else None


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
