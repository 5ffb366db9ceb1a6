"""What a document says on the word of another, and through which voices within that one."""

from collections.abc import Mapping

from sayso.model.claims import Claim, SourceChain, SourceNode
from sayso.model.documents import Document
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import DocumentKind, EntityType
from sayso.review.corpus import Corpus
from sayso.review.entities.names import head_noun
from sayso.review.entities.reports import HELD_DAYS, days_between
from sayso.review.memory.notes import Table

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
    return tuple(sorted(own, key=corpus.order))


def cited_primaries(
    key: DocumentId, by_author: Table[EntityId, tuple[DocumentId, ...]], corpus: Corpus
) -> tuple[DocumentId, ...]:
    """Give the held documents that a document cites, by their ids; never itself.

    One that is cited by its author alone counts where the text speaks of such a document too: what
    a body says elsewhere is not measured against its report.

    Args:
        key: of the document.
        by_author: the cited documents that are held, by their publishers.
        corpus: which has them all.
    """
    sources = (corpus.cluster(n.entity) for c in claims_of(key, corpus) for n in c.source_chain)
    spoken = {source for source in sources if source is not None}
    held = (corpus.reports.held.get(source) for source in spoken)
    found = {document for document in held if document is not None}
    written = [d for c in spoken for d in by_author.get(c, ()) if _was_out(d, key, corpus)]
    nouns = _nameless_documents(key, corpus) if written else frozenset()
    found |= {d for d in written if _written(corpus.records[d].document) in nouns}
    return tuple(sorted(found - {key}))


def held_by_author(corpus: Corpus) -> Mapping[EntityId, tuple[DocumentId, ...]]:
    """Give the cited documents that are held, by their publishers."""
    found: dict[EntityId, dict[DocumentId, None]] = {}
    for document in corpus.reports.held.answers.values():
        author = corpus.publishers.answers.get(document)
        if author is not None:
            found.setdefault(author, {})[document] = None
    return {author: tuple(sorted(documents)) for author, documents in found.items()}


def cited_as(document: DocumentId, corpus: Corpus) -> frozenset[EntityId]:
    """Give the entities as which a held document is cited: itself, and its publisher."""
    itself = corpus.reports.cited_as.get(document, frozenset())
    publisher = corpus.publishers.get(document)
    return itself if publisher is None else itself | {publisher}


def meant_by(node: SourceNode, corpus: Corpus) -> tuple[EntityId, ...]:
    """Give what a source is: the document's own entity, what gathers it, for whom it speaks."""
    ends = (node.entity, corpus.cluster(node.entity), corpus.cluster(node.speaks_for))
    return tuple(end for end in ends if end is not None)


def _names(node: SourceNode, meant: frozenset[EntityId], corpus: Corpus) -> bool:
    """Say whether a source is, or speaks for, one of these."""
    return any(entity in meant for entity in meant_by(node, corpus))


def _described(secondary: DocumentId, primary: DocumentId, corpus: Corpus) -> frozenset[EntityId]:
    """Give the nameless sources of a document that can mean the primary, or its author, alone.

    "A panel" means the Panel on Kandor where nothing else there is a panel; "the report" means its
    report in the same way.
    """
    document, cited = corpus.records[primary].document, cited_as(primary, corpus)
    author, written = head_noun(document.publisher or ""), _written(document)
    own = [corpus.members[e.id] for e in corpus.records[secondary].extraction.entities]
    of_others = {
        head_noun(m.entity.name)
        for m in own
        if corpus.clusters.entity_of[m.id] not in cited
        and (m.named or corpus.owner(m.id) not in {None, *cited})
    }
    meant = (
        (m.id, head_noun(m.entity.name), written if m.type is EntityType.DOCUMENT else author)
        for m in own
        if not m.named
    )
    return frozenset(one for one, noun, wanted in meant if noun == wanted and noun not in of_others)


def _written(document: Document) -> str | None:
    """Give what sort of document it is by its title ("report"); None for the press."""
    is_press = document.kind is DocumentKind.PRESS or document.title is None
    return None if is_press else head_noun(document.title or "")


def _nameless_documents(key: DocumentId, corpus: Corpus) -> frozenset[str]:
    """Give what sorts of documents a document speaks of without saying whose they are."""
    own = (corpus.members[e.id] for e in corpus.records[key].extraction.entities)
    nameless = (m for m in own if m.type is EntityType.DOCUMENT and not m.named)
    return frozenset(head_noun(m.entity.name) for m in nameless if corpus.owner(m.id) is None)


def _was_out(primary: DocumentId, secondary: DocumentId, corpus: Corpus) -> bool:
    """Say whether a document was there to be cited, and not too long before."""
    held, citing = (corpus.records[key].document.published for key in (primary, secondary))
    gap = days_between(held, citing)
    return gap is not None and 0 <= gap <= HELD_DAYS
