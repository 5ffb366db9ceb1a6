"""Which elements and attributes the EU's file is known to have (xmlFullSanctionsList 1.1)."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

_PLACE: Final = frozenset({"city", "zipCode", "region", "place"})
_COUNTRY: Final = frozenset({"countryIso2Code", "countryDescription"})
#: `logicalId` below an entry is an internal number, and not kept.
_OWN: Final = frozenset({"regulationLanguage", "logicalId"})
_ACT: Final = frozenset({"regulationType", "publicationDate", "numberTitle"})
#: Element → its attributes; as they stand in the files of March 2021 and May 2024.
_ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = {
    "sanctionEntity": frozenset(
        {"designationDate", "designationDetails", "unitedNationId", "euReferenceNumber"}
        | {"logicalId"}
    ),
    "remark": frozenset(),
    "publicationUrl": frozenset(),
    "subjectType": frozenset({"code", "classificationCode"}),
    "regulation": _ACT | {"organisationType", "entryIntoForceDate", "programme", "logicalId"},
    "regulationSummary": _ACT | {"publicationUrl"},
    "nameAlias": _OWN
    | {"firstName", "middleName", "lastName", "wholeName", "function", "gender", "title"}
    | {"nameLanguage", "strong"},
    "citizenship": _OWN | _COUNTRY | {"region"},
    "birthdate": _OWN
    | _COUNTRY
    | _PLACE
    | {"circa", "calendarType", "birthdate", "dayOfMonth", "monthOfYear", "year"}
    | {"yearRangeFrom", "yearRangeTo"},
    "identification": _OWN
    | _COUNTRY
    | {"diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer", "issuedBy"}
    | {"latinNumber", "nameOnDocument", "number", "region", "validFrom", "validTo", "issueDate"}
    | {"identificationTypeCode", "identificationTypeDescription"},
    "address": _OWN | _COUNTRY | _PLACE | {"street", "poBox", "asAtListingTime"},
    "contactInfo": frozenset({"key", "value"}),
}


def strangers_in(element: Element) -> Iterator[tuple[str, str]]:
    """Give what stands in an entry's element and is not known, as (field, value), in order.

    A language of regulation other than English is told too: no file that we have seen has one.
    """
    for part in element.iter():
        known = _ATTRIBUTES.get(part.tag)
        text = " ".join((part.text or "").split())
        if known is None and text:
            yield part.tag, text
        for name, value in part.attrib.items():
            foreign = name == "regulationLanguage" and value != "en"
            if value.strip() and (foreign or known is None or name not in known):
                yield f"{part.tag}/{name}", value
