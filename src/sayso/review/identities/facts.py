"""What is said of each party that can bear on its identity, looked up by party."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import ClaimId, EntityId
from sayso.model.vocabulary import EVENTS, EntityType, MentionKind, Predicate, Realis

#: Whose identity can be in question.
PARTIES: Final = frozenset({EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION})

_HEADED_BY: Final = frozenset({Predicate.LEADS, Predicate.SPOKESPERSON_FOR})
_ACTS: Final = frozenset(
    {Predicate.ATTACK, Predicate.KILLING, Predicate.ABDUCTION, Predicate.SEIZURE}
)
_PLACED: Final = frozenset(EVENTS) | {Predicate.LOCATED_IN, Predicate.OPERATES, Predicate.CONTROLS}
_EXISTS: Final = re.compile(
    r"\bexist(?:s|ed)?\b(?! only)|\bis (?:wholly |fully )?independent\b", re.IGNORECASE
)

Claims = tuple[ClaimId, ...]


@dataclass(slots=True)
class Facts:
    """What is affirmed of one party, with the claims that affirm it.

    Attributes:
        leaders, heads: persons with a name who lead it, and those who lead it or speak for it.
        acts: when it acted, as EDTF; acts without a time are left out.
        begun: when it came into being, as EDTF; "" where no time is given.
        places: where it sits or acts, by the code of a division below a country.
        place_names: what such a place is called, by its code.
        exists, is_not: that it exists or is independent, and that it does not or is not.
        statements: what it says, by the place of the words or the document that it issued.
    """

    leaders: dict[EntityId, Claims] = field(default_factory=dict)
    heads: dict[EntityId, Claims] = field(default_factory=dict)
    acts: dict[str, Claims] = field(default_factory=dict)
    begun: dict[str, Claims] = field(default_factory=dict)
    places: dict[str, Claims] = field(default_factory=dict)
    place_names: dict[str, str] = field(default_factory=dict)
    exists: Claims = ()
    is_not: Claims = ()
    statements: dict[str, Claims] = field(default_factory=dict)


def affirming(finding: Finding) -> Claims:
    """Give the claims of a finding that affirm it, hedged ones too."""
    return tuple(c for root in finding.roots if root.stance == "+" for c in root.claims)


def denying(finding: Finding) -> Claims:
    """Give the claims that deny a finding, those of something more general too."""
    return tuple(c for root in finding.roots if root.stance == "-" for c in root.claims)


def is_actual(knowledge: Knowledge, finding: Finding) -> bool:
    """Say whether a finding is of what is or was, not of what is intended or foreseen."""
    return knowledge.claims[finding.claims[0]].proposition.realis is Realis.ACTUAL


def facts_of(knowledge: Knowledge, named: frozenset[EntityId]) -> Mapping[EntityId, Facts]:
    """Give what is affirmed of each party; `named` are those with a name."""
    facts: dict[EntityId, Facts] = defaultdict(Facts)
    for finding in knowledge.findings.values():
        claims = affirming(finding)
        if claims and is_actual(knowledge, finding):
            _add_of_subject(finding, claims, facts)
            _add_of_object(finding, claims, facts)
            if finding.subject in named:
                _add_head(finding, claims, facts)
    for claim in knowledge.claims.values():
        _add_statement(knowledge, claim, facts)
        _add_existence(knowledge, claim, facts)
    return facts


def named_parties(knowledge: Knowledge) -> frozenset[EntityId]:
    """Give the parties that at least one document names."""
    return frozenset(
        knowledge.entity_of.get(entity.id, entity.id)
        for record in knowledge.records.values()
        for entity in record.extraction.entities
        if entity.type in PARTIES and any(m.kind is MentionKind.NAME for m in entity.mentions)
    )


def _add_of_subject(finding: Finding, claims: Claims, facts: dict[EntityId, Facts]) -> None:
    """Add when and where a finding has its subject act, and what it issued."""
    if finding.subject is None:
        return
    own, code = facts[finding.subject], finding.place_code
    if finding.predicate in _ACTS and finding.time is not None:
        own.acts[finding.time] = (*own.acts.get(finding.time, ()), *claims)
    if finding.predicate in _PLACED and code is not None and "-" in code:
        own.places[code] = (*own.places.get(code, ()), *claims)
        own.place_names.setdefault(code, f"{finding.place} ({code})")
    if finding.predicate is Predicate.AUTHORED and finding.object is not None:
        own.statements[finding.object] = claims


def _add_of_object(finding: Finding, claims: Claims, facts: dict[EntityId, Facts]) -> None:
    """Add when the object of a finding came into being."""
    if finding.object is not None and finding.predicate is Predicate.ESTABLISHMENT:
        facts[finding.object].begun[finding.time or ""] = claims


def _add_head(finding: Finding, claims: Claims, facts: dict[EntityId, Facts]) -> None:
    """Add who leads the object of a finding, or speaks for it."""
    head, body = finding.subject, finding.object
    if head is None or body is None or finding.predicate not in _HEADED_BY:
        return
    own = facts[body]
    own.heads[head] = (*own.heads.get(head, ()), *claims)
    if finding.predicate is Predicate.LEADS:
        own.leaders[head] = (*own.leaders.get(head, ()), *claims)


def _add_statement(knowledge: Knowledge, claim: Claim, facts: dict[EntityId, Facts]) -> None:
    """Add a claim to the statements of the party that makes it."""
    speaker = knowledge.entity_behind(claim.speaker.speaks_for or claim.speaker.entity)
    if speaker is not None:
        place = f"{claim.document_id} {claim.content.start} {claim.content.end}"
        facts[speaker.id].statements.setdefault(place, (claim.id,))


def _add_existence(knowledge: Knowledge, claim: Claim, facts: dict[EntityId, Facts]) -> None:
    """Add a claim whose words say that a party exists, or that it does not."""
    if claim.proposition.predicate is not Predicate.OTHER:
        return
    found = _EXISTS.search(claim.content.of(knowledge.document_of(claim).text))
    party = None if found is None else _named_before(knowledge, claim, found.start())
    if party is None:
        return
    own, stance = facts[party], claim.factuality.stance
    if stance == "+":
        own.exists = (*own.exists, claim.id)
    if stance == "-":
        own.is_not = (*own.is_not, claim.id)


def _named_before(knowledge: Knowledge, claim: Claim, offset: int) -> EntityId | None:
    """Give the party mentioned last in a claim's content before an offset in it, or None."""
    end = claim.content.start + offset
    mentions = (
        (mention.span.end, entity.id)
        for entity in knowledge.records[claim.document_id].extraction.entities
        if entity.type in PARTIES
        for mention in entity.mentions
        if claim.content.start <= mention.span.start and mention.span.end <= end
    )
    nearest = max(mentions, default=None)
    return None if nearest is None else knowledge.entity_of.get(nearest[1], nearest[1])
