"""The UK's lists: the UK Sanctions List and OFSI's consolidated list, each as CSV and XML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.fields.day_first import day_in
from sayso.lists.reading.release import begun, date_of
from sayso.lists.reading.table import Table, read_table
from sayso.lists.reading.whose import refuse_others
from sayso.lists.reading.xml import read_xml
from sayso.lists.uk.entry import read_entry
from sayso.lists.uk.fact import CONLIST, CONLIST_XML, UKSL, UKSL_XML, Fact
from sayso.lists.uk.party import Party, Row
from sayso.lists.uk.remarks import facts_in
from sayso.model.documents import Original
from sayso.model.lists import ListRelease

#: Elements whose parts belong together.
_TOGETHER: Final = frozenset(
    {"Name", "NonLatinName", "Address", "Passport", "NationalIdentifier", "Location"}
)
_INDICATORS: Final = "SanctionsImposedIndicators"
_REPORT_DATE: Final = "Report Date:"
#: What the files call their date.
_DATES: Final = {
    "uk": "Report Date, DateGenerated",
    "uk-ofsi": "Last Updated, in the first line of the CSV",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A file's parties by reference, the date that it states, and what is to be said of it."""

    parties: Mapping[str, Party]
    generated: str | None
    dropped: int
    remarks: tuple[str, ...]


class UkList:
    """Reads releases of the UK Sanctions List, keyed by Unique ID ("AFG0001")."""

    authority = "uk"

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Args:
            original: the CSV or XML file, already unpacked; its id is that of the bytes.
            published: ISO date that wins over the file's own (Report Date, DateGenerated).
            repair: drop characters that the format forbids, and count them; read a CSV that is
                not UTF-8 as Windows-1252.

        Raises:
            BadListRelease: the file is not well-formed, is another list or bears no date; or a
                party has no name or no reference.
        """
        refuse_others(original, self.authority)
        if _is_xml(original):
            found = _in_xml(original, repair=repair)
        else:
            needed = frozenset({"unique id", "name 6", "name 1", "name type"})
            table = read_table(original, repair=repair, needed=needed)
            found = _in_table(table, UKSL, original.locator)
        return _release(self.authority, original, found, published)


class UkOfsiList:
    """Reads releases of OFSI's consolidated list, keyed by Group ID ("12703").

    It is a list of its own: FCDO's began beside it with other references, and replaced it on 28
    January 2026.
    """

    authority = "uk-ofsi"

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Args:
            original: ConList.csv or .xml, already unpacked; its id is that of the bytes.
            published: ISO date that wins over the file's own (Last Updated, in the first line of
                the CSV; the XML states none).
            repair: drop characters that no text has; read a CSV that is not UTF-8 as Windows-1252.

        Raises:
            BadListRelease: the file is no such list or bears no date; or a party has no name or
                no reference.
        """
        refuse_others(original, self.authority)
        if _is_xml(original):
            found = _in_table(_targets(original, repair=repair), CONLIST_XML, original.locator)
        else:
            needed = frozenset({"group id", "name 6", "name 1", "alias type"})
            table = read_table(original, repair=repair, needed=needed)
            found = _in_table(table, CONLIST, original.locator)
        return _release(self.authority, original, found, published)


def _release(
    authority: str, original: Original, found: _Found, published: str | None
) -> ListRelease:
    name = original.locator
    own = day_in(found.generated) or found.generated
    date, dated = date_of(name, own, published, field=_DATES[authority])
    if not found.parties:
        raise BadListRelease(f"{name}: the list has no entries")
    return replace(
        begun(original, authority, date),
        entries=tuple(
            read_entry(
                found.parties[key], authority=authority, place=f"{authority} {date}, entry {key}"
            )
            for key in sorted(found.parties)
        ),
        generated=found.generated,
        repaired=found.dropped,
        remarks=(*dated, *found.remarks),
    )


def _is_xml(original: Original) -> bool:
    return original.content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _targets(original: Original, *, repair: bool) -> Table:
    """Give the elements of OFSI's XML as the rows that its CSV has: a party's stand in several."""
    tree = read_xml(original, repair=repair)
    if tree.root.tag != "ArrayOfFinancialSanctionsTarget":
        message = f"not OFSI's consolidated list, its root is <{tree.root.tag}>"
        raise BadListRelease(f"{original.locator}: {message}")
    rows = tuple(
        (number, {leaf.tag: text for leaf in target if (text := (leaf.text or "").strip())})
        for number, target in enumerate(tree.root, start=1)
    )
    columns = tuple(dict.fromkeys(tag for _, row in rows for tag in row))
    return Table((), columns, rows, tree.dropped, tree.remarks)


def _in_table(table: Table, layout: Mapping[str, Fact], name: str) -> _Found:
    """Gather the rows of each reference; columns that no layout names are kept as they are."""
    facts = {column: layout.get(column.casefold()) for column in table.columns}
    rows: dict[str, list[Row]] = {}
    strangers: dict[str, dict[tuple[str, str], None]] = {}
    for number, cells in table.rows:
        row = {fact: text for column, text in cells.items() if (fact := facts[column]) is not None}
        reference = row.get(Fact.REFERENCE)
        if reference is None:
            message = "no reference; the release is refused whole"
            raise BadListRelease(f"{name}, line {number}: {message}")
        labelled = {} if layout is UKSL else facts_in(row.get(Fact.OTHER_INFORMATION, ""))
        rows.setdefault(reference, []).extend(filter(None, (row, labelled)))
        strange = ((c, text) for c, text in cells.items() if facts[c] is None)
        strangers.setdefault(reference, {}).update(dict.fromkeys(strange))
    parties = {key: Party(key, tuple(rows[key]), tuple(strangers[key])) for key in rows}
    first = [cell for cells in table.preamble[:1] for cell in cells if cell]
    generated = first[-1].removeprefix(_REPORT_DATE).strip() if first else None
    return _Found(parties, generated, table.dropped, table.remarks)


def _in_xml(original: Original, *, repair: bool) -> _Found:
    """Gather the designations; those of one reference are parts of one entry."""
    tree = read_xml(original, repair=repair)
    name = original.locator
    if tree.root.tag != "Designations":
        raise BadListRelease(f"{name}: not the UK Sanctions List, its root is <{tree.root.tag}>")
    parties: dict[str, Party] = {}
    shared: dict[str, None] = {}
    for number, element in enumerate(tree.root.iterfind("Designation"), start=1):
        party = _party(element, place=f"{name}, designation {number}")
        if (other := parties.get(party.reference)) is not None:
            shared[party.reference] = None
            strangers = (*other.strangers, *party.strangers)
            party = Party(party.reference, (*other.rows, *party.rows), strangers)
        parties[party.reference] = party
    known = {"Designation", "DateGenerated"}
    if strange := [child.tag for child in tree.root if child.tag not in known]:
        raise BadListRelease(f"{name}: <{strange[0]}> is no part of the list that we know")
    told = (f"designations that share a reference are merged: {', '.join(shared)}",)
    generated = (tree.root.findtext("DateGenerated") or "").strip() or None
    remarks = (*tree.remarks, *(told if shared else ()))
    return _Found(parties, generated, tree.dropped, remarks)


def _party(element: Element, *, place: str) -> Party:
    rows: list[Row] = []
    strangers: list[tuple[str, str]] = []
    for holder in element.iter():
        leaves = [(leaf.tag, (leaf.text or "").strip()) for leaf in holder if not len(leaf)]
        if holder.tag == _INDICATORS:
            rows += [{Fact.INDICATOR: tag} for tag, text in leaves if text == "true"]
            continue
        told = [(UKSL_XML[tag], text) for tag, text in leaves if text and tag in UKSL_XML]
        strangers += [(tag, text) for tag, text in leaves if text and tag not in UKSL_XML]
        rows += _rows(told) if holder.tag in _TOGETHER else ({fact: t} for fact, t in told)
    reference = next((row[Fact.REFERENCE] for row in rows if Fact.REFERENCE in row), None)
    if reference is None:
        raise BadListRelease(f"{place}: no reference; the release is refused whole")
    return Party(reference, tuple(rows), tuple(strangers))


def _rows(told: list[tuple[Fact, str]]) -> Iterator[Row]:
    """Give one row of what belongs together; a fact told twice begins another."""
    row: dict[Fact, str] = {}
    for fact, text in told:
        if fact in row:
            yield row
            row = {}
        row[fact] = text
    if row:
        yield row
