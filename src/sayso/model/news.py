"""What is new since a time: of findings, of list entries, of watched names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from sayso.model.documents import Addition
from sayso.model.findings import Finding, Judgement, Knowledge
from sayso.model.ids import ClaimId, DocumentId, EntityId, ReleaseId
from sayso.model.lists import ListChange, ListRelease
from sayso.model.matches import Candidate
from sayso.model.screenings import Alert, Subject
from sayso.model.vocabulary import FindingStatus

#: The verdicts that put a name on the watch list and take it off; they weigh nothing.
WATCH: Final = "watch"
UNWATCH: Final = "unwatch"
WATCHING: Final = frozenset({WATCH, UNWATCH})


class FindingNewsKind(StrEnum):
    """What happened to a finding."""

    STATUS_CHANGED = "status_changed"
    NEW_TIE = "new_tie"
    NEW_FINDING = "new_finding"
    FINDING_GONE = "finding_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What came in since that bears on a finding.

    Attributes:
        documents: the first to bring each new voice to it, in the order of adding; where no voice
            is new, all that speak to it.
        judgements: on its claims or its parties, oldest first.
        at: of the newest of these, UTC.
        further: how many other documents since speak to it too.
        direct: False when nothing new speaks to it, and it is weighed anew because of all the
            documents and judgements since, which then stand here.
    """

    documents: tuple[DocumentId, ...]
    judgements: tuple[Judgement, ...]
    at: datetime
    further: int = 0
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingNews:
    """A finding that is new, has another status, or is no more.

    Attributes:
        finding: as it stands now; as it stood then when it is gone.
        was: its statuses then, of each finding that went into it; empty when it is new.
        anchor: the claim of it that was added first, which stays the same while it grows.
        watched: the watched names that a new tie is about.
    """

    kind: FindingNewsKind
    finding: Finding
    was: tuple[FindingStatus, ...]
    anchor: ClaimId
    cause: Cause
    watched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryNews:
    """A list entry that changed and that entities of the project may be.

    Attributes:
        entities: resolved to it, firmly or as a question.
        at: when the new release was taken in, UTC.
    """

    authority: str
    entities: tuple[EntityId, ...]
    old: ReleaseId
    new: ReleaseId
    change: ListChange
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HitNews:
    """A list entry that a watched name may mean, and could not before."""

    name: str
    candidate: Candidate
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerNews:
    """An alert of a customer that is new, or whose list entry changed.

    Attributes:
        name: of the set.
        change: what happened to the entry; None where the customer, or the list, is new.
    """

    name: str
    subject: Subject
    alert: Alert
    at: datetime
    change: ListChange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A name on the watch list.

    Attributes:
        name: as it was given: a name, an entity's id or a list reference.
    """

    name: str
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Everything that is new.

    Attributes:
        since, until: known times, UTC.
        past, present: what was known then and is known now.
        origin: what tells this project from others: the first thing that it held.
        added: documents since, by when they were added, in that order.
        erased: documents that were held then, in the order of erasing.
        releases: list releases since, by authority and date.
        findings: changed status first, then new ties, new findings, gone; what matters most first.
        entries: by authority and reference.
        hits: in the order of the names, best first.
        customers: by set, in the order of the customers, best first.
        in_review: changes of findings that are not read surely enough for a default view.
        public: what rests on documents that are not public is left out.
    """

    since: datetime
    until: datetime
    past: Knowledge
    present: Knowledge
    origin: str
    added: Mapping[DocumentId, datetime] = field(default_factory=dict)
    erased: tuple[Addition, ...] = ()
    releases: tuple[ListRelease, ...] = ()
    findings: tuple[FindingNews, ...] = ()
    entries: tuple[EntryNews, ...] = ()
    hits: tuple[HitNews, ...] = ()
    customers: tuple[CustomerNews, ...] = ()
    in_review: int = 0
    public: bool = False

    @property
    def is_quiet(self) -> bool:
        """Say whether nothing is new that a person must look at."""
        return not (self.findings or self.entries or self.hits or self.customers)
