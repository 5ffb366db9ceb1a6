"""Reads the rows of a data file, plain or packed with gzip; errors name the file and the line."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeVar, cast

from sayso.errors import BadInput

#: Bytes; no row of a benchmark is longer, and a file without line ends is none.
LONGEST: Final = 50_000_000
_GZIP: Final = b"\x1f\x8b"

Field = TypeVar("Field", str, int, dict, list)  # type: ignore[type-arg]  # what JSON holds


@dataclass(frozen=True, slots=True)
class Row:
    """One JSON object and where it stands ("train.jsonl, line 7")."""

    place: str
    fields: Mapping[str, object]

    def take(self, key: str, kind: type[Field]) -> Field:
        """Give a field of this type.

        Raises:
            BadInput: it is missing or of another type.
        """
        found = self.fields.get(key)
        if not isinstance(found, kind) or isinstance(found, bool):
            raise BadInput(f"{self.place}: no {kind.__name__} {key!r}; is this the right file?")
        return found

    def below(self, key: str) -> "Row":
        """Give a field that is an object."""
        return Row(f"{self.place}, {key}", cast(Mapping[str, object], self.take(key, dict)))

    def each(self, key: str) -> Iterator["Row"]:
        """Give the objects of a field that is a list of them."""
        for number, found in enumerate(self.take(key, list)):
            place = f"{self.place}, {key}[{number}]"
            if not isinstance(found, dict):
                raise BadInput(f"{place}: no object; is this the right file?")
            yield Row(place, found)

    def span(self, begin: str, end: str, text: str) -> tuple[int, int]:
        """Give two fields that mark a stretch of a text, half open.

        Raises:
            BadInput: it is empty or reaches past the text.
        """
        first, last = self.take(begin, int), self.take(end, int)
        if not 0 <= first < last <= len(text):
            raise BadInput(
                f"{self.place}: {begin} {first} to {end} {last} is no stretch of a text of"
                f" {len(text)} characters; are the offsets code points?"
            )
        return first, last


def json_rows(path: Path) -> Iterator[Row]:
    """Give the JSON objects of a file, one a line; empty lines are passed over.

    Raises:
        BadInput: the file cannot be read, or a line is no JSON object.
    """
    for place, line in lines(path):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as bad:
            raise BadInput(f"{place}: no JSON: {bad}; get the file again") from bad
        if not isinstance(found, dict):
            raise BadInput(f"{place}: no JSON object; is this the right file?")
        yield Row(place, found)


def lines(path: Path) -> Iterator[tuple[str, str]]:
    """Give each line, without its end, after its place ("train.jsonl, line 7").

    Raises:
        BadInput: the file cannot be read, is damaged, or a line is no UTF-8 or too long.
    """
    number = 0
    try:
        with opened(path) as file:
            while packed := file.readline(LONGEST + 1):
                number += 1
                if len(packed) > LONGEST:
                    advice = f"longer than {LONGEST:,} bytes; is this the right file?"
                    raise BadInput(f"{path.name}, line {number}: {advice}")
                yield f"{path.name}, line {number}", packed.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as bad:
        raise BadInput(f"{path.name}, line {number}: no UTF-8; get the file again") from bad
    except (OSError, EOFError, zlib.error) as bad:
        after = f", after line {number}" if number else ""
        raise BadInput(f"{path}{after}: cannot be read: {bad}; get the file again") from bad


def opened(path: Path) -> BinaryIO:
    """Open a file, unpacked if it is gzip by its first bytes."""
    with path.open("rb") as file:
        is_packed = file.read(len(_GZIP)) == _GZIP
    return cast(BinaryIO, gzip.open(path, "rb")) if is_packed else path.open("rb")
