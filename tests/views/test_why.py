"""Why: the exact words, who said them through whom, and who denies them."""

import pytest

from sayso.errors import NotFound
from sayso.model.findings import Knowledge
from sayso.model.ids import Span
from sayso.review.assemble import assemble
from sayso.views.why import explain, render
from tests.review.build import BODY, GHAZNI, GROUP, Page, Said, says, writes
from tests.views.build import NOTICE
from tests.views.kandor import case


@pytest.fixture(scope="module")
def kandor() -> Knowledge:
    return case()


def test_every_word_shown_stands_in_its_document(kandor: Knowledge):
    texts = [record.document.text for record in kandor.records.values()]
    for key in kandor.findings:
        why = explain(kandor, key)
        shown = [e for root in why.roots for e in root.evidence] + [*why.replies, *why.rejections]
        assert shown
        assert all(any(e.words in text for text in texts) for e in shown)


def test_the_denial_stands_below_the_allegation_and_the_rejection_apart(kandor: Knowledge):
    text = render(explain(kandor, "f-000000000001"))
    parts = [
        "Status: contested. the Kandor Panel says so, and the Zarnawa Front denies it",
        "Says so: Kandor Panel",
        "The Kandor Post → A report by the Kandor Panel",
        "Says that it is not so: Zarnawa Front, the party concerned",
        "Replies of the party concerned",
        "Rejections of the document as a whole",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert NOTICE in text


def test_the_same_words_in_many_papers_stand_once_with_every_place_and_the_notice_once():
    report, papers = (
        "Panel on Observance",
        [Page(f"Paper {n}", "2024-05-24", notice=NOTICE) for n in range(3)],
    )
    for page in papers:
        author = page.report_by(report)
        front, band = page.name("Aral Front", GROUP), page.name("Baghlan Band", GROUP)
        page.claim(front, "supports", band, Said(by=(writes(author),), words="It pays them."))
    text = render(explain(assemble([p.record() for p in papers]), "f-"))
    assert (text.count("“It pays them.”"), text.count(NOTICE)) == (1, 1)
    assert all(f"Paper {n} → " in text for n in range(3))


def test_parties_are_shown_with_their_standing(kandor: Knowledge):
    assert explain(kandor, "f-000000000002").parties == (
        "Zarnawa Front (not listed)",
        "Sorkh Network (QDe.999)",
    )


def test_where_nothing_was_replied_it_says_so(kandor: Knowledge):
    text = render(explain(kandor, "f-000000000005"))
    assert "Reply: no reply of the party concerned is held." in text


def test_an_unnamed_source_is_shown_as_not_counted(kandor: Knowledge):
    text = render(explain(kandor, "f-000000000008"))
    assert "a former official (not named, so not counted as a source)" in text


def test_a_finding_is_found_by_the_names_of_its_two_ends(kandor: Knowledge):
    assert explain(kandor, "Zarnawa Front Sorkh Network").finding == "f-000000000002"


def test_a_beginning_that_several_share_is_refused_with_their_names(kandor: Knowledge):
    with pytest.raises(NotFound, match=r"9 findings fit 'f-0'.*f-000000000001 \(contested"):
        explain(kandor, "f-0")


@pytest.mark.parametrize("key", ["f-000000000011", "Zarnawa Front and nobody", ""])
def test_what_is_not_known_is_refused_with_a_next_step(kandor: Knowledge, key: str):
    with pytest.raises(NotFound, match="`sayso findings` lists them"):
        explain(kandor, key)


def test_a_slip_of_the_pen_gets_the_nearest_id(kandor: Knowledge):
    with pytest.raises(NotFound, match="near it: f-0"):
        explain(kandor, "f-00000000000l")


def taken_back() -> Knowledge:
    """Give an allegation with two carriers that its source takes back, and a denial of a part."""
    pages = [Page("Meridian Wire", "2024-05-24"), Page("Courier", "2024-05-25")]
    for page in pages:
        watch = page.name("Valley Watch", BODY)
        front, band = page.name("Aral Front", GROUP), page.name("Baghlan Band", GROUP)
        page.claim(front, "supports", band, Said(by=(says(watch),)))
    later = Page("Courier", "2024-06-25")
    front, band = later.name("Aral Front", GROUP), later.name("Baghlan Band", GROUP)
    watch = later.name("Valley Watch", BODY)
    words = "Valley Watch has withdrawn its claim that the Front supports the Band."
    start = len(later.text) + words.index("supports")
    changes = {"trigger": Span(start, start + len("supports"))}
    later.claim(front, "supports", band, Said(by=(says(watch),), words=words, changes=changes))
    denial = Said(by=(says(front),), factuality="CT-", place=GHAZNI)
    later.claim(front, "supports", band, denial)
    return assemble([page.record() for page in (*pages, later)])


def test_what_was_taken_back_says_so_with_the_words_and_the_place():
    knowledge = taken_back()
    text = render(explain(knowledge, first(knowledge)))
    assert "Said so, and stands by it no more: Valley Watch" in text
    assert "Took it back: Valley Watch" in text
    assert "it was taken back: “Valley Watch has withdrawn its claim" in text
    assert "(Courier, 2024-06-25, para. " in text


def test_a_denial_of_a_part_stands_beside_it_and_not_among_the_denials():
    knowledge = taken_back()
    why = explain(knowledge, first(knowledge))
    assert [one.reason for one in why.beside] == ["the denial is of Ghazni alone"]
    assert why.replies == ()
    assert "Beside it, both can be true" in render(why)


def test_the_right_of_reply_is_told_for_each_party():
    knowledge = taken_back()
    text = render(explain(knowledge, first(knowledge)))
    assert "Baghlan Band (not listed): nobody is known to have asked" in text
    assert "Aral Front (not listed): in Courier on 25 June 2024, answered: “" in text


def first(knowledge: Knowledge) -> str:
    """Give the finding without a place."""
    return next(f.id for f in knowledge.findings.values() if f.place is None)
