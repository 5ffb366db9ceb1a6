"""All records with their entities gathered: the ground on which findings stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.claims import Claim, ClaimLink, PlaceMention
from sayso.model.documents import Document
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.review.copies import date_order
from sayso.review.entities.clusters import Clusters, Profile
from sayso.review.entities.members import Context, Member
from sayso.review.entities.reports import Reports
from sayso.review.memory.notes import Notes, Table


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all later steps look things up in; its tables note who looks what up.

    Attributes:
        records: those that count.
        claims: of these records, in the order in which they were given.
        members: each document's own entities, by their ids.
        clusters: the entities across documents.
        context: the stories of the documents, and whose nameless things are.
        reports: what is known of cited documents.
        bearers: the one person or body that bears a normal name; shared names are left out.
        publishers: the entity that published a document, where one bears its publisher's name.
        rejected: claims that a person rejected.
    """

    notes: Notes
    records: Table[DocumentId, Record]
    claims: dict[ClaimId, Claim]
    members: Table[EntityId, Member]
    clusters: Clusters
    context: Context
    reports: Reports
    bearers: Table[str, EntityId]
    publishers: Table[DocumentId, EntityId]
    rejected: Table[str, bool]

    @classmethod
    def empty(cls, notes: Notes) -> "Corpus":
        """Give the corpus of no records."""
        return cls(
            notes=notes,
            records=notes.table(),
            claims={},
            members=notes.table(),
            clusters=Clusters(notes),
            context=Context(notes.table(), notes.table()),
            reports=Reports(notes.table(), notes.table(), notes.table()),
            bearers=notes.table(),
            publishers=notes.table(),
            rejected=notes.table(),
        )

    def by_date(self) -> list[Record]:
        """Give the records by date of publication, undated last, ties by id."""
        return sorted(self.records.answers.values(), key=lambda r: date_order(r.document))

    def members_by_date(self) -> Iterator[Member]:
        """Give the documents' own entities by date, then in order of appearance."""
        members = self.members.answers
        return (members[e.id] for r in self.by_date() for e in r.extraction.entities)

    def claims_by_date(self) -> Iterator[Claim]:
        """Give the claims by date of their document, then by place in it."""
        for record in self.by_date():
            yield from sorted(record.extraction.claims, key=place_in_document)

    def document(self, claim: Claim) -> Document:
        """Give the document that a claim stands in."""
        return self.records[claim.document_id].document

    def order(self, claim: Claim) -> tuple[str | int, ...]:
        """Give the key that sorts claims by date of their document, then by place in it."""
        return *date_order(self.document(claim)), *place_in_document(claim)

    def cluster(self, member: EntityId | None) -> EntityId | None:
        """Give the entity that gathers a document's own entity; None for None and unknown."""
        return None if member is None else self.clusters.entity_of.get(member)

    def entity(self, cluster: EntityId) -> Profile:
        """Give what findings need to know of an entity by its id across documents."""
        return self.clusters.profiles[cluster]

    def is_named(self, cluster: EntityId | None) -> bool:
        """Say whether it is an entity that at least one document names."""
        profile = None if cluster is None else self.clusters.profiles.get(cluster)
        return profile is not None and profile.named

    def owner(self, member: EntityId | None) -> EntityId | None:
        """Give the entity whose a nameless thing is, or None."""
        return None if member is None else self.cluster(self.context.owners.get(member))

    def place(self, member: EntityId | None) -> PlaceMention | None:
        """Give what the gazetteer knows of a document's own place."""
        known = None if member is None else self.members.get(member)
        return None if known is None else known.place

    def links(self) -> tuple[ClaimLink, ...]:
        """Give the links that the extractors drew, without those of rejected claims."""
        records = self.records.answers.values()
        drawn = [link for r in records if r.extraction.links for link in r.extraction.links]
        rejected = self.rejected.answers
        return tuple(x for x in drawn if x.a not in rejected and x.b not in rejected)


def place_in_document(claim: Claim) -> tuple[int, int, int, int, ClaimId]:
    """Give the key that sorts the claims of one document by their place in it, ties by id."""
    sentence, content = claim.sentence, claim.content
    return sentence.start, sentence.end, content.start, content.end, claim.id
