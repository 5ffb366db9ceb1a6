"""Scores relations between given names against re3d: type and both full spans."""

from collections.abc import Sequence
from typing import TypedDict

from bench.engines import relations as engine
from bench.figures import Tally, mean
from bench.re3d import DIRECTED, UNDIRECTED, Document, Related, read
from bench.run import Benchmark, run

SCORED = DIRECTED | UNDIRECTED


class Relation(TypedDict):
    """A predicted relation; its ends are half-open stretches of the text."""

    type: str
    source: list[int]
    target: list[int]


class Relations(TypedDict):
    """What is predicted of one document."""

    relations: list[Relation]


def keyed(relation: Related) -> Related:
    """Give a relation with its ends in the order of the text where it has no direction."""
    if relation.type in DIRECTED or relation.source <= relation.target:
        return relation
    return Related(relation.type, relation.target, relation.source)


def given_of(relations: Relations) -> set[Related]:
    """Give the predicted relations."""
    return {
        Related(r["type"], (r["source"][0], r["source"][1]), (r["target"][0], r["target"][1]))
        for r in relations["relations"]
    }


def score(pairs: Sequence[tuple[Document, Relations]]) -> dict[str, object]:
    """Give the F figures over all documents; an undirected relation counts once."""
    tally = Tally.empty()
    for document, relations in pairs:
        gold = {keyed(r) for r in document.relations}
        given = {keyed(r) for r in given_of(relations)}
        for kind in sorted(SCORED):
            mine, theirs = ({r for r in side if r.type == kind} for side in (gold, given))
            tally.add(kind, mine, theirs)
    return {
        "micro_f1": tally.micro(),
        "macro_f1": mean(tally.f1(kind) for kind in sorted(SCORED) if tally.gold[kind]),
        "per_type": tally.per_kind(),
    }


def predict(document: Document) -> Relations:
    """Give the relations that the engine finds between the gold names."""
    names = sorted(set(document.names))
    found = sorted({keyed(r) for r in engine.relations_of(document.text, names)})
    return {
        "relations": [
            {"type": r.type, "source": list(r.source), "target": list(r.target)} for r in found
        ]
    }


if __name__ == "__main__":
    run(Benchmark(__doc__, read, predict, score))
