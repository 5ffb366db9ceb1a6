"""The lines of a table in any encoding of Unicode; one that no memory should hold is cut off."""

import codecs
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

#: A longer line is no row: the rest of it is not kept. Code points.
LONGEST: Final = 200_000
#: Bytes that are looked at to tell the encoding.
_SAMPLE: Final = 4
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Where the zeros stand in the first four bytes of ASCII letters without a mark.
_WIDE: Final[Mapping[tuple[int, ...], str]] = {(1, 3): "utf-16-le", (0, 2): "utf-16-be"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its end.

    Attributes:
        number: from 1.
        whole: False when it was longer than any row, and its end was left out.
    """

    number: int
    text: str
    whole: bool = True


def encoding_of(start: bytes) -> str:
    """Tell the encoding of a table by its first bytes: UTF-8 unless they say otherwise."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    zeros = tuple(n for n, byte in enumerate(start[:_SAMPLE]) if not byte)
    return _WIDE.get(zeros, "utf-8")


def lines_of(stream: io.BufferedReader) -> Iterator[Line]:
    """Give the lines one at a time.

    Bytes that are none of the encoding become half a surrogate pair, or U+FFFD.
    """
    encoding = encoding_of(stream.peek(_SAMPLE))
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    with io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="") as text:
        number = 0
        while line := text.readline(LONGEST):
            number += 1
            end = line
            while len(end) == LONGEST and not end.endswith(("\n", "\r")):
                end = text.readline(LONGEST)
            yield Line(number, line, whole=end is line)
