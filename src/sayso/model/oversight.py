"""Overseeing the measures: what binds states, what shows that they carried it out, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from sayso.model.ids import ClaimId, DocumentId, EntryId, ReleaseId
from sayso.model.vocabulary import LagStatus, Measure, TranspositionModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something took place, as narrowly as what tells it allows.

    Attributes:
        earliest: not before this instant (UTC); None where nothing bounds it.
        latest: before this instant (UTC).
        stated: as its source writes it ("2020-03-08", "2020-03-08T15:30-05:00").
        is_instant: the source gives an hour, not only a day.
    """

    earliest: datetime | None
    latest: datetime
    stated: str
    is_instant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Where words stand that show something.

    Attributes:
        document: the list release or document held; None for one that is only named.
        locator: the place in it ("entry EU.3886.3, regulation", "page 4").
        text: the words, unaltered.
        address: where its publisher has it.
    """

    document: DocumentId | None
    title: str
    locator: str
    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One measure to which one entry of the UN list binds every state.

    Attributes:
        reference: permanent ("QDe.132"); the obligation is known by it and by its measure.
        due: since when it binds.
        ended: when the entry disappeared from the list; None while it stands.
        absent: when it was gone for a time, and came back.
        questions: what is odd about its dates.
    """

    entry: EntryId
    reference: str
    name: str
    measure: Measure
    regimes: tuple[str, ...]
    due: Moment
    proof: Proof
    ended: Moment | None = None
    absent: tuple[Moment, ...] = ()
    questions: tuple[str, ...] = ()


class LinkKind(StrEnum):
    """On what it rests that a national entry is the UN's."""

    EXACT = "exact"
    MATCHED = "matched"
    JUDGED = "judged"
    NONE = "none"


class Basis(StrEnum):
    """What the moment of carrying out rests on, the firmest first."""

    RECORD = "record"
    ACT = "act"
    ENTRY = "entry"
    REMARK = "remark"
    FIRST_SEEN = "first_seen"
    LAW = "law"


class Overstating(StrEnum):
    """Why an act may be later than the first that took an entry up."""

    EARLIEST_NAMED = "earliest_named"
    NO_AMENDMENT = "no_amendment"
    OWN_DAY = "own_day"
    FIRST_SEEN = "first_seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overstated:
    """What a lag may overstate, and why.

    Attributes:
        release: the first that has the entry, where that is the reason.
        before: the release before that one; None where there is none.
        much_later: it came more than a year after the UN's listing.
    """

    why: Overstating
    release: ReleaseId | None = None
    before: str | None = None
    much_later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Transposition:
    """What shows that one state, or union of states, took up one UN entry.

    Attributes:
        state: ISO 3166 alpha-2, or "EU": whose act it is.
        source: the authority of the list that shows it ("eu"), or the id of the record.
        entry: the national entry; None where a record or a law shows it.
        measures: those that it carries out.
        carried_out: False where its source says that they were not, as of `at`.
        at: when; None where it is only known that it was done.
        instrument: the act, as its source writes it.
        in_force: ISO date from which the act is in force, where it is told.
        until: when it was taken back; None while it stands.
        reasons: what ties the two entries ("reference QDe.132 in unitedNationId", …).
        questions: what a person should look at before relying on it.
        overstates: what the lag may overstate; None where nothing.
    """

    state: str
    source: str
    reference: str
    entry: EntryId | None
    link: LinkKind
    measures: tuple[Measure, ...]
    carried_out: bool = True
    at: Moment | None = None
    basis: Basis | None = None
    instrument: str | None = None
    in_force: str | None = None
    until: Moment | None = None
    reasons: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    overstates: Overstated | None = None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """One obligation and one state: what is known of its being carried out.

    Attributes:
        state: ISO 3166 alpha-2, or "EU".
        lag: hours between the UN's listing and the state's act, at least and at most; below zero
            where the state was first; None where it is not known.
        transposition: what the status rests on; of a link that is only matched, what would.
        via: whose act it is where it is another's ("EU" for its members).
        questions: what a person should look at.
    """

    state: str
    obligation: Obligation
    status: LagStatus
    lag: tuple[float, float] | None = None
    transposition: Transposition | None = None
    via: str | None = None
    questions: tuple[str, ...] = ()

    @property
    def link(self) -> LinkKind:
        """Give on what it rests that the national entry is the UN's."""
        return LinkKind.NONE if self.transposition is None else self.transposition.link


class DifferenceKind(StrEnum):
    """How a national entry differs from the UN's."""

    LACKS = "lacks"
    HAS_MORE = "has_more"
    STILL_LISTED = "still_listed"
    NOT_FOLLOWED = "not_followed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing in which a national entry and the UN's differ.

    Attributes:
        state: whose list it is.
        link: how surely the two are one.
        field: "name", "alias", "birth", "document"; of a whole entry "entry".
        un, national: the value there; None where it is absent.
        since: when the UN's entry came to differ, where that is known.
        for_at_least: how long the difference has stood by the newest release held.
    """

    state: str
    reference: str
    entry: EntryId
    link: LinkKind
    kind: DifferenceKind
    field: str
    un: str | None
    national: str | None
    since: Moment | None = None
    for_at_least: timedelta | None = None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateModel:
    """How one state's law takes up UN listings, and what says so.

    Attributes:
        state: ISO 3166 alpha-2, or "EU".
        regimes: those of the UN list of which it holds; empty for all.
        since: ISO date from which the law is so.
    """

    state: str
    model: TranspositionModel
    measures: tuple[Measure, ...]
    proof: Proof
    regimes: tuple[str, ...] = ()
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLine:
    """One state in one line; the counts are of obligations.

    Attributes:
        carried_out: in whatever time, by law or by an act that is exactly or by judgement linked.
        to_confirm: unknown, and a link by name waits for a person.
        median_lag, worst_lag: hours, at least and at most; None where no lag is known.
        last_evidence: ISO date of the newest release, record or document with a claim that tells of
            the state.
        is_outside: neither a Member State of the United Nations nor a union of them: the Charter
            addresses its obligations to Members, so that none is counted.
        claims: in documents, that it reported, froze or exempted, or did not.
    """

    state: str
    name: str
    model: TranspositionModel
    obligations: int
    by_status: Mapping[LagStatus, int]
    carried_out: int
    to_confirm: int
    differences: int
    median_lag: tuple[float, float] | None
    worst_lag: tuple[float, float] | None
    last_evidence: str | None
    is_outside: bool = False
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LagSlice:
    """Lags of one year or regime of listing.

    Attributes:
        key: the year of listing, or the regime.
        late, possible, proven: how many.
        median, worst: hours, at least and at most.
    """

    state: str
    by: str
    key: str
    known: int
    proven: int
    possible: int
    late: int
    median: tuple[float, float] | None
    worst: tuple[float, float] | None


class RecordKind(StrEnum):
    """What is recorded of a state."""

    IMPLEMENTATION_REPORT = "implementation_report"
    ASSETS_FROZEN = "assets_frozen"
    TRAVEL_EVENT = "travel_event"
    EXEMPTION_REQUEST = "exemption_request"
    ARMS_INCIDENT = "arms_incident"
    FATF_RATING = "fatf_rating"
    RECOMMENDATION = "recommendation"
    TRANSPOSITION = "transposition"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRecord:
    """One thing that a document tells of a state; records are appended, never changed.

    Attributes:
        state: ISO 3166 alpha-2, or "EU".
        on: EDTF: of what is told, not of the telling.
        proof: the document and the place in it.
        fields: what its kind asks for, by name, as text ("amount", "currency", "decision").
        references: UN entries that it is about.
        about: ids of claims, findings or records that it answers or belongs to.
        replaces: the id of a record that this one corrects.
    """

    id: str
    kind: RecordKind
    state: str
    on: str
    proof: Proof
    by: str
    at: datetime
    fields: tuple[tuple[str, str], ...] = ()
    references: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    replaces: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a row is no record of a state.

    Attributes:
        row: of its file, as a person counts; None for what is wrong with the whole file.
        column: None for what is wrong with the whole row.
        step: what to do next.
    """

    row: int | None
    column: str | None
    what: str
    step: str


class LimitKind(StrEnum):
    """What the releases held cannot show."""

    UNKNOWN = "unknown"
    BY_NAME = "by_name"
    DAYS = "days"
    NO_UN_RELEASE = "no_un_release"
    UN_RELEASES = "un_releases"
    COPY = "copy"
    WHOSE = "whose"
    NO_MEASURES = "no_measures"
    SOME_MEASURES = "some_measures"
    ENDS = "ends"
    EU_ACTS = "eu_acts"


@dataclass(frozen=True, slots=True)
class Limit:
    """One thing that the view of the states cannot tell.

    Attributes:
        about: what its sentence names: a list, a day, how many.
    """

    kind: LimitKind
    about: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight:
    """All that the releases and records held tell of how the measures are carried out.

    Attributes:
        as_of: ISO date on which it is seen.
        releases: what it rests on.
        obligations: by reference and measure, those that ended too.
        transpositions: by whose act it is, then by UN reference; every one that is known.
        models: by state.
        members: of a union ("EU"), by its code.
        limits: what the view cannot tell.
    """

    as_of: str
    releases: tuple[ReleaseId, ...]
    obligations: tuple[Obligation, ...]
    transpositions: Mapping[str, Mapping[str, tuple[Transposition, ...]]]
    models: Mapping[str, StateModel]
    members: Mapping[str, frozenset[str]]
    differences: tuple[Difference, ...] = ()
    limits: tuple[Limit, ...] = ()
