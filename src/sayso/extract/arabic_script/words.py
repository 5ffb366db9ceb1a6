"""Words of a text in Arabic script, each with the readings that glued letters leave open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.extract.arabic_script.letters import ARTICLE, fold, table

#: Letters and digits with the marks and joiners between them.
_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d])*")
#: What stays when letters are taken off must be at least so long; letters.
_SHORTEST: Final = 3
#: "For" and the article are written as two lams: the article's alef is gone.
_LAM: Final = "ل"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: without some letters that may be glued on.

    Attributes:
        start: in code points of the text, after the glued letters.
        added: what the word has lost in writing and is read with: the alef of the article, or "".
    """

    start: int
    added: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place in the text; its readings, the whole word first."""

    start: int
    end: int
    folded: str
    readings: tuple[Reading, ...]


def words_in(text: str) -> tuple[Word, ...]:
    """Give the words of a text in order."""
    return tuple(
        Word(m.start(), m.end(), fold(m[0]), tuple(_readings(m[0], m.start())))
        for m in _WORD.finditer(text)
    )


@cache
def glued() -> tuple[frozenset[str], frozenset[str]]:
    """Give the letters that are written onto the next word, outer and inner ones."""
    letters = table("words")["glued"]
    return frozenset(letters["first"]), frozenset(letters["second"])


def _readings(word: str, start: int) -> Iterator[Reading]:
    yield Reading(start)
    for count in _taken_off(word):
        rest = word[count:]
        if rest.startswith(_LAM) and word[count - 1] == _LAM:
            yield Reading(start + count, ARTICLE[0])
        yield Reading(start + count)


def _taken_off(word: str) -> Sequence[int]:
    """Give how many letters may be glued on at the beginning: of one kind, or of both."""
    outer, inner = glued()
    found = [1] if word[0] in outer | inner else []
    if word[0] in outer and word[1:2] and word[1] in inner:
        found.append(2)
    return [count for count in found if len(fold(word[count:])) >= _SHORTEST]
