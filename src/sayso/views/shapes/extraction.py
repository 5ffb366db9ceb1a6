"""The JSON of one document with all that was taken out of it: `sayso extract` and `sayso show`."""

from sayso.model.claims import (
    ClaimLink,
    DocumentEntity,
    Extraction,
    Mention,
    PlaceMention,
    SourceNode,
    TimeMention,
)
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, EntityId
from sayso.model.matches import Listing
from sayso.views.json import JsonObject, JsonValue
from sayso.views.shapes.claims import Refs, claim_shape


class ShortIds:
    """The ids of one document as e1, e2, … and c1, c2, … in order of appearance."""

    def __init__(self, extraction: Extraction) -> None:
        self._entities = {e.id: f"e{n}" for n, e in enumerate(extraction.entities, 1)}
        self._claims = {c.id: f"c{n}" for n, c in enumerate(extraction.claims, 1)}
        self._names = {e.id: e.name for e in extraction.entities}

    def entity(self, entity: EntityId) -> str:
        """Give the short id; an entity of another document keeps its own."""
        return self._entities.get(entity, entity)

    def claim(self, claim: ClaimId) -> str:
        """Give the short id; a claim of another document keeps its own."""
        return self._claims.get(claim, claim)

    def name(self, node: SourceNode) -> str | None:
        """Give the name that the text has for a source."""
        found = None if node.entity is None else self._names.get(node.entity)
        return node.name or found


def extraction_json(record: Record, seconds: float) -> JsonObject:
    """Give the object of `sayso extract FILE --json`; everything in order of appearance."""
    document, found = record.document, record.extraction
    ids = ShortIds(found)
    listings = {listing.entity: listing for listing in record.listings}
    claims = [
        claim_shape(
            claim,
            Refs(text=document.text, claim=ids.claim(claim.id), entity=ids.entity, name=ids.name),
        )
        for claim in found.claims
    ]
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published,
            "language": document.language,
            "text": document.text,
        },
        "entities": [entity_shape(e, ids, listings.get(e.id)) for e in found.entities],
        "claims": claims,
        "links": [link_shape(link, ids) for link in found.links],
        "places": [place_mention_shape(place) for place in found.places],
        "times": [time_shape(time) for time in found.times],
        "refused": [{"reason": r.reason, "count": r.count} for r in found.refused],
        "seconds": round(seconds, 3),
    }


def entity_shape(entity: DocumentEntity, ids: ShortIds, listing: Listing | None) -> JsonObject:
    """Give one entity of a document."""
    return {
        "id": ids.entity(entity.id),
        "type": entity.type.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [mention_shape(mention) for mention in entity.mentions],
        "listing": None if listing is None else listing_shape(listing),
    }


def mention_shape(mention: Mention) -> JsonObject:
    """Give one mention with the rule that tied it to its entity."""
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "rule": mention.resolved_by,
    }


def listing_shape(listing: Listing) -> JsonObject:
    """Give how an entity stands to the lists, with reasons."""
    return {
        "status": listing.status.value,
        "list": listing.authority,
        "reference": listing.reference,
        "regime": listing.regime,
        "probability": round(listing.probability, 4),
        "reasons": list(listing.reasons),
    }


def link_shape(link: ClaimLink, ids: ShortIds) -> JsonObject:
    """Give one link; the far end of a rejected document is the document's entity."""
    far: JsonValue = None
    if link.b is not None:
        far = ids.claim(link.b)
    elif link.document is not None:
        far = ids.entity(link.document)
    return {"kind": link.kind.value, "a": ids.claim(link.a), "b": far, "reason": link.reason}


def place_mention_shape(place: PlaceMention) -> JsonObject:
    """Give one place of the text."""
    return {
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "name": place.name,
        "code": place.code,
        "lat": place.latitude,
        "lon": place.longitude,
        "level": place.level.value,
        "country": place.country,
    }


def time_shape(time: TimeMention) -> JsonObject:
    """Give one stretch of time of the text."""
    return {
        "start": time.span.start,
        "end": time.span.end,
        "text": time.text,
        "edtf": time.edtf,
        "timex": time.timex,
    }
