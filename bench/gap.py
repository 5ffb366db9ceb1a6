"""Reads GAP: a pronoun and two names, and which of them it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.rows import lines
from sayso.errors import BadInput

COLUMNS: Final = tuple(
    "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL".split()  # noqa: SIM905  # as in the file
)
_ANSWERS: Final = {"TRUE": True, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Question:
    """A text and the half-open stretches of a pronoun and two names; `is_a`, `is_b` are gold."""

    doc_id: str
    text: str
    pronoun: tuple[int, int]
    a: tuple[int, int]
    b: tuple[int, int]
    is_a: bool
    is_b: bool


def read(path: Path) -> Iterator[Question]:
    """Give the questions of a file, in order; the address of the page is not read.

    Raises:
        BadInput: the file cannot be read, or a row is no question of GAP.
    """
    for place, line in lines(path):
        fields = line.split("\t")
        if tuple(fields) == COLUMNS or not line:
            continue
        if len(fields) != len(COLUMNS):
            raise BadInput(f"{place}: {len(fields)} fields, not {len(COLUMNS)}; is this GAP?")
        yield _question(dict(zip(COLUMNS, fields, strict=True)), place)


def _question(row: dict[str, str], place: str) -> Question:
    return Question(
        doc_id=row["ID"],
        text=row["Text"],
        pronoun=_stretch(row, "Pronoun", place),
        a=_stretch(row, "A", place),
        b=_stretch(row, "B", place),
        is_a=_answer(row, "A-coref", place),
        is_b=_answer(row, "B-coref", place),
    )


def _stretch(row: dict[str, str], column: str, place: str) -> tuple[int, int]:
    words, offset = row[column], row[f"{column}-offset"]
    start = int(offset) if offset.isdecimal() else -1
    if start < 0 or row["Text"][start : start + len(words)] != words or not words:
        raise BadInput(f"{place}: {column} {words!r} is not in the text at {offset!r}")
    return start, start + len(words)


def _answer(row: dict[str, str], column: str, place: str) -> bool:
    if row[column].upper() not in _ANSWERS:
        raise BadInput(f"{place}: {column} is {row[column]!r}, neither TRUE nor FALSE")
    return _ANSWERS[row[column].upper()]
