"""The names in one field of a list: split where it holds several, each with its script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Final

#: First word of a letter's Unicode name → ISO 15924.
_SCRIPTS: Final[Mapping[str, str]] = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "CYRILLIC": "Cyrl",
    "CJK": "Hani",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "DEVANAGARI": "Deva",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "ETHIOPIC": "Ethi",
    "THAI": "Thai",
}
#: "; ", or the " b) " of an enumeration, between two names.
_BETWEEN: Final = re.compile(r";\s*|\s[b-z]\)\s+")
_SCRIPT_REMARK: Final = re.compile(r"\(\s*original script\s*\)|original script:\s*", re.IGNORECASE)
_EDGES: Final = ' ,;"“”‘'


def script_of(text: str) -> str | None:
    """Give the ISO 15924 code of most of its letters; None without letters of a known script."""
    if text.isascii():
        return "Latn" if any(c.isalpha() for c in text) else None
    words = (unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha())
    scripts = Counter(_SCRIPTS[word] for word in words if word in _SCRIPTS)
    return scripts.most_common(1)[0][0] if scripts else None


def split_names(field: str) -> tuple[str, ...]:
    """Give the names in a field, in order, each once; white space is made even.

    A bracket is opened when it holds several names or a name in another script:
    "حسن غول (Hassan Ghul; Hassan Gul)" is three names. Any other bracket stays with its name:
    "Tehrik-e Taliban Pakistan (TTP)" is one. Nothing but punctuation gives no name.
    """
    even = _trimmed(" ".join(_SCRIPT_REMARK.sub(" ", field).split()))
    head, inside = _bracket(even)
    apart = ";" in inside or script_of(inside) not in {None, script_of(head)}
    if inside and head and apart:
        return _once(split_names(head) + split_names(inside))
    return _once(_BETWEEN.split(even))


def _bracket(text: str) -> tuple[str, str]:
    """Give a text apart from its last outermost bracket, and what that bracket holds."""
    if not text.endswith(")"):
        return text, ""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth == 0:
            return text[:place].strip(), text[place + 1 : -1].strip()
    return text, ""


def _once(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    trimmed = (_trimmed(name) for name in names)
    return tuple(dict.fromkeys(name for name in trimmed if any(c.isalnum() for c in name)))


def _trimmed(name: str) -> str:
    """Take quotation marks and separators off both ends; a lone ’ may belong to the name."""
    name = name.strip(_EDGES).removeprefix(")").lstrip(_EDGES)
    return name.removesuffix("’").rstrip(_EDGES) if "‘" in name else name
