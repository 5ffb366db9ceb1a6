"""The network as GraphML and GEXF, by NetworkX: every edge with its status, source and words."""

import importlib
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from typing_extensions import override

from sayso.model.exports import PLAIN, Terms
from sayso.model.findings import Finding, Knowledge
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


class _GraphExporter:
    """Writes parties and places as nodes, and each finding as an edge of its own."""

    format = ""

    def write(self, knowledge: Knowledge, terms: Terms = PLAIN) -> Mapping[str, bytes]:
        """Give one file with a multigraph; positions are the same in every export."""
        networks: Any = importlib.import_module(_LIBRARY)  # it has no types
        graph = networks.MultiDiGraph()
        graph.graph["name"] = f"{terms.program}, made {rows.made_at(knowledge, terms).isoformat()}"
        for key, attributes in _nodes(knowledge).items():
            graph.add_node(key, **attributes)
        for edge in edges_of(knowledge):
            told = {
                name: _clean(cell) for name, cell in finding_row(knowledge, edge.finding).items()
            }
            told["finding"] = told.pop("id")
            told["edge_kind"] = told.pop("kind")
            label = _clean(rows.role(edge.finding))
            graph.add_edge(edge.near, edge.far, key=edge.finding.id, label=label, **told)
        self._place(networks, graph)
        written = io.BytesIO()
        self._written(networks, graph, written)
        return {f"network.{self.format}": written.getvalue()}

    def _place(self, networks: Any, graph: Any) -> None:  # noqa: ANN401  # no types
        many = len(graph) > _MOST_BY_FORCES
        layout = networks.circular_layout if many else networks.spring_layout
        places = layout(graph, scale=_SCALE, **({} if many else {"seed": 1}))
        for node, (x, y) in places.items():
            self._set(graph.nodes[node], round(float(x), 3), round(float(y), 3))

    def _set(self, node: dict[str, Any], x: float, y: float) -> None:
        node |= {"x": x, "y": y}

    def _written(self, networks: Any, graph: Any, to: io.BytesIO) -> None:  # noqa: ANN401  # no types
        raise NotImplementedError


class GraphmlExporter(_GraphExporter):
    """Writes GraphML; the positions of nodes stand in `x` and `y`."""

    format = "graphml"

    @override
    def _written(self, networks: Any, graph: Any, to: io.BytesIO) -> None:  # no types
        networks.write_graphml_xml(graph, to)


class GexfExporter(_GraphExporter):
    """Writes GEXF 1.2; the positions of nodes stand in `viz:position`."""

    format = "gexf"

    @override
    def _set(self, node: dict[str, Any], x: float, y: float) -> None:
        node["viz"] = {"position": {"x": x, "y": y, "z": 0.0}}

    @override
    def _written(self, networks: Any, graph: Any, to: io.BytesIO) -> None:  # no types
        networks.write_gexf(graph, to, version="1.2draft")


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


def _nodes(knowledge: Knowledge) -> dict[str, dict[str, Any]]:
    held = rows.documents_of_entities(knowledge)
    nodes: dict[str, dict[str, Any]] = {}
    for entity in exported(knowledge):
        one = knowledge.entities[entity]
        nodes[entity_key(entity)] = {
            "label": _clean(one.name),
            "type": one.type.value,
            "also": _clean("; ".join(one.names[1:])),
            "standing": _clean(standing(one) or ""),
            "handling": rows.strictest(held.get(entity, [])),
            "notice": _clean(rows.notices(held.get(entity, []))),
        }
    for edge in edges_of(knowledge):
        if edge.far not in nodes:
            finding = edge.finding
            place = {"label": _clean(finding.place or ""), "type": "Place"}
            nodes[edge.far] = place | {"code": finding.place_code or ""}
    return nodes


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
