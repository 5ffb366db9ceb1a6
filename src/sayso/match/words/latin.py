"""A name in any script as words in small Latin letters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from sayso.match.tables.firms import LEGAL_FORMS, LONGEST_FORMS, STATES, TRANSLATED
from sayso.match.tables.kinds import WHOLE_NAMES
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
from sayso.match.words.apart import parts_of
from sayso.match.words.scripts import latin_of
from sayso.match.words.syllables import syllables_of

_DROPPED: Final = re.compile(f"[{INVISIBLE}{APOSTROPHES}]")
_WORD: Final = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
_LATIN: Final = re.compile("[A-Za-z]")
#: Scripts that write no short vowels: Hebrew, Arabic, Syriac, Thaana.
_WITHOUT_VOWELS: Final = re.compile("[\u0590-\u07ff]")
_NOT_A_LETTER: Final = re.compile("[^a-z0-9]")
_SHORTEST_REST: Final = 3
_KEPT: Final = 1 << 16
#: One name, written apart, and its family names: "Abdullahi" is not "Abd" and "Lahi".
_SERVANT_OF_GOD: Final = frozenset({("abd", "allah"), ("abd", "ullah"), ("abdul", "lah")})
_SERVANTS: Final = re.compile("abd[aeou]?u?lla+h?i+")
#: Words of legal forms that are long enough to be known with a letter wrong.
_SHORTEST_KNOWN: Final = 6


def without_one(form: str) -> list[str]:
    """Give a word with each one of its letters left out."""
    return [form[:place] + form[place + 1 :] for place in range(len(form))]


_WRONG_BY_ONE: Final[Mapping[str, str]] = {
    part: word
    for word in sorted({w for form in LEGAL_FORMS for w in form if len(w) >= _SHORTEST_KNOWN})
    for part in (word, *without_one(word))
}


class Token(NamedTuple):
    """A word of a name.

    Attributes:
        form: in small ASCII letters and digits, at least one.
        bare: its script writes no short vowels, and none were written.
        syllables: the word as it is written, where each sign of it is a syllable of a Chinese or
            Korean name; else empty.
    """

    form: str
    bare: bool
    syllables: str = ""


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
    words = [part for word in _WORD.findall(shown) for part in parts_of(word)]
    syllables = syllables_of(words)
    tokens = [
        (token._replace(syllables=written), word)
        for word, written in zip(words, syllables, strict=True)
        if (token := _token(word)).form
    ]
    place = 0
    while place < len(tokens):
        token, word = tokens[place]
        form, length = _several(tokens, place)
        if form:
            yield Token(form, bare=False), " ".join(w for _, w in tokens[place : place + length])
        else:
            parts = _apart(token.form)
            told = token.syllables if len(parts) == 1 else ""
            yield from ((Token(part, token.bare, told), word) for part in parts)
        place += length


def _several(tokens: Sequence[tuple[Token, str]], place: int) -> tuple[str, int]:
    """Give what several words mean that stand here, and how many they are; "" and 1 for none."""
    if tuple(token.form for token, _ in tokens[place : place + 2]) in _SERVANT_OF_GOD:
        return "abdullah", 2
    return _legal_form(tokens, place)


def _legal_form(tokens: Sequence[tuple[Token, str]], place: int) -> tuple[str, int]:
    """Give the legal form whose words stand here, and how many; "" and 1 for none.

    Letters with which a name begins are initials, unless they are a state's.
    """
    first = _meant(tokens[place][0].form)
    longest = LONGEST_FORMS.get(first, 0)
    for length in range(min(longest, len(tokens) - place), 0, -1):
        words = tuple(_meant(token.form) for token, _ in tokens[place : place + length])
        found = LEGAL_FORMS.get(words, "")
        if found and (place or len(first) > 1 or found in STATES):
            return found, length
    return "", 1


@lru_cache(maxsize=_KEPT)
def _meant(form: str) -> str:
    """Give the long word of a legal form that a word is with one letter wrong, else the word."""
    found = {_WRONG_BY_ONE.get(part) for part in (form, *without_one(form))} - {None}
    return min(word for word in found if word is not None) if found else form


def _encodable(name: str) -> str:
    return name.encode("utf-8", "ignore").decode("utf-8")


@lru_cache(maxsize=_KEPT)
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


@lru_cache(maxsize=_KEPT)
def _apart(form: str) -> tuple[str, ...]:
    """Give the words that are glued into one: "ghiasuddin" is "ghias" and "din"."""
    if form in TRANSLATED or form in WHOLE_NAMES or _SERVANTS.fullmatch(form):
        return (TRANSLATED.get(form, form),)
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
