"""Words of a document that are like a claim's, where no claim was read: no sign of anything."""

from collections.abc import Iterable

from sayso.model.claims import Claim
from sayso.model.drift import Unread
from sayso.model.ids import DocumentId, EntityId, PassageId
from sayso.review.accounts.align import Pair
from sayso.review.accounts.points import Point, is_like, passage_words
from sayso.review.corpus import Corpus
from sayso.review.memory.notes import Shared


class Likenesses:
    """Finds like words in documents of one corpus; the words of a document are read once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._words: dict[DocumentId, Shared[tuple[tuple[PassageId, frozenset[str]], ...]]] = {}

    def of(
        self, document: DocumentId, points: Iterable[Point], other_party: Iterable[Pair] = ()
    ) -> tuple[Unread, ...]:
        """Give the points for which a document has like words, in their order.

        Args:
            document: where to look.
            points: nothing of the document was read to be about their thing.
            other_party: something of it was, about another party.
        """
        alone = ((p.claim, self._first(document, p)) for p in points)
        beside = ((p.secondary.claim, self._party(p)) for p in other_party)
        found = (*alone, *beside)
        return tuple(Unread(claim=c.id, passage=like) for c, like in found if like is not None)

    def _first(
        self, document: DocumentId, point: Point, but: PassageId | None = None
    ) -> PassageId | None:
        """Give the first passage, but for one, that holds most of a point's words."""
        passages = self._corpus.notes.shared(
            self._words, document, lambda: passage_words(self._corpus.records[document])
        )
        like = (key for key, words in passages if key != but and is_like(point, words))
        return next(like, None)

    def _party(self, pair: Pair) -> PassageId | None:
        """Give where the primary may say of a party what it was read to say of another.

        It may where its sentence names the party and no claim of the sentence is about it, and
        where another passage has like words.
        """
        ours, theirs = pair.secondary.claim, pair.primary.claim
        record = self._corpus.records[theirs.document_id]
        beside = [c for c in record.extraction.claims if c.sentence == theirs.sentence]
        read = {end for claim in beside for end in self._ends(claim)}
        named = {
            self._corpus.clusters.entity_of[entity.id]
            for entity in record.extraction.entities
            if any(theirs.sentence.contains(mention.span) for mention in entity.mentions)
        }
        if (self._ends(ours) & named) - read:
            return theirs.passage_id
        return self._first(theirs.document_id, pair.secondary, but=theirs.passage_id)

    def _ends(self, claim: Claim) -> set[EntityId]:
        """Give the entities that a claim is about."""
        ends = (self._corpus.cluster(a.entity) for a in claim.proposition.arguments)
        return {end for end in ends if end is not None}
