"""Types and properties that a table can be reconciled and extended with."""

from collections.abc import Mapping, Sequence
from typing import Final

from sayso.model.lists import ListEntry
from sayso.views.json import JsonObject
from sayso.web.yente.entities import properties_of
from sayso.web.yente.reading import BIRTHS, COUNTRIES, IDS

TYPES: Final[Mapping[str, str]] = {
    "Thing": "Any listed party",
    "Person": "Person",
    "Organization": "Organisation",
    "Company": "Company",
    "PublicBody": "Public body",
    "LegalEntity": "Person or organisation",
    "Vessel": "Ship",
    "Airplane": "Aircraft",
    "Vehicle": "Ship or aircraft",
}
#: What narrows a query.
NARROWING: Final[Mapping[str, str]] = {
    "birth": "Date or year of birth",
    "country": "Country",
    "id": "Number of a paper, ship or registration",
    "gender": "Gender",
    "address": "Address",
}
#: Properties of a query → what it is asked with; FollowTheMoney's names are understood too.
CONSTRAINTS: Final[Mapping[str, str]] = {
    **{name: name for name in NARROWING},
    **dict.fromkeys(BIRTHS, "birth"),
    **dict.fromkeys(COUNTRIES, "country"),
    **dict.fromkeys(IDS, "id"),
}
#: What a reconciled row can be filled with.
EXTENSIONS: Final[Mapping[str, str]] = {
    "list": "List",
    "reference": "Reference",
    "regime": "Regime",
    "measure": "Measure",
    "name": "Name",
    "alias": "Alias",
    "weakAlias": "Weak alias",
    "previousName": "Former name",
    "birthDate": "Date of birth",
    "birthPlace": "Place of birth",
    "nationality": "Nationality",
    "country": "Country",
    "gender": "Gender",
    "title": "Title",
    "position": "Position",
    "passportNumber": "Passport number",
    "idNumber": "Identity number",
    "registrationNumber": "Registration number",
    "taxNumber": "Tax number",
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "callSign": "Call sign",
    "flag": "Flag",
    "address": "Address",
    "createdAt": "Listed on",
    "modifiedAt": "Last amended on",
    "notes": "Remarks",
}


def types() -> list[JsonObject]:
    """Give the types, in order."""
    return [{"id": name, "name": label} for name, label in TYPES.items()]


def properties() -> list[JsonObject]:
    """Give the properties: first those that narrow a query, then those that fill a row alone."""
    narrowing = [
        {"id": name, "name": label, "description": "narrows a query"}
        for name, label in NARROWING.items()
    ]
    return [*narrowing, *(p for p in extensions() if p["id"] not in NARROWING)]


def extensions() -> list[JsonObject]:
    """Give the properties that a row can be filled with, in order."""
    return [{"id": name, "name": label} for name, label in EXTENSIONS.items()]


def values_of(entry: ListEntry) -> Mapping[str, Sequence[str]]:
    """Give what an entry fills a row with, by property."""
    return {
        **properties_of(entry),
        "list": [entry.authority],
        "reference": [entry.reference],
        "regime": list(entry.regimes),
        "measure": [measure.value for measure in entry.measures],
    }
