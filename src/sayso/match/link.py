"""From an entity of a text to a list entry: with reasons, or not at all."""

from typing import Final

from sayso.match.linking.contest import names_of
from sayso.match.linking.grounds import SUBJECT_SOUNDS, Company
from sayso.match.linking.groups import link_group
from sayso.match.linking.persons import link_person
from sayso.match.normal import sounds_of
from sayso.model.claims import DocumentEntity
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType, ListingStatus
from sayso.ports import NameIndex

__all__ = ["Company", "link"]

_GROUPS: Final = frozenset(
    {
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
        EntityType.GROUP,
    }
)
#: The authority whose regimes have subjects that are no entries.
_UN: Final = "un"
_SURE_OF_SUBJECT: Final = 0.95


def link(entity: DocumentEntity, company: Company, index: NameIndex) -> Listing | None:
    """Give how an entity stands to the indexed lists; None for "(not listed)".

    The kinds must agree: a person is tied to a person's entry alone. The subject of a regime that
    is no entry itself (the Taliban) is that, and never an entry with the word in its name.
    """
    if entity.type is EntityType.PERSON:
        return link_person(entity, company, index)
    if entity.type not in _GROUPS:
        return None
    return _subject(entity, entity.name) or link_group(entity, company, index) or _by_alias(entity)


def _by_alias(entity: DocumentEntity) -> Listing | None:
    """Give the regime that one of an entity's other names is a subject of."""
    found = (_subject(entity, alias) for alias in names_of(entity)[1:])
    return next((listing for listing in found if listing is not None), None)


def _subject(entity: DocumentEntity, name: str) -> Listing | None:
    number = SUBJECT_SOUNDS.get(sounds_of(name))
    if number is None:
        return None
    return Listing(
        entity=entity.id,
        status=ListingStatus.REGIME_SUBJECT,
        authority=_UN,
        reference=None,
        regime=number,
        probability=_SURE_OF_SUBJECT,
        reasons=(
            f"name agrees: {name!r} is the subject of the {number} regime",
            "no entry of the list is this group itself",
        ),
    )
