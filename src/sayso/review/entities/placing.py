"""Where each document's own entity belongs, by rules that say their reason."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import PlaceMention
from sayso.model.ids import EntityId, key_of
from sayso.model.vocabulary import EntityType, ListingStatus, PlaceLevel
from sayso.review.entities.members import Member, Placement
from sayso.review.entities.names import is_acronym, normal_name, normal_person


@dataclass(frozen=True, slots=True)
class FullName:
    """A body's full name that explains an acronym.

    Attributes:
        acronym: in its normal form.
        body: where the body was placed.
        listed: it was placed with a list entry or a regime.
    """

    acronym: str
    body: EntityId
    listed: bool


def place_members(members: Sequence[Member]) -> dict[EntityId, Placement]:
    """Give each member of one document its place by the first rule that has one.

    The rules go by entry, regime, place, name. A possible listing places nothing. What has no name
    stays in its document.
    """
    placed = {m.id: _first_rule(m) for m in members}
    for member in _namesakes(members, placed):
        placed[member.id] = Placement(
            member.id, f"{member.document.name} keeps two persons of this name apart"
        )
    return placed


def full_names(
    members: Iterable[Member], placed: Mapping[EntityId, Placement]
) -> tuple[FullName, ...]:
    """Give the full names with an acronym beside them."""
    return tuple(
        FullName(normal_name(alias), placed[m.id].id, is_listed(m))
        for m in members
        if m.family == "body" and m.named and not is_acronym(m.entity.name)
        for alias in filter(is_acronym, m.entity.aliases)
    )


def join_acronyms(
    bearers: Iterable[Member], explained: Iterable[FullName]
) -> dict[EntityId, Placement]:
    """Give new placements to bodies known by an acronym that exactly one full name explains."""
    full: dict[str, set[EntityId]] = defaultdict(set)
    listed: set[EntityId] = set()
    for name in explained:
        full[name.acronym].add(name.body)
        if name.listed:
            listed.add(name.body)
    joined: dict[EntityId, Placement] = {}
    for member in bearers:
        owners = full.get(normal_name(member.entity.name), set())
        if len(owners) == 1 and not owners & listed:
            [owner] = owners
            reason = f"{_words(member)}: an acronym that another document gives in full"
            joined[member.id] = Placement(owner, reason)
    return joined


def bears_acronym(member: Member) -> bool:
    """Say whether an unlisted body is known in its document by an acronym alone."""
    return member.family == "body" and not is_listed(member) and is_acronym(member.entity.name)


def is_listed(member: Member) -> bool:
    """Say whether a member is placed with a list entry or a regime."""
    return _by_entry(member) is not None or _by_regime(member) is not None


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
