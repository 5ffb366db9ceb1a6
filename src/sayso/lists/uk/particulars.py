"""What identifies the party of a UK entry: papers, addresses, contacts, the ship, its ties."""

from sayso.lists.fields.craft import ship_number
from sayso.lists.fields.oddities import Oddities
from sayso.lists.uk.fact import ADDRESS_LINES, Fact
from sayso.lists.uk.party import Party
from sayso.model.lists import EntryLink, ListedAddress, ListedCraft, ListedDocument

#: Fact → what the other party is to this one, in the list's own words.
_TIES = {
    Fact.PARENT: "Parent company",
    Fact.SUBSIDIARY: "Subsidiary",
    Fact.OWNER: "Current owner/operator",
    Fact.FORMER_OWNER: "Previous owner/operator",
}


def birth_places_of(party: Party) -> tuple[ListedAddress, ...]:
    """Give the places of birth, town and country where both are told together."""
    return tuple(
        ListedAddress(city=town, country=country)
        for town, country in party.pairs(Fact.BIRTH_TOWN, Fact.BIRTH_COUNTRY)
    )


def addresses_of(party: Party) -> tuple[ListedAddress, ...]:
    """Give the addresses; the list does not say which of its six lines is the town."""
    found: list[ListedAddress] = []
    for row in party.rows:
        lines = (" ".join(row[fact].split()) for fact in ADDRESS_LINES if fact in row)
        found.append(
            ListedAddress(
                street=", ".join(lines) or None,
                zip_code=row.get(Fact.POSTCODE),
                country=row.get(Fact.COUNTRY),
            )
        )
    return tuple(dict.fromkeys(address for address in found if address != ListedAddress()))


def documents_of(party: Party, odd: Oddities) -> tuple[ListedDocument, ...]:
    """Give passports, national numbers and registrations, and an IMO number that is no ship's."""
    papers = [
        ListedDocument(type=kind, number=number, note=note)
        for kind, fact, detail in (
            ("Passport", Fact.PASSPORT, Fact.PASSPORT_NOTE),
            ("National identification number", Fact.NATIONAL_ID, Fact.NATIONAL_ID_NOTE),
        )
        for number, note in party.pairs(fact, detail)
    ]
    papers += [
        ListedDocument(type="Business registration number", number=number)
        for number in party.each(Fact.REGISTRATION)
    ]
    for number in party.each(Fact.IMO):
        if ship_number(number) is None:
            odd.questions.append(f"not the IMO number of a ship: {number!r}")
            papers.append(ListedDocument(type="IMO number", number=number))
    return tuple(papers)


def contacts_of(party: Party) -> tuple[str, ...]:
    """Give telephone numbers, marked as such, and addresses of pages and mail."""
    phones = (f"Phone: {number}" for number in party.each(Fact.PHONE))
    return (*phones, *party.each(Fact.WEBSITE), *party.each(Fact.EMAIL))


def craft_of(party: Party) -> ListedCraft:
    """Give the ship; of several numbers the first that is one, of several words all."""
    numbers = (ship_number(number) for number in party.each(Fact.IMO))
    words = {
        fact: "; ".join(party.each(fact)) or None
        for fact in (Fact.SHIP_TYPE, Fact.FLAG, Fact.TONNAGE, Fact.OWNER, Fact.BUILT)
    }
    return ListedCraft(
        type=words[Fact.SHIP_TYPE],
        flag=words[Fact.FLAG],
        former_flags=party.each(Fact.FORMER_FLAG),
        imo=next((number for number in numbers if number is not None), None),
        tonnage=words[Fact.TONNAGE],
        owner=words[Fact.OWNER],
        built=words[Fact.BUILT],
    )


def links_of(party: Party) -> tuple[EntryLink, ...]:
    """Give the companies that own it, that it owns, or that run or ran it."""
    return tuple(
        EntryLink(relation=relation, name=name)
        for fact, relation in _TIES.items()
        for name in party.each(fact)
    )
