"""Documents that others cite and that are not held: reports, statements, letters, releases."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sayso.model.documents import Document, Passage
from sayso.model.ids import ClaimId, DocumentId, EntityId, PassageId
from sayso.model.sources import Citation, CitedAs
from sayso.model.vocabulary import (
    DocumentKind,
    EntityType,
    MentionKind,
    PassageKind,
    SourceKind,
)
from sayso.review.corpus import Corpus
from sayso.review.entities.members import Member
from sayso.review.entities.names import head_noun, normal_name, normal_text
from sayso.review.origins.roots import Origins

#: What a document that can be obtained is called; laws, treaties and inventories are none.
_REPORTS: Final = frozenset(
    {"report", "study", "assessment", "review", "dossier", "survey", "summary", "paper"}
)
_STATEMENTS: Final = frozenset(
    {"statement", "letter", "memorandum", "memo", "submission", "release", "resolution"}
)
#: What a held document must be, to be perhaps the one that is called so.
_KINDS: Final = {
    **dict.fromkeys(_REPORTS, frozenset({DocumentKind.REPORT, DocumentKind.SUBMISSION})),
    **dict.fromkeys(_STATEMENTS, frozenset({DocumentKind.STATEMENT, DocumentKind.SUBMISSION})),
}
#: Texts of law have no copy to ask for; a claim that rests on one rests on its publisher.
_LAWS: Final = frozenset({"constitution", "law", "act", "treaty", "agreement", "edict", "decree"})
#: How a document speaks of itself.
_ITSELF: Final = ("this ", "the present ")


@dataclass(slots=True)
class Cited:
    """A source under way to a row of the queue: what cites it and what rests on it."""

    key: str
    cited_as: CitedAs
    name: str
    author: EntityId | None = None
    citations: list[Citation] = field(default_factory=list)
    claims: list[ClaimId] = field(default_factory=list)
    may_be: dict[DocumentId, None] = field(default_factory=dict)


class Passages:
    """The passages of a corpus, by id, and the entities that each of them mentions."""

    def __init__(self, corpus: Corpus) -> None:
        self._known = {p.id: p for r in corpus.records.answers.values() for p in r.passages}
        self._named: dict[PassageId, dict[EntityId, None]] = defaultdict(dict)
        for member in corpus.members.answers.values():
            for mention in member.entity.mentions:
                self._named[mention.passage_id][member.id] = None

    def of(self, passage: PassageId) -> Passage:
        """Give a passage."""
        return self._known[passage]

    def entities_in(self, passage: PassageId) -> tuple[EntityId, ...]:
        """Give the document's own entities that a passage mentions."""
        return tuple(self._named[passage])


def cited_documents(corpus: Corpus, origins: Origins) -> tuple[Cited, ...]:
    """Give the documents that are cited and not held, by the date of their first citation.

    What the clusters hold for one document is one; so is, in copies of one story, what has no
    name and no known author. A document that speaks of itself cites nothing.
    """
    resting = _resting(corpus, origins)
    passages, printed = Passages(corpus), printed_by(corpus)
    found: dict[str, Cited] = {}
    for member in corpus.members_by_date():
        cluster = corpus.clusters.entity_of[member.id]
        is_open = member.type is EntityType.DOCUMENT and cluster not in corpus.reports.held
        if not is_open or _speaks_of_itself(member, cluster, corpus):
            continue
        is_law = not member.named and head_noun(member.entity.name) in _LAWS
        if (cluster in resting and not is_law) or _can_be_obtained(member):
            key = _key(member, cluster, corpus)
            name = corpus.entity(cluster).name
            author = corpus.reports.author.get(cluster)
            row = found.setdefault(key, Cited(key, CitedAs.DOCUMENT, name, author))
            row.citations += citations_of(member, passages)
            row.claims += resting.pop(cluster, ())
            near = _named_beside(member, corpus, origins, passages)
            row.may_be |= dict.fromkeys(_may_be(member, near, printed))
    return tuple(row for row in found.values() if row.citations)


def _resting(corpus: Corpus, origins: Origins) -> dict[EntityId, list[ClaimId]]:
    """Give the claims that rest on each cited document, rejected ones left out."""
    found: dict[EntityId, list[ClaimId]] = defaultdict(list)
    for claim in corpus.claims_by_date():
        if claim.id not in corpus.rejected:
            told = (corpus.cluster(n.entity) for n in claim.voices if n.kind is SourceKind.DOCUMENT)
            for cluster in dict.fromkeys((*told, *sorted(origins.of(claim).rests_on))):
                if cluster is not None:
                    found[cluster].append(claim.id)
    return found


def citations_of(member: Member, passages: Passages) -> Iterator[Citation]:
    """Give the places where a document mentions a source, pronouns and headings left out."""
    for mention in member.entity.mentions:
        passage = passages.of(mention.passage_id)
        if mention.kind is not MentionKind.PRONOUN and passage.kind is not PassageKind.HEADING:
            yield Citation(
                document=member.document.id,
                locator=passage.locator,
                words=mention.text,
                sentence=passage.text,
            )


def _key(member: Member, cluster: EntityId, corpus: Corpus) -> str:
    """Give what two citations of one document have in common."""
    if member.named or cluster in corpus.reports.author:
        return cluster
    return f"{head_noun(member.entity.name)}/{corpus.context.stories[member.document.id]}"


def _can_be_obtained(member: Member) -> bool:
    """Say whether words mean one document: "a report", not "reports of violations", "the law"."""
    words = normal_text(member.entity.name).split()
    if member.named:
        return any(word in _KINDS for word in words)
    head = head_noun(member.entity.name)
    return head in _KINDS and head in words and head != "resolution"


def _speaks_of_itself(member: Member, cluster: EntityId, corpus: Corpus) -> bool:
    """Say whether a document means itself: by its own title, or as "this report" of its own."""
    document = member.document
    if document.title is not None and normal_name(document.title) == normal_name(
        member.entity.name
    ):
        return True
    own_kind = document.kind in _KINDS.get(head_noun(member.entity.name), frozenset())
    author = corpus.reports.author.get(cluster)
    is_own = author is None or author == corpus.publishers.get(document.id)
    return own_kind and is_own and member.entity.name.lower().startswith(_ITSELF)


#: The documents of each publisher with their places in the order of dates.
Printed = Mapping[EntityId, Sequence[tuple[int, Document]]]


def printed_by(corpus: Corpus) -> Printed:
    """Give what each party has published, by date, undated last."""
    found: dict[EntityId, list[tuple[int, Document]]] = defaultdict(list)
    for place, record in enumerate(corpus.by_date()):
        publisher = corpus.publishers.get(record.document.id)
        if publisher is not None:
            found[publisher].append((place, record.document))
    return found


def _named_beside(
    member: Member, corpus: Corpus, origins: Origins, passages: Passages
) -> frozenset[EntityId]:
    """Give the parties in whose passages a document is cited, as those they speak for."""
    return frozenset(
        origins.speaks_for(corpus.clusters.entity_of[entity])
        for mention in member.entity.mentions
        for entity in passages.entities_in(mention.passage_id)
    )


def _may_be(member: Member, near: frozenset[EntityId], printed: Printed) -> tuple[DocumentId, ...]:
    """Give the held documents of the right kind, not later, by a party that is named beside it."""
    kinds = _KINDS.get(head_noun(member.entity.name), frozenset())
    issues = sorted(
        (place, document.id)
        for publisher in near
        for place, document in printed.get(publisher, ())
        if document.kind in kinds and _is_before(document, member.document)
    )
    return tuple(document for _, document in issues)


def _is_before(held: Document, citing: Document) -> bool:
    """Say whether a document was there to be cited by another; undated ones may have been."""
    if held.id == citing.id:
        return False
    return held.published is None or citing.published is None or held.published <= citing.published
