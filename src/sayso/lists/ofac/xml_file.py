"""OFAC's XML: one element an entry, each field an element of its own."""

from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.ofac.remarks import read_remarks
from sayso.lists.ofac.told import SCHEMAS, Fact, Told
from sayso.model.lists import ListedAddress, ListEntry

#: Elements of vesselInfo → field of ListedCraft.
_SHIP: Final = {
    "callSign": "call_sign",
    "vesselType": "type",
    "tonnage": "tonnage",
    "grossRegisteredTonnage": "gross_tonnage",
    "vesselFlag": "flag",
    "vesselOwner": "owner",
}
#: Elements of an entry that are read, each with those inside that are.
_READ: Final = {
    "uid": "",
    "firstName": "",
    "lastName": "",
    "title": "",
    "sdnType": "",
    "remarks": "",
    "programList": "program",
    "idList": "id uid idType idNumber idCountry issueDate expirationDate",
    "akaList": "aka uid type category lastName firstName",
    "addressList": (
        "address uid address1 address2 address3 city stateOrProvince postalCode country"
    ),
    "nationalityList": "nationality uid country mainEntry",
    "citizenshipList": "citizenship uid country mainEntry",
    "dateOfBirthList": "dateOfBirthItem uid dateOfBirth mainEntry",
    "placeOfBirthList": "placeOfBirthItem uid placeOfBirth mainEntry",
    "vesselInfo": " ".join(_SHIP),
}


def entry_of(element: Element, authority: str, place: str) -> ListEntry:
    """Give the entry that an sdnEntry element holds.

    Raises:
        BadListRelease: it has no number or no name.
    """
    number = _text(element, "uid")
    if not number.isdecimal():
        raise BadListRelease(f"{place}: no entry number; the release is refused whole")
    name = _name(element)
    if not name:
        raise BadListRelease(f"{place} ({number}): no name; the release is refused whole")
    kind = _text(element, "sdnType")
    told = Told(authority=authority, reference=number, schema=SCHEMAS.get(kind.lower(), ""))
    if not told.schema:
        told.schema = "LegalEntity"
        told.questions.append(f"no such type of entry: {kind!r}")
    told.name(name, "primary")
    _read_names_and_places(element, told)
    _read_person(element, told)
    for one in element.iterfind("idList/id"):
        told.fact(_fact(one))
    read_remarks(_text(element, "remarks"), told)
    _keep_strangers(element, told)
    return told.entry()


def _read_names_and_places(element: Element, told: Told) -> None:
    for alias in element.iterfind("akaList/aka"):
        told.name(_name(alias), _text(alias, "type"), _text(alias, "category") or None)
    told.regimes += [" ".join((p.text or "").split()) for p in element.iterfind("programList/*")]
    told.addresses += [
        found for one in element.iterfind("addressList/address") if (found := _address(one))
    ]
    ship = element.find("vesselInfo")
    if ship is not None:
        told.craft |= {field: text for tag, field in _SHIP.items() if (text := _text(ship, tag))}


def _read_person(element: Element, told: Told) -> None:
    """Read what the list has in several, the main one before the others."""
    told.designations += filter(None, _text(element, "title").split("; "))
    for text in _main_first(element, "dateOfBirthList", "dateOfBirth"):
        told.birth(text)
    for text in _main_first(element, "placeOfBirthList", "placeOfBirth"):
        told.birth_place(text)
    told.nationalities += _main_first(element, "nationalityList", "country")
    for text in _main_first(element, "citizenshipList", "country"):
        told.citizenship(text)


def _main_first(element: Element, holder: str, tag: str) -> list[str]:
    found = sorted(
        element.iterfind(f"{holder}/*"), key=lambda one: _text(one, "mainEntry") != "true"
    )
    return [text for one in found if (text := _text(one, tag))]


def _fact(element: Element) -> Fact:
    return Fact(
        _text(element, "idType"),
        _text(element, "idNumber"),
        _text(element, "idCountry") or None,
        _text(element, "issueDate") or None,
        _text(element, "expirationDate") or None,
    )


def _name(element: Element) -> str:
    """Give "SURNAME, Given names", or what stands alone."""
    parts = (_text(element, "lastName"), _text(element, "firstName"))
    return ", ".join(part for part in parts if part)


def _address(element: Element) -> ListedAddress | None:
    lines = (_text(element, f"address{n}") for n in (1, 2, 3))
    found = ListedAddress(
        street=", ".join(line for line in lines if line) or None,
        city=_text(element, "city") or None,
        state_province=_text(element, "stateOrProvince") or None,
        zip_code=_text(element, "postalCode") or None,
        country=_text(element, "country") or None,
    )
    return None if found == ListedAddress() else found


def _keep_strangers(element: Element, told: Told) -> None:
    """Keep what the list is not known to hold, and ask about it."""
    for part in element:
        known = _READ.get(part.tag)
        inside = [part] if known is None else [e for e in part.iter() if e is not part]
        for one in inside:
            if known is None or one.tag not in known.split():
                text = " ".join("".join(one.itertext()).split())
                told.extras.append((one.tag, text))
                told.questions.append(f"no such field: {one.tag}")


def _text(element: Element, tag: str) -> str:
    """Give an element's text with white space made even; "" when it is absent or empty."""
    return " ".join((element.findtext(tag) or "").split())
