"""Normal forms: the words of a name so that its usual spellings agree."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sayso.match.tables.spelling import (
    ARTICLES,
    ARTICLES_BEFORE_HYPHEN,
    CONNECTIVES,
    GLUED_BEGINNINGS,
    GLUED_ENDINGS,
    HALF_NAMES,
    JOINTS,
    TITLES,
    USUAL_SPELLING,
)
from sayso.match.words.scripts import ascii_of

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff"
)
_INVISIBLE: Final = "\u00ad\u200b-\u200f\u2060\ufeff"
_HAN: Final = "\u3400-\u9fff\uf900-\ufaff"
_LETTER: Final = rf"(?:[^\W_{_HAN}]|[{_MARKS}{_INVISIBLE}])"
#: A word: letters and digits, with apostrophes inside it; of Chinese, each character is one.
_WORD: Final = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]{_LETTER}*(?:['’‘`´]{_LETTER}+)*")
_GENITIVE: Final = ("'s", "’s", "'S", "’S")
_HYPHENS: Final = frozenset("-‐‑'’")
_ARABIC_ARTICLE: Final = "ال"
_SHORTEST_AFTER_ARTICLE: Final = 3
_SHORTEST_AFTER_GLUE: Final = 3

#: Letters that transliterations write differently, in this order.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("dzh|dj", "j"),
        ("ch", "sh"),
        ("ph", "f"),
        ("kh|ck|q|c", "k"),
        ("gh", "g"),
        ("th(?=[aeiou])", "t"),
        ("w", "v"),
        ("ee|ie|ei|y", "i"),
        ("oo|ou|o", "u"),
        ("ae", "ai"),
        (r"([a-z])\1+", r"\1"),
        ("(?<=[aeiou])h$", ""),
    )
)
_BEGINNINGS: Final = tuple((word, b) for word, bs in GLUED_BEGINNINGS.items() for b in bs)
_ENDINGS: Final = tuple((word, e) for word, es in GLUED_ENDINGS.items() for e in es)
_NOT_IN_SKELETON: Final = re.compile("(?<=.)[aeiuh]")
_SKELETON_LETTERS: Final = str.maketrans({"z": "s", "e": "a", "i": "a", "u": "a"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word comes to.

    Attributes:
        sounds: one sound for each word that it holds ("Abdurrahman" holds two); empty for a small
            word that only joins others.
        keys: the consonants of each sound, for looking up.
        joint: what a small word says: "of", "and", or "" for one that says nothing.
        article: it is an article, or carries one (as Arabic writes it).
    """

    sounds: tuple[str, ...]
    keys: tuple[str, ...]
    joint: str = ""
    article: bool = False


class Word(NamedTuple):
    """A word of a text at its place, in code points; a tuple, for it is made for every word."""

    start: int
    end: int
    surface: str
    reading: Reading


def words_of(text: str) -> list[Word]:
    """Give the words of a text in order, small words too; a genitive 's is left outside."""
    words: list[Word] = []
    for found in _WORD.finditer(text):
        surface = found[0]
        start, end = found.span()
        if surface.endswith(_GENITIVE):
            surface, end = surface[:-2], end - 2
        hyphened = text[end : end + 1] in _HYPHENS
        words.append(Word(start, end, surface, _reading(surface, hyphened=hyphened)))
    return words


def sounds_of(name: str) -> tuple[str, ...]:
    """Give the sounds of a name's words in order; small words only when it has no others."""
    readings = [word.reading for word in words_of(name)]
    content = tuple(sound for reading in readings for sound in reading.sounds)
    return content or tuple(_sound(fold(word)) for word in _WORD.findall(name) if fold(word))


@lru_cache(maxsize=1 << 15)
def spelt(name: str) -> Mapping[str, str]:
    """Give for each sound of a name the word that has it, as it stands there."""
    return {sound: word.surface for word in words_of(name) for sound in word.reading.sounds}


def names_in(words: Iterable[Word]) -> tuple[Word, ...]:
    """Give the words that are names of their own: no titles, no halves ("Abdul", "ud-Din")."""
    return tuple(
        word
        for word in words
        if len(word.reading.sounds) > 1 or not _NO_NAMES.issuperset(word.reading.sounds)
    )


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Give a word in small ASCII letters and digits, whatever its script; "" if none is left."""
    if word.isascii():
        latin = word
    else:
        bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not _is_mark(c))
        latin = ascii_of(bare)
    return "".join(c for c in latin.lower() if c.isascii() and c.isalnum())


def skeleton(sound: str) -> str:
    """Give the consonants of a sound, and its first letter: what spellings rarely change."""
    return _NOT_IN_SKELETON.sub("", sound).translate(_SKELETON_LETTERS)


@lru_cache(maxsize=1 << 17)
def _reading(surface: str, *, hyphened: bool) -> Reading:
    article = False
    if surface.startswith(_ARABIC_ARTICLE) and len(surface) > 1 + _SHORTEST_AFTER_ARTICLE:
        surface, article = surface.removeprefix(_ARABIC_ARTICLE), True
    folded = fold(surface)
    if folded in ARTICLES or (hyphened and folded in ARTICLES_BEFORE_HYPHEN):
        return Reading((), (), article=True)
    if folded in JOINTS or folded in CONNECTIVES or not folded:
        return Reading((), (), joint=JOINTS.get(folded, ""))
    sounds = tuple(_sound(part) for part in _apart(folded))
    return Reading(sounds, tuple(skeleton(sound) for sound in sounds), article=article)


def _apart(folded: str) -> tuple[str, ...]:
    """Give the words that are glued into one, each in its usual spelling; endings first."""
    if folded in USUAL_SPELLING:
        return (USUAL_SPELLING[folded],)
    for word, ending in _ENDINGS:
        rest = folded.removesuffix(ending)
        if rest != folded and len(rest) >= _SHORTEST_AFTER_GLUE:
            return (USUAL_SPELLING.get(rest, rest), word)
    for word, beginning in _BEGINNINGS:
        rest = folded.removeprefix(beginning)
        if rest != folded and len(rest) >= _SHORTEST_AFTER_GLUE:
            return (word, USUAL_SPELLING.get(rest, rest))
    return (folded,)


@lru_cache(maxsize=1 << 17)
def _sound(folded: str) -> str:
    for pattern, written in _SOUNDS:
        folded = pattern.sub(written, folded)
    return folded


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


#: Sounds that alone are no name of a person.
_NO_NAMES: Final = HALF_NAMES | {_sound(title) for title in TITLES}
