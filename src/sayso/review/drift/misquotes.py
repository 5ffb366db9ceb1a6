"""Misquotations all over the corpus, as links between claims."""

from collections.abc import Iterable

from sayso.model.claims import ClaimLink
from sayso.model.drift import Difference
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import LinkKind
from sayso.review.corpus import Corpus
from sayso.review.drift.ascribed import cited_primaries
from sayso.review.drift.compare import Comparisons


def find_misquotes(corpus: Corpus) -> tuple[ClaimLink, ...]:
    """Link each claim that misquotes a held primary to the claim there that says otherwise.

    What rests on the misquoted slot is linked too, and says so. One link a pair of claims, by the
    date of the account and its place there.
    """
    comparisons = Comparisons(corpus)
    links: dict[tuple[ClaimId, ClaimId], ClaimLink] = {}
    for secondary, primary in cited_primaries(corpus):
        for difference in comparisons.compare(secondary, primary).differences:
            for link in _links(difference, corpus):
                if link.b is not None:
                    links.setdefault((link.a, link.b), link)
    return tuple(links.values())


def _links(difference: Difference, corpus: Corpus) -> Iterable[ClaimLink]:
    """Give the links that a difference makes: none when it misquotes nothing."""
    ours, theirs = difference.secondary, difference.primary
    if ours is None or theirs is None or not difference.misquotes:
        return
    primary = corpus.document(corpus.claims[theirs.claim]).name
    what = f"{primary} says otherwise: {difference.note.removeprefix('different: ')}"
    yield ClaimLink(kind=LinkKind.MISQUOTES, a=ours.claim, b=theirs.claim, reason=what)
    for claim in difference.dependent:
        reason = f"rests on {ours.claim}: {what}"
        yield ClaimLink(kind=LinkKind.MISQUOTES, a=claim, b=theirs.claim, reason=reason)
