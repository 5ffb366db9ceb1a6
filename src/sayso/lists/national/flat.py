"""A third party's copy of an authority's list, flattened into one table of names."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.fields.names import script_of
from sayso.lists.national.made import made_reference
from sayso.lists.reading.release import begun, date_of
from sayso.lists.reading.table import Table, read_table
from sayso.model.documents import Original
from sayso.model.ids import EntryId
from sayso.model.lists import THIRD_PARTY_COPY, ListedName, ListEntry, ListRelease

_NAME, _ALIAS, _REGIME = "name", "alias", "sanction type"
_NEEDED: Final = frozenset({_NAME, _ALIAS, _REGIME})
#: What such tables have where nothing stood in the list.
_NOTHING: Final = frozenset({"none", "unknown"})
#: Between two names: a comma, but not one before the form of a firm ("Zarvan Co., Ltd.").
_BETWEEN: Final = re.compile(
    r",(?!\s*(?:Ltd|Limited|Inc|LLC|L\.L\.C|Co|Corp|JSC|PLC|GmbH|SA|S\.A|SRL|S\.R\.L)\b)\s*",
    re.IGNORECASE,
)
_LACKS: Final = (
    f"{THIRD_PARTY_COPY}, and no file of the authority: it has no references (they are made of the "
    "names), no days of listing, births or numbers of papers, and does not tell persons from "
    "bodies; each row is an entry of its own, also where rows are names of one party"
)


class FlatCopy:
    """Reads such copies under a code that their user chooses: "au-copy"."""

    def __init__(self, authority: str) -> None:
        self.authority = authority

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, its entries ordered by reference; what it lacks stands in its remarks.

        Names and regimes are read, nothing else: the other columns of the copies that we know hold
        words of other rows (one has the same seat in a parliament for most of its parties). Names
        of one word are weak: one copy has family names alone.

        Args:
            original: a table with the columns Name, Alias and Sanction Type.
            published: ISO date of the release; the file bears none.
            repair: drop characters that no text has; read what is not UTF-8 as Windows-1252.

        Raises:
            BadListRelease: the file is another one, is cut off, or no date is given.
        """
        table = read_table(original, repair=repair, needed=_NEEDED)
        day, dated = date_of(original.locator, None, published)
        entries = tuple(self._entries(table))
        if not entries:
            raise BadListRelease(f"{original.locator}: the list has no entries")
        return replace(
            begun(original, self.authority, day),
            entries=tuple(sorted(entries, key=lambda entry: entry.reference)),
            repaired=table.dropped,
            remarks=(*dated, *table.remarks, _LACKS, *_counted(table, entries)),
        )

    def _entries(self, table: Table) -> Iterator[ListEntry]:
        """Give an entry a row; parties of one name are told apart by their order."""
        seen: Counter[str] = Counter()
        for _, cells in table.rows:
            row = _told(cells)
            if _NAME in row:
                made = made_reference(row[_NAME])
                seen[made] += 1
                yield self._entry(row, made if seen[made] == 1 else f"{made}-{seen[made]}")

    def _entry(self, row: Mapping[str, str], reference: str) -> ListEntry:
        others = [part for part in _BETWEEN.split(row.get(_ALIAS, "")) if part]
        kinds = {row[_NAME]: "primary"} | {other: "aka" for other in others if other != row[_NAME]}
        return ListEntry(
            id=EntryId(f"{self.authority}:{reference}"),
            authority=self.authority,
            reference=reference,
            schema="LegalEntity",
            names=tuple(
                ListedName(
                    text=text,
                    kind=kind,
                    quality=None if " " in text else "weak",
                    script=script_of(text),
                )
                for text, kind in kinds.items()
            ),
            regimes=(row[_REGIME],) if _REGIME in row else (),
        )


def _told(cells: Mapping[str, str]) -> dict[str, str]:
    """Give the filled cells by column in small letters, white space made even."""
    even = ((column.casefold(), " ".join(cell.split())) for column, cell in cells.items())
    return {column: text for column, text in even if text.casefold() not in _NOTHING}


def _counted(table: Table, entries: Sequence[ListEntry]) -> Iterator[str]:
    unread = [column for column in table.columns if column.casefold() not in _NEEDED]
    if unread:
        yield f"not read, for other rows' words stand in such columns: {', '.join(unread)}"
    nameless = len(table.rows) - len(entries)
    if nameless:
        yield f"no entries: {nameless:,} rows without a name"
    weak = sum(" " not in entry.name for entry in entries)
    if weak:
        yield f"weak, for they may be cut: {weak:,} names of one word"
