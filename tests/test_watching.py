"""What is new since a time: nothing when nothing is, and otherwise because of what."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.tables.table import Entrant
from sayso.errors import BadInput, NotFound
from sayso.model.news import UNWATCH, WATCH, FindingNewsKind, News
from sayso.model.screenings import Subject, Terms
from sayso.model.vocabulary import FindingStatus
from sayso.watching import Watch, bearers, judgement_of, news, unwatch, watch_list
from sayso.watching import watch as watch_name
from tests.fakes import tiny_entry
from tests.review.build import GROUP, Page
from tests.timed import Diary, allegation, day, denial, tie

CHANGED, TIE = FindingNewsKind.STATUS_CHANGED, FindingNewsKind.NEW_TIE
NEW, GONE = FindingNewsKind.NEW_FINDING, FindingNewsKind.FINDING_GONE

#: So many names that one of them is rare.
OTHERS = tuple(tiny_entry(f"QDe.{n}", f"Name{n} Other{n}") for n in range(100, 150))


def since(diary: Diary, at: datetime, **more: object) -> News:
    diary.now = day(30)
    return news(diary.bench, Watch(since=at, until=diary.now, **more))


def watch(diary: Diary, name: str, number: int, verdict: str = WATCH) -> None:
    diary.bench.keep_judgement(judgement_of(verdict, name, "Ada Okoye", "on request", day(number)))


def a_listed_front(reference: str) -> Page:
    page = Page("Radio Kunar", "2024-05-20")
    page.claim(
        page.listed(page.name("Sarband Front", GROUP), reference),
        "supports",
        page.name("Kohdast Movement", GROUP),
    )
    return page


@settings(max_examples=15, deadline=None)
@given(days=st.permutations([1, 3, 5, 7]))
def test_nothing_is_new_since_the_last_thing_came_in(days: list[int]):
    diary = Diary()
    pages = (allegation(), denial(), tie(), allegation("Kunar Courier"))
    for number, page in sorted(zip(days, pages, strict=True), key=lambda pair: pair[0]):
        diary.add(page, number)
    assert since(diary, day(7)).is_quiet
    assert not since(diary, day(0)).is_quiet


def test_a_denial_changes_the_status_and_is_named_as_the_cause():
    diary = Diary()
    diary.add(allegation(), 1)
    cause = diary.add(denial(), 5)
    [one] = since(diary, day(2)).findings
    assert (one.kind, one.was) == (CHANGED, (FindingStatus.ASSERTED,))
    assert one.finding.status is FindingStatus.CONTESTED
    assert (one.cause.documents, one.cause.at, one.cause.direct) == ((cause,), day(5), True)


def test_a_further_copy_of_a_denial_is_no_cause_but_is_counted():
    diary = Diary()
    diary.add(allegation(), 1)
    first = diary.add(denial(), 5)
    diary.add(denial("2024-05-29"), 8)
    [one] = since(diary, day(2)).findings
    assert (one.cause.documents, one.cause.further, one.cause.at) == ((first,), 1, day(5))
    assert since(diary, day(6)).is_quiet


def test_a_rejected_claim_is_a_finding_that_is_gone_because_of_who_rejected_it():
    diary, page = Diary(), tie()
    diary.add(page, 1)
    diary.judge(page.claims[0].id, "reject", 4)
    [one] = since(diary, day(2)).findings
    assert (one.kind, one.cause.at) == (GONE, day(4, hour=0))
    assert [j.by for j in one.cause.judgements] == ["Ada Okoye"]


def test_a_finding_that_comes_back_does_so_because_of_who_took_the_rejection_back():
    diary, page = Diary(), tie()
    diary.add(page, 1)
    diary.judge(page.claims[0].id, "reject", 4)
    [rejection] = diary.bench.judgements()
    diary.now = day(6)
    undoing = diary.bench.undo(rejection.id, "Bahram Sadiq", "it is said after all")
    [one] = since(diary, day(5)).findings
    assert (one.kind, one.cause.judgements, one.cause.direct) == (NEW, (undoing,), True)


def test_an_erased_document_is_told_and_what_it_said_is_not():
    diary = Diary()
    document = diary.add(tie(), 1)
    diary.now = day(4)
    diary.bench.erase(document, "a source is at risk", "A. Clerk")
    found = since(diary, day(2))
    assert [a.document_id for a in found.erased] == [document]
    assert found.is_quiet
    assert since(diary, day(2), public=True).erased == ()


def test_a_tie_of_a_watched_name_is_told_apart_from_other_findings():
    diary = Diary()
    watch(diary, "kohdast movement", 0)
    diary.add(tie(), 3)
    diary.add(allegation(), 4)
    found = since(diary, day(1)).findings
    assert [(one.kind, one.watched) for one in found] == [(TIE, ("Kohdast Movement",)), (NEW, ())]
    assert [one.kind for one in since(diary, day(1), public=True).findings] == [NEW, NEW]


def test_only_what_concerns_an_entity_is_told_when_it_is_named():
    diary = Diary()
    diary.add(tie(), 3)
    diary.add(allegation(), 4)
    [one] = since(diary, day(1), entities=("Kohdast Movement",)).findings
    assert one.watched == ("Kohdast Movement",)
    with pytest.raises(NotFound):
        since(diary, day(1), entities=("Ostan Front",))


def test_a_list_change_is_told_of_entries_that_entities_are_resolved_to():
    diary = Diary()
    old = tiny_entry("QDe.901", "SARBAND FRONT")
    diary.release("2024-05-01", 0, old, tiny_entry("QDe.902", "OTHER"))
    diary.add(a_listed_front("QDe.901"), 1)
    amended = tiny_entry("QDe.901", "SARBAND FRONT", "SARBAND GROUP")
    diary.release("2024-06-05", 5, amended, tiny_entry("QDe.902", "OTHER", "ANOTHER"))
    [one] = since(diary, day(2)).entries
    assert (one.change.reference, one.old, one.new) == (
        "QDe.901",
        "un@2024-05-01",
        "un@2024-06-05",
    )
    assert since(diary, day(6)).is_quiet
    assert since(diary, day(6), release="un@2024-05-01").entries == (one,)
    assert [e.change.change for e in since(diary, day(2), entities=("QDe.901",)).entries]
    assert not since(diary, day(2), entities=("Kohdast Movement",)).entries


def test_a_delisting_of_a_resolved_entry_is_a_list_change():
    diary = Diary()
    diary.release("2024-05-01", 0, tiny_entry("QDe.901", "SARBAND FRONT"))
    diary.add(a_listed_front("QDe.901"), 1)
    diary.release("2024-06-05", 5, tiny_entry("QDe.902", "OTHER"))
    [one] = since(diary, day(2)).entries
    assert one.change.change == "removed"


def test_a_watched_name_is_told_when_a_list_begins_to_bear_it():
    diary = Diary()
    watch(diary, "Žarko Đorđević", 0)
    diary.release("2024-05-01", 0, *OTHERS)
    new = tiny_entry("QDi.901", "Zarko Dordevic", schema="Person")
    diary.release("2024-06-05", 5, *OTHERS, new)
    [one] = since(diary, day(2)).hits
    assert (one.name, one.candidate.reference, one.at) == ("Žarko Đorđević", "QDi.901", day(5))
    assert since(diary, day(6)).is_quiet


def test_a_name_that_is_newly_watched_is_told_with_what_it_may_mean_already():
    diary = Diary()
    listed = tiny_entry("QDi.901", "Zarko Dordevic", schema="Person")
    diary.release("2024-05-01", 0, *OTHERS, listed)
    watch(diary, "Žarko Đorđević", 4)
    [one] = since(diary, day(2)).hits
    assert one.at == day(4)
    assert since(diary, day(5)).is_quiet


def test_a_name_is_taken_off_the_list_by_a_judgement_and_stays_on_record():
    diary = Diary()
    watch(diary, "Zarvan Front", 1)
    watch(diary, "Гуль Рахим", 2)
    watch(diary, "Zarvan Front", 3, UNWATCH)
    assert [(one.name, one.by) for one in watch_list(diary.bench)] == [("Гуль Рахим", "Ada Okoye")]
    assert len(diary.bench.judgements()) == 3


def test_taking_a_name_off_can_be_taken_back_and_that_too():
    diary = Diary()
    diary.now = day(1)
    watch_name(diary.bench, "Zarvan Front", "Ada Okoye", "asked for", day(1))
    off = unwatch(diary.bench, "zarvan front", "Ada Okoye", "no longer", day(2))
    diary.now = day(3)
    back = diary.bench.undo(off.id, "Ada Okoye", "too soon")
    assert [one.name for one in watch_list(diary.bench)] == ["Zarvan Front"]
    diary.now = day(4)
    diary.bench.undo(back.id, "Ada Okoye", "no, rightly")
    assert watch_list(diary.bench) == ()


def test_a_name_is_watched_once_and_signed_for_with_a_reason():
    bench = Diary().bench
    watch_name(bench, "Zarvan Front", "Ada Okoye", "asked for", day(1))
    for name, by, reason, told in (
        ("zarvan front ", "Bahram Sadiq", "me too", "watched already, since 2024-06-02 by Ada"),
        ("Ostan Front", "Ada Okoye", " ", "no reason"),
        ("Ostan Front", " ", "asked for", "nobody signs"),
        (" ", "Ada Okoye", "asked for", "no name"),
    ):
        with pytest.raises(BadInput, match=told):
            watch_name(bench, name, by, reason, day(2))
    with pytest.raises(NotFound, match="not watched"):
        unwatch(bench, "Ostan Front", "Ada Okoye", "no longer", day(2))


def test_two_watched_names_of_one_party_tell_of_a_hit_once():
    diary = Diary()
    diary.add(a_listed_front("QDe.901"), 0)
    [party] = bearers(diary.bench.knowledge(), "Sarband Front")
    for name in (party, "Sarband Front"):
        watch(diary, name, 1)
    diary.release("2024-06-05", 5, *OTHERS, tiny_entry("QDe.901", "SARBAND FRONT"))
    assert [one.name for one in since(diary, day(2)).hits] == ["Sarband Front"]


def test_a_time_that_lies_ahead_is_refused():
    with pytest.raises(BadInput, match="lies ahead"):
        since(Diary(), day(31))


def test_watching_a_name_changes_nothing_that_is_known():
    diary = Diary()
    diary.add(allegation(), 1)
    before = diary.bench.knowledge()
    watch(diary, "Zarvan Front", 2)
    assert diary.bench.knowledge() == before
    assert since(diary, day(1)).is_quiet


def test_an_alert_of_a_customer_is_told_when_the_list_changes_and_not_in_public():
    diary = Diary()
    diary.release("2024-05-01", 0, *OTHERS)
    rows = [Entrant(1, Subject(key="7", name="Zarko Dordevic"), keyed=True)]
    diary.bench.screenings().customers.take_in("clients", rows, Terms())
    new = tiny_entry("QDi.901", "Zarko Dordevic", schema="Person")
    diary.release("2024-06-05", 5, *OTHERS, new)
    [one] = since(diary, day(2)).customers
    assert (one.name, one.subject.key, one.alert.candidate.reference) == ("clients", "7", "QDi.901")
    assert one.change is not None
    assert since(diary, day(2), public=True).is_quiet
    assert since(diary, day(6)).is_quiet


def test_a_customer_who_is_new_is_told_with_all_alerts():
    diary = Diary()
    diary.release("2024-05-01", 0, *OTHERS, tiny_entry("QDi.901", "Zarko Dordevic"))
    diary.now = day(5)
    rows = [Entrant(1, Subject(key="7", name="Zarko Dordevic"), keyed=True)]
    diary.bench.screenings().customers.take_in("clients", rows, Terms())
    [one] = since(diary, day(2)).customers
    assert (one.change, one.at) == (None, day(5))
