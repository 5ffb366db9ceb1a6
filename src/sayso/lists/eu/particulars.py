"""What identifies the party of an EU entry: births, papers, addresses, contacts."""

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.lists.eu.told import country_of, remark_of, told, unique
from sayso.lists.fields.craft import ship_number
from sayso.lists.fields.dates import day_of, span_of
from sayso.lists.fields.oddities import Oddities
from sayso.model.lists import DateInterval, ListedAddress, ListedCraft, ListedDocument

_TRUE: Final = "true"
#: Flag of a paper → what it says, in the list's own terms.
_FLAGS: Final = {
    "diplomatic": "diplomatic",
    "knownExpired": "known to be expired",
    "knownFalse": "known to be false",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by the issuer",
}
#: Field of a paper → what it is called in the note.
_PAPER: Final = {
    "issuedBy": "issued by",
    "region": "region",
    "nameOnDocument": "name on the document",
    "latinNumber": "in Latin letters",
    "validFrom": "valid from",
    "validTo": "valid to",
}
#: Kinds of contact that are not plain from the text alone.
_CALLED: Final = {"PHONE": "Phone: ", "FAX": "Fax: "}


def births_of(parts: Sequence[Element], odd: Oddities) -> tuple[DateInterval, ...]:
    """Give the dates of birth as intervals, each once; an element may tell of a place alone."""
    found: list[DateInterval] = []
    for element in _all(parts, "birthdate"):
        surface = _surface(element)
        if surface is None:
            continue
        start, end = _ends(element)
        if start is None and end is None:
            odd.questions.append(f"a date of birth that cannot be read: {surface!r}")
        about = told(element, "circa") == _TRUE
        note = remark_of(element)
        found.append(
            DateInterval(start=start, end=end, approximate=about, surface=surface, note=note)
        )
    return tuple(dict.fromkeys(found))


def _surface(element: Element) -> str | None:
    """Give the date as the list writes it; None when it has none."""
    year, month, day = (told(element, f) for f in ("year", "monthOfYear", "dayOfMonth"))
    since, until = told(element, "yearRangeFrom"), told(element, "yearRangeTo")
    text = told(element, "birthdate") or "-".join(p for p in (year, month, day) if p)
    if since or until:
        text = f"{since or '…'} to {until or '…'}"
    calendar = told(element, "calendarType") or "GREGORIAN"
    return f"{text} ({calendar})" if text and calendar != "GREGORIAN" else text or None


def _ends(element: Element) -> tuple[str | None, str | None]:
    """Give first and last day; of another calendar only what the list itself has converted."""
    day = day_of(told(element, "birthdate"))
    if day is not None:
        return day, day
    if told(element, "calendarType") not in {None, "GREGORIAN"}:
        return None, None
    since, until = _number(element, "yearRangeFrom"), _number(element, "yearRangeTo")
    if since or until:
        first, last = span_of(since) or (None,), span_of(until) or (None,)
        return first[0], last[-1]
    whole = (_number(element, field) for field in ("year", "monthOfYear", "dayOfMonth"))
    return span_of(*whole) or (None, None)


def _number(element: Element, field: str) -> int:
    text = told(element, field) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("2024") else 0


def birth_places_of(parts: Sequence[Element]) -> tuple[ListedAddress, ...]:
    """Give the places of birth; a remark on a birth stands with the date, if there is one."""
    places = (
        _address(e, note=None if _surface(e) else remark_of(e)) for e in _all(parts, "birthdate")
    )
    return tuple(dict.fromkeys(place for place in places if place != ListedAddress()))


def addresses_of(parts: Sequence[Element]) -> tuple[ListedAddress, ...]:
    """Give the addresses, each once."""
    found: list[ListedAddress] = []
    for element in _all(parts, "address"):
        then = "as at the time of listing" if told(element, "asAtListingTime") == _TRUE else None
        note = "; ".join(text for text in (remark_of(element), then) if text) or None
        found.append(_address(element, note=note))
    return tuple(dict.fromkeys(address for address in found if address != ListedAddress()))


def _address(element: Element, *, note: str | None) -> ListedAddress:
    """Give an address; the list's `place` (a village, a district) stands with the region."""
    box = told(element, "poBox")
    if box is not None and not any(c.isalpha() for c in box):
        box = f"P.O. Box {box}"
    city = told(element, "city")
    areas = unique(area for f in ("place", "region") if (area := told(element, f)) != city)
    return ListedAddress(
        street=", ".join(text for text in (told(element, "street"), box) if text) or None,
        city=city,
        state_province=", ".join(areas) or None,
        zip_code=told(element, "zipCode"),
        country=country_of(element),
        note=note,
    )


def documents_of(parts: Sequence[Element]) -> tuple[ListedDocument, ...]:
    """Give the papers; what is known to be wrong with one stands in its note."""
    found: list[ListedDocument] = []
    for element in _all(parts, "identification"):
        issued = told(element, "issueDate")
        found.append(
            ListedDocument(
                type=told(element, "identificationTypeDescription")
                or told(element, "identificationTypeCode"),
                number=told(element, "number"),
                issuing_country=country_of(element),
                issued_on=day_of(issued) or issued,
                note="; ".join(_notes(element)) or None,
            )
        )
    return tuple(dict.fromkeys(found))


def _notes(element: Element) -> Iterator[str]:
    yield from (said for flag, said in _FLAGS.items() if told(element, flag) == _TRUE)
    for field, called in _PAPER.items():
        if text := told(element, field):
            yield f"{called} {text}" if called != "region" else text
    if remark := remark_of(element):
        yield remark


def contacts_of(parts: Sequence[Element]) -> tuple[str, ...]:
    """Give telephone and fax numbers, marked as such, and addresses of pages and mail."""
    return unique(
        f"{_CALLED.get(told(contact, 'key') or '', '')}{value}"
        for contact in (c for part in parts for c in part.iter("contactInfo"))
        if (value := told(contact, "value")) is not None
    )


def ship_of(parts: Sequence[Element]) -> ListedCraft | None:
    """Give the ship that an entry is, by an IMO number that is a ship's; None for all others.

    The list puts companies' IMO numbers under "vessel identification" as well.
    """
    numbers = (
        ship_number(told(element, "number") or "")
        for element in _all(parts, "identification")
        if told(element, "identificationTypeCode") == "imo"
    )
    return next((ListedCraft(imo=number) for number in numbers if number is not None), None)


def _all(parts: Sequence[Element], tag: str) -> Iterator[Element]:
    return (element for part in parts for element in part.iterfind(tag))
