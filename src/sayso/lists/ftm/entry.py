"""One FollowTheMoney party with all that is said of it, read into a list entry."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.errors import BadListRelease
from sayso.lists.fields.dates import day_of
from sayso.lists.fields.names import script_of
from sayso.lists.fields.oddities import Oddities
from sayso.lists.fields.spans import span_of
from sayso.lists.ftm import schemata
from sayso.lists.ftm.folded import Folded
from sayso.lists.ftm.lines import FtmEntity
from sayso.lists.ftm.sanctions import with_sanctions
from sayso.model.ids import EntryId
from sayso.model.lists import (
    DateInterval,
    EntryLink,
    ListedAddress,
    ListedCraft,
    ListedDocument,
    ListedName,
    ListedWallet,
    ListEntry,
)

_PAPERS: Final = frozenset({"Identification", "Passport"})


def entry_of(party: FtmEntity, folded: Folded, authority: str) -> ListEntry:
    """Give the entry of a party; its reference is its FollowTheMoney id.

    Raises:
        BadListRelease: it has no name.
    """
    names = _names(party)
    if not names:
        raise BadListRelease(f"{party.place}: no name; the release is refused whole")
    odd = Oddities()
    held = folded.held.get(party.id, [])
    is_person = party.schema == "Person"
    changed = day_of(party.changed)
    entry = ListEntry(
        id=EntryId(f"{authority}:{party.id}"),
        authority=authority,
        reference=party.id,
        schema=party.schema,
        names=names,
        gender=party.first("gender"),
        births=tuple(_births(party, odd)) if is_person else (),
        birth_places=tuple(_birth_places(party)),
        documents=tuple(_documents(party, held)),
        nationalities=party.values(*_countries(party)),
        addresses=tuple(_addresses(party, folded)),
        titles=party.values("title"),
        designations=(*party.values("position"), *_posts(held, folded)),
        amended_on=(changed,) if changed else (),
        remarks="\n".join(party.values(*schemata.REMARKS)) or None,
        craft=_craft(party, folded) if party.schema in schemata.CRAFTS else None,
        wallets=tuple(_wallets(party, held)),
        links=tuple(dict.fromkeys((*folded.links_of(party.id), *_pointers(party, folded)))),
        contacts=party.values(*schemata.CONTACTS),
    )
    entry = with_sanctions(entry, [one for one in held if one.schema == "Sanction"], odd)
    _keep_unused(party, odd)
    return replace(entry, extras=tuple(odd.extras), questions=tuple(odd.questions))


def _names(party: FtmEntity) -> tuple[ListedName, ...]:
    """Give the names, the one that the file itself calls the party by first, each once."""
    found: dict[str, ListedName] = {}
    for name, (kind, quality) in schemata.NAMES.items():
        for text in party.values(name):
            even = " ".join(text.split())
            listed = ListedName(text=even, kind=kind, quality=quality, script=script_of(even))
            found.setdefault(even, listed)
    if not found:
        found = {
            text: ListedName(text=text, kind="aka", script=script_of(text)) for text in _else(party)
        }
    caption = " ".join(party.caption.split())
    first = found.pop(caption, None) or found.pop(next(iter(found), ""), None)
    return () if first is None else (replace(first, kind="primary"), *found.values())


def _else(party: FtmEntity) -> tuple[str, ...]:
    """Give what a party without a name is called: a wallet's keys, a person's parts, its caption.

    The caption of a party of which nothing is known is its schema, and calls it nothing.
    """
    if party.schema == "CryptoWallet":
        return _keys(party)
    parts = (party.first(name) for name in ("firstName", "middleName", "fatherName", "lastName"))
    whole = " ".join(part for part in parts if part)
    caption = "" if party.caption in {party.schema, party.id} else party.caption
    called = " ".join((whole or caption).split())
    return (called,) if called else ()


def _births(party: FtmEntity, odd: Oddities) -> Iterator[DateInterval]:
    for told in party.values("birthDate"):
        span = span_of(told)
        if span.start is None:
            odd.questions.append(f"a date of birth only in words: {told!r}")
        yield span


def _birth_places(party: FtmEntity) -> Iterator[ListedAddress]:
    yield from (ListedAddress(city=place) for place in party.values("birthPlace"))
    yield from (ListedAddress(country=country) for country in party.values("birthCountry"))


def _countries(party: FtmEntity) -> tuple[str, ...]:
    """Give the properties that say whose a party is; a person's `country` may be any tie."""
    if party.schema == "Person":
        return ("nationality", "citizenship")
    return () if party.schema in schemata.CRAFTS else ("jurisdiction", "mainCountry", "country")


def _documents(party: FtmEntity, held: list[FtmEntity]) -> Iterator[ListedDocument]:
    """Give the papers that have lines of their own, then the numbers that have not."""
    told: set[str] = set()
    for paper in (one for one in held if one.schema in _PAPERS):
        number = paper.first("number", "passportNumber")
        told.update(paper.values("number", "passportNumber"))
        expires = paper.first("endDate")
        notes = (*paper.values("authority", "summary", "description"),)
        issued = paper.first("startDate")
        yield ListedDocument(
            type=paper.first("type") or paper.schema,
            number=number,
            issuing_country=paper.first("country"),
            issued_on=issued,
            note="; ".join((*notes, *((f"expires {expires}",) if expires else ()))) or None,
        )
    taken = schemata.CRAFT if party.schema in schemata.CRAFTS else {}
    for name in (name for name in schemata.NUMBERS if name not in taken):
        for number in (number for number in party.values(name) if number not in told):
            yield ListedDocument(type=name, number=number)


def _addresses(party: FtmEntity, folded: Folded) -> Iterator[ListedAddress]:
    """Give the addresses that have lines of their own, then those only written out."""
    told: set[str] = set()
    for key in party.values("addressEntity"):
        if (place := folded.pointed_to.get(key)) is None:
            continue
        told.update((place.caption, *place.values("full")))
        box = place.first("postOfficeBox")
        street = (*place.values("street", "street2"), *((f"P.O. Box {box}",) if box else ()))
        city, region = place.first("city"), place.first("region", "state")
        bare = place.first("full") if not (street or city or region) else None
        yield ListedAddress(
            street=", ".join(street) or bare,
            city=city,
            state_province=region,
            zip_code=place.first("postalCode"),
            country=place.first("country"),
            note="; ".join(place.values("remarks", "summary")) or None,
        )
    for full in party.values("address"):
        if full not in told:
            yield ListedAddress(street=full)


def _posts(held: list[FtmEntity], folded: Folded) -> Iterator[str]:
    for occupancy in (one for one in held if one.schema == "Occupancy"):
        period = " to ".join(occupancy.values("startDate", "endDate"))
        for key in occupancy.values("post"):
            post = folded.pointed_to.get(key)
            name = key if post is None else post.caption or post.first("name") or key
            yield f"{name} ({period})" if period else name


def _craft(party: FtmEntity, folded: Folded) -> ListedCraft:
    """Give a craft's particulars; of what can only be one, further values become extras."""
    told = {field: party.first(name) for name, field in schemata.CRAFT.items()}
    for end in ("owner", "operator"):
        told[end] = folded.captions.get(told[end] or "", told[end])
    imo = told["imo"]
    told["imo"] = imo.upper().removeprefix("IMO").strip() if imo else None
    return ListedCraft(former_flags=party.values("pastFlags"), **told)


def _keys(party: FtmEntity) -> tuple[str, ...]:
    return party.values("publicKey", "cryptoAddress", "accountId")


def _wallets(party: FtmEntity, held: list[FtmEntity]) -> Iterator[ListedWallet]:
    own = [party] if party.schema == "CryptoWallet" else []
    for wallet in (*own, *(one for one in held if one.schema == "CryptoWallet")):
        for key in _keys(wallet):
            yield ListedWallet(currency=wallet.first("currencySymbol"), address=key)


def _pointers(party: FtmEntity, folded: Folded) -> Iterator[EntryLink]:
    for name in schemata.POINTERS:
        for other in party.values(name):
            if other in folded.captions:
                yield folded.link(name, other)


def _keep_unused(party: FtmEntity, odd: Oddities) -> None:
    """Keep every property without a field of ours, and what the line says beside them."""
    is_craft = party.schema in schemata.CRAFTS
    read = {*schemata.READ, *_countries(party), *(schemata.CRAFT if is_craft else ())}
    read.update(name for name in schemata.NUMBERS if not (is_craft and name in schemata.CRAFT))
    for name, values in party.properties.items():
        further = values[1:] if is_craft and name in schemata.CRAFT else ()
        for value in values if name not in read else further:
            odd.keep(name, value)
    for name, value in party.about:
        odd.keep(name, value)
