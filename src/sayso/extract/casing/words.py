"""Which words are names although they have no capital, and which are not."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from sayso.extract.parsing.parse import dictionary

#: Endings of inflected words, with what stands in their place in the dictionary.
_INFLECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "'s": ("",),
    "’s": ("",),
    "ies": ("y",),
    "ied": ("y",),
    "ily": ("y",),
    "es": ("", "e"),
    "ed": ("", "e"),
    "er": ("", "e"),
    "or": ("", "e"),
    "ers": ("", "e"),
    "ing": ("", "e"),
    "ly": ("", "le"),
    "s": ("",),
    "n't": ("",),
}
#: A stem is no shorter.
_STEM: Final = 3
#: Words of so few letters without a vowel are acronyms.
_ACRONYM: Final = 6
_VOWELS: Final = frozenset("aeiouyáéíóúäöü")


@functools.cache
def lists() -> Mapping[str, frozenset[str]]:
    """Give the lists of the table of capitals by their names."""
    path = files("sayso.extract.casing").joinpath("tables/capitals.toml")
    return {
        name: frozenset(words)
        for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


@functools.lru_cache(maxsize=100_000)
def is_ordinary(word: str) -> bool:
    """Say whether a word in lower case is an English word in some form, and no name."""
    if word in dictionary() or not word.isalpha():
        return word in dictionary() or _is_compound(word)
    return _is_inflected(word) or _is_derived(word)


def _is_compound(word: str) -> bool:
    """Say whether all parts of a word with hyphens or apostrophes are ordinary: "drug-related"."""
    parts = [p for p in word.replace("’", "'").removesuffix("'s").split("-") if p]
    return bool(parts) and all(
        p in lists()["beginnings"] or p.isdigit() or (p.isalpha() and is_ordinary(p)) for p in parts
    )


def _is_inflected(word: str) -> bool:
    """Say whether a word without its ending stands in the dictionary."""
    for ending, stems in _INFLECTIONS.items():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _STEM:
            continue
        doubled = stem[-1] == stem[-2]
        if any(stem + s in dictionary() for s in stems) or (doubled and stem[:-1] in dictionary()):
            return True
    return False


def _is_derived(word: str) -> bool:
    """Say whether a word is made of a known beginning or ending and a known rest."""
    table = lists()
    for n in range(2, len(word) - 2):
        first, rest = word[:n], word[n:]
        known = first in dictionary() or first in table["beginnings"]
        if known and len(rest) >= _STEM and (rest in dictionary() or _is_inflected(rest)):
            return first in table["beginnings"] or rest in table["endings"] or n >= _STEM + 1
    return False


def is_acronym(word: str) -> bool:
    """Say whether a word that no dictionary has looks like an acronym: no vowels, few letters."""
    short = word.isalpha() and 1 < len(word) <= _ACRONYM
    return short and _VOWELS.isdisjoint(word)


def is_numbered(word: str) -> bool:
    """Say whether a word is a few letters with a number: "m-19", "ak-47"."""
    letters = sum(c.isalpha() for c in word)
    return "-" in word and 0 < letters <= _STEM and any(c.isdigit() for c in word)


def is_given(word: str) -> bool:
    """Say whether a word is a person's given name wherever it stands."""
    return word in lists()["given"] and word not in lists()["common"]
