"""Screening as people do it: who is screened, on which terms, what came of it, and the runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from sayso.model.findings import Judgement
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.matches import Candidate, Screening

#: How that begins which a clearing of a customer is about: "customer:clients/17".
CUSTOMER: Final = "customer:"
#: The set in which names that were screened by themselves are kept once one was cleared.
CLEARED_NAMES: Final = "cleared"


class Omissible(StrEnum):
    """What can be left out of a screening: only the name must be there."""

    BIRTH = "birth"
    COUNTRY = "country"
    IDS = "ids"
    SCHEMA = "schema"
    GENDER = "gender"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who is screened.

    Attributes:
        key: the customer's own id, or the number of the row.
        schema: FollowTheMoney; None when it is not known.
        birth: EDTF date or year.
        country, address: as they were given.
        gender: "male" or "female".
        remarks: what of the row could not be used, and why.
    """

    key: str
    name: str
    schema: str | None = None
    birth: str | None = None
    country: str | None = None
    ids: tuple[str, ...] = ()
    gender: str | None = None
    address: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a run screens.

    Attributes:
        threshold: candidates below this probability (0 to 1) are no alerts.
        thresholds: of single lists, by authority, in their order.
        limit: at most so many candidates for each subject.
        authorities: the lists to ask; empty means all.
        without: what is not looked at, so that it need not be given away.
    """

    threshold: float = 0.5
    thresholds: tuple[tuple[str, float], ...] = ()
    limit: int = 10
    authorities: tuple[str, ...] = ()
    without: tuple[Omissible, ...] = ()

    @property
    def least(self) -> float:
        """Give the lowest threshold of any list."""
        return min((self.threshold, *(value for _, value in self.thresholds)))

    def passes(self, candidate: Candidate) -> bool:
        """Say whether a candidate is at or above the threshold of its list."""
        own = dict(self.thresholds).get(candidate.authority, self.threshold)
        return candidate.probability >= own

    def reduced(self, subject: Subject) -> Subject:
        """Give a subject without what is not to be looked at."""
        kept = {o: None if o in self.without else getattr(subject, o) for o in Omissible}
        return Subject(
            key=subject.key,
            name=subject.name,
            schema=kept[Omissible.SCHEMA],
            birth=kept[Omissible.BIRTH],
            country=kept[Omissible.COUNTRY],
            ids=kept[Omissible.IDS] or (),
            gender=kept[Omissible.GENDER],
            address=kept[Omissible.ADDRESS],
            remarks=subject.remarks,
        )

    def question(self, subject: Subject, limit: int) -> Screening:
        """Give what is asked about a subject."""
        asked = self.reduced(subject)
        return Screening(
            name=asked.name,
            schema=asked.schema,
            birth=asked.birth,
            country=asked.country,
            ids=asked.ids,
            gender=asked.gender,
            address=asked.address,
            authorities=frozenset(self.authorities),
            threshold=self.least,
            limit=limit,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A candidate that a person must look at.

    Attributes:
        basis: the evidence on both sides, as kinds with digests.
        clearing: an earlier one that no longer holds.
        changed: what changed since that clearing, or since the alert was told before.
    """

    candidate: Candidate
    basis: tuple[str, ...]
    clearing: Judgement | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """What came of one subject.

    Attributes:
        alerts: best first.
        cleared: candidates that a person set aside, on the evidence that there still is.
        error: why the subject could not be screened; None when it was.
    """

    subject: Subject
    alerts: tuple[Alert, ...] = ()
    cleared: tuple[tuple[Candidate, Judgement], ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of each a run came to.

    Attributes:
        screened: subjects, without those that could not be.
        flagged: of them, those with an alert.
        alerts: all together.
        returned: of the alerts, those that were cleared once, on other evidence.
        cleared: candidates that stay set aside.
        errors: rows that could not be screened.
    """

    screened: int = 0
    flagged: int = 0
    alerts: int = 0
    returned: int = 0
    cleared: int = 0
    errors: int = 0

    def with_one(self, one: Screened) -> "Counts":
        """Give the counts with one subject more."""
        return self.plus(
            Counts(
                screened=int(one.error is None),
                flagged=int(bool(one.alerts)),
                alerts=len(one.alerts),
                returned=sum(alert.clearing is not None for alert in one.alerts),
                cleared=len(one.cleared),
                errors=int(one.error is not None),
            )
        )

    def plus(self, other: "Counts") -> "Counts":
        """Give the sums."""
        return Counts(
            screened=self.screened + other.screened,
            flagged=self.flagged + other.flagged,
            alerts=self.alerts + other.alerts,
            returned=self.returned + other.returned,
            cleared=self.cleared + other.cleared,
            errors=self.errors + other.errors,
        )


class RunKind(StrEnum):
    """What was screened; or that customers were taken out."""

    NAME = "name"
    BATCH = "batch"
    TEXT = "text"
    CUSTOMERS = "customers"
    REQUEST = "request"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One screening as the log tells of it: no name of anybody screened stands in it.

    Attributes:
        by: who ran it, as far as the settings say; else "".
        about: the digest of the question, file, text or request, or a set's name.
        releases: the list releases that were asked.
        engine: the program with its version.
        reason: of a removal.
    """

    id: str
    kind: RunKind
    at: datetime
    by: str
    about: str
    releases: tuple[ReleaseId, ...]
    engine: str
    terms: Terms = field(default_factory=Terms)
    counts: Counts = field(default_factory=Counts)
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A subject that is remembered.

    Attributes:
        since: when the record came in as it is, UTC.
    """

    subject: Subject
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSet:
    """A file of customers that is remembered.

    Attributes:
        at: when a file was last taken in, UTC.
        count: of customers.
    """

    name: str
    at: datetime
    count: int


#: The alerts that were told of customers: by the customer's key, then by entry, with their basis.
Told = Mapping[str, Mapping[EntryId, tuple[str, ...]]]
