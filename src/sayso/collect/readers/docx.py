"""Reads Word documents: paragraphs, headings by style, tables, footnotes."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Protocol

import docx
import docx.document
from docx.opc.exceptions import OpcError
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from sayso.collect.limits import Limits
from sayso.collect.media import DOCX
from sayso.collect.readers.plain import Part, joined
from sayso.errors import Unreadable
from sayso.model.documents import Original
from sayso.model.vocabulary import PassageKind
from sayso.ports import ReadText

_NOTES = ("/footnotes", "/endnotes")
_HEADING_STYLE = re.compile(r"(?:Heading \d|Title|Subtitle)\b", re.IGNORECASE)
_MAX_MEMBERS = 10_000
#: Tags and attributes in all parts together; a report of 5,000 pages has a tenth of it.
_MAX_TAGS = 8_000_000
_ENCRYPTED = 0x1
#: What may stand before the first tag: white space, zero bytes and marks of the byte order.
_BEFORE_XML, _MARK_BYTES = b"\0\t\n\r \xef\xbb\xbf\xfe\xff", 64
_AGAIN = "save it again from Word, or as PDF"

_PARAGRAPH, _WORDS, _PROPERTIES = qn("w:p"), qn("w:t"), qn("w:pPr")
#: What stands for a character inside a paragraph.
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
#: Moved elsewhere, or written a second time for old programs.
_NOT_SHOWN = {
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
#: Paragraphs of their own (text boxes), and properties, where a tab is a tab stop.
_NOT_ITS_WORDS = _NOT_SHOWN | {qn("w:txbxContent"), _PROPERTIES}


class _Element(Protocol):
    """As much of an XML element as is used here."""

    tag: str
    text: str | None

    def __iter__(self) -> Iterator["_Element"]: ...

    def find(self, path: str) -> "_Element | None": ...

    def get(self, key: str) -> str | None: ...


class DocxReader:
    """Reads Word's XML format; what was deleted with tracked changes is left out."""

    media_types = frozenset({DOCX})

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = Limits() if limits is None else limits

    def read(self, original: Original) -> ReadText:
        """Give body, tables and text boxes in order, then footnotes and endnotes.

        Raises:
            Unreadable: a damaged or locked file, one that unpacks to too much, or no Word document.
        """
        _check_package(original, self._limits)
        try:
            document = docx.Document(io.BytesIO(original.content))
            parts = [*_body(document), *_notes(document)]
            stated = document.core_properties.title.strip()
        except (OpcError, KeyError, ValueError, SyntaxError, AttributeError) as bad:
            raise Unreadable(
                f"{original.locator}: not a sound Word document: {bad}; {_AGAIN}"
            ) from bad
        text, blocks = joined(parts)
        headings = [words for words, kind, _ in parts[:3] if kind is PassageKind.HEADING]
        return ReadText(text=text, blocks=blocks, title=stated or next(iter(headings), None))


def _check_package(original: Original, limits: Limits) -> None:
    """Refuse a damaged, locked or swollen package before its XML is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(original.content)) as package:
            members = package.infolist()
            if any(member.flag_bits & _ENCRYPTED for member in members):
                raise Unreadable(f"{original.locator} is encrypted: remove the password")
            size = sum(member.file_size for member in members)
            if size > limits.unpacked(len(original.content)) or len(members) > _MAX_MEMBERS:
                raise Unreadable(
                    f"{original.locator}: {len(original.content):,} bytes that unpack to {size:,}"
                    f" in {len(members):,} parts: not taken; {_AGAIN}"
                )
            tags = sum(_tags_in(original, package, member) for member in members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as bad:
        raise Unreadable(f"{original.locator}: truncated or damaged: {bad}; get it again") from bad
    if tags > _MAX_TAGS:
        raise Unreadable(f"{original.locator}: {tags:,} tags and attributes; {_AGAIN}")


def _tags_in(original: Original, package: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """Count the tags and attributes of a part; 0 where it is no XML, whatever it is called.

    Raises:
        Unreadable: it declares entities, which no Word document does, and which can swell.
    """
    with package.open(member) as part:
        content = part.read(member.file_size + 1)  # a part that hides its size is not unpacked
    if not content[:_MARK_BYTES].translate(None, _BEFORE_XML).startswith(b"<"):
        return 0
    if b"<!DOCTYPE" in (content.replace(b"\0", b"") if b"\0" in content else content):
        raise Unreadable(
            f"{original.locator}, {member.filename}: declares entities; not a Word document"
        )
    return content.count(b"<") + content.count(b"=")


def _body(document: docx.document.Document) -> Iterator[Part]:
    headings = {
        style.style_id for style in document.styles if _HEADING_STYLE.match(style.name or "")
    }
    for paragraph in _paragraphs(document.element.body):
        is_heading = _style_of(paragraph) in headings
        kind = PassageKind.HEADING if is_heading else PassageKind.SENTENCE
        yield _words_of(paragraph), kind, None


def _notes(document: docx.document.Document) -> Iterator[Part]:
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_NOTES):
            continue
        for note in parse_xml(relation.target_part.blob):
            if note.get(qn("w:type")) is None:  # the others are the lines above the notes
                for paragraph in _paragraphs(note):
                    yield _words_of(paragraph), PassageKind.FOOTNOTE, None


def _paragraphs(root: _Element) -> Iterator[_Element]:
    """Give every paragraph that is shown, those inside tables and text boxes too, in order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in _NOT_SHOWN:
            continue
        if element.tag == _PARAGRAPH:
            yield element
        waiting.extend(reversed(list(element)))


def _words_of(paragraph: _Element) -> str:
    words: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == _WORDS:
            words.append(element.text or "")
        elif element.tag in _SIGNS:
            words.append(_SIGNS[element.tag])
        elif element.tag not in _NOT_ITS_WORDS:
            waiting.extend(reversed(list(element)))
    return "".join(words)


def _style_of(paragraph: _Element) -> str | None:
    style = paragraph.find(f"{_PROPERTIES}/{qn('w:pStyle')}")
    return None if style is None else style.get(qn("w:val"))
