"""Rows of flows: one giver, one receiver and one kind of thing each, as a user asks for them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.findings import Knowledge
from sayso.model.flows import End, Flow, Flows, Standing, Thing
from sayso.model.ids import EntityId, FindingId
from sayso.review.choose import check_dates, find_entity
from sayso.review.flows.figures import least_movements
from sayso.review.flows.telling import Telling, flow_tellings
from sayso.review.flows.times import overlap, reach_of
from sayso.review.flows.told import Denials, told_of
from sayso.review.matters.things import load_kinds, thing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowQuery:
    """Which flows are asked for; None asks for all.

    Attributes:
        party: gives or receives; this, giver and receiver as a user names an entity.
        item: the key or a word of a kind of thing; a broader kind has what is part of it.
        since, until: EDTF dates of the flow, both included; a claim without a time is left out
            when either is given.
    """

    party: str | None = None
    giver: str | None = None
    receiver: str | None = None
    item: str | None = None
    since: str | None = None
    until: str | None = None


def flows_of(
    knowledge: Knowledge, query: FlowQuery, waiting: frozenset[FindingId] = frozenset()
) -> Flows:
    """Give the flows that a query asks for: those between named parties first, then by names.

    A denial that stands beside a flow makes no row of its own.

    Args:
        knowledge: what is known.
        query: which flows.
        waiting: findings that are not read surely enough to be shown; what they deny still
            stands beside what it denies.

    Raises:
        BadInput: a date is none.
        NotFound: no entity is named so, or several are.
    """
    told = flow_tellings(knowledge, waiting)
    denials = Denials(told.every)
    wanted = _wanted(knowledge, query)
    rows = rows_of(t for t in told.shown if wanted.fits(t))
    flows = sorted((_flow(row, denials, knowledge) for row in rows), key=_place_of)
    done = tuple(f for f in flows if f.told.standing is Standing.DONE)
    beside = {d.claim for flow in done for d in flow.told.denials if d.only is None}
    others = (f for f in flows if f.told.standing is not Standing.DONE)
    return Flows(
        done=done,
        apart=tuple(f for f in others if not beside.issuperset(f.told.claims)),
        in_review=told.in_review(wanted.fits),
        left_out=told.left_out,
    )


def rows_of(tellings: Iterable[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """Group tellings of the same parties, kind of thing, rung and standing, in order."""
    grouped: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        grouped[telling.row].append(telling)
    return tuple(map(tuple, grouped.values()))


def is_asked_for(thing: Thing | None, item: str) -> bool:
    """Say whether a thing is of the kind that a user names by its key or one of its words."""
    named = load_kinds().kinds.get(item) or thing_of((item,), support=item, unit=None)
    return thing is not None and named is not None and named.key in (thing.key, thing.broader)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A query with its parties found."""

    query: FlowQuery
    party: EntityId | None
    giver: EntityId | None
    receiver: EntityId | None

    def fits(self, telling: Telling) -> bool:
        """Say whether a telling is asked for."""
        giver, receiver = _entity(telling.giver), _entity(telling.receiver)
        item = self.query.item
        return (
            self.party in {None, giver, receiver}
            and self.giver in {None, giver}
            and self.receiver in {None, receiver}
            and (item is None or is_asked_for(telling.thing, item))
            and self._is_within(telling.edtf)
        )

    def _is_within(self, edtf: str | None) -> bool:
        since, until = self.query.since, self.query.until
        if since is None and until is None:
            return True
        span = (reach_of(since or "..")[0], reach_of(until or "..")[1])
        return edtf is not None and overlap(reach_of(edtf), span)


def _wanted(knowledge: Knowledge, query: FlowQuery) -> _Wanted:
    check_dates(query.since, query.until)
    keys = (query.party, query.giver, query.receiver)
    found = [None if key is None else find_entity(knowledge, key).id for key in keys]
    return _Wanted(query, *found)


def _entity(end: End | None) -> EntityId | None:
    return None if end is None else end.entity


def _flow(row: Sequence[Telling], denials: Denials, knowledge: Knowledge) -> Flow:
    lead = row[0]
    return Flow(
        giver=lead.giver,
        receiver=lead.receiver,
        thing=lead.thing,
        how=tuple(dict.fromkeys(t.how for t in row)),
        carriers=tuple(dict.fromkeys(t.carrier for t in row if t.carrier is not None)),
        movements=least_movements(row),
        told=told_of(row, denials, knowledge),
    )


def _place_of(flow: Flow) -> tuple[object, ...]:
    """Give the key that sorts flows: by how many ends are named, then by standing and names."""
    ends = (flow.giver, flow.receiver)
    named = sum(end is not None and end.named for end in ends)
    names = ("" if end is None else end.name.casefold() for end in ends)
    standing = tuple(Standing).index(flow.told.standing)
    thing = "" if flow.thing is None else flow.thing.name
    return (standing, -named, *names, thing, flow.told.claims[0])
