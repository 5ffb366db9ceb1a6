"""What was known on a date, and what is said to have held on it: two clocks, never mixed."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import NotFound
from sayso.model.clocks import Clocks, Stretch
from sayso.model.findings import Knowledge
from sayso.model.grades import Verdict
from sayso.model.ids import EntryId
from sayso.model.screenings import Terms
from sayso.model.vocabulary import FindingStatus
from sayso.review.judging.making import Asked
from sayso.views.brief import markdown
from sayso.views.times.notes import notes, standpoint_json
from tests.fakes import tiny_entry
from tests.review.build import GHAZNI, PERSON, Page
from tests.timed import Diary, allegation, day, denial, tie

PAGES = (
    allegation(),
    denial(),
    tie(),
    allegation("Kunar Courier", "2024-05-28"),
    denial("2024-05-30"),
)
DAYS = st.lists(st.integers(0, 20), min_size=len(PAGES), max_size=len(PAGES))


def diary_of(days: list[int]) -> Diary:
    """Add the pages in order of their days, and reject the first claim when some are there."""
    made = Diary()
    for number, page in sorted(zip(days, PAGES, strict=True), key=lambda pair: pair[0]):
        made.add(page, number)
    made.judge(PAGES[0].claims[0].id, "reject", max(10, min(days) + 1))
    made.now = day(21)
    return made


@settings(max_examples=25, deadline=None)
@given(days=DAYS)
def test_what_is_known_as_of_now_is_what_is_known(days: list[int]):
    bench = diary_of(days).bench
    assert bench.at(Clocks(as_of=day(21))).knowledge() == bench.knowledge()


@settings(max_examples=25, deadline=None)
@given(days=DAYS)
def test_before_the_first_document_nothing_was_known(days: list[int]):
    past = diary_of(days).bench.at(Clocks(as_of=day(min(days), hour=0)))
    assert past.knowledge() == Knowledge()
    assert past.additions() == past.releases() == ()


@settings(max_examples=25, deadline=None)
@given(days=DAYS)
def test_what_comes_later_never_changes_what_was_known_earlier(days: list[int]):
    made, seen = Diary(), []
    for number, page in sorted(zip(days, PAGES, strict=True), key=lambda pair: pair[0]):
        if seen and seen[-1][0] < day(number, hour=0):
            assert made.bench.at(Clocks(as_of=seen[-1][0])).knowledge() == seen[-1][1]
        made.add(page, number)
        seen.append((made.now, made.bench.knowledge()))
    made.now = day(30)
    for record in made.bench.documents():
        made.bench.describe(record.id, {"title": "Anew", "publisher": "The Other Post"}, "A. Clerk")
    made.judge(PAGES[0].claims[0].id, "reject", 30)
    made.release("2024-06-01", 30, tiny_entry("QDe.901", "ZARVAN FRONT"))
    for at, known in dict(seen).items():
        assert made.bench.at(Clocks(as_of=at)).knowledge() == known


def test_a_document_counts_from_the_day_on_which_it_was_added_not_published():
    made = Diary()
    made.add(allegation(published="1999-01-01"), 3)
    made.now = day(9)
    assert not made.bench.at(Clocks(as_of=day(2))).knowledge().findings
    assert made.bench.at(Clocks(as_of=day(3))).knowledge().findings


def test_an_erased_document_was_known_then_and_its_content_is_shown_nowhere():
    made = Diary()
    document = made.add(allegation(), 1)
    made.add(tie(), 2)
    made.now = day(5)
    made.bench.erase(document, "a source is at risk.", "A. Clerk")

    past = made.bench.at(Clocks(as_of=day(3)))
    assert past.additions()[0].document_id == document
    assert document not in past.knowledge().records
    [held, erased] = notes(past.standpoint())
    assert "1 document" in held
    assert "was erased on 2024-06-06 by A. Clerk: a source is at risk." in erased
    [shape] = standpoint_json(past.standpoint())["erased"]
    assert (shape["document"], shape["added"]) == (document, day(1).isoformat())
    later = made.bench.at(Clocks(as_of=day(6))).standpoint()
    assert later.erased == made.bench.at(Clocks(as_of=day(0))).standpoint().erased == ()


def test_what_binds_a_document_today_binds_whoever_looks_back():
    made = Diary()
    document = made.add(allegation(), 1)
    made.now = day(4)
    made.bench.describe(
        document,
        {"title": "Withdrawn", "handling": "restricted", "notice": "Invented."},
        "A. Clerk",
    )
    past = made.bench.at(Clocks(as_of=day(2)))
    [record] = past.knowledge().records.values()
    assert record.document.title == allegation().title
    assert record.document.notice == "Invented."
    assert not past.knowledge(public=True).records


def test_a_denial_stands_beside_an_allegation_that_is_asked_for_by_its_time():
    made = Diary()
    made.add(allegation(), 1)
    made.add(denial(), 2)
    there = made.bench.at(Clocks(valid_on=Stretch.of("2022-07"))).knowledge()
    [finding] = there.findings.values()
    assert finding.status is FindingStatus.CONTESTED
    assert {c for root in finding.roots for c in root.claims} <= set(there.claims)
    assert set(finding.replies) <= set(there.claims)
    assert not made.bench.at(Clocks(valid_on=Stretch.of("2020"))).knowledge().findings


def test_what_gives_no_time_is_counted_and_shown_when_asked_for():
    made = Diary()
    made.add(allegation(), 1)
    made.add(tie(), 2)
    on = Stretch.of("2023")
    assert made.bench.at(Clocks(valid_on=on)).standpoint().left_out == 1
    whole = made.bench.at(Clocks(valid_on=on, undated=True))
    assert whole.standpoint().left_out == 0
    assert len(whole.knowledge().findings) == 2


def test_known_time_and_valid_time_are_asked_at_once_and_apart():
    made = Diary()
    made.add(allegation(), 1)
    made.add(denial(), 5)
    both = Clocks(as_of=day(2), valid_on=Stretch.of("2022"))
    [finding] = made.bench.at(both).knowledge().findings.values()
    assert finding.status is FindingStatus.ASSERTED


def test_lists_are_known_when_they_were_taken_in_and_valid_when_they_were_published():
    made = Diary()
    made.release("2020-01-01", 1, tiny_entry("QDe.901", "ZARVAN FRONT"))
    made.release("2022-01-01", 5, tiny_entry("QDe.902", "KOHDAST MOVEMENT"))
    made.now = day(9)

    def listed(reference: str, clocks: Clocks) -> bool:
        return made.bench.at(clocks).index().entry(EntryId(f"un:{reference}")) is not None

    assert listed("QDe.901", Clocks(as_of=day(2)))
    assert not listed("QDe.901", Clocks(as_of=day(6)))
    assert listed("QDe.901", Clocks(valid_on=Stretch.of("2021-05-01")))
    assert not listed("QDe.902", Clocks(valid_on=Stretch.of("2021-05-01")))
    assert [r.id for r in made.bench.at(Clocks(valid_on=Stretch.of("2021"))).releases()] == [
        "un@2020-01-01"
    ]
    for before in (Clocks(valid_on=Stretch.of("2019")), Clocks(as_of=day(0))):
        with pytest.raises(NotFound, match="was held"):
            made.bench.at(before).screenings().screener(Terms())


def test_a_pair_that_was_cleared_then_is_clear_as_of_then_though_the_entry_changed_later():
    diary, page = Diary(), Page("Radio Kunar", "2024-05-20")
    diary.release("2024-05-01", 0, tiny_entry("QDi.901", "Zarko Dordevic", schema="Person"))
    man = page.listed(page.name("Zarko Dordevic", PERSON), "QDi.901", "possible")
    page.claim(man, "located_in", page.place(GHAZNI))
    diary.add(page, 1)
    diary.now = day(2)
    asked = Asked(
        about=man, verdict=Verdict.CLEAR, by="Ada Okoye", reason="born later", values=("QDi.901",)
    )
    diary.bench.judge(asked)
    amended = tiny_entry("QDi.901", "Zarko Dordevic", "Zarko D.", schema="Person")
    diary.release("2024-06-05", 6, amended)

    then = diary.bench.at(Clocks(as_of=day(3))).knowledge()
    [outdated] = diary.bench.knowledge().judged.outdated
    assert then.judged.outdated == ()
    assert [e.listing for e in then.entities.values() if e.name == "Zarko Dordevic"] == [None]
    assert any("Zarko D." in change for change in outdated.changed)


def test_a_brief_of_an_earlier_day_bears_its_cut_off_and_says_what_is_missing():
    made = Diary()
    made.release("2020-01-01", 0, tiny_entry("QDe.901", "ZARVAN FRONT"))
    gone = made.add(tie(), 0)
    made.add(allegation(), 1)
    made.add(denial(), 4)
    made.now = day(6)
    made.bench.erase(gone, "safety", "A. Clerk")
    brief = made.bench.at(Clocks(as_of=day(2))).brief(None, most=9)
    assert (brief.cut_off, brief.made) == (day(2), day(6))
    text = markdown.write(brief)
    assert "was erased on" in text
    assert "denied" not in text.lower()
    assert made.bench.brief(None, most=9).notices == ()
    assert made.bench.at(Clocks(as_of=day(6) + timedelta(days=9))).brief(
        None, most=9
    ).cut_off == day(6)
