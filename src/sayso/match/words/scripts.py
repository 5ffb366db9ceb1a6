"""Words of other scripts in Latin letters, by rules where the usual table does not serve names."""

import re
import unicodedata
from itertools import pairwise
from typing import Final

from anyascii import anyascii

from sayso.match.tables.letters import (
    ARABIC,
    GREEK,
    HAN_FOREIGN,
    HAN_SIGNS,
    HANGUL_FIRST,
    HANGUL_LAST,
    HANGUL_VOWELS,
    HEBREW,
    KANA_FOREIGN,
    KANA_GLIDES,
    KANA_SMALL_VOWELS,
    KANA_UNSPOKEN,
    PINYIN,
)

_ARABIC_SCRIPT: Final = re.compile("[\u0600-\u06ff]")
_HEBREW_SCRIPT: Final = re.compile("[\u0590-\u05ff]")
_GREEK_SCRIPT: Final = re.compile("[\u0370-\u03ff]")
_HANGUL_SCRIPT: Final = re.compile("[\uac00-\ud7a3]")
_KANA_SCRIPT: Final = re.compile("[\u3041-\u30ff]")
_HAN_SCRIPT: Final = re.compile("^[\u3400-\u9fff]+$")

_SYLLABLES, _VOWELS, _CODAS = 0xAC00, 28, 28 * 21
_EU, _NO_CODA, _R, _L, _NONE = 18, 0, 5, 8, 11
#: Longer Korean names of one word do not exist.
_LONGEST_KOREAN: Final = 3
_SHORTEST_FOREIGN_HAN: Final = 3
_KANA_SMALL: Final = frozenset((*KANA_SMALL_VOWELS, *KANA_GLIDES))
_LONG_A: Final = re.compile("(?<=[ァアカサタナハマヤラワガザダバパャ])ー")


def ascii_of(text: str) -> str:
    """Give a text with each character in the ASCII letters that are nearest to it."""
    return anyascii(text)


def latin_of(word: str) -> str:
    """Give a word in Latin letters; marks and letters that say nothing may remain."""
    return next((read(word) for script, read in _SCRIPTS if script.search(word)), ascii_of(word))


def _of_arabic(word: str) -> str:
    return "".join(ARABIC[c] if c in ARABIC else ascii_of(c) for c in word)


def _of_greek(word: str) -> str:
    word = unicodedata.normalize("NFC", word)
    for pair, sound in GREEK:
        word = word.replace(pair, sound)
    return ascii_of(word)


def _of_hebrew(word: str) -> str:
    """Give a Hebrew word: some letters sound otherwise first, last, or doubled."""
    for place, letter in HEBREW["first"].items():
        word = re.sub(f"^{place}", letter, word)
    for place, letter in HEBREW["last"].items():
        word = re.sub(f"{place}$", letter, word)
    for place, letter in HEBREW["within"].items():
        word = word.replace(place, letter)
    return ascii_of(word)


def _of_hangul(word: str) -> str:
    """Give a Korean word; a foreign name keeps its voiced sounds, and no vowel that none spoke."""
    signs = [ord(c) - _SYLLABLES for c in word if _HANGUL_SCRIPT.match(c)]
    unspoken = {n for n in signs if _is_unspoken(n)}
    if not unspoken and len(signs) <= _LONGEST_KOREAN:
        return "".join(_syllable(number) for number in signs)
    latin = [ascii_of(c).lower() for c in word]
    for place, c in enumerate(word):
        number = ord(c) - _SYLLABLES
        if number in unspoken:
            latin[place] = latin[place].removesuffix("eu")
        if number // _CODAS == _R and not (place and _coda(word[place - 1]) == _L):
            latin[place] = "r" + latin[place].lstrip("lr")
    return re.sub("([bcdfghjkmnprstz])eo$", r"\1er", "".join(latin)).replace("eo", "o")


def _syllable(number: int) -> str:
    """Give a syllable as the names of Koreans are written: the first sound is voiceless."""
    onset, vowel, coda = number // _CODAS, number % _CODAS // _VOWELS, number % _VOWELS
    return HANGUL_FIRST[onset] + HANGUL_VOWELS[vowel] + HANGUL_LAST[coda]


def _is_unspoken(syllable: int) -> bool:
    """Say whether a syllable is a consonant alone, with the vowel that it must be written with."""
    onset, vowel, coda = syllable // _CODAS, syllable % _CODAS // _VOWELS, syllable % _VOWELS
    return vowel == _EU and coda == _NO_CODA and onset != _NONE


def _coda(c: str) -> int:
    return (ord(c) - _SYLLABLES) % _VOWELS if _HANGUL_SCRIPT.match(c) else _NO_CODA


def _of_kana(word: str) -> str:
    """Give a Japanese word: small letters belong to the one before; a doubling is left out."""
    foreign = not KANA_FOREIGN.isdisjoint(word)
    parts: list[str] = []
    for c, after in pairwise(_LONG_A.sub("ル", word) + " "):
        before = parts[-1] if parts else ""
        if before and c in KANA_SMALL_VOWELS:
            parts[-1] = ("w" if before == "u" else before[:-1]) + KANA_SMALL_VOWELS[c]
        elif before and c in KANA_GLIDES:
            stem = before[:-1]
            hissed = stem.endswith(("sh", "ch", "j"))
            parts[-1] = stem + KANA_GLIDES[c][hissed:]
        elif c in "ーッっ":
            continue
        elif foreign and c in KANA_UNSPOKEN and after not in _KANA_SMALL | {"ー"}:
            parts.append(ascii_of(c)[:-1])
        else:
            parts.append(ascii_of(c))
    return "".join(parts)


def _of_han(word: str) -> str:
    """Give a name in Chinese characters; a foreign one by the sounds that these are used for."""
    if len(word) < _SHORTEST_FOREIGN_HAN or HAN_SIGNS.isdisjoint(word):
        return ascii_of(word)
    return "".join(HAN_FOREIGN.get(c) or _sound_of_han(c) for c in word)


def _sound_of_han(c: str) -> str:
    pinyin = ascii_of(c).lower()
    return next((sound + pinyin[len(p) :] for p, sound in PINYIN if pinyin.startswith(p)), pinyin)


_SCRIPTS: Final = (
    (_HEBREW_SCRIPT, _of_hebrew),
    (_ARABIC_SCRIPT, _of_arabic),
    (_HANGUL_SCRIPT, _of_hangul),
    (_KANA_SCRIPT, _of_kana),
    (_HAN_SCRIPT, _of_han),
    (_GREEK_SCRIPT, _of_greek),
)
