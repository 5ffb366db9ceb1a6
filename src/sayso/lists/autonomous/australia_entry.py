"""The rows of one reference of Australia's list, read into a list entry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.lists.fields.dates import day_of
from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.fields.spans import span_of
from sayso.model.ids import EntryId
from sayso.model.lists import (
    DateInterval,
    ListedAct,
    ListedAddress,
    ListedCraft,
    ListedName,
    ListEntry,
)
from sayso.model.vocabulary import Measure

AUTHORITY: Final = "au"
_SCHEMATA: Final = {
    "individual": "Person",
    "person": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
}
#: Name type, as the list or one of its earlier releases writes it → kind.
_KINDS: Final = {
    "primary name": "primary",
    "primay name": "primary",
    "primary": "primary",
    "original script": "original",
    "alias": "aka",
    "aka": "aka",
    "fka": "fka",
    "formerly known as": "fka",
    "previously listed as": "fka",
}
_MEASURES: Final = {
    "targeted financial sanction": Measure.ASSETS_FREEZE,
    "travel ban": Measure.TRAVEL_BAN,
    "arms embargo": Measure.ARMS_EMBARGO,
}
_YES: Final = frozenset({"1", "true", "yes", "y"})
_NO: Final = frozenset({"0", "false", "no", "n"})
_READ: Final = frozenset(
    {
        *("reference", "name of individual or entity", "type", "name type", "alias strength"),
        *("date of birth", "place of birth", "citizenship", "address", "imo number"),
        *("additional information", "listing information", "committees", "control date"),
        *("instrument of designation", *_MEASURES),
    }
)
#: "a) … b) …": several values in one cell.
_ENUMERATED: Final = re.compile(r"(?:^|\s)[a-z]\)\s*")
_IMO: Final = re.compile(r"\d{7}", re.ASCII)
#: A comma that does not follow a month ("Nov., 1950"), or the space between two dates.
_BETWEEN_DATES: Final = re.compile(r";|(?<![A-Za-z.]),|(?<=\d{4})\s+(?=\d)", re.ASCII)
_WRITTEN_DAY: Final = re.compile(r"(?:(\w+)\s+on:?\s+|^)(\d{1,2}\s+[A-Za-z]{3,9}\.?,?\s+\d{4})\b")
_LATER: Final = re.compile(r"(?:re-?list|amend|updat|expir|re-?declar|renew)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One name of a party: its own reference ("123a"), and the filled cells by heading."""

    reference: str
    cells: Mapping[str, str]

    @property
    def name(self) -> str:
        """Give the name, white space made even."""
        return " ".join(self.cells["name of individual or entity"].split())

    @property
    def is_primary(self) -> bool:
        """Say whether it is a party's first row: its reference has no letter."""
        return self.reference.isdecimal()


def entry_of(reference: str, rows: Sequence[Row]) -> ListEntry:
    """Give the entry that these rows make: what any of them says, each once.

    Args:
        reference: without the letters that tell names apart.
        rows: at least one, each with a name.
    """
    odd = Oddities()
    schema = _schema(rows, odd)
    listing = _values(rows, "listing information")
    citizenships = (";".join(_parts(rows, "citizenship"))).split(";")
    entry = ListEntry(
        id=EntryId(f"{AUTHORITY}:{reference}"),
        authority=AUTHORITY,
        reference=reference,
        schema=schema,
        names=_names(rows, odd),
        births=tuple(_births(rows, odd)) if schema == "Person" else (),
        birth_places=tuple(ListedAddress(city=place) for place in _parts(rows, "place of birth")),
        nationalities=tuple(dict.fromkeys(c.strip() for c in citizenships if c.strip())),
        addresses=tuple(ListedAddress(street=address) for address in _parts(rows, "address")),
        regimes=_values(rows, "committees"),
        measures=_measures(rows, odd),
        listed_on=next((day for told in listing if (day := _listed_on(told)) is not None), None),
        amended_on=tuple(_control_dates(rows, odd)),
        remarks="\n".join((*_values(rows, "additional information"), *listing)) or None,
        craft=_craft(rows, schema, odd),
        acts=tuple(ListedAct(title=t) for t in _values(rows, "instrument of designation")),
    )
    _keep_unused(rows, entry, odd)
    return replace(entry, extras=tuple(odd.extras), questions=tuple(odd.questions))


def _values(rows: Sequence[Row], heading: str) -> tuple[str, ...]:
    """Give what the rows say under a heading, white space made even, each once."""
    told = (" ".join(row.cells.get(heading, "").split()) for row in rows)
    return tuple(dict.fromkeys(value for value in told if value))


def _parts(rows: Sequence[Row], heading: str) -> tuple[str, ...]:
    """Give the same, an enumeration ("a) … b) …") in its parts."""
    parts = (p.strip(" ;") for value in _values(rows, heading) for p in _ENUMERATED.split(value))
    return tuple(dict.fromkeys(part for part in parts if part))


def _schema(rows: Sequence[Row], odd: Oddities) -> str:
    types = _values(rows, "type")
    known = [_SCHEMATA[told.lower()] for told in types if told.lower() in _SCHEMATA]
    if not known or len(types) > 1:
        odd.questions.append(f"no one type of party: {', '.join(types) or 'none'!r}")
    if not known and any(_IMO.fullmatch(number) for number in _values(rows, "imo number")):
        return "Vessel"
    return known[0] if known else "LegalEntity"


def _names(rows: Sequence[Row], odd: Oddities) -> tuple[ListedName, ...]:
    """Give the primary name first, then the others in the order of the rows."""
    names = tuple(dict.fromkeys(_name(row, odd) for row in rows))
    primary = [name for name in names if name.kind == "primary"]
    if len(primary) > 1:
        odd.questions.append(f"more than one primary name: {primary[1].text!r}")
    first = primary[0] if primary else names[0]
    return (replace(first, kind="primary"), *(name for name in names if name is not first))


def _name(row: Row, odd: Oddities) -> ListedName:
    kind, strength = row.cells.get("name type", ""), row.cells.get("alias strength", "")
    if kind.lower() not in _KINDS:
        odd.keep("name type", kind, "no such type of a name")
    if strength.lower() not in {"", "strong", "weak"}:
        odd.keep("alias strength", strength, "no such strength of an alias")
    return ListedName(
        text=row.name,
        kind=_KINDS.get(kind.lower(), "aka"),
        quality=strength.lower() or None,
        script=script_of(row.name),
        note=None if row.is_primary else row.reference,
    )


def _births(rows: Sequence[Row], odd: Oddities) -> Iterator[DateInterval]:
    """Give every date in the cells: "13/06/1961, Approximately 1963" are two."""
    dates = (d for part in _parts(rows, "date of birth") for d in _BETWEEN_DATES.split(part))
    for told in dict.fromkeys(date.strip(" .") for date in dates if date.strip(" .")):
        birth = span_of(told)
        if birth.start is None:
            odd.questions.append(f"a date of birth only in words: {told!r}")
        yield birth


def _measures(rows: Sequence[Row], odd: Oddities) -> tuple[Measure, ...]:
    for heading in _MEASURES:
        for told in _values(rows, heading):
            if told.lower() not in _YES | _NO:
                odd.keep(heading, told, "neither yes nor no")
    return tuple(
        measure
        for heading, measure in _MEASURES.items()
        if any(told.lower() in _YES for told in _values(rows, heading))
    )


def _listed_on(told: str) -> str | None:
    """Give the day of listing where the words state one: "Listed on 25 January 2001"."""
    if day_of(told) is not None:
        return day_of(told)
    for found in _WRITTEN_DAY.finditer(told):
        if not _LATER.match(found[1] or ""):
            return span_of(found[2]).start
    return None


def _control_dates(rows: Sequence[Row], odd: Oddities) -> Iterator[str]:
    """Give when the entry was last edited; the guide to the list says that Control Date is that."""
    days: dict[str, None] = {}
    for told in _values(rows, "control date"):
        span = span_of(told)
        if span.start is None or span.start != span.end:
            odd.keep("control date", told, "no such date")
        else:
            days[span.start] = None
    return iter(sorted(days))


def _craft(rows: Sequence[Row], schema: str, odd: Oddities) -> ListedCraft | None:
    numbers = _values(rows, "imo number")
    sound = [number for number in numbers if schema == "Vessel" and _IMO.fullmatch(number)]
    for number in numbers:
        if number not in sound[:1]:
            odd.keep("imo number", number, "no IMO number of this party")
    return ListedCraft(imo=sound[0]) if sound else None


def _keep_unused(rows: Sequence[Row], entry: ListEntry, odd: Oddities) -> None:
    """Keep what has no field of ours, and ask about headings that the list is not known to have."""
    if entry.schema != "Person":
        for told in _values(rows, "date of birth"):
            odd.keep("date of birth", told)
    for heading in dict.fromkeys(heading for row in rows for heading in row.cells):
        for value in _values(rows, heading) if heading not in _READ else ():
            question = None if heading == "maritime restriction" else f"no such field: {heading}"
            odd.keep(heading, value, question)
