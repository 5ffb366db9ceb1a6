"""Lists that are published as a table: CSV or a spreadsheet, row by row under its headings."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.files.workbook import read_workbook
from sayso.model.documents import Original

#: The headings stand in one of the first rows, under a title at most.
_TITLE_ROWS: Final = 20
_PACKED: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
#: A longer cell is refused; characters. A spreadsheet's own limit is 32,767.
_LONGEST_CELL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """A list's rows.

    Attributes:
        rows: the number of the row in the file, from 1, and its filled cells by heading (small
            letters, white space made even).
        saved: when a spreadsheet says that it was saved, as it stands there.
    """

    rows: tuple[tuple[int, Mapping[str, str]], ...]
    saved: str | None = None


def read_table(original: Original, *, headings: Sequence[str]) -> Table:
    """Give the rows of a CSV file or of the spreadsheet's first sheet that has these headings.

    Args:
        original: the file, already unpacked.
        headings: in small letters; all of them stand in the table's first row.

    Raises:
        BadListRelease: the file is damaged, in another encoding, or has no such table.
    """
    name = original.locator
    if original.content.startswith(_OLD_EXCEL):
        raise BadListRelease(f"{name}: an old Excel file (.xls); save it as .xlsx or CSV")
    if not original.content.startswith(_PACKED):
        return Table(_under_headings(_csv_rows(original), name, headings, whole=True))
    workbook = read_workbook(original)
    for sheet in workbook.sheets:
        if _place_of(sheet[:_TITLE_ROWS], headings) is not None:
            return Table(_under_headings(sheet, name, headings, whole=False), workbook.saved)
    raise _no_table(name, headings)


def _csv_rows(original: Original) -> list[tuple[int, list[str]]]:
    raw = original.content
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(raw.decode(encoding), newline=""), strict=True)
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except UnicodeDecodeError as bad:
        raise BadListRelease(
            f"{original.locator}: not {encoding.removesuffix('-sig').upper()} ({bad.reason} at "
            f"byte {bad.start:,}); save it as CSV UTF-8"
        ) from bad
    except csv.Error as bad:
        raise BadListRelease(
            f"{original.locator}: not a sound CSV file ({bad}); fetch it again"
        ) from bad
    finally:
        csv.field_size_limit(before)


def _under_headings(
    rows: Sequence[tuple[int, Sequence[str]]], name: str, headings: Sequence[str], *, whole: bool
) -> tuple[tuple[int, Mapping[str, str]], ...]:
    """Give the rows below the headings.

    Args:
        rows: all rows with their numbers.
        name: of the file, for messages.
        headings: that must be there.
        whole: each row must have a cell, be it empty, under each heading: a file that is cut off
            ends in a row that has not.
    """
    place = _place_of(rows[:_TITLE_ROWS], headings)
    if place is None:
        raise _no_table(name, headings)
    top = [_even(cell).lower() for cell in rows[place][1]]
    filled: list[tuple[int, Mapping[str, str]]] = []
    for number, row in rows[place + 1 :]:
        if (whole and len(row) != len(top)) or any(cell.strip() for cell in row[len(top) :]):
            raise BadListRelease(
                f"{name}, row {number}: {len(row)} cells under {len(top)} headings; fetch it again"
            )
        filled.append((number, dict(_cells(top, row))))
    return tuple(filled)


def _cells(top: Iterable[str], row: Iterable[str]) -> Iterator[tuple[str, str]]:
    for heading, cell in zip_longest(top, row, fillvalue=""):
        if heading and cell.strip():
            yield heading, cell.strip()


def _place_of(rows: Sequence[tuple[int, Sequence[str]]], headings: Sequence[str]) -> int | None:
    wanted = set(headings)
    tops = ({_even(cell).lower() for cell in row} for _, row in rows)
    return next((place for place, top in enumerate(tops) if wanted <= top), None)


def _even(text: str) -> str:
    return " ".join(text.split())


def _no_table(name: str, headings: Sequence[str]) -> BadListRelease:
    return BadListRelease(f"{name}: no table with the headings {', '.join(headings)}")
