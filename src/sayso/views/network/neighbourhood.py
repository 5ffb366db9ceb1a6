"""Which parties and findings are the neighbourhood of a question, hop by hop, and what is left."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId, FindingId
from sayso.model.vocabulary import FindingStatus

Edges = Mapping[EntityId, Sequence[FindingId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkQuery:
    """Which part of the network is wanted.

    Attributes:
        about: where it starts; none: at the two ends of the finding that matters most.
        expanded: of these all neighbours too, as if they stood at the start.
        hops: how far from the start.
        statuses, types: only findings, and other parties, of these; empty: of all.
        unsure: also findings that wait in review.
        most: nodes at most.
    """

    about: tuple[EntityId, ...] = ()
    expanded: tuple[EntityId, ...] = ()
    hops: int = 1
    statuses: frozenset[FindingStatus] = frozenset()
    types: frozenset[str] = frozenset()
    unsure: bool = False
    most: int = 80


@dataclass(slots=True)
class Neighbourhood:
    """What of the network is shown.

    Attributes:
        about: where it starts.
        nodes: entity → hops from the start, in the order in which they were reached.
        edges: the findings between them, what matters most first.
        nodes_left_out, edges_left_out: reached and not shown.
        waiting: findings at the nodes shown that wait in review, and are not shown.
    """

    about: tuple[EntityId, ...] = ()
    nodes: dict[EntityId, int] = field(default_factory=dict)
    edges: list[Finding] = field(default_factory=list)
    nodes_left_out: int = 0
    edges_left_out: int = 0
    waiting: int = 0


def edges_at(knowledge: Knowledge) -> Edges:
    """Give the findings that tie each entity to another, what matters most first."""
    at: dict[EntityId, list[FindingId]] = defaultdict(list)
    for finding in knowledge.findings.values():
        ends = ends_of(finding)
        for end in ends:
            at[end].append(finding.id)
    return dict(at)


def ends_of(finding: Finding) -> tuple[EntityId, ...]:
    """Give the two ends of a finding that ties two; of another none."""
    subject, other = finding.subject, finding.object
    return () if subject is None or other is None or subject == other else (subject, other)


def neighbourhood(
    knowledge: Knowledge, at: Edges, waits: Collection[FindingId], query: NetworkQuery
) -> Neighbourhood:
    """Give the neighbourhood of a question.

    Args:
        knowledge: holds it.
        at: the findings at each entity.
        waits: findings that wait in review.
        query: which part is wanted.
    """
    about = query.about or _first(knowledge, waits, query)
    found = Neighbourhood(about=about, nodes=dict.fromkeys(about, 0))
    reached = dict(found.nodes)
    ring = list(about)
    for hop in range(1, query.hops + 1):
        ring = _around(knowledge, at, ring, (reached, waits, query))
        reached |= dict.fromkeys(ring, hop)
    for one in query.expanded:
        if one in reached:
            near = _around(knowledge, at, [one], (reached, waits, query))
            reached |= dict.fromkeys(near, reached[one] + 1)
    found.nodes = dict(list(reached.items())[: query.most])
    found.nodes_left_out = len(reached) - len(found.nodes)
    _join(knowledge, at, waits, (query, found))
    return found


def _first(
    knowledge: Knowledge, waits: Collection[FindingId], query: NetworkQuery
) -> tuple[EntityId, ...]:
    shown = (f for f in knowledge.findings.values() if _is_shown(f, waits, query))
    return next((ends for finding in shown if (ends := ends_of(finding))), ())


def _is_shown(finding: Finding, waits: Collection[FindingId], query: NetworkQuery) -> bool:
    is_asked = not query.statuses or finding.status in query.statuses
    return is_asked and (query.unsure or finding.id not in waits)


def _around(
    knowledge: Knowledge,
    at: Edges,
    ring: Iterable[EntityId],
    bounds: tuple[Mapping[EntityId, int], Collection[FindingId], NetworkQuery],
) -> list[EntityId]:
    """Give the parties one hop on that were not reached before, in the order of the findings."""
    reached, waits, query = bounds
    found: dict[EntityId, None] = {}
    for entity in ring:
        for key in at.get(entity, ()):
            finding = knowledge.findings[key]
            if not _is_shown(finding, waits, query):
                continue
            far = next(end for end in ends_of(finding) if end != entity)
            is_wanted = not query.types or knowledge.entities[far].type in query.types
            if far not in reached and is_wanted:
                found.setdefault(far)
    return list(found)


def _join(
    knowledge: Knowledge,
    at: Edges,
    waits: Collection[FindingId],
    asked: tuple[NetworkQuery, Neighbourhood],
) -> None:
    """Put in the findings between the nodes shown; count those that lead out of them, and wait."""
    query, found = asked
    keys = dict.fromkeys(key for node in found.nodes for key in at.get(node, ()))
    within: list[FindingId] = []
    for key in keys:
        finding = knowledge.findings[key]
        inside = all(end in found.nodes for end in ends_of(finding))
        if not query.unsure and key in waits:
            found.waiting += 1
        elif _is_shown(finding, waits, query):
            within += [key] if inside else []
            found.edges_left_out += 0 if inside else 1
    chosen = set(within)
    found.edges = [f for f in knowledge.findings.values() if f.id in chosen]
