"""When each status can come about, whatever is told, and when it never does."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.ids import EntryId
from sayso.model.oversight import (
    Basis,
    Implementation,
    LinkKind,
    Moment,
    Obligation,
    Oversight,
    StateModel,
    Transposition,
)
from sayso.model.vocabulary import LagStatus, Measure
from sayso.states.implementing import FIRM, implementations_of, untold_statuses
from tests.states.build import automatic, proof

FREEZE, BAN = Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
START = datetime(2020, 3, 1, tzinfo=UTC)
OPEN = (LagStatus.UNKNOWN, LagStatus.NOT_YET_DUE)


def moment(start: datetime, length: timedelta, *, known: bool = True) -> Moment:
    return Moment(
        earliest=start if known else None,
        latest=start + length,
        stated=start.isoformat(),
        is_instant=known and length == MINUTE,
    )


MOMENTS = st.builds(
    moment,
    st.integers(0, 24 * 60).map(lambda hours: START + hours * HOUR),
    st.sampled_from([MINUTE, DAY, 30 * DAY]),
    known=st.booleans(),
)
OBLIGATIONS = st.builds(
    lambda due, ended, absent: Obligation(
        entry=EntryId("un:QDi.901"),
        reference="QDi.901",
        name="Zarmast Tolwak",
        measure=FREEZE,
        regimes=("Al-Qaida",),
        due=due,
        proof=proof(),
        ended=ended,
        absent=absent,
    ),
    MOMENTS,
    st.none() | MOMENTS,
    st.lists(MOMENTS, max_size=2).map(tuple),
)
ACTS = st.builds(
    lambda link, done, told, until, measures: Transposition(
        state="PE",
        source="pe",
        reference="QDi.901",
        entry=EntryId("pe:1"),
        link=link,
        measures=measures,
        carried_out=done,
        at=told,
        basis=Basis.ENTRY,
        until=until,
    ),
    st.sampled_from([LinkKind.EXACT, LinkKind.MATCHED, LinkKind.JUDGED]),
    st.booleans(),
    st.none() | MOMENTS,
    st.none() | MOMENTS,
    st.sampled_from([(), (FREEZE,), (BAN,), (FREEZE, BAN)]),
)
LAWS = st.none() | st.builds(
    automatic,
    st.just("PE"),
    st.sampled_from(["2016-01-01", "2020-03-20", "2031-01-01"]),
    st.sampled_from([(), ("Al-Qaida",), ("Taliban",)]),
)
AS_OF = st.integers(0, 90).map(lambda days: (START + days * DAY).date())


def cell(
    due: Obligation, acts: list[Transposition], law: StateModel | None, as_of: date
) -> Implementation:
    known = Oversight(
        as_of=as_of.isoformat(),
        releases=(),
        obligations=(due,),
        transpositions={"PE": {"QDi.901": tuple(acts)}} if acts else {},
        models={} if law is None else {"PE": law},
        members={},
    )
    [one] = implementations_of(known, "PE", untold_statuses(known))
    return one


def binds(due: Obligation, told: Moment) -> bool:
    """Say whether all of a told time lies a day after it was due, and while the entry stood."""
    starts = told.latest if told.earliest is None else told.earliest
    is_before_end = due.ended is None or (
        due.ended.earliest is not None and told.latest <= due.ended.earliest
    )
    is_between = all(
        starts >= gap.latest or (gap.earliest is not None and told.latest <= gap.earliest)
        for gap in due.absent
    )
    return starts - due.due.latest >= DAY and is_before_end and is_between


@given(OBLIGATIONS, st.lists(ACTS, max_size=3), LAWS, AS_OF)
def test_missing_is_only_what_a_document_tells_of_and_nothing_firm_shows_done(
    due: Obligation, acts: list[Transposition], law: StateModel | None, as_of: date
):
    telling = [act for act in acts if FREEZE in act.measures]
    told = any(not a.carried_out and a.at is not None and binds(due, a.at) for a in telling)
    is_done = any(a.carried_out and a.link in FIRM for a in telling)
    is_missing = cell(due, acts, law, as_of).status is LagStatus.MISSING
    assert is_missing == (told and not is_done)


@given(OBLIGATIONS, st.lists(ACTS, max_size=3), LAWS, AS_OF)
def test_automatic_is_only_what_the_table_reaches_since_its_day(
    due: Obligation, acts: list[Transposition], law: StateModel | None, as_of: date
):
    if cell(due, acts, law, as_of).status is LagStatus.AUTOMATIC:
        assert law is not None
        assert law.regimes in {(), ("Al-Qaida",)}
        assert due.due.earliest is not None
        assert due.due.earliest.date().isoformat() > (law.since or "")


@given(OBLIGATIONS, st.lists(ACTS, max_size=3), LAWS, AS_OF)
def test_a_time_is_told_only_where_firm_evidence_that_stands_gives_one(
    due: Obligation, acts: list[Transposition], law: StateModel | None, as_of: date
):
    one = cell(due, acts, law, as_of)
    timed = {LagStatus.LATE, LagStatus.WITHIN_24H_POSSIBLE, LagStatus.WITHIN_24H_PROVEN}
    if one.status in timed:
        shown = one.transposition
        assert shown is not None
        assert shown.at is not None
        assert shown.link in FIRM
        assert shown.carried_out
        assert shown.until is None or due.ended is not None
    else:
        assert one.lag is None
    if one.status is LagStatus.LATE:
        assert one.lag is not None
        assert one.lag[0] >= 24
    if one.status is LagStatus.WITHIN_24H_PROVEN:
        assert one.transposition is not None
        assert one.transposition.at is not None
        assert due.due.is_instant
        assert one.transposition.at.is_instant
        assert one.lag is not None
        assert one.lag[1] <= 24


@given(OBLIGATIONS, st.lists(ACTS, max_size=3), AS_OF)
def test_without_firm_evidence_it_is_unknown_and_never_missing(
    due: Obligation, acts: list[Transposition], as_of: date
):
    untold = [act for act in acts if act.carried_out and act.link is LinkKind.MATCHED]
    one = cell(due, untold, None, as_of)
    assert one.status in OPEN
    is_due = due.due.latest <= datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC) - DAY
    assert (one.status is LagStatus.UNKNOWN) == is_due


@given(OBLIGATIONS, st.lists(ACTS, max_size=3), LAWS, AS_OF)
def test_what_speaks_against_it_is_never_left_unsaid(
    due: Obligation, acts: list[Transposition], law: StateModel | None, as_of: date
):
    denied = [act for act in acts if not act.carried_out and FREEZE in act.measures]
    said = [q for q in cell(due, acts, law, as_of).questions if q.startswith("a record says")]
    assert len(said) == len(denied)
