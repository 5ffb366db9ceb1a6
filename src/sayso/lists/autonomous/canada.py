"""Canada's Consolidated Autonomous Sanctions List: its XML file, read into a release."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.autonomous.aliases import aliases_of
from sayso.lists.fields.dates import day_of
from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.fields.spans import span_of
from sayso.lists.reading.release import begun, date_of, merged
from sayso.lists.reading.whose import refuse_others
from sayso.lists.reading.xml import read_xml
from sayso.model.documents import Original
from sayso.model.ids import EntryId
from sayso.model.lists import DateInterval, ListedCraft, ListedName, ListEntry, ListRelease

AUTHORITY: Final = "ca"
_READ: Final = frozenset(
    {
        *("Country", "LastName", "GivenName", "EntityOrShip", "Aliases", "Schedule", "Item"),
        *("DateOfListing", "DateOfBirthOrShipBuildDate", "ShipIMONumber"),
        *("TitleOrShip", "TitleOrShipType"),
    }
)
_ABBREVIATION: Final = re.compile(r"\(([A-Z]{3,})\)")
_BRACKET: Final = re.compile(r"\(.*?\)")
_SCHEDULE: Final = re.compile(r"(\d+(?:\.\d+)?)?[,\s]*(?:Part\s*(\d+(?:\.\d+)?))?", re.IGNORECASE)
_EITHER: Final = re.compile(r"\s+or\s+", re.IGNORECASE)
_IMO: Final = re.compile(r"\d{7}", re.ASCII)
#: "Kandor Works (also known as Zarvan Works)"; a few brackets are never closed.
_ALSO_KNOWN: Final = re.compile(r"(.+?)\s*\(also known as\s+(.+?)\)?", re.IGNORECASE)
#: A slash between words that stands in no bracket: a name in English and in French.
_TWO_LANGUAGES: Final = re.compile(r"(?<=[^\s/])/(?=[^\s/])(?![^(]*\))")


class CanadaList:
    """Reads releases of Canada's list, which bears no date of its own."""

    authority = AUTHORITY

    def read(self, original: Original, *, published: str | None, repair: bool) -> ListRelease:
        """Give the release, whole, its entries ordered by reference.

        Raises:
            BadListRelease: the file is not well-formed, defines entities, is no such list or no
                date is given; or an entry has no name or no place in a schedule.
        """
        refuse_others(original, AUTHORITY)
        tree = read_xml(original, repair=repair)
        if tree.root.tag != "data-set":
            raise BadListRelease(
                f"{original.locator}: not Canada's list, its root is <{tree.root.tag}>"
            )
        date, _ = date_of(original.locator, None, published, field="Canada's file never does")
        entries, joined = merged(_entries(tree.root, release=f"{AUTHORITY} {date}"))
        return replace(
            begun(original, AUTHORITY, date),
            entries=entries,
            repaired=tree.dropped,
            remarks=(*tree.remarks, *joined),
        )


def _entries(root: Element, *, release: str) -> Iterator[ListEntry]:
    if not len(root):
        raise BadListRelease(f"{release}: the list has no entries")
    for number, element in enumerate(root, 1):
        place = f"{release}, record {number}"
        if element.tag != "record":
            raise BadListRelease(f"{place}: <{element.tag}> stands where <record> is expected")
        yield _entry(_fields(element), place)


def _fields(element: Element) -> dict[str, str]:
    """Give the filled fields by their English names ("Country-Pays" is Country)."""
    texts = ((part.tag.partition("-")[0], " ".join((part.text or "").split())) for part in element)
    return {tag: text for tag, text in texts if text}


def _entry(fields: Mapping[str, str], place: str) -> ListEntry:
    odd = Oddities()
    names = tuple(dict.fromkeys(_names(fields)))
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    reference = reference_of(fields)
    if reference is None:
        raise BadListRelease(f"{place} ({names[0].text}): no item of a schedule of a country")
    for tag in ("Country", "Schedule", "Item"):
        if tag in fields:
            odd.keep(tag, fields[tag])
    craft = _craft(fields, odd)
    is_person = "EntityOrShip" not in fields
    births = tuple(_births(fields)) if is_person else ()
    odd.questions += [
        f"a date of birth only in words: {b.surface!r}" for b in births if b.start is None
    ]
    title = fields.get("TitleOrShipType") or fields.get("TitleOrShip")
    _keep_unused(fields, odd, is_person=is_person, is_craft=craft is not None)
    return ListEntry(
        id=EntryId(f"{AUTHORITY}:{reference}"),
        authority=AUTHORITY,
        reference=reference,
        schema="Person" if is_person else "Organization" if craft is None else "Vessel",
        names=names,
        births=births,
        titles=(title,) if title and is_person else (),
        regimes=(_english(fields["Country"]),),
        listed_on=day_of(fields.get("DateOfListing")),
        extras=tuple(odd.extras),
        questions=tuple(odd.questions),
        craft=craft,
    )


def reference_of(fields: Mapping[str, str]) -> str | None:
    """Give "Russia/1P1.1/14" for item 14 in part 1.1 of schedule 1 of the Russia regulations.

    Canada gives its entries no number of their own; the item of a schedule is how its law names
    them. An item that is repealed leaves a gap, and those after it keep their numbers (in the
    release of May 2025 twelve of the 42 parts have such gaps). None without country or item.
    """
    country, item = _english(fields.get("Country", "")), "".join(fields.get("Item", "").split())
    if not country or not item:
        return None
    short = _ABBREVIATION.search(country)
    programme = short[1] if short else "-".join(_BRACKET.sub(" ", country).split())
    stated = fields.get("Schedule", "")
    found = _SCHEDULE.fullmatch(stated)
    part = f"P{found[2]}" if found and found[2] else ""
    schedule = (found[1] or "") + part if found else "".join(stated.split())
    return "/".join(step for step in (programme, schedule, item) if step)


def _english(text: str) -> str:
    """Give the English half of a country that is named in two languages."""
    return text.split(" / ", maxsplit=1)[0].strip()


def _names(fields: Mapping[str, str]) -> Iterator[ListedName]:
    """Give the primary name as it is spoken, its two languages, then the aliases.

    Seventy bodies have their other names in brackets behind the first, in its own field.
    """
    parts = tuple(fields[tag] for tag in ("LastName", "GivenName") if tag in fields)
    whole = fields.get("EntityOrShip") or " ".join(reversed(parts))
    if not whole:
        return
    is_body = "EntityOrShip" in fields
    given = () if is_body else parts
    known = _ALSO_KNOWN.fullmatch(whole)
    whole, others = (whole, "") if known is None else (known[1], known[2])
    yield ListedName(text=whole, kind="primary", script=script_of(whole), parts=given)
    halves = _TWO_LANGUAGES.split(whole) if is_body else ()
    if len(halves) == len(("en", "fr")) and all(" " in half for half in halves):
        for half in halves:
            note = "half of a name in two languages"
            yield ListedName(text=half.strip(), kind="aka", script=script_of(half), note=note)
    for field in (others, fields.get("Aliases", "")):
        yield from aliases_of(field, of_person=not is_body)


def _births(fields: Mapping[str, str]) -> Iterator[DateInterval]:
    told = fields.get("DateOfBirthOrShipBuildDate")
    return (span_of(either) for either in _EITHER.split(told)) if told else iter(())


def _craft(fields: Mapping[str, str], odd: Oddities) -> ListedCraft | None:
    """Give the ship; a number that is no IMO number makes none, and is asked about."""
    imo = fields.get("ShipIMONumber", "")
    if "EntityOrShip" in fields and _IMO.fullmatch(imo):
        kind = fields.get("TitleOrShipType") or fields.get("TitleOrShip")
        return ListedCraft(type=kind, imo=imo, built=fields.get("DateOfBirthOrShipBuildDate"))
    if imo:
        odd.keep("ShipIMONumber", imo, "no IMO number of a ship")
    return None


def _keep_unused(
    fields: Mapping[str, str], odd: Oddities, *, is_person: bool, is_craft: bool
) -> None:
    """Keep what has no field of ours, and ask about what the list is not known to hold."""
    listed_on = fields.get("DateOfListing")
    if listed_on is not None and day_of(listed_on) is None:
        odd.keep("DateOfListing", listed_on, "no such date")
    for tag, text in fields.items():
        if tag not in _READ:
            odd.keep(tag, text, f"no such field: {tag}")
    if not is_person and not is_craft:
        for tag in ("TitleOrShip", "TitleOrShipType", "DateOfBirthOrShipBuildDate"):
            if tag in fields:
                odd.keep(tag, fields[tag])
