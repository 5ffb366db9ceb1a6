"""Misquotations all over the corpus, as links between claims."""

from collections.abc import Sequence
from functools import partial

from sayso.model.claims import ClaimLink
from sayso.model.documents import Document
from sayso.model.drift import Difference
from sayso.model.ids import ClaimId, DocumentId, EntityId
from sayso.model.vocabulary import LinkKind
from sayso.review.accounts.ascribed import cited_primaries, held_by_author
from sayso.review.corpus import Corpus
from sayso.review.drift.compare import Comparisons
from sayso.review.drift.dependents import ToldBy
from sayso.review.memory.notes import Table
from sayso.review.memory.records import Changes


class Misquotes:
    """Keeps what each document misquotes; compares it again only when that concerns it."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._told_by = ToldBy(corpus)
        self._by_author: Table[EntityId, tuple[DocumentId, ...]] = corpus.notes.table()
        self._known: dict[DocumentId, tuple[Difference, ...]] = {}

    def follow(self, changes: Changes, documents: Sequence[Document]) -> tuple[ClaimLink, ...]:
        """Link each claim that misquotes a held primary to the claim there that says otherwise.

        What rests on a misquoted slot is linked too, and says so, unless it misquotes itself. One
        link a pair of claims, by the date of the account and its place there; what misquotes comes
        first.

        Args:
            changes: of the corpus.
            documents: all of them, by date.
        """
        notes = self._corpus.notes
        self._told_by.follow(changes)
        self._by_author.become(held_by_author(self._corpus))
        comparisons = self.comparisons()
        for key in changes.gone:
            del self._known[key]
        fresh = {record.document.id for record in changes.fresh}
        for document in documents:
            key, reader = document.id, f"misquotes of {document.id}"
            if key in fresh or reader in notes.stale:
                self._known[key] = notes.piece(reader, partial(self._compare, key, comparisons))
        return self._links([one for d in documents for one in self._known[d.id]])

    def comparisons(self) -> Comparisons:
        """Give what compares documents of the corpus as it is now."""
        return Comparisons(self._corpus, self._told_by)

    def _compare(self, key: DocumentId, comparisons: Comparisons) -> tuple[Difference, ...]:
        """Give where a document misquotes what it cites."""
        primaries = cited_primaries(key, self._by_author, self._corpus)
        found = (one for p in primaries for one in comparisons.compare(key, p).differences)
        return tuple(one for one in found if one.misquotes)

    def _links(self, found: Sequence[Difference]) -> tuple[ClaimLink, ...]:
        """Give misquotations as links."""
        own: dict[tuple[ClaimId, ClaimId], list[str]] = {}
        resting: dict[tuple[ClaimId, ClaimId], ClaimId] = {}
        for one in found:
            if one.secondary is None or one.primary is None:
                continue
            ours, theirs = one.secondary.claim, one.primary.claim
            own.setdefault((ours, theirs), []).append(one.note.removeprefix("different: "))
            for claim in one.dependent:
                resting.setdefault((claim, theirs), ours)
        misquoting = {ours for ours, _ in own}
        return (
            *(self._link(pair, f"says otherwise: {'; '.join(own[pair])}") for pair in own),
            *(
                self._link(pair, f"is misquoted by {ours}, on which this rests")
                for pair, ours in resting.items()
                if pair[0] not in misquoting
            ),
        )

    def _link(self, pair: tuple[ClaimId, ClaimId], what: str) -> ClaimLink:
        """Link a claim to one of a primary, and say what of the primary."""
        name = self._corpus.document(self._corpus.claims[pair[1]]).name
        return ClaimLink(kind=LinkKind.MISQUOTES, a=pair[0], b=pair[1], reason=f"{name} {what}")
