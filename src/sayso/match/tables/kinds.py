"""Words of names that tell little apart: titles, legal forms, small words."""

from collections.abc import Mapping
from typing import Final

_TITLES: Final = """
mr mrs ms miss dr prof sheikh shaikh shaykh sheik haji hajji hadji mullah mawlawi maulavi mawlana
maulana mufti qari hafiz gen general col colonel major maj capt captain lt sir lord hon president
minister commander amir emir eng engineer sayyid sayed syed ustad imam doctor
"""
_LEGAL_FORMS: Final = """
ltd limited co company corp corporation inc incorporated llc llp lp gmbh ag sa sarl plc pte pvt bv
nv spa srl sas ooo oao zao pao ao jsc pjsc ojsc cjsc group holding holdings joint stock liability
fze fzco fzc fz est establishment trading international intl enterprise enterprises sdn bhd pty
cv rl public private aktsionernoe aktsionernoye obshchestvo obschestvo s ogranichennoi
ogranichennoy otvetstvennostyu
"""
#: Words about names, and numbers' own word.
_ABOUT_NAMES: Final = "alias aka dit nee birth name combat known as no nr number"
_SMALL_WORDS: Final = """
al el ul il bin ibn ben bint ould abu abd abdul abdel de da di del la le les the of and for van von
der den y e i et wa ud ash ad an ar us din allah
"""
#: Short forms as they are written out.
WRITTEN_OUT: Final[Mapping[str, str]] = {
    "co": "company",
    "ltd": "limited",
    "corp": "corporation",
    "inc": "incorporated",
    "intl": "international",
    "bros": "brothers",
}
#: Names that look like two words glued together, and are one.
WHOLE_NAMES: Final = frozenset({"abdullah", "abdallah", "abdulla", "abdulah", "abdalla"})
_TITLE: Final = 0.25
_LEGAL: Final = 0.35
_SMALL: Final = 0.15
_INITIAL: Final = 0.3

_WEIGHTS: Final[Mapping[str, float]] = {
    **dict.fromkeys(_ABOUT_NAMES.split(), _LEGAL),
    **dict.fromkeys(_LEGAL_FORMS.split(), _LEGAL),
    **dict.fromkeys(_TITLES.split(), _TITLE),
    **dict.fromkeys(_SMALL_WORDS.split(), _SMALL),
}


def kind_weight(form: str) -> float:
    """Give what a word weighs by its kind, against another word as rare: 1 unless it is small."""
    return _WEIGHTS.get(form, _INITIAL if len(form) == 1 else 1.0)
