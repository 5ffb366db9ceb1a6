"""What a document says on the word of another, and through which voices within that one."""

from collections.abc import Iterable, Mapping

from sayso.model.claims import Claim, SourceChain, SourceNode
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import EntityType
from sayso.review.corpus import Corpus
from sayso.review.entities.names import head_noun
from sayso.review.entities.reports import HELD_DAYS, days_between

#: For each claim that is ascribed to a document, the voices that it has inside that document:
#: none when the document says it itself.
Ascribed = Mapping[ClaimId, SourceChain]


def ascribed_to(secondary: DocumentId, primary: DocumentId, corpus: Corpus) -> Ascribed:
    """Give the claims of one document that it ascribes to another, by their place in the text.

    The other is cited as a document or by its author; where it is, a nameless "a panel" or "the
    report" means it too unless another bears that noun. A copy of a story tells all of it.
    """
    claims = claims_of(secondary, corpus)
    if corpus.context.stories[secondary] == corpus.context.stories[primary]:
        return {claim.id: claim.source_chain[1:] for claim in claims}
    meant = cited_as(primary, corpus)
    if not any(_names(node, meant, corpus) for c in claims for node in c.source_chain):
        return {}
    meant |= _described(secondary, primary, corpus)
    found: dict[ClaimId, SourceChain] = {}
    for claim in claims:
        chain = claim.source_chain
        cited = [n for n, node in enumerate(chain) if _names(node, meant, corpus)]
        if cited:
            found[claim.id] = chain[cited[-1] + 1 :]
    return found


def own_voices(document: DocumentId, corpus: Corpus) -> Ascribed:
    """Give all claims of a document with the voices beyond its author's own."""
    meant = cited_as(document, corpus)
    return {
        claim.id: tuple(n for n in claim.source_chain[1:] if not _names(n, meant, corpus))
        for claim in claims_of(document, corpus)
    }


def claims_of(document: DocumentId, corpus: Corpus) -> tuple[Claim, ...]:
    """Give the claims of one document that nobody rejected, by their place in it."""
    own = (c for c in corpus.records[document].extraction.claims if c.id not in corpus.rejected)
    return tuple(sorted(own, key=lambda c: corpus.rank[c.id]))


def cited_primaries(corpus: Corpus) -> Iterable[tuple[DocumentId, DocumentId]]:
    """Give each document with each held document that it cites, by date; never one itself.

    One that is cited by its author alone counts where the text speaks of a document too: what a
    body says elsewhere is not measured against its report.
    """
    by_author: dict[EntityId, list[DocumentId]] = {}
    for document in corpus.reports.held.values():
        author = corpus.publishers.get(document)
        if author is not None and document not in by_author.setdefault(author, []):
            by_author[author].append(document)
    nameless = _with_nameless_documents(corpus)
    for key in corpus.records:
        sources = (corpus.cluster(n.entity) for c in claims_of(key, corpus) for n in c.source_chain)
        spoken = {source for source in sources if source is not None}
        found = {corpus.reports.held[c] for c in spoken if c in corpus.reports.held}
        if key in nameless:
            written = (document for c in spoken for document in by_author.get(c, ()))
            found |= {document for document in written if _was_out(document, key, corpus)}
        yield from ((key, primary) for primary in sorted(found - {key}))


def cited_as(document: DocumentId, corpus: Corpus) -> frozenset[EntityId]:
    """Give the entities as which a held document is cited: itself, and its publisher."""
    itself = {cited for cited, held in corpus.reports.held.items() if held == document}
    publisher = corpus.publishers.get(document)
    return frozenset(itself if publisher is None else {*itself, publisher})


def meant_by(node: SourceNode, corpus: Corpus) -> tuple[EntityId, ...]:
    """Give what a source is: the document's own entity, what gathers it, for whom it speaks."""
    ends = (node.entity, corpus.cluster(node.entity), corpus.cluster(node.speaks_for))
    return tuple(end for end in ends if end is not None)


def _names(node: SourceNode, meant: frozenset[EntityId], corpus: Corpus) -> bool:
    """Say whether a source is, or speaks for, one of these."""
    return any(entity in meant for entity in meant_by(node, corpus))


def _described(secondary: DocumentId, primary: DocumentId, corpus: Corpus) -> frozenset[EntityId]:
    """Give the nameless sources of a document that its noun alone can mean the primary by."""
    document = corpus.records[primary].document
    nouns = {head_noun(document.publisher or ""), head_noun(document.title or ""), ""} - {""}
    own = [m for m in corpus.members.values() if m.document.id == secondary]
    cited = cited_as(primary, corpus)
    of_others = {
        head_noun(m.entity.name)
        for m in own
        if corpus.clusters.entity_of[m.id] not in cited
        and (m.named or corpus.owner(m.id) not in {None, *cited})
    }
    return frozenset(
        m.id for m in own if not m.named and head_noun(m.entity.name) in nouns - of_others
    )


def _with_nameless_documents(corpus: Corpus) -> frozenset[DocumentId]:
    """Give the documents that speak of a document of which they do not say whose it is."""
    return frozenset(
        m.document.id
        for m in corpus.members.values()
        if m.type is EntityType.DOCUMENT and not m.named and corpus.owner(m.id) is None
    )


def _was_out(primary: DocumentId, secondary: DocumentId, corpus: Corpus) -> bool:
    """Say whether a document was there to be cited, and not too long before."""
    held, citing = (corpus.records[key].document.published for key in (primary, secondary))
    gap = days_between(held, citing)
    return gap is not None and 0 <= gap <= HELD_DAYS
