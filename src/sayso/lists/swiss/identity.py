"""What an identity of the Swiss list says beside names: births, places, nationalities, papers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is files/xml.py's

from sayso.lists.fields.dates import day_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.fields.spans import span_of
from sayso.model.lists import DateInterval, ListedAddress, ListedDocument

_READ: Final = frozenset(
    {
        *("name", "day-month-year", "year", "place-of-birth", "nationality", "address"),
        "identification-document",
    }
)


@dataclass(frozen=True, slots=True)
class Identity:
    """The particulars of one identity; births of what is no person are when it was founded."""

    births: tuple[DateInterval, ...]
    birth_places: tuple[ListedAddress, ...]
    nationalities: tuple[str, ...]
    addresses: tuple[ListedAddress, ...]
    documents: tuple[ListedDocument, ...]


def identity_of(element: Element, places: Mapping[str, Element], odd: Oddities) -> Identity:
    """Give what an identity says; what has no field of ours is kept and asked about."""
    for part in element:
        if part.tag not in _READ:
            odd.keep(part.tag, " ".join("".join(part.itertext()).split()), "no such field")
    return Identity(
        births=tuple(_births(element, odd)),
        birth_places=tuple(_address(p, places) for p in element.iterfind("place-of-birth")),
        nationalities=tuple(dict.fromkeys(_nationalities(element))),
        addresses=tuple(_address(address, places) for address in element.iterfind("address")),
        documents=tuple(_document(d, places) for d in element.iterfind("identification-document")),
    )


def text_of(element: Element, *tags: str) -> str | None:
    """Give the text of the first of these children that has one, white space made even."""
    texts = (" ".join((element.findtext(tag) or "").split()) for tag in tags)
    return next((text for text in texts if text), None)


def _births(element: Element, odd: Oddities) -> Iterator[DateInterval]:
    for date in element.iterfind("day-month-year"):
        parts = [date.get(name, "").zfill(2) for name in ("year", "month", "day") if date.get(name)]
        span = span_of("-".join(parts))
        calendar, quality = date.get("calendar"), date.get("quality")
        foreign = calendar is not None and not calendar.lower().startswith("greg")
        note = ", ".join(told for told in (calendar if foreign else None, quality) if told)
        if span.start is None or foreign:
            odd.questions.append(f"a date of birth to be read by a person: {span.surface!r}")
        yield DateInterval(
            start=None if foreign else span.start,
            end=None if foreign else span.end,
            approximate=quality == "low",
            surface=span.surface,
            note=note if foreign or quality == "low" else None,
        )
    for year in element.iterfind("year"):
        yield span_of("".join(year.itertext()))


def _nationalities(element: Element) -> Iterator[str]:
    for nationality in element.iterfind("nationality"):
        for country in nationality.iterfind("country"):
            told = " ".join((country.text or "").split()) or country.get("iso-code")
            if told:
                yield told


def _address(element: Element, places: Mapping[str, Element]) -> ListedAddress:
    """Give an address or a place of birth, the place that it points to written out."""
    place = places.get(element.get("place-id", ""), element)
    box = text_of(element, "p-o-box")
    street = (
        f"c/o {care}" if (care := text_of(element, "c-o")) else None,
        text_of(element, "address-details"),
        f"P.O. Box {box}" if box else None,
    )
    notes = (
        text_of(element, "remarks", "remark"),
        "former" if element.get("current") == "false" else None,
        f"{element.get('quality')} quality" if element.get("quality") == "low" else None,
        _other_spellings(place),
    )
    return ListedAddress(
        street=_joined(street),
        city=text_of(element, "location") or text_of(place, "location"),
        state_province=text_of(element, "area") or text_of(place, "area"),
        zip_code=text_of(element, "zip-code"),
        country=text_of(element, "country") or text_of(place, "country"),
        note=_joined(notes),
    )


def _other_spellings(place: Element) -> str | None:
    spellings = (
        " ".join("".join(variant.itertext()).split())
        for tag in ("location-variant", "area-variant")
        for variant in place.iterfind(tag)
    )
    told = _joined(dict.fromkeys(spellings))
    return f"also: {told}" if told else None


def _document(element: Element, places: Mapping[str, Element]) -> ListedDocument:
    issued, expires = text_of(element, "date-of-issue"), text_of(element, "expiry-date")
    issue = element.find("place-of-issue")
    notes = (f"expires {expires}" if expires else None, text_of(element, "remark", "remarks"))
    issuer = element.find("issuer")
    code = None if issuer is None else issuer.get("code")
    return ListedDocument(
        type=element.get("document-type"),
        number=text_of(element, "number"),
        issuing_country=text_of(element, "issuer") or code,
        city_of_issue=None if issue is None else _address(issue, places).city,
        issued_on=day_of(issued) or issued,
        note=_joined(notes),
    )


def _joined(parts: Iterable[str | None]) -> str | None:
    return ", ".join(part for part in parts if part) or None
