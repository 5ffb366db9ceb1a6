"""Letters of other scripts in Latin ones, where the usual table does not serve names."""

from collections.abc import Mapping
from typing import Final

#: Characters that show nothing (Unicode: default ignorable): they hide a name from a comparison.
INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
)
APOSTROPHES: Final = "'’‘`´ʻʼʾʿ′"
#: Vowel points and other marks that stand within words, also those of Thai, Burmese and Khmer.
MARKS: Final = (
    "\u0300-\u036f\u05b0-\u05c7\u0610-\u061a\u064b-\u0652\u0670\u0711\u0730-\u074a\u07a6-\u07b0"
    "\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f71-\u0f84\u0f90-\u0fbc\u102b-\u103e\u17b4-\u17d3"
)

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
#: The sounds of a Korean syllable as lists write the names of Koreans, in Unicode's order.
HANGUL_FIRST: Final = (
    *("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t"),
    *("p", "h"),
)
HANGUL_VOWELS: Final = (
    *("a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we"),
    *("wi", "yu", "u", "ui", "i"),
)
HANGUL_LAST: Final = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p"),
    *("t", "t", "ng", "t", "t", "k", "t", "p", "t"),
)

#: Hebrew letters by where in a word they stand; the usual table has each as it sounds within.
HEBREW: Final[Mapping[str, Mapping[str, str]]] = {
    "first": {"א": "a", "ע": "a", "וו": "v", "ו": "v", "י": "y", "ב": "b", "פ": "p", "כ": "k"},
    "last": {"ה": "a", "וב": "ov", "ב": "v", "ו": "o", "ף": "f", "ך": "kh"},
    "within": {"וו": "v", "יי": "ai", "ו": "u", "י": "i", "ב": "b", "פ": "p", "כ": "k",
               "א": "a", "ע": "a", "ח": "h"},
}  # fmt: skip

#: Small kana give the one before them another vowel: "ti" is written "te" and a small "i".
KANA_SMALL_VOWELS: Final[Mapping[str, str]] = dict(
    zip("ァィゥェォぁぃぅぇぉ", "aiueo" * 2, strict=True)
)
KANA_GLIDES: Final[Mapping[str, str]] = {
    "ャ": "ya", "ュ": "yu", "ョ": "yo", "ゃ": "ya", "ゅ": "yu", "ょ": "yo"
}  # fmt: skip
#: A name with one of these is no Japanese one; its consonants that end or meet are written with a
#: vowel that is not spoken.
KANA_FOREIGN: Final = frozenset("ーァィゥェォヴッ")
KANA_UNSPOKEN: Final = frozenset("スルクトドムフズグブプツ")

#: Characters that write foreign names in Chinese, where what they are used for is not how they are
#: read; a name of three and more with one of the signs is taken for foreign.
HAN_FOREIGN: Final[Mapping[str, str]] = {
    **dict.fromkeys("爾尔", "r"), **dict.fromkeys("斯絲丝思", "s"), **dict.fromkeys("特", "t"),
    **dict.fromkeys("克", "k"), **dict.fromkeys("德", "d"), **dict.fromkeys("夫弗", "f"),
    **dict.fromkeys("普", "p"), **dict.fromkeys("布", "b"), **dict.fromkeys("格", "g"),
    **dict.fromkeys("勒", "l"), **dict.fromkeys("姆", "m"), **dict.fromkeys("茨", "ts"),
    **dict.fromkeys("茲兹", "z"), **dict.fromkeys("恩", "en"), **dict.fromkeys("什", "sh"),
    **dict.fromkeys("加", "ga"), **dict.fromkeys("基", "ki"), **dict.fromkeys("金", "kin"),
    **dict.fromkeys("蒂", "ti"), **dict.fromkeys("迪", "di"), **dict.fromkeys("日", "zh"),
    **dict.fromkeys("羅罗", "ro"), **dict.fromkeys("里", "ri"), **dict.fromkeys("雷", "re"),
    **dict.fromkeys("魯鲁", "ru"), **dict.fromkeys("喬乔", "jo"), **dict.fromkeys("傑杰", "je"),
    **dict.fromkeys("華华", "wa"), **dict.fromkeys("伊", "i"), **dict.fromkeys("艾", "e"),
    **dict.fromkeys("熱热", "re"), **dict.fromkeys("瑞", "ri"), **dict.fromkeys("休許许", "hu"),
}  # fmt: skip
HAN_SIGNS: Final = frozenset(
    "爾尔斯絲丝克特德夫弗普布格勒姆茨茲兹恩什蒂迪拉羅罗里魯鲁尼維维埃阿萊莱奧奥瓦薩萨諾诺莉娜卡塔"
)
#: How Chinese syllables begin in Latin letters → the sound that foreign names have there.
PINYIN: Final = (("ch", "ch"), ("x", "sh"), ("q", "ch"), ("c", "ts"))
