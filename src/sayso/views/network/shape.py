"""The JSON of a neighbourhood: every node with its standing, every edge with its status."""

from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId
from sayso.views.evidence import confident_claims
from sayso.views.json import JsonObject
from sayso.views.naming import counted, standing
from sayso.views.network.layout import positions
from sayso.views.network.neighbourhood import Edges, Neighbourhood, ends_of
from sayso.views.tables import finding_sentence


def network_shape(knowledge: Knowledge, at: Edges, found: Neighbourhood, hops: int) -> JsonObject:
    """Give a neighbourhood with a place for each node."""
    keys = list(found.nodes)
    number = {key: place for place, key in enumerate(keys)}
    lines = [(number[a], number[b]) for a, b in map(ends_of, found.edges)]
    placed = positions(keys, lines)
    return {
        "about": list(found.about),
        "hops": hops,
        "nodes": [
            _node(knowledge, key, (found.nodes[key], len(at.get(key, ()))), place)
            for key, place in zip(keys, placed, strict=True)
        ],
        "edges": [_edge(knowledge, finding) for finding in found.edges],
        "nodes_left_out": found.nodes_left_out,
        "edges_left_out": found.edges_left_out,
        "waiting": found.waiting,
        "remainder": _remainder(found),
    }


def _node(
    knowledge: Knowledge, key: EntityId, figures: tuple[int, int], place: tuple[float, float]
) -> JsonObject:
    entity = knowledge.entities[key]
    hops, degree = figures
    return {
        "id": key,
        "type": entity.type.value,
        "name": entity.name,
        "standing": standing(entity),
        "listed": None if entity.listing is None else entity.listing.status.value,
        "hops": hops,
        "degree": degree,
        "x": place[0],
        "y": place[1],
    }


def _edge(knowledge: Knowledge, finding: Finding) -> JsonObject:
    source, target = ends_of(finding)
    return {
        "id": finding.id,
        "source": source,
        "target": target,
        "predicate": finding.predicate.value,
        "kind": finding.kind,
        "status": finding.status.value,
        "says": finding_sentence(knowledge, finding),
        "positive_roots": len(finding.roots_with("+")),
        "negative_roots": len(finding.roots_with("-")),
        "reply": finding.reply.value,
        "claims": list(finding.claims),
        "waits": not confident_claims(knowledge, finding),
    }


def _remainder(found: Neighbourhood) -> str | None:
    parts = []
    if found.nodes_left_out:
        parts.append(f"{counted(found.nodes_left_out, 'more party')} not drawn")
    if found.edges_left_out:
        parts.append(f"{counted(found.edges_left_out, 'finding')} to parties that are not drawn")
    if found.waiting:
        parts.append(f"{counted(found.waiting, 'finding')} waiting in review")
    return "; ".join(parts) or None
