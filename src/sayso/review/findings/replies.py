"""What came back from the parties concerned, and who they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.model.claims import Claim
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import LinkKind
from sayso.review.corpus import Corpus
from sayso.review.findings.roots import Origins
from sayso.review.findings.topics import Topic


def find_rejections(corpus: Corpus) -> Mapping[EntityId, tuple[Claim, ...]]:
    """Give the claims that reject a document as a whole, by the document's entity.

    They stand under the document's author too, for claims whose source names only the author.
    """
    rejections: dict[EntityId, list[Claim]] = defaultdict(list)
    links = (link for link in corpus.links() if link.kind is LinkKind.REJECTS_DOCUMENT)
    for link in links:
        cited, claim = corpus.cluster(link.document), corpus.claims.get(link.a)
        if cited is None or claim is None:
            continue
        for target in filter(None, (cited, corpus.reports.author.get(cited))):
            rejections[target].append(claim)
    return {target: in_order(claims, corpus) for target, claims in rejections.items()}


def find_parties(
    topics: Iterable[Topic],
    origins: Origins,
    rejections: Mapping[EntityId, tuple[Claim, ...]],
    author: Mapping[EntityId, EntityId],
) -> Mapping[EntityId, frozenset[EntityId]]:
    """Give, for each cited document, the parties concerned in it.

    Those are the parties that claims resting on it speak of, but not its author, and those that
    answered it as a whole.
    """
    parties: dict[EntityId, set[EntityId]] = defaultdict(set)
    for topic in topics:
        for report in {r for claim in topic.claims for r in origins.of(claim).rests_on}:
            parties[report] |= topic.matter.anchors
    for report, claims in rejections.items():
        answering = (origins.of(claim).party for claim in claims)
        parties[report].update(party for party in answering if party is not None)
    return {report: frozenset(own - {author.get(report)}) for report, own in parties.items()}


def in_order(claims: Iterable[Claim], corpus: Corpus) -> tuple[Claim, ...]:
    """Give each claim once, in the order of the corpus."""
    wanted: dict[ClaimId, Claim] = {claim.id: claim for claim in claims}
    return tuple(sorted(wanted.values(), key=lambda c: corpus.rank[c.id]))
