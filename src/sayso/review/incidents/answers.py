"""What is held against the claims of an incident: denials and rejections that stand elsewhere."""

from collections.abc import Iterator, Sequence

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import LinkKind

_AGAINST = frozenset(
    {LinkKind.CONTRADICTS, LinkKind.DENIES_CLAIM, LinkKind.REJECTS_DOCUMENT, LinkKind.RETRACTS}
)


def answers_to(knowledge: Knowledge, claims: Sequence[Claim]) -> tuple[ClaimId, ...]:
    """Give the claims that deny, contradict or reject these, in order; none of these themselves."""
    own = {claim.id for claim in claims}
    found = dict.fromkeys((*_replies(knowledge, claims), *_links(knowledge, own)))
    return tuple(claim for claim in found if claim not in own)


def _replies(knowledge: Knowledge, claims: Sequence[Claim]) -> Iterator[ClaimId]:
    """Give what the parties concerned replied to the findings that the claims belong to."""
    for claim in claims:
        finding_id = knowledge.finding_of.get(claim.id)
        finding = None if finding_id is None else knowledge.findings.get(finding_id)
        if finding is None:
            continue
        yield from finding.replies
        yield from (c for c in finding.claims if knowledge.claim(c).factuality.stance == "-")


def _links(knowledge: Knowledge, own: set[ClaimId]) -> Iterator[ClaimId]:
    """Give the far ends of links that set a claim against one of these."""
    for link in knowledge.links:
        if link.kind not in _AGAINST or link.b is None:
            continue
        if link.b in own:
            yield link.a
        elif link.a in own and link.kind is LinkKind.CONTRADICTS:
            yield link.b
