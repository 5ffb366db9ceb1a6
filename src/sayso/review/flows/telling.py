"""What one claim tells of a flow, or of a rung of the ladder of capabilities."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim, PlaceMention
from sayso.model.findings import Finding, Knowledge
from sayso.model.flows import End, Rung, Standing, Thing
from sayso.model.ids import FindingId, PassageId
from sayso.model.vocabulary import EntityType, FindingStatus, Modality, Predicate, Realis, Role
from sayso.review.flows.arguments import THINGS, Arguments

#: Predicates that tell of a flow, with who gives, who receives, and what.
FLOWS: Final[Mapping[Predicate, tuple[Role | None, Role, Role]]] = {
    Predicate.TRANSFER: (Role.SUBJECT, Role.OBJECT, Role.ITEM),
    Predicate.SUPPORTS: (Role.SUBJECT, Role.OBJECT, Role.ITEM),
    Predicate.ACQUIRED: (None, Role.SUBJECT, Role.OBJECT),
}
#: Predicates that tell of a rung, with whose it is and of what: what one receives one acquires,
#: what one attacks with one uses.
RUNGS: Final[Mapping[Predicate, tuple[Rung, Role, Role]]] = {
    Predicate.SEEKS: (Rung.SEEKS, Role.SUBJECT, Role.OBJECT),
    Predicate.TRANSFER: (Rung.ACQUIRED, Role.OBJECT, Role.ITEM),
    Predicate.SUPPORTS: (Rung.ACQUIRED, Role.OBJECT, Role.ITEM),
    Predicate.ACQUIRED: (Rung.ACQUIRED, Role.SUBJECT, Role.OBJECT),
    Predicate.SEIZURE: (Rung.ACQUIRED, Role.SUBJECT, Role.OBJECT),
    Predicate.HOLDS: (Rung.HOLDS, Role.SUBJECT, Role.OBJECT),
    Predicate.USES: (Rung.USES, Role.SUBJECT, Role.OBJECT),
    Predicate.ATTACK: (Rung.USES, Role.SUBJECT, Role.INSTRUMENT),
    Predicate.KILLING: (Rung.USES, Role.SUBJECT, Role.INSTRUMENT),
}
#: What speaks of a means by itself; all else is seized, given and attacked with too.
_OF_MEANS: Final = frozenset({Predicate.SEEKS, Predicate.ACQUIRED, Predicate.HOLDS, Predicate.USES})
#: Who can have a capability; a place stands for its state, None is mere words.
_HAVING: Final = frozenset(
    {EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
    | {EntityType.GROUP, EntityType.PLACE, None}
)
#: What is robbed is where things were taken, not what was taken.
_ROBBED: Final = ("rob", "loot", "ransack", "plunder", "raid")
#: What a public body seizes it takes out of use.
_SEIZING: Final = frozenset({EntityType.ARMED_GROUP})
_GONE: Final = frozenset({FindingStatus.RETRACTED, FindingStatus.SUPERSEDED})
_WANTED: Final = frozenset({Modality.INTENDED, Modality.ASPIRED})

#: The first row that holds gives the standing of a claim; else it is told as done.
_STANDINGS: Final[tuple[tuple[Standing, Callable[[Claim, Finding], bool]], ...]] = (
    (Standing.WITHDRAWN, lambda _, f: f.status in _GONE),
    (Standing.CONDITIONAL, lambda c, _: c.proposition.realis is Realis.HYPOTHETICAL),
    (Standing.DENIED, lambda c, _: c.factuality.stance == "-"),
    (Standing.ATTEMPTED, lambda c, _: c.modality is Modality.ATTEMPTED),
    (Standing.PLANNED, lambda c, _: c.proposition.realis is Realis.PROSPECTIVE),
    (Standing.PLANNED, lambda c, _: c.modality in _WANTED),
    (Standing.OPEN, lambda c, _: c.factuality.stance == "?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A claim with what it tells of.

    Attributes:
        giver: of a flow; on a rung, from whom it is, where that is said.
        receiver: of a flow; on a rung, whose it is.
        published: when its document was, EDTF.
        carrier: what it moves on, where that stands in the giver's place.
        rung: None for a flow.
    """

    claim: Claim
    finding: Finding
    giver: End | None
    receiver: End | None
    thing: Thing | None
    published: str | None
    carrier: str | None = None
    rung: Rung | None = None

    @property
    def standing(self) -> Standing:
        """Give how far what is told has come."""
        rows = (s for s, holds in _STANDINGS if holds(self.claim, self.finding))
        return next(rows, Standing.DONE)

    @property
    def parts(self) -> tuple[str | None, str | None, str | None]:
        """Give the keys of giver, receiver and thing."""
        return _key(self.giver), _key(self.receiver), _key(self.thing)

    @property
    def row(self) -> tuple[object, ...]:
        """Give what is equal for tellings of one row.

        On a rung it does not matter from whom something is. Where neither party is said only
        tellings of one finding are of one row.
        """
        giver, receiver, thing = self.parts
        source = giver if self.rung is None else None
        nobody = self.finding.id if giver is None and receiver is None else None
        return self.rung, source, receiver, thing, nobody, self.standing

    @property
    def edtf(self) -> str | None:
        """Give its time, or None."""
        time = self.claim.proposition.time
        return None if time is None else time.edtf

    @property
    def place(self) -> PlaceMention | None:
        """Give its place, or None."""
        return self.claim.proposition.place

    @property
    def how(self) -> str:
        """Give the predicate, with the kind of support in brackets."""
        said = self.claim.proposition
        return said.predicate.value + (f" ({said.kind})" if said.kind else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellings:
    """What claims tell, in order.

    Attributes:
        every: also those of findings that wait.
        waiting: findings that are not read surely enough to be shown.
        left_out: claims of no finding: they name no party and no place.
    """

    every: tuple[Telling, ...]
    waiting: frozenset[FindingId]
    left_out: int

    @property
    def shown(self) -> tuple[Telling, ...]:
        """Give those of findings that do not wait; what says less at the same words is left out."""
        return _without_echoes(t for t in self.every if t.finding.id not in self.waiting)

    def in_review(self, is_asked: Callable[[Telling], bool]) -> int:
        """Give how many findings wait of what is asked for."""
        waiting = (t for t in self.every if t.finding.id in self.waiting)
        return len({t.finding.id for t in waiting if is_asked(t)})


def flow_tellings(knowledge: Knowledge, waiting: frozenset[FindingId]) -> Tellings:
    """Give what claims tell of flows."""
    arguments = Arguments(knowledge)
    found = tuple(_flow(claim, finding, arguments) for claim, finding in _founded(knowledge, FLOWS))
    return Tellings(every=found, waiting=waiting, left_out=_unfounded(knowledge, FLOWS))


def rung_tellings(knowledge: Knowledge, waiting: frozenset[FindingId]) -> Tellings:
    """Give what claims tell of what parties seek, acquire, hold and use."""
    arguments = Arguments(knowledge)
    claims = (_rung(claim, finding, arguments) for claim, finding in _founded(knowledge, RUNGS))
    found = tuple(telling for telling in claims if telling is not None)
    return Tellings(every=found, waiting=waiting, left_out=_unfounded(knowledge, _OF_MEANS))


def _founded(
    knowledge: Knowledge, predicates: Iterable[Predicate]
) -> Iterator[tuple[Claim, Finding]]:
    """Give the claims of these predicates that stand in a finding, with it."""
    wanted = frozenset(predicates)
    for claim in knowledge.claims.values():
        key = knowledge.finding_of.get(claim.id)
        if key is not None and claim.proposition.predicate in wanted:
            yield claim, knowledge.findings[key]


def _unfounded(knowledge: Knowledge, predicates: Iterable[Predicate]) -> int:
    """Give how many claims of these predicates stand in no finding."""
    wanted = frozenset(predicates)
    return sum(
        claim.proposition.predicate in wanted and claim.id not in knowledge.finding_of
        for claim in knowledge.claims.values()
    )


def _flow(claim: Claim, finding: Finding, arguments: Arguments) -> Telling:
    """Read a flow; a thing in a party's place is what is moved, or what it moves on."""
    giving, receiving, given = FLOWS[claim.proposition.predicate]
    first = None if giving is None else arguments.end(claim, giving)
    is_carried = giving is not None and arguments.type(claim, giving) in THINGS
    is_moved = arguments.type(claim, receiving) in THINGS
    thing = arguments.thing(claim, given)
    return Telling(
        claim=claim,
        finding=finding,
        giver=None if is_carried else first,
        receiver=None if is_moved else arguments.end(claim, receiving),
        thing=arguments.thing(claim, receiving) if thing is None and is_moved else thing,
        published=arguments.published(claim),
        carrier=first.name if is_carried and first is not None else None,
    )


def _rung(claim: Claim, finding: Finding, arguments: Arguments) -> Telling | None:
    """Read a rung; None where it is nobody's, or of nothing that is a means."""
    predicate = claim.proposition.predicate
    rung, having, had = RUNGS[predicate]
    telling = Telling(
        claim=claim,
        finding=finding,
        giver=arguments.end(claim, Role.SUBJECT) if had is Role.ITEM else None,
        receiver=arguments.end(claim, having),
        thing=arguments.thing(claim, had),
        published=arguments.published(claim),
        rung=rung,
    )
    is_seizure = predicate is Predicate.SEIZURE
    is_able = arguments.type(claim, having) in (_SEIZING if is_seizure else _HAVING)
    if is_seizure and arguments.trigger(claim).startswith(_ROBBED):
        return None
    return telling if is_able and (is_had(telling) or _is_general(telling)) else None


def is_had(telling: Telling) -> bool:
    """Say whether it is somebody's, and a means: a row of the ladder."""
    thing, predicate = telling.thing, telling.claim.proposition.predicate
    if telling.receiver is None or thing is None:
        return False
    return predicate in _OF_MEANS or (thing.known and thing.means)


def _is_general(telling: Telling) -> bool:
    """Say whether it denies giving to anybody, or receiving anything."""
    parties = (telling.giver, telling.receiver)
    return telling.standing is Standing.DENIED and any(party is not None for party in parties)


def _without_echoes(tellings: Iterable[Telling]) -> tuple[Telling, ...]:
    """Leave out what says less at the same words: "gave" beside "gave two boats"."""
    found = tuple(tellings)
    near: dict[PassageId, list[Telling]] = defaultdict(list)
    for telling in found:
        near[telling.claim.passage_id].append(telling)
    return tuple(t for t in found if not _is_echo(t, near[t.claim.passage_id]))


def _says_less(one: End | None, other: End | None, *, is_bare: bool) -> bool:
    """Say whether a party says no more than another; bare support is of "its members" too."""
    if one is None or other is None:
        return one is None
    return one.key == other.key or (is_bare and not one.named and other.named)


def _is_echo(telling: Telling, near: Sequence[Telling]) -> bool:
    """Say whether another telling at the same words says all that this one says, and more."""
    return any(
        other.parts != telling.parts
        and other.rung is telling.rung
        and other.standing is telling.standing
        and other.claim.trigger.overlaps(telling.claim.trigger)
        and _key(telling.thing) in {None, _key(other.thing)}
        and all(
            _says_less(one, fuller, is_bare=telling.thing is None and other.thing is not None)
            for one, fuller in (
                (telling.giver, other.giver),
                (telling.receiver, other.receiver),
            )
        )
        for other in near
    )


def _key(part: End | Thing | None) -> str | None:
    return None if part is None else part.key
