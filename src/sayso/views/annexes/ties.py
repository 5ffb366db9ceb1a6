"""Who is said to be tied to whom: the table of ties, and the network drawn from it."""

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.model.briefs import Annex, Edge, Figure
from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import EntityId
from sayso.model.vocabulary import Category, EntityType, category_of
from sayso.views.annexes.told import SURE, numbers_told, on_whose_word
from sayso.views.naming import PARTIES, label
from sayso.views.tables import finding_sentence
from sayso.views.wording.texts import Texts

#: Who stands in a network: who acts.
_ACTORS: Final = PARTIES | {EntityType.PUBLIC_BODY}
#: Ties that a figure of a page can show; the others stand in the table.
MOST_DRAWN: Final = 40
FEWEST_DRAWN: Final = 2


def ties_annex(
    knowledge: Knowledge, told: Iterable[tuple[Finding, Sequence[int]]], texts: Texts
) -> Annex | None:
    """Give the ties between parties, in reading order, with the network of the first of them.

    None where there are no ties.
    """
    ties = [(f, numbers) for f, numbers in told if _is_tie(knowledge, f)]
    if not ties:
        return None
    rows = tuple(
        (
            str(number),
            finding_sentence(knowledge, finding, texts),
            texts.say(f"status.{finding.status.value}"),
            on_whose_word(texts, finding),
            numbers_told(paragraphs, texts),
        )
        for number, (finding, paragraphs) in enumerate(ties, 1)
    )
    left = len(ties) - MOST_DRAWN
    beyond = (texts.say("network.beyond", count=left),) if left > 0 else ()
    return Annex(
        key="network",
        heading=texts.say("network.heading"),
        notes=(*texts.lines("network.notes"), *beyond),
        columns=texts.lines("network.columns"),
        rows=rows,
        figures=_network(knowledge, [finding for finding, _ in ties[:MOST_DRAWN]], texts),
    )


def _is_tie(knowledge: Knowledge, finding: Finding) -> bool:
    ends = [knowledge.entities.get(end) for end in (finding.subject, finding.object) if end]
    actors = [end for end in ends if end is not None and end.type in _ACTORS]
    is_relation = category_of(finding.predicate) is Category.RELATION
    return is_relation and len({end.id for end in actors}) == 2  # noqa: PLR2004  # both ends


def _network(knowledge: Knowledge, ties: Sequence[Finding], texts: Texts) -> tuple[Figure, ...]:
    if len(ties) < FEWEST_DRAWN:
        return ()
    ends: dict[EntityId, int] = {}
    edges = []
    for number, tie in enumerate(ties, 1):
        subject, other = (e for e in (tie.subject, tie.object) if e is not None)
        start, end = (ends.setdefault(e, len(ends)) for e in (subject, other))
        edges.append(Edge(number, start, end, tie.status in SURE))
    told = texts.say("network.figure_told", nodes=len(ends), ties=len(edges))
    return (
        Figure(
            key="network",
            title=texts.say("network.title"),
            told=told,
            parts=tuple(edges),
            nodes=tuple(label(knowledge.entities[end], texts) for end in ends),
        ),
    )
