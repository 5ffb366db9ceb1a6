"""The local terrorist list of the United Arab Emirates: its table of persons, as CSV in Arabic."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.fields.day_first import birth_in, day_in
from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.national.made import made_reference
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.table import read_table
from sayso.lists.reading.whose import refuse_others
from sayso.model.documents import Original
from sayso.model.ids import EntryId
from sayso.model.lists import (
    DateInterval,
    ListedAct,
    ListedAddress,
    ListedDocument,
    ListedName,
    ListEntry,
    ListRelease,
)

#: The table's columns, as the file of August 2025 has them.
_NUMBER, _TYPE, _NATIONALITY = "#", "التصنيف", "الجنسية"
_FAMILY, _FAMILY_LATIN = "اسم العائلة (بالحروف العربية)", "اسم العائلة (بالحروف اللاتينية)"
_NAME, _NAME_LATIN = "الاسم الكامل (بالحروف العربية)", "الاسم الكامل (بالحروف اللاتينية)"
_BORN, _BIRTH_PLACE, _KNOWN_AS = "تاريخ الميلاد", "مكان الميلاد", "الاسم"
_STREET, _CITY, _COUNTRY = "الشارع", "المدينة", "الدولة"
_PAPER, _PAPER_NUMBER, _ISSUER = "النوع", "رقم الوثيقة", "جهة الإصدار"
_ISSUED, _EXPIRES, _OTHER = "تاريخ الإصدار", "تاريخ الانتهاء", "معلومات أخرى"
_READ: Final = frozenset(
    {_TYPE, _NATIONALITY, _NAME, _NAME_LATIN, _BORN, _BIRTH_PLACE, _KNOWN_AS}
    | {_STREET, _CITY, _COUNTRY, _PAPER, _PAPER_NUMBER, _ISSUER, _ISSUED, _EXPIRES, _OTHER}
)
_KEPT: Final = frozenset({_NUMBER, _FAMILY, _FAMILY_LATIN})
#: "Listed by …", with which the decision is told.
_LISTED_BY: Final = "مدرج بموجب"
#: The list's word for a person; its table of organisations has not been seen.
_PERSON: Final = "شخص"
_NOTHING: Final = "-"
#: Number and year of the decision, which stay the same; the place in the table does not.
_FIGURES: Final = re.compile(r"\d+", re.ASCII)


class UaeList:
    """Reads releases of the list; it has no references, and its numbers move up."""

    authority = "ae"

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Args:
            original: the CSV file, already unpacked.
            published: ISO date of the release; the file bears none.
            repair: drop characters that no text has, and count them.

        Raises:
            BadListRelease: the file is another one, is cut off, or no date is given; or a row
                has no name.
        """
        refuse_others(original, self.authority)
        needed = frozenset({_NUMBER, _TYPE, _NAME_LATIN})
        table = read_table(original, repair=repair, needed=needed)
        day, dated = date_of(original.locator, None, published)
        entries, joined = merged(
            _entry(row, place=f"{original.locator}, line {number}") for number, row in table.rows
        )
        if not entries:
            raise BadListRelease(f"{original.locator}: the list has no entries")
        return replace(
            begun(original, self.authority, day),
            entries=entries,
            repaired=table.dropped,
            remarks=(*dated, *table.remarks, *joined),
        )


def _entry(cells: Mapping[str, str], *, place: str) -> ListEntry:
    """Give the entry of a row; a dash stands for nothing."""
    even = ((column, " ".join(cell.split())) for column, cell in cells.items())
    row = {column: text for column, text in even if text != _NOTHING}
    names = tuple(_names(row))
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    odd = Oddities()
    is_person = row.get(_TYPE, "").startswith(_PERSON)
    if not is_person:
        odd.questions.append(f"no such type of party: {row.get(_TYPE)!r}")
    _keep_the_rest(row, odd)
    other = row.get(_OTHER, "")
    reference = made_reference(names[0].text, *_FIGURES.findall(other))
    births = _births(row, odd)
    return ListEntry(
        id=EntryId(f"{UaeList.authority}:{reference}"),
        authority=UaeList.authority,
        reference=reference,
        schema="Person" if is_person else "LegalEntity",
        names=names,
        births=births,
        birth_places=_place(country=None, city=row.get(_BIRTH_PLACE)),
        documents=_documents(row),
        nationalities=(row[_NATIONALITY],) if _NATIONALITY in row else (),
        addresses=_place(row.get(_COUNTRY), row.get(_CITY), row.get(_STREET)),
        regimes=("Local Terrorist List",),
        remarks=other or None,
        acts=(ListedAct(title=other),) if other.startswith(_LISTED_BY) else (),
        extras=tuple(odd.extras),
        questions=tuple(odd.questions),
    )


def _names(row: Mapping[str, str]) -> Iterator[ListedName]:
    """Give the full name in Latin letters, that in Arabic ones, and the one known by, each once."""
    kinds = ((_NAME_LATIN, "aka"), (_NAME, "original"), (_KNOWN_AS, "aka"))
    told = {row[column]: kind for column, kind in reversed(kinds) if column in row}
    for place, (text, kind) in enumerate(reversed(told.items())):
        yield ListedName(text=text, kind=kind if place else "primary", script=script_of(text))


def _births(row: Mapping[str, str], odd: Oddities) -> tuple[DateInterval, ...]:
    if _BORN not in row:
        return ()
    birth = birth_in(row[_BORN])
    if birth.start is None:
        odd.questions.append(f"a date of birth that cannot be read: {birth.surface!r}")
    return (birth,)


def _documents(row: Mapping[str, str]) -> tuple[ListedDocument, ...]:
    issued, expires = row.get(_ISSUED), row.get(_EXPIRES)
    paper = ListedDocument(
        type=row.get(_PAPER),
        number=row.get(_PAPER_NUMBER),
        issuing_country=row.get(_ISSUER),
        issued_on=day_in(issued) or issued,
        note=f"valid to {day_in(expires) or expires}" if expires else None,
    )
    return () if paper == ListedDocument() else (paper,)


def _place(
    country: str | None, city: str | None, street: str | None = None
) -> tuple[ListedAddress, ...]:
    place = ListedAddress(street=street, city=city, country=country)
    return () if place == ListedAddress() else (place,)


def _keep_the_rest(row: Mapping[str, str], odd: Oddities) -> None:
    for column, text in row.items():
        if column in _KEPT:
            odd.keep(column, text)
        elif column not in _READ:
            odd.keep(column, text, f"no such field: {column}")
