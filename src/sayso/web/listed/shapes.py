"""The shapes of changes of a list, and of the fairness file of an entry."""

from dataclasses import dataclass

from pydantic import JsonValue

from sayso.model.vocabulary import FindingStatus, ListChangeKind, Reply
from sayso.web.shapes.base import ChangeTold, FieldChange, PartyRef, Told
from sayso.web.shapes.claims import EvidenceTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Told):
    """A release that was compared."""

    id: str
    authority: str
    published: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesTold(Told):
    """One page of what changed between two releases, by reference; `kinds` counts all of it."""

    results: tuple[ChangeTold, ...]
    limit: int
    offset: int
    total: int
    old: Compared
    new: Compared
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWordsTold(Told):
    """Words of an entry with the field that they stand in."""

    reference: str
    field: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyTold(Told):
    """Something in an entry that is stale or at odds: a question to its authority."""

    kind: str
    severity: str
    reference: str
    name: str
    says: str
    words: tuple[EntryWordsTold, ...]
    others: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterTold(Told):
    """A finding on a listed party, with who says so and who denies it."""

    finding: str
    says: str
    status: FindingStatus
    explanation: str
    reply: Reply
    said: tuple[EvidenceTold, ...]
    denied: tuple[EvidenceTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTold(Told):
    """A review that the list tells of."""

    resolution: str | None
    concluded_on: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange(Told):
    """What changed of an entry in one release."""

    release: str
    change: ListChangeKind
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InFavour(Told):
    """What the project holds in the party's favour."""

    told: tuple[EvidenceTold, ...]
    unsure: tuple[str, ...]
    discrepancies: tuple[DiscrepancyTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessTold(Told):
    """The fairness file of an entry; as `sayso lists fairness --json` has it: always a draft."""

    reference: str
    release: str
    stated_in: str
    listed: bool
    releases: tuple[str, ...]
    entry: dict[str, JsonValue]
    discrepancies: tuple[DiscrepancyTold, ...]
    list_says: tuple[str, ...]
    others_say: tuple[MatterTold, ...]
    reviews: tuple[ReviewTold, ...]
    steps: tuple[EntryWordsTold, ...]
    changes: tuple[EntryChange, ...]
    in_favour: InFavour
    waiting: int
    possible: tuple[PartyRef, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryStep(Told):
    """An entry as one release has it; null where it is absent."""

    release: str
    entry: dict[str, JsonValue] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryTold(Told):
    """One entry in each release held, oldest first; as `sayso lists history --json` has it."""

    reference: str
    releases: tuple[EntryStep, ...]
