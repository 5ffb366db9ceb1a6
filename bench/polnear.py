"""Reads PolNeAR: articles with who says what, in brat's format."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.rows import json_rows
from sayso.errors import BadInput

#: Half-open stretches of a text, in code points.
Pieces = tuple[tuple[int, int], ...]
_SPAN: Final = re.compile(r"(\d{1,9}) (\d{1,9})")
_MARK: Final = re.compile(r"T\d+")
_EVENT: Final = re.compile(r"E\d+")
#: "Content", "Content2" and so on are parts of one content.
_ROLE: Final = re.compile(r"(Source|Cue|Content)\d*")


@dataclass(frozen=True, slots=True, order=True)
class Attributed:
    """Who says what, by which words; the source may be empty."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the attributions of its first annotator."""

    doc_id: str
    text: str
    attributions: tuple[Attributed, ...]


def read(path: Path) -> Iterator[Article]:
    """Give the articles of a file, in order; an attribution without cue or content is left out.

    Raises:
        BadInput: the file cannot be read, or a row is no article of PolNeAR.
    """
    for row in json_rows(path):
        text, kept = row.take("text", str), row.take("ann", dict)
        first = next(iter(kept.values()), "")
        if not isinstance(first, str):
            raise BadInput(f"{row.place}: annotations that are no text; is this the right file?")
        found = attributions_of(first, len(text), row.place)
        yield Article(row.take("doc", str), text, tuple(a for a in found if a.cue and a.content))


def attributions_of(annotations: str, length: int, place: str) -> Iterator[Attributed]:
    """Give the attributions of one annotator, in their order in brat's file.

    Args:
        annotations: "T" lines mark stretches, "E" lines tie them together.
        length: of the text, in code points.
        place: where they stand, for errors.

    Raises:
        BadInput: a line is cut off, or refers to a stretch that is not there.
    """
    marked: dict[str, Pieces] = {}
    events: list[tuple[str, str]] = []
    for number, line in enumerate(annotations.split("\n"), 1):
        where = f"{place}, annotation {number}"
        fields = line.split("\t")  # a line without a mark goes on with the words of the last one
        if _MARK.fullmatch(fields[0]):
            marked[fields[0]] = _pieces(fields, length, where)
        elif _EVENT.fullmatch(fields[0]):
            events.append((where, fields[-1]))
    for where, event in events:
        yield _attributed(event, marked, where)


def _pieces(fields: list[str], length: int, where: str) -> Pieces:
    found = _SPAN.findall(fields[1]) if len(fields) > 1 else []
    pieces = tuple((int(first), int(last)) for first, last in found)
    if not pieces or not all(first < last <= length for first, last in pieces):
        raise BadInput(
            f"{where}: no stretch of the text of {length} characters; get the file again"
        )
    return pieces


def _attributed(event: str, marked: Mapping[str, Pieces], where: str) -> Attributed:
    roles: dict[str, Pieces] = {"Source": (), "Cue": (), "Content": ()}
    for part in event.split():
        name, _, mark = part.partition(":")
        role = _ROLE.fullmatch(name)
        if role is None:
            continue
        if mark not in marked:
            raise BadInput(f"{where}: refers to {mark!r}, which is not there; get the file again")
        roles[role[1]] += marked[mark]
    return Attributed(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))
