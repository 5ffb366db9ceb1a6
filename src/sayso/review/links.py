"""How claims of different documents stand to each other."""

from collections.abc import Iterable, Sequence

from sayso.model.claims import Claim, ClaimLink
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import LinkKind, Modality
from sayso.review.corpus import Corpus
from sayso.review.findings.keys import figures_differ
from sayso.review.findings.status import Voice
from sayso.review.findings.weighing import Weighed


def link_claims(
    weighed: Sequence[Weighed], corpus: Corpus, misquotes: Iterable[ClaimLink] = ()
) -> tuple[ClaimLink, ...]:
    """Give the extractors' links and those across documents, by the ids of their two ends.

    A pair that the extractor linked is not linked again. A finding has about as many links as
    claims, not as many as pairs of claims.
    """
    drawn = corpus.links()
    known = {frozenset({link.a, link.b}) for link in drawn}
    derived: dict[frozenset[ClaimId | None], ClaimLink] = {}
    for each in weighed:
        for link in (*_opposed(each), *_repeats(each, corpus)):
            pair = frozenset({link.a, link.b})
            if pair not in known:
                derived.setdefault(pair, link)
    links = {(x.a, x.b or "", x.kind.value, x.document or ""): x for x in drawn}
    links |= {(x.a, x.b or "", x.kind.value, ""): x for x in (*derived.values(), *misquotes)}
    return tuple(links[key] for key in sorted(links))


def _opposed(weighed: Weighed) -> Iterable[ClaimLink]:
    """Link every denial to the first allegation, and the first denial to every other root."""
    affirming = _first_of_each((v for v in weighed.own if v.stance == "+"), by_document=False)
    denying = _first_of_each(weighed.denials, by_document=True)
    pairs = [(denial, allegation) for denial in denying for allegation in affirming[:1]]
    pairs += [(denial, allegation) for denial in denying[:1] for allegation in affirming[1:]]
    for denial, allegation in pairs:
        kind, reason = _how(denial, allegation, weighed)
        yield ClaimLink(kind=kind, a=denial.claim.id, b=allegation.claim.id, reason=reason)


def _how(denial: Voice, allegation: Voice, weighed: Weighed) -> tuple[LinkKind, str]:
    """Say how a denial stands to an allegation."""
    if figures_differ(denial.claim.proposition.quantity, allegation.claim.proposition.quantity):
        return LinkKind.TENSION, "the denial is of another figure than the one that is alleged"
    if denial not in weighed.own:
        return LinkKind.CONTRADICTS, "denies something more general, which contains this"
    if denial.concerned and denial.claim.modality is Modality.DENIED:
        return LinkKind.DENIES_CLAIM, f"{denial.origin.name}, concerned in it, denies it"
    return LinkKind.CONTRADICTS, "the same is affirmed and denied"


def _repeats(weighed: Weighed, corpus: Corpus) -> Iterable[ClaimLink]:
    """Link each claim of a copy to the first claim of its story."""
    first: dict[tuple[str, str], Claim] = {}
    for voice in weighed.own:
        claim = voice.claim
        story = corpus.context.stories[claim.document_id]
        original = first.setdefault((story, voice.stance), claim)
        if original.document_id != claim.document_id:
            reason = f"{corpus.document(claim).name} carries the same story"
            yield ClaimLink(kind=LinkKind.REPEATS, a=claim.id, b=original.id, reason=reason)


def _first_of_each(voices: Iterable[Voice], *, by_document: bool) -> tuple[Voice, ...]:
    """Give the first voice of each root, or of each root in each document."""
    first: dict[tuple[str, str], Voice] = {}
    for voice in voices:
        document = voice.claim.document_id if by_document else ""
        first.setdefault((voice.origin.key, document), voice)
    return tuple(first.values())
