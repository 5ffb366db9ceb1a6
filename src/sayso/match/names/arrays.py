"""The listed names as arrays: built from entries once, then never changed."""

import json
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, Never, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.numbers import numbers_of
from sayso.match.tables.kinds import kind_weight
from sayso.match.words.latin import Token, tokens_of
from sayso.match.words.parentheses import readings_of
from sayso.match.words.readings import (
    bare_bones,
    bones,
    key,
    keys_of,
    other_reading,
    usual_reading,
)
from sayso.model.lists import ListEntry

#: Words of a listed name beyond these are not compared.
MOST_WORDS: Final = 16
#: Bones of two words together, to find names whose spaces stand elsewhere; shorter ones say little.
SHORTEST_JOINT: Final = 4
#: Rarity is counted as among so many listed parties, whatever the lists at hand: those of three
#: large authorities in May 2024.
PARTIES: Final = 20_652
KINDS: Final = ("Person", "Organization", "Vessel", "Airplane")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameArrays:
    """Words, names and entries, each numbered from 0; `x_starts` give where a row of x begins.

    Attributes:
        forms, usual, other, bare_bones: the words' letters, both readings, and the consonants that
            every script writes, as `texts_of` reads them.
        bones, other_bones: 64-bit keys of each word's consonants in both readings.
        bare: the word's script writes no vowels.
        word_weights: natural log of entries over those that bear the word, less for small words.
        keys, key_starts, key_words: ascending keys (`keys_of`) and the words under each.
        name_starts, name_words: the words of each name, in order.
        word_starts, word_names: the names that bear each word, ascending.
        joints, joint_starts, joint_names, joint_places: ascending keys of two neighbouring words'
            bones (and of all words') with the names, ascending, and the first word's place in
            each (-1 for all).
        name_entries, name_listed: whose name it is: the entry, and the number of its names.
        name_weak: the list calls it of low quality.
        name_weights: the sum of its words' weights.
        entries: the entries' ids, as `texts_of` reads them, ascending.
        entry_kinds: places in `KINDS`.
        entry_authorities: places in `authorities`.
        authorities: codes, as `texts_of` reads them, ascending.
        numbers, number_starts, number_entries: ascending keys of papers' and ships' numbers, and
            the entries that bear each.
    """

    forms: NDArray[np.uint8]
    usual: NDArray[np.uint8]
    other: NDArray[np.uint8]
    bare_bones: NDArray[np.uint8]
    bones: NDArray[np.uint64]
    other_bones: NDArray[np.uint64]
    bare: NDArray[np.bool_]
    word_weights: NDArray[np.float32]
    keys: NDArray[np.uint64]
    key_starts: NDArray[np.int64]
    key_words: NDArray[np.int32]
    name_starts: NDArray[np.int64]
    name_words: NDArray[np.int32]
    word_starts: NDArray[np.int64]
    word_names: NDArray[np.int32]
    joints: NDArray[np.uint64]
    joint_starts: NDArray[np.int64]
    joint_names: NDArray[np.int32]
    joint_places: NDArray[np.int8]
    name_entries: NDArray[np.int32]
    name_listed: NDArray[np.uint16]
    name_weak: NDArray[np.bool_]
    name_weights: NDArray[np.float32]
    entries: NDArray[np.uint8]
    entry_kinds: NDArray[np.uint8]
    entry_authorities: NDArray[np.uint8]
    authorities: NDArray[np.uint8]
    numbers: NDArray[np.uint64]
    number_starts: NDArray[np.int64]
    number_entries: NDArray[np.int32]


#: The arrays by name, as a file holds them.
Parts = Mapping[str, NDArray[np.generic]]
_I = TypeVar("_I", bound=np.integer)


class _Names(NamedTuple):
    """All names, one after another: of each, what `NameArrays` says of it.

    Attributes:
        words: the words of all.
        lengths: how many of these are each name's.
    """

    entries: NDArray[np.int32]
    listed: NDArray[np.uint16]
    weak: NDArray[np.bool_]
    words: NDArray[np.int32]
    lengths: NDArray[np.int64]


class _Words:
    """The different words of all names, numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[Token, int] = {}

    def number(self, token: Token) -> int:
        return self.numbers.setdefault(token, len(self.numbers))


def arrays_of(entries: Sequence[ListEntry]) -> NameArrays:
    """Give the arrays of these entries, which are ordered by id and differ in it."""
    words = _Words()
    names = _names_of(entries, words)
    tokens = list(words.numbers)
    authorities = sorted({entry.authority for entry in entries})
    bearers = np.repeat(names.entries, names.lengths)
    weights = _weights(tokens, names.words, bearers, len(entries))
    starts = _starts(names.lengths)
    return assembled(
        {
            **_of_words(tokens),
            "word_weights": weights,
            "name_starts": starts,
            "name_words": names.words,
            **_postings(names, len(tokens)),
            **_joints(names, [token.form for token in tokens]),
            "name_entries": names.entries,
            "name_listed": names.listed,
            "name_weak": names.weak,
            "name_weights": _sums(weights[names.words], starts),
            "entries": texts(entry.id for entry in entries),
            "entry_kinds": _integers((KINDS.index(kind_of(e.schema)) for e in entries), np.uint8),
            "entry_authorities": _integers(
                (authorities.index(e.authority) for e in entries), np.uint8
            ),
            "authorities": texts(authorities),
            **_numbers(entries),
        }
    )


def assembled(parts: Parts) -> NameArrays:
    """Give the arrays of these parts, one for each field, each of its type."""
    return NameArrays(**cast("Mapping[str, Never]", parts))


@cache
def usual_bearers() -> Mapping[str, int]:
    """Give the words that many parties of the world's lists bear: how many of `PARTIES` do."""
    kept = files("sayso.match.names").joinpath("common.json").read_text("utf-8")
    return {word: count for count, words in json.loads(kept) for word in words.split()}


def kind_of(schema: str) -> str:
    """Give which of `KINDS` a FollowTheMoney schema is: an organization unless another."""
    return schema if schema in KINDS else "Organization"


def texts(told: Iterable[str]) -> NDArray[np.uint8]:
    """Give texts, whatever stands in them, as the bytes of one (JSON)."""
    return np.frombuffer(json.dumps(list(told)).encode(), dtype=np.uint8)


def texts_of(told: NDArray[np.uint8]) -> list[str]:
    """Give back what `texts` was given."""
    found: list[str] = json.loads(told.tobytes())
    return found


def _names_of(entries: Sequence[ListEntry], words: _Words) -> _Names:
    numbers, lengths = array("i"), array("q")
    bearers, listed, weak = array("i"), array("H"), array("b")
    for number, entry in enumerate(entries):
        for place, name in enumerate(entry.names):
            for text in readings_of(name.text):
                tokens = tokens_of(text)[:MOST_WORDS]
                if tokens:
                    numbers.extend(words.number(token) for token in tokens)
                    lengths.append(len(tokens))
                    bearers.append(number)
                    listed.append(place)
                    weak.append(name.quality == "weak")
    return _Names(
        np.array(bearers, np.int32),
        np.array(listed, np.uint16),
        np.array(weak, np.bool_),
        np.array(numbers, np.int32),
        np.array(lengths, np.int64),
    )


def _of_words(tokens: Sequence[Token]) -> Parts:
    forms = [token.form for token in tokens]
    usual, other = [usual_reading(f) for f in forms], [other_reading(f) for f in forms]
    rows = ((told, word) for word, form in enumerate(forms) for told in keys_of(form))
    keys, starts, words = _rows(rows)
    return {
        "forms": texts(forms),
        "usual": texts(usual),
        "other": texts(other),
        "bones": _keys(bones(u) for u in usual),
        "other_bones": _keys(bones(o) for o in other),
        "bare_bones": texts(bare_bones(f) for f in forms),
        "bare": np.array([token.bare for token in tokens], dtype=np.bool_),
        "keys": keys,
        "key_starts": starts,
        "key_words": words,
    }


def _weights(
    tokens: Sequence[Token],
    words: NDArray[np.int32],
    bearers: NDArray[np.int32],
    entries: int,
) -> NDArray[np.float32]:
    """Give each word's rarity among parties, less for titles, legal forms and small words."""
    several = max(entries, 1)
    pairs = np.unique(words.astype(np.int64) * several + bearers)
    borne = np.bincount(pairs // several, minlength=len(tokens)) * min(1.0, PARTIES / several)
    usual = usual_bearers()
    expected = np.array([usual.get(token.form, 0) for token in tokens])
    rarity = np.log((PARTIES + 1) / (np.maximum(borne, expected) + 0.5))
    kinds = np.array([kind_weight(token.form) for token in tokens])
    weights: NDArray[np.float32] = (rarity * kinds).astype(np.float32)
    return weights


#: The weight of a word that no party bears.
RAREST: Final = math.log(PARTIES + 1)


def _postings(names: _Names, words: int) -> Parts:
    numbers = np.repeat(np.arange(names.lengths.size, dtype=np.int32), names.lengths)
    order = np.argsort(names.words, kind="stable")
    counts = np.bincount(names.words, minlength=words)
    return {"word_starts": _starts(counts), "word_names": numbers[order]}


def _joints(names: _Names, forms: Sequence[str]) -> Parts:
    """Give the keys of neighbouring words' bones, to find names whose spaces stand elsewhere.

    Where a key stands twice in a name the first place counts, and two words before all of them.
    """
    two, whole = _neighbours(names, forms), _wholes(names, forms)
    keys = np.concatenate([two[0], whole[0]])
    numbers = np.concatenate([two[1], whole[1]])
    places = np.concatenate([two[2], whole[2]])
    order = np.lexsort((places.view(np.uint8), numbers, keys))  # -1 is last
    keys, numbers, places = keys[order], numbers[order], places[order]
    first = np.ones(keys.size, np.bool_)
    first[1:] = (keys[1:] != keys[:-1]) | (numbers[1:] != numbers[:-1])
    unique, counts = np.unique(keys[first], return_counts=True)
    return {
        "joints": unique,
        "joint_starts": _starts(counts),
        "joint_names": numbers[first],
        "joint_places": places[first],
    }


#: Keys, the names in which they stand, and the places of their first words there.
_Joined = tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int8]]


def _neighbours(names: _Names, forms: Sequence[str]) -> _Joined:
    """Give the joints of each name's neighbouring words; what comes again is read once."""
    starts = _starts(names.lengths)
    numbers = np.repeat(np.arange(names.lengths.size, dtype=np.int32), names.lengths)
    within = np.flatnonzero(numbers[1:] == numbers[:-1])
    pairs = names.words[within].astype(np.int64) * len(forms) + names.words[within + 1]
    different, which = np.unique(pairs, return_inverse=True)
    firsts, seconds = (one.tolist() for one in np.divmod(different, max(len(forms), 1)))
    joints = [joint_of(forms[a] + forms[b]) for a, b in zip(firsts, seconds, strict=True)]
    keys, is_one = _of_joints(joints)
    kept = is_one[which]
    numbers = numbers[within]
    places = (within - starts[numbers]).astype(np.int8)
    return keys[which[kept]], numbers[kept], places[kept]


def _wholes(names: _Names, forms: Sequence[str]) -> _Joined:
    """Give the joints of all words of a name together; two words are neighbours already."""
    numbers = np.flatnonzero(names.lengths != _TWO)
    starts = _starts(names.lengths)[numbers].tolist()
    ends = (_starts(names.lengths)[numbers + 1]).tolist()
    rows = (names.words[a:b].tolist() for a, b in zip(starts, ends, strict=True))
    joints = [joint_of("".join([forms[word] for word in row])) for row in rows]
    keys, is_one = _of_joints(joints)
    kept = numbers[is_one].astype(np.int32)
    return keys[is_one], kept, np.full(kept.size, -1, np.int8)


_TWO: Final = 2


def _of_joints(joints: Sequence[int | None]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    keys = _integers((joint or 0 for joint in joints), np.uint64)
    return keys, np.array([joint is not None for joint in joints], np.bool_)


def joint_of(together: str) -> int | None:
    """Give the key of words written together; None for too few consonants."""
    told = bones(usual_reading(together))
    return key(told) if len(told) >= SHORTEST_JOINT else None


def _numbers(entries: Sequence[ListEntry]) -> Parts:
    rows = ((key(n), place) for place, entry in enumerate(entries) for n in numbers_of(entry))
    keys, starts, places = _rows(rows)
    return {"numbers": keys, "number_starts": starts, "number_entries": places}


def _rows(
    pairs: Iterable[tuple[int, int]],
) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int32]]:
    """Give ascending keys, where the row of each begins, and the rows, each ascending."""
    told = list(pairs)
    keys = _integers((k for k, _ in told), np.uint64)
    values = _integers((v for _, v in told), np.int32)
    order = np.lexsort((values, keys))
    unique, counts = np.unique(keys, return_counts=True)
    return unique, _starts(counts), values[order]


def _keys(told: Iterable[str]) -> NDArray[np.uint64]:
    return _integers((key(one) for one in told), np.uint64)


def _integers(numbers: Iterable[int], kind: type[_I]) -> NDArray[_I]:
    return np.fromiter(numbers, dtype=kind)


def _starts(counts: NDArray[np.integer]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])


def _sums(values: NDArray[np.float32], starts: NDArray[np.int64]) -> NDArray[np.float32]:
    total = np.concatenate([np.zeros(1), np.cumsum(values, dtype=np.float64)])
    sums: NDArray[np.float32] = (total[starts[1:]] - total[starts[:-1]]).astype(np.float32)
    return sums
