"""Sanctions lists: releases, entries and what changed between two releases."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sayso.model.ids import DocumentId, EntryId, ReleaseId
from sayso.model.vocabulary import ListChangeKind, Measure

#: How the remark of a release begins that is no file of its authority, and says what it lacks.
THIRD_PARTY_COPY: Final = "a third party's copy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """A name that an entry gives.

    Attributes:
        quality: "strong", "weak", or None where the list does not say.
        kind: "primary", "aka", "fka", or "original" (the primary name in its own script).
        script: ISO 15924 of most of its letters ("Latn", "Arab"), None without letters.
        parts: the name's parts as the list orders them (first, second, …), where it gives them.
    """

    text: str
    kind: str
    quality: str | None = None
    script: str | None = None
    language: str | None = None
    note: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInterval:
    """A date that is only known to lie between two others.

    Attributes:
        start, end: ISO dates, both included; an exact date has both the same.
        surface: the list's own words for it.
    """

    start: str | None
    end: str | None
    approximate: bool = False
    surface: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAddress:
    """An address or a place of birth, part by part as the list gives it."""

    street: str | None = None
    city: str | None = None
    state_province: str | None = None
    zip_code: str | None = None
    country: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """A passport, national number or other paper that an entry names."""

    type: str | None = None
    type_detail: str | None = None
    number: str | None = None
    issuing_country: str | None = None
    country_of_issue: str | None = None
    city_of_issue: str | None = None
    issued_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCraft:
    """A ship or an aircraft, as far as the list describes it.

    Attributes:
        type: the list's own word ("Crude Oil Tanker", "Boeing 747").
        imo: the seven digits of a ship's IMO number, without "IMO".
        tonnage, gross_tonnage: as the list writes them, without unit.
        tail_number: an aircraft's registration.
        built: ISO date or year of manufacture.
    """

    type: str | None = None
    flag: str | None = None
    former_flags: tuple[str, ...] = ()
    call_sign: str | None = None
    imo: str | None = None
    mmsi: str | None = None
    tonnage: str | None = None
    gross_tonnage: str | None = None
    owner: str | None = None
    operator: str | None = None
    model: str | None = None
    serial_number: str | None = None
    tail_number: str | None = None
    built: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedWallet:
    """An address of a digital currency; `currency` is the list's abbreviation ("XBT")."""

    currency: str | None
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLink:
    """What an entry says of its tie to another party of the same list.

    Attributes:
        reference: the other's permanent reference, where the list gives one; else None.
        relation: the list's own words ("Owned or Controlled By", "Linked To").
        name: the other's name, as it stands there.
    """

    relation: str
    reference: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAct:
    """The legal act by which an authority listed a party, or last touched its entry.

    Attributes:
        title: its number as the list writes it ("2022/336 (OJ L 58)").
        published, in_force: ISO dates, where the list gives them.
        programme: the sanctions programme that the list gives with it.
        address: where the authority publishes it.
    """

    title: str
    kind: str | None = None
    published: str | None = None
    in_force: str | None = None
    programme: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One listed party as one release states it.

    Attributes:
        reference: the authority's permanent reference ("QDe.132").
        schema: FollowTheMoney: Person, Organization, Vessel, Airplane, LegalEntity.
        names: the primary name first, then in the list's order; at least one.
        regimes: the authority's list or programme ("Al-Qaida", "Taliban").
        listed_on, amended_on: ISO dates.
        reviews: the sentences of the remarks that record a review.
        references: permanent references of other entries that the remarks name, in order.
        extras: fields that we keep without using, as (field, value).
        questions: what a person should look at ("no such type of date: …").
        craft: of a ship or an aircraft.
        un_references: references to the UN list, as this list writes them, never mended.
        acts: newest first, as far as the list gives them.
        contacts: addresses of pages and mail, telephone numbers, as the list writes them.
    """

    id: EntryId
    authority: str
    reference: str
    schema: str
    names: tuple[ListedName, ...]
    gender: str | None = None
    births: tuple[DateInterval, ...] = ()
    birth_places: tuple[ListedAddress, ...] = ()
    documents: tuple[ListedDocument, ...] = ()
    nationalities: tuple[str, ...] = ()
    addresses: tuple[ListedAddress, ...] = ()
    titles: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    listed_on: str | None = None
    submitted_on: str | None = None
    submitted_by: str | None = None
    delisted_on: str | None = None
    amended_on: tuple[str, ...] = ()
    remarks: str | None = None
    reviews: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    craft: ListedCraft | None = None
    wallets: tuple[ListedWallet, ...] = ()
    links: tuple[EntryLink, ...] = ()
    un_references: tuple[str, ...] = ()
    acts: tuple[ListedAct, ...] = ()
    contacts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the primary name."""
        return self.names[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRelease:
    """One authority's list as published on one day, whole.

    Attributes:
        document_id: the digest of the file's raw bytes.
        published: ISO date.
        generated: the file's own timestamp, as it stands there.
        repaired: how many characters were dropped to make the file readable; 0 for a sound file.
        entries: ordered by reference.
    """

    id: ReleaseId
    authority: str
    published: str
    document_id: DocumentId
    locator: str
    retrieved: datetime
    entries: tuple[ListEntry, ...]
    generated: str | None = None
    repaired: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def is_copy(self) -> bool:
        """Say whether it is a third party's copy, which lacks what its remarks say."""
        return any(remark.startswith(THIRD_PARTY_COPY) for remark in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording of an entry, and the releases in which it stands.

    Attributes:
        stretches: of releases one after another, each as the places of its first and last one in
            the releases of its `EntryHistory`; oldest first, at least one.
    """

    entry: ListEntry
    stretches: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """Give the place of the first release that has it."""
        return self.stretches[0][0]

    @property
    def last(self) -> int:
        """Give the place of the last release that has it."""
        return self.stretches[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryHistory:
    """One entry in every release of its authority that is looked at.

    Attributes:
        releases: without their entries, by date; all entries of an authority share them.
        wordings: by their first release; at least one, and no two in one release.
    """

    releases: tuple[ListRelease, ...]
    wordings: tuple[Wording, ...]

    @property
    def first(self) -> int:
        """Give the place of the first release that has the entry."""
        return min(wording.first for wording in self.wordings)

    @property
    def last(self) -> int:
        """Give the place of the last release that has the entry."""
        return max(wording.last for wording in self.wordings)

    @property
    def newest(self) -> ListEntry:
        """Give the entry as the last release that has it words it."""
        return max(self.wordings, key=lambda wording: wording.last).entry

    @property
    def is_listed(self) -> bool:
        """Say whether the newest release has the entry."""
        return self.last == len(self.releases) - 1

    def release_of(self, wording: Wording) -> ListRelease:
        """Give the newest release that has a wording."""
        return self.releases[wording.last]

    def at(self, place: int) -> ListEntry | None:
        """Give the entry as the release at a place words it; None where it is absent."""
        for wording in self.wordings:
            if any(first <= place <= last for first, last in wording.stretches):
                return wording.entry
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of an entry before and after; None where it was or is absent."""

    field: str
    old: str | None
    new: str | None
    change: ListChangeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChange:
    """What happened to one entry between two releases; `fields` is empty for added and removed."""

    reference: str
    name: str
    change: ListChangeKind
    fields: tuple[FieldChange, ...] = ()
