"""A party of a UK list, read into a list entry."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.fields.day_first import birth_in, day_in
from sayso.lists.fields.oddities import Oddities
from sayso.lists.uk.fact import Fact
from sayso.lists.uk.names import names_of
from sayso.lists.uk.particulars import (
    addresses_of,
    birth_places_of,
    contacts_of,
    craft_of,
    documents_of,
    links_of,
)
from sayso.lists.uk.party import Party
from sayso.model.ids import EntryId
from sayso.model.lists import DateInterval, ListEntry
from sayso.model.vocabulary import Measure

_SCHEMAS: Final = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
#: A sanction's name without spaces, in small letters → measure. The UK imposes some thirty others
#: (of trade, transport, directorship); they stand in the entry as the list names them.
_MEASURES: Final[Mapping[str, Measure]] = {
    "assetfreeze": Measure.ASSETS_FREEZE,
    "travelban": Measure.TRAVEL_BAN,
    "armsembargo": Measure.ARMS_EMBARGO,
    "targetedarmsembargo": Measure.ARMS_EMBARGO,
}
#: Kept as the list has it, under these words.
_KEPT: Final[Mapping[Fact, str]] = {
    Fact.OTHER_REFERENCE: "Reference in the other UK list",
    Fact.SOURCE: "Designation source",
    Fact.SANCTIONS: "Sanctions imposed",
    Fact.ENTITY_TYPE: "Type of entity",
    Fact.SCRIPT_TYPE: "Non-Latin script type",
    Fact.LENGTH: "Length of ship",
    Fact.HULL: "Hull identification number",
    Fact.DESIGNATED: "UK Sanctions List Date Designated",
}


def read_entry(party: Party, *, authority: str, place: str) -> ListEntry:
    """Give the entry of a party.

    Args:
        party: its rows.
        authority: "uk" or "uk-ofsi"; the latter's list is one of asset freezes alone.
        place: where it stands, for errors ("uk 2026-02-13, entry AFG0001").

    Raises:
        BadListRelease: it has no name.
    """
    odd = Oddities()
    names = names_of(party, odd)
    if not names:
        raise BadListRelease(f"{place}: no name; the release is refused whole")
    entry = ListEntry(
        id=EntryId(f"{authority}:{party.reference}"),
        authority=authority,
        reference=party.reference,
        schema=_schema(party, odd),
        names=names,
        regimes=party.each(Fact.REGIME),
        measures=_measures(party) if authority == "uk" else (Measure.ASSETS_FREEZE,),
        listed_on=min(_days(party, Fact.LISTED, odd), default=None),
        amended_on=tuple(sorted(_days(party, Fact.UPDATED, odd))),
        remarks=_remarks(party),
        un_references=party.each(Fact.UN_REFERENCE),
    )
    entry = _with_particulars(entry, party, odd)
    for fact, words in _KEPT.items():
        odd.extras += [(words, value) for value in party.each(fact)]
    for field, value in party.strangers:
        odd.keep(field, value, f"no such field: {field}")
    return replace(entry, extras=tuple(odd.extras), questions=tuple(odd.questions))


def _with_particulars(entry: ListEntry, party: Party, odd: Oddities) -> ListEntry:
    """Add what identifies the party."""
    genders = party.each(Fact.GENDER)
    if len(genders) > 1:
        odd.questions.append(f"more than one gender: {', '.join(genders)}")
    return replace(
        entry,
        gender=genders[0] if genders else None,
        births=_births(party, odd),
        birth_places=birth_places_of(party),
        documents=documents_of(party, odd),
        nationalities=party.each(Fact.NATIONALITY),
        addresses=addresses_of(party),
        titles=party.each(Fact.TITLE),
        designations=party.each(Fact.POSITION),
        craft=craft_of(party) if entry.schema == "Vessel" else None,
        links=links_of(party),
        contacts=contacts_of(party),
    )


def _schema(party: Party, odd: Oddities) -> str:
    told = party.each(Fact.TYPE)
    known = [schema for text in told if (schema := _SCHEMAS.get(text.casefold())) is not None]
    if len(told) != 1 or not known:
        odd.questions.append(f"not one known type of party: {', '.join(told) or 'none'}")
    return known[0] if known else "LegalEntity"


def _measures(party: Party) -> tuple[Measure, ...]:
    told = [name for text in party.texts(Fact.SANCTIONS) for name in text.split("|")]
    keys = ["".join(name.split()).casefold() for name in (*told, *party.texts(Fact.INDICATOR))]
    found = {_MEASURES[key] for key in keys if key in _MEASURES}
    return tuple(measure for measure in Measure if measure in found)


def _births(party: Party, odd: Oddities) -> tuple[DateInterval, ...]:
    births = tuple(birth_in(text) for text in party.each(Fact.BIRTH))
    odd.questions += [
        f"a date of birth that cannot be read: {birth.surface!r}"
        for birth in births
        if birth.start is None
    ]
    return births


def _days(party: Party, fact: Fact, odd: Oddities) -> set[str]:
    """Give the days; what is none is kept and asked about."""
    days: set[str] = set()
    for text in party.each(fact):
        if (day := day_in(text)) is not None:
            days.add(day)
        else:
            odd.keep(fact, text, "no such date")
    return days


def _remarks(party: Party) -> str | None:
    reasons = (f"UK statement of reasons: {text}" for text in party.texts(Fact.REASONS))
    return "\n".join((*party.texts(Fact.OTHER_INFORMATION), *reasons)) or None
