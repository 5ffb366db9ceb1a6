"""Which documents carry the same story."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.review.copies import credited_agency, find_stories
from tests.review.build import Page

STORY = [
    f"The {n}th paragraph of the story tells in {n} words what a witness of village {n} has seen."
    for n in range(12)
]


def carrying(publisher: str, published: str | None, *sentences: str) -> Page:
    page = Page(publisher, published)
    for sentence in sentences:
        page.write(sentence)
    return page


def stories(*pages: Page) -> list[str]:
    documents = [page.record().document for page in pages]
    found = find_stories(documents)
    names = {d.id: d.publisher or "" for d in documents}
    return [names[found[d.id]] for d in documents]


def test_a_copy_and_a_shortened_copy_belong_to_the_first_that_carried_the_story():
    wire = carrying("Meridian Wire", "2024-05-23", *STORY)
    copy = carrying("Herat Courier", "2024-05-24", *STORY)
    short = carrying("Gulf Standard", "2024-05-24", *STORY[:6])
    assert stories(short, copy, wire) == ["Meridian Wire"] * 3


def test_an_undated_copy_is_not_taken_for_the_first():
    undated = carrying("Archive", None, *STORY)
    dated = carrying("Meridian Wire", "2024-05-23", *STORY)
    assert stories(undated, dated) == ["Meridian Wire"] * 2


def test_a_statement_within_a_long_report_is_not_the_report():
    statement = carrying("Authority", "2024-05-23", *STORY[:3])
    report = carrying("Panel", "2024-05-24", *STORY)
    assert stories(statement, report) == ["Authority", "Panel"]


def test_two_stories_with_a_boilerplate_in_common_are_two():
    boilerplate = "All rights reserved by the publisher; write to us at the address given below."
    one = carrying("Courier", "2024-05-23", boilerplate, *STORY[:6])
    other = carrying("Radio Pamir", "2024-05-24", boilerplate, *STORY[6:])
    assert stories(one, other) == ["Courier", "Radio Pamir"]


@pytest.mark.parametrize(
    "line",
    [
        "KABUL, 23 May 2024 (Meridian Wire) - The Authority",
        "ARISH, Kandor, June 4 (Meridian Wire) — Twenty persons",
        "Herat (Meridian Wire) -- 20 persons",
        "(Meridian Wire) – “The Authority",
    ],
)
def test_the_agency_in_the_dateline_is_credited(line: str):
    page = carrying("Courier", "2024-05-23", line)
    assert credited_agency(page.record().document) == "Meridian Wire"


@pytest.mark.parametrize(
    "line",
    [
        "The Front (KLF) said so - and left.",
        "The Kandor Front (KF) - an armed group - runs camps.",
        "Kandor Front (Jabhat)-backed fighters run camps.",
        "Kandor Front (KF) - Kandor's largest group - runs camps.",
        "JABHAT (The Front) - which is armed - runs camps.",
    ],
)
def test_the_short_name_of_a_group_is_no_agency_that_its_accusers_credit(line: str):
    page = carrying("Courier", "2024-05-23", line)
    assert credited_agency(page.record().document) is None


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(STORY), max_size=12), max_size=6))
def test_stories_do_not_depend_on_the_order_of_documents(texts: list[list[str]]):
    documents = [
        carrying(f"Paper {n}", f"2024-05-2{n}", *text).record().document
        for n, text in enumerate(texts)
    ]
    found = dict(find_stories(documents))
    assert dict(find_stories(documents[::-1])) == found
    assert all(found[first] == first for first in found.values())
