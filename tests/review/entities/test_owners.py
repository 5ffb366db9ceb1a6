"""Whose a nameless thing is, from the words around it."""

import pytest

from sayso.model.vocabulary import MentionKind
from sayso.review.entities.owners import find_owners
from tests.review.build import BODY, FACILITY, GROUP, REPORT, Page


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("It rejected a report by the Panel on Observance which said so.", "a report"),
        ("It rejected a report by the Panel on Observance.", "a report by the Panel on Observance"),
        ("It rejected the Panel on Observance's report.", "report"),
        ("It rejected the Panel on Observance report.", "the Panel on Observance report"),
        ("A report, issued by the Panel on Observance, said so.", "A report"),
    ],
)
def test_the_author_of_a_report_is_read_from_the_words_around_it(sentence: str, thing: str):
    page = Page("Courier")
    panel, report = page.name("Panel on Observance", BODY), page.nominal("the paper", REPORT)
    page.write(sentence)
    page.mention(panel, "Panel on Observance")
    page.mention(report, thing, MentionKind.NOMINAL)
    assert find_owners(page.record()) == {report: panel}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Al-Liwa Network reads a report.",
        "A report on the Al-Liwa Network was leaked.",
        "A report says that the Al-Liwa Network is there.",
    ],
)
def test_who_a_report_is_about_has_not_written_it(sentence: str):
    page = Page("Courier")
    network, report = page.name("Al-Liwa Network", GROUP), page.nominal("the paper", REPORT)
    page.write(sentence)
    page.mention(network, "Al-Liwa Network")
    page.mention(report, "eport", MentionKind.NOMINAL)
    assert find_owners(page.record()) == {}


def test_a_report_on_a_group_by_a_panel_is_the_panels():
    page = Page("Courier")
    network, panel = page.name("Al-Liwa Network", GROUP), page.name("Panel on Observance", BODY)
    report = page.nominal("the paper", REPORT)
    page.write("a report on the Al-Liwa Network by the Panel on Observance")
    page.mention(network, "Al-Liwa Network")
    page.mention(panel, "Panel on Observance")
    page.mention(
        report, "a report on the Al-Liwa Network by the Panel on Observance", MentionKind.NOMINAL
    )
    assert find_owners(page.record()) == {report: panel}


def test_who_is_said_to_run_a_camp_owns_it_also_when_it_is_denied():
    page = Page("Courier")
    network, camps = page.name("Al-Liwa Network", GROUP), page.nominal("eight camps", FACILITY)
    page.claim(network, "operates", camps)
    assert find_owners(page.record()) == {camps: network}


def test_the_report_is_the_one_that_the_text_has_spoken_of():
    page = Page("Courier")
    first, second = page.report_by("Panel on Observance"), page.nominal("the report", REPORT)
    owners = find_owners(page.record())
    assert owners[first] == owners[second]


def test_the_report_of_one_of_two_authors_is_neithers():
    page = Page("Courier")
    page.report_by("Panel on Observance")
    page.report_by("Valley Watch")
    third = page.nominal("the report", REPORT)
    assert third not in find_owners(page.record())
