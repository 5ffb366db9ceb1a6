"""The local terrorist list of the United Arab Emirates: its tables in Arabic, as XLSX or CSV."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.fields.day_first import birth_in, day_in
from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.national.made import made_reference
from sayso.lists.reading.files import parts_of
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.table import Table, read_tables
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
from sayso.model.vocabulary import Measure

#: The columns of the table of persons, as the file of August 2025 has them.
_NUMBER, _TYPE, _NATIONALITY = "#", "التصنيف", "الجنسية"
_FAMILY, _FAMILY_LATIN = "اسم العائلة (بالحروف العربية)", "اسم العائلة (بالحروف اللاتينية)"
_NAME, _NAME_LATIN = "الاسم الكامل (بالحروف العربية)", "الاسم الكامل (بالحروف اللاتينية)"
_BORN, _BIRTH_PLACE, _KNOWN_AS = "تاريخ الميلاد", "مكان الميلاد", "الاسم"
_STREET, _CITY, _COUNTRY = "الشارع", "المدينة", "الدولة"
_PAPER, _PAPER_NUMBER, _ISSUER = "النوع", "رقم الوثيقة", "جهة الإصدار"
_ISSUED, _EXPIRES, _OTHER = "تاريخ الإصدار", "تاريخ الانتهاء", "معلومات أخرى"
#: What the other tables have instead or beside it, as a public reader of the whole file has them.
_NAME_IN_ARABIC, _SEAT, _NOTES = "الاسم الكامل (باللغة العربية)", "المقر", "ملاحظات"
_LICENCE, _LICENSED_TO = "رقم الرخصة", "انتهاء الترخيص"
_DECISION, _TAKEN_OFF = "قرار الإدراج", "قرار رفع الإدراج"
_READ: Final = frozenset(
    {_NAME_IN_ARABIC, _SEAT, _NOTES, _LICENCE, _LICENSED_TO, _DECISION, _TAKEN_OFF}
    | {_TYPE, _NATIONALITY, _NAME, _NAME_LATIN, _BORN, _BIRTH_PLACE, _KNOWN_AS}
    | {_STREET, _CITY, _COUNTRY, _PAPER, _PAPER_NUMBER, _ISSUER, _ISSUED, _EXPIRES, _OTHER}
)
_KEPT: Final = frozenset({_NUMBER, _FAMILY, _FAMILY_LATIN})
_BODY: Final = "Organization"
#: "Listed by …", with which the decision is told.
_LISTED_BY: Final = "مدرج بموجب"
#: The list's words for what is listed, each with "terrorist" behind it → schema.
_SCHEMAS: Final = {"شخص إرهابي": "Person", "كيان إرهابي": _BODY, "تنظيم إرهابي": _BODY}
#: How the titles of sheets begin whose parties were taken off the list.
_DELISTING: Final = "رفع الإدراج"
_NOTHING: Final = "-"
#: Number and year of the decision, which stay the same; the place in the table does not.
_FIGURES: Final = re.compile(r"\d+", re.ASCII)


class UaeList:
    """Reads releases of the list; it has no references, and its numbers move up."""

    authority = "ae"

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Persons and organisations stand on sheets of their own, and so do those who were taken off
        the list: they are no entries, and are counted in a remark.

        Args:
            original: the spreadsheet, its sheet of persons as CSV, or several CSV files of sheets.
            published: ISO date of the release; the file bears none.
            repair: drop characters that no text has, and count them.

        Raises:
            BadListRelease: the file is another one, is cut off, or no date is given; or a row
                has no name.
        """
        tables = tuple(_tables(original, repair=repair))
        day, dated = date_of(original.locator, None, published)
        rows = [(name, number, row) for name, table in tables for number, row in _listed(table)]
        entries, joined = merged(
            _entry(row, place=f"{name}, line {number}") for name, number, row in rows
        )
        if not entries:
            raise BadListRelease(f"{original.locator}: the list has no entries")
        told = (remark for _, table in tables for remark in table.remarks)
        gone = sum(len(table.rows) for _, table in tables) - len(rows)
        return replace(
            begun(original, self.authority, day),
            entries=entries,
            repaired=sum(table.dropped for _, table in tables),
            remarks=(*dated, *told, *joined, *_missing(entries, gone)),
        )


def _tables(original: Original, *, repair: bool) -> Iterator[tuple[str, Table]]:
    """Give the tables of all files, each with the name of its file."""
    needed = frozenset({_NUMBER, _TYPE})
    for file in parts_of(original):
        refuse_others(file, UaeList.authority)
        for table in read_tables(file, repair=repair, needed=needed):
            yield file.locator, table


def _listed(table: Table) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Give the rows of those on the list: no decision took them off it."""
    if not table.title.strip().startswith(_DELISTING):
        yield from ((n, row) for n, row in table.rows if row.get(_TAKEN_OFF, _NOTHING) == _NOTHING)


def _missing(entries: Sequence[ListEntry], gone: int) -> Iterator[str]:
    """Say who is no entry: those taken off the list, and those whose table is not there."""
    if gone:
        yield f"no entries: {gone:,} parties that were taken off the list"
    if all(entry.schema == "Person" for entry in entries):
        yield "no organisations: they stand on another sheet; give the XLSX, or the CSV of each"


def _entry(cells: Mapping[str, str], *, place: str) -> ListEntry:
    """Give the entry of a row; a dash stands for nothing.

    Whoever is listed has their assets frozen (Cabinet Decision 74 of 2020).
    """
    even = ((column, " ".join(cell.split())) for column, cell in cells.items())
    row = {column: text for column, text in even if text != _NOTHING}
    names = tuple(_names(row))
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    odd = Oddities()
    schema = _SCHEMAS.get(row.get(_TYPE, ""), "LegalEntity")
    if _TYPE not in row or row[_TYPE] not in _SCHEMAS:
        odd.questions.append(f"no such type of party: {row.get(_TYPE)!r}")
    _keep_the_rest(row, odd)
    told = [row[column] for column in (_OTHER, _DECISION, _NOTES) if column in row]
    decision = next((text for text in told if text.startswith(_LISTED_BY)), None)
    reference = made_reference(names[0].text, *_FIGURES.findall(decision or "".join(told[:1])))
    return ListEntry(
        id=EntryId(f"{UaeList.authority}:{reference}"),
        authority=UaeList.authority,
        reference=reference,
        schema=schema,
        names=names,
        births=_births(row, odd),
        birth_places=_place(country=None, city=row.get(_BIRTH_PLACE)),
        documents=tuple(_documents(row)),
        nationalities=(row[_NATIONALITY],) if _NATIONALITY in row else (),
        addresses=(
            *_place(row.get(_COUNTRY), row.get(_CITY), row.get(_STREET)),
            *_place(country=None, city=row.get(_SEAT)),
        ),
        regimes=("Local Terrorist List",),
        measures=(Measure.ASSETS_FREEZE,),
        remarks="\n".join(told) or None,
        acts=() if decision is None else (ListedAct(title=decision),),
        extras=tuple(odd.extras),
        questions=tuple(odd.questions),
    )


def _names(row: Mapping[str, str]) -> Iterator[ListedName]:
    """Give the full name in Latin letters, that in Arabic ones, and the one known by, each once."""
    arabic = _NAME if _NAME in row else _NAME_IN_ARABIC
    kinds = ((_NAME_LATIN, "aka"), (arabic, "original"), (_KNOWN_AS, "aka"))
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


def _documents(row: Mapping[str, str]) -> Iterator[ListedDocument]:
    """Give a person's paper, and an organisation's licence."""
    issued = row.get(_ISSUED)
    paper = ListedDocument(
        type=row.get(_PAPER),
        number=row.get(_PAPER_NUMBER),
        issuing_country=row.get(_ISSUER),
        issued_on=day_in(issued) or issued,
        note=_valid_to(row.get(_EXPIRES)),
    )
    if paper != ListedDocument():
        yield paper
    if _LICENCE in row or _LICENSED_TO in row:
        note = _valid_to(row.get(_LICENSED_TO))
        yield ListedDocument(type=_LICENCE, number=row.get(_LICENCE), note=note)


def _valid_to(text: str | None) -> str | None:
    return f"valid to {day_in(text) or text}" if text else None


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
