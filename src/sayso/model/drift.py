"""Drift: where an account departs from what it is taken from, and reports from earlier ones."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.ids import ClaimId, DocumentId, EntityId, PassageId


class Slot(StrEnum):
    """What of a claim departs from the primary."""

    PLACE = "place"
    QUANTITY = "quantity"
    TIME = "time"
    HEDGE = "hedge"
    SPEAKER = "speaker"
    MISSING = "missing"
    ADDED = "added"
    MERGED = "merged"


class Departure(StrEnum):
    """How far it departs: only what is different misquotes; the others are true to the primary."""

    DIFFERENT = "different"
    COARSER = "coarser"
    FINER = "finer"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a difference.

    Attributes:
        claim: whose sentence gives the words.
        value: what it has in the slot; None where it has nothing there.
    """

    claim: ClaimId
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One slot in which a secondary account departs from its primary.

    Attributes:
        secondary, primary: None where no claim of that document is like the other's.
        dependent: other claims that rest on this slot, where it is misquoted; by date and place.
        note: one sentence in our own voice.
    """

    slot: Slot
    how: Departure
    secondary: Side | None
    primary: Side | None
    note: str
    dependent: tuple[ClaimId, ...] = ()

    @property
    def misquotes(self) -> bool:
        """Say whether the primary says otherwise, in words that can be shown."""
        return self.how is Departure.DIFFERENT and None not in (self.secondary, self.primary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A claim that was not compared: the other document has like words, and no claim there."""

    claim: ClaimId
    passage: PassageId


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A secondary account against its primary.

    Attributes:
        ascribed: claims of the secondary that it ascribes to the primary.
        differences: what is different first, then what is true but less or more exact; by their
            place in the secondary within each.
    """

    secondary: DocumentId
    primary: DocumentId
    ascribed: int
    differences: tuple[Difference, ...]
    unread: tuple[Unread, ...]


class Change(StrEnum):
    """What became of a thing from one report to the next."""

    NEW = "new"
    GREW = "grew"
    SHRANK = "shrank"
    CHANGED = "changed"
    DROPPED = "dropped"
    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one report tells of a thing.

    Attributes:
        claim: whose sentence gives the words.
        figure: with its bound, in the report's words.
        places: of all claims about the thing, in order.
    """

    document: DocumentId
    claim: ClaimId
    figure: str | None
    places: tuple[str, ...]
    factuality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Development:
    """One thing in two successive reports.

    Attributes:
        subject: the party that it is about.
        earlier, later: None where that report does not tell of it.
        note: what moved, in one phrase; "" where nothing did.
    """

    subject: EntityId | None
    change: Change
    earlier: Telling | None
    later: Telling | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Successive reports of one author.

    Attributes:
        reports: by date.
        developments: by subject, the most told first; then step by step.
        unread: what an earlier report tells, where a later one has like words and no claim.
    """

    reports: tuple[DocumentId, ...]
    developments: tuple[Development, ...]
    unread: tuple[Unread, ...]
