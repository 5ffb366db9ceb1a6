"""Unpacking: a list file's bytes, whether it came plain or gzipped."""

import gzip
import io
import zlib

from sayso.errors import BadListRelease

_GZIP_MAGIC = b"\x1f\x8b"
#: How many times larger than itself a list may grow, once it is larger than a megabyte; real
#: ones grow twentyfold.
_MAX_RATIO, _ALWAYS_TAKEN = 200, 1_000_000


def unpack(content: bytes, *, max_bytes: int, name: str = "list file") -> bytes:
    """Give the plain bytes, at most `max_bytes` of them, whatever the packing.

    Several gzip members one after another are read as one file.

    Args:
        content: the file as it came.
        max_bytes: of the plain file.
        name: of the file, for messages.

    Raises:
        BadListRelease: more than `max_bytes` come out, or more than any list grows to, or the
            gzip file is damaged or cut off.
    """
    if not content.startswith(_GZIP_MAGIC):
        if len(content) > max_bytes:
            raise _too_large(name, max_bytes)
        return content
    room = min(max_bytes, max(_ALWAYS_TAKEN, len(content) * _MAX_RATIO))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            plain = packed.read(room + 1)
    except EOFError as bad:
        message = f"{name}: the gzip file is cut off; fetch the file again"
        raise BadListRelease(message) from bad
    except (OSError, zlib.error) as bad:
        raise BadListRelease(f"{name}: damaged gzip ({bad}); fetch the file again") from bad
    if len(plain) > room:
        raise _too_large(name, room)
    return plain


def _too_large(name: str, max_bytes: int) -> BadListRelease:
    return BadListRelease(
        f"{name}: more than {max_bytes:,} bytes unpacked, which no list has; fetch the file again"
    )
