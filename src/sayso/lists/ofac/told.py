"""What is told of one entry, gathered fact by fact, from whichever format it comes."""

import re
from dataclasses import dataclass, field
from typing import Final

from sayso.lists.fields.names import script_of
from sayso.lists.ofac.dates import day_in, interval_in
from sayso.lists.ofac.labels import WALLET, FactKind, labels
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
from sayso.model.vocabulary import Measure

#: The two lists: Specially Designated Nationals, and all that OFAC lists beside them.
SDN: Final = "ofac"
CONSOLIDATED: Final = "ofac-cons"
#: All property of a Specially Designated National is blocked. What follows from another listing
#: differs from list to list, and stands in the entry's own words.
_MEASURES: Final = {SDN: (Measure.ASSETS_FREEZE,), CONSOLIDATED: ()}
#: OFAC's word for what is listed, in small letters → FollowTheMoney's.
SCHEMAS: Final = {
    "individual": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
}
#: "a.k.a.", "aka", … without points → (kind, note).
_KINDS: Final = {"aka": ("aka", None), "fka": ("fka", None), "nka": ("aka", "now known as")}
_IMO: Final = re.compile(r"IMO\s*(\d{7})", re.ASCII)
_SHIPS_NUMBERS: Final = frozenset({"Vessel Registration Identification", "Identification Number"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact under one of OFAC's labels."""

    label: str
    value: str
    country: str | None = None
    issued: str | None = None
    expires: str | None = None


@dataclass(slots=True, kw_only=True)
class Told:
    """What is told of one entry so far; see `ListEntry` for the fields."""

    authority: str
    reference: str
    schema: str
    names: list[ListedName] = field(default_factory=list)
    gender: str | None = None
    births: list[DateInterval] = field(default_factory=list)
    birth_places: list[ListedAddress] = field(default_factory=list)
    documents: list[ListedDocument] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    addresses: list[ListedAddress] = field(default_factory=list)
    designations: list[str] = field(default_factory=list)
    regimes: list[str] = field(default_factory=list)
    remarks: str | None = None
    craft: dict[str, str] = field(default_factory=dict)
    former_flags: list[str] = field(default_factory=list)
    wallets: list[ListedWallet] = field(default_factory=list)
    links: list[EntryLink] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    extras: list[tuple[str, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    def name(self, text: str, kind: str, quality: str | None = None) -> None:
        """Add a name; `kind` is "primary", or OFAC's "a.k.a.", "fka", ….

        A person's name is written "SURNAME, Given names", and these are its parts.
        """
        told, note = _KINDS.get(kind.replace(".", ""), (kind, None))
        if told not in {"primary", "aka", "fka"}:
            self.questions.append(f"no such kind of name: {kind!r}")
            told = "aka"
        surname, comma, given = text.partition(", ")
        self.names.append(
            ListedName(
                text=text,
                kind=told,
                quality=quality,
                script=script_of(text),
                note=note,
                parts=(surname, given) if comma and self.schema == "Person" else (),
            )
        )

    def birth(self, text: str) -> None:
        """Add a date of birth."""
        interval = interval_in(text)
        if interval.start is None:
            self.questions.append(f"a date of birth only in words: {text!r}")
        self.births.append(interval)

    def birth_place(self, text: str) -> None:
        """Add a place of birth: what stands before the country is taken for the city."""
        place, country = text, ""
        for comma in (None, *(found.start() for found in re.finditer(", ", text))):
            rest = text if comma is None else text[comma + 2 :]
            if rest in labels().countries:
                place, country = text[: comma or 0], rest
                break
        self.birth_places.append(ListedAddress(city=place or None, country=country or None))

    def citizenship(self, country: str) -> None:
        """Add a country of citizenship, which is a nationality to whoever compares."""
        self.nationalities.append(country)
        self.extras.append(("Citizenship", country))

    def link(self, name: str) -> None:
        """Add a party to which this one is linked."""
        self.links.append(EntryLink(relation="Linked To", name=name))

    def fact(self, one: Fact) -> None:
        """Put a fact where its label says."""
        match labels().kind_of(one.label):
            case FactKind.GENDER:
                self.gender = one.value
            case FactKind.WALLET:
                currency = one.label.removeprefix(WALLET)
                self.wallets.append(ListedWallet(currency=currency, address=one.value))
            case FactKind.FORMER_FLAG:
                self.former_flags.append(one.value)
            case FactKind.CONTACT:
                self.contacts.append(one.value)
            case FactKind.NATIONALITY:
                self.nationalities.append(one.value)
            case FactKind.STATEMENT:
                self.extras.append((one.label.rstrip(" :-"), one.value))
            case FactKind.CRAFT | FactKind.DOCUMENT:
                self._identifier(one)

    def _identifier(self, one: Fact) -> None:
        """Keep a number: of a ship or an aircraft once, else as a document.

        Companies that run ships have IMO numbers too, under the label of those of ships.
        """
        if self.schema in {"Person", "Organization"}:
            self._document(one)
            return
        number = _IMO.fullmatch(one.value) if one.label in _SHIPS_NUMBERS else None
        label = "imo" if self.schema == "Vessel" and number else labels().craft.get(one.label)
        is_free = label is not None and label not in self.craft
        if label is not None and is_free and (number or label != "imo"):
            self.craft[label] = one.value if number is None else number[1]
            return
        self._document(one)

    def _document(self, one: Fact) -> None:
        self.documents.append(
            ListedDocument(
                type=one.label,
                number=one.value or None,
                issuing_country=one.country,
                issued_on=None if one.issued is None else day_in(one.issued),
                note=None if one.expires is None else f"expires {day_in(one.expires)}",
            )
        )

    def entry(self) -> ListEntry:
        """Give the entry."""
        flags = tuple(dict.fromkeys(self.former_flags))
        craft = ListedCraft(**self.craft, former_flags=flags) if self.craft or flags else None
        return ListEntry(
            id=EntryId(f"{self.authority}:{self.reference}"),
            authority=self.authority,
            reference=self.reference,
            schema=self.schema,
            names=tuple(dict.fromkeys(self.names)),
            gender=self.gender,
            births=tuple(dict.fromkeys(self.births)),
            birth_places=tuple(dict.fromkeys(self.birth_places)),
            documents=tuple(dict.fromkeys(self.documents)),
            nationalities=tuple(dict.fromkeys(self.nationalities)),
            addresses=tuple(dict.fromkeys(self.addresses)),
            designations=tuple(dict.fromkeys(self.designations)),
            regimes=tuple(dict.fromkeys(self.regimes)),
            measures=_MEASURES[self.authority],
            remarks=self.remarks,
            extras=tuple(dict.fromkeys(self.extras)),
            questions=tuple(dict.fromkeys(self.questions)),
            craft=craft,
            wallets=tuple(dict.fromkeys(self.wallets)),
            links=tuple(dict.fromkeys(self.links)),
            contacts=tuple(dict.fromkeys(self.contacts)),
        )
