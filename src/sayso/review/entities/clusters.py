"""The entities across documents: placements and judgements put together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.model.findings import Entity, Judgement
from sayso.model.ids import EntityId
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, ListingStatus
from sayso.review.entities.members import Member, Placement
from sayso.review.judgements import Decisions

_TYPE_ORDER: Final = {kind: n for n, kind in enumerate(EntityType)}
_LISTING_ORDER: Final = {status: n for n, status in enumerate(ListingStatus)}


@dataclass(frozen=True, slots=True)
class Clusters:
    """Entities, the most mentioned first, and where each document's own entity went.

    Attributes:
        named: entities that at least one document names.
    """

    entities: Mapping[EntityId, Entity]
    entity_of: Mapping[EntityId, EntityId]
    named: frozenset[EntityId]


def gather(members: Sequence[Member], placed: Mapping[EntityId, Placement]) -> Clusters:
    """Give one entity for each place that members were put in."""
    gathered: dict[EntityId, list[Member]] = defaultdict(list)
    for member in members:
        gathered[placed[member.id].id].append(member)
    mentions = {key: sum(len(m.entity.mentions) for m in own) for key, own in gathered.items()}
    ranked = sorted(gathered, key=lambda key: (-mentions[key], key))
    return Clusters(
        entities={key: _entity(key, gathered[key], placed) for key in ranked},
        entity_of={m.id: placed[m.id].id for m in members},
        named=frozenset(key for key, own in gathered.items() if any(m.named for m in own)),
    )


def judged(placed: Mapping[EntityId, Placement], decisions: Decisions) -> dict[EntityId, Placement]:
    """Give the placements after people's judgements: first what was split, then what was joined.

    A "different" takes the first named of two members out of their common entity, and keeps two
    entities from being joined through a third.
    """
    result = dict(placed)
    for judgement in decisions.different:
        split = _split_off(judgement, result)
        if split is not None:
            result[split] = Placement(split, _signed("judged different", judgement))
    joined = Joined(result, decisions.different)
    for judgement in decisions.same:
        joined.join(judgement)
    return joined.placements()


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
        """Give all placements with the joined ids; a judgement's reason follows the rule's."""
        result: dict[EntityId, Placement] = {}
        for member, placement in self._placed.items():
            signed = self._reasons.get(placement.id)
            reason = placement.reason if signed is None else f"{placement.reason}; {signed}"
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


def _entity(key: EntityId, own: Sequence[Member], placed: Mapping[EntityId, Placement]) -> Entity:
    """Put one entity together from its members."""
    kinds: Counter[EntityType] = Counter()
    for member in own:
        kinds[member.type] += len(member.entity.mentions)
    ordered = sorted(own, key=lambda m: m.id)
    return Entity(
        id=key,
        type=min(kinds, key=lambda kind: (-kinds[kind], _TYPE_ORDER[kind])),
        names=_names(own),
        members=tuple(m.id for m in ordered),
        reasons=tuple(placed[m.id].reason for m in ordered),
        listing=firmest(key, (m.listing for m in own if m.listing is not None)),
    )


def _names(own: Sequence[Member]) -> tuple[str, ...]:
    """Give all names: the fullest first, then by how often they are used, ties by alphabet."""
    used: Counter[str] = Counter()
    for member in own:
        used[member.entity.name] += 1
        used.update(dict.fromkeys(member.entity.aliases, 0))
        used.update(m.text for m in member.entity.mentions if m.text in used)
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
