"""The Denied Persons List of the US Bureau of Industry and Security: tab-separated text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.fields.dates import day_of
from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.national.made import made_reference
from sayso.lists.reading.release import begun, date_of
from sayso.lists.reading.table import read_table
from sayso.lists.reading.whose import refuse_others
from sayso.model.documents import Original
from sayso.model.ids import EntryId
from sayso.model.lists import ListedAct, ListedAddress, ListedName, ListEntry, ListRelease

_NEEDED: Final = frozenset({"name", "street_address", "effective_date", "fr_citation"})
#: Column → what it is kept as.
_KEPT: Final = {
    "Expiration_Date": "Expiration date",
    "Standard_Order": "Standard order",
    "Action": "Action",
}
_READ: Final = frozenset(
    {*_KEPT, "Name", "Street_Address", "City", "State", "Country", "Postal_Code"}
    | {"Effective_Date", "Last_Update", "FR_Citation"}
)


class DeniedPersonsList:
    """Reads releases of the list; its rows of one name and effective date are one entry."""

    authority = "us-dpl"

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Args:
            original: dpl.txt, already unpacked.
            published: ISO date of the release. The file bears none, and its newest Last_Update
                is not one: a real file has the year 3017 there.
            repair: drop characters that no text has; read what is not UTF-8 as Windows-1252.

        Raises:
            BadListRelease: the file is another one, is cut off, or no date is given; or a row
                has no name.
        """
        refuse_others(original, self.authority)
        table = read_table(original, repair=repair, needed=_NEEDED, separator="\t")
        day, dated = date_of(original.locator, None, published)
        rows: dict[str, list[Mapping[str, str]]] = {}
        for number, row in table.rows:
            if "Name" not in row:
                message = "no name; the release is refused whole"
                raise BadListRelease(f"{original.locator}, line {number}: {message}")
            effective = _day(row.get("Effective_Date")) or row.get("Effective_Date", "")
            rows.setdefault(made_reference(row["Name"], effective), []).append(row)
        if not rows:
            raise BadListRelease(f"{original.locator}: the list has no entries")
        return replace(
            begun(original, self.authority, day),
            entries=tuple(_entry(key, rows[key]) for key in sorted(rows)),
            repaired=table.dropped,
            remarks=(*dated, *table.remarks),
        )


def _entry(reference: str, rows: Sequence[Mapping[str, str]]) -> ListEntry:
    """Give one denied party; whether it is a person or a firm the list does not say.

    An order denies the privilege to export; it freezes nothing and bans nobody from travel.
    """
    odd = Oddities()
    first, *others = _values(rows, "Name")
    updates = dict.fromkeys(_dated(rows, "Last_Update", odd))
    for column, words in _KEPT.items():
        odd.extras += [(words, value) for value in _values(rows, column)]
    for column, value in ((c, v) for row in rows for c, v in row.items() if c not in _READ):
        odd.keep(column, value, f"no such field: {column}")
    return ListEntry(
        id=EntryId(f"{DeniedPersonsList.authority}:{reference}"),
        authority=DeniedPersonsList.authority,
        reference=reference,
        schema="LegalEntity",
        names=(
            ListedName(text=first, kind="primary", script=script_of(first)),
            *(ListedName(text=name, kind="aka", script=script_of(name)) for name in others),
        ),
        addresses=tuple(dict.fromkeys(_address(row) for row in rows)),
        regimes=("Denied Persons List",),
        listed_on=next(iter(_dated(rows, "Effective_Date", odd)), None),
        amended_on=tuple(sorted(updates)),
        acts=tuple(ListedAct(title=title) for title in _values(rows, "FR_Citation")),
        extras=tuple(odd.extras),
        questions=tuple(odd.questions),
    )


def _values(rows: Sequence[Mapping[str, str]], column: str) -> tuple[str, ...]:
    told = (" ".join(row[column].split()) for row in rows if column in row)
    return tuple(dict.fromkeys(told))


def _dated(rows: Sequence[Mapping[str, str]], column: str, odd: Oddities) -> tuple[str, ...]:
    days: list[str] = []
    for text in _values(rows, column):
        if (day := _day(text)) is not None:
            days.append(day)
        else:
            odd.keep(column, text, "no such date")
    return tuple(days)


def _day(text: str | None) -> str | None:
    """Give the ISO date of "10/16/2017" (month first) or "2017-10-23"."""
    month, _, rest = (text or "").partition("/")
    day, _, year = rest.partition("/")
    try:
        return date(int(year), int(month), int(day)).isoformat() if rest else day_of(text)
    except ValueError:
        return None


def _address(row: Mapping[str, str]) -> ListedAddress:
    return ListedAddress(
        street=row.get("Street_Address"),
        city=row.get("City"),
        state_province=row.get("State"),
        zip_code=row.get("Postal_Code"),
        country=row.get("Country"),
    )
