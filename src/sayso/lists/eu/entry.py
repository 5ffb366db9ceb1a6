"""The elements of one EU reference, read into one list entry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element  # the type alone: parsing is reading/xml.py's

from sayso.errors import BadListRelease
from sayso.lists.eu.acts import acts_of
from sayso.lists.eu.layout import strangers_in
from sayso.lists.eu.names import names_of
from sayso.lists.eu.particulars import (
    addresses_of,
    birth_places_of,
    births_of,
    contacts_of,
    documents_of,
    ship_of,
)
from sayso.lists.eu.told import country_of, told, unique
from sayso.lists.fields.dates import day_of
from sayso.lists.fields.oddities import Oddities
from sayso.model.ids import EntryId
from sayso.model.lists import ListEntry
from sayso.model.vocabulary import Measure

AUTHORITY: Final = "eu"

_SCHEMAS: Final = {"person": "Person", "enterprise": "Organization"}
_GENDERS: Final = {"M": "Male", "F": "Female"}
_UN_REFERENCE: Final = re.compile(r"[A-Z]{2}[iev]\.\d{3}", re.ASCII)


def read_entry(parts: Sequence[Element], *, place: str) -> ListEntry:
    """Give the entry that the elements of one `logicalId` make together.

    The list is that of the EU's financial sanctions: each entry's assets are frozen. Which other
    measures its programme brings is not told there.

    Args:
        parts: the elements, in the file's order; at least one.
        place: where they stand, for errors ("eu 2024-05-13, entry 13").

    Raises:
        BadListRelease: there is no name.
    """
    names = names_of(parts)
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    odd = Oddities()
    reference = told(parts[0], "logicalId") or ""
    acts = acts_of(parts)
    entry = ListEntry(
        id=EntryId(f"{AUTHORITY}:{reference}"),
        authority=AUTHORITY,
        reference=reference,
        schema=_schema(parts, odd),
        names=names,
        regimes=unique(act.programme for act in acts),
        measures=(Measure.ASSETS_FREEZE,),
        listed_on=_listed_on(parts, odd),
        remarks="\n".join(_remarks(parts)) or None,
        un_references=_un_references(parts, odd),
        acts=acts,
    )
    entry = _with_particulars(entry, parts, odd)
    _keep_the_rest(parts, odd)
    return replace(entry, extras=tuple(odd.extras), questions=tuple(odd.questions))


def _with_particulars(entry: ListEntry, parts: Sequence[Element], odd: Oddities) -> ListEntry:
    """Add what identifies the party."""
    aliases = [alias for part in parts for alias in part.iterfind("nameAlias")]
    return replace(
        entry,
        gender=_gender(aliases, odd),
        births=births_of(parts, odd),
        birth_places=birth_places_of(parts),
        documents=documents_of(parts),
        nationalities=_nationalities(parts, odd),
        addresses=addresses_of(parts),
        titles=unique(told(alias, "title") for alias in aliases),
        designations=unique(told(alias, "function") for alias in aliases),
        craft=ship_of(parts),
        contacts=contacts_of(parts),
    )


def _schema(parts: Sequence[Element], odd: Oddities) -> str:
    """Give FollowTheMoney's word; the list knows persons and enterprises, whatever else they are.

    An enterprise with the number of a ship is a ship.
    """
    codes = unique(told(e, "code") for part in parts for e in part.iterfind("subjectType"))
    if len(codes) != 1 or codes[0] not in _SCHEMAS:
        odd.questions.append(f"no such type of subject: {', '.join(codes) or 'none'}")
        return _SCHEMAS.get(codes[0], "LegalEntity") if codes else "LegalEntity"
    return "Vessel" if codes == ("enterprise",) and ship_of(parts) else _SCHEMAS[codes[0]]


def _gender(aliases: Sequence[Element], odd: Oddities) -> str | None:
    """Give what most names say, on which one of the 3,755 persons of May 2024 is at odds."""
    given = [code for alias in aliases if (code := told(alias, "gender")) is not None]
    if not given:
        return None
    if len(set(given)) > 1:
        odd.questions.append(f"its names differ in gender: {', '.join(given)}")
    most = max(given, key=given.count)
    return _GENDERS.get(most, most)


def _nationalities(parts: Sequence[Element], odd: Oddities) -> tuple[str, ...]:
    """Give the countries; what is remarked on a citizenship ("presumed") is kept beside them."""
    found: list[str | None] = []
    for element in (e for part in parts for e in part.iterfind("citizenship")):
        country = country_of(element)
        found.append(country)
        for note in (told(element, "region"), *_remarks((element,))):
            if note is not None:
                odd.keep("citizenship", f"{country}: {note}" if country else note)
    return unique(found)


def _listed_on(parts: Sequence[Element], odd: Oddities) -> str | None:
    given = unique(told(part, "designationDate") for part in parts)
    days = [day for text in given if (day := day_of(text)) is not None]
    if len(days) != 1 or len(given) != 1:
        odd.questions += [f"not the one date of designation: {text!r}" for text in given]
    return min(days, default=None)


def _un_references(parts: Sequence[Element], odd: Oddities) -> tuple[str, ...]:
    """Give them as they stand; one that is not of the UN's form is asked about."""
    given = unique(part.get("unitedNationId") or None for part in parts)
    odd.questions += [
        f"a UN reference that is not written as the UN does: {reference!r}"
        for reference in given
        if not _UN_REFERENCE.fullmatch(reference)
    ]
    return given


def _remarks(parts: Sequence[Element]) -> Iterator[str]:
    for element in (e for part in parts for e in part.iterfind("remark")):
        if text := (element.text or "").strip():
            yield text


def _keep_the_rest(parts: Sequence[Element], odd: Oddities) -> None:
    """Keep what has no field of ours, and ask about what the list is not known to hold."""
    for field in ("euReferenceNumber", "designationDetails"):
        odd.extras += [(field, value) for value in unique(told(part, field) for part in parts)]
    for field, value in (row for part in parts for row in strangers_in(part)):
        odd.keep(field, value, f"no such field: {field}")
