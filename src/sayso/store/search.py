"""Turns a user's words into a full-text query that can never be malformed."""

import re
import unicodedata

from sayso.errors import BadInput

MOST_WORDS = 50

#: "an exact phrase", or a run without blanks.
_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')

#: Letters that Arabic and Persian write with different signs: words are looked for both ways.
_PERSIAN = str.maketrans("يىك", "ییک")
_ARABIC = str.maketrans("یک", "يك")


def match_of(query: str) -> str:
    """Give the FTS5 expression for passages that hold every word and "exact phrase" of a query.

    A word that ends in * stands for all words that begin so.

    Raises:
        BadInput: the query has no words, or too many.
    """
    found = [phrase or word for phrase, word in _PHRASE_OR_WORD.findall(query.replace("\0", " "))]
    terms = [_term(words) for words in found if any(map(str.isalnum, words))]
    if not terms:
        raise BadInput(f"no words to search for in {query!r}: give at least one letter or figure")
    if len(terms) > MOST_WORDS:
        raise BadInput(f"{len(terms)} words to search for: give at most {MOST_WORDS}")
    return " AND ".join(terms)


def _term(words: str) -> str:
    """Quote words, so that none is an operator, in each way in which they may be spelt."""
    plain = "".join(sign for sign in words if not _is_vowel_sign(sign))
    spellings = (words, plain, plain.translate(_PERSIAN), plain.translate(_ARABIC))
    star = "*" if words.endswith("*") else ""
    return "(" + " OR ".join(f'"{spelling}"{star}' for spelling in dict.fromkeys(spellings)) + ")"


def _is_vowel_sign(sign: str) -> bool:
    return "ARABIC" in unicodedata.name(sign, "") and unicodedata.combining(sign) > 0
