"""The JSON of a neighbourhood: every node with its standing, every edge with its status."""

from collections.abc import Iterator
from typing import Final

from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId
from sayso.views.evidence import confident_claims
from sayso.views.exports.rows import speakers_with
from sayso.views.json import JsonObject
from sayso.views.naming import counted, standing
from sayso.views.network.layout import positions
from sayso.views.network.neighbourhood import Edges, Neighbourhood, ends_of
from sayso.views.tables import finding_sentence

#: Who says so or denies it, by name at an edge; the table and the finding name all.
MOST_VOICES: Final = 3


def network_shape(knowledge: Knowledge, at: Edges, found: Neighbourhood, hops: int) -> JsonObject:
    """Give a neighbourhood with a place for each node."""
    places = places_of(found)
    return {
        "about": list(found.about),
        "hops": hops,
        "nodes": [
            _node(knowledge, key, (found.nodes[key], len(at.get(key, ()))), place)
            for key, place in places.items()
        ],
        "edges": [_edge(knowledge, finding) for finding in found.edges],
        "nodes_left_out": found.nodes_left_out,
        "edges_left_out": found.edges_left_out,
        "waiting": found.waiting,
        "remainder": _remainder(found),
        "notices": list(_notices(knowledge, found)),
    }


def places_of(found: Neighbourhood) -> dict[EntityId, tuple[float, float]]:
    """Give where each node stands, from -1 to 1, in the order in which they were reached."""
    keys = list(found.nodes)
    number = {key: place for place, key in enumerate(keys)}
    lines = [(number[a], number[b]) for a, b in map(ends_of, found.edges)]
    return dict(zip(keys, positions(keys, lines), strict=True))


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
        "affirmed_by": _voices(finding, "+"),
        "denied_by": _voices(finding, "-"),
        "left_open_by": _voices(finding, "?"),
        "positive_roots": len(finding.roots_with("+")),
        "negative_roots": len(finding.roots_with("-")),
        "reply": finding.reply.value,
        "claims": len(finding.claims),
        "waits": not confident_claims(knowledge, finding),
    }


def _voices(finding: Finding, stance: str) -> str:
    """Give who takes a stance, the first few by name."""
    names = speakers_with(finding, stance).split("; ")
    more = [f"{len(names) - MOST_VOICES} more"] if len(names) > MOST_VOICES else []
    return "; ".join((*names[:MOST_VOICES], *more))


def _notices(knowledge: Knowledge, found: Neighbourhood) -> Iterator[str]:
    """Give what must stand wherever the documents behind the edges are shown, each once."""
    claims = (knowledge.claim(claim) for finding in found.edges for claim in finding.claims)
    notices = (knowledge.document_of(claim).notice for claim in claims)
    yield from dict.fromkeys(notice for notice in notices if notice)


def _remainder(found: Neighbourhood) -> str | None:
    parts = []
    if found.nodes_left_out:
        parts.append(f"{counted(found.nodes_left_out, 'more party')} not drawn")
    if found.edges_left_out:
        parts.append(f"{counted(found.edges_left_out, 'finding')} to parties that are not drawn")
    if found.waiting:
        parts.append(f"{counted(found.waiting, 'finding')} waiting in review")
    return "; ".join(parts) or None
