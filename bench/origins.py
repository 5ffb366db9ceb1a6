"""Which group of names a name belongs to, by its letters: a coarse sort, to compare false alerts.

It says nothing about a person. A name with a letter outside the Latin alphabet is of its script;
another of the first group whose words, endings or letters it has; any other is "latin, other".
"""

import re
import unicodedata
from typing import Final

#: Names of scripts as Unicode's character names begin, that are one group.
_TOGETHER: Final = {"HIRAGANA": "cjk", "KATAKANA": "cjk", "CJK": "cjk", "HANGUL": "hangul"}
_SIGNS: Final = {
    "latin, arabic or persian": (
        r"\b(al|el|abd\w*|abu|bin|ibn|m[ou]ham+[ae]d|ahm[ae]d|ali|huss?[ae]in|has+an|syed|seyed"
        r"|khan|mahmo?ud|omar|yusuf|ibrahim|ismail)\b|(ullah|uddin|zadeh?|pour|nejad|abadi)\b"
    ),
    "latin, slavic": (
        r"(ov|ova|ev|eva|yev|ski|ska|sky|skiy|skaya|enko|chuk|vich|vic|vna|czyk|ić|[oó]w)\b"
        r"|[řěůłśźďť]"
    ),
    "latin, east asian": (
        r"\b(wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|lin|kim|park|choi|jung|lee"
        r"|nguyen|tran|pham|tanaka|suzuki|sato|yamada|watanabe)\b"
    ),
    "latin, turkish": r"[ğş]|(?-i:[ıİ])|\b(demir|kaya)\b|türk\b",
    "latin, iberian": (
        r"(ez|inho|eira|eiro)\b|[ñãõ]"
        r"|\b(da|dos|silva|santos|garcia|garcía|costa|souza|sousa|lima|gomes|pereira|torres)\b"
    ),
    "latin, german": r"(mann|berg|burg|stein|me[iy]er|schulz|gmbh)\b|[äöüß]|\b(herr|frau)\b",
}
_GROUPS: Final = {group: re.compile(signs, re.IGNORECASE) for group, signs in _SIGNS.items()}


def origin_of(name: str) -> str:
    """Give the group of a name."""
    scripts = [unicodedata.name(c, "").split(" ")[0].split("-")[0] for c in name if c.isalpha()]
    other = [script for script in scripts if script != "LATIN"]
    if other:
        return _TOGETHER.get(other[0], other[0].lower())
    return next((group for group, signs in _GROUPS.items() if signs.search(name)), "latin, other")
