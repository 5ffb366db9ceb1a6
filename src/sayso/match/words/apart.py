"""Names that are written without the spaces between their words."""

import re
from itertools import pairwise
from typing import Final

from sayso.match.tables.letters import HAN_SIGNS
from sayso.match.tables.surnames import CHINESE, KOREAN, KOREAN_GIVEN

#: "HassanMadadi", "HassanMADADI", "AlTikriti": two words, the first long enough to be no "Mc".
_SEAM: Final = re.compile("([A-Z]?[a-z]{2,}|Al|El)([A-Z][a-z]{2,}|[A-Z]{3,})")
_HAN_NAME: Final = re.compile("[\u3400-\u9fff]{2,3}")
_KOREAN_NAME: Final = re.compile("[\uac00-\ud7a3]{3}")
#: An article of the Arabic script within a word, or a "father of" with which it begins.
_ARTICLE: Final = re.compile("(?<=[\u0620-\u06d3]{3})(?=ال[\u0620-\u06d3]{3})")
_FATHER: Final = re.compile("(?<=^ابو)(?=[\u0620-\u06d3]{3})|(?<=^أبو)(?=[\u0620-\u06d3]{3})")


def parts_of(word: str) -> tuple[str, ...]:
    """Give the words that a written one is made of, in order; itself if it is but one."""
    if word.isascii():
        found = _SEAM.fullmatch(word)
        return found.groups() if found else (word,)
    if _HAN_NAME.fullmatch(word) and word[0] in CHINESE and HAN_SIGNS.isdisjoint(word[1:]):
        return word[0], word[1:]
    if _KOREAN_NAME.fullmatch(word) and word[0] in KOREAN and KOREAN_GIVEN.issuperset(word[1:]):
        return tuple(word)
    places = {found.start() for seam in (_ARTICLE, _FATHER) for found in seam.finditer(word)}
    return _cut(word, sorted(places))


def _cut(word: str, places: list[int]) -> tuple[str, ...]:
    return tuple(word[a:b] for a, b in pairwise([0, *places, len(word)]))
