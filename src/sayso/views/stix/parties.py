"""Who and where, as STIX has it: identities, threat actors where listed, locations."""

from collections.abc import Mapping
from typing import Final

from sayso.model.claims import Claim, PlaceMention
from sayso.model.documents import Document
from sayso.model.exports import Terms
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, ListingStatus, SourceKind
from sayso.views.exports import rows
from sayso.views.exports.ftm import entity_key, entry_of, exported
from sayso.views.exports.geojson import COARSE
from sayso.views.json import JsonValue
from sayso.views.naming import chain_names, standing
from sayso.views.stix.made import Bundle

_CLASSES: Final[Mapping[EntityType, str]] = {
    EntityType.PERSON: "individual",
    EntityType.ARMED_GROUP: "group",
    EntityType.ORGANISATION: "organization",
    EntityType.PUBLIC_BODY: "organization",
    EntityType.MEDIA_OUTLET: "organization",
}
#: Who becomes a threat actor, and only when a list names them.
_ACTORS: Final = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})
_PLACED: Final = frozenset({EntityType.PLACE, EntityType.FACILITY})


def _countries(knowledge: Knowledge) -> Mapping[str, str]:
    """Give the country of each place, by its name, and of each party to a finding with a place."""
    found: dict[str, str] = {}
    for finding in knowledge.findings.values():
        if finding.place_code:
            for key in (finding.place, finding.subject, finding.object):
                found.setdefault(key or "", finding.place_code[:2])
    return found


class Parties:
    """Adds parties and places to a bundle when they are first needed."""

    def __init__(self, knowledge: Knowledge, bundle: Bundle, terms: Terms) -> None:
        self.bundle = bundle
        self._knowledge = knowledge
        self._terms = terms
        self._told = exported(knowledge)
        self._held = rows.documents_of_entities(knowledge)
        self._countries = _countries(knowledge)

    def ends(self, finding: Finding) -> tuple[str, str] | None:
        """Give both ends of a finding; the far one is its object, or else its place."""
        near, far = finding.subject, finding.object
        if near is None or near not in self._told:
            return None
        if far is not None:
            return (self.party(near), self.party(far)) if far in self._told else None
        if finding.place is None:
            return None
        return self.party(near), self._place(finding, finding.place)

    def end(self, key: EntityId | None) -> str | None:
        """Give the object of an entity; None for one that has no name, or is none of STIX's."""
        return None if key is None or key not in self._told else self.party(key)

    def party(self, key: EntityId) -> str:
        """Give the object of an entity; a listed one has its entry beside it."""
        entity = self._knowledge.entities[key]
        if entity.type in _PLACED:
            country = self._country(entity)
            if country:
                return self._location(entity, country)
        is_listed = entity.listing is not None and entity.listing.status is ListingStatus.LISTED
        if is_listed and entity.type in _ACTORS:
            return self._listed(entity)
        told = {**self._common(entity), "identity_class": _CLASSES.get(entity.type, "unknown")}
        return self.bundle.add("identity", (entity_key(key),), told)

    def _common(self, entity: Entity) -> Mapping[str, JsonValue]:
        documents = self._held.get(entity.id, [])
        stands = standing(entity)
        also = f"also: {'; '.join(entity.names[1:])}" if entity.names[1:] else ""
        words = (f"({stands})" if stands else "", also)
        return {
            "name": entity.name,
            "description": "\n".join(one for one in words if one),
            "labels": [entity.type.value],
            "object_marking_refs": self.bundle.marked(documents),
        }

    def _listed(self, entity: Entity) -> str:
        """Add a listed party, and its entry as a note with the permanent number."""
        listing = entity.listing
        if listing is None:
            raise ValueError(f"{entity.id} is not listed")
        reference = {
            "source_name": f"sanctions list: {listing.authority.upper()}",
            "external_id": listing.reference or "",
        }
        common = self._common(entity)
        kind = {"threat_actor_types": ["unknown"], "aliases": list(entity.names[1:])}
        told = {**common, **kind, "external_references": [reference]}
        party = self.bundle.add("threat-actor", (entity_key(entity.id),), told)
        entry = entry_of(entity, self._terms)
        since = "" if entry is None or entry.listed_on is None else f", listed on {entry.listed_on}"
        words = [f"{entity.name}: {listing.reference}{since}", *listing.reasons]
        note: dict[str, JsonValue] = {
            "abstract": "list entry",
            "content": "\n".join(words),
            "object_refs": [party],
            "external_references": [reference],
            "object_marking_refs": common["object_marking_refs"],
        }
        self.bundle.add("note", ("entry", entity.id, listing.authority), note)
        return party

    def speaker(self, claim: Claim) -> str:
        """Give who says it: an entity with a name, or else an identity of what it is called."""
        node = claim.speaker
        entity = self._knowledge.entity_behind(node.entity)
        if node.kind is SourceKind.NARRATOR:
            return self.publisher(self._knowledge.document_of(claim))
        is_party = entity is not None and entity.type in _CLASSES and entity.id in self._told
        if entity is not None and is_party:
            found = self.party(entity.id)
            if found.startswith("identity--"):
                return found
        name = chain_names(self._knowledge, claim)[-1]
        return self._author(name, "unknown" if entity is None else entity.id, node.kind)

    def publisher(self, document: Document) -> str:
        """Give the identity of who published a document."""
        return self._author(document.publisher or document.name, "publisher", SourceKind.ENTITY)

    def _author(self, name: str, key: str, kind: SourceKind) -> str:
        """Give the identity of a source; one that has no name of its own says so."""
        is_named = kind in {SourceKind.ENTITY, SourceKind.DOCUMENT}
        labels = ["source"] if is_named else ["source", kind.value]
        told = {"name": name, "identity_class": "unknown", "labels": labels}
        return self.bundle.add("identity", ("author", name, key, *labels), told)

    def _country(self, entity: Entity) -> str | None:
        """Give where a place or facility lies, as the findings about it say."""
        named = (self._countries.get(key) for key in (entity.id, *entity.names))
        return next((country for country in named if country is not None), None)

    def _location(self, entity: Entity, country: str) -> str:
        told = {**self._common(entity), "country": country}
        return self.bundle.add("location", (entity_key(entity.id),), told)

    def _place(self, finding: Finding, name: str) -> str:
        """Give a place; one whose country is not known has no form of a location in STIX."""
        code = finding.place_code
        told: dict[str, JsonValue]
        if code is None:
            told = {"name": name, "identity_class": "unknown", "labels": [EntityType.PLACE.value]}
            return self.bundle.add("identity", ("place", name), told)
        told = {"name": name, "administrative_area": code, "country": code[:2]}
        point = self._point(finding)
        if point is not None and point.latitude is not None and point.longitude is not None:
            decimals = 5 if self._terms.precise else 2
            told["latitude"] = round(point.latitude, decimals)
            told["longitude"] = round(point.longitude, decimals)
        return self.bundle.add("location", ("place", code, name), told)

    def _point(self, finding: Finding) -> PlaceMention | None:
        """Give the point of a place, unless it is finer than may be told."""
        claims = map(self._knowledge.claim, finding.claims)
        told = (claim.proposition.place for claim in claims)
        found = next((place for place in told if place and place.name == finding.place), None)
        is_told = found is not None and (self._terms.precise or found.level in COARSE)
        return found if is_told else None
