"""What the project holds on the party of a list entry: each finding with what was denied."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import ClaimId
from sayso.model.upkeep import EntryFile
from sayso.model.vocabulary import FindingStatus, ListingStatus
from sayso.views.evidence import Evidence, confident_claims, evidence_of
from sayso.views.naming import content_words
from sayso.views.tables import directness, finding_sentence

#: What nothing firm stands behind: said with a hedge, by unnamed sources, by nobody.
UNSURE: Final = frozenset(
    {
        FindingStatus.HEDGED,
        FindingStatus.UNCLEAR,
        FindingStatus.SECONDARY_ONLY,
        FindingStatus.PRIMARY_DIFFERS,
        FindingStatus.RETRACTED,
        FindingStatus.DENIED,
    }
)
#: Words of a claim that speak for a party: a court's or an authority's.
_FAVOURABLE: Final = re.compile(
    r"acquitt|dismiss|exonerat|cleared of|without charge|pardon|delist|de-list|no evidence"
    r"|removed from the (?:\w+ ){0,3}list",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One finding on a party: who says it, in which words, and who says that it is not so.

    Attributes:
        sentence: with the standing of its parties and its status.
        said: claims that affirm it or leave it open, of one speaker and words once, most direct
            first.
        denied: claims that deny it, answer it or reject the document that it rests on.
    """

    finding: Finding
    sentence: str
    said: tuple[Evidence, ...]
    denied: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """All that the project holds on the party of an entry.

    Attributes:
        matters: what may be shown, what matters most first.
        waiting: how many findings were not read surely enough, and wait in review.
        possible: entities that may be the party; a question, so nothing of theirs is shown.
        favourable: claims that tell of an acquittal, a dismissal, a delisting.
    """

    matters: tuple[Matter, ...]
    waiting: int
    possible: tuple[Entity, ...]
    favourable: tuple[Evidence, ...]


def holdings_on(knowledge: Knowledge, file: EntryFile) -> Holdings:
    """Give what is held on an entry's party, by the entities that are resolved to the entry."""
    sure = {e.id for e in _entities(knowledge, file, ListingStatus.LISTED)}
    findings = [
        f for f in knowledge.findings.values() if not sure.isdisjoint((f.subject, f.object))
    ]
    shown = [f for f in findings if confident_claims(knowledge, f)]
    claims = dict.fromkeys(c for f in shown for c in f.claims)
    favourable = (c for c in map(knowledge.claim, claims) if _is_favourable(knowledge, c))
    return Holdings(
        matters=tuple(_matter(knowledge, finding) for finding in shown),
        waiting=len(findings) - len(shown),
        possible=_entities(knowledge, file, ListingStatus.POSSIBLE),
        favourable=tuple(evidence_of(knowledge, claim) for claim in favourable),
    )


def _entities(knowledge: Knowledge, file: EntryFile, status: ListingStatus) -> tuple[Entity, ...]:
    wanted = (status, file.entry.authority, file.entry.reference)
    return tuple(
        entity
        for entity in knowledge.entities.values()
        if entity.listing is not None
        and (entity.listing.status, entity.listing.authority, entity.listing.reference) == wanted
    )


def _matter(knowledge: Knowledge, finding: Finding) -> Matter:
    against = {c for root in finding.roots if root.stance == "-" for c in root.claims}
    said = [c for c in confident_claims(knowledge, finding) if c not in against]
    return Matter(
        finding=finding,
        sentence=finding_sentence(knowledge, finding),
        said=_evidence(knowledge, said),
        denied=_evidence(knowledge, dict.fromkeys((*against, *finding.replies))),
    )


def _evidence(knowledge: Knowledge, claims: Iterable[ClaimId]) -> tuple[Evidence, ...]:
    """Give claims as evidence, the most direct first; the same words of one speaker once."""
    found: dict[tuple[str, str], Evidence] = {}
    for claim in sorted(map(knowledge.claim, claims), key=lambda c: directness(knowledge, c)):
        evidence = evidence_of(knowledge, claim)
        words = content_words(knowledge, claim).casefold()
        found.setdefault((evidence.chain[-1], words), evidence)
    return tuple(found.values())


def _is_favourable(knowledge: Knowledge, claim: Claim) -> bool:
    told = claim.factuality.stance == "+"
    return told and _FAVOURABLE.search(content_words(knowledge, claim)) is not None
