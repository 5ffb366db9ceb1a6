"""The normal forms under which two spellings count as one name."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

#: Words before a person's name that are no part of it.
HONORIFICS: Final = frozenset(
    {"mr", "mrs", "ms", "dr", "sir", "president", "minister", "general", "gen", "colonel", "col"}
    | {"captain", "capt", "major", "commander", "mullah", "mulla", "mawlawi", "maulvi", "maulana"}
    | {"sheikh", "shaykh", "haji", "hajji", "hafiz", "qari", "ustad"}
)

#: Different words for one kind of site; the rest stand for themselves.
SAME_SITE: Final = {
    "centre": "camp",
    "center": "camp",
    "madrasa": "school",
    "madrassa": "school",
    "madrasah": "school",
    "seminary": "school",
    "depot": "store",
    "stockpile": "store",
    "cache": "store",
    "dump": "store",
}

_APOSTROPHES = re.compile("['’‘ʼ`´ʻʾʿ]")
_POSSESSIVE = re.compile("['’]s(?=\\W|$)")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ARTICLES = re.compile(r"^(?:the )+")
_BOUND = re.compile(r"^(?:up|close) to |^as many as |^at (?:least|most) |^(?:more|fewer) than ")
_ACRONYM = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Z0-9.&-]{1,9}")
_AFTER_HEAD = re.compile(
    r"\s(?:of|for|in|at|on|that|which|who|from|with|to|by|near|across|used|run|where)\s|[,(]"
)
#: Arabic letters that Persian, Pashto and Urdu keyboards write differently.
_ONE_LETTER: Final = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": None})


def normal_text(text: str) -> str:
    """Give the words in lower case, without marks and punctuation, one space between them."""
    letters = text.lower() if text.isascii() else _plain_letters(text)
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", letters))
    return _NOT_A_WORD.sub(" ", bare).strip()


@lru_cache(maxsize=100_000)
def normal_name(name: str) -> str:
    """Give the form under which two spellings are one name; the name itself when it has no words.

    "The Al-Qa'ida" and "al Qaida" have one form; "Al-Qaeda" has another, which the lists know.
    """
    words = _ARTICLES.sub("", normal_text(name))
    return words or name.strip()


def normal_person(name: str) -> str:
    """Give a person's normal name without leading honorifics."""
    words = normal_name(name).split()
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return " ".join(words)


def is_acronym(name: str) -> bool:
    """Say whether a name is made of capitals: "TTP", "ISIL-K", "J.P.C."."""
    return _ACRONYM.fullmatch(name) is not None


def words_to_head(phrase: str) -> list[str]:
    """Give a description's words up to its head, without bounds and what follows the head."""
    return normal_text(_AFTER_HEAD.split(_BOUND.sub("", phrase.lower()))[0]).split()


@lru_cache(maxsize=100_000)
def head_noun(phrase: str) -> str:
    """Give what a description is of, in the singular: "eight new training camps" is "camp".

    What follows the head ("of the network", "in Ghazni") is left out; weapons bases and depots
    are one kind, as are camps and training centres, schools and madrasas.
    """
    words = words_to_head(phrase)
    if not words:
        return normal_text(phrase)
    head = _singular(words[-1])
    if head == "base" and {"weapon", "weapons", "arms", "ammunition"} & set(words):
        head = "depot"
    return SAME_SITE.get(head, head)


def _plain_letters(text: str) -> str:
    """Give the letters in lower case, without marks, in the form that all keyboards share."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(c for c in apart if unicodedata.category(c) not in {"Mn", "Cf"})
    return kept.translate(_ONE_LETTER)


def _singular(word: str) -> str:
    """Give the singular of a regular English plural; other words as they are."""
    if word.endswith("ies") and len(word) > len("dies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
