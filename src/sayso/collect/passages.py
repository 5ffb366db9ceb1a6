"""Cuts a text into passages: the sentences of its paragraphs, headings, footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.collect.sentences import sentences
from sayso.model.documents import Passage
from sayso.model.ids import DocumentId, PassageId, Span
from sayso.model.vocabulary import PassageKind
from sayso.ports import Block

_PRINTED_NUMBER = re.compile(r"\s*(\d{1,3})\.[^\S\n]+(?=\W{0,3}[^\W\d_])")
_NOTE_NUMBER = re.compile(r"\W*(\d{1,3})\b")
_UNFINISHED = re.compile(r"[^.!?:;,…。！？؟۔،؛\s][\"'”’»)\]]*\s*\Z")
_LISTED = re.compile(r"\s*(?:[•▪‣◦●○■–—*\-]\s|\(?[a-z0-9]{1,4}[.)]\s)")
_DAY = r"(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2})(?:,? \d{4})?"
_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_DASH = r"\s*(?:[—–]|-{1,2})\s+(?=[\"“‘']?[A-Z\d])"
#: "KABUL, 23 May 2024 (Agency) - ", "Herat (Agency) — ", "(Agency) - ", "25 May 2024 - ".
_DATELINE = re.compile(
    rf"\s*(?:[A-Z]{{3,}}[A-Z .,'’/-]{{0,40}}?(?:,? {_DAY})?(?: {_AGENCY})?"
    rf"|(?:[A-Z][\w .,'’/-]{{1,40}}? )?{_AGENCY}|{_DAY}){_DASH}"
)

#: A line longer than this is no heading; characters.
_MAX_HEADING = 120
#: More short lines in a row than this are a list, not title, subtitle, author and place.
_MAX_HEADINGS_IN_A_ROW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a paragraph stands: its ordinal, from 1, and what people call it."""

    paragraph: int
    name: str


def cut(document_id: DocumentId, text: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Give the passages of a document, in the order of its text.

    Every character of a block that is not white space lies in exactly one passage, except a
    paragraph's printed number ("12. The Team …"), which goes into the locator. Paragraphs are
    counted from 1; a heading bears the count of the paragraph after it, footnotes and page
    furniture that of the one before. Without a reader's word on headings, short lines without a
    stop that lead to prose are taken for headings.
    """
    marked = _without_datelines(text, _with_headings(text, blocks))
    prefix = document_id.removeprefix("sha256:")[:16]
    found = (
        (span, block, place)
        for block, place, stretch in _places(text, tuple(marked))
        for span in _spans(text, block, stretch)
    )
    return tuple(
        Passage(
            id=PassageId(f"{prefix}:{ordinal}"),
            document_id=document_id,
            span=span,
            text=span.of(text),
            locator=place.name if block.page is None else f"p. {block.page}, {place.name}",
            kind=block.kind,
            paragraph=place.paragraph,
            page=block.page,
        )
        for ordinal, (span, block, place) in enumerate(found)
    )


def _spans(text: str, block: Block, stretch: Span) -> Iterator[Span]:
    """Give the sentences of a paragraph or footnote; anything else stays in one piece."""
    if block.kind in {PassageKind.SENTENCE, PassageKind.FOOTNOTE}:
        yield from sentences(text, stretch)
        return
    words = stretch.of(text)
    if words.strip():
        start = stretch.start + len(words) - len(words.lstrip())
        yield Span(start, start + len(words.strip()))


def _places(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, _Place, Span]]:
    """Give each block with its place and the stretch of it that is not its number."""
    numbers = [_printed_number(text, block) for block in blocks]
    is_numbered = sum(number is not None for number in numbers) > 1
    count = 0
    latest: str | None = None
    for block, number in zip(blocks, numbers, strict=True):
        stretch = block.span
        match block.kind:
            case PassageKind.SENTENCE:
                count += 1
                if number is not None:
                    latest, name = number[1], f"para. {number[1]}"
                    stretch = Span(number.end(), block.span.end)
                elif not is_numbered:
                    name = f"para. {count}"
                else:
                    name = f"para. {latest} (cont.)" if latest else f"unnumbered para. {count}"
                yield block, _Place(paragraph=count, name=name), stretch
            case PassageKind.HEADING:
                latest = None
                yield block, _Place(paragraph=count + 1, name="heading"), stretch
            case _:
                name = _name_of_other(text, block)
                yield block, _Place(paragraph=max(count, 1), name=name), stretch


def _printed_number(text: str, block: Block) -> re.Match[str] | None:
    if block.kind is not PassageKind.SENTENCE:
        return None
    return _PRINTED_NUMBER.match(text, block.span.start, block.span.end)


def _name_of_other(text: str, block: Block) -> str:
    if block.kind is PassageKind.FOOTNOTE:
        number = _NOTE_NUMBER.match(text, block.span.start, block.span.end)
        return "footnote" if number is None else f"footnote {number[1]}"
    return "entry" if block.kind is PassageKind.ENTRY else "page furniture"


def _without_datelines(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut the place, day and agency that begin a story off its first sentence."""
    for block in blocks:
        found = None
        if block.kind is PassageKind.SENTENCE:
            found = _DATELINE.match(text, block.span.start, block.span.end)
        if found is None:
            yield block
            continue
        dateline = Span(block.span.start, found.end())
        yield Block(span=dateline, kind=PassageKind.FURNITURE, page=block.page)
        yield Block(span=Span(found.end(), block.span.end), kind=block.kind, page=block.page)


def _with_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Mark short lines that lead to prose as headings, unless the reader knows headings itself."""
    marked = list(blocks)
    if any(block.kind is PassageKind.HEADING for block in blocks):
        return marked
    body = [i for i, block in enumerate(blocks) if block.kind is PassageKind.SENTENCE]
    run: list[int] = []
    before_is_colon = False
    for place in body:
        words = blocks[place].span.of(text)
        if not before_is_colon and _is_short_line(words):
            run.append(place)
            continue
        if len(run) <= _MAX_HEADINGS_IN_A_ROW:
            for heading in run:
                marked[heading] = Block(
                    span=blocks[heading].span, kind=PassageKind.HEADING, page=blocks[heading].page
                )
        run = []
        before_is_colon = words.rstrip().endswith(":")
    return marked


def _is_short_line(words: str) -> bool:
    """Say whether a paragraph is one short line, or a few in capitals, without a stop."""
    line = words.strip()
    if len(line) > _MAX_HEADING or _LISTED.match(words) or not _UNFINISHED.search(words):
        return False
    return any(map(str.isalpha, line)) and ("\n" not in line or line.isupper())
