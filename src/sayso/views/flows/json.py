"""The JSON of flows and of the ladder of capabilities."""

from sayso.model.findings import Knowledge
from sayso.model.flows import Capabilities, Capability, End, Figure, Flow, Flows, Thing, Told
from sayso.model.ids import ClaimId
from sayso.views.flows.text import hedge_of
from sayso.views.json import JsonObject
from sayso.views.naming import chain_names, content_words, standing
from sayso.views.shapes.evidence import document_ref


def flows_json(knowledge: Knowledge, flows: Flows) -> JsonObject:
    """Give flows in the order given, what does not count as a flow apart."""
    return {
        "flows": [flow_shape(knowledge, flow) for flow in flows.done],
        "apart": [flow_shape(knowledge, flow) for flow in flows.apart],
        "in_review": flows.in_review,
        "left_out": flows.left_out,
    }


def capabilities_json(knowledge: Knowledge, found: Capabilities) -> JsonObject:
    """Give the ladder, row by row, with all four rungs; an empty rung is an empty list."""
    return {
        "capabilities": [capability_shape(knowledge, row) for row in found.rows],
        "in_review": found.in_review,
        "left_out": found.left_out,
    }


def capability_shape(knowledge: Knowledge, row: Capability) -> JsonObject:
    """Give one row of the ladder; an empty rung is an empty list."""
    return {
        "party": _end(knowledge, row.party),
        "thing": _thing(row.thing),
        "rungs": {
            rung.value: [_told(knowledge, told) for told in every] for rung, every in row.rungs
        },
    }


def flow_shape(knowledge: Knowledge, flow: Flow) -> JsonObject:
    """Give one flow."""
    return {
        "giver": _end(knowledge, flow.giver),
        "receiver": _end(knowledge, flow.receiver),
        "thing": _thing(flow.thing),
        "how": list(flow.how),
        "carriers": list(flow.carriers),
        "movements_at_least": flow.movements,
        **_told(knowledge, flow.told),
    }


def _end(knowledge: Knowledge, end: End | None) -> JsonObject | None:
    """Give a party with its standing to the lists; None where it is not said."""
    if end is None:
        return None
    entity = knowledge.entity_behind(end.entity)
    listing = None if entity is None else standing(entity)
    return {"id": end.entity, "name": end.name, "named": end.named, "listing": listing}


def _thing(thing: Thing | None) -> JsonObject | None:
    return (
        None if thing is None else {"kind": thing.key if thing.known else None, "name": thing.name}
    )


def _told(knowledge: Knowledge, told: Told) -> JsonObject:
    """Give what is told, never without on whose word and what is held against it."""
    first, last = told.published or (None, None)
    denials = [
        {**_said(knowledge, d.claim), "root": d.by, "concerned": d.concerned, "only": d.only}
        for d in told.denials
    ]
    return {
        "standing": told.standing.value,
        "status": told.status.value,
        "hedge": hedge_of(knowledge, told),
        "accounts": told.accounts,
        "roots": list(told.roots),
        "not_counted": list(told.nameless),
        "time": told.time,
        "published": {"first": first, "last": last},
        "places": list(told.places),
        "figures": [_figure(figure) for figure in told.figures],
        "how_often": list(told.how_often),
        "denials": denials,
        "replies": [_said(knowledge, claim) for claim in told.replies],
        "findings": list(told.findings),
        "claims": list(told.claims),
    }


def _figure(figure: Figure) -> JsonObject:
    return {
        "min": figure.minimum,
        "max": figure.maximum,
        "unit": figure.unit,
        "rate": figure.rate,
        "words": list(figure.words),
        "accounts": figure.accounts,
        "claims": list(figure.claims),
    }


def _said(knowledge: Knowledge, claim_id: ClaimId) -> JsonObject:
    """Give a claim in its own words, with who says so and where."""
    claim = knowledge.claim(claim_id)
    return {
        "claim": claim_id,
        "by": list(chain_names(knowledge, claim)),
        "words": content_words(knowledge, claim),
        "document": document_ref(knowledge.document_of(claim)),
    }
