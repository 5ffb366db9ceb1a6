"""Relations between given names, from the product's claims."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from bench.engines.product import extraction
from bench.re3d import Named, Related
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType, MentionKind, Predicate, Role

#: What a claim's predicate is called in re3d.
TYPES: Final[Mapping[Predicate, str]] = {
    Predicate.MEMBER_OF: "BelongsTo",
    Predicate.JOINED: "BelongsTo",
    Predicate.BRANCH_OF: "BelongsTo",
    Predicate.EMBEDDED_IN: "BelongsTo",
    Predicate.SPOKESPERSON_FOR: "BelongsTo",
    Predicate.LEADS: "InChargeOf",
    Predicate.CONTROLS: "InChargeOf",
    Predicate.OVERSEES: "InChargeOf",
    Predicate.OPERATES: "InChargeOf",
    Predicate.LOCATED_IN: "CoLocated",
    Predicate.NEAR: "CoLocated",
    Predicate.ALIAS_OF: "IsSynonymOf",
    Predicate.ALLIED_WITH: "AlliesOf",
    Predicate.TIED_TO: "AlliesOf",
    Predicate.ATTACK: "FightingAgainst",
    Predicate.OPPOSES: "FightingAgainst",
    Predicate.CAMPAIGN: "FightingAgainst",
    Predicate.SEIZURE: "FightingAgainst",
    Predicate.KILLING: "FightingAgainst",
    Predicate.SUPPORTS: "Likes",
    Predicate.APPROVAL: "Likes",
    Predicate.ACCUSATION: "Dislikes",
}
#: Types of entities of which two names next to each other are said to be one ("X (Y)").
_RENAMED: Final = frozenset(
    {EntityType.PERSON, EntityType.ARMED_GROUP, EntityType.ORGANISATION, EntityType.PUBLIC_BODY}
)
#: Characters between two names of one entity: " (", ", also known as ".
_BETWEEN: Final = 20


def relations_of(text: str, names: Sequence[Named]) -> Iterator[Related]:
    """Give what ties two of the names of a text, as its claims have it; a pair may come twice.

    Args:
        text: of the document.
        names: those that the relations are between, in order.
    """
    found = extraction(text)
    for claim in found.claims:
        yield from _of_claim(claim, names)
    for entity in found.entities:
        yield from _synonyms(entity, names)


def _of_claim(claim: Claim, names: Sequence[Named]) -> Iterator[Related]:
    """Give the relation of a claim, and that its subject is where it is said to be."""
    said = claim.proposition
    ends = [said.filler(role) for role in (Role.SUBJECT, Role.OBJECT)]
    subject, target = (
        None if e is None or e.span is None else _name_at(e.span, names) for e in ends
    )
    kind = TYPES.get(said.predicate)
    place = None if said.place is None else _name_at(said.place.span, names)
    if kind is not None and subject is not None and target is not None and subject != target:
        yield Related(kind, subject.span, target.span)
    for end in (subject, target):
        if end is not None and place is not None and end != place:
            yield Related("CoLocated", end.span, place.span)


def _synonyms(entity: DocumentEntity, names: Sequence[Named]) -> Iterator[Related]:
    """Give the names of an entity that stand side by side: "the Zarkoh Front (ZF)"."""
    called = [m for m in entity.mentions if m.kind is MentionKind.NAME]
    for one, other in combinations(called, 2):
        beside = 0 < other.span.start - one.span.end <= _BETWEEN and one.text != other.text
        ends = _name_at(one.span, names), _name_at(other.span, names)
        if beside and entity.type in _RENAMED and ends[0] and ends[1] and ends[0] != ends[1]:
            yield Related("IsSynonymOf", ends[0].span, ends[1].span)


def _name_at(span: Span, names: Sequence[Named]) -> Named | None:
    """Give the name most alike to a span: by the characters in both over those in either."""
    shared = [(_shared(span, name), -n) for n, name in enumerate(names)]
    best, place = max(shared, default=(0.0, 0))
    return names[-place] if best > 0 else None


def _shared(span: Span, name: Named) -> float:
    inside = min(span.end, name.end) - max(span.start, name.begin)
    around = max(span.end, name.end) - min(span.start, name.begin)
    return max(0.0, inside / around)
