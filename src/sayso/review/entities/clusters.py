"""The entities across documents: placements and judgements put together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.findings import Entity, Judgement
from sayso.model.ids import EntityId
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, ListingStatus
from sayso.review.entities.members import Member, Placement
from sayso.review.judgements import Decisions
from sayso.review.memory.notes import Notes, Table

_TYPE_ORDER: Final = {kind: n for n, kind in enumerate(EntityType)}
_LISTING_ORDER: Final = {status: n for n, status in enumerate(ListingStatus)}


@dataclass(frozen=True, slots=True)
class Profile:
    """What findings need to know of an entity; it seldom changes when a document is added."""

    name: str
    type: EntityType
    named: bool
    listing: Listing | None


@dataclass(frozen=True, slots=True)
class Cluster:
    """An entity with what it was put together from; members in the order of the documents."""

    entity: Entity
    mentions: int
    members: tuple[Member, ...]
    placements: tuple[Placement, ...]


class Clusters:
    """The entities across documents, of which only those are put together anew that change.

    Attributes:
        entity_of: where each document's own entity went.
        profiles: what findings need to know of each entity.
        names: all names of each.
    """

    def __init__(self, notes: Notes) -> None:
        self.entity_of: Table[EntityId, EntityId] = notes.table()
        self.profiles: Table[EntityId, Profile] = notes.table()
        self.names: Table[EntityId, frozenset[str]] = notes.table()
        self._clusters: dict[EntityId, Cluster] = {}
        self._ranking: list[tuple[int, EntityId]] = []

    def move(self, gone: Collection[EntityId], placed: Iterable[tuple[Member, Placement]]) -> None:
        """Take members out of their entities, and put members where they are placed.

        A member that moves, or was changed, is among both.
        """
        leaving: dict[EntityId, set[EntityId]] = defaultdict(set)
        coming: dict[EntityId, list[tuple[Member, Placement]]] = defaultdict(list)
        left = set(gone)
        for key in gone:
            leaving[self.entity_of.answers[key]].add(key)
        for member, placement in placed:
            coming[placement.id].append((member, placement))
            self.entity_of.put(member.id, placement.id)
            left.discard(member.id)
        for key in left:
            self.entity_of.put(key, None)
        touched = leaving.keys() | coming.keys()
        for key in touched:
            self._put_together(key, leaving[key], coming[key])
        kept = [place for place in self._ranking if place[1] not in touched]
        fresh = [
            (-c.mentions, key) for key in touched if (c := self._clusters.get(key)) is not None
        ]
        self._ranking = sorted(kept + fresh)

    def entities(self) -> dict[EntityId, Entity]:
        """Give all entities, the most mentioned first, ties by id."""
        return {key: self._clusters[key].entity for _, key in self._ranking}

    def _put_together(
        self, key: EntityId, leaving: set[EntityId], coming: list[tuple[Member, Placement]]
    ) -> None:
        """Make one entity anew, or let it go when nothing is left of it."""
        known = self._clusters.pop(key, None)
        old = () if known is None else zip(known.members, known.placements, strict=True)
        own = [pair for pair in old if pair[0].id not in leaving]
        own = sorted([*own, *coming], key=lambda pair: pair[0].order)
        members = tuple(member for member, _ in own)
        if not members:
            self.profiles.put(key, None)
            self.names.put(key, None)
            return
        entity = _entity(key, own)
        named = any(member.named for member in members)
        self.names.put(key, frozenset(entity.names))
        self.profiles.put(key, Profile(entity.name, entity.type, named, entity.listing))
        self._clusters[key] = Cluster(
            entity=entity,
            mentions=sum(len(member.entity.mentions) for member in members),
            members=members,
            placements=tuple(placement for _, placement in own),
        )


def judged(
    placed: Mapping[EntityId, Placement],
    replaced: Mapping[EntityId, Placement],
    decisions: Decisions,
) -> dict[EntityId, Placement]:
    """Give the placements that people's judgements change: first what was split, then what joined.

    A "different" takes the first named of two members out of their common entity, and keeps two
    entities from being joined through a third.

    Args:
        placed: where members belong by their document alone.
        replaced: those of them that rules have moved since.
        decisions: what people decided.
    """
    if not decisions.same and not decisions.different:
        return {}
    whole = {**placed, **replaced}
    changed: dict[EntityId, Placement] = {}
    for judgement in decisions.different:
        split = _split_off(judgement, whole)
        if split is not None:
            whole[split] = changed[split] = Placement(split, _signed("judged different", judgement))
    joined = Joined(whole, decisions.different)
    for judgement in decisions.same:
        joined.join(judgement)
    return changed | joined.placements()


class Joined:
    """Entities that were judged the same, with one id for each set of them."""

    def __init__(self, placed: Mapping[EntityId, Placement], apart: Iterable[Judgement]) -> None:
        self._placed = placed
        self._entities = {p.id for p in placed.values()}
        self._root: dict[str, EntityId] = {}
        self._reasons: dict[EntityId, str] = {}
        self._apart = tuple(apart)

    def join(self, judgement: Judgement) -> None:
        """Join two entities, unless either is unknown or they are to be kept apart."""
        one, other = self._of(judgement.about), self._of(judgement.other)
        if one is None or other is None or one == other or self._kept_apart(one, other):
            return
        kept, gone = sorted((one, other), key=lambda key: (":" not in key, key))
        self._root[gone] = kept
        self._reasons[gone] = _signed("judged the same", judgement)

    def placements(self) -> dict[EntityId, Placement]:
        """Give the placements with joined ids; a judgement's reason follows the rule's."""
        result: dict[EntityId, Placement] = {}
        for member, placement in self._placed.items():
            signed = self._reasons.get(placement.id)
            if signed is not None:
                reason = f"{placement.reason}; {signed}"
                result[member] = Placement(self._find(placement.id), reason)
        return result

    def _find(self, key: EntityId) -> EntityId:
        """Follow the joins to the id that stands for all."""
        while key in self._root:
            key = self._root[key]
        return key

    def _of(self, name: str | None) -> EntityId | None:
        """Give the entity that an id of an entity or of a member leads to, or None."""
        if name is None:
            return None
        key = EntityId(name)
        if key in self._placed:
            return self._find(self._placed[key].id)
        return self._find(key) if key in self._entities else None

    def _kept_apart(self, one: EntityId, other: EntityId) -> bool:
        """Say whether a judgement that stands forbids the two to be one."""
        pair = {one, other}
        return any({self._of(j.about), self._of(j.other)} == pair for j in self._apart)


def _split_off(judgement: Judgement, placed: Mapping[EntityId, Placement]) -> EntityId | None:
    """Give the member that a "different" takes out of an entity, or None when it is not in it."""
    about, other = EntityId(judgement.about), EntityId(judgement.other or "")
    home = {key: placed[key].id if key in placed else key for key in (about, other)}
    if home[about] != home[other]:
        return None
    return next((key for key in (about, other) if key in placed and key != home[key]), None)


def _signed(words: str, judgement: Judgement) -> str:
    """Give a judgement as a reason."""
    return f"{words} by {judgement.by}: {judgement.reason}"


def _entity(key: EntityId, own: Sequence[tuple[Member, Placement]]) -> Entity:
    """Put one entity together from its members."""
    kinds: Counter[EntityType] = Counter()
    for member, _ in own:
        kinds[member.type] += len(member.entity.mentions)
    ordered = sorted((member.id, placement.reason) for member, placement in own)
    members = [member for member, _ in own]
    return Entity(
        id=key,
        type=min(kinds, key=lambda kind: (-kinds[kind], _TYPE_ORDER[kind])),
        names=_names(members),
        members=tuple(member for member, _ in ordered),
        reasons=tuple(reason for _, reason in ordered),
        listing=firmest(key, (m.listing for m in members if m.listing is not None)),
    )


def _names(own: Sequence[Member]) -> tuple[str, ...]:
    """Give all names: the fullest first, then by how often they are used, ties by alphabet."""
    used: Counter[str] = Counter()
    for member in own:
        used[member.entity.name] += 1
        for alias in member.entity.aliases:
            used[alias] += 0
        for mention in member.entity.mentions:
            if mention.text in used:
                used[mention.text] += 1
    named = {m.entity.name for m in own if m.named} or {m.entity.name for m in own}
    fullest = min(named, key=lambda name: (-len(name.split()), -used[name], name))
    rest = sorted(set(used) - {fullest}, key=lambda name: (-used[name], name))
    return (fullest, *rest)


def firmest(key: EntityId, listings: Iterable[Listing]) -> Listing | None:
    """Give the firmest of an entity's listings: listed, possible, regime subject; then likeliest.

    None when there are none.
    """
    found = min(
        listings,
        key=lambda x: (_LISTING_ORDER[x.status], -x.probability, x.reference or ""),
        default=None,
    )
    return None if found is None else replace(found, entity=key)
