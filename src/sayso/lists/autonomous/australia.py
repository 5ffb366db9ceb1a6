"""Australia's Consolidated List: its spreadsheet, or the same as CSV, read into a release."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from sayso.errors import BadListRelease
from sayso.lists.autonomous.australia_entry import AUTHORITY, Row, entry_of
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.table import read_table
from sayso.lists.reading.whose import refuse_others
from sayso.model.documents import Original
from sayso.model.lists import ListRelease

_NEEDED: Final = frozenset({"reference", "name of individual or entity", "type", "name type"})
#: "123" is a party, "123a" … "123aa" are its other names.
_REFERENCE: Final = re.compile(r"(\d+)[a-z]*", re.ASCII | re.IGNORECASE)
Block: TypeAlias = list[Row]


class AustraliaList:
    """Reads releases of Australia's list."""

    authority = AUTHORITY

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference; repair drops what no text has.

        Raises:
            BadListRelease: the file is damaged, is another one or bears no date; or a row has no
                name or no reference.
        """
        refuse_others(original, AUTHORITY)
        table = read_table(original, repair=repair, needed=_NEEDED)
        date, dated = date_of(
            original.locator, table.saved, published, field="a CSV file never does"
        )
        groups = _groups(table.rows, release=f"{AUTHORITY} {date}")
        parties = tuple(pair for group in groups.items() for pair in _parties(*group))
        entries, joined = merged(entry_of(reference, rows) for reference, rows in parties)
        return replace(
            begun(original, AUTHORITY, date),
            entries=entries,
            generated=table.saved,
            repaired=table.dropped,
            remarks=(*dated, *table.remarks, *joined, *_reused(groups, parties)),
        )


def _groups(
    rows: Sequence[tuple[int, Mapping[str, str]]], *, release: str
) -> Mapping[str, Sequence[Block]]:
    """Give the blocks of rows of each reference, in the order of their first rows.

    Rows that follow one another under one reference are a block.
    """
    groups: dict[str, list[Block]] = {}
    before = ""
    for number, named in rows:
        row = _row(named, f"{release}, row {number}")
        found = _REFERENCE.fullmatch(row.reference)
        reference = found[1] if found else row.reference
        blocks = groups.setdefault(reference, [])
        if reference != before:
            blocks.append([])
        blocks[-1].append(row)
        before = reference
    if not groups:
        raise BadListRelease(f"{release}: the list has no entries")
    return groups


def _row(named: Mapping[str, str], place: str) -> Row:
    cells = {column.casefold(): cell for column, cell in named.items()}
    stated = "".join(cells.get("reference", "").split())
    if not stated:
        raise BadListRelease(f"{place}: no reference; the release is refused whole")
    if "name of individual or entity" not in cells:
        raise BadListRelease(f"{place} ({stated}): no name; the release is refused whole")
    return Row(stated, cells)


def _reused(references: Container[str], parties: Iterable[tuple[str, Block]]) -> Iterator[str]:
    second = [reference for reference, _ in parties if reference not in references]
    if second:
        told = ", ".join(second)
        yield f"references that stand for more than one party: the others are kept as {told}"


def _parties(reference: str, blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Give the rows of each party under a reference.

    The list has used a reference twice by mistake, apart from each other, as public readers of it
    tell: blocks that begin with different names are two parties, the second under "101-2".
    """
    parties: dict[str, Block] = {}
    for block in blocks:
        own = next((row.name for row in block if row.is_primary), None)
        parties.setdefault(next(iter(parties), "") if own is None else own, []).extend(block)
    for place, rows in enumerate(parties.values(), start=1):
        yield (reference if place == 1 else f"{reference}-{place}"), rows
