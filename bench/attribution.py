"""Scores who says what against PolNeAR: the words of each part, and whole attributions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from bench.assignment import best_pairs
from bench.engines import attribution as engine
from bench.figures import Tally
from bench.polnear import Article, Attributed, Pieces, read
from bench.run import Benchmark, run

_WORD: Final = re.compile(r"\w+")
#: Contents are the same from this share of common words on: those in both over those in either.
ALIKE: Final = 0.5
WHOLE: Final = "attribution"


class Attribution(TypedDict):
    """A predicted attribution; each part is a list of half-open stretches of the text."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]


class Attributions(TypedDict):
    """What is predicted of one article."""

    attributions: list[Attribution]


@dataclass(frozen=True, slots=True)
class Text:
    """The places of the words of a text."""

    words: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> "Text":
        """Cut a text into runs of letters, digits and underscores."""
        return cls(tuple(match.span() for match in _WORD.finditer(text)))

    def within(self, pieces: Pieces) -> frozenset[int]:
        """Give the numbers of the words that share a character with any of these stretches."""
        return frozenset(
            n
            for n, (start, end) in enumerate(self.words)
            if any(first < end and start < last for first, last in pieces)
        )


def score(pairs: Sequence[tuple[Article, Attributions]]) -> dict[str, object]:
    """Give the F figures over all articles."""
    tally = Tally.empty()
    for article, given in pairs:
        count(tally, article.text, article.attributions, given_of(given))
    parts = ("source", "cue", "content", WHOLE)
    figures: dict[str, object] = {f"{part}_f1": tally.f1(part) for part in parts}
    return {**figures, "per_part": tally.per_kind()}


def given_of(given: Attributions) -> list[Attributed]:
    """Give the predicted attributions."""
    return [
        Attributed(_pieces(a["source"]), _pieces(a["cue"]), _pieces(a["content"]))
        for a in given["attributions"]
    ]


def _pieces(stretches: Iterable[Sequence[int]]) -> Pieces:
    return tuple((s[0], s[1]) for s in stretches)


def count(tally: Tally, text: str, gold: Sequence[Attributed], given: Sequence[Attributed]) -> None:
    """Count the words of each part in any attribution, and the attributions that pair."""
    words = Text.of(text)
    for part in ("source", "cue", "content"):
        mine, theirs = (
            {n for a in side for n in words.within(getattr(a, part))} for side in (gold, given)
        )
        tally.add(part, mine, theirs)
    right = [[float(is_same(words, g, p)) for p in given] for g in gold]
    tally.gold[WHOLE] += len(gold)
    tally.predicted[WHOLE] += len(given)
    tally.both[WHOLE] += len(best_pairs(right))


def is_same(words: Text, one: Attributed, other: Attributed) -> bool:
    """Say whether two attributions agree: cue and source touch, the contents are much alike."""
    sources = touch(one.source, other.source) or not (one.source or other.source)
    if not sources or not touch(one.cue, other.cue):
        return False
    mine, theirs = words.within(one.content), words.within(other.content)
    return bool(mine | theirs) and len(mine & theirs) >= ALIKE * len(mine | theirs)


def touch(some: Pieces, others: Pieces) -> bool:
    """Say whether stretches share a character."""
    return any(a < d and c < b for a, b in some for c, d in others)


def predict(article: Article) -> Attributions:
    """Give the attributions that the engine finds in the text."""
    found = sorted(engine.attributions_of(article.text))
    return {
        "attributions": [
            {
                "source": [list(piece) for piece in a.source],
                "cue": [list(piece) for piece in a.cue],
                "content": [list(piece) for piece in a.content],
            }
            for a in found
        ]
    }


if __name__ == "__main__":
    run(Benchmark(__doc__, read, predict, score))
