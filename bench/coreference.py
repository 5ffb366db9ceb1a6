"""Scores whom words mean: pronouns against GAP, clusters of mentions against OntoGUM."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TypedDict

from bench import clusters, gap, gum
from bench.engines import coreference as engine
from bench.figures import f1
from bench.rows import lines
from bench.run import Benchmark, run

Document = gap.Question | gum.Document


class Meant(TypedDict):
    """Whether a pronoun means the first name, or the second; at most one of the two."""

    a: bool
    b: bool


class Clusters(TypedDict):
    """The clusters of a document; a mention is its first word and the one after its last."""

    clusters: list[list[list[int]]]


def read(path: Path) -> Iterator[Document]:
    """Give the documents of a file: of GAP where its first line is no JSON object.

    Raises:
        BadInput: the file cannot be read, or a row is not what it should be.
    """
    first = next((line for _, line in islice(lines(path), 1)), "")
    yield from gum.read(path) if first.lstrip().startswith("{") else gap.read(path)


def score(pairs: Sequence[tuple[Document, Meant | Clusters]]) -> dict[str, object]:
    """Give the figures of what the files held: pronouns, clusters, or both."""
    asked = [(d, _meant(given)) for d, given in pairs if isinstance(d, gap.Question)]
    held = [(d, _clusters(given)) for d, given in pairs if isinstance(d, gum.Document)]
    figures: dict[str, object] = {}
    if asked:
        figures |= pronouns(asked)
    if held:
        figures |= clusters.figures(
            (clusters.plural(d.clusters), clusters.plural(given)) for d, given in held
        )
    return figures


def _meant(given: Mapping[str, object]) -> tuple[bool, bool]:
    return bool(given["a"]), bool(given["b"])


def _clusters(given: Meant | Clusters) -> list[list[clusters.Mention]]:
    return [[(m[0], m[1]) for m in one] for one in given["clusters"]]  # type: ignore[typeddict-item]  # of a gum.Document


def pronouns(asked: Sequence[tuple[gap.Question, tuple[bool, bool]]]) -> dict[str, object]:
    """Give the F figure of "it is meant" over both names of all questions."""
    answers = [
        (gold, given)
        for question, (a, b) in asked
        for gold, given in ((question.is_a, a), (question.is_b, b))
    ]
    both = sum(gold and given for gold, given in answers)
    return {"gap_f1": f1(both, sum(g for g, _ in answers), sum(p for _, p in answers))}


def predict(document: Document) -> Meant | Clusters:
    """Give what the engine says a pronoun means, or which words of a document mean the same."""
    if isinstance(document, gap.Question):
        meant = engine.meant(document.text, document.pronoun, (document.a, document.b))
        return {"a": meant == 0, "b": meant == 1}
    found = []
    for spans in engine.clusters_of(document.text):
        mentions = {m for s in spans if (m := document.mention_at(*s)) is not None}
        found.append([list(m) for m in sorted(mentions)])
    return {"clusters": found}


if __name__ == "__main__":
    run(Benchmark(__doc__, read, predict, score))
