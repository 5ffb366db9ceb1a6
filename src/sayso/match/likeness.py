"""How alike two words or names are, 0 to 1, by the edits between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

#: Words shorter than this are alike only when they are equal: one letter makes another name.
_SHORTEST_FUZZY: Final = 5
#: One edit in five letters is a spelling; two are another word.
_SPELLING: Final = 0.75
#: Words written without the spaces between them are one from this likeness on.
_WRITTEN_APART: Final = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The words of a question set against those of one listed name.

    Attributes:
        pairs: words that answer each other, with their likeness; each word at most once. Words
            left over on both sides that are one word written apart are the last pair.
        query_only, name_only: words without an answer, in order.
        weights: rarity of each word and pair on either side, natural log.
    """

    pairs: tuple[tuple[str, str, float], ...]
    query_only: tuple[str, ...]
    name_only: tuple[str, ...]
    weights: Mapping[str, float]


def likeness(a: str, b: str) -> float:
    """Give 1 less the edits (insert, delete, replace, swap neighbours) over the longer length."""
    return OSA.normalized_similarity(a, b)


def nearest(word: str, words: Sequence[str], *, least: float) -> dict[str, float]:
    """Give the words at least so alike with their likeness, best first."""
    scorer = OSA.normalized_similarity
    found = extract(word, words, scorer=scorer, score_cutoff=least, limit=None)
    return {near: score for near, score, _ in found}


def is_spelling(a: str, b: str) -> bool:
    """Say whether two sounds are spellings of one word.

    A lone final "i" or "a" makes another word: Iraq and Iraqi, Islami and Islamiya.
    """
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < _SHORTEST_FUZZY or long in {f"{short}i", f"{short}a"}:
        return False
    return not any(c.isdigit() for c in a + b) and likeness(a, b) > _SPELLING


def align(
    query: Sequence[str],
    name: Sequence[str],
    near: Mapping[str, Mapping[str, float]],
    weights: Mapping[str, float],
) -> Alignment:
    """Pair the words of a query and of a name, the most alike first, ties in their order.

    Args:
        query: the question's words.
        name: the listed name's words.
        near: for each word of the query, the listed words like it with their likeness.
        weights: rarity of every word on either side.
    """
    options = sorted(
        (-near[a].get(b, 0.0), i, j)
        for i, a in enumerate(query)
        for j, b in enumerate(name)
        if b in near[a]
    )
    left, right = dict(enumerate(query)), dict(enumerate(name))
    pairs: list[tuple[str, str, float]] = []
    for unlike, i, j in options:
        if i in left and j in right:
            pairs.append((left.pop(i), right.pop(j), -unlike))
    written_apart = len(left) != len(right) and left and right
    alone, listed = "".join(left.values()), "".join(right.values())
    if written_apart and likeness(alone, listed) >= _WRITTEN_APART:
        pairs.append((alone, listed, likeness(alone, listed)))
        rarity = sum(weights[word] for word in right.values())
        weights = {word: weights[word] for word in (*query, *name)}
        weights |= {alone: rarity, listed: rarity}
        left.clear()
        right.clear()
    return Alignment(
        pairs=tuple(pairs),
        query_only=tuple(left.values()),
        name_only=tuple(right.values()),
        weights=weights,
    )
