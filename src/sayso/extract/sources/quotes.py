"""Who goes on speaking in a sentence that is quoted whole and names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.extract.reading import Reading
from sayso.extract.sources.phrases import quoted_words, stays_open
from sayso.extract.sources.sayings import Saying


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what is said in it, what is quoted, and who speaks on from elsewhere.

    Attributes:
        quoted: indices of the words between quotation marks.
        goes_on: the sentence is one quotation that began or ends in another sentence.
        speaker: the sentence and the saying of that quotation; None where nobody is named.
    """

    reading: Reading
    sayings: tuple[Saying, ...]
    quoted: frozenset[int]
    goes_on: bool = False
    speaker: tuple[Reading, Saying] | None = None


def continue_quotations(
    readings: Sequence[Reading], sayings: Sequence[tuple[Saying, ...]]
) -> tuple[Told, ...]:
    """Give each sentence with its speaker from elsewhere, in order.

    A quotation without a cue is the last speaker's of its paragraph, else the next one's; where
    a paragraph is nothing but a quotation it is the last speaker's of the paragraph before.
    """
    told: list[Told] = []
    speaker: tuple[Reading, Saying] | None = None
    pairs = zip(readings, sayings, strict=True)
    for _, paragraph in groupby(pairs, key=lambda p: p[0].sentence.passage.paragraph):
        quoted = _mark_quotations(list(paragraph))
        own = [(t.reading, s) for t in quoted for s in t.sayings if s.content & t.quoted]
        for one in quoted:
            last = [
                p for p in own if p[0].sentence.passage.span < one.reading.sentence.passage.span
            ]
            if one.goes_on:
                found = last[-1] if last else own[0] if own else speaker
                told.append(replace(one, speaker=found))
            else:
                told.append(one)
        speaker = own[-1] if own else (speaker if all(t.goes_on for t in quoted) else None)
    return tuple(told)


def _mark_quotations(paragraph: Sequence[tuple[Reading, tuple[Saying, ...]]]) -> list[Told]:
    """Give the sentences of a paragraph with the words that are quoted in them."""
    told: list[Told] = []
    is_open = False
    for reading, sayings in paragraph:
        sentence = reading.sentence
        quoted = quoted_words(sentence, is_open=is_open)
        words = {t.index for t in sentence.tokens if t.pos not in {"PUNCT", "SPACE"}}
        cued = any(s.head.index not in quoted for s in sayings)
        goes_on = bool(words) and words <= quoted and not cued
        told.append(Told(reading, sayings, quoted, goes_on))
        is_open = stays_open(sentence, is_open=is_open)
    return told
