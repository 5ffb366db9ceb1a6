"""Puts findings about listed parties beside the measures that they may touch, as questions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from sayso.model.claims import Claim
from sayso.model.concerns import Concern, Concerns
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.flows import End, Flow, Flows, Standing, Thing
from sayso.model.ids import ClaimId, EntityId, FindingId, key_of
from sayso.model.vocabulary import (
    EntityType,
    Factuality,
    FindingStatus,
    ListingStatus,
    Measure,
    Modality,
    Predicate,
    Realis,
)
from sayso.states.concerns.parties import states_in
from sayso.states.concerns.table import Touch, touching

#: The list whose measures bind states.
_UN: Final = "un"
#: What is left open, denied, withdrawn or said on a condition only raises no question.
_ASKED: Final = frozenset({Standing.DONE, Standing.ATTEMPTED, Standing.PLANNED})
_GONE: Final = frozenset({FindingStatus.RETRACTED, FindingStatus.SUPERSEDED})
_SURE: Final = frozenset({Modality.ASSERTED, Modality.PRESUPPOSED, Modality.DENIED})

#: The measures to which an entry is subject, by its reference; None: the entry is not held.
MeasuresOf = Callable[[str], tuple[Measure, ...] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told; see `Concern`."""

    standing: Standing
    status: FindingStatus
    hedged: bool
    time: str | None
    roots: tuple[str, ...]
    denials: tuple[ClaimId, ...]
    replies: tuple[ClaimId, ...]
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """What may touch a measure, with the parties that it is about; not yet a question."""

    party: EntityId
    touch: Touch
    others: tuple[EntityId | None, ...]
    places: tuple[str | None, ...]
    told: _Told


def concerns_of(
    knowledge: Knowledge, flows: Flows, measures_of: MeasuresOf, waiting: frozenset[FindingId]
) -> Concerns:
    """Give the questions that findings raise, by state, measure and entry.

    Args:
        knowledge: what is known.
        flows: of it; without those that wait.
        measures_of: what the listings oblige to; a measure that does not bind raises no question.
        waiting: findings that are not read surely enough to be shown.
    """
    return _Asking(knowledge, measures_of).of(flows, waiting)


class _Asking:
    """Asks of one body of knowledge."""

    def __init__(self, knowledge: Knowledge, measures_of: MeasuresOf) -> None:
        self._knowledge = knowledge
        self._measures_of = measures_of
        self._states = states_in(knowledge)

    def of(self, flows: Flows, waiting: frozenset[FindingId]) -> Concerns:
        told = (f for f in (*flows.done, *flows.apart) if f.told.standing in _ASKED)
        sure = [f for f in self._knowledge.findings.values() if f.id not in waiting]
        denied = [f for f in flows.apart if f.told.standing is Standing.DENIED]
        matters = [*self._flows(told, denied), *self._findings(sure)]
        listed = [m for m in matters if self._listing(m.party) is ListingStatus.LISTED]
        questions = [q for m in listed if (q := self._question(m)) is not None]
        return Concerns(
            asked=tuple(sorted(questions, key=_place)),
            possible=len(matters) - len(listed),
            not_bound=len(listed) - len(questions),
        )

    def _flows(self, flows: Iterator[Flow], denied: Sequence[Flow]) -> Iterator[_Matter]:
        """Give what reaches a party that is on the list, or may be, and all that denies it."""
        for flow in flows:
            touch = touching().things.get("" if flow.thing is None else flow.thing.key)
            receiver = None if flow.receiver is None else flow.receiver.entity
            if touch is None or receiver is None or self._listing(receiver) is None:
                continue
            told = flow.told
            against = [d.claim for d in told.denials]
            against += [c for d in denied if self._is_denial_of(d, flow) for c in d.told.claims]
            yield _Matter(
                party=receiver,
                touch=touch,
                others=(None if flow.giver is None else flow.giver.entity,),
                places=self._places(told.claims),
                told=_Told(
                    standing=told.standing,
                    status=told.status,
                    hedged=told.hedged,
                    time=told.time,
                    roots=told.roots,
                    denials=tuple(dict.fromkeys(against)),
                    replies=told.replies,
                    findings=told.findings,
                    claims=told.claims,
                ),
            )

    def _findings(self, findings: Sequence[Finding]) -> Iterator[_Matter]:
        """Give what listed parties run, and where listed persons are said to go."""
        for finding in findings:
            touch = self._touch(finding)
            affirmed = self._with_stance(finding, "+")
            party = finding.subject
            if touch is None or party is None or not affirmed or finding.status in _GONE:
                continue
            if self._listing(party) is None:
                continue
            yield _Matter(
                party=party,
                touch=touch,
                others=(finding.object,),
                places=(finding.place_code, *self._places(affirmed)),
                told=_Told(
                    standing=Standing.DONE,
                    status=finding.status,
                    hedged=all(map(_is_hedged, map(self._knowledge.claim, affirmed))),
                    time=finding.time,
                    roots=tuple(root.name for root in finding.roots_with("+")),
                    denials=self._with_stance(finding, "-"),
                    replies=finding.replies,
                    findings=(finding.id,),
                    claims=affirmed,
                ),
            )

    def _touch(self, finding: Finding) -> Touch | None:
        entity = self._knowledge.entity_behind(finding.object)
        if finding.predicate is Predicate.OPERATES and entity is not None:
            return touching().by_place(entity.name)
        subject = self._knowledge.entity_behind(finding.subject)
        is_person = subject is not None and subject.type is EntityType.PERSON
        if finding.predicate is not Predicate.LOCATED_IN or not is_person:
            return None
        claims = map(self._knowledge.claim, finding.claims)
        found = (touching().by_move(self._trigger(claim)) for claim in claims)
        return next((touch for touch in found if touch is not None), None)

    def _trigger(self, claim: Claim) -> str:
        return claim.trigger.of(self._knowledge.document_of(claim).text)

    def _with_stance(self, finding: Finding, stance: str) -> tuple[ClaimId, ...]:
        """Give the claims of a stance that tell of what took place, and not of a plan."""
        claims = map(self._knowledge.claim, sorted(finding.voices))
        return tuple(
            c.id
            for c in claims
            if c.factuality.stance == stance and c.proposition.realis is Realis.ACTUAL
        )

    def _is_denial_of(self, denied: Flow, flow: Flow) -> bool:
        """Say whether the same giver is said not to have given that to the same receiver."""
        ends = [tuple(map(self._end, (one.giver, one.receiver))) for one in (denied, flow)]
        return ends[0] == ends[1] and _may_be_one(denied.thing, flow.thing)

    def _end(self, end: End | None) -> str | None:
        """Give whom a flow begins or ends with; a state is one, as a place and as a government."""
        if end is None:
            return None
        state = None if end.entity is None else self._states.get(end.entity)
        return end.key if state is None else state

    def _places(self, claims: Sequence[ClaimId]) -> tuple[str | None, ...]:
        found = (self._knowledge.claim(claim).proposition.place for claim in claims)
        return tuple(place.country for place in found if place is not None)

    def _entity(self, party: EntityId) -> Entity | None:
        return self._knowledge.entity_behind(party)

    def _listing(self, party: EntityId) -> ListingStatus | None:
        """Say how a party stands to the UN list; None where nothing is there.

        A possible entry of another list leaves open that the party is the UN's too: its name may be
        that of several lists' entries.
        """
        entity = self._entity(party)
        listing = None if entity is None else entity.listing
        if listing is None:
            return None
        is_open = listing.status is ListingStatus.POSSIBLE
        return listing.status if listing.authority == _UN or is_open else None

    def _question(self, matter: _Matter) -> Concern | None:
        """Ask, where the listing obliges to the measure."""
        entity = self._entity(matter.party)
        if entity is None or entity.listing is None or entity.listing.reference is None:
            return None
        measure, why = matter.touch
        reference, told = entity.listing.reference, matter.told
        measures = self._measures_of(reference)
        if measures is not None and measure not in measures:
            return None
        named = (None if other is None else self._states.get(other) for other in matter.others)
        states = (code for code in chain(named, map(_country, matter.places)) if code is not None)
        return Concern(
            id=key_of("mq", measure, reference, why, told.standing, *sorted(told.claims)),
            measure=measure,
            why=why,
            reference=reference,
            party=entity.id,
            states=tuple(dict.fromkeys(states)),
            standing=told.standing,
            status=told.status,
            hedged=told.hedged,
            time=told.time,
            roots=told.roots,
            denials=told.denials,
            replies=told.replies,
            findings=told.findings,
            claims=told.claims,
        )


def _may_be_one(one: Thing | None, other: Thing | None) -> bool:
    """Say whether two kinds of things may be meant alike: one is not said, or is part of the other.

    Who denies to have given arms denies to have given rifles.
    """
    if one is None or other is None:
        return True
    return one.key in {other.key, other.broader} or one.broader == other.key


def _country(code: str | None) -> str | None:
    """Give the state of a place's code: "AF" of "AF-GHA"."""
    return None if code is None else code.partition("-")[0]


def _is_hedged(claim: Claim) -> bool:
    return claim.factuality is not Factuality.CERTAIN or claim.modality not in _SURE


def _place(concern: Concern) -> tuple[object, ...]:
    """Give the key that sorts questions; those that name no state come last."""
    order = tuple(Measure)
    return (
        not concern.states,
        concern.states,
        order.index(concern.measure),
        concern.reference,
        concern.id,
    )
