"""What the words of a sentence say: its own, those that it quotes, and how surely it says them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from re import Pattern
from typing import Final

from sayso.model.vocabulary import FindingStatus
from sayso.views.wording.texts import texts_of

#: The program's own sentences that only point to words which stand elsewhere.
_POINTING: Final = (
    "also",
    "carried",
    "withdrawn",
    "further_replies",
    "asked",
    "assessed",
    "confidence",
    "recalled",
)
_LOOKED_FOR: Final = (
    "likelihood",
    "confidence",
    "sure",
    "attributed",
    "says",
    "tells",
    "said_by",
    "clause",
    "hedged",
    "several",
    "says_no",
    "denies",
)
_OPENING, _CLOSING = "“„«", "”»"
_STRAIGHT: Final = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What words of a language say, as patterns to search a sentence of the brief for.

    Attributes:
        likelihood: ICD 203's words, and a likelihood as a figure.
        sure: a sureness that only corroboration bears.
        attributed: that somebody says it.
        says: the verb after who says it.
        tells: what says, after that verb, that all that follows is what is said.
        said_by: what stands right before who says it.
        clause: what stands before the first word of a clause.
        hedged: that it is not said as certain.
        several: that more than one source says it.
        says_no: any word with which something can be said not to be so.
        points: sentences, in the forms that the program writes, that only point to others.
        standing: beside a name, in brackets.
        statuses: the name of each by its value.
    """

    likelihood: Pattern[str]
    confidence: Pattern[str]
    sure: Pattern[str]
    attributed: Pattern[str]
    says: Pattern[str]
    tells: Pattern[str]
    said_by: Pattern[str]
    clause: Pattern[str]
    hedged: Pattern[str]
    several: Pattern[str]
    says_no: Pattern[str]
    denies: Pattern[str]
    points: Pattern[str]
    standing: str
    statuses: Mapping[str, str]


@cache
def wording_of(language: str) -> Wording:
    """Give the patterns of a language."""
    texts = texts_of(language)
    words = {name: re.compile(texts.say(f"lint.{name}"), re.IGNORECASE) for name in _LOOKED_FOR}
    pointing = [texts.pattern(f"sentence.{name}") for name in _POINTING]
    listed = texts.pattern("standing.possible").replace(":", "").replace(".+?", "[^()]+")
    regime = texts.pattern("standing.regime").replace(".+?", "[^()]+")
    not_listed = re.escape(texts.say("standing.not_listed"))
    return Wording(
        points=re.compile(rf"^(?:{'|'.join(pointing)})|{texts.say('lint.otherwise')}"),
        standing=rf" \(({not_listed}|{listed}|{regime}|[^()\s]+[^()]*\d[^()]*)\)",
        statuses={status.value: texts.say(f"status.{status.value}") for status in FindingStatus},
        **words,
    )


def quoted(text: str) -> tuple[str, ...]:
    """Give what stands in quotation marks, the outermost ones, in order."""
    return tuple(piece for is_quoted, piece in _pieces(text) if is_quoted)


def own_words(text: str) -> str:
    """Give a sentence without what it quotes: each quotation is an ellipsis."""
    return "".join("…" if is_quoted else piece for is_quoted, piece in _pieces(text))


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Give the runs inside and outside quotation marks; one that is not closed is outside."""
    depth = start = 0
    for place, letter in enumerate(text):
        if letter in _OPENING:
            if depth == 0:
                yield from _straight(text[start:place])
                start = place + 1
            depth += 1
        elif letter in _CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield True, text[start:place]
                start = place + 1
    yield from _straight(text[start:])


def _straight(text: str) -> Iterator[tuple[bool, str]]:
    place = 0
    for found in _STRAIGHT.finditer(text):
        yield False, text[place : found.start()]
        yield True, found[1]
        place = found.end()
    yield False, text[place:]
