"""What each entity takes part in, told in one pass over what is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model.claims import Claim
from sayso.model.findings import Entity, Knowledge, Tie
from sayso.model.ids import ClaimId, DocumentId, EntityId, FindingId


@dataclass(slots=True)
class Figures:
    """What one entity takes part in.

    Attributes:
        claims: that name it, as a party or as who speaks; in the order of what is known.
        findings: that it is an end of, what matters most first.
        roots: the independent origins of these, by name.
        documents: that name it in a claim.
    """

    claims: list[ClaimId] = field(default_factory=list)
    findings: list[FindingId] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    roots: set[str] = field(default_factory=set)
    documents: set[DocumentId] = field(default_factory=set)


#: What an entity has that takes part in nothing.
NONE = Figures()


def figures_of(knowledge: Knowledge) -> Mapping[EntityId, Figures]:
    """Give what each entity takes part in; those that take part in nothing are left out."""
    told: dict[EntityId, Figures] = defaultdict(Figures)
    for claim in knowledge.claims.values():
        for entity in sorted(named_in(knowledge, claim)):
            told[entity].claims.append(claim.id)
            told[entity].documents.add(claim.document_id)
    for finding in knowledge.findings.values():
        independent = {r.name for r in finding.roots if r.independent and not r.withdrawn}
        ends = dict.fromkeys((finding.subject, finding.object))
        for end in (end for end in ends if end is not None):
            told[end].findings.append(finding.id)
            told[end].roots |= independent
    for tie in knowledge.ties:
        for entity in sorted({tie.subject, tie.object}):
            told[entity].ties.append(tie)
    return dict(told)


def named_in(knowledge: Knowledge, claim: Claim) -> frozenset[EntityId]:
    """Give the entities that a claim is about, that speak in it or are spoken for."""
    own = [argument.entity for argument in claim.proposition.arguments]
    own += [end for node in claim.source_chain for end in (node.entity, node.speaks_for)]
    return frozenset(knowledge.entity_of.get(one, one) for one in own if one is not None)


def ranked(
    entities: Iterable[Entity], figures: Mapping[EntityId, Figures], by: str
) -> tuple[Entity, ...]:
    """Give entities by claims or by independent roots, the most first, then by name."""

    def order(entity: Entity) -> tuple[int, int, str, str]:
        own = figures.get(entity.id, NONE)
        claims, roots = -len(own.claims), -len(own.roots)
        first, second = (roots, claims) if by == "roots" else (claims, roots)
        return first, second, entity.name.casefold(), entity.id

    def alphabetical(entity: Entity) -> tuple[str, str]:
        return entity.name.casefold(), entity.id

    return tuple(sorted(entities, key=alphabetical if by == "name" else order))
