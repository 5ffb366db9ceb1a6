"""The upkeep of a list: what in its entries is stale or at odds, and all that is held on one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sayso.model.ids import FindingId, ReleaseId
from sayso.model.lists import ListChange, ListEntry


class Severity(StrEnum):
    """How much a discrepancy asks for attention, the most first; it grades no party."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class DiscrepancyKind(StrEnum):
    """The classes of what can be stale or at odds in a list, the gravest first."""

    RECORDED_DECEASED = "recorded_deceased"
    RECORDED_DEFUNCT = "recorded_defunct"
    SPOKEN_OF_AS_PRESENT = "spoken_of_as_present"
    LEADER_DECEASED = "leader_deceased"
    LEADER_NOT_LISTED = "leader_not_listed"
    BIRTH_CONTRADICTED = "birth_contradicted"
    NEWER_FINDINGS = "newer_findings"
    REFERENCE_ABSENT = "reference_absent"
    SAME_NAME_AND_BIRTH = "same_name_and_birth"
    NO_IDENTIFIER = "no_identifier"
    REVIEW_OLD = "review_old"
    REVIEW_ABSENT = "review_absent"
    REVIEW_DATE_INCOMPLETE = "review_date_incomplete"
    BIRTHS_APART = "births_apart"
    SHARED_NAME = "shared_name"
    EMPTY_FIELD = "empty_field"
    ODD_VALUE = "odd_value"


_HIGH, _MEDIUM, _LOW = Severity
#: What each class means, and how much it asks for attention.
DISCREPANCIES: Final[dict[DiscrepancyKind, tuple[Severity, str]]] = {
    DiscrepancyKind.RECORDED_DECEASED: (
        _HIGH,
        "a person who is listed, and dead or reportedly dead by the entry's own words",
    ),
    DiscrepancyKind.RECORDED_DEFUNCT: (
        _HIGH,
        "an entity that is listed, and has ceased or reportedly ceased by the entry's own words",
    ),
    DiscrepancyKind.SPOKEN_OF_AS_PRESENT: (
        _HIGH,
        "remarks that record a death and speak of the person in an undated present",
    ),
    DiscrepancyKind.LEADER_DECEASED: (
        _HIGH,
        "an entity whose leader in the remarks is recorded as deceased",
    ),
    DiscrepancyKind.LEADER_NOT_LISTED: (
        _HIGH,
        "an entity whose leader in the remarks stands under a reference that the release has not",
    ),
    DiscrepancyKind.BIRTH_CONTRADICTED: (
        _MEDIUM,
        "a date of birth in one field that the entry's own dates of birth rule out",
    ),
    DiscrepancyKind.NEWER_FINDINGS: (
        _MEDIUM,
        "findings of the project from documents later than the entry's last amendment and review",
    ),
    DiscrepancyKind.REFERENCE_ABSENT: (_MEDIUM, "a reference to an entry that the release has not"),
    DiscrepancyKind.SAME_NAME_AND_BIRTH: (
        _MEDIUM,
        "two references with a name and a possible date of birth in common",
    ),
    DiscrepancyKind.NO_IDENTIFIER: (
        _MEDIUM,
        "a person without date or place of birth, nationality and paper",
    ),
    DiscrepancyKind.REVIEW_OLD: (
        _LOW,
        "the last review on record is older than the Committee's period",
    ),
    DiscrepancyKind.REVIEW_ABSENT: (
        _LOW,
        "no review on record, and listed for longer than the Committee's period",
    ),
    DiscrepancyKind.REVIEW_DATE_INCOMPLETE: (_LOW, "the date of a review has no year"),
    DiscrepancyKind.BIRTHS_APART: (_LOW, "dates of birth that rule one another out"),
    DiscrepancyKind.SHARED_NAME: (_LOW, "two references with a name in common"),
    DiscrepancyKind.EMPTY_FIELD: (_LOW, "a field that is filled and says nothing"),
    DiscrepancyKind.ODD_VALUE: (_LOW, "a value that could not be read as what its field is for"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """Words of a list entry.

    Attributes:
        field: of ListEntry ("remarks", "addresses", "names", …).
        words: as they stand there, with white space made even.
    """

    reference: str
    field: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """One thing in a release that is stale or at odds: a question to its authority.

    Attributes:
        says: what it is, in one sentence.
        words: what it rests on, as the entries have it.
        others: references of other entries that it concerns.
        findings: of the project, where it rests on them.
    """

    kind: DiscrepancyKind
    reference: str
    name: str
    says: str
    words: tuple[EntryWords, ...] = ()
    others: tuple[str, ...] = ()
    findings: tuple[FindingId, ...] = ()

    @property
    def severity(self) -> Severity:
        """Give how much it asks for attention."""
        return DISCREPANCIES[self.kind][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review that an entry's remarks record.

    Attributes:
        resolution: pursuant to which it was done: "2610 (2021)".
        concluded_on: ISO date; None when the remarks do not give a whole one.
        words: the sentence.
    """

    resolution: str
    concluded_on: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFile:
    """All that the releases held tell of one entry.

    Attributes:
        entry: as the latest release that has it states it, which is `stated_in`.
        newest: the release that is looked at; another one when the entry is gone from it.
        releases: of its authority up to `newest`, oldest first.
        lines: the entry field by field, as its release shows it.
        remarks: the sentences of its remarks, without reviews, steps and links.
        deceased: its own words record the person as dead, or reportedly dead.
        leaders: references of those whom its remarks name as leaders.
        discrepancies: of `newest` that concern it.
        reviews: in the order of the remarks.
        steps: what the remarks tell of delisting, exemption, court or Ombudsperson.
        said_elsewhere: sentences of other entries that name this one.
        changes: what happened to it, with the release that shows it, oldest first.
    """

    entry: ListEntry
    stated_in: ReleaseId
    newest: ReleaseId
    releases: tuple[ReleaseId, ...]
    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    deceased: bool = False
    leaders: tuple[str, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    reviews: tuple[Review, ...] = ()
    steps: tuple[EntryWords, ...] = ()
    said_elsewhere: tuple[EntryWords, ...] = ()
    changes: tuple[tuple[ReleaseId, ListChange], ...] = ()
