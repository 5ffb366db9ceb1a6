"""The JSON of incidents."""

from collections.abc import Iterable
from typing import Final

from sayso.model.claims import Claim
from sayso.model.findings import Knowledge
from sayso.model.incidents import Incident, IncidentSlot, Outcome, SlotValue
from sayso.views.incidents.say_so import find_claim, how_said, in_review
from sayso.views.json import JsonObject, JsonValue
from sayso.views.naming import chain_names, standing
from sayso.views.replies.text import asked_of
from sayso.views.shapes.claims import quantity_shape, span_shape
from sayso.views.shapes.evidence import document_ref

_KEYS: Final = {
    IncidentSlot.PERPETRATOR: "perpetrators",
    IncidentSlot.VICTIM: "victims",
    IncidentSlot.TARGET: "targets",
    IncidentSlot.WEAPON: "weapons",
}


def incidents_json(knowledge: Knowledge, incidents: Iterable[Incident]) -> JsonObject:
    """Give incidents in the order given."""
    return {"incidents": [incident_shape(knowledge, incident) for incident in incidents]}


def incident_shape(knowledge: Knowledge, incident: Incident) -> JsonObject:
    """Give one incident; a value never stands without who says so, and how."""
    place: JsonValue = None
    if incident.place is not None:
        place = {"name": incident.place.name, "code": incident.place.code}
    slots: dict[str, JsonValue] = {
        key: [
            _value(knowledge, incident, value)
            for value in incident.values_of(slot)
            if not in_review(knowledge, incident, value)
        ]
        for slot, key in _KEYS.items()
    }
    return {
        "id": incident.id,
        "kind": incident.kind.value,
        "place": place,
        "times": list(incident.times),
        **slots,
        "outcomes": [_outcome(knowledge, incident, one) for one in incident.outcomes],
        "answers": [_said(knowledge, knowledge.claim(one), None) for one in incident.answers],
        "asked": list(asked_of(knowledge, [claim.id for claim in incident.claims])),
        "in_review": sum(in_review(knowledge, incident, v) for v in incident.values),
        "documents": [document_ref(knowledge.records[d].document) for d in incident.documents],
        "claims": [claim.id for claim in incident.claims],
    }


def _value(knowledge: Knowledge, incident: Incident, value: SlotValue) -> JsonObject:
    """Give one value with everyone who says so; contested where somebody denies it."""
    entity = knowledge.entity_behind(value.entity)
    claims = [find_claim(knowledge, incident, c) for c in value.claims]
    stances = {claim.factuality.stance for claim in claims}
    return {
        "entity": value.entity,
        "name": value.text,
        "listing": None if entity is None else standing(entity),
        "contested": {"+", "-"} <= stances,
        "said": [_said(knowledge, claim, value) for claim in claims],
    }


def _said(knowledge: Knowledge, claim: Claim, value: SlotValue | None) -> JsonObject:
    """Give who says so, how, and in which words."""
    document = knowledge.document_of(claim)
    return {
        "claim": claim.id,
        "how": how_said(knowledge, claim, value),
        "by": list(chain_names(knowledge, claim)),
        "factuality": claim.factuality.value,
        "modality": claim.modality.value,
        "realis": claim.proposition.realis.value,
        "document": document.id,
        "words": span_shape(claim.content, document.text),
    }


def _outcome(knowledge: Knowledge, incident: Incident, outcome: Outcome) -> JsonObject:
    """Give one figure of what happened to people, with its bounds."""
    claim = find_claim(knowledge, incident, outcome.claim)
    return {
        "what": outcome.what,
        **quantity_shape(outcome.quantity),
        "said": _said(knowledge, claim, None),
    }
