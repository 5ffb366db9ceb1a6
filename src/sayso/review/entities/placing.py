"""Where each document's own entity belongs, by rules that say their reason."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sayso.model.claims import PlaceMention
from sayso.model.ids import EntityId, key_of
from sayso.model.vocabulary import EntityType, ListingStatus, PlaceLevel
from sayso.review.entities.members import Member, Placement
from sayso.review.entities.names import is_acronym, normal_name, normal_person


def place_members(members: Sequence[Member]) -> dict[EntityId, Placement]:
    """Give each member its place by the first rule that has one: entry, regime, place, name.

    A possible listing places nothing. What has no name stays in its document.
    """
    placed = {m.id: _first_rule(m) for m in members}
    for member in _namesakes(members, placed):
        placed[member.id] = Placement(
            member.id, f"{member.document.name} keeps two persons of this name apart"
        )
    return placed | _joined_by_acronym(members, placed)


def site_key(place: PlaceMention) -> str:
    """Give the key of a place: its code, with its name where it is finer than the code."""
    if place.code is not None and place.level in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1}:
        return place.code
    return f"{place.code or ''}/{normal_name(place.name)}"


def _first_rule(member: Member) -> Placement:
    """Give the placement of the first rule that applies, or the member's own."""
    found = next(filter(None, (rule(member) for rule in RULES)), None)
    if found is not None:
        return found
    why = "no name" if not member.named else "a name too short to tell whose it is"
    return Placement(member.id, f"stands alone: {why} in {member.document.name}")


def _by_entry(member: Member) -> Placement | None:
    """Place what was resolved to a list entry with that entry."""
    listing = member.listing
    if listing is None or listing.status is not ListingStatus.LISTED or listing.reference is None:
        return None
    entry = f"{listing.authority}:{listing.reference}"
    return Placement(EntityId(entry), f"{_words(member)}: resolved to list entry {entry}")


def _by_regime(member: Member) -> Placement | None:
    """Place the subject of a sanctions regime with that regime."""
    listing = member.listing
    if listing is None or listing.status is not ListingStatus.REGIME_SUBJECT:
        return None
    key = key_of(
        "e", "regime", listing.authority, listing.regime or normal_name(member.entity.name)
    )
    return Placement(EntityId(key), f"{_words(member)}: subject of the {listing.regime} regime")


def _by_place(member: Member) -> Placement | None:
    """Place what the gazetteer knows with all other spellings of it."""
    place = member.place
    if place is None or place.code is None:
        return None
    reason = f"{_words(member)}: {place.name}, {place.code}"
    return Placement(EntityId(key_of("e", "Place", site_key(place))), reason)


def _by_name(member: Member) -> Placement | None:
    """Place what has a name with all that bear it; persons need two words of name."""
    if not member.named:
        return None
    if member.type is EntityType.PERSON:
        name, least, what = normal_person(member.entity.name), 2, "full name"
    else:
        least = 2 if member.type is EntityType.DOCUMENT else 1
        name, what = normal_name(member.entity.name), "name"
    if len(name.split()) < least:
        return None
    key = key_of("e", member.family, name)
    return Placement(
        EntityId(key), f"{_words(member)}: gathered by {what}, nothing else was compared"
    )


RULES: Final[tuple[Callable[[Member], Placement | None], ...]] = (
    _by_entry,
    _by_regime,
    _by_place,
    _by_name,
)


def _words(member: Member) -> str:
    """Give the member's name and document, as reasons begin."""
    return f"“{member.entity.name}” in {member.document.name}"


def _namesakes(members: Sequence[Member], placed: dict[EntityId, Placement]) -> Iterable[Member]:
    """Give the persons that share name and document but were read as two."""
    persons = [
        m for m in members if m.type is EntityType.PERSON and _by_entry(m) is None and m.named
    ]
    times = Counter((m.document.id, placed[m.id].id) for m in persons)
    return (m for m in persons if times[m.document.id, placed[m.id].id] > 1)


def _joined_by_acronym(
    members: Sequence[Member], placed: dict[EntityId, Placement]
) -> dict[EntityId, Placement]:
    """Give new placements to bodies known by an acronym that exactly one full name explains."""
    full: dict[str, set[EntityId]] = defaultdict(set)
    by_entry = {placed[m.id].id for m in members if _by_entry(m) or _by_regime(m)}
    for member in members:
        if member.family == "body" and member.named and not is_acronym(member.entity.name):
            for alias in filter(is_acronym, member.entity.aliases):
                full[normal_name(alias)].add(placed[member.id].id)
    joined: dict[EntityId, Placement] = {}
    for member in members:
        owners = full.get(normal_name(member.entity.name), set())
        if _bears_acronym(member) and len(owners) == 1 and not owners & by_entry:
            [owner] = owners
            reason = f"{_words(member)}: an acronym that another document gives in full"
            joined[member.id] = Placement(owner, reason)
    return joined


def _bears_acronym(member: Member) -> bool:
    """Say whether an unlisted body is known in its document by an acronym alone."""
    unlisted = _by_entry(member) is None and _by_regime(member) is None
    return member.family == "body" and unlisted and is_acronym(member.entity.name)
