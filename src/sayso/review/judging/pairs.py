"""Pairs of an entity and a list entry that a person set aside or confirmed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.model.findings import Entity, Judgement, Knowledge, Outdated
from sayso.model.ids import EntityId, EntryId
from sayso.model.lists import ListEntry
from sayso.model.matches import Listing
from sayso.model.vocabulary import ListingStatus
from sayso.review.entities.clusters import firmest
from sayso.review.judging.basis import pair_evidence, what_changed
from sayso.review.judging.records import entry_of

#: Gives an entry as it stands in the release in force; None when it does not.
Entries = Callable[[EntryId], ListEntry | None]

_ON_ENTRIES = frozenset({"clear", "same", "unsure"})


def listings_of(knowledge: Knowledge, entity: Entity) -> tuple[Listing, ...]:
    """Give how each document's own reading of an entity stands to the lists, by members."""
    return _listings_of_each(knowledge, [entity])[entity.id]


def _listings_of_each(
    knowledge: Knowledge, entities: Iterable[Entity]
) -> Mapping[EntityId, tuple[Listing, ...]]:
    """Give the same for several entities, in one go over all records."""
    home = {member: entity.id for entity in entities for member in entity.members}
    found: dict[EntityId, list[Listing]] = {entity: [] for entity in home.values()}
    for record in knowledge.records.values() if home else ():
        for listing in record.listings:
            if listing.entity in home:
                found[home[listing.entity]].append(listing)
    return {entity: tuple(listings) for entity, listings in found.items()}


def evidence_of_pair(
    entity: Entity, listings: Iterable[Listing], entry_id: str, entries: Entries
) -> dict[str, str]:
    """Give what speaks for and against an entity being that of a list entry, by its digest.

    Args:
        entity: with its names.
        listings: of its members, to any entry.
        entry_id: of the entry.
        entries: the lists in force.
    """
    own = (x for x in listings if entry_of(x) == entry_id)
    return pair_evidence(entity.names, own, entries(EntryId(entry_id)))


def judge_pairs(
    knowledge: Knowledge, judgements: Sequence[Judgement], entries: Entries
) -> tuple[Mapping[EntityId, Entity], tuple[Outdated, ...]]:
    """Give the entities with their listings as judged, and the clearings that no longer hold.

    Args:
        knowledge: before these judgements.
        judgements: those that stand, oldest first; the last on a pair decides.
        entries: the lists in force.
    """
    entities = dict(knowledge.entities)
    outdated: list[Outdated] = []
    judged = _by_entity(knowledge, judgements)
    listed = _listings_of_each(knowledge, [entities[key] for key in judged])
    for key, decided in judged.items():
        entity = entities[key]
        listings = []
        for listing in listed[key]:
            judgement = decided.get(entry_of(listing))
            verdict = None if judgement is None else judgement.verdict
            if judgement is not None and verdict == "clear":
                now = evidence_of_pair(entity, listed[key], entry_of(listing), entries)
                changed = what_changed(judgement.basis, now)
                outdated += [Outdated(judgement=judgement, changed=changed)] if changed else []
                listings += [_with(listing, judgement, "cleared before")] if changed else []
            elif judgement is not None and verdict == "same":
                firm = replace(listing, status=ListingStatus.LISTED)
                listings.append(_with(firm, judgement, "judged the same"))
            else:
                listings.append(listing)
        entities[key] = replace(entity, listing=firmest(key, listings))
    return entities, tuple({o.judgement.id: o for o in outdated}.values())


def _by_entity(
    knowledge: Knowledge, judgements: Iterable[Judgement]
) -> Mapping[EntityId, Mapping[str, Judgement]]:
    """Give, for each entity that is here, the last judgement on each list entry."""
    found: dict[EntityId, dict[str, Judgement]] = {}
    for judgement in judgements:
        about = EntityId(judgement.about)
        key = knowledge.entity_of.get(about, about)
        if judgement.verdict in _ON_ENTRIES and judgement.other and key in knowledge.entities:
            found.setdefault(key, {})[judgement.other] = judgement
    return found


def _with(listing: Listing, judgement: Judgement, words: str) -> Listing:
    """Give a listing with a judgement as its first reason."""
    reason = f"{words} by {judgement.by} on {judgement.at.date()}: {judgement.reason}"
    return replace(listing, reasons=(reason, *listing.reasons))
