"""Words of names that tell little apart: titles, legal forms, small words."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from sayso.match.tables.firms import TRANSLATED

_TITLES: Final = """
mr mrs ms miss dr prof sheikh shaikh shaykh sheik haji hajji hadji mullah mawlawi maulavi mawlana
maulana mufti qari hafiz gen general col colonel major maj capt captain lt sir lord hon president
minister commander amir emir eng engineer sayyid sayed syed ustad imam doctor
"""
_LEGAL_FORMS: Final = """
jsc llc lp plc kg company corporation incorporated llp sas pte pvt pao group holding fze fzco fzc fz
est establishment trade international enterprise pty cv rl public private rt sirketi ad sti
"""
#: Words about names, and numbers' own word.
_ABOUT_NAMES: Final = "alias aka dit nee birth name combat known as no nr number"
_SMALL_WORDS: Final = """
al el ul il bin ibn ben bint ould abu abd abdul abdel de da di del la le les the of and for van von
der den y e i et wa ud ash ad an ar us din allah
za und och og pour per para dlya fur zur dem des dos das della delle degli dei het az tou ton ze nad
pri after named imeni by name
"""
#: Names that look like two words glued together, and are one.
WHOLE_NAMES: Final = frozenset({"abdullah", "abdallah", "abdulla", "abdulah", "abdalla"})
_TITLE: Final = 0.25
_LEGAL: Final = 0.35
_SMALL: Final = 0.15
_INITIAL: Final = 0.3
#: A word of many bodies says less than a family name that as few bear.
_DESCRIBING: Final = 0.6
#: There are four hundred Chinese syllables for all names: few lists show how many bear each.
_SYLLABLE_WEIGHS: Final = 0.75
_SYLLABLE: Final = re.compile(
    "(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou"
    "|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)"
)

_WEIGHTS: Final[Mapping[str, float]] = {
    **dict.fromkeys(filter(str.isalpha, TRANSLATED.values()), _DESCRIBING),
    **dict.fromkeys(_ABOUT_NAMES.split(), _LEGAL),
    **dict.fromkeys(_LEGAL_FORMS.split(), _LEGAL),
    **dict.fromkeys(_TITLES.split(), _TITLE),
    **dict.fromkeys(_SMALL_WORDS.split(), _SMALL),
}


def kind_weight(form: str) -> float:
    """Give what a word weighs by its kind, against another word as rare: 1 unless it is small."""
    if form in _WEIGHTS:
        return _WEIGHTS[form]
    if len(form) == 1:
        return _INITIAL if form.isalpha() else 1.0
    return _SYLLABLE_WEIGHS if is_syllable(form) else 1.0


@lru_cache(maxsize=1 << 15)
def is_syllable(form: str) -> bool:
    """Say whether a word could be one syllable of a Chinese name in Latin letters."""
    return _SYLLABLE.fullmatch(form) is not None
