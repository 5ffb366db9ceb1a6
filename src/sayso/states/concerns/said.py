"""What is said of states and the measures: that one reported, froze, exempted, or did not."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

from sayso.model.claims import Claim
from sayso.model.clocks import Stretch
from sayso.model.concerns import Said
from sayso.model.findings import Entity, Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, ListingStatus, Predicate, Role
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
_PARTIES: Final = frozenset(
    {EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
)


def said_of(knowledge: Knowledge, state: str | None = None) -> tuple[Said, ...]:
    """Give what is said of one state, or of every one; by state, then in the order of adding."""
    return _Telling(knowledge).of(state)


class _Telling:
    """Reads one body of knowledge for what is said of states."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._states = states_in(knowledge)

    def of(self, state: str | None) -> tuple[Said, ...]:
        by_state: dict[str, list[Claim]] = {}
        for claim in self._knowledge.claims.values():
            code = self._state_of(claim)
            if code is not None and state in {None, code}:
                by_state.setdefault(code, []).append(claim)
        return tuple(
            self._said(claim, code, by_state[code])
            for code in sorted(by_state)
            for claim in by_state[code]
        )

    def _state_of(self, claim: Claim) -> str | None:
        """Give the state that acts on what is about the measures; None for any other claim."""
        said = claim.proposition
        about = _OFFICIAL.get(said.predicate, frozenset())
        to = (self._behind(claim, role) for role in _TO)
        actor = self._behind(claim, Role.SUBJECT)
        is_about = any(e is not None and e.type in about and e.id not in self._states for e in to)
        return self._states.get(actor.id) if actor is not None and is_about else None

    def _said(self, claim: Claim, code: str, others: Sequence[Claim]) -> Said:
        key = self._knowledge.finding_of.get(claim.id)
        speakers = (self._knowledge.entity_behind(node.entity) for node in claim.source_chain[1:])
        opposed = (other.id for other in others if self._is_opposed(claim, other))
        replies = () if key is None else self._knowledge.findings[key].replies
        against = dict.fromkeys(c for c in chain(opposed, replies) if c != claim.id)
        return Said(
            state=code,
            claim=claim.id,
            finding=key,
            predicate=claim.proposition.predicate,
            references=self._references(claim),
            factuality=claim.factuality,
            own=any(
                entity is not None and self._states.get(entity.id) == code for entity in speakers
            ),
            against=tuple(against),
            published=self._knowledge.document_of(claim).published,
        )

    def _is_opposed(self, claim: Claim, other: Claim) -> bool:
        """Say whether of one thing that a state did, one claim says that it is so, one that not.

        The state may be named as a place in one and as a government in the other; what and when the
        two are about may be one as long as one of them leaves it open.
        """
        stances = {claim.factuality.stance, other.factuality.stance}
        first, second = self._parties(claim), self._parties(other)
        return (
            stances == {"+", "-"}
            and claim.proposition.predicate is other.proposition.predicate
            and (not first or not second or not first.isdisjoint(second))
            and _may_be_of_one_time(claim, other)
        )

    def _parties(self, claim: Claim) -> frozenset[EntityId]:
        """Give the named bodies and persons that a claim is about; none where it names a thing."""
        found = (self._behind(claim, role) for role in _TO)
        return frozenset(e.id for e in found if e is not None and e.type in _PARTIES)

    def _references(self, claim: Claim) -> tuple[str, ...]:
        """Give the UN entries that are the parties' that a claim is about."""
        found = (self._behind(claim, role) for role in _TO)
        listings = (e.listing for e in found if e is not None)
        return tuple(
            one.reference
            for one in listings
            if one is not None
            and one.status is ListingStatus.LISTED
            and one.authority == "un"
            and one.reference is not None
        )

    def _behind(self, claim: Claim, role: Role) -> Entity | None:
        return self._knowledge.entity_behind(claim.proposition.entity(role))


def _may_be_of_one_time(claim: Claim, other: Claim) -> bool:
    times = (claim.proposition.time, other.proposition.time)
    first, second = (
        None if time is None or time.edtf is None else Stretch.of(time.edtf) for time in times
    )
    return first is None or second is None or first.overlaps(second)
