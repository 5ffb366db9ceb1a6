"""What the checks of a release find, and that every finding is true of the entries it names."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.demo import corpus
from sayso.errors import NotFound
from sayso.lists.unpack import unpack
from sayso.lists.upkeep.births import apart
from sayso.lists.upkeep.check import check, check_held, entry_file
from sayso.lists.upkeep.news import Held, is_later
from sayso.lists.upkeep.remarks import even
from sayso.model.ids import EntryId
from sayso.model.lists import DateInterval, ListRelease
from sayso.model.upkeep import DISCREPANCIES, Discrepancy, DiscrepancyKind, Severity
from sayso.model.vocabulary import ListChangeKind
from sayso.review.assemble import assemble
from tests.fakes import MemoryLists
from tests.lists.build import entity, individual, original, read, un_list
from tests.review.build import GROUP, Page, Said


def remarks(text: str) -> str:
    return f"<COMMENTS1>{text}</COMMENTS1>"


def born(year: int) -> str:
    date = f"<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>{year}</YEAR>"
    return f"<INDIVIDUAL_DATE_OF_BIRTH>{date}</INDIVIDUAL_DATE_OF_BIRTH>"


def reviewed(day: str) -> str:
    return f"Review pursuant to Security Council resolution 2610 (2021) was concluded on {day}."


def found(*elements: str) -> tuple[Discrepancy, ...]:
    return check(read(un_list(*elements)))


def kinds(*elements: str) -> list[tuple[DiscrepancyKind, str]]:
    fresh = (DiscrepancyKind.REVIEW_ABSENT, DiscrepancyKind.NO_IDENTIFIER)
    return [(one.kind, one.reference) for one in found(*elements) if one.kind not in fresh]


def test_an_entity_whose_leader_is_recorded_dead_cites_both_entries_and_who_leads_now():
    led = entity(more=remarks("Its leader is Zarmast Tolwak (QDi.901)."))
    dead = individual("QDi.901", more=remarks("Confirmed deceased on 13 June 2018."))
    heir = individual("QDi.902", "Kamran Wardak", remarks("Leader of Lashkar-e Sahra (QDe.901)."))
    person, leader = (d for d in found(led, dead, heir) if d.severity is Severity.HIGH)
    assert (leader.kind, leader.reference) == (DiscrepancyKind.LEADER_DECEASED, "QDe.901")
    assert leader.others == ("QDi.901", "QDi.902")
    assert [w.words for w in leader.words] == [
        "Its leader is Zarmast Tolwak (QDi.901).",
        "Confirmed deceased on 13 June 2018.",
        "Leader of Lashkar-e Sahra (QDe.901).",
    ]
    assert person.says == "listed, and recorded as deceased in the entry's own words"


def test_a_leader_or_reference_that_is_gone_is_told_with_the_release_that_had_it():
    lists = MemoryLists()
    old = un_list(entity(), individual("QDi.901"), generated="2025-01-01")
    new = un_list(entity(more=remarks("Its leader is Zarmast Tolwak (QDi.901).")))
    for text in (old, new):
        lists.add(read(text), original(text.encode()))
    newest = lists.in_force("un", "2026-12-31")
    assert newest is not None
    gone = [d for d in check_held(lists, newest, Held()) if d.others == ("QDi.901",)]
    assert [d.kind for d in gone] == [
        DiscrepancyKind.LEADER_NOT_LISTED,
        DiscrepancyKind.REFERENCE_ABSENT,
    ]
    assert all("not in un@2026-02-27, it was in un@2025-01-01" in d.says for d in gone)


def test_a_reference_whose_fate_the_remarks_tell_leads_nowhere_wrong():
    told = "Until 7 Sep. 2007 he was also listed under number QDi.999."
    assert kinds(individual(more=remarks(told) + born(1970))) == []


def test_a_date_of_birth_in_an_alias_that_the_entry_rules_out_is_a_question():
    alias = (
        "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>زرمست تولواک</ALIAS_NAME>"
        "<DATE_OF_BIRTH>{}</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>"
    )
    other = individual(more=born(1970) + alias.format("1969-02-05"))
    same = individual(more=born(1970) + alias.format("1970-02-05"))
    assert kinds(other) == [(DiscrepancyKind.BIRTH_CONTRADICTED, "QDi.901")]
    assert kinds(same) == []
    assert "زرمست تولواک" in found(other)[0].words[0].words


def test_years_of_birth_that_rule_each_other_out_are_of_low_severity():
    [one] = [d for d in found(individual(more=born(1970) + born(1971))) if "birth" in d.kind]
    assert (one.kind, one.severity) == (DiscrepancyKind.BIRTHS_APART, Severity.LOW)


def test_one_name_under_two_references_says_whether_the_births_agree():
    same = found(individual("QDi.901", more=born(1970)), individual("QDi.902", more=born(1970)))
    apart_ = found(individual("QDi.901", more=born(1970)), individual("QDi.902", more=born(1980)))
    assert DiscrepancyKind.SAME_NAME_AND_BIRTH in {d.kind for d in same}
    [shared] = [d for d in apart_ if d.kind is DiscrepancyKind.SHARED_NAME]
    assert shared.says.endswith("their dates of birth differ")
    assert shared.others == ("QDi.902",)


def test_a_review_is_old_after_the_committee_s_period_and_only_where_there_is_one():
    old, new = reviewed("26 February 2023"), reviewed("27 February 2023")
    assert kinds(entity(more=remarks(old))) == [(DiscrepancyKind.REVIEW_OLD, "QDe.901")]
    assert kinds(entity(more=remarks(new))) == []
    taliban = entity(more=remarks(old)).replace("Al-Qaida", "Taliban")
    assert kinds(taliban) == []


def test_fields_that_are_filled_and_say_nothing_are_named():
    blank = individual(more=born(1970) + "<NATIONALITY><VALUE>na</VALUE></NATIONALITY>")
    assert kinds(blank) == [(DiscrepancyKind.EMPTY_FIELD, "QDi.901")]


def held(*pages: Page) -> Held:
    knowledge = assemble([page.record() for page in pages])
    return Held(knowledge=knowledge, findings=tuple(knowledge.findings.values()))


def about_entry(published: str | None, status: str = "listed") -> Page:
    page = Page("The Invented Post", published)
    group = page.listed(page.name("Lashkar-e Sahra", GROUP), "QDe.901", status)
    page.claim(group, "supports", page.name("Kohdast Movement", GROUP), Said())
    return page


@pytest.mark.parametrize(
    ("published", "status", "news"),
    [
        ("2024-05-20", "listed", True),
        ("2024-05", "listed", True),
        ("2020", "listed", False),
        ("2019-12-31", "listed", False),
        (None, "listed", False),
        ("2024-05-20", "possible", False),
    ],
)
def test_findings_are_newer_only_when_surely_later_and_surely_of_the_entry(
    published: str | None, status: str, news: bool
):
    release = read(un_list(entity()))
    found = check(release, held=held(about_entry(published, status)))
    newer = [d for d in found if d.kind is DiscrepancyKind.NEWER_FINDINGS]
    assert bool(newer) is news
    assert all(len(d.findings) == 1 and published in d.says for d in newer)


def test_the_file_of_an_entry_tells_its_changes_and_what_others_say_of_it():
    lists = MemoryLists()
    old = un_list(individual(more=remarks("Active in Kunar.")), generated="2025-01-01")
    new = un_list(
        individual(more=remarks(f"Reportedly deceased in 2025. {reviewed('4 Dec. 2025')}")),
        entity(more=remarks("Zarmast Tolwak (QDi.901) is the leader of the front.")),
    )
    for text in (old, new):
        lists.add(read(text), original(text.encode()))
    newest = lists.in_force("un", "2026-12-31")
    assert newest is not None
    file = entry_file(lists, EntryId("un:QDi.901"), newest, Held())
    assert file.releases == ("un@2025-01-01", "un@2026-02-27")
    assert [change.change for _, change in file.changes] == [ListChangeKind.AMENDED_SUBSTANTIVE]
    assert [words.reference for words in file.said_elsewhere] == ["QDe.901"]
    assert (file.deceased, file.remarks) == (True, ("Reportedly deceased in 2025.",))
    assert [review.concluded_on for review in file.reviews] == ["2025-12-04"]
    with pytest.raises(NotFound, match=r"QDi\.999"):
        entry_file(lists, EntryId("un:QDi.999"), newest, Held())


@pytest.fixture(scope="module")
def shipped() -> ListRelease:
    return read(unpack(corpus.releases()[-1].content(), max_bytes=500_000_000))


def test_every_word_that_is_cited_stands_in_the_shipped_entry_that_it_is_cited_from(
    shipped: ListRelease,
):
    entries = {entry.reference: entry for entry in shipped.entries}
    for one in check(shipped):
        assert one.reference in entries
        for words in one.words:
            entry = entries[words.reference]
            if words.field == "remarks":
                assert words.words in even(entry.remarks)
            if words.field == "names":
                assert any(words.words.startswith(name.text) for name in entry.names)


def test_the_shipped_list_names_a_leader_whom_it_records_as_dead(shipped: ListRelease):
    leaders = {
        one.reference: one.others
        for one in check(shipped)
        if one.kind is DiscrepancyKind.LEADER_DECEASED
    }
    assert leaders["QDe.132"] == ("QDi.352", "QDi.427")


def test_the_order_is_that_of_the_classes_and_the_same_whatever_the_order_of_entries(
    shipped: ListRelease,
):
    once, again = check(shipped), check(shipped)
    assert once == again
    places = [list(DISCREPANCIES).index(one.kind) for one in once]
    assert places == sorted(places)


def test_the_product_s_own_voice_accuses_nobody(shipped: ListRelease):
    own = json.dumps([one.says for one in check(shipped)]).casefold()
    assert not any(word in own for word in ("terror", "suspect", "wanted", "criminal"))


years = st.integers(min_value=1900, max_value=2020)
births = st.builds(
    lambda year, span, about: DateInterval(
        start=f"{year}-01-01", end=f"{year + span}-12-31", approximate=about
    ),
    years,
    st.integers(min_value=0, max_value=9),
    st.booleans(),
)


@given(births, births)
def test_two_births_rule_each_other_out_both_ways_or_not_at_all(
    one: DateInterval, other: DateInterval
):
    assert apart(one, other) == apart(other, one)
    assert not apart(one, one)


@pytest.mark.parametrize(
    ("published", "later"), [("2024", False), ("2024-06", True), ("2024-05-20", False)]
)
def test_a_coarse_date_counts_from_its_first_day(published: str, later: bool):
    assert is_later(published, "2024-05-20") is later
