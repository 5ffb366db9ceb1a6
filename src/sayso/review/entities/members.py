"""A document's own entity, with what decides where it belongs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import DocumentEntity, PlaceMention
from sayso.model.documents import Document
from sayso.model.findings import Record
from sayso.model.ids import DocumentId, EntityId
from sayso.model.matches import Listing
from sayso.model.vocabulary import EntityType
from sayso.review.copies import date_order
from sayso.review.entities.owners import is_named
from sayso.review.memory.notes import Table

#: Documents differ in what they call a body with a name; such types are one family.
BODIES: Final = frozenset(
    {
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
        EntityType.GROUP,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entity of one document, with its listing, its place and whether it has a name.

    Attributes:
        number: which of the document's entities it is, in order of appearance, from 0.
    """

    number: int
    entity: DocumentEntity
    document: Document
    listing: Listing | None
    place: PlaceMention | None
    named: bool

    @property
    def id(self) -> EntityId:
        """Give the document's own id for it."""
        return self.entity.id

    @property
    def order(self) -> tuple[str, str, int]:
        """Give the key that sorts by date of publication, then by order of appearance."""
        return *date_order(self.document), self.number

    @property
    def type(self) -> EntityType:
        """Give its type in that document."""
        return self.entity.type

    @property
    def family(self) -> str:
        """Give "body" for groups, organisations, public bodies and media, else the type."""
        return "body" if self.type in BODIES else self.type.value


@dataclass(frozen=True, slots=True)
class Placement:
    """The entity that a member belongs to, and why."""

    id: EntityId
    reason: str


@dataclass(frozen=True, slots=True)
class Context:
    """What documents tell about each other: their stories, and whose nameless things are."""

    stories: Table[DocumentId, DocumentId]
    owners: Table[EntityId, EntityId]


def members_of(record: Record) -> Iterable[Member]:
    """Give the entities of one document, in order of appearance."""
    listings = {listing.entity: listing for listing in record.listings}
    places = {p.entity: p for p in reversed(record.extraction.places) if p.entity is not None}
    for number, entity in enumerate(record.extraction.entities):
        yield Member(
            number=number,
            entity=entity,
            document=record.document,
            listing=listings.get(entity.id),
            place=places.get(entity.id) if entity.type is EntityType.PLACE else None,
            named=is_named(entity),
        )
