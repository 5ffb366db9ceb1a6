"""Dots as a PNG file (W3C Recommendation, third edition)."""

import struct
import zlib
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
#: Channels of a dot → what PNG calls that.
_COLOURS: Final = {1: 0, 3: 2, 4: 6}


def png(rows: memoryview, width: int, height: int, channels: int, stride: int) -> bytes:
    """Give a picture of eight bits a channel: grey, RGB or RGBA.

    Args:
        rows: the dots, row by row.
        width: in dots.
        height: in dots.
        channels: of a dot: 1, 3 or 4.
        stride: bytes from one row to the next.
    """
    lines = bytearray()
    for start in range(0, stride * height, stride):
        lines += b"\x00"
        lines += rows[start : start + width * channels]
    head = struct.pack(">IIBBBBB", width, height, 8, _COLOURS[channels], 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
