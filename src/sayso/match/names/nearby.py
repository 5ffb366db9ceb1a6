"""A word of a question → the listed words that it may be, with how alike they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.arrays import RAREST, NameArrays, texts_of
from sayso.match.tables.kinds import kind_weight
from sayso.match.words.latin import Token
from sayso.match.words.likeness import best_likeness
from sayso.match.words.readings import (
    bare_bones,
    bones,
    key,
    keys_of,
    other_reading,
    usual_reading,
)

#: Words less alike than this are no spellings of each other, 0 to 1.
_LEAST: Final = 0.6
#: A short word is another word with one letter changed, unless this much is the same.
_LEAST_OF_SHORT: Final = 0.75
_SHORT: Final = 4
#: What is not the letters' own likeness counts a little less than it.
_READ_ALIKE: Final = 0.03
_SAME_BONES: Final = 0.84
_SHORTEST_BONES: Final = 3
_CUT_OFF: Final = 0.72
#: Between a script without vowels and another: the same consonants, or some of them.
_SAME_BARE_BONES: Final = 0.9
_MOST: Final = 150
_KEPT: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class Nearby:
    """The listed words like one word.

    Attributes:
        words: numbers of listed words, ascending.
        likeness: of each, 0 to 1; 1 for the same word.
        order: places in `words`, the least alike first.
        weight: what the asked word weighs, as listed words do.
    """

    words: NDArray[np.int32]
    likeness: NDArray[np.float32]
    order: NDArray[np.int64]
    weight: float


class Lexicon:
    """The listed words, to be looked up by how they are written and sound."""

    def __init__(self, arrays: NameArrays) -> None:
        self._arrays = arrays
        self.forms: Sequence[str] = texts_of(arrays.forms)
        self._usual = texts_of(arrays.usual)
        self._other = texts_of(arrays.other)
        self._has_two_readings = np.array(
            [one != other for one, other in zip(self._usual, self._other, strict=True)], np.bool_
        )
        self._bare = texts_of(arrays.bare_bones)
        self.near = lru_cache(maxsize=_KEPT)(self._near)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {form: number for number, form in enumerate(self.forms)}

    def number(self, form: str) -> int | None:
        """Give the number of a listed word, if it is one."""
        return self._numbers.get(form)

    def _near(self, token: Token) -> Nearby:
        words = self._candidates(token.form)
        likeness = self._likeness(token, words) if words.size else np.zeros(0, np.float32)
        kept = likeness >= _LEAST
        words, likeness = words[kept], likeness[kept]
        if words.size > _MOST:
            best = np.sort(np.argsort(-likeness, kind="stable")[:_MOST])
            words, likeness = words[best], likeness[best]
        order = np.argsort(likeness, kind="stable")
        return Nearby(words, likeness, order, self._weight(token.form, words, likeness))

    def _candidates(self, form: str) -> NDArray[np.int32]:
        """Give the words that share a key with this one, ascending."""
        arrays = self._arrays
        asked = np.array(keys_of(form), dtype=np.uint64)
        places = np.searchsorted(arrays.keys, asked)
        within = places < arrays.keys.size
        places = places[within]
        places = places[arrays.keys[places] == asked[within]]
        starts, ends = arrays.key_starts[places].tolist(), arrays.key_starts[places + 1].tolist()
        rows = [arrays.key_words[a:b] for a, b in zip(starts, ends, strict=True)]
        if not rows:
            return np.zeros(0, np.int32)
        words = np.sort(np.concatenate(rows))
        is_first = np.ones(words.size, np.bool_)  # quicker than `unique` for few
        is_first[1:] = words[1:] != words[:-1]
        return words[is_first]

    def _likeness(self, token: Token, words: NDArray[np.int32]) -> NDArray[np.floating]:
        form, numbers = token.form, words.tolist()
        forms = [self.forms[n] for n in numbers]
        read = tuple(dict.fromkeys((usual_reading(form), other_reading(form))))
        letters = best_likeness([form], forms)
        sounds = best_likeness(read, [self._usual[n] for n in numbers])
        two = np.flatnonzero(self._has_two_readings[words])
        if two.size:
            other = best_likeness(read, [self._other[n] for n in words[two].tolist()])
            sounds[two] = np.maximum(sounds[two], other)
        alike: NDArray[np.floating] = np.maximum(letters, sounds - _READ_ALIKE)
        if len(form) >= _SHORT:
            cut = [f.startswith(form) or (len(f) >= _SHORT and form.startswith(f)) for f in forms]
            alike[cut] = np.maximum(alike[cut], _CUT_OFF)
        same_bones = self._same_bones(read, words)
        alike[same_bones] = np.maximum(alike[same_bones], _SAME_BONES)
        across = np.flatnonzero(self._arrays.bare[words] != token.bare)
        if across.size:
            alike[across] = np.maximum(alike[across], self._bare_likeness(form, words[across]))
        same = letters >= 1.0
        if len(form) < _SHORT:
            alike[~(same | same_bones | (alike > _LEAST_OF_SHORT))] = 0.0
        alike[same] = 1.0
        return alike

    def _same_bones(self, read: Sequence[str], words: NDArray[np.int32]) -> NDArray[np.bool_]:
        told = tuple(dict.fromkeys(map(bones, read)))
        same = np.zeros(words.size, np.bool_)
        if len(told[0]) >= _SHORTEST_BONES:
            usual, other = self._arrays.bones[words], self._arrays.other_bones[words]
            for asked in map(key, told):
                same |= (usual == asked) | (other == asked)
        return same

    def _bare_likeness(self, form: str, words: NDArray[np.int32]) -> NDArray[np.floating]:
        """Compare consonants alone, for one of the two words was written without vowels."""
        asked = bare_bones(form)
        alike = best_likeness([asked], [self._bare[n] for n in words.tolist()])
        told: NDArray[np.floating] = alike * _SAME_BARE_BONES
        return told

    def _weight(self, form: str, words: NDArray[np.int32], likeness: NDArray[np.float32]) -> float:
        """Give a word's weight: the listed one's, or for a new one little more than its likes'."""
        if not words.size:
            return RAREST * kind_weight(form)
        weights = self._arrays.word_weights[words]
        best = float(likeness.max())
        if best >= 1.0:
            return float(weights[likeness.argmax()])
        likes = float(weights[likeness >= best - 0.02].min()) + 1.0
        return min(RAREST, likes) * (kind_weight(form) if kind_weight(form) < 1 else 1.0)
