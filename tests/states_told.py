"""What is known of a few states about three UN entries; all but the states is invented."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sayso.model.clocks import NOW
from sayso.model.findings import Knowledge
from sayso.model.ids import DocumentId, EntryId, ReleaseId
from sayso.model.oversight import (
    Basis,
    Difference,
    DifferenceKind,
    Implementation,
    LagSlice,
    Limit,
    LimitKind,
    LinkKind,
    Moment,
    Obligation,
    Oversight,
    Overstated,
    Overstating,
    Proof,
    RecordKind,
    StateLine,
    StateModel,
    StateRecord,
    Transposition,
)
from sayso.model.vocabulary import LagStatus, Measure, TranspositionModel
from sayso.recording import Recording
from sayso.states.countries import EU, EU_MEMBERS, UN_MEMBERS, state_name

FREEZE, BAN, ARMS = Measure.ASSETS_FREEZE, Measure.TRAVEL_BAN, Measure.ARMS_EMBARGO
OJ = "https://example.org/oj/2020/9001"


def day(stated: str, ahead: int = 0, hours: int = 24) -> Moment:
    """Give a day in a time zone so many hours ahead of UTC."""
    start = datetime.fromisoformat(f"{stated}T00:00:00+00:00") - timedelta(hours=ahead)
    return Moment(earliest=start, latest=start + timedelta(hours=hours), stated=stated)


def proof(title: str, locator: str, text: str, address: str | None = None) -> Proof:
    held = DocumentId(f"sha256:{len(title):064x}")
    return Proof(document=held, title=title, locator=locator, text=text, address=address)


UN_PROOF = proof("UN list un@2024-05-01 (invented)", "entry QDe.901, LISTED_ON", "2020-03-08")


def due(reference: str, name: str, measure: Measure, listed: str, regime: str) -> Obligation:
    return Obligation(
        entry=EntryId(f"un:{reference}"),
        reference=reference,
        name=name,
        measure=measure,
        regimes=(regime,),
        due=day(listed, ahead=-5),
        proof=replace(UN_PROOF, locator=f"entry {reference}, LISTED_ON", text=listed),
    )


FRONT = [
    due("QDe.901", "Kandor Front", measure, "2020-03-08", "Al-Qaida") for measure in (FREEZE, ARMS)
]
TOLWAK = [
    due("QDi.902", "Zarmast Tolwak", measure, "2024-04-10", "Al-Qaida") for measure in Measure
]
OSTAN = [due("TAi.903", "=Ostan Brothers", FREEZE, "2024-04-20", "Taliban")]
OBLIGATIONS = (*FRONT, *TOLWAK, *OSTAN)

EU_FRONT = Transposition(
    state=EU,
    source="eu",
    reference="QDe.901",
    entry=EntryId("eu:13"),
    link=LinkKind.EXACT,
    measures=(FREEZE,),
    at=day("2020-03-12", ahead=1),
    basis=Basis.ACT,
    instrument="Implementing Regulation (EU) 2020/9001",
    in_force="2020-03-13",
    reasons=("reference QDe.901 in unitedNationId", "the names agree"),
    overstates=Overstated(why=Overstating.NO_AMENDMENT),
    proofs=(
        proof(
            "EU list eu@2024-05-02 (invented)",
            "entry EU.13, regulation",
            "2020/9001 (OJ L90)",
            OJ,
        ),
    ),
)
EU_TOLWAK = replace(
    EU_FRONT,
    reference="QDi.902",
    entry=EntryId("eu:14"),
    at=day("2024-04-11", ahead=2),
    instrument="Implementing Regulation (EU) 2024/9002",
    in_force=None,
    reasons=("reference QDi.902 in unitedNationId",),
    questions=("the number stands on two persons: eu:14 and eu:15",),
    overstates=None,
)
EU_OSTAN = replace(
    EU_FRONT,
    reference="TAi.903",
    entry=EntryId("eu:16"),
    link=LinkKind.MATCHED,
    at=day("2024-04-22", ahead=2),
    reasons=("the names are alike (0.93)", "no birth date on either side"),
    overstates=None,
)
US_FRONT = replace(
    EU_FRONT,
    state="US",
    source="ofac",
    entry=EntryId("ofac:36"),
    at=replace(day("2021-08-18", ahead=-4), earliest=None, stated="by ofac@2021-08-18"),
    basis=Basis.FIRST_SEEN,
    instrument=None,
    in_force=None,
    overstates=Overstated(why=Overstating.FIRST_SEEN, release=ReleaseId("ofac@2021-08-18")),
    proofs=(proof("OFAC list ofac@2021-08-18 (invented)", "entry 36", "KANDOR FRONT"),),
)
US_TOLWAK = replace(
    US_FRONT,
    reference="QDi.902",
    entry=EntryId("ofac:37"),
    at=replace(
        day("2024-04-13", ahead=-4, hours=48),
        stated="between ofac@2024-04-13 and ofac@2024-04-14",
    ),
    overstates=Overstated(
        why=Overstating.FIRST_SEEN,
        release=ReleaseId("ofac@2024-04-14"),
        before="ofac@2024-04-13",
    ),
)
US_SAID = replace(
    US_FRONT,
    source="r-3",
    entry=None,
    at=None,
    basis=Basis.RECORD,
    reasons=(),
    overstates=None,
    proofs=(proof("Letter (invented)", "page 1", "no embargo was decided"),),
)
LAWS = StateModel(
    state=EU,
    model=TranspositionModel.LIST_BASED,
    measures=(FREEZE,),
    proof=proof("Treaty (invented)", "article 1", "The Council shall adopt measures", OJ),
)
SWISS_LAW = replace(
    LAWS,
    state="CH",
    model=TranspositionModel.AUTOMATIC,
    measures=tuple(Measure),
    since="2016-03-04",
    proof=proof(
        "Ordinance (invented)", "article 1", "The UN list holds here", "https://example.ch"
    ),
)
REPORT = StateRecord(
    id="r-1",
    kind=RecordKind.ASSETS_FROZEN,
    state="JP",
    on="2024-03-01",
    proof=proof("Report of the Ostan Observatory (invented)", "page 4", "no assets were found"),
    by="A. Secretary",
    at=datetime(2024, 5, 3, 9, 0, tzinfo=UTC),
    fields=(("amount", "12000"), ("currency", "JPY")),
    references=("QDe.901",),
)
REPLY = replace(
    REPORT,
    id="r-2",
    kind=RecordKind.REPLY,
    on="2024-04-02",
    proof=proof("Letter (invented)", "paragraph 2", "We froze them on the first day"),
    fields=(("says", "frozen on the first day"),),
    references=(),
    about=("r-1",),
)
ANSWER = replace(
    REPLY,
    id="r-4",
    state="US",
    proof=proof("Letter (invented)", "page 2", "The embargo was decided in March"),
    about=("r-3",),
)
DIFFERENCES = (
    Difference(
        state=EU,
        reference="QDe.901",
        entry=EntryId("eu:13"),
        link=LinkKind.EXACT,
        kind=DifferenceKind.LACKS,
        field="alias",
        un="Jabhat Kandor",
        national=None,
        since=day("2023-01-01"),
        for_at_least=timedelta(days=486),
        proofs=(UN_PROOF,),
    ),
    Difference(
        state=EU,
        reference="QDe.700",
        entry=EntryId("eu:7"),
        link=LinkKind.EXACT,
        kind=DifferenceKind.STILL_LISTED,
        field="entry",
        un=None,
        national="Zarvan League",
        since=day("2024-01-01"),
        for_at_least=timedelta(days=122),
        proofs=(EU_FRONT.proofs[0],),
    ),
)
SEEN = Oversight(
    as_of="2024-05-03",
    releases=(ReleaseId("eu@2024-05-02"), ReleaseId("un@2024-05-01")),
    obligations=OBLIGATIONS,
    transpositions={EU: {"QDe.901": (EU_FRONT,), "QDi.902": (EU_TOLWAK,), "TAi.903": (EU_OSTAN,)}},
    models={EU: LAWS, "CH": SWISS_LAW},
    members={EU: EU_MEMBERS},
    differences=DIFFERENCES,
    limits=(
        Limit(LimitKind.UN_RELEASES, {"releases": 2, "first": "2024-01-02", "last": "2024-05-01"}),
    ),
)
#: Beside what stands here no document says anything of a state.
UNSAID = Recording(
    held=lambda: None,
    writable=lambda: (_ for _ in ()).throw(AssertionError),
    knowledge=Knowledge,
    entry=lambda _: None,
    clocks=NOW,
    clock=lambda: datetime(2024, 5, 3, 9, 0, tzinfo=UTC),
)
_US = {
    ("QDe.901", FREEZE): (LagStatus.UNKNOWN, None, US_FRONT),
    ("QDe.901", ARMS): (LagStatus.MISSING, None, US_SAID),
    ("QDi.902", FREEZE): (LagStatus.LATE, (47.0, 119.0), US_TOLWAK),
}
_ACTS = {act.reference: act for act in (EU_FRONT, EU_TOLWAK, EU_OSTAN)}
_FATES = {
    ("QDe.901", FREEZE): (LagStatus.LATE, (66.0, 114.0)),
    ("QDi.902", FREEZE): (LagStatus.WITHIN_24H_POSSIBLE, (-7.0, 41.0)),
}


def _is_done(cell: Implementation) -> bool:
    act = cell.transposition
    return act is not None and act.link is LinkKind.EXACT and cell.status is not LagStatus.MISSING


class Told:
    """Answers as the overseeing of a project does, from what stands above."""

    def __init__(self, seen: Oversight = SEEN) -> None:
        self.seen = seen

    def oversight(self) -> Oversight:
        """Give what is known."""
        return self.seen

    def lines(self, *, every: bool = False) -> tuple[StateLine, ...]:
        """Give one line a state."""
        known = {EU, *UN_MEMBERS} if every else {EU, *EU_MEMBERS, "CH", "JP", "US"}
        return tuple(self.line(state) for state in sorted(known))

    def line(self, state: str) -> StateLine:
        """Give one state in one line."""
        cells = self.implementations(state)
        counts = Counter(cell.status for cell in cells)
        lags = sorted(cell.lag for cell in cells if cell.lag is not None)
        law = self.seen.models.get(EU if state in EU_MEMBERS else state)
        waiting = sum(cell.link is LinkKind.MATCHED for cell in cells)
        return StateLine(
            state=state,
            name=state_name(state),
            model=TranspositionModel.UNKNOWN if law is None else law.model,
            obligations=len(cells),
            by_status=counts,
            carried_out=sum(_is_done(cell) for cell in cells),
            to_confirm=waiting,
            differences=len(self.differences(state)),
            median_lag=lags[0] if lags else None,
            worst_lag=lags[-1] if lags else None,
            last_evidence={"JP": "2024-04-02", "CH": None}.get(state, "2024-05-02"),
        )

    def implementations(self, state: str) -> tuple[Implementation, ...]:
        """Give every obligation of one state."""
        return tuple(self._cell(state, one) for one in self.seen.obligations)

    def _cell(self, state: str, one: Obligation) -> Implementation:
        if state == "CH":
            law = replace(
                EU_FRONT,
                state="CH",
                source="law",
                entry=None,
                at=None,
                basis=Basis.LAW,
                instrument="Ordinance (invented)",
                in_force=None,
                reasons=(),
                overstates=None,
                proofs=(SWISS_LAW.proof,),
            )
            automatic = LagStatus.AUTOMATIC
            return Implementation(state=state, obligation=one, status=automatic, transposition=law)
        if state == "US" and (one.reference, one.measure) in _US:
            status, lag, act = _US[one.reference, one.measure]
            return Implementation(
                state=state, obligation=one, status=status, lag=lag, transposition=act
            )
        if state not in {EU, *EU_MEMBERS} or one.measure is not FREEZE:
            return Implementation(state=state, obligation=one, status=LagStatus.UNKNOWN)
        status, lag = _FATES.get((one.reference, one.measure), (LagStatus.UNKNOWN, None))
        via = None if state == EU else EU
        act = _ACTS[one.reference]
        return Implementation(
            state=state, obligation=one, status=status, lag=lag, transposition=act, via=via
        )

    def _every(self, state: str | None) -> Iterable[Implementation]:
        states = sorted({EU, *EU_MEMBERS, "CH", "JP", "US"}) if state is None else [state]
        return (cell for one in states for cell in self.implementations(one))

    def gaps(self, state: str | None = None) -> tuple[Implementation, ...]:
        """Give what is late or unknown."""
        wanting = {LagStatus.LATE, LagStatus.MISSING, LagStatus.UNKNOWN}
        return tuple(cell for cell in self._every(state) if cell.status in wanting)

    def lags(self, state: str | None = None) -> tuple[Implementation, ...]:
        """Give what has a lag."""
        return tuple(cell for cell in self._every(state) if cell.lag is not None)

    def lag_slices(self, state: str | None = None) -> tuple[LagSlice, ...]:
        """Give the lags of the EU by year."""
        if state not in {None, EU}:
            return ()
        first = LagSlice(
            state=EU,
            by="year",
            key="2020",
            known=1,
            proven=0,
            possible=0,
            late=1,
            median=(66.0, 114.0),
            worst=(66.0, 114.0),
        )
        near = (-7.0, 41.0)
        return (first, replace(first, key="2024", possible=1, late=0, median=near, worst=near))

    def across(self, reference: str) -> tuple[Implementation, ...]:
        """Give one entry in every state of which something is held."""
        return tuple(cell for cell in self._every(None) if cell.obligation.reference == reference)

    def differences(self, state: str | None = None) -> tuple[Difference, ...]:
        """Give what differs."""
        return tuple(one for one in self.seen.differences if state in {None, one.state})

    def records(self, state: str | None = None) -> tuple[StateRecord, ...]:
        """Give what documents tell."""
        return tuple(record for record in (REPORT, REPLY, ANSWER) if state in {None, record.state})

    def add(self, records: Sequence[StateRecord]) -> None:
        """Take nothing."""
        raise AssertionError(records)
