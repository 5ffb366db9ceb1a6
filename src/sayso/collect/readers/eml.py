"""Reads e-mails: the sender's words, who sent them when, and the documents attached."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from sayso.collect.media import EML, HTML
from sayso.collect.readers.decode import decoded
from sayso.collect.readers.plain import blocks_of, check_is_text
from sayso.errors import Unreadable
from sayso.model.documents import Original
from sayso.model.vocabulary import PassageKind
from sayso.ports import Block, Reader, ReadText

_QUOTED = re.compile(r"\s*>")
_MAX_PARTS = 1_000


class EmlReader:
    """Reads an e-mail as it was saved from a mail program."""

    media_types = frozenset({EML})

    def __init__(self, html: Reader) -> None:
        self._html = html

    def read(self, original: Original) -> ReadText:
        """Give the plain text, else the HTML part; other files in it as attachments.

        Lines quoted from earlier mails (">") are page furniture: they are not the sender's words.

        Raises:
            Unreadable: no text in it, or parts inside parts without end.
        """
        try:
            return self._message(original, message_from_bytes(original.content))
        except RecursionError as bad:
            raise Unreadable(
                f"{original.locator}: parts inside parts without end; add what is in it as files"
            ) from bad

    def _message(self, original: Original, message: Message) -> ReadText:
        parts = list(_parts(message))
        if len(parts) > _MAX_PARTS:
            raise Unreadable(
                f"{original.locator}: an e-mail of {len(parts):,} parts;"
                f" at most {_MAX_PARTS:,} are taken: add what is in it as files"
            )
        body = _body(parts)
        read = ReadText(text="", blocks=()) if body is None else self._body_text(original, body)
        if not read.text.strip():
            raise Unreadable(f"{original.locator}: an e-mail without text; add its attachments")
        name, address = _sender(message)
        return replace(
            read,
            title=_header(message, "Subject") or None,
            publisher=name or address or None,
            published=_date(message),
            attachments=tuple(_attachments(parts, body)),
        )

    def _body_text(self, original: Original, body: Message) -> ReadText:
        content = _content(body)
        charset = body.get_content_charset()
        if body.get_content_type() == HTML:
            headers = {"content-type": f"text/html; charset={charset}"} if charset else {}
            return self._html.read(
                replace(original, content=content, media_type=HTML, headers=headers)
            )
        found = decoded(content, original.locator, charset)
        check_is_text(found.text, original.locator)
        return ReadText(
            text=found.text,
            blocks=tuple(_as_said(found.text, block) for block in blocks_of(found.text)),
            encoding=found.encoding,
            remarks=found.remarks,
        )


def _parts(message: Message) -> Iterator[Message]:
    """Give what has content of its own, in order; an attached e-mail stays whole."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(part for part in reversed(inner) if isinstance(part, Message))
        else:
            yield part


def _body(parts: list[Message]) -> Message | None:
    """Give the first plain text that is not attached, else the first HTML."""
    for media_type in ("text/plain", HTML):
        for part in parts:
            if part.get_content_type() == media_type and not _is_attached(part):
                return part
    return None


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _attachments(parts: list[Message], body: Message | None) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        if part is body:
            continue
        if part.get_content_type() == EML:
            yield _name(part, "attached message.eml"), _content(part)
        elif _is_attached(part):
            yield _name(part, "attachment"), _content(part)


def _name(part: Message, otherwise: str) -> str:
    return _words(part.get_filename() or "") or otherwise


def _content(part: Message) -> bytes:
    """Give the bytes of a part, transfer encoding undone; of an attached e-mail, its source."""
    inner = part.get_payload()
    if isinstance(inner, list):
        return b"\n".join(message.as_bytes() for message in inner if isinstance(message, Message))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: Message, name: str) -> str:
    """Give a header, decoded; empty where there is none."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            raw = str(value).encode("utf-8", "surrogateescape")
            return _words(decoded(raw, f"header {name}").text)
    return ""


def _words(raw: str) -> str:
    """Decode a header's encoded words; what cannot be decoded stays as it stands."""
    try:
        pieces = decode_header(raw)
    except HeaderParseError:
        return raw
    words = "".join(
        piece if isinstance(piece, str) else decoded(piece, "header", charset).text
        for piece, charset in pieces
    )
    return " ".join(words.split())


def _sender(message: Message) -> tuple[str, str]:
    """Give the sender's name and address; empty where none can be read."""
    try:
        return parseaddr(_header(message, "From"))
    except RecursionError:  # remarks inside remarks without end
        return "", ""


def _date(message: Message) -> str | None:
    """Give the day on which it was sent, by the sender's clock."""
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError):
        return None


def _as_said(text: str, block: Block) -> Block:
    is_quoted = all(_QUOTED.match(line) for line in block.span.of(text).splitlines())
    return replace(block, kind=PassageKind.FURNITURE) if is_quoted else block
