"""What kind of file a list came in, told from its bytes."""

from typing import Final

#: First bytes, white space left out → media type; anything else is a table of text.
_OPENINGS: Final = (
    (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"<", "application/xml"),
    (b"{", "application/x-ndjson"),
)
_HEAD: Final = 200


def media_type_of(content: bytes) -> str:
    """Give the media type of a list's file, already unpacked."""
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((media for opening, media in _OPENINGS if head.startswith(opening)), "text/csv")
