"""What came back from the parties concerned: rejections, comments sought, comments declined."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Record
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import LinkKind, Reply
from sayso.review.corpus import Corpus
from sayso.review.findings.roots import Origins
from sayso.review.findings.topics import Topic

#: How texts say that a party was asked; the first that is found in a sentence counts.
_ASKED: Final = (
    (
        Reply.DECLINED,
        re.compile(
            r"\b(?:declined|refused)\s+to\s+(?:comment|answer|respond|reply)", re.IGNORECASE
        ),
    ),
    (
        Reply.SOUGHT,
        re.compile(
            r"\b(?:did|has|have|had)\s+not\s+(?:immediately\s+)?(?:respond|repl|answer)\w*\s+to\s+"
            r"(?:\w+\s+){0,4}?(?:requests?|questions?|messages?|calls?|e-?mails?)"
            r"|could\s+not\s+(?:immediately\s+)?be\s+reached"
            r"|was\s+not\s+(?:immediately\s+)?available\s+(?:for|to)\s+comment",
            re.IGNORECASE,
        ),
    ),
)

#: For each document and party, whether the party was asked and declined.
Asked = Mapping[tuple[DocumentId, EntityId], Reply]


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


def find_asked(corpus: Corpus) -> Asked:
    """Give who was asked for a comment without giving one, from the words of the sentences."""
    asked: dict[tuple[DocumentId, EntityId], Reply] = {}
    for record in corpus.records.values():
        for reply, party in _asked_in(record):
            cluster = corpus.cluster(party)
            if cluster is not None:
                asked.setdefault((record.document.id, cluster), reply)
    return asked


def in_order(claims: Iterable[Claim], corpus: Corpus) -> tuple[Claim, ...]:
    """Give each claim once, in the order of the corpus."""
    wanted: dict[ClaimId, Claim] = {claim.id: claim for claim in claims}
    return tuple(sorted(wanted.values(), key=lambda c: corpus.rank[c.id]))


def _asked_in(record: Record) -> Iterable[tuple[Reply, EntityId]]:
    """Give the replies that one document's sentences tell of, with the party named before them."""
    if _search(record.document.text) is None:
        return
    every = (m for e in record.extraction.entities for m in e.mentions)
    mentions = sorted(every, key=lambda m: (m.span, m.id))
    starts = [m.span.start for m in mentions]
    for passage in record.passages:
        found = _search(passage.text)
        if found is None:
            continue
        reply, offset = found
        before = bisect_left(starts, passage.span.start + offset)
        party = mentions[before - 1] if before else None
        if party is not None and passage.span.contains(party.span):
            yield reply, party.resolved_to


def _search(text: str) -> tuple[Reply, int] | None:
    """Give what a sentence says about a comment, and where it says so."""
    for reply, pattern in _ASKED:
        found = pattern.search(text)
        if found is not None:
            return reply, found.start()
    return None
