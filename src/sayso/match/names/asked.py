"""A question's words, and the listed names that share most with them."""

from dataclasses import dataclass
from threading import local
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.arrays import NameArrays, joint_of
from sayso.match.names.nearby import Lexicon, Nearby
from sayso.match.words.latin import Token, tokens_of

#: A longer text is no name: the rest is not read. Code points; words.
_LONGEST: Final = 400
_MOST_WORDS: Final = 12
#: Names that are compared word by word; the others share too little.
COMPARED: Final = 60
#: Names looked at for one question; when common words bear more, rare ones must find them.
_BUDGET: Final = 300_000
#: A joint that more names bear says nothing.
_MOST_OF_JOINT: Final = 500
_JOINT_LIKENESS: Final = 0.9


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question.

    Attributes:
        tokens: at least one.
        near: for each, the listed words like it.
        weights: for each, its rarity (natural log).
    """

    tokens: tuple[Token, ...]
    near: tuple[Nearby, ...]
    weights: NDArray[np.float64]


def asked_of(name: str, lexicon: Lexicon) -> Asked | None:
    """Give the words of a question; None for one without a letter or digit."""
    tokens = tokens_of(name[:_LONGEST])[:_MOST_WORDS]
    if not tokens:
        return None
    near = tuple(lexicon.near(token) for token in tokens)
    return Asked(tokens, near, np.array([n.weight for n in near]))


class Finder:
    """Finds the names that share most with a question; one per index, any number of threads."""

    def __init__(self, arrays: NameArrays) -> None:
        self._arrays = arrays
        self._scratch = _Scratch(arrays.name_entries.size)

    def find(
        self, asked: Asked, allowed: NDArray[np.bool_] | None, most: int = COMPARED
    ) -> NDArray[np.int64]:
        """Give the numbers of the names that share most, ascending.

        Args:
            asked: the question.
            allowed: for each authority, whether its names count; None for all.
            most: at most so many names.
        """
        arrays = self._arrays
        shared = self._scratch.shared
        touched = self._by_words(asked, shared)
        touched += self._by_joints(asked, shared)
        if not touched:
            return np.zeros(0, np.int64)
        names = np.concatenate(touched)
        names = names[self._last(names)]
        got = shared[names]
        shared[names] = 0.0
        if allowed is not None:
            kept = allowed[arrays.entry_authorities[arrays.name_entries[names]]]
            names, got = names[kept], got[kept]
        if names.size > most:
            best = np.argpartition(-self._rank(asked, names, got), most - 1)[:most]
            names = names[best]
        return np.sort(names)

    def _rank(
        self, asked: Asked, names: NDArray[np.int64], got: NDArray[np.float32]
    ) -> NDArray[np.floating]:
        whole = float(asked.weights.sum()) or 1.0
        listed = self._arrays.name_weights[names]
        return got / (whole + listed - 0.9 * np.minimum(got, listed)) + got / whole

    def _by_words(self, asked: Asked, shared: NDArray[np.float32]) -> list[NDArray[np.int64]]:
        """Add what the question's words share with each name, the rarest words first."""
        arrays, seen = self._arrays, 0
        touched: list[NDArray[np.int64]] = []
        for place in np.argsort(-asked.weights, kind="stable"):
            near = asked.near[place]
            words = near.words[near.order]
            starts, ends = arrays.word_starts[words], arrays.word_starts[words + 1]
            found = int((ends - starts).sum())
            if not found or (touched and seen + found > _BUDGET):
                continue
            seen += found
            names = np.concatenate(
                [arrays.word_names[a:b] for a, b in zip(starts, ends, strict=True)]
            ).astype(np.int64)
            weight = np.minimum(asked.weights[place], arrays.word_weights[words] + 1.0)
            gains = np.repeat(
                (near.likeness[near.order] * weight).astype(np.float32), ends - starts
            )
            last = self._last(names)  # the likest of a name's words comes last
            names = names[last]
            shared[names] += gains[last]
            touched.append(names)
        return touched

    def _by_joints(self, asked: Asked, shared: NDArray[np.float32]) -> list[NDArray[np.int64]]:
        """Add names whose spaces stand elsewhere: two words are one of theirs, or one two."""
        touched = []
        for together, weight in _joints(asked):
            names = self.joined(together)[0]
            if 0 < names.size <= _MOST_OF_JOINT:
                shared[names] += np.float32(_JOINT_LIKENESS * weight)
                touched.append(names)
        return touched

    def joined(self, together: str) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
        """Give the names in which two neighbours (or all words) sound like this word together.

        Returns:
            The names, ascending, and in each the first of the two words; -1 for all words.
        """
        arrays, joint = self._arrays, joint_of(together)
        place = arrays.joints.size
        if joint is not None:
            place = int(np.searchsorted(arrays.joints, np.uint64(joint)))
        if place == arrays.joints.size or int(arrays.joints[place]) != joint:
            return np.zeros(0, np.int64), np.zeros(0, np.int8)
        row = slice(arrays.joint_starts[place], arrays.joint_starts[place + 1])
        return arrays.joint_names[row].astype(np.int64), arrays.joint_places[row]

    def _last(self, names: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say of each place whether it is the last at which its name stands."""
        owner, places = self._scratch.owner, np.arange(names.size, dtype=np.int32)
        owner[names] = places
        last: NDArray[np.bool_] = owner[names] == places
        return last


class _Scratch(local):
    """Arrays as long as there are names, one set a thread; `shared` is all zeros between calls."""

    def __init__(self, names: int) -> None:
        self.shared = np.zeros(names, np.float32)
        self.owner = np.zeros(names, np.int32)


def _joints(asked: Asked) -> list[tuple[str, float]]:
    forms, weights = [token.form for token in asked.tokens], asked.weights.tolist()
    pairs = [(forms[i] + forms[i + 1], weights[i] + weights[i + 1]) for i in range(len(forms) - 1)]
    return [*pairs, *zip(forms, weights, strict=True), ("".join(forms), sum(weights))]
