"""A name in any script as words in small Latin letters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from sayso.match.tables.kinds import WHOLE_NAMES, WRITTEN_OUT
from sayso.match.tables.letters import (
    APOSTROPHES,
    ARABIC_ARTICLE,
    ARABIC_GOD,
    INVISIBLE,
    LOOKALIKES,
    MARKS,
    SHORT_VOWELS,
)
from sayso.match.tables.spelling import GLUED_BEGINNINGS, GLUED_ENDINGS
from sayso.match.words.scripts import latin_of

_DROPPED: Final = re.compile(f"[{INVISIBLE}{APOSTROPHES}]")
_WORD: Final = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
_LATIN: Final = re.compile("[A-Za-z]")
#: Scripts that write no short vowels: Hebrew, Arabic, Syriac, Thaana.
_WITHOUT_VOWELS: Final = re.compile("[\u0590-\u07ff]")
_NOT_A_LETTER: Final = re.compile("[^a-z0-9]")
_SHORTEST_REST: Final = 3
_KEPT: Final = 1 << 16


class Token(NamedTuple):
    """A word of a name.

    Attributes:
        form: in small ASCII letters and digits, at least one.
        bare: its script writes no short vowels, and none were written.
    """

    form: str
    bare: bool


@lru_cache(maxsize=_KEPT)
def tokens_of(name: str) -> tuple[Token, ...]:
    """Give the words of a name in order; words that were glued to "Abd", "Din", "Allah" apart.

    What is invisible is gone, lookalikes within Latin words are Latin, articles of the Arabic
    script are dropped. A name without a letter or digit has none.
    """
    return tuple(token for token, _ in _told(name))


@lru_cache(maxsize=_KEPT)
def surfaces_of(name: str) -> tuple[str, ...]:
    """Give for each of `tokens_of` the word that it stands in, as it is written."""
    return tuple(word for _, word in _told(name))


def _told(name: str) -> Iterator[tuple[Token, str]]:
    shown = _DROPPED.sub("", unicodedata.normalize("NFKC", _encodable(name)))
    for word in _WORD.findall(shown):
        yield from ((token, word) for token in _tokens(word))


@lru_cache(maxsize=_KEPT)
def _tokens(word: str) -> tuple[Token, ...]:
    token = _token(word)
    return tuple(Token(part, token.bare) for part in _apart(token.form)) if token.form else ()


def _encodable(name: str) -> str:
    return name.encode("utf-8", "ignore").decode("utf-8")


def _token(word: str) -> Token:
    if word == ARABIC_GOD:
        return Token("allah", bare=False)
    bare = bool(_WITHOUT_VOWELS.search(word)) and SHORT_VOWELS.isdisjoint(word)
    if word.startswith(ARABIC_ARTICLE) and len(word) > len(ARABIC_ARTICLE) + 2:
        word = word.removeprefix(ARABIC_ARTICLE)
    if _LATIN.search(word):
        word = word.translate(LOOKALIKES)
    return Token(_letters(latin_of(word)), bare=bare)


def _letters(latin: str) -> str:
    return _NOT_A_LETTER.sub("", latin.lower())


def _apart(form: str) -> tuple[str, ...]:
    """Give the words that are glued into one: "ghiasuddin" is "ghias" and "din"."""
    if form in WRITTEN_OUT or form in WHOLE_NAMES:
        return (WRITTEN_OUT.get(form, form),)
    for word, endings in GLUED_ENDINGS.items():
        for ending in endings:
            rest = form.removesuffix(ending)
            if rest != form and ending != word and len(rest) >= _SHORTEST_REST:
                return rest, word
    for word, beginnings in GLUED_BEGINNINGS.items():
        for beginning in beginnings:
            rest = form.removeprefix(beginning)
            glued = len(beginning) > len(word) + 1  # "abdul", not "abd": Abdi, Abdeh
            if rest != form and glued and len(rest) >= _SHORTEST_REST:
                return word, rest
    return (form,)
