"""Read an outline: headings, ids of what is to be told, and sentences that carry their ids.

    # Who says what in Ghazni
    ; a line that begins so is not read, and no more is what follows " ; " after an id

    ## Contested
    f-1a2b3c4d5e6f ; the program tells this finding
    The Panel wrote of camps, which the Front denies. {c-9b1c4f20-17 c-9b1c4f20-18}

Our own Markdown, written with the ids of its sentences in comments, is read in the same way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sayso.errors import BadInput
from sayso.model.ids import ClaimId, FindingId
from sayso.model.outlines import Outline, OutlineLine, OutlineSection

_ID: Final = re.compile(r"\b(?:f-[0-9a-f]{6,}|c-[0-9a-f]{6,}-\d+)\b")
_ID_LINE: Final = re.compile(rf"(?:[-*]\s+)?((?:{_ID.pattern}[,\s]*)+)(?:;.*)?")
_IDS_BEHIND: Final = re.compile(
    rf"<!--\s*((?:{_ID.pattern}\s*)+)-->|\{{\s*((?:{_ID.pattern}[,\s]*)+)\}}"
)
_STATUS: Final = re.compile(r"\s*\*\(([^()*]+)\)\*\s*$")
_NOTE_MARK: Final = re.compile(r"\[\^\d+\]")
_NUMBER: Final = re.compile(r"^\*\*\d+\.\*\*\s+|^\d+\.\s+")
_EMPHASISED: Final = re.compile(r"^(?:\s*\*[^*]+\*)+$")
_ESCAPED: Final = re.compile(r"\\([\\`*\[\]<>|_{};#.-])")


@dataclass(slots=True)
class _Block:
    """Lines of a file that stand together, with the row of the first."""

    row: int
    lines: list[str] = field(default_factory=list)


def read(text: str, origin: str, own_headings: frozenset[str]) -> Outline:
    """Read an outline.

    Args:
        text: of the file.
        origin: what to call the file in an error.
        own_headings: of sections that the program writes itself; what stands there is not read.

    Raises:
        BadInput: it has no heading, and so no section.
    """
    title = None
    sections: list[tuple[str, list[tuple[OutlineLine, ...]]]] = []
    is_own = False
    for block in _blocks(text):
        first = block.lines[0]
        if first.startswith("## "):
            heading = _plain(first.removeprefix("## "))
            is_own = heading in own_headings
            if not is_own:
                sections.append((heading, []))
        elif first.startswith("# "):
            title = _plain(first.removeprefix("# "))
        elif sections and not is_own:
            sections[-1][1].extend(_paragraphs(block))
    if not sections:
        raise BadInput(
            f"{origin}: no line begins with `## `: an outline has headings, and under them ids of "
            "findings or sentences with ids: `sayso brief --to outline` writes one"
        )
    made = (OutlineSection(heading=h, paragraphs=tuple(p for p in ps if p)) for h, ps in sections)
    return Outline(title=title, sections=tuple(made), origin=origin)


def _blocks(text: str) -> Iterator[_Block]:
    """Give runs of lines between empty ones; a heading stands alone; comments are left out."""
    block = _Block(0)
    for row, line in enumerate(text.splitlines(), 1):
        told = line.strip().lstrip("\ufeff")
        if told.startswith((";", ">")):
            continue
        if not told or told.startswith("#") or _ID_LINE.fullmatch(told):
            if block.lines:
                yield block
            block = _Block(row)
            if told:
                yield _Block(row, [told])
            continue
        if not block.lines:
            block.row = row
        block.lines.append(told)
    if block.lines:
        yield block


def _paragraphs(block: _Block) -> Iterator[tuple[OutlineLine, ...]]:
    found = _ID_LINE.fullmatch(block.lines[0])
    if found is not None:
        yield (_line(None, found[1], block.row),)
        return
    yield tuple(_sentences(" ".join(block.lines), block.row))


def _sentences(text: str, row: int) -> Iterator[OutlineLine]:
    """Give the sentences of a paragraph; what stands after the last ids has none."""
    place = 0
    for found in _IDS_BEHIND.finditer(text):
        yield _line(text[place : found.start()], found[1] or found[2], row)
        place = found.end()
    rest = text[place:].strip()
    if rest and not _EMPHASISED.fullmatch(rest):  # a mark that the program sets again
        yield _line(rest, "", row)


def _line(text: str | None, ids: str, row: int) -> OutlineLine:
    keys = _ID.findall(ids)
    told = None if text is None else _NOTE_MARK.sub("", _NUMBER.sub("", text.strip()))
    status = None if told is None else _STATUS.search(told)
    return OutlineLine(
        text=None if told is None else _plain(_STATUS.sub("", told)),
        claims=tuple(ClaimId(key) for key in dict.fromkeys(keys) if key.startswith("c-")),
        findings=tuple(FindingId(key) for key in dict.fromkeys(keys) if key.startswith("f-")),
        status=None if status is None else status[1],
        row=row,
    )


def _plain(text: str) -> str:
    """Give the words without what made them safe as Markdown."""
    return _ESCAPED.sub(r"\1", " ".join(text.split())).replace("&amp;", "&")
