"""What every store promises of customers and of the runs that screened."""

from dataclasses import replace

import pytest

from sayso.errors import NotFound
from sayso.model.ids import EntryId, ReleaseId
from sayso.model.log import LogKind
from sayso.model.screenings import Counts, Customer, Omissible, Run, RunKind, Subject, Terms
from sayso.ports import Store
from tests.fakes import NOON

ENTRY = EntryId("un:QDi.901")
RUN = Run(
    id="s-1",
    kind=RunKind.CUSTOMERS,
    at=NOON,
    by="Ada Okoye",
    about="clients",
    releases=(ReleaseId("un@2026-02-27"),),
    engine="sayso 1",
    terms=Terms(thresholds=(("ofac", 0.7),), without=(Omissible.BIRTH,)),
    counts=Counts(screened=2, errors=1),
)


def customer(key: str, name: str = "Karim Zarvan") -> Customer:
    subject = Subject(key=key, name=name, birth="1970", ids=("A 1",), remarks=("так",))
    return Customer(subject=subject, since=NOON)


def test_a_set_comes_back_whole_and_in_the_order_of_its_file(store: Store):
    store.screenings.put("clients", [customer("9"), customer("1", "کریم زروان")], NOON)
    assert store.screenings.customers("clients") == (customer("9"), customer("1", "کریم زروان"))
    assert [(s.name, s.at, s.count) for s in store.screenings.sets()] == [("clients", NOON, 2)]
    assert store.screenings.customers("others") == ()


def test_who_stays_in_a_set_keeps_what_was_told_of_them(store: Store):
    store.screenings.put("clients", [customer("1"), customer("2")], NOON)
    store.screenings.tell("clients", {"1": {ENTRY: ("a",)}, "2": {ENTRY: ("b", "c")}})
    store.screenings.put("clients", [customer("3"), customer("2", "Karima Zarvan")], NOON)
    assert store.screenings.told("clients") == {"2": {ENTRY: ("b", "c")}}
    assert [c.subject.name for c in store.screenings.customers("clients")] == [
        "Karim Zarvan",
        "Karima Zarvan",
    ]
    store.screenings.tell("clients", {})
    assert store.screenings.told("clients") == {}


def test_customers_are_taken_out_and_the_log_keeps_that_they_were(store: Store):
    store.screenings.put("clients", [customer("1"), customer("2")], NOON)
    store.screenings.tell("clients", {"1": {ENTRY: ("a",)}})
    gone = replace(RUN, kind=RunKind.REMOVAL, reason="asked to")
    assert store.screenings.remove("clients", "1", gone) == 1
    assert store.screenings.told("clients") == {}
    assert store.screenings.remove("clients", None, replace(gone, id="s-2")) == 1
    assert store.screenings.sets() == ()
    assert [run.reason for run in store.screenings.runs()] == ["asked to", "asked to"]
    for name, key in (("clients", None), ("others", "1")):
        with pytest.raises(NotFound):
            store.screenings.remove(name, key, RUN)


def test_runs_come_back_whole_and_stand_in_the_log(store: Store):
    store.screenings.log(RUN)
    assert store.screenings.runs() == (RUN,)
    [entry] = store.log.entries()
    assert (entry.kind, entry.about, entry.by) == (LogKind.SCREENING, "s-1", "Ada Okoye")
    assert store.log.check().faults == ()


def test_no_knowledge_is_derived_anew_for_a_run_or_a_customer(store: Store):
    before = store.version()
    store.screenings.put("clients", [customer("1")], NOON)
    store.screenings.log(RUN)
    assert store.version() == before
