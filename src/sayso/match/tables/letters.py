"""Letters of other scripts in Latin ones, where the usual table does not serve names."""

from collections.abc import Mapping
from typing import Final

#: Characters that show nothing (Unicode: default ignorable): they hide a name from a comparison.
INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
)
APOSTROPHES: Final = "'’‘`´ʻʼʾʿ′"
#: Vowel points and other marks that stand within words.
MARKS: Final = "\u0300-\u036f\u05b0-\u05c7\u0610-\u061a\u064b-\u0652\u0670\u0900-\u0dff"

#: Greek and Cyrillic letters that look like Latin ones, to be read as these in a word that also
#: has Latin letters.
LOOKALIKES: Final = str.maketrans(
    "АВЕЅЈКМНОРСТУХІаеорсухіѕјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧνοι",
    "ABESJKMHOPCTYXIaeopcyxisjhdqwABEZHIKMNOPTYXvoi",
)

#: Letters of the Arabic script (Arabic, Persian, Dari, Pashto, Urdu) as lists romanise them; the
#: points are the short vowels.
ARABIC: Final[Mapping[str, str]] = {
    "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0651": "", "\u0652": "", "\u0670": "a",
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ى": "a", "ة": "a",
    "ي": "i", "ی": "i", "و": "v", "ه": "h", "ع": "a", "غ": "gh", "ق": "q", "خ": "kh", "ش": "sh",
    "ث": "th", "ذ": "dh", "ظ": "z", "ض": "d", "ص": "s", "ط": "t", "ح": "h", "ج": "j", "ك": "k",
    "ک": "k", "گ": "g", "چ": "ch", "پ": "p", "ڤ": "v", "ژ": "zh", "ټ": "t", "ډ": "d", "ړ": "r",
    "ښ": "sh", "ږ": "zh", "ڼ": "n", "ۍ": "i", "ې": "e", "ں": "n", "ے": "e", "ھ": "h", "ہ": "h",
}  # fmt: skip
SHORT_VOWELS: Final = frozenset("\u064e\u064f\u0650")
ARABIC_ARTICLE: Final = "ال"
#: The one word that begins with these letters and has no article.
ARABIC_GOD: Final = "الله"

#: Pairs of Greek letters that are one sound.
GREEK: Final = (
    *(("ντ", "d"), ("μπ", "b"), ("γκ", "g"), ("ου", "u")),
    *(("Ντ", "d"), ("Μπ", "b"), ("Γκ", "g"), ("Ου", "u")),
    *(("ΝΤ", "d"), ("ΜΠ", "b"), ("ΓΚ", "g"), ("ΟΥ", "u")),
)
#: Korean names in Latin letters have the voiceless sound where the usual table has the voiced.
HANGUL: Final = str.maketrans("gdbj", "ktpc")
