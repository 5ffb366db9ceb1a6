"""What our own API answers of states, for its description."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from sayso.web.states.told import ConcernsTold, RecordTold, StateSaid

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofTold:
    """Where words stand that show something.

    Attributes:
        document: its id where it is held, else its title.
        address: where its publisher has it.
    """

    document: str
    locator: str
    text: str
    title: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundsTold:
    """Between which instants something was, UTC, and as what its source states it."""

    stated: str
    earliest: str | None
    latest: str
    is_instant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTold:
    """What an answer rests on, and what it cannot tell.

    Attributes:
        as_of: the day as of which it is seen.
        note: what "unknown" means: that nothing held shows it.
    """

    as_of: str
    releases: tuple[str, ...]
    limits: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLineTold:
    """One state; counts are of obligations: one measure to which one UN entry binds.

    Attributes:
        unknown: nothing held shows whether they are carried out; that is not non-compliance.
        carried_out_undated: of those carried out, those of which nothing tells since when.
        to_confirm: links by name that wait for a person, and count for nothing until then.
        median_lag_hours, worst_lag_hours: at least and at most; null where no lag is known.
        claims: ids of those in documents, that it reported, froze or exempted, or did not.
        is_outside: neither a Member State of the United Nations nor a union of them: the Charter
            addresses its obligations to Members, so that nothing is counted as due or missing.
    """

    state: str
    name: str
    obligations: int
    carried_out: int
    late: int
    missing: int
    unknown: int
    median_lag_hours: tuple[float, float] | None
    last_evidence: str | None
    claims: tuple[str, ...]
    is_outside: bool
    model: str
    by_status: dict[str, int]
    carried_out_undated: int
    to_confirm: int
    worst_lag_hours: tuple[float, float] | None
    differences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRows(SeenTold, Generic[T]):
    """One page of a list, and what it rests on.

    Attributes:
        total: how many there are of all.
    """

    results: tuple[T, ...]
    limit: int
    offset: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CellTold:
    """One obligation in one state.

    Attributes:
        due: the day of the UN's listing.
        carried_out: the day on or by which the state acted; null where that is not known.
        lag_hours: at least and at most; below zero where the state was first.
        via: whose act it is where it is another's (EU for its members).
        overstates: what the lag may overstate.
        undated: it is carried out, and nothing held tells since when.
        replies: ids of the records of what the state replied of it.
    """

    state: str
    reference: str
    measure: str
    due: str
    carried_out: str | None
    lag_hours: tuple[float, float] | None
    status: str
    undated: bool
    link: str
    evidence: tuple[ProofTold, ...]
    name: str
    regimes: tuple[str, ...]
    ended: str | None
    via: str | None
    carried_out_between: BoundsTold | None
    to_be_confirmed: bool
    basis: str | None
    instrument: str | None
    in_force: str | None
    overstates: str | None
    questions: tuple[str, ...]
    replies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceTold:
    """Lags of one year or one regime of listing."""

    state: str
    by: str
    key: str
    known: int
    proven: int
    possible: int
    late: int
    median_lag_hours: tuple[float, float] | None
    worst_lag_hours: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LagsTold(SeenRows[CellTold]):
    """Cells whose lag is known, page by page, and the distribution of all of them."""

    results: tuple[CellTold, ...]
    slices: tuple[SliceTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceTold:
    """One thing in which a national entry and the UN's differ: a question, not a fault."""

    state: str
    reference: str
    entry: str
    link: str
    kind: str
    field: str
    un: str | None
    national: str | None
    since: str | None
    for_at_least_days: int | None
    evidence: tuple[ProofTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTold:
    """One state of a matrix.

    Attributes:
        stands_for: members of whom no more is known than of their union.
    """

    state: str
    name: str
    stands_for: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One obligation in one state, in short.

    Attributes:
        undated: it is carried out, and nothing held tells since when.
        replies: how many answers of the state stand beside it.
    """

    state: str
    status: str
    undated: bool
    to_be_confirmed: bool
    via: str | None
    carried_out: str | None
    lag_hours: tuple[float, float] | None
    replies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One entry of the UN list, with a cell for each state in the order of the columns."""

    reference: str
    name: str
    regimes: tuple[str, ...]
    measure: str
    due: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatesMatrix(SeenRows[MatrixRow]):
    """Entries by states, page by page."""

    results: tuple[MatrixRow, ...]
    states: tuple[ColumnTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawTold:
    """How a state's law takes up UN listings, and the words that say so.

    Attributes:
        regimes: of which it holds; none for all.
    """

    state: str
    model: str
    measures: tuple[str, ...]
    regimes: tuple[str, ...]
    since: str | None
    evidence: ProofTold


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsTold:
    """How many there are of all in the lists of a state's page that come page by page."""

    differences_found: int
    links_to_confirm: int
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StateTold(StateLineTold):
    """A state's page; what `totals` counts comes page by page.

    Attributes:
        law: how its law takes up UN listings, with the words that say so.
        by_measure: counts of standing obligations by measure and status.
    """

    law: LawTold | None
    via: str | None
    members: tuple[str, ...]
    by_measure: dict[str, dict[str, int]]
    lags: tuple[SliceTold, ...]
    differences_found: tuple[DifferenceTold, ...]
    records: tuple[RecordTold, ...]
    said: tuple[StateSaid, ...]
    concerns: ConcernsTold
    links_to_confirm: tuple[CellTold, ...]
    questions: tuple[dict[str, str], ...]
    limit: int
    offset: int
    totals: PartsTold
    as_of: str
    releases: tuple[str, ...]
    limits: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCellTold(CellTold):
    """One obligation in one state, with the state's name."""

    state_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAcrossTold(SeenTold):
    """One UN entry in each state of which something is held."""

    reference: str
    name: str
    regimes: tuple[str, ...]
    rows: tuple[NamedCellTold, ...]
    records: tuple[RecordTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTold:
    """What shows that a state took one UN entry up.

    Attributes:
        source: the authority of the list, or the id of the record.
        entry: the national entry; null where a record or a law shows it.
        reasons: what ties the two entries.
        until: when it was taken back; null while it stands.
    """

    state: str
    source: str
    entry: str | None
    link: str
    reasons: tuple[str, ...]
    between: BoundsTold | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyCellTold(CellTold):
    """One cell with the two moments that it rests on, and the sum of its lag step by step."""

    due_between: BoundsTold
    transposition: ActTold | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyTold(SeenTold):
    """Why the cells of one UN entry in one state say what they say."""

    state: str
    state_name: str
    reference: str
    name: str
    cells: tuple[WhyCellTold, ...]
    records: tuple[RecordTold, ...]
