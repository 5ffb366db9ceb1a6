"""Which parties of what is known are states: by the gazetteer, else by the state's own name."""

import re
from collections.abc import Mapping
from typing import Final

from sayso.model.findings import Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, PlaceLevel
from sayso.states.countries import find_state

_STATES: Final = frozenset({EntityType.PLACE, EntityType.PUBLIC_BODY})
#: Whose words are the state's: "the Government of Norway", "Norway's foreign ministry" is not.
_OF: Final = re.compile(
    r"^(?:the )?(?:(?:government|republic|kingdom|state) of )?(?:the )?", re.IGNORECASE
)


def states_in(knowledge: Knowledge) -> Mapping[EntityId, str]:
    """Give the code of each entity that is a state, by the entity across documents."""
    found: dict[EntityId, str] = {}
    for record in knowledge.records.values():
        for place in record.extraction.places:
            if place.entity is not None and place.level is PlaceLevel.COUNTRY and place.country:
                key = knowledge.entity_of.get(place.entity, place.entity)
                found.setdefault(key, place.country)
    for entity in knowledge.entities.values():
        if entity.id not in found and entity.type in _STATES:
            codes = (find_state(_OF.sub("", name, count=1)) for name in entity.names)
            code = next((code for code in codes if code is not None), None)
            if code is not None:
                found[entity.id] = code
    return found
