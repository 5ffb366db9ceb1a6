"""Unpacking: a list file's bytes, whether it came plain or gzipped."""

import zlib

from sayso.errors import BadListRelease

_GZIP_MAGIC = b"\x1f\x8b"
#: zlib's sign for "a gzip header and trailer are expected".
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


def unpack(content: bytes, *, max_bytes: int) -> bytes:
    """Give the plain bytes, at most `max_bytes` of them, whatever the packing.

    Several gzip members one after another are read as one file.

    Raises:
        BadListRelease: more than `max_bytes` come out, or the gzip file is damaged or cut off.
    """
    if not content.startswith(_GZIP_MAGIC):
        if len(content) > max_bytes:
            raise _too_large(max_bytes)
        return content
    plain = bytearray()
    while content:
        member, content = _member(content, room=max_bytes - len(plain), max_bytes=max_bytes)
        plain += member
    return bytes(plain)


def _member(packed: bytes, *, room: int, max_bytes: int) -> tuple[bytes, bytes]:
    """Give one gzip member unpacked, and the bytes that follow it."""
    stream = zlib.decompressobj(_GZIP_WINDOW)
    try:
        plain = stream.decompress(packed, room + 1)
    except zlib.error as error:
        message = f"list file: damaged gzip ({error}); fetch the file again"
        raise BadListRelease(message) from error
    if len(plain) > room:
        raise _too_large(max_bytes)
    if not stream.eof:
        raise BadListRelease("list file: the gzip file is cut off; fetch the file again")
    return plain, stream.unused_data.lstrip(b"\0")


def _too_large(max_bytes: int) -> BadListRelease:
    return BadListRelease(
        f"list file: more than {max_bytes:,} bytes unpacked; raise the limit if it is meant"
    )
