"""What is held against the claims of an incident: denials and rejections that stand elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import LinkKind

_AGAINST = frozenset(
    {LinkKind.CONTRADICTS, LinkKind.DENIES_CLAIM, LinkKind.REJECTS_DOCUMENT, LinkKind.RETRACTS}
)


class Answers:
    """Finds what is held against claims; the links are read once for all incidents."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._linked: dict[ClaimId, list[ClaimId]] = defaultdict(list)
        for link in knowledge.links:
            if link.kind in _AGAINST and link.b is not None:
                self._linked[link.b].append(link.a)
                if link.kind is LinkKind.CONTRADICTS:
                    self._linked[link.a].append(link.b)

    def to(self, claims: Sequence[Claim]) -> tuple[ClaimId, ...]:
        """Give the claims that deny, contradict or reject these, in order; none of these."""
        own = {claim.id for claim in claims}
        linked = (far for claim in claims for far in self._linked.get(claim.id, ()))
        found = dict.fromkeys((*self._replies(claims), *linked))
        return tuple(claim for claim in found if claim not in own)

    def _replies(self, claims: Sequence[Claim]) -> Iterator[ClaimId]:
        """Give what the parties concerned replied to the findings that the claims belong to."""
        known = self._knowledge
        for home in dict.fromkeys(known.finding_of.get(claim.id) for claim in claims):
            finding = None if home is None else known.findings.get(home)
            if finding is not None:
                yield from finding.replies
                yield from (c for c in finding.claims if known.claim(c).factuality.stance == "-")
