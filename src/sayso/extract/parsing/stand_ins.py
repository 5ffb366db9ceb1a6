"""Names parsed under names that the parser knows, so that strange ones do not bend the tree."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sayso.extract.grammar.syntax import Sentence, Token
from sayso.extract.parsing.interjections import (
    after_opening,
    find_interjection,
    find_teller,
    find_telling,
    stands_apart,
)
from sayso.extract.parsing.mending import mend
from sayso.extract.parsing.parse import parse
from sayso.extract.parsing.weaving import Words, beside, hung, parted, woven
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


_SEMICOLON: Final = re.compile(r";\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a passage and what is parsed in its place.

    Attributes:
        written: where it stands in the document.
        parsed: where its stand-in stands in the text that is parsed.
        is_name: it was replaced.
        lemma: of a verb that was replaced, or "".
    """

    written: Span
    parsed: Span
    is_name: bool
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """What the parser is given at once: text of a passage, with stand-ins for its names."""

    passage: Passage
    text: str
    pieces: tuple[_Piece, ...]


#: Where a word stands, what is parsed in its place, and the lemma of a verb.
_Word = tuple[Span, str, str]
#: A part as it stands and, where words break in on it, the rest without these, and these.
_Unit = tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a passage: cut at its semicolons, if it can be, and whole."""

    cut: tuple[_Unit, ...]
    whole: _Unit

    @property
    def parts(self) -> tuple[_Part, ...]:
        """Give all that is parsed of it, in order."""
        return tuple(part for unit in (*self.cut, self.whole) for part in unit)


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
    laid: list[tuple[Passage, list[_Stretch]]] = []
    for passage in passages:
        stretches: list[_Stretch] = []
        for span in _without_opening(passage):
            first, last = (bisect_left(starts, at) for at in (span.start, span.end))
            own = [(*name, "") for name in spelled[first:last] if span.contains(name[0])]
            told = _telling(passage, span, own)
            stretches.append(_laid_out(_replaced(passage, span, sorted([*own, *told]))))
        laid.append((passage, stretches))
    parts = [part for _, stretches in laid for one in stretches for part in one.parts]
    parsed = parse([replace(p.passage, text=p.text, span=Span(0, len(p.text))) for p in parts])
    for passage, stretches in laid:
        tokens: tuple[Token, ...] = ()
        for one in stretches:
            tokens = beside(tokens, _read(one, parsed))
        yield mend(hung(passage, tokens))


def _telling(passage: Passage, span: Span, names: Sequence[_Word]) -> list[_Word]:
    """Give the verbs before "that", with plainer ones that the parser never takes for nouns."""
    first = passage.span.start
    told = [
        (Span(first + found.span.start, first + found.span.end), found.plain, found.lemma)
        for found in find_telling(passage.text)
    ]
    return [
        one
        for one in told
        if span.contains(one[0]) and not any(one[0].overlaps(name[0]) for name in names)
    ]


def _laid_out(whole: _Part) -> _Stretch:
    """Give a part with what is parsed in its place."""
    marks = [m.end() for m in _SEMICOLON.finditer(whole.text)]
    edges = [0, *marks, len(whole.text)]
    cut = tuple(_kept(whole, (Span(a, b),)) for a, b in pairwise(edges)) if marks else ()
    parts = cut if cut and stands_apart([part.text for part in cut]) else ()
    ended = (replace(p, text=_SEMICOLON.sub(lambda m: "." + m[0][1:], p.text)) for p in parts)
    return _Stretch(tuple(map(_unit, ended)), _unit(whole))


def _unit(part: _Part) -> _Unit:
    """Give a part, what is left of it without the words that tell who says it, and these."""
    found = find_interjection(part.text)
    if found is None:
        return (part,)
    cut = after_opening(part.text, found)
    rest = _kept(part, (Span(0, cut.start), Span(cut.end, len(part.text))))
    return part, rest, _plainly(_kept(part, (cut,)))


def _plainly(aside: _Part) -> _Part:
    """Give an interjection with a plain verb for its own: "a police report states"."""
    verb = find_teller(aside.text)
    if verb is None:
        return aside
    at = verb.span
    before = _kept(aside, (Span(0, at.start),))
    behind = _kept(aside, (Span(at.end, len(aside.text)),))
    end = at.start + len(verb.plain)
    written = next(
        Span(p.written.start + at.start - p.parsed.start, p.written.start + at.end - p.parsed.start)
        for p in aside.pieces
        if p.parsed.contains(at)
    )
    own = _Piece(written, Span(at.start, end), is_name=True, lemma=verb.lemma)
    moved = tuple(
        replace(p, parsed=Span(p.parsed.start + end, p.parsed.end + end)) for p in behind.pieces
    )
    return _Part(
        aside.passage, before.text + verb.plain + behind.text, (*before.pieces, own, *moved)
    )


def _read(stretch: _Stretch, parsed: Iterator[Sentence]) -> Words:
    """Give the words of a stretch in one tree, the first way that gives whole clauses."""
    cut = [_words(unit, parsed) for unit in stretch.cut]
    whole = _words(stretch.whole, parsed)
    return parted(cut) or whole


def _words(unit: _Unit, parsed: Iterator[Sentence]) -> Words:
    """Give the words of a part as they are written, with what breaks in on them beside."""
    read = [tuple(_written(t, part) for t in next(parsed).tokens) for part in unit]
    return (woven(*read[1:]) if len(read) > 1 else None) or read[0]


def _without_opening(passage: Passage) -> tuple[Span, ...]:
    """Give the dateline or label and the rest; the whole passage where it begins with neither."""
    found = DATELINE.match(passage.text) or LABEL.match(passage.text)
    if found is None:
        return (passage.span,)
    middle = passage.span.start + found.end()
    return Span(passage.span.start, middle), Span(middle, passage.span.end)


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
            pieces.append(_Piece(written, here, piece.is_name, piece.lemma))
            text += whole.text[start:end]
    return _Part(whole.passage, text, tuple(pieces))


def _replaced(passage: Passage, stretch: Span, words: Sequence[_Word]) -> _Part:
    """Give a stretch of a passage to parse, with stand-ins for some words."""
    text = ""
    pieces: list[_Piece] = []
    place = stretch.start
    for span, word, lemma in (*words, (Span(stretch.end, stretch.end), "", "")):
        for written, parsed in ((Span(place, span.start), None), (span, word)):
            plain = passage.text[written.start - passage.span.start :][: len(written)]
            put = plain if parsed is None else parsed
            if put:
                here = Span(len(text), len(text) + len(put))
                is_put = parsed is not None
                pieces.append(_Piece(written, here, is_put, lemma if is_put else ""))
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
    lemma = opening.lemma or text.lower() if opening.is_name else token.lemma
    return replace(token, span=Span(start, end), text=text, lemma=lemma)
