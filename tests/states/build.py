"""Small lists about invented parties, read by the real readers, and what oversees them."""
# ruff: noqa: D102  # the ports say what these methods do

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sayso.model.concerns import Said
from sayso.model.findings import Judgement
from sayso.model.ids import DocumentId, EntryId
from sayso.model.lists import EntryHistory, ListEntry, ListRelease
from sayso.model.oversight import Proof, RecordKind, StateModel, StateRecord
from sayso.model.vocabulary import Measure, TranspositionModel
from sayso.overseeing import Overseeing, Overseen
from tests.fakes import MemoryLists, MemoryLog
from tests.lists.build import NOON, original, un_list
from tests.lists.build import read as read_un
from tests.lists.eu.build import act, alias, eu_list, regulation
from tests.lists.eu.build import read as read_eu
from tests.lists.ofac.build import END, entry_row, read_files

AS_OF = "2026-03-01"


def un_party(
    reference: str = "QDi.901",
    name: str = "Zarmast Tolwak",
    listed_on: str | None = "2020-03-08",
    more: str = "",
    regime: str = "Al-Qaida",
) -> str:
    """Give an INDIVIDUAL, or of a reference with an "e" an ENTITY."""
    kind = "ENTITY" if reference[2] == "e" else "INDIVIDUAL"
    dated = f"<LISTED_ON>{listed_on}</LISTED_ON>" if listed_on is not None else ""
    return (
        f"<{kind}><DATAID>1</DATAID><FIRST_NAME>{name}</FIRST_NAME>"
        f"<UN_LIST_TYPE>{regime}</UN_LIST_TYPE><REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER>"
        f"{dated}{more.replace('KIND', kind)}</{kind}>"
    )


def un(published: str, *parties: str) -> ListRelease:
    return read_un(un_list(*parties, generated=None), published=published)


def eu_party(  # noqa: PLR0913, PLR0917  # an entry has many fields
    reference: str = "501",
    name: str = "Zarmast TOLWAK",
    un_reference: str | None = "QDi.901",
    designated: str | None = "2020-03-08",
    acts: Sequence[tuple[str, str]] = (("2020-03-12", "2020/901 (OJ L9)"),),
    inside: str = "",
) -> str:
    """Give a party of the EU's list; its acts newest first, the first one as its regulation."""
    stated = f' designationDate="{designated}"' if designated is not None else ""
    stated += f' unitedNationId="{un_reference}"' if un_reference is not None else ""
    names = "".join(alias(name, inside=act(*one)) for one in acts[-1:])
    return (
        f'<sanctionEntity logicalId="{reference}" euReferenceNumber="EU.{reference}.1"{stated}>'
        f'{regulation(*acts[0])}<subjectType code="person" classificationCode="P"/>'
        f"{names}{inside}</sanctionEntity>"
    )


def eu(published: str, *parties: str) -> ListRelease:
    return read_eu(eu_list(*parties, generated=None), published=published)


def ofac(published: str, *parties: tuple[int, str] | tuple[int, str, str]) -> ListRelease:
    rows = (entry_row(one[0], one[1], "individual", *one[2:]) for one in parties)
    return read_files({"sdn.csv": "".join(rows) + END}, published=published)


def held(*releases: ListRelease) -> MemoryLists:
    lists = MemoryLists(MemoryLog())
    for number, release in enumerate(releases):
        kept = original(f"{release.id} {number}".encode(), release.locator)
        lists.add(replace(release, document_id=kept.id), kept)
    return lists


def histories(*releases: ListRelease) -> Mapping[EntryId, EntryHistory]:
    """Give all entries of one authority's releases."""
    lists = held(*releases)
    return lists.histories(releases[0].authority, [release.id for release in releases])


def history(*releases: ListRelease) -> EntryHistory:
    """Give the only entry of some releases."""
    [found] = histories(*releases).values()
    return found


class Records:
    """Keeps records of states in memory."""

    def __init__(self, records: Iterable[StateRecord], said: Iterable[Said] = ()) -> None:
        self._records, self._said = tuple(records), tuple(said)

    def add(self, records: Sequence[StateRecord]) -> None:
        self._records += tuple(records)

    def records(self) -> tuple[StateRecord, ...]:
        return self._records

    def said(self) -> tuple[Said, ...]:
        return self._said


def overseeing(  # noqa: PLR0913  # a project holds much
    *releases: ListRelease,
    judgements: Sequence[Judgement] = (),
    records: Sequence[StateRecord] = (),
    said: Sequence[Said] = (),
    models: Mapping[str, StateModel] | None = None,
    as_of: str = AS_OF,
    kept: Path | None = None,
) -> Overseeing:
    lists, keeper = held(*releases), Records(records, said)
    return Overseeing(
        Overseen(
            lists=lists,
            releases=lists.releases(),
            judgements=tuple(judgements),
            records=lambda _: keeper,
            models=models or {},
            as_of=as_of,
            kept=kept,
        )
    )


def proof(text: str = "Order No. 7") -> Proof:
    return Proof(document=DocumentId("sha256:0"), title="A letter", locator="page 1", text=text)


def transposition(
    state: str = "PE", on: str = "2020-03-10", at: datetime = NOON, **fields: str
) -> StateRecord:
    """Give a record that a state did, or did not, take QDi.901 up."""
    told = {"carried_out": "yes", "measures": "assets_freeze", **fields}
    return StateRecord(
        id=f"r-{state}-{on}-{told['carried_out']}",
        kind=RecordKind.TRANSPOSITION,
        state=state,
        on=on,
        proof=proof(),
        by="Ada Okoye",
        at=at,
        fields=tuple(told.items()),
        references=("QDi.901",),
    )


def automatic(state: str, since: str | None = None, regimes: tuple[str, ...] = ()) -> StateModel:
    return StateModel(
        state=state,
        model=TranspositionModel.AUTOMATIC,
        measures=(Measure.ASSETS_FREEZE,),
        proof=proof("is directly applicable"),
        regimes=regimes,
        since=since,
    )


def alone(release: ListRelease) -> ListEntry:
    """Give the only entry of a release."""
    [entry] = release.entries
    return entry
