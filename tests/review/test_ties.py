"""Ties and their intervals, and the order of findings."""

import pytest

from sayso.model.vocabulary import Realis
from sayso.review.assemble import assemble
from sayso.review.ties import interval
from tests.review.build import BODY, FACILITY, GROUP, Page, Said, says


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([], (None, None)),
        (["2021"], ("2021", "2021")),
        (["2021/.."], ("2021", None)),
        (["../2019"], (None, "2019")),
        (["2021-03~/2023", "2020"], ("2020", "2023")),
        (["2021/2022", "2021/.."], ("2021", None)),
    ],
)
def test_an_interval_reaches_from_the_earliest_start_to_the_latest_end(
    times: list[str], expected: tuple[str | None, str | None]
):
    page = Page("Courier", "2024-05-24")
    for time in times:
        page.claim(page.name("Aral Front", GROUP), "leads", None, Said(time=time))
    assert interval(page.claims) == expected


def test_a_relation_between_two_named_parties_is_a_tie_with_its_status():
    page = Page("Courier", "2024-05-24")
    one, other = page.name("Aral Front", GROUP), page.name("Baghlan Front", GROUP)
    page.claim(one, "allied_with", other, Said(time="2021/..", factuality="Uu"))
    [tie] = assemble([page.record()]).ties
    assert (tie.start, tie.end, tie.status.value) == ("2021", None, "unclear")


def test_the_time_of_a_denial_is_not_the_time_of_the_tie():
    page = Page("Courier", "2024-05-24")
    one, other = page.name("Aral Front", GROUP), page.name("Baghlan Front", GROUP)
    page.claim(one, "allied_with", other, Said(time="2021"))
    page.claim(one, "allied_with", other, Said(time="2019", factuality="CT-", by=(says(one),)))
    ties = assemble([page.record()]).ties
    assert [(tie.status.value, tie.start) for tie in ties] == [
        ("asserted", "2021"),
        ("denied", None),
    ]


def test_an_event_and_a_thing_without_a_name_make_no_tie():
    page = Page("Courier", "2024-05-24")
    one, other = page.name("Aral Front", GROUP), page.name("Baghlan Front", GROUP)
    page.claim(one, "attack", other)
    page.claim(one, "operates", page.nominal("two camps", FACILITY))
    assert assemble([page.record()]).ties == ()


def test_what_is_only_planned_or_conditional_ties_nobody():
    page = Page("Courier", "2024-05-24")
    one, other = page.name("Aral Front", GROUP), page.name("Baghlan Front", GROUP)
    for realis in (Realis.PROSPECTIVE, Realis.HYPOTHETICAL):
        page.claim(one, "supports", other, Said(changes={"realis": realis}))
    assert assemble([page.record()]).ties == ()


def test_contested_findings_come_first_and_then_those_of_listed_parties():
    page = Page("Courier", "2024-05-24")
    aral, baghlan = page.name("Aral Front", GROUP), page.name("Baghlan Front", GROUP)
    listed = page.listed(page.name("Chaman Front", GROUP), "QDe.900")
    state = page.name("Sarband Authority", BODY)
    plain = page.claim(aral, "opposes", baghlan)
    twice = [page.claim(state, "opposes", aral, Said(by=(says(s),))) for s in (state, aral)]
    of_listed = page.claim(aral, "opposes", listed)
    contested = page.claim(state, "supports", baghlan)
    page.claim(state, "supports", baghlan, Said(factuality="CT-", by=(says(state),)))
    knowledge = assemble([page.record()])
    expected = [knowledge.finding_of[c] for c in (contested, of_listed, twice[0], plain)]
    assert list(knowledge.findings) == expected
