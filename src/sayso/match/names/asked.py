"""A question's words, and the listed names that share most with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
#: Before a word that stands in more names than these, it is asked whether new ones can matter.
_MANY: Final = 4096
_KEPT_JOINTS: Final = 1 << 12


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


class _Sums(local):
    """What each name shares with one question, one set a thread; arrays as long as there are names.

    Attributes:
        _shared: all zeros but for the names in `_touched`.
        _gains: what a word adds to the names that it was last added to.
        _owner: for telling a name's places in a list apart.
    """

    def __init__(self, names: int) -> None:
        self._shared = np.zeros(names, np.float32)
        self._gains = np.zeros(names, np.float32)
        self._owner = np.zeros(names, np.int32)
        self._touched: list[NDArray[np.int64]] = []

    def begin(self) -> None:
        """Begin a question: forget the one before, whatever became of it."""
        for names in self._touched:
            self._shared[names] = 0.0
        self._touched = []

    def add(
        self,
        names: NDArray[np.int64],
        gains: NDArray[np.float32],
        *,
        closed: bool = False,
    ) -> None:
        """Add gains to names, or to those alone that have some; to one named twice its last."""
        shared = self._shared[names]
        if closed:
            held = shared > 0.0
            names, gains, shared = names[held], gains[held], shared[held]
        else:
            self._touched.append(names[shared == 0.0])  # before anything is added to them
        self._gains[names] = gains
        self._shared[names] = shared + self._gains[names]

    def held(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Give the names that anything was added to, each once, and the sums."""
        touched = np.concatenate([np.zeros(0, np.int64), *self._touched])
        places = np.arange(touched.size, dtype=np.int32)
        self._owner[touched] = places
        names = touched[self._owner[touched] == places]
        self._touched = [names]
        return names, self._shared[names]


@dataclass(frozen=True, slots=True)
class _Gains:
    """What names share with a question by one of its words.

    Attributes:
        words: the listed words like it, the likest last.
        gains: what each adds to a name that bears it.
        places: in how many places of names they stand.
    """

    words: NDArray[np.int32]
    gains: NDArray[np.float32]
    places: int


class Finder:
    """Finds the names that share most with a question; one per index, any number of threads."""

    def __init__(self, arrays: NameArrays) -> None:
        self._arrays = arrays
        self._sums = _Sums(arrays.name_entries.size)
        self.joined = lru_cache(maxsize=_KEPT_JOINTS)(self._joined)

    def find(
        self, asked: Asked, allowed: NDArray[np.bool_] | None, most: int = COMPARED
    ) -> NDArray[np.int64]:
        """Give the numbers of the names that share most, ascending; of equals the first.

        Args:
            asked: the question.
            allowed: for each authority, whether its names count; None for all.
            most: at most so many names.
        """
        sums, words, seen, closed = self._sums, self._gains(asked), 0, False
        sums.begin()
        self._add_joints(asked, sums)
        for place, one in enumerate(words):
            if seen and seen + one.places > _BUDGET:
                continue
            # Once nobody new can be among the best, a common word is added to those found alone.
            if one.places > _MANY and not closed:
                closed = self._is_closed(asked, allowed, most, words[place:])
            seen += one.places
            sums.add(*self._bearers(one), closed=closed)
        names, shared = self._allowed(*sums.held(), allowed)
        if names.size > most:
            # A name ranks once to twice as high as it shares: who shares less than half of what
            # the last one shares that would count by this alone is not among the best.
            hopeful = shared >= 0.499 * np.partition(shared, -most)[-most]
            names, shared = names[hopeful], shared[hopeful]
            rank = self._rank(asked, names, shared)
            last = np.partition(rank, -most)[-most]
            above, equal = names[rank > last], np.sort(names[rank == last])
            names = np.concatenate([above, equal[: most - above.size]])
        return np.sort(names)

    def _is_closed(
        self,
        asked: Asked,
        allowed: NDArray[np.bool_] | None,
        most: int,
        left: Sequence[_Gains],
    ) -> bool:
        """Say whether no name that bears only the words that are left can be among the best."""
        names, shared = self._allowed(*self._sums.held(), allowed)
        if names.size < most:
            return False
        more = sum(float(one.gains.max()) for one in left)
        last = np.partition(self._rank(asked, names, shared), -most)[-most]
        return 2.001 * more / _whole(asked) < float(last)

    def _gains(self, asked: Asked) -> list[_Gains]:
        """Give what each of the question's words adds, the rarest first."""
        arrays, told = self._arrays, []
        for place in np.argsort(-asked.weights, kind="stable").tolist():
            near = asked.near[place]
            words = near.words[near.order]
            weight = np.minimum(asked.weights[place], arrays.word_weights[words] + 1.0)
            gains = (near.likeness[near.order] * weight).astype(np.float32)
            places = int((arrays.word_starts[words + 1] - arrays.word_starts[words]).sum())
            if places:
                told.append(_Gains(words, gains, places))
        return told

    def _bearers(self, one: _Gains) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Give the names with each of the words, word by word, and what it adds to them."""
        arrays = self._arrays
        starts, ends = arrays.word_starts[one.words], arrays.word_starts[one.words + 1]
        rows = zip(starts.tolist(), ends.tolist(), strict=True)
        names = np.concatenate([arrays.word_names[a:b] for a, b in rows]).astype(np.int64)
        return names, np.repeat(one.gains, ends - starts)

    def _allowed(
        self,
        names: NDArray[np.int64],
        shared: NDArray[np.float32],
        allowed: NDArray[np.bool_] | None,
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        if allowed is None:
            return names, shared
        kept = allowed[self._arrays.entry_authorities[self._arrays.name_entries[names]]]
        return names[kept], shared[kept]

    def _rank(
        self, asked: Asked, names: NDArray[np.int64], got: NDArray[np.float32]
    ) -> NDArray[np.floating]:
        whole = _whole(asked)
        listed = self._arrays.name_weights[names]
        return got / (whole + listed - 0.9 * np.minimum(got, listed)) + got / whole

    def _add_joints(self, asked: Asked, sums: _Sums) -> None:
        """Add names whose spaces stand elsewhere: two words are one of theirs, or one two."""
        for together, weight in _joints(asked):
            names = self.joined(together)[0]
            if 0 < names.size <= _MOST_OF_JOINT:
                sums.add(names, np.full(names.size, _JOINT_LIKENESS * weight, np.float32))

    def _joined(self, together: str) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
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


def _whole(asked: Asked) -> float:
    return float(asked.weights.sum()) or 1.0


def _joints(asked: Asked) -> list[tuple[str, float]]:
    forms, weights = [token.form for token in asked.tokens], asked.weights.tolist()
    pairs = [(forms[i] + forms[i + 1], weights[i] + weights[i + 1]) for i in range(len(forms) - 1)]
    return [*pairs, *zip(forms, weights, strict=True), ("".join(forms), sum(weights))]
