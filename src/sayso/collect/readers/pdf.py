"""Reads PDFs page by page: the text layer, or Tesseract where a page has none."""

import ctypes
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from sayso.collect.limits import Limits
from sayso.collect.media import PDF
from sayso.collect.readers.ocr import Recogniser, installed_recogniser
from sayso.collect.readers.page_layout import Line, Page, parts_of
from sayso.collect.readers.plain import Part, blocks_of, joined
from sayso.errors import Unavailable, Unreadable
from sayso.model.documents import Original
from sayso.model.ids import Span
from sayso.model.vocabulary import PassageKind
from sayso.ports import Block, ReadText

_END_BYTES = 4_096
_OCR_SCALE = 300 / 72
_MAX_DOTS = 50_000_000
_PAGES_NAMED = 8
#: Characters; no printed page holds so many.
_MAX_ON_PAGE = 1_000_000
#: What reading one file may take, in bytes and in seconds of one core; 5,000 full pages take
#: a quarter of the memory and a two-hundredth of the time.
_MEMORY_BYTES, _CPU_S, _CPU_PAGE_S = 2_000_000_000, 60, 2
#: Parts of a point to which a box on a page is told.
_PARTS = 16
_BOLD_WEIGHT = 700.0
_BOLD_NAME = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_FONT_NAME_BYTES = 128
#: What pdfium puts for a hyphen at the end of a line, and signs that no page shows.
_HYPHENS = {0xFFFE: "-", 0x0002: "-"}
_UNSHOWN = {code: None for code in range(0x20) if chr(code) not in "\t\r\n"}
_PROGRAM_NAMES = re.compile(r"microsoft|untitled|\.(?:docx?|pdf|indd|qxp|rtf)\b", re.IGNORECASE)
_UN_DATE = re.compile(r"Distr\.:[^\d]{0,60}(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_MONTHS = "January February March April May June July August September October November December"


class PdfReader:
    """Reads PDF; needs no program but, for pages without a text layer, Tesseract."""

    media_types = frozenset({PDF})

    def __init__(
        self,
        limits: Limits | None = None,
        find_recogniser: Callable[[], Recogniser | None] | None = None,
    ) -> None:
        """Choose how to read.

        Args:
            limits: of pages and characters.
            find_recogniser: reads pictures of pages, in this process; without one, the file is
                read in a process of its own, which a hostile file may break.
        """
        self._limits = Limits() if limits is None else limits
        self._find_recogniser = find_recogniser

    def read(self, original: Original) -> ReadText:
        """Give the pages' blocks with their page numbers.

        Raises:
            Unreadable: truncated, damaged, encrypted, too many pages, or no text on any page; or
                reading it takes more memory or time than any PDF should.
        """
        if b"%%EOF" not in original.content.rstrip(b"\0")[-_END_BYTES:]:
            raise Unreadable(f"{original.locator} is truncated: its end is missing; get it again")
        if self._find_recogniser is None:
            return _read_apart(original, self._limits)
        with opened(original.content, original.locator) as document:
            return _read_pages(document, original.locator, self._limits, self._find_recogniser())


def _read_apart(original: Original, limits: Limits) -> ReadText:
    """Read a file in a process of its own, so that it can take no more than its share."""
    told = json.loads(apart(answer_apart, {"limits": asdict(limits)}, original))
    if "refused" in told:
        raise Unreadable(told["refused"])
    blocks = (
        Block(span=Span(start, end), kind=PassageKind(kind), page=page)
        for start, end, kind, page in told.pop("blocks")
    )
    return ReadText(blocks=tuple(blocks), remarks=tuple(told.pop("remarks")), **told)


def apart(answer: Callable[[], None], asked: Mapping[str, object], original: Original) -> bytes:
    """Let a function answer in a process of its own what is asked of a file; give what it wrote.

    Args:
        answer: of a module; begins with `question`, and writes to standard output.
        asked: as JSON.
        original: whose bytes it reads behind the question.

    Raises:
        Unreadable: the file broke the process, or took more than its share.
        Unavailable: there is no room for a process.
    """
    root = str(Path(__file__).resolve().parents[3])
    code = (
        f"import sys; sys.path.insert(0, {root!r});"
        f" from {answer.__module__} import {answer.__name__} as answer; answer()"
    )
    told = {**asked, "locator": original.locator, "memory_bytes": _MEMORY_BYTES}
    try:
        done = subprocess.run(  # noqa: S603  # this very program, fixed arguments
            [sys.executable, "-P", "-c", code],
            input=json.dumps(told).encode() + b"\n" + original.content,
            capture_output=True,
            check=False,
        )
    except OSError as bad:
        raise Unavailable(f"{original.locator}: no room to read it in: {bad}; try again") from bad
    if done.returncode:
        raise Unreadable(
            f"{original.locator}: broke its reader, or takes more than"
            f" {_MEMORY_BYTES:,} bytes or {_CPU_S} s and {_CPU_PAGE_S} s a page to be read;"
            " print it to a new PDF and add that"
        )
    return done.stdout


def question() -> dict[str, Any]:
    """Give, in a process of its own, what is asked; from here on it is held to its share."""
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    _hold_to("RLIMIT_AS", asked["memory_bytes"])
    _hold_to("RLIMIT_CORE", 0)
    _hold_to("RLIMIT_CPU", _CPU_S)
    return asked


def answer_apart() -> None:
    """Read the file on standard input, within bounds, and write what `_read_apart` reads back."""
    asked = question()
    locator, limits = asked["locator"], Limits(**asked["limits"])
    try:
        with opened(sys.stdin.buffer.read(), locator) as document:
            _hold_to("RLIMIT_CPU", _CPU_S + _CPU_PAGE_S * len(document))
            read = _read_pages(document, locator, limits, installed_recogniser())
    except Unreadable as bad:
        sys.stdout.write(json.dumps({"refused": str(bad)}))
        return
    told = {
        "text": read.text,
        "blocks": [(b.span.start, b.span.end, b.kind, b.page) for b in read.blocks],
        "title": read.title,
        "published": read.published,
        "remarks": read.remarks,
    }
    sys.stdout.write(json.dumps(told))


def _hold_to(what: str, most: int) -> None:
    """Let the system end this process when it takes more, where the system knows how."""
    with suppress(ImportError, ValueError, OSError):  # already held to less, or not a Unix
        import resource  # noqa: PLC0415  # not everywhere

        kind = getattr(resource, what)
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


@contextmanager
def opened(content: bytes, locator: str) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF, and say in our words why it cannot be read."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            yield document
    except pypdfium2.PdfiumError as bad:
        if bad.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable(f"{locator} is encrypted: remove the password") from bad
        raise Unreadable(f"{locator}: a damaged PDF: {bad}; get it again") from bad


def on_sheet(
    page: pypdfium2.PdfPage, box: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Give a box (left, bottom, right, top) as it lies on the page that is shown.

    That is left, top, right, bottom in points from its upper left corner, however the page is
    turned or cropped.
    """
    width, height = (round(size * _PARTS) for size in page.get_size())
    x, y = ctypes.c_int(), ctypes.c_int()
    found = []
    for across, up in (box[:2], box[2:]):
        pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, up, x, y)
        found.append((x.value / _PARTS, y.value / _PARTS))
    (a, b), (c, d) = found
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _read_pages(
    document: pypdfium2.PdfDocument, locator: str, limits: Limits, recogniser: Recogniser | None
) -> ReadText:
    count = len(document)
    if count > limits.max_pages:
        raise Unreadable(
            f"{locator}: {count:,} pages; at most {limits.max_pages:,}: split the file"
        )
    scans = _Scans(recogniser)
    pages = list(_pages(document, locator, limits, scans))
    parts = sorted([*parts_of(pages), *scans.parts], key=lambda part: part[2] or 0)
    if not parts:
        nothing = "no text on any page: is it the right file?"
        raise Unreadable(f"{locator}: {'; '.join(scans.remarks()) or nothing}")
    text, blocks = joined(parts)
    return ReadText(
        text=text,
        blocks=blocks,
        title=_title(document, parts),
        published=_un_date(text),
        remarks=scans.remarks(),
    )


def _pages(
    document: pypdfium2.PdfDocument, locator: str, limits: Limits, scans: "_Scans"
) -> Iterator[Page]:
    """Give the pages that have a text layer or nothing on them; pictures go to `scans`.

    Raises:
        Unreadable: a page, or all of them together, hold too many characters.
    """
    left = limits.max_text
    for number in range(1, len(document) + 1):
        try:
            with closing(document[number - 1]) as page, closing(page.get_textpage()) as text_page:
                signs = text_page.count_chars()
                left -= signs
                if signs > _MAX_ON_PAGE or left < 0:
                    raise Unreadable(
                        f"{locator}, page {number}: {signs:,} characters on the page; at most"
                        f" {_MAX_ON_PAGE:,}, and {limits.max_text:,} in all, are taken: split it"
                    )
                found = _page_of(page, text_page, number)
                if not found.lines:
                    scans.add(page, number)
            yield found
        except pypdfium2.PdfiumError as bad:
            scans.tell(number, f"damaged and not read: {bad}")


class _Scans:
    """Pages that are pictures, read by Tesseract where it is installed."""

    def __init__(self, recogniser: Recogniser | None) -> None:
        self._recogniser = recogniser
        self._told: dict[str, list[int]] = {}
        self.parts: list[Part] = []

    def add(self, page: pypdfium2.PdfPage, number: int) -> None:
        """Read one page; a page with nothing on it is passed over."""
        if next(page.get_objects(max_depth=1), None) is None:
            return
        if self._recogniser is None:
            self.tell(number, "no text layer: install tesseract-ocr to have such pages read")
            return
        try:
            words = self._recogniser(_picture_of(page))
        except Unreadable as bad:
            self.tell(number, f"no text layer: {bad}")
            return
        self.tell(number, "no text layer: the words were recognised from the picture")
        self.parts += [
            (block.span.of(words), PassageKind.SENTENCE, number) for block in blocks_of(words)
        ]

    def tell(self, number: int, what: str) -> None:
        """Note what a person should know about a page."""
        self._told.setdefault(what, []).append(number)

    def remarks(self) -> tuple[str, ...]:
        """Give what was noted, with the pages that it was noted of."""
        return tuple(f"{_listed(numbers)}: {what}" for what, numbers in self._told.items())


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_PAGES_NAMED])
    if len(numbers) > _PAGES_NAMED:
        return f"pages {shown} … ({len(numbers)} in all)"
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


def _picture_of(page: pypdfium2.PdfPage) -> bytes:
    """Draw a page at 300 dots an inch, a giant one coarser, as eight-bit grey PNM."""
    area = page.get_width() * page.get_height()
    scale = min(_OCR_SCALE, (_MAX_DOTS / area) ** 0.5)
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        rows = memoryview(bitmap.buffer).cast("B")
        shown = b"".join(
            rows[start : start + bitmap.width]
            for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + shown


def _page_of(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, number: int) -> Page:
    height = max(page.get_height(), 1.0)
    return Page(number=number, height=height, lines=tuple(_lines(text_page, height)))


def _lines(text_page: pypdfium2.PdfTextPage, page_height: float) -> Iterator[Line]:
    codes = [
        pdfium.FPDFText_GetUnicode(text_page, place) for place in range(text_page.count_chars())
    ]
    start = 0
    for place, code in enumerate([*codes, ord("\n")]):
        if code in {ord("\r"), ord("\n")}:
            shown = [i for i in range(start, place) if not chr(codes[i]).isspace()]
            if shown:
                words = _decoded(codes[shown[0] : shown[-1] + 1])
                yield _line(text_page, words, shown, page_height)
            start = place + 1


def _decoded(codes: list[int]) -> str:
    """Give the characters; halves of one character are put together, lone halves are replaced."""
    words = "".join(_HYPHENS.get(code) or chr(code) for code in codes).translate(_UNSHOWN)
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _line(
    text_page: pypdfium2.PdfTextPage, words: str, shown: list[int], page_height: float
) -> Line:
    samples = [shown[at] for at in (0, len(shown) // 4, len(shown) // 2, len(shown) * 3 // 4, -1)]
    boxes = [text_page.get_charbox(place, loose=True) for place in samples]
    return Line(
        text=words,
        left=boxes[0][0],
        right=max(box[2] for box in boxes),
        top=page_height - median(box[3] for box in boxes),
        bottom=page_height - median(box[1] for box in boxes),
        size=median(box[3] - box[1] for box in boxes),
        weight=min(_weight(text_page, place) for place in samples),
    )


def _weight(text_page: pypdfium2.PdfTextPage, place: int) -> float:
    """Give the weight of a character's font: bold where the font's name says so."""
    name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    pdfium.FPDFText_GetFontInfo(text_page, place, name, _FONT_NAME_BYTES, None)
    if _BOLD_NAME.search(name.value):
        return _BOLD_WEIGHT
    return float(pdfium.FPDFText_GetFontWeight(text_page, place))


def _title(document: pypdfium2.PdfDocument, parts: list[Part]) -> str | None:
    """Give the title that the file states, else the first heading of its first page."""
    stated = " ".join(document.get_metadata_value("Title").split())
    if stated and not _PROGRAM_NAMES.search(stated):
        return stated
    headings = (words for words, kind, page in parts if kind is PassageKind.HEADING and page == 1)
    return next((" ".join(words.split()) for words in headings), None)


def _un_date(text: str) -> str | None:
    """Give the date under "Distr.:" on a United Nations document."""
    found = _UN_DATE.search(text[:_END_BYTES])
    months = _MONTHS.split()
    if found is None or found[2] not in months:
        return None
    return f"{found[3]}-{months.index(found[2]) + 1:02}-{int(found[1]):02}"
