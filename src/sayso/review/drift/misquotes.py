"""Misquotations all over the corpus, as links between claims."""

from sayso.model.claims import ClaimLink
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import LinkKind
from sayso.review.accounts.ascribed import cited_primaries
from sayso.review.corpus import Corpus
from sayso.review.drift.compare import Comparisons


def find_misquotes(corpus: Corpus) -> tuple[ClaimLink, ...]:
    """Link each claim that misquotes a held primary to the claim there that says otherwise.

    What rests on a misquoted slot is linked too, and says so, unless it misquotes itself. One link
    a pair of claims, by the date of the account and its place there; what misquotes comes first.
    """
    comparisons = Comparisons(corpus)
    own: dict[tuple[ClaimId, ClaimId], list[str]] = {}
    resting: dict[tuple[ClaimId, ClaimId], ClaimId] = {}
    for secondary, primary in cited_primaries(corpus):
        for one in comparisons.compare(secondary, primary).differences:
            if not one.misquotes or one.secondary is None or one.primary is None:
                continue
            ours, theirs = one.secondary.claim, one.primary.claim
            own.setdefault((ours, theirs), []).append(one.note.removeprefix("different: "))
            for claim in one.dependent:
                resting.setdefault((claim, theirs), ours)
    misquoting = {ours for ours, _ in own}
    return (
        *(_link(pair, f"says otherwise: {'; '.join(own[pair])}", corpus) for pair in own),
        *(
            _link(pair, f"is misquoted by {ours}, on which this rests", corpus)
            for pair, ours in resting.items()
            if pair[0] not in misquoting
        ),
    )


def _link(pair: tuple[ClaimId, ClaimId], what: str, corpus: Corpus) -> ClaimLink:
    """Link a claim to one of a primary, and say what of the primary."""
    primary = corpus.document(corpus.claims[pair[1]])
    return ClaimLink(kind=LinkKind.MISQUOTES, a=pair[0], b=pair[1], reason=f"{primary.name} {what}")
