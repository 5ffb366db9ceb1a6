"""Who goes on speaking in a sentence that is quoted whole and names nobody."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from sayso.extract.grammar.syntax import Token
from sayso.extract.parsing.stand_ins import LABEL
from sayso.extract.reading import Reading
from sayso.extract.sources.phrases import quoted_words, stays_open
from sayso.extract.sources.saying import Saying
from sayso.extract.sources.sayings import find_opening
from sayso.extract.wording.stances import PLAIN
from sayso.model.ids import Span

#: A sentence and the saying in it.
Speaker = tuple[Reading, Saying]
#: Labels of turns that name nobody.
_TURNS: Final = frozenset({"Q", "A", "Question", "Answer", "QUESTION", "ANSWER", "Reporter"})
#: A text with so many labels is a transcript.
_LABELS_OF_A_TRANSCRIPT: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what is said in it, what is quoted, and who speaks on from elsewhere.

    Attributes:
        quoted: indices of the words between quotation marks.
        goes_on: the sentence is part of a quotation or speech that began or ends in another one.
        speaker: the sentence and the saying of that quotation; None where nobody is named.
    """

    reading: Reading
    sayings: tuple[Saying, ...]
    quoted: frozenset[int]
    goes_on: bool = False
    speaker: Speaker | None = None


def continue_quotations(
    readings: Sequence[Reading], sayings: Sequence[tuple[Saying, ...]]
) -> tuple[Told, ...]:
    """Give each sentence with its speaker from elsewhere, in order.

    A quotation without a cue is the last speaker's of its paragraph, else the next one's; where
    a paragraph is nothing but a quotation it is the last speaker's of the paragraph before. What
    follows "the minister said:" without quotation marks is the minister's to the end.
    """
    told: list[Told] = []
    speaker: Speaker | None = None
    pairs = zip(readings, sayings, strict=True)
    for _, paragraph in groupby(pairs, key=lambda p: p[0].sentence.passage.paragraph):
        quoted = _mark_quotations(list(paragraph))
        own = [
            (t.reading, s)
            for t in quoted
            for s in t.sayings
            if s.content & t.quoted and s.head.index not in t.quoted and not _is_told(s, t)
        ]
        told.extend(replace(t, speaker=_speaker_of(t, own, speaker)) for t in quoted)
        announced = find_opening(quoted[-1].reading)
        if announced is not None:
            speaker = (quoted[-1].reading, announced)
        elif own or not all(t.goes_on for t in quoted):
            speaker = own[-1] if own else None
    labels = find_labels(readings)
    if len(labels) >= _LABELS_OF_A_TRANSCRIPT:
        return tuple(_give_turns(told, labels))
    return tuple(_give_speeches(told))


def _is_told(saying: Saying, told: Told) -> bool:
    """Say whether a cue is itself part of what somebody else says in its sentence."""
    return any(saying.head.index in other.content for other in told.sayings if other != saying)


def _speaker_of(told: Told, own: Sequence[Speaker], before: Speaker | None) -> Speaker | None:
    """Give whose a quotation without a cue is: the last speaker's, else the next one's."""
    if not told.goes_on:
        return None
    here = told.reading.sentence.passage.span
    last = [speaker for speaker in own if speaker[0].sentence.passage.span < here]
    return last[-1] if last else own[0] if own else before


def _give_speeches(told: Sequence[Told]) -> Iterator[Told]:
    """Give what follows an announcement ("the minister said:") to who was announced."""
    speaker: Speaker | None = None
    is_new = False
    for one in told:
        if is_new and one.quoted:  # quotation marks say where the speech ends
            speaker = None
        announced = find_opening(one.reading)
        inside = speaker is not None and not one.goes_on and announced is None
        yield replace(one, goes_on=True, speaker=speaker) if inside else one
        is_new = announced is not None
        if announced is not None:
            speaker = (one.reading, announced)


def find_labels(readings: Sequence[Reading]) -> dict[int, Token]:
    """Give the speaker's label at the head of sentences of a transcript: "Daily News: Is it …?".

    A label is a name, one that comes again, or "Question"; beside one of these it may also be any
    word in capitals. The keys are places in the sequence, the values the words that head the
    labels.
    """
    found = {n: m for n, r in enumerate(readings) if (m := LABEL.match(r.text)) is not None}
    often = Counter(match["name"] for match in found.values())
    sure: dict[int, Token] = {}
    in_capitals: dict[int, Token] = {}
    for place, match in found.items():
        reading, name = readings[place], match["name"]
        start = reading.sentence.passage.span.start
        words = reading.sentence.within(Span(start, start + match.end("name")))
        named = [t for t in words if t.index in reading.by_word]
        if words and (named or name in _TURNS or often[name] > 1):
            sure[place] = named[-1] if named else words[-1]
        elif words and name.isupper():
            in_capitals[place] = words[-1]
    return sure | in_capitals if sure else {}


def _give_turns(told: Sequence[Told], labels: Mapping[int, Token]) -> Iterator[Told]:
    """Give each sentence of a transcript to the label before it; before the first none changes."""
    speaker: Speaker | None = None
    for place, one in enumerate(told):
        label = labels.get(place)
        if label is not None:
            speaker = (one.reading, _labelled(label))
        if speaker is None:
            yield one
            continue
        own = tuple(s for s in one.sayings if label is None or s.head.index > label.index)
        yield replace(one, sayings=own, goes_on=True, speaker=speaker)


def _labelled(label: Token) -> Saying:
    """Give the saying of a label, whose words follow it."""
    return Saying(
        family="report",
        head=label,
        cue=(),
        sources=(label,),
        root=label,
        content=frozenset(),
        stance=PLAIN,
    )


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
