"""Runs of capitalised words in a sentence, each of which may be a name."""

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.names.lexicon import Words, alternatives, heads, table
from sayso.extract.names.shapes import is_plain_word
from sayso.extract.where_when.places import POSSESSIVE
from sayso.model.documents import Passage

CAPITALISED = r"[^\W\d_][\w'’ʿʾ]*"
PART = re.compile(CAPITALISED)
#: Points of the compass begin names of places and bodies, though also sentences.
COMPASS = frozenset(
    {
        *("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"),
        *("Central", "Upper", "Lower", "Greater"),
    }
)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, by their place in a passage.

    Attributes:
        begins: nothing stands before it, so that its first capital tells nothing.
        title: a word with a capital before it that is no part of it ("Judge"), or "".
    """

    passage: Passage
    start: int
    end: int
    begins: bool
    title: str = ""

    @property
    def text(self) -> str:
        """Give the words."""
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """Give what stands before the words, and before their title, in the passage."""
        before = self.passage.text[: self.start]
        return before.removesuffix(f"{self.title} ") if self.title else before

    @property
    def after(self) -> str:
        """Give what stands after the words in the passage."""
        return self.passage.text[self.end :]

    @property
    def words(self) -> list[str]:
        """Give the words one by one; those of a hyphen are one."""
        return self.text.split()


@functools.cache
def clue_lists() -> Words:
    """Give the lists of the table of clues by their names."""
    return {name: frozenset(words) for name, words in tomllib.loads(table("clues")).items()}


def clue_words(name: str) -> frozenset[str]:
    """Give one list of the table of clues."""
    return clue_lists()[name]


@functools.cache
def run_pattern() -> re.Pattern[str]:
    """Give the pattern of capitalised words with small particles between them."""
    small = alternatives(clue_words("particles"))
    inside = r"\s(?:[A-Z]\.\s?)+(?=[A-Z])|\s[“\"][\w.]+[”\"]\s"  # "John F. Smith", "Al “Big” Smith"
    link = rf"(?:{inside}|\s|-|\s(?:{small})[\s-]|-(?:{small})-|\s&\s)"
    first = rf"(?:(?:{small})-)?{CAPITALISED}"
    return re.compile(rf"(?<![\w'’-]){first}(?:{link}{CAPITALISED})*")


def runs_in(passage: Passage) -> Iterator[Run]:
    """Give the runs of a passage in order, without plain words, titles and genitives."""
    for match in run_pattern().finditer(passage.text):
        for start, end in stretches(passage.text, match):
            run = trimmed(passage, start, end)
            if run is not None:
                yield run


def stretches(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give the parts of a match in capitals, cut after genitives and at words in small letters."""
    start: int | None = None
    end = 0
    for part in PART.finditer(text, *match.span()):
        word = POSSESSIVE.sub("", part.group()).rstrip("'’")
        if word[0].isupper():
            start = part.start() if start is None else start
            end = part.start() + len(word)
        elif word not in clue_words("particles"):
            if start is not None and start < end:
                yield start, end
            start = None
        elif start is None and text[part.end() : part.end() + 1] == "-":
            start = end = part.start()  # "al-Qishni"
        if start is not None and len(word) < len(part.group()):
            yield start, end
            start = None
    if start is not None and start < end:
        yield start, end


def trimmed(passage: Passage, start: int, end: int) -> Run | None:
    """Give a run without the plain words and the title that it begins with."""
    text, title = passage.text, ""
    first = start == 0
    while True:
        word = text[start:end].split(" ", 1)[0]
        rest = start + len(word) + 1
        is_title = is_role(word) and rest < end
        if not is_title and (not is_plain_word(word) or (word in COMPASS and rest < end)):
            break
        title = word if is_title else title
        start = rest
        if start >= end:
            return None
    return Run(passage, start, end, begins=first and start == 0, title=title)


def is_role(word: str) -> bool:
    """Say whether a capitalised word is a title before a name: "Prosecutor", "Judge"."""
    return word.casefold() in heads().titles
