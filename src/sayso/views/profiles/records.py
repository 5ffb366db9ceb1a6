"""One document among everything known: its text, claims and mentions, by the ids of all of it."""

from collections.abc import Iterable
from typing import Final

from sayso.model.findings import Knowledge, Record
from sayso.model.ids import EntityId
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import standing
from sayso.views.shapes.documents import document_json
from sayso.views.shapes.evidence import claim_json
from sayso.views.shapes.extraction import mention_shape, place_mention_shape, time_shape

#: What has pages that can be shown as pictures.
PAGED: Final = "application/pdf"


def record_row(record: Record) -> JsonObject:
    """Give what is known about a document, and how much was taken out of it."""
    return {
        **document_json(record.document),
        "name": record.document.name,
        "passages": len(record.passages),
        "claims": len(record.extraction.claims),
        "refused": sum(refusal.count for refusal in record.extraction.refused),
    }


def record_whole(knowledge: Knowledge, record: Record) -> JsonObject:
    """Give a document with all that was taken out of it, in the order of the text.

    Its claims are those that are known: as people set them right, without what they rejected.
    """
    extraction = record.extraction
    claims = [knowledge.claims[c.id] for c in extraction.claims if c.id in knowledge.claims]
    return {
        "document": record_row(record),
        "text": record.document.text,
        "passages": [
            {
                "id": passage.id,
                "start": passage.span.start,
                "end": passage.span.end,
                "locator": passage.locator,
                "kind": passage.kind.value,
                "paragraph": passage.paragraph,
                "page": passage.page,
            }
            for passage in record.passages
        ],
        "claims": [claim_json(knowledge, claim) for claim in claims],
        "mentions": _mentions(knowledge, record),
        "parties": _parties(knowledge, record),
        "places": [place_mention_shape(place) for place in extraction.places],
        "times": [time_shape(time) for time in extraction.times],
        "refused": [{"reason": r.reason, "count": r.count} for r in extraction.refused],
        "remarks": [*record.remarks, *extraction.remarks],
        "has_pages": record.document.media_type == PAGED,
    }


def _mentions(knowledge: Knowledge, record: Record) -> list[JsonObject]:
    found = []
    for local in record.extraction.entities:
        entity = knowledge.entity_behind(local.id)
        about = {
            "entity": local.id if entity is None else entity.id,
            "type": local.type.value,
            "name": local.name if entity is None else entity.name,
            "standing": None if entity is None else standing(entity),
        }
        found += [(one.span, {**mention_shape(one), **about}) for one in local.mentions]
    return [shape for _, shape in sorted(found, key=lambda one: one[0])]


def _parties(knowledge: Knowledge, record: Record) -> dict[str, JsonValue]:
    """Give who is named in a document, as it stands to the lists, with the reasons."""
    return parties_shape(knowledge, (one.id for one in record.extraction.entities))


def parties_shape(knowledge: Knowledge, ids: Iterable[EntityId]) -> dict[str, JsonValue]:
    """Give parties by id: who each is, and how it stands to the lists for which reasons."""
    found = (knowledge.entity_behind(one) for one in ids)
    return {
        entity.id: {
            "name": entity.name,
            "type": entity.type.value,
            "standing": standing(entity),
            "reasons": [] if entity.listing is None else list(entity.listing.reasons),
        }
        for entity in dict.fromkeys(found)
        if entity is not None
    }
