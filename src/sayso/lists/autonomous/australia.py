"""Australia's Consolidated List: its spreadsheet, or the same as CSV, read into a release."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.autonomous.australia_entry import AUTHORITY, Row, entry_of
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.table import read_table
from sayso.lists.reading.whose import refuse_others
from sayso.model.documents import Original
from sayso.model.lists import ListEntry, ListRelease

_NEEDED: Final = frozenset({"reference", "name of individual or entity", "type", "name type"})
#: "123" is a party, "123a" … "123aa" are its other names.
_REFERENCE: Final = re.compile(r"(\d+)[a-z]*", re.ASCII | re.IGNORECASE)


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
        entries, joined = merged(_entries(table.rows, release=f"{AUTHORITY} {date}"))
        return replace(
            begun(original, AUTHORITY, date),
            entries=entries,
            generated=table.saved,
            repaired=table.dropped,
            remarks=(*dated, *table.remarks, *joined),
        )


def _entries(rows: Sequence[tuple[int, Mapping[str, str]]], *, release: str) -> Iterator[ListEntry]:
    """Give an entry for the rows of each reference, in the order of their first rows."""
    groups: dict[str, list[Row]] = {}
    for number, named in rows:
        cells = {column.casefold(): cell for column, cell in named.items()}
        place = f"{release}, row {number}"
        stated = "".join(cells.get("reference", "").split())
        if not stated:
            raise BadListRelease(f"{place}: no reference; the release is refused whole")
        if "name of individual or entity" not in cells:
            raise BadListRelease(f"{place} ({stated}): no name; the release is refused whole")
        found = _REFERENCE.fullmatch(stated)
        groups.setdefault(found[1] if found else stated, []).append(Row(stated, cells))
    if not groups:
        raise BadListRelease(f"{release}: the list has no entries")
    return (entry_of(reference, group) for reference, group in groups.items())
