"""Makes paragraphs, headings, footnotes and page furniture of the lines on printed pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from sayso.collect.readers.plain import Part
from sayso.model.vocabulary import PassageKind

#: Furniture stands in this share of the page's height, at the top and at the bottom.
_MARGIN = 0.12
#: A running title is on this share of a document's pages, but on so many at least, and a line on
#: so many as the last is one in any case.
_RUNNING_SHARE, _RUNNING_LEAST, _RUNNING_SURELY = 0.2, 2, 5
#: Sizes against the size of most of the text.
_SMALL, _LARGE = 0.92, 1.1
_BOLD = 1.25
#: Footnotes begin below this share of the page's height.
_NOTES_BELOW = 0.4
#: White space between paragraphs is larger than that between lines by this share of a line.
_GAP = 0.4
_HEADING_END = re.compile(r"[.!:;,…۔。][\"'”’»)\]]*\Z")
_MAX_HEADING_LINES = 3

_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[\-–—]?\s*\d{1,4}\s*[\-–—]?(?:\s*(?:/|of)\s*\d{1,4})?|\d{2}-\d{5}(?:\s.*)?"
    r"|[ivxl]{1,6}",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:\.\s?){5,}\s*[ivxl\d]*\s*\Z")
_NOTE = re.compile(r"(?:(\d{1,3})|[*†‡])[.)]?\s*[\"“‘'(]?[^\W\d_]")
_NUMBERED = re.compile(r"\d{1,3}\.\s+\S|\([a-z0-9]{1,4}\)\s|[a-z]\)\s|[•▪‣◦●○■]\s?")
_COMPLETE = re.compile(r"[.!?:;…؟۔。][\"'”’»)\]]*\d{0,3}\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page; lengths in points, from the top and the left of the page.

    Attributes:
        size: height of its letters.
        weight: of its font; 400 is regular, 700 bold, as far as the file tells.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a page in the order of its text layer; `number` counts from 1."""

    number: int
    height: float
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Piece:
    """Lines that belong together; one that runs over the page's end grows on the next."""

    kind: PassageKind
    page: int
    lines: list[Line]

    def words(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """How most of a document is set: size and weight of its letters, white space between lines."""

    size: float
    weight: float
    gap: float


def parts_of(pages: Sequence[Page]) -> list[Part]:
    """Give the blocks of a document, page by page: body, then footnotes, then furniture.

    A paragraph that runs over the end of a page stays one, on the page where it begins. Words
    and hyphens stay as the page has them, lines stay lines.
    """
    body = _body_of(pages)
    running = _running_lines(pages)
    pieces: list[_Piece] = []
    open_piece: _Piece | None = None
    latest_note = 0
    for page in pages:
        rest, furniture = _without_furniture(page, body, running)
        notes = _notes(rest, page, body, latest_note)
        found = list(_paragraphs(rest[: len(rest) - sum(map(len, notes))], page.number, body))
        if found and open_piece is not None and _goes_on(open_piece, found[0]):
            open_piece.lines.extend(found.pop(0).lines)
        pieces += found
        pieces += [_Piece(PassageKind.FOOTNOTE, page.number, note) for note in notes]
        pieces += [_Piece(PassageKind.FURNITURE, page.number, [line]) for line in furniture]
        open_piece = found[-1] if found else open_piece
        latest_note = max([latest_note, *(_note_number(note[0]) or 0 for note in notes)])
    return [(piece.words(), piece.kind, piece.page) for piece in pieces]


def _body_of(pages: Sequence[Page]) -> _Body:
    sizes: Counter[float] = Counter()
    weights: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
            weights[line.weight] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    gaps = [
        below.top - above.bottom
        for page in pages
        for above, below in zip(page.lines, page.lines[1:], strict=False)
        if 0 <= below.top - above.bottom < 2 * size
    ]
    return _Body(
        size=size,
        weight=weights.most_common(1)[0][0] if weights else 0.0,
        gap=median(gaps) if gaps else 0.0,
    )


def _margin_key(line: Line, page: Page) -> str | None:
    """Give a line of the margins with its digits made alike; None for a line between them."""
    middle = (line.top + line.bottom) / 2 / page.height
    if _MARGIN < middle < 1 - _MARGIN:
        return None
    return re.sub(r"\d+", "#", line.text.strip())


def _running_lines(pages: Sequence[Page]) -> set[str]:
    """Give the margin lines that return on page after page."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({key for line in page.lines if (key := _margin_key(line, page)) is not None})
    least = max(_RUNNING_LEAST, min(_RUNNING_SURELY, len(pages) * _RUNNING_SHARE))
    return {key for key, count in seen.items() if count >= least}


def _without_furniture(page: Page, body: _Body, running: set[str]) -> tuple[list[Line], list[Line]]:
    """Give a page's lines and, apart, its furniture, each in order."""
    rest: list[Line] = []
    furniture: list[Line] = []
    for line in page.lines:
        (furniture if _is_furniture(line, page, body, running) else rest).append(line)
    return rest, furniture


def _is_furniture(line: Line, page: Page, body: _Body, running: set[str]) -> bool:
    """Tell contents lists and, in the margins, running titles, page numbers, small top lines."""
    key = _margin_key(line, page)
    rank = _rank(line, body)
    if key is None or rank > 1:
        return _CONTENTS.search(line.text) is not None
    if _COMPLETE.search(line.text) is not None and _note_number(line) is not None:
        return False  # "3 Ibid." stands on many pages, and is said
    is_small_remark = rank < 0 and line.top < page.height / 2 and not _COMPLETE.search(line.text)
    is_number = _PAGE_NUMBER.fullmatch(line.text.strip()) is not None
    return key in running or is_small_remark or is_number


def _notes(lines: Sequence[Line], page: Page, body: _Body, latest: int) -> list[list[Line]]:
    """Give the footnotes at the foot of a page: small lines, numbered on from the latest note.

    Args:
        lines: of the page, without furniture.
        page: for its height.
        body: how most of the document is set.
        latest: number of the last footnote before this page; 0 where there was none.
    """
    first = len(lines)
    while (
        first
        and lines[first - 1].size < body.size * _SMALL
        and lines[first - 1].top > page.height * _NOTES_BELOW
    ):
        first -= 1
    notes: list[list[Line]] = []
    for line in lines[first:]:
        number = _note_number(line)
        if number is not None and (number in {0, 1, latest + 1} or latest == 0):
            notes.append([])
            latest = number or latest
        if notes:
            notes[-1].append(line)
    return notes


def _note_number(line: Line) -> int | None:
    """Give the number that a line begins with as footnotes do; 0 for an asterisk."""
    found = _NOTE.match(line.text)
    return None if found is None else int(found[1] or 0)


def _paragraphs(lines: Sequence[Line], page: int, body: _Body) -> Iterator[_Piece]:
    piece: list[Line] = []
    width = max((line.right for line in lines), default=0.0)
    for line in lines:
        if piece and _begins_paragraph(piece[-1], line, body, width):
            yield _Piece(_kind_of(piece, body), page, piece)
            piece = []
        piece.append(line)
    if piece:
        yield _Piece(_kind_of(piece, body), page, piece)


def _begins_paragraph(before: Line, line: Line, body: _Body, width: float) -> bool:
    """Say whether a line begins a paragraph: by its number, its letters or the white around it."""
    if _NUMBERED.match(line.text) or _differs(before, line, body):
        return True
    if line.top - before.bottom > body.gap + _GAP * body.size:
        return True
    is_indented = line.left > before.left + body.size / 2
    had_room = before.right < width * 0.85
    return bool(_COMPLETE.search(before.text)) and (is_indented or had_room)


def _differs(before: Line, line: Line, body: _Body) -> bool:
    """Say whether one of two lines stands out and the other does not."""
    return max(_rank(before, body), 0) != max(_rank(line, body), 0)


def _rank(line: Line, body: _Body) -> int:
    """Give how a line stands out: 2 large, 1 bold, 0 like the body, -1 small."""
    if line.size > body.size * _LARGE:
        return 2
    if line.weight > body.weight * _BOLD:
        return 1
    return -1 if line.size < body.size * _SMALL else 0


def _kind_of(lines: Sequence[Line], body: _Body) -> PassageKind:
    """Tell a heading: a few lines that stand out, or are in capitals, and do not end in a stop."""
    words = " ".join(line.text for line in lines)
    stands_out = all(_rank(line, body) > 0 for line in lines) or words.isupper()
    is_short = len(lines) <= _MAX_HEADING_LINES
    is_heading = stands_out and is_short and _HEADING_END.search(words) is None
    return PassageKind.HEADING if is_heading else PassageKind.SENTENCE


def _goes_on(piece: _Piece, following: _Piece) -> bool:
    """Say whether a paragraph runs on over the end of the page."""
    return (
        piece.kind is following.kind is PassageKind.SENTENCE
        and _COMPLETE.search(piece.lines[-1].text) is None
        and _NUMBERED.match(following.lines[0].text) is None
        and not following.lines[0].text.isupper()
    )
