"""How sure it is that two words of names that are not spelt alike are one: learnt from names."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.match.tables.kinds import is_syllable
from sayso.match.words.latin import Token
from sayso.match.words.likeness import begun_alike_each, letters_shared_each, likeness_each
from sayso.match.words.readings import bare_bones, coarse, other_reading, usual_reading
from sayso.match.words.syllables import is_korean, spells

#: The likenesses, 0 to 1: of the letters, of the readings that are likest, of the beginnings, of
#: the sounds and of the consonants that all scripts tell apart. Each weighs otherwise between each
#: of `_BENDS` and the next.
LIKENESSES: Final = ("letters", "readings", "begins", "sounds", "consonants")
_BENDS: Final = (0.0, 0.6, 0.75, 0.85, 1.0)
#: What else is looked at. `across`: one of the two was written without vowels, then `bare` is the
#: likeness of the consonants that both scripts write. `same_…`: these are equal; consonants count
#: by how many there are. `length`: of the shorter word, within a script. `syllables`: both could
#: be a Chinese syllable, where one letter makes another name. `same_korean`, `other_korean`: one is
#: in Korean letters, and the other is a spelling of it, or is not.
_OTHERS: Final = (
    *("across", "bare", "same_bare", "same_reading", "length"),
    *("same_first", "same_last", "cut_off", "syllables", "same_korean", "other_korean"),
)
SIGNS: Final = (
    *(f"{name}:{bend}" for name in LIKENESSES for bend in _BENDS[:-1]),
    *_OTHERS,
)
_LONG_BONES, _LONG_FORM = 5, 8


def sameness(asked: Sequence[Token], listed: Sequence[Token]) -> NDArray[np.float64]:
    """Give for each pair how sure it is that both are one word of a name, 0 to 1."""
    if not asked:
        return np.zeros(0)
    weights, intercept = _weights()
    odds = signs_of(asked, listed) @ weights + intercept
    told: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-odds))
    return told


def signs_of(asked: Sequence[Token], listed: Sequence[Token]) -> NDArray[np.float64]:
    """Give what is measured of each pair of words, one row a pair, columns as in `SIGNS`."""
    a, b = [token.form for token in asked], [token.form for token in listed]
    readings = [likeness_each(one, other) for one in _readings(a) for other in _readings(b)]
    alike = np.array(
        [
            likeness_each(a, b),
            np.max(readings, axis=0),
            begun_alike_each(a, b),
            letters_shared_each(
                *([coarse(usual_reading(form)) for form in side] for side in (a, b))
            ),
            letters_shared_each(*([coarse(bare_bones(form)) for form in side] for side in (a, b))),
        ]
    )
    within = [np.clip(one, low, high) - low for one in alike for low, high in pairwise(_BENDS)]
    across = np.array([one.bare != two.bare for one, two in zip(asked, listed, strict=True)])
    others = (*_others(a, b, across, alike[1]), *_in_korean(asked, listed))
    signs: NDArray[np.float64] = np.array([*within, *others], float).T
    return signs


def _others(
    a: Sequence[str], b: Sequence[str], across: NDArray[np.bool_], reading: NDArray[np.float64]
) -> tuple[NDArray[np.generic] | list[bool], ...]:
    """Give the columns of `_OTHERS`."""
    bare = [bare_bones(form) for form in a], [bare_bones(form) for form in b]
    bones = np.array([min(len(x), len(y), _LONG_BONES) for x, y in zip(*bare, strict=True)])
    length = np.array([min(len(x), len(y), _LONG_FORM) for x, y in zip(a, b, strict=True)])
    alike = likeness_each(*bare)
    return (
        across,
        across * alike,
        across * (alike >= 1) * bones / _LONG_BONES,
        ~across & (reading >= 1),
        ~across * length / _LONG_FORM,
        [x[0] == y[0] for x, y in zip(a, b, strict=True)],
        [x[-1] == y[-1] for x, y in zip(a, b, strict=True)],
        [x.startswith(y) or y.startswith(x) for x, y in zip(a, b, strict=True)],
        [is_syllable(x) and is_syllable(y) for x, y in zip(a, b, strict=True)],
    )


def _in_korean(asked: Sequence[Token], listed: Sequence[Token]) -> tuple[Sequence[bool], ...]:
    """Give whether a word in Korean letters is set against a spelling of it, and against none."""
    if not any(token.syllables for token in (*asked, *listed)):
        return [False] * len(asked), [False] * len(asked)
    told = [_is_spelt(*pair) for pair in zip(asked, listed, strict=True)]
    return [one is True for one in told], [one is False for one in told]


def _is_spelt(one: Token, other: Token) -> bool | None:
    """Say whether one word spells the other's Korean letters; None unless one alone has such."""
    korean, latin = (one, other) if is_korean(one.syllables) else (other, one)
    if not is_korean(korean.syllables) or latin.syllables:
        return None
    return spells(latin.form, korean.syllables)


def _readings(forms: Sequence[str]) -> tuple[list[str], list[str]]:
    return [usual_reading(form) for form in forms], [other_reading(form) for form in forms]


@cache
def _weights() -> tuple[NDArray[np.float64], float]:
    """Give the weights that ship, in the order of `SIGNS` (0 if not fitted), and the intercept."""
    kept = json.loads(files("sayso.match.words").joinpath("sameness.json").read_text("utf-8"))
    weights: Mapping[str, float] = kept["weights"]
    return np.array([weights.get(sign, 0.0) for sign in SIGNS]), kept["intercept"]
