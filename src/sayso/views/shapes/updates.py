"""The JSON of lists brought up to date, and of the lists that can be read."""

from collections.abc import Iterable

from sayso.model.updates import ListState, ListUpdate
from sayso.views.json import JsonObject


def list_updates_json(updates: Iterable[ListUpdate]) -> JsonObject:
    """Give what became of each list, in the order given."""
    return {
        "updates": [
            {
                "authority": update.authority,
                "address": update.address,
                "status": update.status.value,
                "release": update.release,
                "entries": update.entries,
                "previous": update.previous,
                "changes": {kind.value: count for kind, count in sorted(update.changes.items())},
                "remarks": list(update.remarks),
                "relisted": update.relisted,
                "error": update.error,
            }
            for update in updates
        ]
    }


def list_states_json(states: Iterable[ListState]) -> JsonObject:
    """Give the lists that can be read, in the order given; null where nothing is known or held."""
    return {"sources": [_state(state) for state in states]}


def _state(state: ListState) -> JsonObject:
    feed, newest = state.feed, state.newest
    return {
        "authority": state.authority,
        "name": state.name,
        "publisher": state.publisher,
        "format": None if feed is None else feed.format,
        "address": None if feed is None else feed.address,
        "address_from": None if feed is None else ("settings" if feed.is_stated else "published"),
        "page": None if feed is None else feed.page,
        "terms": None if feed is None else feed.terms,
        "releases": state.releases,
        "newest": None if newest is None else newest.id,
        "retrieved": None if newest is None else newest.retrieved.isoformat(),
        "age_days": state.age_days,
    }
