"""What a FollowTheMoney file says of its parties in lines of their own, gathered by party."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.lists.ftm.lines import FtmEntity
from sayso.lists.ftm.schemata import HELD, PARTIES, PLACES, TIES
from sayso.model.lists import EntryLink


@dataclass(slots=True)
class Folded:
    """The first reading of a file.

    Attributes:
        captions: of the parties, by id.
        held: what is said of one party, by its id: sanctions, papers, wallets, posts.
        ties: both ends' ties to others, by id.
        pointed_to: addresses and posts, by their ids.
        left_out: parties that the file says are no targets.
        unread: lines of schemata that no entry can hold, by schema.
        seen: the newest time at which the publisher saw an entity, as it stands there.
    """

    captions: dict[str, str] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    held: dict[str, list[FtmEntity]] = field(default_factory=dict)
    ties: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    pointed_to: dict[str, FtmEntity] = field(default_factory=dict)
    left_out: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    seen: str = ""

    def links_of(self, party: str) -> Iterator[EntryLink]:
        """Give the ties of a party in the order of the file; only who is listed has a reference."""
        for relation, other in self.ties.get(party, ()):
            yield self.link(relation, other)

    def link(self, relation: str, other: str) -> EntryLink:
        """Give one tie: the other party's reference where it is an entry, and its name."""
        return EntryLink(
            relation=relation,
            reference=other if other in self.listed else None,
            name=self.captions.get(other, other),
        )


def fold(entities: Iterable[FtmEntity]) -> Folded:
    """Read a file for the first time: everything but the parties themselves is kept."""
    folded = Folded()
    for entity in entities:
        folded.seen = max(folded.seen, entity.seen)
        _keep(folded, entity)
    return folded


def _keep(folded: Folded, entity: FtmEntity) -> None:
    known = False
    if entity.schema in PARTIES:
        known = True
        folded.captions[entity.id] = entity.caption or entity.first("name") or entity.id
        if entity.is_target is False:
            folded.left_out += 1
        else:
            folded.listed.add(entity.id)
    if entity.schema in HELD:
        known = True
        for holder in entity.values(HELD[entity.schema]):
            folded.held.setdefault(holder, []).append(entity)
    if entity.schema in TIES:
        known = True
        _tie(folded, entity)
    if entity.schema in PLACES:
        known = True
        folded.pointed_to[entity.id] = entity
    if not known:
        folded.unread[entity.schema] += 1


def _tie(folded: Folded, entity: FtmEntity) -> None:
    """Keep a tie at both of its ends, in the file's own words."""
    near, far = TIES[entity.schema]
    role = entity.first("role", "relationship", "ownershipType", "status")
    told = f"{entity.schema}: {role}" if role else entity.schema
    share = entity.first("percentage")
    period = [d for d in (entity.first("startDate"), entity.first("endDate")) if d]
    more = ", ".join(([f"{share} %"] if share else []) + ([" to ".join(period)] if period else []))
    told += f" ({more})" if more else ""
    for one in entity.values(near):
        for other in entity.values(far):
            folded.ties.setdefault(one, []).append((f"{told}, as {near} of the {far}", other))
            folded.ties.setdefault(other, []).append((f"{told}, as {far} of the {near}", one))
