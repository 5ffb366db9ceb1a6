"""The network as GraphML and GEXF, by NetworkX: every edge with its status, source and words."""

import importlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sayso.model.documents import Document
from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Entity, Finding, Knowledge
from sayso.model.ids import EntityId, key_of
from sayso.views.evidence import confident_claims
from sayso.views.exports import rows
from sayso.views.exports.csv import finding_row
from sayso.views.exports.ftm import entity_key, exported
from sayso.views.naming import standing

_LIBRARY: Final = "networkx"
#: Larger networks are laid out on a circle: forces take too long, or need more libraries.
_MOST_BY_FORCES: Final = 400
_SCALE: Final = 1000.0
#: What XML 1.0 cannot hold.
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Edge(NamedTuple):
    """A finding between two nodes, by the keys of the export."""

    finding: Finding
    near: str
    far: str


class GraphExporter:
    """Writes parties and places as nodes, and each finding as an edge of its own."""

    def __init__(self, form: str) -> None:
        self.format = form

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file with a multigraph; positions are the same in every export."""
        networks: Any = importlib.import_module(_LIBRARY)  # it has no types
        name = f"{terms.program}, made {rows.made_at(knowledge, terms).isoformat()}"
        graph = networks.MultiDiGraph(name=name)
        edges = tuple(edges_of(knowledge))
        for key, attributes in _nodes(knowledge, edges).items():
            graph.add_node(key, **attributes)
        for edge in edges:
            graph.add_edge(edge.near, edge.far, key=edge.finding.id, **_told(knowledge, edge))
        for node, place in _places(networks, graph).items():
            graph.nodes[node].update(_POSITIONS[self.format](*place))
        return {f"network.{self.format}": _written(networks, graph, self.format)}


def drawn(
    knowledge: Knowledge,
    places: Mapping[EntityId, tuple[float, float]],
    findings: Iterable[Finding],
) -> bytes:
    """Give a part of the network as it is drawn, in GEXF 1.2.

    Args:
        knowledge: holds it.
        places: of the parties, from -1 to 1; y grows upwards.
        findings: between two of them each.
    """
    networks: Any = importlib.import_module(_LIBRARY)  # it has no types
    graph = networks.MultiDiGraph()
    held = rows.documents_of_entities(knowledge)
    for entity, (x, y) in places.items():
        told = _party(knowledge.entities[entity], held.get(entity, []))
        graph.add_node(entity, **told, **_POSITIONS["gexf"](x * _SCALE, y * _SCALE))
    for one in findings:
        edge = Edge(one, str(one.subject), str(one.object))
        graph.add_edge(edge.near, edge.far, key=one.id, **_told(knowledge, edge))
    return _written(networks, graph, "gexf")


def _written(networks: Any, graph: Any, form: str) -> bytes:  # noqa: ANN401  # no types
    written = io.BytesIO()
    getattr(networks, _WRITERS[form])(graph, written)
    return written.getvalue()


def graphml() -> GraphExporter:
    """Give what writes GraphML; the positions of nodes stand in `x` and `y`."""
    return GraphExporter("graphml")


def gexf() -> GraphExporter:
    """Give what writes GEXF 1.2; the positions of nodes stand in `viz:position`."""
    return GraphExporter("gexf")


_WRITERS: Final = {"graphml": "write_graphml_xml", "gexf": "write_gexf"}
_POSITIONS: Final[Mapping[str, Callable[[float, float], Mapping[str, Any]]]] = {
    "graphml": lambda x, y: {"x": x, "y": y},
    "gexf": lambda x, y: {"viz": {"position": {"x": x, "y": y, "z": 0.0}}},
}


def _told(knowledge: Knowledge, edge: Edge) -> Mapping[str, str]:
    """Give what an edge says; names that GraphML or GEXF use themselves are written otherwise."""
    row = finding_row(knowledge, edge.finding)
    told = {name: _clean(cell) for name, cell in row.items()}
    label = _clean(rows.role(knowledge, edge.finding))
    told["finding"], told["edge_kind"] = told.pop("id"), told.pop("kind")
    return {**told, "label": label}


def _places(networks: Any, graph: Any) -> Mapping[str, tuple[float, float]]:  # noqa: ANN401  # no types
    many = len(graph) > _MOST_BY_FORCES
    layout = networks.circular_layout if many else networks.spring_layout
    places = layout(graph, scale=_SCALE, **({} if many else {"seed": 1}))
    return {node: (round(float(x), 3), round(float(y), 3)) for node, (x, y) in places.items()}


def edges_of(knowledge: Knowledge) -> Iterator[Edge]:
    """Give the findings between two nodes; without an object the place is the far one.

    A finding about a person that was not read surely waits in review and gives none.
    """
    told = exported(knowledge)
    for finding in knowledge.findings.values():
        near, far = finding.subject, _far(finding, told)
        if near is None or near not in told or far is None:
            continue
        if confident_claims(knowledge, finding):
            yield Edge(finding, entity_key(near), far)


def _far(finding: Finding, told: Mapping[EntityId, str]) -> str | None:
    if finding.object is not None:
        return entity_key(finding.object) if finding.object in told else None
    return None if finding.place is None else place_key(finding)


def place_key(finding: Finding) -> str:
    """Give the export's id of the place of a finding, the same in every export."""
    return key_of("sayso", "place", finding.place_code or finding.place or "")


def _nodes(knowledge: Knowledge, edges: Sequence[Edge]) -> dict[str, dict[str, Any]]:
    """Give what has an edge: who is only mentioned is no part of the network."""
    joined = {key for edge in edges for key in (edge.near, edge.far)}
    held = rows.documents_of_entities(knowledge)
    nodes: dict[str, dict[str, Any]] = {}
    for entity in exported(knowledge):
        if entity_key(entity) not in joined:
            continue
        nodes[entity_key(entity)] = _party(knowledge.entities[entity], held.get(entity, []))
    for edge in edges:
        if edge.far not in nodes:
            finding = edge.finding
            place = {"label": _clean(finding.place or ""), "type": "Place"}
            nodes[edge.far] = place | {"code": finding.place_code or ""}
    return nodes


def _party(one: Entity, documents: Sequence[Document]) -> dict[str, Any]:
    """Give what a node says of a party; the documents are those that tell of it."""
    return {
        "label": _clean(one.name),
        "type": one.type.value,
        "also": _clean("; ".join(one.names[1:])),
        "standing": _clean(standing(one) or ""),
        "handling": rows.strictest(documents),
        "lawful_basis": _clean(rows.bases(documents)),
        "notice": _clean(rows.notices(documents)),
    }


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
