"""The rows of a list file in CSV, tab-separated text or a spreadsheet, under its header."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.reading.workbook import Sheet, read_workbook
from sayso.model.documents import Original

#: Lines of a file; the largest list that we know has 60,000.
_MAX_LINES: Final = 1_000_000
#: Lines before the header; the UK's lists have one.
_MAX_PREAMBLE: Final = 5
_PACKED: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: What MS-DOS put at the end of a text file.
_END_OF_FILE: Final = "\x1a"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file.

    Attributes:
        preamble: the lines above the header, each cell by cell.
        rows: number of the line on which a row ends (counted from 1), and its filled cells by
            column, without white space around them.
        columns: as the header has them, white space made even; one without a name has its number.
        dropped: how many characters repair took out or replaced.
        saved: when a spreadsheet says that it was saved, as it stands there.
        title: of a spreadsheet's sheet.
    """

    preamble: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    dropped: int = 0
    remarks: tuple[str, ...] = ()
    saved: str | None = None
    title: str = ""


def read_table(
    original: Original, *, repair: bool, needed: frozenset[str], separator: str = ","
) -> Table:
    """Give the rows of a file; of a spreadsheet, those of the first sheet with such a header.

    Raises:
        BadListRelease: as `read_tables` does.
    """
    return read_tables(original, repair=repair, needed=needed, separator=separator)[0]


def read_tables(
    original: Original, *, repair: bool, needed: frozenset[str], separator: str = ","
) -> tuple[Table, ...]:
    """Give the rows of a file, sheet by sheet; empty lines are none. There is one table at least.

    Args:
        original: the file, already unpacked: UTF-8, or UTF-16 with a byte order mark; or a
            spreadsheet (XLSX), of which the sheets with such a header count.
        repair: drop characters that no text has; read what is not UTF-8 as Windows-1252.
        needed: columns by which the header is known, in small letters.
        separator: of cells.

    Raises:
        BadListRelease: there is no such header, a row is longer or shorter than it, a quotation
            is never closed, or the bytes are no text. The line is named.
    """
    name = original.locator
    if original.content.startswith(_OLD_EXCEL):
        raise BadListRelease(f"{name}: an old Excel file (.xls); save it as .xlsx or CSV")
    if original.content.startswith(_PACKED):
        workbook = read_workbook(original)
        sheets = ((title, _table(_filled_up(s), name, needed)) for title, s in workbook.sheets)
        found = tuple(replace(t, saved=workbook.saved, title=title) for title, t in sheets if t)
    else:
        text, dropped, remarks = _text(original.content, name, repair=repair)
        lines = _lines(text.removesuffix(_END_OF_FILE), name, separator)
        table = _table(lines, name, needed)
        found = () if table is None else (replace(table, dropped=dropped, remarks=remarks),)
    if not found:
        told = ", ".join(sorted(needed))
        raise BadListRelease(f"{name}: no such list: it has no header with the columns {told}")
    return found


def _table(
    lines: Iterator[tuple[int, list[str]]], name: str, needed: frozenset[str]
) -> Table | None:
    """Give the rows under the header; None when it does not stand in the first lines."""
    preamble: list[tuple[str, ...]] = []
    for _, cells in lines:
        if needed <= {" ".join(cell.split()).casefold() for cell in cells}:
            columns = _header(cells, name)
            return Table(tuple(preamble), columns, tuple(_rows(lines, columns, name)))
        preamble.append(tuple(cells))
        if len(preamble) > _MAX_PREAMBLE:
            break
    return None


def _filled_up(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a sheet, all as long as its longest: they end in their last filled cell."""
    width = max((len(cells) for _, cells in sheet), default=0)
    for number, cells in sheet:
        yield number, [*(cell.strip() for cell in cells), *[""] * (width - len(cells))]


def _text(content: bytes, name: str, *, repair: bool) -> tuple[str, int, tuple[str, ...]]:
    encoding = "utf-16" if content.startswith(_UTF16) else "utf-8-sig"
    remarks: tuple[str, ...] = ()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as bad:
        if not repair:
            line = content[: bad.start].count(b"\n") + 1
            message = f"{name}, line {line}: not {encoding.removesuffix('-sig').upper()}"
            raise BadListRelease(f"{message}; fetch it again, or read it with --repair") from bad
        text = content.decode("cp1252", errors="replace")
        remarks = ("the bytes are not UTF-8: read as Windows-1252, letters may be wrong",)
    forbidden = len(_FORBIDDEN.findall(text.removesuffix(_END_OF_FILE)))
    if not forbidden:
        return text, 0, remarks
    if not repair:
        message = f"{name}: {forbidden} characters that no text has"
        raise BadListRelease(f"{message}; fetch it again, or read it with --repair")
    told = f"repaired: {forbidden} characters that no text has were dropped"
    return _FORBIDDEN.sub("", text), forbidden, (*remarks, told)


def _lines(text: str, name: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give the number and the cells of each line that is not empty."""
    if text.count("\n") > _MAX_LINES:
        raise BadListRelease(f"{name}: more than {_MAX_LINES:,} lines, which no list has")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield reader.line_num, stripped
    except csv.Error as bad:
        message = f"{name}, line {reader.line_num}: not well-formed, {bad}; fetch it again"
        raise BadListRelease(message) from bad


def _header(cells: Sequence[str], name: str) -> tuple[str, ...]:
    columns = [" ".join(c.split()) or f"column {place}" for place, c in enumerate(cells, start=1)]
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise BadListRelease(f"{name}: two columns are called {twice[0]!r}; fetch it again")
    return tuple(columns)


def _rows(
    lines: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], name: str
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Give the rows; cells beyond the header's are let pass when they are empty."""
    for number, cells in lines:
        if len(cells) < len(columns) or any(cells[len(columns) :]):
            message = f"{len(cells)} cells under {len(columns)} columns: cut off or broken"
            raise BadListRelease(f"{name}, line {number}: {message}; fetch it again")
        yield number, {c: cell for c, cell in zip(columns, cells, strict=False) if cell}
