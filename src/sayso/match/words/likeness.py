"""How alike two words or names are, 0 to 1, by the edits between them."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Indel, JaroWinkler
from rapidfuzz.process import cdist, cpdist

#: Words shorter than this are alike only when they are equal: one letter makes another name.
_SHORTEST_FUZZY: Final = 5
#: One edit in five letters is a spelling; two are another word.
_SPELLING: Final = 0.75


def likeness(a: str, b: str) -> float:
    """Give 1 less the edits (insert, delete, replace, swap neighbours) over the longer length."""
    return OSA.normalized_similarity(a, b)


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


def best_likeness(asked: Sequence[str], listed: Sequence[str]) -> NDArray[np.floating]:
    """Give for each listed word its best `likeness` to one of those asked."""
    best: NDArray[np.floating] = cdist(asked, listed, scorer=OSA.normalized_similarity).max(axis=0)
    return best


def letters_shared(asked: str, listed: Sequence[str]) -> NDArray[np.floating]:
    """Give for each text the share of letters, in order, that it has in common with the asked."""
    shared: NDArray[np.floating] = cdist([asked], listed, scorer=Indel.normalized_similarity)[0]
    return shared


def begun_alike(asked: str, listed: Sequence[str]) -> NDArray[np.floating]:
    """Give for each text its Jaro-Winkler likeness to the asked: the beginning counts more."""
    alike: NDArray[np.floating] = cdist([asked], listed, scorer=JaroWinkler.normalized_similarity)[
        0
    ]
    return alike


def likeness_each(asked: Sequence[str], listed: Sequence[str]) -> NDArray[np.floating]:
    """Give the `likeness` of each pair: the first two, the second two, and so on."""
    alike: NDArray[np.floating] = cpdist(asked, listed, scorer=OSA.normalized_similarity)
    return alike


def begun_alike_each(asked: Sequence[str], listed: Sequence[str]) -> NDArray[np.floating]:
    """Give the Jaro-Winkler likeness of each pair."""
    alike: NDArray[np.floating] = cpdist(asked, listed, scorer=JaroWinkler.normalized_similarity)
    return alike


def letters_shared_each(asked: Sequence[str], listed: Sequence[str]) -> NDArray[np.floating]:
    """Give for each pair the share of letters, in order, that both have in common."""
    shared: NDArray[np.floating] = cpdist(asked, listed, scorer=Indel.normalized_similarity)
    return shared
