"""Reads plain text: the decoded file, character for character, and its paragraphs."""

import re
from collections.abc import Iterable, Iterator

from sayso.collect.media import PLAIN
from sayso.collect.readers.decode import decoded
from sayso.errors import Unreadable
from sayso.model.documents import Original
from sayso.model.ids import Span
from sayso.model.vocabulary import PassageKind
from sayso.ports import Block, ReadText

_BETWEEN = "\n\n"
_LINE = re.compile(r"[^\r\n\f\u2028\u2029]+")
_NEWLINE = re.compile(r"\r\n|[\r\n\f\u2028\u2029]")
_BULLET = re.compile(r"\s*[•▪‣◦●○■]")
_ITEM = re.compile(r"\s*(?:[–—*\-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
_COMPLETE = re.compile(r"[.!?:;…؟۔][\"'”’»)\]]*\s*\Z")
_REST = re.compile(r"\s*(?:[a-zа-яё]{2}(?!-)|[,;)])")
#: A stop with all that closes after it is no longer than this; characters.
_ENDING = 40
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

#: Lines longer than this were not wrapped by hand: each is a paragraph; characters.
_WRAPPED_WIDTH = 120
#: A short first line among lines at least this long is a title.
_TITLE_WIDTH = 60
#: More control characters than this share of the text, and it is no text.
_MAX_CONTROL_SHARE = 0.01


#: The words of a block, its kind, and the page that it begins on.
Part = tuple[str, PassageKind, int | None]


class PlainReader:
    """Reads text in any encoding."""

    media_types = frozenset({PLAIN})

    def read(self, original: Original) -> ReadText:
        """Give the text as it stands.

        Raises:
            Unreadable: the bytes are no text in any known encoding.
        """
        found = decoded(original.content, original.locator, charset_of(original))
        check_is_text(found.text, original.locator)
        return ReadText(
            text=found.text,
            blocks=blocks_of(found.text),
            encoding=found.encoding,
            remarks=found.remarks,
        )


def charset_of(original: Original) -> str | None:
    """Give the character set that the sender named."""
    named = re.search(r"charset=[\"']?([\w.:\-]+)", original.headers.get("content-type", ""))
    return None if named is None else named[1]


def check_is_text(text: str, locator: str) -> None:
    """Refuse a text full of control characters.

    Raises:
        Unreadable: names the file.
    """
    control = sum(1 for _ in _CONTROL.finditer(text))
    if control > len(text) * _MAX_CONTROL_SHARE:
        raise Unreadable(
            f"{locator}: looks binary: {control:,} control characters in {len(text):,};"
            " add a text, PDF, DOCX, HTML or e-mail file"
        )


def blocks_of(text: str) -> tuple[Block, ...]:
    """Give the paragraphs of a plain text, in order.

    Blank lines part them, unless one tears a sentence apart. Lines wrapped by hand are one
    paragraph; among longer ones each line is one. A list item, and a title right above its text,
    stand alone.
    """
    spans: list[Span] = []
    for chunk in _chunks(text):
        for lines in _paragraphs(text, chunk):
            span = Span(lines[0].start, lines[-1].end)
            if spans and _goes_on(text, spans[-1], span):
                span = Span(spans.pop().start, span.end)
            spans.append(span)
    return tuple(Block(span=span, kind=PassageKind.SENTENCE) for span in spans)


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """Say whether a paragraph is the rest of a sentence that stray line breaks tore apart."""
    return bool(
        _REST.match(text, span.start, span.end)
        and not _ITEM.match(text, span.start, span.end)
        and not _COMPLETE.search(text, max(before.start, before.end - _ENDING), before.end)
    )


def _chunks(text: str) -> Iterator[list[Span]]:
    """Give the runs of lines that no blank line or page break parts."""
    chunk: list[Span] = []
    for found in _LINE.finditer(text):
        if chunk and not _adjoins(text, chunk[-1].end, found.start()):
            yield chunk
            chunk = []
        if not found[0].isspace():
            chunk.append(Span(*found.span()))
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _adjoins(text: str, end: int, start: int) -> bool:
    between = _NEWLINE.match(text, end)
    return between is not None and between.end() == start and between[0] not in "\f\u2029"


def _paragraphs(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Part the lines of a chunk where a paragraph begins without a blank line."""
    is_wrapped = max(map(len, lines)) <= _WRAPPED_WIDTH
    paragraph = [lines[0]]
    for line in lines[1:]:
        before = paragraph[-1]
        if (
            not is_wrapped
            or _begins_item(text, before, line)
            or (before is lines[0] and _is_title(text, lines))
        ):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins_item(text: str, before: Span, line: Span) -> bool:
    if _BULLET.match(text, line.start, line.end):
        return True
    return bool(_ITEM.match(text, line.start, line.end) and _COMPLETE.search(before.of(text)))


def _is_title(text: str, lines: list[Span]) -> bool:
    """Say whether the first line is a title: in capitals, or ended where the next word had room."""
    first, second = lines[0].of(text).strip(), lines[1].of(text).strip()
    if _COMPLETE.search(first) or first.endswith(","):
        return False
    if first.isupper():
        return not second.isupper() and len(first.split()) > 1
    width = max(map(len, lines[1:]))
    has_room = len(first) + 1 + len(second.split(maxsplit=1)[0]) <= width
    return has_room and width >= _TITLE_WIDTH and not second[:1].islower()


def joined(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...]]:
    """Put blocks together to one text, a blank line between them; those without words left out."""
    texts: list[str] = []
    blocks: list[Block] = []
    end = 0
    for words, kind, page in parts:
        shown = words.strip()
        if shown:
            start = end + len(_BETWEEN) if texts else 0
            end = start + len(shown)
            texts.append(shown)
            blocks.append(Block(span=Span(start, end), kind=kind, page=page))
    return _BETWEEN.join(texts), tuple(blocks)
