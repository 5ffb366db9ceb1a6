"""Draws pages of a PDF and finds words on them, in a process that a hostile file may break."""

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from sayso.collect.readers.pdf import apart, on_sheet, opened, question
from sayso.collect.sheets.png import png
from sayso.collect.sheets.squeezed import Squeezed
from sayso.errors import NotFound, SaysoError, Unreadable
from sayso.model.documents import Original

_POINTS_AN_INCH: Final = 72
#: Dots of a picture at most; a giant page is drawn coarser.
_MOST_DOTS: Final = 12_000_000

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: its number from 1, and its size in points."""

    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Words that are looked for on a page.

    Attributes:
        parts: stretches of them that are looked for too, by id; code points of the text.
    """

    id: str
    text: str
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)


def sizes(original: Original) -> tuple[Sheet, ...]:
    """Give the pages of a PDF.

    Raises:
        Unreadable: it cannot be opened.
    """
    told = _told(apart(answer_sizes, {}, original))
    return tuple(
        Sheet(number=number, width=width, height=height)
        for number, (width, height) in enumerate(told["sizes"], 1)
    )


def drawn(original: Original, number: int, dpi: int) -> bytes:
    """Give a page as a picture (PNG).

    Raises:
        NotFound: the file has no such page.
        Unreadable: it cannot be drawn.
    """
    written = apart(answer_drawn, {"number": number, "dpi": dpi}, original)
    line, _, picture = written.partition(b"\n")
    _told(line)
    return picture


def found_on(
    original: Original, number: int, wanted: Sequence[Wanted]
) -> tuple[Sheet, dict[str, tuple[Box, ...]]]:
    """Give a page, and where on it each of the words stand: left, top, right, bottom, in points.

    What is not found on the page is left out.

    Raises:
        NotFound: the file has no such page.
        Unreadable: it cannot be opened.
    """
    asked = {"number": number, "wanted": [asdict(one) for one in wanted]}
    told = _told(apart(answer_found, asked, original))
    width, height = told["size"]
    boxes = {key: tuple((a, b, c, d) for a, b, c, d in of) for key, of in told["boxes"].items()}
    return Sheet(number=number, width=width, height=height), boxes


def _told(line: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(line)
    if "missing" in told:
        raise NotFound(told["missing"])
    if "refused" in told:
        raise Unreadable(told["refused"])
    return told


# What the process of its own does


def answer_sizes() -> None:
    """Write the sizes of all pages."""
    asked = question()

    def answer() -> dict[str, object]:
        with opened(sys.stdin.buffer.read(), asked["locator"]) as document:
            return {"sizes": [document.get_page_size(at) for at in range(len(document))]}

    _write(answer)


def answer_drawn() -> None:
    """Write a page as a picture."""
    asked = question()
    pictures: list[bytes] = []

    def answer() -> dict[str, object]:
        with (
            opened(sys.stdin.buffer.read(), asked["locator"]) as document,
            closing(document[_place(document, asked)]) as page,
        ):
            area = page.get_width() * page.get_height()
            scale = min(asked["dpi"] / _POINTS_AN_INCH, (_MOST_DOTS / max(area, 1)) ** 0.5)
            with closing(page.render(scale=scale, rev_byteorder=True)) as bitmap:
                rows = memoryview(bitmap.buffer).cast("B")
                size = (bitmap.width, bitmap.height, bitmap.n_channels, bitmap.stride)
                pictures.append(png(rows, *size))
        return {}

    _write(answer, pictures)


def answer_found() -> None:
    """Write where words stand on a page."""
    asked = question()

    def answer() -> dict[str, object]:
        with (
            opened(sys.stdin.buffer.read(), asked["locator"]) as document,
            closing(document[_place(document, asked)]) as page,
        ):
            return {"size": page.get_size(), "boxes": _boxes(page, asked["wanted"])}

    _write(answer)


def _place(document: Any, asked: dict[str, Any]) -> int:  # noqa: ANN401  # pdfium's, of one file
    number: int = asked["number"]
    if number > len(document):
        raise NotFound(f"{asked['locator']}: no page {number}; it has {len(document):,}")
    return number - 1


def _boxes(page: Any, wanted: Sequence[dict[str, Any]]) -> dict[str, list[Box]]:  # noqa: ANN401  # the same
    """Give the boxes of the words that are on a page; the same words again are further on."""
    boxes: dict[str, list[Box]] = {}
    with closing(page.get_textpage()) as text_page:
        signs = text_page.get_text_range(0, -1, errors="replace")
        shown = Squeezed.of(signs)
        after = 0
        for one in wanted:
            words = Squeezed.of(one["text"])
            at = shown.find(words, after)
            if at is None:
                continue
            after = at
            spans = {one["id"]: (0, len(one["text"])), **one["parts"]}
            for key, (start, end) in spans.items():
                place = shown.stretch(at, words, (start, end))
                if place is not None:
                    boxes[key] = [on_sheet(page, box) for box in _rects(text_page, place)]
    return boxes


def _rects(text_page: Any, place: tuple[int, int]) -> list[Box]:  # noqa: ANN401  # pdfium's
    """Give boxes around a stretch of signs, one a line; left, bottom, right, top."""
    start, end = place
    lines: list[Box] = []
    for at in range(text_page.count_rects(start, end - start)):
        box: Box = text_page.get_rect(at)
        if lines and _is_one_line(lines[-1], box):
            left, bottom, right, top = lines[-1]
            lines[-1] = (
                min(left, box[0]),
                min(bottom, box[1]),
                max(right, box[2]),
                max(top, box[3]),
            )
        else:
            lines.append(box)
    return lines


def _is_one_line(one: Box, other: Box) -> bool:
    """Say whether two boxes share more than half of the height of the lower one."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > min(one[3] - one[1], other[3] - other[1]) / 2


def _write(answer: Any, after: Sequence[bytes] = ()) -> None:  # noqa: ANN401
    try:
        told = answer()
    except NotFound as bad:
        told = {"missing": str(bad)}
    except SaysoError as bad:
        told = {"refused": str(bad)}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + b"".join(after))
