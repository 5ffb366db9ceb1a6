"""Tells from the bytes what kind of file they are; a suffix only breaks ties."""

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from sayso.model.vocabulary import DocumentKind

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
EML = "message/rfc822"
PLAIN = "text/plain"
GZIP = "application/gzip"
ZIP = "application/zip"

#: What a document of a type is taken for until somebody says otherwise.
KINDS = {
    PDF: DocumentKind.REPORT,
    DOCX: DocumentKind.REPORT,
    HTML: DocumentKind.PRESS,
    EML: DocumentKind.STATEMENT,
    PLAIN: DocumentKind.PRESS,
}

#: First bytes → type; only some of these types have a reader.
_MAGIC = (
    (b"\x1f\x8b", GZIP),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"(\xb5/\xfd", "application/zstd"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90\0", "application/x-executable"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"RIFF", "audio/x-riff"),
)

_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_HTML_TYPES = {HTML, "application/xhtml+xml"}
_HEAD_BYTES = 4096
_HTML_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(rb"<[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)
_HEADER_LINE = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]?|[ \t]+\S")
_MIN_MAIL_HEADERS = 3
_MAIL_ONLY = {b"mime-version", b"message-id", b"received", b"return-path", b"dkim-signature"}
_MAIL_TOO = {b"from", b"to", b"subject", b"date", b"content-type"}


def media_type_of(content: bytes, locator: str, declared: str | None = None) -> str:
    """Give the media type of these bytes; anything unknown is plain text.

    Args:
        content: the whole file.
        locator: path or address; its suffix breaks ties.
        declared: what the sender called it; breaks ties as well.
    """
    return _binary_type(content) or _text_type(content, suffix_of(locator), declared)


def _binary_type(content: bytes) -> str | None:
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return DOCX if b"word/document.xml" in content else ZIP
    return next((media for magic, media in _MAGIC if content.startswith(magic)), None)


def _text_type(content: bytes, suffix: str, declared: str | None) -> str:
    head = _narrowed(content[:_HEAD_BYTES])
    if _looks_like_mail(head, expected=suffix == ".eml" or declared == EML):
        return EML
    expects_tags = suffix in _HTML_SUFFIXES or declared in _HTML_TYPES
    if _HTML_OPENING.match(head) or (expects_tags and _ANY_TAG.search(head)):
        return HTML
    return PLAIN


def suffix_of(locator: str) -> str:
    """Give the suffix of a path or address in lower case, ".gz" left out."""
    path = urlsplit(locator).path if "://" in locator else locator
    name = PurePosixPath(path.replace("\\", "/")).name.lower()
    return PurePosixPath(name.removesuffix(".gz")).suffix


def _narrowed(head: bytes) -> bytes:
    """Give the head without a byte order mark and, for UTF-16, without its zero bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _looks_like_mail(head: bytes, *, expected: bool) -> bool:
    names: set[bytes] = set()
    for line in head.splitlines()[:60]:
        if not line.strip():
            break
        header = _HEADER_LINE.match(line)
        if header is None:
            return False
        names.add((header[1] or b"").lower())
    strong, weak = names & _MAIL_ONLY, names & _MAIL_TOO
    return bool(weak) and (expected or (bool(strong) and len(names) >= _MIN_MAIL_HEADERS))
