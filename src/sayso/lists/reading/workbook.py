"""Spreadsheets (.xlsx): the text of their cells, a date as ISO, without a library of its own."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.reading.xml import read_xml
from sayso.model.documents import Original

#: Bytes of one part, unpacked, and how many times larger than itself it may grow; a real list of
#: 11,000 rows has 12 million, and grows twelvefold.
_MOST_BYTES, _MOST_RATIO = 200_000_000, 200
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: Formats of the standard (ECMA-376, 18.8.30) that show a day, and those that show a month.
_DAY_FORMATS: Final = frozenset({14, 15, 22, *range(27, 32), 36, 50, 51, 52, 53, 54, 57, 58})
_MONTH_FORMATS: Final = frozenset({17, 55})
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_COLUMN: Final = re.compile(r"([A-Z]{1,3})\d+")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ZERO_DAY, _ZERO_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)

#: The rows of a sheet that are not empty: the number, and the cells up to the last filled one.
Sheet = Sequence[tuple[int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets by title, with the numbers of their rows, and when the file was saved."""

    sheets: tuple[tuple[str, Sheet], ...]
    saved: str | None


class _Parts:
    """The parts of one packed file."""

    def __init__(self, original: Original) -> None:
        self._original = original
        try:
            self._packed = zipfile.ZipFile(io.BytesIO(original.content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as bad:
            raise self._damaged(bad) from bad

    def root(self, part: str) -> Element | None:
        """Give a part's root element; None when there is no such part."""
        try:
            known = self._packed.getinfo(part)
        except KeyError:
            return None
        room = min(_MOST_BYTES, max(1_000_000, known.compress_size * _MOST_RATIO))
        try:
            with self._packed.open(known) as stream:
                content = stream.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as bad:
            raise self._damaged(bad) from bad  # a RuntimeError: it asks for a password
        if len(content) > room:
            raise BadListRelease(
                f"{self._original.locator}: {part} is larger than in any list; fetch it again"
            )
        named = f"{self._original.locator}, {part}"
        return read_xml(replace(self._original, content=content, locator=named), repair=False).root

    def needed(self, part: str) -> Element:
        """Give a part's root element.

        Raises:
            BadListRelease: there is no such part.
        """
        root = self.root(part)
        if root is None:
            raise BadListRelease(f"{self._original.locator}: no spreadsheet, {part} is missing")
        return root

    def _damaged(self, bad: Exception) -> BadListRelease:
        return BadListRelease(
            f"{self._original.locator}: a damaged spreadsheet ({bad}); fetch it again"
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the cells of a workbook share.

    Attributes:
        forms: of each style, "%Y-%m-%d", "%Y-%m" or "%Y" for a date, else None.
    """

    shared: tuple[str, ...]
    forms: tuple[str | None, ...]
    zero_day: date


def read_workbook(original: Original) -> Workbook:
    """Give the text of every cell; a formula's is the one that was last worked out.

    Raises:
        BadListRelease: the file is damaged, encrypted, or larger than any list.
    """
    parts = _Parts(original)
    book = parts.needed("xl/workbook.xml")
    links = parts.needed("xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    shared, core = parts.root("xl/sharedStrings.xml"), parts.root("docProps/core.xml")
    reading = _Reading(
        shared=() if shared is None else tuple(_text(item) for item in shared.iterfind("si")),
        forms=_forms(parts.root("xl/styles.xml")),
        zero_day=_zero_day(book),
    )
    paths = (
        (sheet.get("name", ""), targets.get(sheet.get(_RELATION)))
        for sheet in book.iterfind("sheets/sheet")
    )
    named = [(title, f"xl/{p}" if p[0] != "/" else p[1:]) for title, p in paths if p]
    return Workbook(
        sheets=tuple((title, tuple(_rows(parts.needed(path), reading))) for title, path in named),
        saved=None if core is None else core.findtext("modified"),
    )


def _zero_day(book: Element) -> date:
    stated = book.find("workbookPr")
    since_1904 = stated is not None and stated.get("date1904") in {"1", "true"}
    return _ZERO_DAY_1904 if since_1904 else _ZERO_DAY


def _forms(styles: Element | None) -> tuple[str | None, ...]:
    if styles is None:
        return ()
    own = {
        form.get("numFmtId"): form.get("formatCode", "")
        for form in styles.iterfind("numFmts/numFmt")
    }
    used = (style.get("numFmtId", "0") for style in styles.iterfind("cellXfs/xf"))
    return tuple(_form(number, own.get(number)) for number in used)


def _form(number: str, code: str | None) -> str | None:
    """Give how a style's dates are written; None for a style of no dates."""
    if code is None:
        standard = int(number) if number.isdecimal() else 0
        monthly = "%Y-%m" if standard in _MONTH_FORMATS else None
        return "%Y-%m-%d" if standard in _DAY_FORMATS else monthly
    bare = _QUOTED.sub("", code.lower())
    if "y" not in bare:
        return None
    return "%Y-%m-%d" if "d" in bare else "%Y-%m" if "m" in bare else "%Y"


def _rows(sheet: Element, reading: _Reading) -> Iterator[tuple[int, Sequence[str]]]:
    for place, row in enumerate(sheet.iterfind("sheetData/row"), 1):
        cells: list[str] = []
        for cell in row.iterfind("c"):
            column = _column(cell.get("r", ""), len(cells))
            cells += [""] * (column - len(cells))
            cells.append(_value(cell, reading))
        if any(cell.strip() for cell in cells):
            number = row.get("r", "")
            yield (int(number) if number.isdecimal() else place), cells


def _column(reference: str, following: int) -> int:
    """Give a cell's column from 0; a cell without a place follows the one before it."""
    found = _COLUMN.fullmatch(reference)
    if found is None:
        return following
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return max(column - 1, following)


def _value(cell: Element, reading: _Reading) -> str:
    kind, value = cell.get("t", "n"), (cell.findtext("v") or "").strip()
    if kind == "inlineStr":
        inline = cell.find("is")
        return "" if inline is None else _text(inline)
    if kind == "s":
        known = value.isdecimal() and int(value) < len(reading.shared)
        return reading.shared[int(value)] if known else ""
    return _number(value, cell.get("s", ""), reading) if kind == "n" else _unescaped(value)


def _number(value: str, style: str, reading: _Reading) -> str:
    """Give a number as it is written, or the date that its style makes of it."""
    try:
        number = float(value or "nan")
    except ValueError:
        return value
    styled = style.isdecimal() and int(style) < len(reading.forms)
    form = reading.forms[int(style)] if styled else None
    if form is not None and 1 <= number <= (date.max - reading.zero_day).days:
        day = reading.zero_day + timedelta(days=int(number))
        return day.strftime(form)
    return str(int(number)) if number.is_integer() else value


def _text(item: Element) -> str:
    """Give a string without the reading aids (rPh) that stand beside it."""
    runs = [*item.iterfind("t"), *item.iterfind("r/t")]
    return _unescaped("".join(run.text or "" for run in runs))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
