"""List entries as FollowTheMoney entities."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sayso.model.ids import ReleaseId, edition_of
from sayso.model.lists import (
    DateInterval,
    ListedAddress,
    ListedCraft,
    ListedDocument,
    ListedName,
    ListEntry,
)
from sayso.views.json import JsonObject
from sayso.web.names import codes_of, countries_of

Properties = Mapping[str, Iterable[str | None]]

_NO_CRAFT: Final = ListedCraft()
#: What the first and last day of a year, and of a month, end in.
_YEAR: Final = ("-01-01", "-12-31")
_MONTH_STARTS, _MONTH_ENDS = "-01", frozenset({"-28", "-29", "-30", "-31"})


def party(entry: ListEntry, release: ReleaseId | None, *, nested: bool = False) -> JsonObject:
    """Give an entry as yente gives an entity; with `nested`, the listing as an entity of its own.

    Args:
        entry: of a list in force.
        release: the one that it stands in.
        nested: give what the list says of the listing too.
    """
    listing: JsonObject = {"sanctions": [_listing(entry)]} if nested else {}
    return {
        "id": entry.id,
        "caption": entry.name,
        "schema": entry.schema,
        "properties": {**properties_of(entry), **listing},
        "datasets": [entry.authority],
        "referents": list(entry.un_references),
        "target": True,
        "first_seen": None,
        "last_seen": None if release is None else _instant(edition_of(release)),
        "last_change": _instant(max(entry.amended_on, default=None)),
    }


def properties_of(entry: ListEntry) -> Mapping[str, list[str]]:
    """Give what an entry says in FollowTheMoney's properties, each value once, in its order.

    What has no property there (ties, legal acts, wallets) stands in /api/v1/entries alone.
    """
    told = {**_thing(entry), **_OF_SCHEMA.get(entry.schema, _legal)(entry)}
    each = {name: [v for v in dict.fromkeys(values) if v] for name, values in told.items()}
    return {name: values for name, values in each.items() if values}


def _thing(entry: ListEntry) -> Properties:
    amended = max(entry.amended_on, default=None)
    return {
        "name": _names(entry, lambda n: n.kind in {"primary", "original"}),
        "alias": _names(entry, lambda n: n.kind == "aka" and n.quality != "weak"),
        "weakAlias": _names(entry, lambda n: n.kind == "aka" and n.quality == "weak"),
        "previousName": _names(entry, lambda n: n.kind == "fka"),
        "country": countries_of(entry),
        "address": [_address(place) for place in entry.addresses],
        "notes": [entry.remarks],
        "topics": ["sanction"],
        "createdAt": [entry.listed_on],
        "modifiedAt": [amended],
    }


def _legal(entry: ListEntry) -> Properties:
    return {
        "idNumber": [p.number for p in entry.documents if _property(p) == "idNumber"],
        "taxNumber": [p.number for p in entry.documents if _property(p) == "taxNumber"],
        "registrationNumber": [
            p.number for p in entry.documents if _property(p) == "registrationNumber"
        ],
        "email": [c for c in entry.contacts if "@" in c],
        "website": [c for c in entry.contacts if "@" not in c and _is_page(c)],
        "phone": [c for c in entry.contacts if "@" not in c and not _is_page(c)],
    }


def _person(entry: ListEntry) -> Properties:
    return {
        **_legal(entry),
        "passportNumber": [p.number for p in entry.documents if _property(p) == "passportNumber"],
        "birthDate": [day for birth in entry.births for day in _dates(birth)],
        "birthPlace": [_address(place) for place in entry.birth_places],
        "birthCountry": codes_of(place.country for place in entry.birth_places),
        "nationality": codes_of(entry.nationalities),
        "gender": [(entry.gender or "").lower()],
        "title": entry.titles,
        "position": entry.designations,
    }


def _vessel(entry: ListEntry) -> Properties:
    craft = entry.craft or _NO_CRAFT
    return {
        **_vehicle(entry, craft),
        "imoNumber": [craft.imo],
        "mmsi": [craft.mmsi],
        "callSign": [craft.call_sign],
        "flag": codes_of((craft.flag,)),
        "pastFlags": codes_of(craft.former_flags),
        "tonnage": [craft.tonnage],
        "grossRegisteredTonnage": [craft.gross_tonnage],
    }


def _airplane(entry: ListEntry) -> Properties:
    craft = entry.craft or _NO_CRAFT
    return {**_vehicle(entry, craft), "serialNumber": [craft.serial_number]}


def _vehicle(entry: ListEntry, craft: ListedCraft) -> Properties:
    return {
        "registrationNumber": [craft.tail_number, *(paper.number for paper in entry.documents)],
        "type": [craft.type],
        "model": [craft.model],
        "buildDate": [craft.built],
    }


_OF_SCHEMA: Final[Mapping[str, Callable[[ListEntry], Properties]]] = {
    "Person": _person,
    "Vessel": _vessel,
    "Airplane": _airplane,
}


def _listing(entry: ListEntry) -> JsonObject:
    properties: Mapping[str, Iterable[str | None]] = {
        "authority": [entry.authority],
        "authorityId": [entry.reference],
        "unscId": [entry.reference] if entry.authority == "un" else entry.un_references,
        "program": entry.regimes,
        "provisions": [measure.value for measure in entry.measures],
        "listingDate": [entry.listed_on],
        "reason": [entry.remarks],
        "sourceUrl": [act.address for act in entry.acts],
    }
    kept = {name: [v for v in values if v] for name, values in properties.items()}
    return {
        "id": f"{entry.id}:listing",
        "caption": "; ".join((entry.authority, *entry.regimes)),
        "schema": "Sanction",
        "properties": {name: values for name, values in kept.items() if values},
        "datasets": [entry.authority],
        "referents": [],
        "target": False,
        "first_seen": None,
        "last_seen": None,
        "last_change": None,
    }


def _names(entry: ListEntry, is_asked: Callable[[ListedName], bool]) -> list[str]:
    return [name.text for name in entry.names if is_asked(name)]


def _property(paper: ListedDocument) -> str:
    """Give FollowTheMoney's property for a paper, by the words of its type."""
    told = f"{paper.type or ''} {paper.type_detail or ''}".casefold()
    by_word = {"passport": "passportNumber", "tax": "taxNumber", "registration": _REGISTERED}
    return next((name for word, name in by_word.items() if word in told), "idNumber")


_REGISTERED: Final = "registrationNumber"


def _is_page(contact: str) -> bool:
    return contact.casefold().startswith(("http://", "https://", "www."))


def _address(place: ListedAddress) -> str:
    parts = (place.street, place.city, place.state_province, place.zip_code, place.country)
    return ", ".join(part for part in parts if part) or place.note or ""


def _dates(birth: DateInterval) -> tuple[str, ...]:
    """Give a date as precise as it is known: a day, a month or a year; of a longer time, its ends.

    FollowTheMoney has no intervals of its own.
    """
    start, end = birth.start, birth.end
    if start is None or end is None or start == end:
        return tuple(dict.fromkeys(day for day in (start, end) if day))
    if (start[4:], end[4:]) == _YEAR:
        return tuple(dict.fromkeys((start[:4], end[:4])))
    if start[:7] == end[:7] and start[7:] == _MONTH_STARTS and end[7:] in _MONTH_ENDS:
        return (start[:7],)
    return (start, end)


def _instant(day: str | None) -> str | None:
    return None if day is None else f"{day[:10]}T00:00:00"
