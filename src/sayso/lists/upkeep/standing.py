"""Whether the party of an entry, or its leader, is recorded as gone while it is still listed."""

from collections.abc import Iterator

from sayso.lists.upkeep.remarks import (
    Leader,
    State,
    end_of,
    leaders_of,
    naming,
    present_words,
)
from sayso.lists.upkeep.scope import Scope, found
from sayso.model.lists import ListEntry
from sayso.model.upkeep import Discrepancy, DiscrepancyKind, EntryWords


def check_standing(entry: ListEntry, scope: Scope) -> Iterator[Discrepancy]:
    """Give what the entry's own words say of a death, an end, or a leader who is gone."""
    death = scope.deaths.get(entry.reference)
    if death is not None:
        yield _deceased(entry, death)
        yield from _still_present(entry, death)
    end = end_of(entry)
    if end is not None:
        how = "reported as" if end.hedged else "recorded as"
        says = f"listed, and {how} no longer in existence in the entry's own words"
        yield found(DiscrepancyKind.RECORDED_DEFUNCT, entry, says, [end.words])
    for leader in leaders_of(entry):
        yield from _leader(entry, leader, scope)


def _deceased(entry: ListEntry, death: State) -> Discrepancy:
    how = "reported" if death.hedged else "recorded"
    says = f"listed, and {how} as deceased in the entry's own words"
    return found(DiscrepancyKind.RECORDED_DECEASED, entry, says, [death.words])


def _still_present(entry: ListEntry, death: State) -> Iterator[Discrepancy]:
    present = present_words(entry)
    if present:
        how = "reported" if death.hedged else "recorded"
        says = f"{how} as deceased, and spoken of in an undated present in the same remarks"
        kind = DiscrepancyKind.SPOKEN_OF_AS_PRESENT
        yield found(kind, entry, says, [death.words, *present])


def _leader(entry: ListEntry, leader: Leader, scope: Scope) -> Iterator[Discrepancy]:
    """Say what the list records of the person whom an entity's remarks name as its leader."""
    kind = DiscrepancyKind.LEADER_DECEASED
    if leader.reference is None:
        says = f"names {leader.name} as its leader, and marks that name “(deceased)”"
        yield found(kind, entry, says, [leader.words])
        return
    named = f"names {leader.name} ({leader.reference}) as its leader"
    death = scope.deaths.get(leader.reference)
    if death is not None:
        how = "reported" if death.hedged else "recorded"
        says = f"{named}, who is {how} as deceased in entry {leader.reference}"
        others = list(_others_who_lead(entry, scope))
        words = [leader.words, death.words, *others]
        yield found(kind, entry, says, words, [leader.reference, *(w.reference for w in others)])
    elif leader.reference not in scope.entries:
        says = f"{named}: {scope.gone(leader.reference)}"
        kind = DiscrepancyKind.LEADER_NOT_LISTED
        yield found(kind, entry, says, [leader.words], [leader.reference])


def _others_who_lead(entry: ListEntry, scope: Scope) -> Iterator[EntryWords]:
    """Give how entries of the living begin that say "Leader of" this entity."""
    for other in scope.entries.values():
        if other.schema == "Person" and entry.reference in other.references:
            for words in naming(other, entry.reference):
                lead = words.words.partition("(")[0].lower()
                if lead.startswith("leader of ") and other.reference not in scope.deaths:
                    yield words
