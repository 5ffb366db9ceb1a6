"""Reads TimeML documents: their plain text, their date, and the times that people marked."""

import gzip
import html
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self, TextIO

#: A document of the corpora has a few kilobytes; more is no document.
MAX_CHARACTERS: Final = 10_000_000

_TEXT: Final = re.compile(r"<TEXT>(?P<text>.*?)</TEXT>", re.DOTALL)
_DATE: Final = re.compile(r"<DCT>\s*(?P<tag><TIMEX3\b[^>]*>)", re.DOTALL)
_TAG: Final = re.compile(r"<[^<>]*>")
_ATTRIBUTE: Final = re.compile(r"([A-Za-z]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class BadTimeMl(ValueError):
    """A row that is no TimeML document; the message says where and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A time in a text.

    Attributes:
        begin, end: code points of the text, half open.
        value: of TIMEX3, "" where it has none.
        kind: DATE, TIME, DURATION or SET; "" where nobody said.
    """

    begin: int
    end: int
    value: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TimeMl:
    """One document.

    Attributes:
        name: of its file.
        text: between <TEXT> and </TEXT>, without tags, entities decoded.
        published: the day on which it was made, "2024-05-31"; None where it is not told.
        times: those marked in the text, in order.
    """

    name: str
    text: str
    published: str | None
    times: tuple[Time, ...]

    @classmethod
    def read(cls, name: str, markup: str) -> Self:
        """Read the markup of one document.

        Raises:
            BadTimeMl: there is no text in it, or a time that does not end.
        """
        found = _TEXT.search(markup)
        if found is None:
            raise BadTimeMl(f"{name}: no <TEXT>…</TEXT> in it; give TimeML as TempEval-3 has it")
        text, times = _taken_apart(name, found["text"])
        made = _DATE.search(markup)
        day = _DAY.match(_attributes(made["tag"]).get("value", "")) if made else None
        return cls(name, text, day and day.group(), times)


def _taken_apart(name: str, marked: str) -> tuple[str, tuple[Time, ...]]:
    """Give a text without its tags, and the times that these enclose."""
    parts: list[str] = []
    times: list[Time] = []
    opened: list[tuple[int, dict[str, str]]] = []
    length, last = 0, 0
    for tag in _TAG.finditer(marked):
        parts.append(html.unescape(marked[last : tag.start()]))
        length, last = length + len(parts[-1]), tag.end()
        word = tag.group()
        if word.startswith("<TIMEX3") and not word.endswith("/>"):
            opened.append((length, _attributes(word)))
        elif word.startswith("</TIMEX3"):
            if not opened:
                raise BadTimeMl(f"{name}: a </TIMEX3> that nothing opens; mend the file")
            begin, told = opened.pop()
            times.append(Time(begin, length, told.get("value", ""), told.get("type", "")))
    if opened:
        raise BadTimeMl(f"{name}: a <TIMEX3> that is not closed; mend the file")
    parts.append(html.unescape(marked[last:]))
    return "".join(parts), tuple(sorted(times))


def _attributes(tag: str) -> dict[str, str]:
    """Give the attributes of a tag, decoded."""
    return {key: html.unescape(one or other) for key, one, other in _ATTRIBUTE.findall(tag)}


def read_file(path: Path) -> Iterator[TimeMl]:
    """Give the documents of a JSONL file with `file` and `tml` in each row, plain or gzip.

    Raises:
        BadTimeMl: a row that cannot be read; names the file and the line.
    """
    read = 0
    try:
        with _open(path) as lines:
            for line in lines:
                if line.strip():
                    yield _document(line)
                read += 1
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as bad:
        raise BadTimeMl(
            f"{path}, after line {read}: cannot be read ({bad}); give UTF-8 JSONL, plain or gzip"
        ) from bad
    except BadTimeMl as bad:
        raise BadTimeMl(f"{path}, line {read + 1}: {bad}") from bad


def _open(path: Path) -> TextIO:
    """Open a file as text, unpacked where its first bytes say that it is packed."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8")


def _document(line: str) -> TimeMl:
    """Read one row."""
    if len(line) > MAX_CHARACTERS:
        raise BadTimeMl(f"{len(line):,} characters; a row holds one document, split it")
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as bad:
        raise BadTimeMl(f"no JSON ({bad}); write one object a line") from bad
    name, markup = (row.get("file"), row.get("tml")) if isinstance(row, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(markup, str):
        raise BadTimeMl('no "file" and "tml" in it, both text; write one object a line')
    return TimeMl.read(name, markup)
