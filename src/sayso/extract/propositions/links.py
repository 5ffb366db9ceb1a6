"""How the claims of one document stand to each other and to the documents that they reject."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from sayso.extract.grammar.syntax import Token
from sayso.model.claims import Claim, ClaimLink, DocumentEntity, PlaceMention
from sayso.model.ids import EntityId
from sayso.model.vocabulary import (
    SYMMETRIC,
    EntityType,
    LinkKind,
    Modality,
    PlaceLevel,
    Predicate,
    Role,
)

#: Words that reject a document as a whole; "condemn" and "criticise" do not.
_REJECTING: Final = frozenset(
    {"reject", "dismiss", "refute", "deny", "denounce", "repudiate", "rebut", "dispute"}
    | {"propaganda", "fabrication", "lie", "slander", "baseless", "false", "untrue", "unfounded"}
    | {"fabricated", "groundless", "fake", "rumour"}
)
_POSITIVE, _NEGATIVE = "+", "-"


def find_links(
    claims: Sequence[tuple[Claim, Token]], entities: Mapping[EntityId, DocumentEntity]
) -> tuple[ClaimLink, ...]:
    """Give rejections in the order of the claims, then denials and contradictions by both ends.

    Args:
        claims: of one document, each with the word that carries it.
        entities: of the document.
    """
    return (*_rejections(claims, entities), *_oppositions([claim for claim, _ in claims]))


def _rejections(
    claims: Sequence[tuple[Claim, Token]], entities: Mapping[EntityId, DocumentEntity]
) -> Iterator[ClaimLink]:
    """Give a link for each claim that rejects a document."""
    for claim, head in claims:
        target = claim.proposition.entity(Role.OBJECT)
        if claim.proposition.predicate is not Predicate.ACCUSATION or target is None:
            continue
        entity = entities.get(target)
        is_document = entity is not None and entity.type is EntityType.DOCUMENT
        if is_document and head.lemma in _REJECTING and claim.factuality.stance == _POSITIVE:
            yield ClaimLink(
                kind=LinkKind.REJECTS_DOCUMENT,
                a=claim.id,
                b=None,
                document=target,
                reason=f"“{head.text}” said of the document",
            )


def _oppositions(claims: Sequence[Claim]) -> Iterator[ClaimLink]:
    """Give a link for each two claims that affirm and negate the same."""
    matters: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        matters[_matter(claim)].append(claim)
    for same in matters.values():
        affirmed = [c for c in same if c.factuality.stance == _POSITIVE]
        negated = [c for c in same if c.factuality.stance == _NEGATIVE]
        for no, yes in product(negated, affirmed):
            if not _meets(no.proposition.place, yes.proposition.place):
                continue
            denies = no.modality is Modality.DENIED
            yield ClaimLink(
                kind=LinkKind.DENIES_CLAIM if denies else LinkKind.CONTRADICTS,
                a=no.id,
                b=yes.id,
                reason="the same matter, denied" if denies else "the same matter, negated",
            )


def _matter(claim: Claim) -> tuple[object, ...]:
    """Give what two claims must share to speak of the same: predicate, parties, kind of support."""
    proposition = claim.proposition
    ends = [proposition.filler(role) for role in (Role.SUBJECT, Role.OBJECT)]
    parties = [None if a is None else a.entity or a.text for a in ends]
    if proposition.predicate in SYMMETRIC:
        parties.sort(key=str)
    return (proposition.predicate, *parties, proposition.kind)


def _meets(denied: PlaceMention | None, affirmed: PlaceMention | None) -> bool:
    """Say whether denying something at the one place denies it at the other."""
    if denied is None or affirmed is None or denied.name == affirmed.name:
        return True
    if denied.level is PlaceLevel.COUNTRY and denied.country is not None:
        return denied.country == affirmed.country
    return denied.code is not None and denied.code == affirmed.code
