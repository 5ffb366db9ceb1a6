"""Whom pronouns and descriptions mean, where the encoder is sure and the rules' answer unlikely."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.extract.entities.assemble import Entities
from sayso.model.claims import DocumentEntity, Mention
from sayso.model.ids import EntityId, MentionId, Span
from sayso.model.vocabulary import EntityType, MentionKind

#: An entity so likely meant takes a mention from one that is less likely than the other number.
LIKELY: Final = 0.6
UNLIKELY: Final = 0.2
RULE: Final = "encoder"
#: Bodies that may be called each other's kinds of words: "the company" of a front.
_BODIES: Final = frozenset(
    {
        EntityType.ARMED_GROUP,
        EntityType.ORGANISATION,
        EntityType.PUBLIC_BODY,
        EntityType.MEDIA_OUTLET,
    }
)

#: A mention's span → earlier mentions with how likely each is what it means.
Meant = Mapping[Span, Sequence[tuple[Span, float]]]


def resolved(entities: Entities, meant: Meant) -> Entities:
    """Give the entities with those mentions moved that far more likely mean another one.

    An entity without a name whose first mention moves is one with the other.
    """
    known = {entity.id: entity for entity in entities.entities}
    owner = {mention.span: mention.resolved_to for mention in entities.mentions}
    joined: dict[EntityId, EntityId] = {}
    moved: dict[MentionId, EntityId] = {}
    for mention in entities.mentions:
        own = joined.get(mention.resolved_to, mention.resolved_to)
        likely: dict[EntityId, float] = {}
        for span, sure in meant.get(mention.span, ()):
            entity = joined.get(owner[span], owner[span])
            likely[entity] = likely.get(entity, 0.0) + sure
        other = _likelier(mention, own, likely, known)
        if other is None:
            continue
        owner[mention.span] = other
        moved[mention.id] = other
        if _is_first_of_unnamed(mention, known[own]):
            joined[own] = other
    return _rebuilt(entities, moved, joined) if moved else entities


def _likelier(
    mention: Mention,
    own: EntityId,
    likely: Mapping[EntityId, float],
    known: Mapping[EntityId, DocumentEntity],
) -> EntityId | None:
    """Give the entity that a mention means rather than its own, or None."""
    if mention.kind is MentionKind.NAME or not likely:
        return None
    best = max(likely, key=lambda entity: likely[entity])
    far = best != own and likely[best] >= LIKELY and likely.get(own, 0.0) <= UNLIKELY
    kinds = {known[own].type, known[best].type}
    return best if far and (len(kinds) == 1 or kinds <= _BODIES) else None


def _is_first_of_unnamed(mention: Mention, entity: DocumentEntity) -> bool:
    """Say whether a mention is the first of an entity without a name."""
    named = any(m.kind is MentionKind.NAME for m in entity.mentions)
    return not named and entity.mentions[0].id == mention.id


def _rebuilt(
    entities: Entities,
    moved: Mapping[MentionId, EntityId],
    joined: Mapping[EntityId, EntityId],
) -> Entities:
    """Give the entities with their mentions as moved; one that has none left is gone."""

    def placed(mention: Mention) -> Mention:
        now = moved.get(mention.id, mention.resolved_to)
        while now in joined:
            now = joined[now]
        by = RULE if now != mention.resolved_to else mention.resolved_by
        return replace(mention, resolved_to=now, resolved_by=by)

    mentions = tuple(map(placed, entities.mentions))
    held: dict[EntityId, list[Mention]] = {}
    for mention in mentions:
        held.setdefault(mention.resolved_to, []).append(mention)
    return replace(
        entities,
        mentions=mentions,
        entities=tuple(_with(entities.entities, held)),
        places=tuple(p if p.entity in held else replace(p, entity=None) for p in entities.places),
    )


def _with(
    entities: Iterable[DocumentEntity], held: Mapping[EntityId, Sequence[Mention]]
) -> Iterable[DocumentEntity]:
    """Give the entities that have mentions, with these, in the order of their first ones."""
    kept = [replace(e, mentions=tuple(held[e.id])) for e in entities if e.id in held]
    return sorted(kept, key=lambda e: e.mentions[0].span)
