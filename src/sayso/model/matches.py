"""Matching: one question to the lists, and candidates with their reasons."""

from dataclasses import dataclass

from sayso.model.ids import EntityId, EntryId, ReleaseId, Span
from sayso.model.vocabulary import EntityType, ListingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One question to the lists.

    Attributes:
        schema: FollowTheMoney; None asks for every kind of entry.
        birth: EDTF date or year.
        country: ISO 3166 alpha-2 or a country's name.
        gender: "male", "female", as the lists have it; the first letter counts.
        address: as it is written; its town counts.
        ids: numbers of papers, ships or registrations.
        authorities: the lists to ask; empty means all.
        threshold: candidates below this probability (0 to 1) are left out.
        limit: at most so many candidates.
    """

    name: str
    schema: str | None = None
    birth: str | None = None
    country: str | None = None
    gender: str | None = None
    address: str | None = None
    ids: tuple[str, ...] = ()
    authorities: frozenset[str] = frozenset()
    threshold: float = 0.5
    limit: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that was compared: what the query says, what the entry says, what it weighs.

    Attributes:
        log_odds: added to the score; 0.0 where the comparison says nothing.
        note: the reason in words.
        measure: of `name_rarity`, the rarity of the agreeing words, 1 for each that one entry alone
            bears; of `token_missing`, how many telling words one side lacks; else 0.
        pairs: of `name_agreement`, the words that answer each other, with the kind of their
            difference ("same", "spelling", "initial", "written apart", "another script").
    """

    name: str
    log_odds: float
    query: str
    entry: str
    note: str
    measure: float = 0.0
    pairs: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry that may be the one asked for.

    Attributes:
        matched_name: the entry's name that agreed best.
        probability: 0 to 1, from the sum of the features' log-odds.
    """

    entry: EntryId
    authority: str
    reference: str
    release: ReleaseId
    name: str
    matched_name: str
    probability: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A listed name found in a running text.

    Attributes:
        span: in code points of the text that was searched.
        name: the listed name as the list spells it.
        entries: the entries that bear the name, ordered by id.
        weak: all of them bear it only as a low-quality alias, or it is one common word.
    """

    span: Span
    name: str
    type: EntityType
    entries: tuple[EntryId, ...]
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How an entity stands to the lists, with reasons; an entity without one is "(not listed)".

    Attributes:
        reference: the permanent reference; None for the subject of a regime.
        regime: "1267", "1988", …
        reasons: what agrees, what disagrees and what is missing, in words.
    """

    entity: EntityId
    status: ListingStatus
    authority: str
    reference: str | None
    regime: str | None
    probability: float
    reasons: tuple[str, ...]
    name: str | None = None
    release: ReleaseId | None = None
