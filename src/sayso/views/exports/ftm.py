"""What is known as FollowTheMoney 4 entities, one JSON object a line.

FollowTheMoney has no denial, no speaker and no clarity of its own: every link carries its status in
the role, its speakers, words and replies in summary and description, and its documents as proof.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
#: Characters that a value may have (FollowTheMoney 4.11 drops a longer one without a word).
_NAMES: Final = frozenset({"name", "alias", "weakAlias", "full"})
_LONGEST: Final = {
    **dict.fromkeys(("name", "alias", "weakAlias"), 384),
    "full": 250,
    **dict.fromkeys(("role", "purpose", "relationship", "status", "title", "fileName"), 1024),
    **dict.fromkeys(("publisher", "authority", "program"), 1024),
}
_ADDRESS: Final = re.compile(r"https?://[^\s/]+\S{0,4000}", re.ASCII)
_LONGEST_TEXT: Final = 65_000
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_STEERING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
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
    told, held = exported(knowledge), rows.documents_of_entities(knowledge)
    for record in knowledge.records.values():
        yield _document(record.document)
    for entity in knowledge.entities.values():
        if entity.id in told:
            entry = entry_of(entity, terms)
            yield _entity(entity, entry, held.get(entity.id, []))
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
    """Give one FtM entity; nothing empty, and nothing longer than the model lets be."""
    kept = {
        name: list(dict.fromkeys(v for value in values if (v := _sound(name, value))))
        for name, values in properties.items()
    }
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


def _sound(name: str, value: str | None) -> str:
    """Give a value as the model takes it: names on one line, without signs that only steer."""
    words = _CONTROL.sub("", value or "").encode("utf-8", "replace").decode()
    most = _LONGEST.get(name, _LONGEST_TEXT)
    if name in _NAMES:
        words = " ".join(_STEERING.sub("", words).split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def entity_key(entity: EntityId) -> str:
    """Give the export's id of an entity, the same in every export."""
    return key_of("sayso", "entity", entity)


def document_key(document: DocumentId) -> str:
    """Give the export's id of a document, the same in every export."""
    return key_of("sayso", "document", document)


def _document(document: Document) -> JsonObject:
    press, known = document.kind is DocumentKind.PRESS, document.published or "unknown"
    return _made(
        "Article" if press else "Document",
        document_key(document.id),
        {
            "name": [document.name],
            "title": [document.title],
            "fileName": [document.locator.rstrip("/").rsplit("/", 1)[-1]],
            "publisher": [document.publisher],
            "publishedAt": _dates(document.published or "").get("date", ()),
            "mimeType": [document.media_type],
            "sourceUrl": [_address(document)],
            "retrievedAt": [document.retrieved.date().isoformat()],
            "notes": [*rows.binding([document]), f"published: {known}", document.id],
        },
    )


def _address(document: Document) -> str | None:
    return document.locator if _ADDRESS.fullmatch(document.locator) else None


def entry_of(entity: Entity, terms: Terms) -> ListEntry | None:
    """Give the list entry of a listed party, where the terms hold it."""
    listing = entity.listing
    if listing is None or listing.status is not ListingStatus.LISTED:
        return None
    return terms.entries.get(EntryId(f"{listing.authority}:{listing.reference}"))


def _entity(entity: Entity, entry: ListEntry | None, documents: Sequence[Document]) -> JsonObject:
    weak = () if entry is None else [n.text for n in entry.names if n.quality == "weak"]
    names = {"name": [entity.name], "alias": entity.names[1:], "weakAlias": weak}
    extra: dict[str, Iterable[str | None]] = {
        "notes": [*_notes(entity), *rows.binding(documents), *_long_names(entity)]
    }
    if entity.type is EntityType.PLACE:
        extra["full"] = [entity.name]
    if entity.type is EntityType.DOCUMENT:
        extra |= {"fileName": [entity.name], "title": [entity.name]}
    return _made(SCHEMAS[entity.type], entity_key(entity.id), {**names, **extra})


def _notes(entity: Entity) -> list[str | None]:
    stands = standing(entity)
    reasons = () if entity.listing is None else entity.listing.reasons
    return [None if stands is None else f"({stands})", *reasons]


def _long_names(entity: Entity) -> list[str]:
    """Give the names that are cut, whole."""
    return [f"whole name: {n}" for n in entity.names if len(n) > _LONGEST["name"]]


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
    since = _dates(entry.listed_on or "").get("date", ())
    return {
        "listingDate": since,
        "startDate": since,
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
    """Give the link of a finding, or a note where it has no two ends that are in the file.

    The far end is the object, or else the place. A finding about a person that was not read surely
    waits in review and gives neither.
    """
    if not confident_claims(knowledge, finding):
        return
    near, far = _named(finding.subject, told), _named(finding.object, told)
    if finding.object is None and finding.place is not None:
        key = key_of("sayso", "place", finding.place_code or finding.place)
        country = (finding.place_code or "").partition("-")[0].lower()
        named: Properties = {"name": [finding.place], "full": [finding.place], "country": [country]}
        yield _made("Address", key, named)
        far = (key, "Address")
    if near is not None and far is not None:
        yield _edge(knowledge, finding, near, far)
    else:
        yield _note(knowledge, finding, [end[0] for end in (near, far) if end is not None])


def _named(entity: EntityId | None, told: Mapping[EntityId, str]) -> tuple[str, str] | None:
    """Give the export's id and the schema of an end; None for one that is not in the file."""
    return None if entity is None or entity not in told else (entity_key(entity), told[entity])


def _note(knowledge: Knowledge, finding: Finding, about: Sequence[str]) -> JsonObject:
    """Give a finding in words; what stands in a link's own properties stands here as words too."""
    told = _attribution(knowledge, finding, "Note")
    speakers = [f"affirmed by: {name}" for name in told["publisher"]]
    times = [f"time: {finding.time}" if finding.time else None]
    return _made(
        "Note",
        key_of("sayso", "note", finding.id),
        {
            "entity": about,
            "summary": told["summary"],
            "description": told["description"],
            "proof": told["proof"],
            "notes": [f"finding: {finding.id}", *speakers, *times],
        },
    )


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
            *rows.binding(documents),
            rows.reviewed(knowledge, finding),
        ],
        "description": [rows.said(knowledge, c) for c in map(knowledge.claim, finding.claims)],
        "proof": [document_key(document.id) for document in documents],
    }


def _dates(edtf: str) -> Properties:
    """Give a stretch of time in the properties that have room for it; vague ones are left out."""
    names = {"start": "startDate", "end": "endDate", "date": "date"}
    return {names[name]: [date] for name, date in rows.dates(edtf).items()}
