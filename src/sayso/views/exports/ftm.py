"""What is known as FollowTheMoney 4 entities, one JSON object a line.

FollowTheMoney has no denial, no speaker and no clarity of its own: every link carries its status in
the role, its speakers, words and replies in summary and description, and its documents as proof.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import DocumentId, EntityId, EntryId, key_of
from sayso.model.lists import ListEntry
from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    ListingStatus,
    Predicate,
)
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.json import JsonObject
from sayso.views.naming import is_named, standing
from sayso.views.replies.text import reply_lines
from sayso.views.tables import finding_sentence

Properties = Mapping[str, Iterable[str | None]]

#: Schema of each type; what has none (people without a name, know-how) is told in words only.
SCHEMAS: Final[Mapping[EntityType, str]] = {
    EntityType.PERSON: "Person",
    EntityType.ARMED_GROUP: "Organization",
    EntityType.ORGANISATION: "Organization",
    EntityType.PUBLIC_BODY: "PublicBody",
    EntityType.MEDIA_OUTLET: "Organization",
    EntityType.FACILITY: "RealEstate",
    EntityType.PLACE: "Address",
    EntityType.DOCUMENT: "Document",
    EntityType.MATERIAL: "Asset",
}
_BODIES: Final = frozenset({"Organization", "PublicBody"})
_PERSON: Final = frozenset({"Person"})
_LEGAL: Final = _BODIES | _PERSON

#: Predicate → schema, its two ends, and what each end must be; all else is an UnknownLink.
EDGES: Final[Mapping[Predicate, tuple[str, str, str, frozenset[str], frozenset[str]]]] = {
    Predicate.MEMBER_OF: ("Membership", "member", "organization", _LEGAL, _BODIES),
    Predicate.BRANCH_OF: ("Membership", "member", "organization", _LEGAL, _BODIES),
    Predicate.LEADS: ("Directorship", "director", "organization", _LEGAL, _BODIES),
    Predicate.SPOKESPERSON_FOR: ("Representation", "agent", "client", _LEGAL, _LEGAL),
    Predicate.FRONT_FOR: ("Representation", "agent", "client", _LEGAL, _LEGAL),
    Predicate.OWNS: ("Ownership", "owner", "asset", _LEGAL, frozenset({"Asset", "RealEstate"})),
    Predicate.RELATED_TO: ("Family", "person", "relative", _PERSON, _PERSON),
}
#: Where links say what they are that have no role, and no status of their own.
_ROLES: Final = {"Payment": "purpose", "Family": "relationship"}
_FUNDS: Final = ("Payment", "payer", "beneficiary", _LEGAL, _LEGAL)


class FtmExporter:
    """Writes persons, groups, documents, mentions, listings and attributed links."""

    format = "ftm"

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file of JSON lines: documents, entities, listings, mentions, links."""
        found: dict[str, JsonObject] = {}
        for entity in _all(knowledge, terms):
            found.setdefault(str(entity["id"]), entity)
        lines = [json.dumps(e, ensure_ascii=False, sort_keys=True) for e in found.values()]
        return {
            "entities.ftm.json": "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        }


def _all(knowledge: Knowledge, terms: Terms) -> Iterator[JsonObject]:
    told = exported(knowledge)
    for record in knowledge.records.values():
        yield _document(record.document)
    for entity in knowledge.entities.values():
        if entity.id in told:
            entry = entry_of(entity, terms)
            yield _entity(entity, entry)
            yield from _sanctions(entity, entry)
    yield from _mentions(knowledge, told)
    for finding in knowledge.findings.values():
        yield from _links(knowledge, finding, told)


def exported(knowledge: Knowledge) -> Mapping[EntityId, str]:
    """Give the schema of each entity that becomes one: persons and groups only by name."""
    named = {
        knowledge.entity_of.get(local.id, local.id)
        for record in knowledge.records.values()
        for local in record.extraction.entities
        if is_named(local)
    }
    schemas = {e.id: SCHEMAS[e.type] for e in knowledge.entities.values() if e.type in SCHEMAS}
    return {e: schema for e, schema in schemas.items() if e in named or schema not in _LEGAL}


def _made(schema: str, key: str, properties: Properties) -> JsonObject:
    """Give one FtM entity; empty values and properties are left out."""
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


def entity_key(entity: EntityId) -> str:
    """Give the export's id of an entity, the same in every export."""
    return key_of("sayso", "entity", entity)


def document_key(document: DocumentId) -> str:
    """Give the export's id of a document, the same in every export."""
    return key_of("sayso", "document", document)


def _document(document: Document) -> JsonObject:
    press = document.kind is DocumentKind.PRESS
    return _made(
        "Article" if press else "Document",
        document_key(document.id),
        {
            "name": [document.name],
            "title": [document.title],
            "fileName": [document.locator.rstrip("/").rsplit("/", 1)[-1]],
            "publisher": [document.publisher],
            "publishedAt": [document.published],
            "mimeType": [document.media_type],
            "sourceUrl": [_address(document)],
            "retrievedAt": [document.retrieved.date().isoformat()],
            "notes": [document.notice, f"handling: {document.handling.value}", document.id],
        },
    )


def _address(document: Document) -> str | None:
    return document.locator if document.locator.startswith(("http://", "https://")) else None


def entry_of(entity: Entity, terms: Terms) -> ListEntry | None:
    """Give the list entry of a listed party, where the terms hold it."""
    listing = entity.listing
    if listing is None or listing.status is not ListingStatus.LISTED:
        return None
    return terms.entries.get(EntryId(f"{listing.authority}:{listing.reference}"))


def _entity(entity: Entity, entry: ListEntry | None) -> JsonObject:
    weak = () if entry is None else [n.text for n in entry.names if n.quality == "weak"]
    names = {"name": [entity.name], "alias": entity.names[1:], "weakAlias": weak}
    extra: dict[str, Iterable[str | None]] = {"notes": _notes(entity)}
    if entity.type is EntityType.PLACE:
        extra["full"] = [entity.name]
    if entity.type is EntityType.DOCUMENT:
        extra |= {"fileName": [entity.name], "title": [entity.name]}
    return _made(SCHEMAS[entity.type], entity_key(entity.id), {**names, **extra})


def _notes(entity: Entity) -> list[str | None]:
    stands = standing(entity)
    reasons = () if entity.listing is None else entity.listing.reasons
    return [None if stands is None else f"({stands})", *reasons]


def _sanctions(entity: Entity, entry: ListEntry | None) -> Iterator[JsonObject]:
    """Give the listing of a listed party; a possible one stands in the notes only."""
    listing = entity.listing
    if listing is None or listing.status is not ListingStatus.LISTED:
        return
    number = "unscId" if listing.authority == "un" else "authorityId"
    yield _made(
        "Sanction",
        key_of("sayso", "sanction", entity.id, listing.authority, listing.reference or ""),
        {
            "entity": [entity_key(entity.id)],
            "authority": [listing.authority.upper()],
            number: [listing.reference],
            "program": [listing.regime],
            "description": listing.reasons,
            **({} if entry is None else _listed(entry)),
        },
    )


def _listed(entry: ListEntry) -> Properties:
    """Give since when an entry obliges to what."""
    return {
        "listingDate": [entry.listed_on],
        "startDate": [entry.listed_on],
        "provisions": [measure.value.replace("_", " ") for measure in entry.measures],
        "programId": entry.regimes,
    }


def _mentions(knowledge: Knowledge, told: Mapping[EntityId, str]) -> Iterator[JsonObject]:
    for document, record in knowledge.records.items():
        for local in record.extraction.entities:
            entity = knowledge.entity_of.get(local.id, local.id)
            schema = told.get(entity)
            if schema in _LEGAL:
                yield _made(
                    "Mention",
                    key_of("sayso", "mention", document, entity),
                    {
                        "document": [document_key(document)],
                        "resolved": [entity_key(entity)],
                        "name": [local.name],
                        "detectedSchema": [schema],
                    },
                )


def _links(
    knowledge: Knowledge, finding: Finding, told: Mapping[EntityId, str]
) -> Iterator[JsonObject]:
    """Give the link of a finding; its far end is the object, or else the place.

    A finding about a person that was not read surely waits in review and gives none.
    """
    subject, other = finding.subject, finding.object
    if subject is None or subject not in told or not confident_claims(knowledge, finding):
        return
    if other is not None:
        if other in told:
            ends = (entity_key(subject), told[subject]), (entity_key(other), told[other])
            yield _edge(knowledge, finding, *ends)
    elif finding.place is not None:
        key = key_of("sayso", "place", finding.place_code or finding.place)
        country = (finding.place_code or "").partition("-")[0].lower()
        named: Properties = {"name": [finding.place], "full": [finding.place], "country": [country]}
        yield _made("Address", key, named)
        yield _edge(knowledge, finding, (entity_key(subject), told[subject]), (key, "Address"))


def _edge(
    knowledge: Knowledge, finding: Finding, near: tuple[str, str], far: tuple[str, str]
) -> JsonObject:
    """Give a link between two ends, each with its id and its schema."""
    schema, near_end, far_end = "UnknownLink", "subject", "object"
    is_payment = finding.predicate is Predicate.SUPPORTS and finding.kind == "funds"
    wanted = _FUNDS if is_payment else EDGES.get(finding.predicate)
    if wanted is not None and near[1] in wanted[3] and far[1] in wanted[4]:
        schema, near_end, far_end = wanted[:3]
    return _made(
        schema,
        key_of("sayso", "link", finding.id),
        {near_end: [near[0]], far_end: [far[0]], **_attribution(knowledge, finding, schema)},
    )


def _attribution(knowledge: Knowledge, finding: Finding, schema: str) -> Properties:
    """Give what must travel with a link: status, who says so, who denies it, where."""
    documents = rows.documents_behind(knowledge, finding)
    replies = rows.replies(knowledge, finding)
    denied = rows.speakers_with(finding, "-")
    return {
        _ROLES.get(schema, "role"): [rows.role(knowledge, finding)],
        **({} if schema in _ROLES else {"status": [finding.status.value]}),
        "recordId": [finding.id],
        **_dates(finding.time or ""),
        "publisher": [r.name for r in finding.roots if r.stance == "+" and not r.withdrawn],
        "summary": [
            finding_sentence(knowledge, finding),
            f"status: {finding.status.value}",
            rows.our_words(knowledge, finding),
            finding.explanation,
            f"denied by: {denied}" if denied else None,
            f"reply: {replies}" if replies else None,
            *(f"right of reply: {line}" for line in reply_lines(knowledge, finding)),
            rows.notices(documents),
            f"handling: {rows.strictest(documents)}" if documents else None,
            rows.bases(documents),
            rows.reviewed(knowledge, finding),
        ],
        "description": [rows.said(knowledge, c) for c in map(knowledge.claim, finding.claims)],
        "proof": [document_key(document.id) for document in documents],
    }


def _dates(edtf: str) -> Properties:
    """Give a stretch of time in the properties that have room for it; vague ones are left out."""
    names = {"start": "startDate", "end": "endDate", "date": "date"}
    return {names[name]: [date] for name, date in rows.dates(edtf).items()}
