"""Scores names and their types against re3d: exact span and type."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from bench.engines import names as engine
from bench.figures import Tally
from bench.re3d import TYPES, Document, Named, cuts_word, read
from bench.run import Benchmark, run


class Entity(TypedDict):
    """A predicted name, half open, in code points."""

    begin: int
    end: int
    type: str


class Names(TypedDict):
    """What is predicted of one document."""

    entities: list[Entity]


def flat(names: Iterable[Named]) -> set[Named]:
    """Give the names that lie in no longer one; of two that overlap the longer, then the first."""
    kept: list[Named] = []
    for name in sorted(names, key=lambda n: (n.begin - n.end, n)):
        if not any(name.overlaps(other) for other in kept):
            kept.append(name)
    return set(kept)


def gold_of(document: Document) -> set[Named]:
    """Give the gold names that are scored: of the ten types, and no part of a word cut off."""
    return {n for n in document.names if n.type in TYPES and not cuts_word(document.text, n.span)}


def given_of(names: Names) -> set[Named]:
    """Give the predicted names of the ten types."""
    found = {Named(e["begin"], e["end"], e["type"]) for e in names["entities"]}
    return {name for name in found if name.type in TYPES}


def score(pairs: Sequence[tuple[Document, Names]]) -> dict[str, object]:
    """Give the F figures over all documents; two types at one place are two names, flat one."""
    outermost, nested = Tally.empty(), Tally.empty()
    for document, names in pairs:
        gold, given = gold_of(document), given_of(names)
        _count(outermost, flat(gold), flat(given))
        _count(nested, gold, given)
    return {
        "micro_f1": outermost.micro(),
        "all_micro_f1": nested.micro(),
        "per_type": outermost.per_kind(),
    }


def _count(tally: Tally, gold: set[Named], given: set[Named]) -> None:
    for kind in sorted(TYPES):
        tally.add(kind, {n for n in gold if n.type == kind}, {n for n in given if n.type == kind})


def predict(document: Document) -> Names:
    """Give the names that the engine finds in the text."""
    found = sorted(set(engine.names_of(document.text)))
    return {"entities": [{"begin": n.begin, "end": n.end, "type": n.type} for n in found]}


if __name__ == "__main__":
    run(Benchmark(__doc__, read, predict, score))
