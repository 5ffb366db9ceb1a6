"""Names written in syllables: how those of Koreans are spelt in Latin letters, and which they are.

A Korean syllable has few spellings (성 is "seong", "song" or "sung", never "sang"), by the Revised,
the McCune-Reischauer and the North Korean romanisation and by what people write themselves.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from sayso.match.tables.surnames import CHINESE, KOREAN

#: Words of one or two signs, and the family names of one with which they are a name.
_FAMILIES: Final = (
    (re.compile("[\uac00-\ud7a3]{1,2}"), KOREAN),
    (re.compile("[\u3400-\u9fff]{1,2}"), CHINESE),
)
_FIRST_SYLLABLE, _VOWELS, _CODAS = 0xAC00, 28, 28 * 21
#: Spellings of the first sounds, of the vowels and of the last ones, in the order of the letters. A
#: silent first sound before "i" and "y" may be an old or Northern "r".
_ONSETS: Final = (
    *("g|k", "kk|gg|k|g", "n", "d|t", "tt|dd|d|t", "r|l|n|", "m", "b|p", "pp|bb|b|p", "sh|s"),
    *("ss|s", "", "j|ch", "jj|tch|j|ch", "ch", "k", "t", "p", "h"),
)
_SOFT_ONSET: Final = "r|l|"
_NOUGHT: Final = 11
_VOWEL_SPELLINGS: Final = (
    *("ah?", "ae|ai|ay|e", "yah?", "yae", "eo|o|uh?|oe", "eh?|ey", "yeo|yoh?|you|yu|ye", "yeh?|e"),
    *("oh?", "wah?", "wae", "oe|oi|oy|we", "yoh?", "oo|ou|woo|u|wu", "wo|weo|wuh?", "we", "wi|wee"),
    *("yu|yoo|you", "eu|u|oo", "ui|eui|ee|i|wi", "ee|i|y"),
)
_SOFT_VOWELS: Final = frozenset({2, 3, 6, 7, 12, 17, 20})
_CODA_SPELLINGS: Final = (
    *("", "k|g|c", "k|g", "k|g", "n", "n", "n", "t|d|s", "l|r", "k|g", "m", "l", "l", "l", "p"),
    *("l", "m", "p|b", "p", "t|d|s", "t|d|s", "ng", "t", "t", "k", "t", "p", "t|"),
)
#: Family names that people write otherwise.
_USUAL: Final = {
    "이": "lee|rhee|yi|rhie",
    "박": "park|bark",
    "최": "choi",
    "우": "woo",
    "노": "roh",
}


def syllables_of(words: Sequence[str]) -> Iterator[str]:
    """Give each word of a Chinese or Korean name that is a part of it, as it is written; else "".

    Such a name has a family name of one sign; without one, the words may be a foreign name's.
    """
    named = [script for script, family in _FAMILIES if not family.isdisjoint(words)]
    for word in words:
        yield word if any(script.fullmatch(word) for script in named) else ""


def is_korean(syllables: str) -> bool:
    """Say whether syllables are Korean letters."""
    return bool(syllables) and syllables[0] >= "\uac00"


def spells(latin: str, syllables: str) -> bool:
    """Say whether a word in small Latin letters is a spelling of Korean syllables."""
    return _spellings(syllables).fullmatch(latin) is not None


@lru_cache(maxsize=1 << 12)
def _spellings(syllables: str) -> re.Pattern[str]:
    return re.compile("".join(_syllable(sign) for sign in syllables))


def _syllable(sign: str) -> str:
    number = ord(sign) - _FIRST_SYLLABLE
    onset, vowel, coda = number // _CODAS, number % _CODAS // _VOWELS, number % _VOWELS
    soft = onset == _NOUGHT and vowel in _SOFT_VOWELS
    parts = _SOFT_ONSET if soft else _ONSETS[onset], _VOWEL_SPELLINGS[vowel], _CODA_SPELLINGS[coda]
    usual = f"|{_USUAL[sign]}" if sign in _USUAL else ""
    return f"(?:{''.join(f'(?:{part})' for part in parts)}{usual})"
