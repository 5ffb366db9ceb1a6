"""A text and its sentences with what is quoted in them, quotation marks included."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.extract.grammar.extents import NO_WORDS, Words
from sayso.extract.grammar.syntax import Sentence, Token
from sayso.model.ids import Span

_MARK: Final = re.compile(r"[“”«»„]|\"|''|``")
_OPENS: Final = frozenset({"“", "«", "„", "``"})
_CLOSES: Final = frozenset({"”", "»"})
_LINE: Final = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A sentence and the quotations that reach into it.

    Attributes:
        parts: for each quotation, in order, the words of the sentence in it, marks included.
    """

    sentence: Sentence
    parts: tuple[Words, ...]

    @property
    def quoted(self) -> Words:
        """Give all words that are quoted."""
        return NO_WORDS.union(*self.parts)

    def is_quoted(self, word: Token) -> bool:
        """Say whether a word stands between quotation marks."""
        return any(word.index in part for part in self.parts)

    def with_quotations(self, words: Words, outside: Words) -> Words:
        """Give what is said with all of each quotation of which it holds the most.

        Args:
            words: what is said, by the tree.
            outside: the cue and its source, which no quotation of theirs holds.
        """
        for part in self.parts:
            told = {i for i in part if self.sentence.tokens[i].pos != "PUNCT"}
            if not part & outside and 2 * len(told & words) >= max(1, len(told)):
                words |= part
        return words


def pages(sentences: Sequence[Sentence], quoted: Sequence[Span]) -> tuple[Page, ...]:
    """Lay the quotations of a text, in order, at its sentences."""
    found: list[Page] = []
    first = 0
    for sentence in sentences:
        here = sentence.passage.span
        while first < len(quoted) and quoted[first].end <= here.start:
            first += 1
        found.append(Page(sentence, tuple(_parts(sentence, quoted[first:]))))
    return tuple(found)


def _parts(sentence: Sentence, quoted: Sequence[Span]) -> Iterator[Words]:
    """Give the words of a sentence in each quotation that reaches into it."""
    for quotation in quoted:
        if quotation.start >= sentence.passage.span.end:
            return
        words = frozenset(t.index for t in sentence.within(quotation))
        if words:
            yield words


def quotations(text: str) -> Iterator[Span]:
    """Give the quotations of a text in order, marks included, none inside another.

    One that is not closed goes on to the end of its paragraph where it opens with a mark of its
    own or stands first in it; any other stray mark opens nothing.
    """
    for line in _LINE.finditer(text):
        opened: re.Match[str] | None = None
        for mark in _MARK.finditer(text, *line.span()):
            if opened is None:
                opened = None if mark[0] in _CLOSES or _is_inch(text, mark) else mark
            elif mark[0] not in _OPENS:
                yield Span(opened.start(), mark.end())
                opened = None
        if opened is not None and _goes_on(text, line, opened):
            yield Span(opened.start(), line.start() + len(line[0].rstrip()))


def _goes_on(text: str, line: re.Match[str], opened: re.Match[str]) -> bool:
    """Say whether a quotation that its paragraph does not close goes on to the end of it."""
    return opened[0] in _OPENS or not text[line.start() : opened.start()].strip()


def _is_inch(text: str, mark: re.Match[str]) -> bool:
    """Say whether a mark follows a figure, and measures: 6'2"."""
    return mark[0] in {'"', "''"} and text[mark.start() - 1 : mark.start()].isdigit()
