"""Sanctions lists: releases, entries and what changed between two releases."""

from dataclasses import dataclass
from datetime import datetime

from sayso.model.ids import DocumentId, EntryId, ReleaseId
from sayso.model.vocabulary import ListChangeKind, Measure


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
