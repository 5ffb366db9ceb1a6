"""OFAC's CSV set: entries with their aliases, addresses and the rest of their remarks, joined."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from sayso.errors import BadListRelease
from sayso.lists.ofac.remarks import read_remarks
from sayso.lists.ofac.told import SCHEMAS, Told
from sayso.model.lists import ListedAddress, ListEntry

#: Stands for nothing, with or without a blank behind it.
_NOTHING: Final = "-0-"
#: The mark of the end of a file, left over from DOS; it is no entry.
_END_OF_FILE: Final = "\x1a"
#: The remarks of an entry are cut off here, and go on in the file of comments; characters.
_MOST_REMARKS: Final = 1000
#: Fields of an entry's row that describe a ship: number of the column → field of ListedCraft.
_SHIP: Final[Mapping[int, str]] = {
    5: "call_sign",
    6: "type",
    7: "tonnage",
    8: "gross_tonnage",
    9: "flag",
    10: "owner",
}
#: The files of one release may be some minutes apart: in January 2022 one entry in 6,000 was
#: strange. From this share on they are of two releases.
_MOST_STRANGE: Final = 0.01
Row = tuple[str, ...]


class _Table(StrEnum):
    """A file of the set, by what it holds."""

    ENTRIES = "entries"
    ADDRESSES = "addresses"
    ALIASES = "aliases"
    COMMENTS = "comments"


#: The files have no headings, and are told apart by their number of columns.
_BY_WIDTH: Final = {
    12: _Table.ENTRIES,
    6: _Table.ADDRESSES,
    5: _Table.ALIASES,
    2: _Table.COMMENTS,
}


class Rows(NamedTuple):
    """All rows of one entry; equal ones make the same entry."""

    own: Row
    aliases: tuple[Row, ...]
    addresses: tuple[Row, ...]
    comments: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the set, its rows by entry number, in order; see `Rows`."""

    name: str
    rows: Mapping[str, list[Row]]


def rows_of(files: Mapping[str, str]) -> tuple[Iterator[Rows], tuple[str, ...]]:
    """Give the rows of each entry, in the order of the file of entries, and remarks on others.

    Args:
        files: text by name, in any order: sdn.csv or cons_prim.csv, and any of those beside it.

    Raises:
        BadListRelease: a file is of another list or cut off, is there twice or of another release,
            or the one of entries is missing.
    """
    tables: dict[_Table, _File] = {}
    for name, text in files.items():
        table, rows = _read(name, text)
        if table in tables:
            both = f"{tables[table].name} and {name}"
            raise BadListRelease(f"{both}: two files of {table}; give those of one release")
        tables[table] = _File(name, rows)
    if _Table.ENTRIES not in tables:
        named = ", ".join(files)
        raise BadListRelease(f"{named}: the file of entries (sdn.csv, cons_prim.csv) is missing")
    entries = tables.pop(_Table.ENTRIES)
    remarks = tuple(_strangers(entries, tables))
    return _joined(entries, {table: file.rows for table, file in tables.items()}), remarks


def _joined(entries: _File, beside: Mapping[_Table, Mapping[str, list[Row]]]) -> Iterator[Rows]:
    def of(table: _Table, number: str) -> tuple[Row, ...]:
        return tuple(beside.get(table, {}).get(number, ()))

    for number, own in ((n, row) for n, rows in entries.rows.items() for row in rows):
        yield Rows(
            own,
            of(_Table.ALIASES, number),
            of(_Table.ADDRESSES, number),
            of(_Table.COMMENTS, number),
        )


def _read(name: str, text: str) -> tuple[_Table, Mapping[str, list[Row]]]:
    """Give what a file holds, its rows by entry number."""
    found: dict[str, list[Row]] = defaultdict(list)
    if "\0" in text:
        raise BadListRelease(f"{name}: it holds zero bytes; it is damaged: fetch it again")
    lines = io.StringIO(text.removesuffix(_END_OF_FILE), newline="")
    reader = csv.reader(lines, strict=True)
    width = 0
    try:
        for row in reader:
            width = width or len(row)
            if len(row) != width or width not in _BY_WIDTH or not row[0].strip().isdecimal():
                raise BadListRelease(_odd_row(f"{name}, line {reader.line_num}", row, width))
            found[row[0].strip()].append(tuple(row))
    except csv.Error as bad:
        place = f"{name}, line {reader.line_num}"
        raise BadListRelease(f"{place}: {bad}; it is damaged or cut off: fetch it again") from bad
    if not found:
        raise BadListRelease(f"{name}: it has no rows; fetch it again")
    return _BY_WIDTH[width], found


def _odd_row(place: str, row: list[str], width: int) -> str:
    if width not in _BY_WIDTH:
        return f"{place}: {width} columns; OFAC's files have 12, 6, 5 or 2: give its sdn.csv"
    if len(row) != width:
        return f"{place}: {len(row)} columns instead of {width}; it is cut off: fetch it again"
    return f"{place}: {row[0][:40]!r} is no entry number; give the file as OFAC publishes it"


def _strangers(entries: _File, beside: Mapping[_Table, _File]) -> Iterator[str]:
    """Tell of rows about entries that are not there; refuse files where they are many."""
    for table, file in beside.items():
        strange = [number for number in file.rows if number not in entries.rows]
        if not strange:
            continue
        told = f"{file.name}: {table} of {len(strange):,} entries (first {strange[0]})"
        if len(strange) > _MOST_STRANGE * len(file.rows):
            raise BadListRelease(
                f"{told} that {entries.name} does not have: the files are of two releases; "
                "fetch them all again"
            )
        yield f"{told} that {entries.name} does not have, left out"


def entry_of(rows: Rows, authority: str, place: str) -> ListEntry:
    """Give the entry that its rows make.

    Raises:
        BadListRelease: it has no name.
    """
    own = tuple(_value(cell) for cell in rows.own)
    if not own[1]:
        raise BadListRelease(f"{place}, entry {own[0]}: no name; the release is refused whole")
    told = Told(authority=authority, reference=own[0], schema=SCHEMAS.get(own[2] or "entity", ""))
    if not told.schema:
        told.schema = "LegalEntity"
        told.questions.append(f"no such type of entry: {own[2]!r}")
    told.name(own[1], "primary")
    for alias in rows.aliases:
        _, _, kind, name, remark = map(_value, alias)
        if name:
            told.name(name, kind, "strong")
        told.extras += [("Alias remarks", remark)] if remark else []
    told.regimes += filter(None, own[3].split("] ["))
    told.designations += filter(None, own[4].split("; "))
    told.craft |= {field: own[column] for column, field in _SHIP.items() if own[column]}
    told.addresses += filter(None, map(_address, rows.addresses))
    remarks = _remarks(rows)
    cut_off = len(remarks) == _MOST_REMARKS and not rows.comments
    read_remarks(remarks, told, cut_off=cut_off)
    return told.entry()


def _value(cell: str) -> str:
    """Give a cell with white space made even; "" for nothing."""
    even = " ".join(cell.split())
    return "" if even == _NOTHING else even


def _remarks(rows: Rows) -> str:
    """Give the remarks, to the letter, and what the file of comments goes on with."""
    parts = (rows.own[11], *(comment[1] for comment in rows.comments))
    return "".join(part for part in parts if part.strip() != _NOTHING)


def _address(row: Row) -> ListedAddress | None:
    """Give an address; the column of the city also holds the state and the postal code."""
    _, _, street, city, country, note = (_value(cell) or None for cell in row)
    if street or city or country or note:
        return ListedAddress(street=street, city=city, country=country, note=note)
    return None
