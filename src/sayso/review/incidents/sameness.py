"""Whether two tellings can be, and are, of one incident."""

from collections.abc import Callable, Mapping
from typing import Final

from sayso.model.claims import PlaceMention
from sayso.model.incidents import IncidentKind, IncidentSlot
from sayso.review.incidents.telling import Telling, is_fine

_HIT: Final = (IncidentSlot.VICTIM, IncidentSlot.TARGET)
#: What may be told of one act under two kinds: who is attacked may be killed or bombed.
_ALIKE: Final[Mapping[IncidentKind, frozenset[IncidentKind]]] = {
    IncidentKind.ATTACK: frozenset(
        {IncidentKind.ATTACK, IncidentKind.BOMBING, IncidentKind.KILLING, IncidentKind.ARSON}
    ),
    IncidentKind.BOMBING: frozenset(
        {IncidentKind.BOMBING, IncidentKind.ATTACK, IncidentKind.KILLING}
    ),
    IncidentKind.KILLING: frozenset(
        {IncidentKind.KILLING, IncidentKind.ATTACK, IncidentKind.BOMBING}
    ),
    IncidentKind.ARSON: frozenset({IncidentKind.ARSON, IncidentKind.ATTACK}),
}


def are_alike(one: IncidentKind, other: IncidentKind) -> bool:
    """Say whether two kinds may be of one act."""
    return one is other or other in _ALIKE.get(one, frozenset())


def contradict(one: Telling, other: Telling) -> bool:
    """Say whether two tellings are of different days, or of places apart."""
    days = one.day is not None and other.day is not None and one.day != other.day
    return days or are_apart(one.claim.proposition.place, other.claim.proposition.place)


def are_apart(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """Say whether two places cannot hold one act: different countries, divisions or towns."""
    if one is None or other is None:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    fine = is_fine(one.level) and is_fine(other.level)
    if fine and one.code and other.code and one.code != other.code:
        return True
    return fine and one.level is other.level and one.name != other.name


def same_words(one: Telling, other: Telling) -> bool:
    """Say whether both stand at the same words: a claim and an account of it."""
    return one.claim.passage_id == other.claim.passage_id and one.claim.trigger.overlaps(
        other.claim.trigger
    )


def same_hit(one: Telling, other: Telling) -> bool:
    """Say whether the same person or thing is acted on, by name or as told of before."""
    mine = {f.key: f for f in one.filled if f.slot in _HIT}
    shared = [f for f in other.filled if f.slot in _HIT and f.key in mine]
    return any(f.named or f.entity is not None for f in shared)


def same_weapon(one: Telling, other: Telling) -> bool:
    """Say whether the same bomb, as an entity of the text, does it."""
    keys = {f.key for f in one.filled if f.slot is IncidentSlot.WEAPON and f.entity is not None}
    return not keys.isdisjoint(other.keys(IncidentSlot.WEAPON))


def same_breath(one: Telling, other: Telling) -> bool:
    """Say whether one sentence tells both, of one doer or as what came of it."""
    if one.claim.passage_id != other.claim.passage_id:
        return False
    doers = one.keys(IncidentSlot.PERPETRATOR) & other.keys(IncidentSlot.PERPETRATOR)
    return bool(doers) or one.effect or other.effect


#: Any of these makes two tellings, that nothing keeps apart, of one incident.
LINKS: Final[tuple[Callable[[Telling, Telling], bool], ...]] = (
    same_words,
    same_hit,
    same_weapon,
    same_breath,
)
