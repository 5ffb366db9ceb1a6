"""States in one line each, and lags in slices by year and regime."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from sayso.model.clocks import Stretch
from sayso.model.ids import ClaimId
from sayso.model.oversight import Implementation, LagSlice, LinkKind, StateLine, StateRecord
from sayso.model.vocabulary import LagStatus, TranspositionModel
from sayso.states.countries import is_outside, state_name
from sayso.states.implementing import FIRM

Lag = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a line tells beside the obligations; see `StateLine`."""

    model: TranspositionModel
    differences: int
    last_evidence: str | None
    claims: tuple[ClaimId, ...] = ()


def line_of(state: str, every: Sequence[Implementation], beside: Beside) -> StateLine:
    """Give one state in one line.

    Counts are of the obligations that stand; lags are of ended ones too, for those stay as they
    were. Where the Charter binds nobody, only what is shown to be carried out is counted.
    """
    standing, outside = [one for one in every if one.obligation.ended is None], is_outside(state)
    counts = Counter(one.status for one in standing if not outside or is_carried_out(one))
    lags = [one.lag for one in every if one.lag is not None]
    return StateLine(
        state=state,
        name=state_name(state),
        model=beside.model,
        obligations=0 if outside else len(standing),
        by_status={status: counts[status] for status in LagStatus},
        carried_out=sum(map(is_carried_out, standing)),
        to_confirm=sum(one.link is LinkKind.MATCHED for one in standing),
        differences=beside.differences,
        median_lag=median_lag(lags),
        worst_lag=max(lags, key=lambda lag: (lag[1], lag[0]), default=None),
        last_evidence=beside.last_evidence,
        is_outside=outside,
        claims=beside.claims,
    )


def last_day_of(record: StateRecord) -> str:
    """Give the last ISO day that a record tells of; where it is open the day of recording."""
    return last_day(record.on.partition("T")[0]) or record.at.date().isoformat()


def last_day(edtf: str) -> str | None:
    """Give the last ISO day of a time; None where it is open."""
    told = Stretch.of(edtf)
    return None if told is None or told.last is None else told.last.isoformat()


def is_carried_out(one: Implementation) -> bool:
    """Say whether firm evidence shows it done and still standing, in whatever time."""
    shown = one.transposition
    if shown is None or shown.link not in FIRM or not shown.carried_out:
        return False
    return shown.until is None or one.obligation.ended is not None


def median_lag(lags: Iterable[Lag]) -> Lag | None:
    """Give the medians of what lags are at least, and of what they are at most; hours."""
    known = list(lags)
    if not known:
        return None
    return median(least for least, _ in known), median(most for _, most in known)


def slices_of(state: str, every: Iterable[Implementation]) -> tuple[LagSlice, ...]:
    """Give the lags of a state by year of listing, then by regime; those without any are left out.

    An entry under two regimes counts in both.
    """
    groups: dict[tuple[str, str], list[Implementation]] = defaultdict(list)
    for one in every:
        if one.lag is not None:
            groups["year", one.obligation.due.stated[:4]].append(one)
            for regime in one.obligation.regimes:
                groups["regime", regime].append(one)
    order = sorted(groups, key=lambda key: (key[0] != "year", key))
    return tuple(_slice(state, key, groups[key]) for key in order)


def _slice(state: str, key: tuple[str, str], group: Sequence[Implementation]) -> LagSlice:
    counts = Counter(one.status for one in group)
    lags = [one.lag for one in group if one.lag is not None]
    return LagSlice(
        state=state,
        by=key[0],
        key=key[1],
        known=len(group),
        proven=counts[LagStatus.WITHIN_24H_PROVEN],
        possible=counts[LagStatus.WITHIN_24H_POSSIBLE],
        late=counts[LagStatus.LATE],
        median=median_lag(lags),
        worst=max(lags, key=lambda lag: (lag[1], lag[0]), default=None),
    )
