"""The ladder of capabilities: what each party seeks, has acquired, holds and uses."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.findings import Knowledge
from sayso.model.flows import Capabilities, Capability, End, Rung, Standing, Thing, Told
from sayso.model.ids import FindingId
from sayso.model.vocabulary import EntityType
from sayso.review.choose import find_entity
from sayso.review.flows.rows import is_asked_for, rows_of
from sayso.review.flows.telling import Telling, is_had, rung_tellings
from sayso.review.flows.told import Denials, told_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderQuery:
    """Whose ladder is asked for, and of what; None asks for all.

    Attributes:
        party: as a user names an entity.
        item: the key or a word of a kind of thing; a broader kind has what is part of it.
    """

    party: str | None = None
    item: str | None = None


def capabilities_of(
    knowledge: Knowledge, query: LadderQuery, waiting: frozenset[FindingId] = frozenset()
) -> Capabilities:
    """Give one row for each party and kind of thing, with all four rungs.

    Named armed groups come first, then other named parties, then those without a name; by name,
    then by kind. A denial of every kind makes no row of its own; it stands beside each.

    Args:
        knowledge: what is known.
        query: which rows.
        waiting: findings that are not read surely enough to be shown; what they deny still
            stands beside what it denies.

    Raises:
        NotFound: no entity is named so, or several are.
    """
    wanted = None if query.party is None else find_entity(knowledge, query.party).id

    def fits(telling: Telling) -> bool:
        is_item = query.item is None or is_asked_for(telling.thing, query.item)
        party = telling.receiver
        return is_item and is_had(telling) and party is not None and wanted in {None, party.entity}

    told = rung_tellings(knowledge, waiting)
    denials = Denials(told.every)
    grouped: dict[tuple[str, str], list[_Held]] = defaultdict(list)
    for telling in told.shown:
        party, thing = telling.receiver, telling.thing
        if party is not None and thing is not None and fits(telling):
            grouped[party.key, thing.key].append(_Held(party, thing, telling))
    rows = (_capability(own, denials, knowledge) for own in grouped.values())
    return Capabilities(
        rows=tuple(sorted(rows, key=lambda row: _place_of(row, knowledge))),
        in_review=told.in_review(fits),
        left_out=told.left_out,
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """What one claim tells of a party and a kind of thing."""

    party: End
    thing: Thing
    telling: Telling


def _capability(own: Sequence[_Held], denials: Denials, knowledge: Knowledge) -> Capability:
    rungs: dict[Rung, list[Told]] = {rung: [] for rung in Rung}
    for row in rows_of(held.telling for held in own):
        if row[0].rung is not None:
            rungs[row[0].rung].append(told_of(row, denials, knowledge))
    done = (t for told in rungs.values() for t in told if t.standing is Standing.DONE)
    beside = {denial.claim for told in done for denial in told.denials}
    order = tuple(Standing)
    return Capability(
        party=own[0].party,
        thing=own[0].thing,
        rungs=tuple(
            (
                rung,
                tuple(
                    sorted(
                        (t for t in told if not beside.issuperset(t.claims)),
                        key=lambda t: order.index(t.standing),
                    )
                ),
            )
            for rung, told in rungs.items()
        ),
    )


def _place_of(row: Capability, knowledge: Knowledge) -> tuple[object, ...]:
    """Give the key that sorts rows."""
    entity = knowledge.entity_behind(row.party.entity)
    is_armed = entity is not None and entity.type is EntityType.ARMED_GROUP
    party = row.party
    names = (party.name.casefold(), party.key, not row.thing.known, row.thing.name)
    return (not party.named, not is_armed, *names)
