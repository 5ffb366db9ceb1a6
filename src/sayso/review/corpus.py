"""All records with their entities gathered: the ground on which findings stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claims import Claim, ClaimLink, PlaceMention
from sayso.model.documents import Document
from sayso.model.findings import Entity, Record
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import EntityType
from sayso.review.copies import date_order, find_stories
from sayso.review.entities.clusters import Clusters, gather, judged
from sayso.review.entities.members import BODIES, Context, Member, read_members
from sayso.review.entities.names import normal_name
from sayso.review.entities.owners import find_owners
from sayso.review.entities.placing import place_members
from sayso.review.entities.reports import Reports, Shelf, find_reports, place_reports
from sayso.review.judgements import Decisions


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all later steps look things up in.

    Attributes:
        records: by date of publication, undated last, ties by id.
        claims: by date of their document, then by place in it; `rank` counts them, from 0.
        members: each document's own entities, by their ids.
        context: the stories of the documents, and whose nameless things are.
        bearers: the one person or body that bears a normal name; shared names are left out.
        publishers: the entity that published a document, where one bears its publisher's name.
        rejected: claims that a person rejected.
    """

    records: Mapping[DocumentId, Record]
    claims: Mapping[ClaimId, Claim]
    rank: Mapping[ClaimId, int]
    members: Mapping[EntityId, Member]
    clusters: Clusters
    context: Context
    reports: Reports
    bearers: Mapping[str, EntityId]
    publishers: Mapping[DocumentId, EntityId]
    rejected: frozenset[str]

    def document(self, claim: Claim) -> Document:
        """Give the document that a claim stands in."""
        return self.records[claim.document_id].document

    def cluster(self, member: EntityId | None) -> EntityId | None:
        """Give the entity that gathers a document's own entity; None for None and unknown."""
        return None if member is None else self.clusters.entity_of.get(member)

    def entity(self, cluster: EntityId) -> Entity:
        """Give an entity by its id across documents."""
        return self.clusters.entities[cluster]

    def owner(self, member: EntityId | None) -> EntityId | None:
        """Give the entity whose a nameless thing is, or None."""
        return None if member is None else self.cluster(self.context.owners.get(member))

    def place(self, member: EntityId | None) -> PlaceMention | None:
        """Give what the gazetteer knows of a document's own place."""
        known = None if member is None else self.members.get(member)
        return None if known is None else known.place

    def links(self) -> tuple[ClaimLink, ...]:
        """Give the links that the extractor drew, without those of rejected claims."""
        drawn = (link for r in self.records.values() for link in r.extraction.links)
        return tuple(x for x in drawn if x.a not in self.rejected and x.b not in self.rejected)


def build_corpus(records: Sequence[Record], decisions: Decisions) -> Corpus:
    """Gather the entities of all records; the order of the records does not matter."""
    ordered = sorted(records, key=lambda r: date_order(r.document))
    members = read_members(ordered)
    context = Context(
        stories=dict(find_stories(r.document for r in ordered)),
        owners={thing: owner for r in ordered for thing, owner in find_owners(r).items()},
    )
    placed = place_members(members)
    placed |= place_reports(members, placed, context)
    clusters = gather(members, judged(placed, decisions))
    bearers = _bearers(members, clusters)
    publishers = _publishers(ordered, bearers)
    shelf = Shelf((r.document for r in ordered), publishers)
    claims = {c.id: c for r in ordered for c in _claims_in_order(r)}
    return Corpus(
        records={r.document.id: r for r in ordered},
        claims=claims,
        rank={claim: n for n, claim in enumerate(claims)},
        members={m.id: m for m in members},
        clusters=clusters,
        context=context,
        reports=find_reports(members, clusters.entity_of, shelf, context),
        bearers=bearers,
        publishers=publishers,
        rejected=decisions.rejected,
    )


def _bearers(members: Iterable[Member], clusters: Clusters) -> dict[str, EntityId]:
    """Give the one person or body of each normal name; names that several bear are left out."""
    found: dict[str, set[EntityId]] = defaultdict(set)
    for member in members:
        if member.named and (member.type in BODIES or member.type is EntityType.PERSON):
            found[normal_name(member.entity.name)].add(clusters.entity_of[member.id])
    return {name: next(iter(own)) for name, own in found.items() if len(own) == 1}


def _publishers(
    records: Iterable[Record], bearers: Mapping[str, EntityId]
) -> dict[DocumentId, EntityId]:
    """Give the entities that published the documents, where one bears the publisher's name."""
    found = ((r.document.id, bearers.get(normal_name(r.document.publisher or ""))) for r in records)
    return {document: publisher for document, publisher in found if publisher is not None}


def _claims_in_order(record: Record) -> list[Claim]:
    """Give the claims of one document by their place in it, ties by id."""
    return sorted(record.extraction.claims, key=lambda c: (c.sentence, c.content, c.id))
