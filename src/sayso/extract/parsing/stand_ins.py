"""Names parsed under names that the parser knows, so that strange ones do not bend the tree."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from sayso.extract.parsing.interjections import after_opening, find_interjection
from sayso.extract.parsing.mending import mend
from sayso.extract.parsing.parse import parse
from sayso.extract.parsing.weaving import hung, woven
from sayso.extract.syntax import Sentence, Token
from sayso.model.documents import Passage
from sayso.model.ids import Span
from sayso.model.vocabulary import EntityType

#: One well-known name of each type. Of fifteen tried in fourteen sentences of the domain, the one
#: for bodies left the most verbs read as verbs (14, against 8 to 11 for the strange names).
STAND_INS: Final[Mapping[EntityType, str]] = {
    EntityType.PERSON: "Obama",
    EntityType.ARMED_GROUP: "Hezbollah",
    EntityType.ORGANISATION: "Hezbollah",
    EntityType.PUBLIC_BODY: "Hezbollah",
    EntityType.MEDIA_OUTLET: "Reuters",
    EntityType.PLACE: "Iraq",
}
#: "KABUL, 23 May 2024 (Meridian Wire) - ", "(Reuters) — ": a place in capitals, an agency, a dash.
DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z'’.\- ]+(?:[,/][^()\n–—]{1,40})?\s*(?:\([^()\n]{2,40}\))?|\([^()\n]{2,40}\))"
    r"\s*(?:–|—|--?)\s+"
)
#: "Meridian Wire: Has the ministry …": who speaks in a transcript, before the words.
LABEL: Final = re.compile(r"(?P<name>(?:[A-Z][\w.'’\-]*\s+){0,4}[A-Z][\w.'’\-]*)\s*:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a passage and what is parsed in its place.

    Attributes:
        written: where it stands in the document.
        parsed: where its stand-in stands in the text that is parsed.
        is_name: it was replaced.
    """

    written: Span
    parsed: Span
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """What the parser is given at once.

    Attributes:
        text: of a passage, with stand-ins for its names.
        is_cut: it is a passage without what breaks in on it, or that alone.
    """

    passage: Passage
    text: str
    pieces: tuple[_Piece, ...]
    is_cut: bool = False


def parse_names(
    passages: Sequence[Passage], names: Sequence[tuple[Span, EntityType]]
) -> Iterator[Sentence]:
    """Parse passages with each name as one word, and datelines and labels apart, in order.

    Words that break in to tell who says it (", the ministry said,") are parsed apart too.

    Args:
        passages: each is taken as one sentence.
        names: in the order of the text, none inside another; those of other types than persons,
            bodies and places are parsed as they stand.
    """
    spelled = [(span, STAND_INS[kind]) for span, kind in names if kind in STAND_INS]
    starts = [span.start for span, _ in spelled]
    parts: list[_Part] = []
    for passage in passages:
        for stretch in _without_opening(passage):
            first, last = (bisect_left(starts, at) for at in (stretch.start, stretch.end))
            own = [name for name in spelled[first:last] if stretch.contains(name[0])]
            whole = _replaced(passage, stretch, own)
            parts += (whole, *_without_interjection(whole))
    parsed = parse([replace(p.passage, text=p.text, span=Span(0, len(p.text))) for p in parts])
    for passage, several in groupby(zip(parts, parsed, strict=True), key=lambda p: p[0].passage):
        yield _joined(passage, list(several))


def _without_opening(passage: Passage) -> tuple[Span, ...]:
    """Give the dateline or label and the rest; the whole passage where it begins with neither."""
    found = DATELINE.match(passage.text) or LABEL.match(passage.text)
    if found is None:
        return (passage.span,)
    middle = passage.span.start + found.end()
    return Span(passage.span.start, middle), Span(middle, passage.span.end)


def _without_interjection(whole: _Part) -> tuple[_Part, ...]:
    """Give a part without the words that tell who says it, and these; nothing without any."""
    found = find_interjection(whole.text)
    if found is None:
        return ()
    cut = after_opening(whole.text, found)
    rest = _kept(whole, (Span(0, cut.start), Span(cut.end, len(whole.text))))
    return rest, _kept(whole, (cut,))


def _kept(whole: _Part, stretches: Sequence[Span]) -> _Part:
    """Give a part that has only these stretches of what is parsed."""
    text = ""
    pieces: list[_Piece] = []
    for stretch in stretches:
        for piece in whole.pieces:
            start = max(piece.parsed.start, stretch.start)
            end = min(piece.parsed.end, stretch.end)
            if start >= end:
                continue
            shift = piece.written.start - piece.parsed.start
            written = piece.written if piece.is_name else Span(start + shift, end + shift)
            here = Span(len(text), len(text) + end - start)
            pieces.append(_Piece(written, here, piece.is_name))
            text += whole.text[start:end]
    return _Part(whole.passage, text, tuple(pieces), is_cut=True)


def _joined(passage: Passage, parts: Sequence[tuple[_Part, Sentence]]) -> Sentence:
    """Give one sentence of several that were parsed apart."""
    tokens: tuple[Token, ...] = ()
    waiting = list(parts)
    while waiting:
        part, sentence = waiting.pop(0)
        own = _words(part, sentence)
        if waiting and waiting[0][0].is_cut:
            rest, aside = (_words(*waiting.pop(0)) for _ in range(2))
            own = woven(rest, aside) or own
        first = len(tokens)
        tokens += tuple(replace(t, index=first + t.index, head=first + t.head) for t in own)
    return mend(hung(passage, tokens))


def _words(part: _Part, sentence: Sentence) -> tuple[Token, ...]:
    """Give the words of a part as they are written in the document."""
    return tuple(_written(token, part) for token in sentence.tokens)


def _replaced(passage: Passage, stretch: Span, names: Sequence[tuple[Span, str]]) -> _Part:
    """Give a stretch of a passage to parse, with stand-ins for its names."""
    text = ""
    pieces: list[_Piece] = []
    place = stretch.start
    for span, word in (*names, (Span(stretch.end, stretch.end), "")):
        for written, parsed in ((Span(place, span.start), None), (span, word)):
            words = passage.text[written.start - passage.span.start :][: len(written)]
            put = words if parsed is None else parsed
            if put:
                here = Span(len(text), len(text) + len(put))
                pieces.append(_Piece(written, here, parsed is not None))
                text += put
        place = span.end
    return _Part(passage, text, tuple(pieces))


def _written(token: Token, part: _Part) -> Token:
    """Give a word as it is written, at its place in the document."""
    starts = [piece.parsed.start for piece in part.pieces]
    opening = part.pieces[max(0, bisect_right(starts, token.span.start) - 1)]
    closing = part.pieces[max(0, bisect_right(starts, token.span.end - 1) - 1)]
    start, end = opening.written.start, closing.written.end
    if not opening.is_name:
        start += token.span.start - opening.parsed.start
    if not closing.is_name:
        end = closing.written.start + token.span.end - closing.parsed.start
    first = part.passage.span.start
    text = part.passage.text[start - first : end - first]
    lemma = text.lower() if opening.is_name else token.lemma
    return replace(token, span=Span(start, end), text=text, lemma=lemma)
