"""What came back stands with the words that it came back in."""

from sayso.review.assemble import assemble
from sayso.views.replies.text import reply_cell
from tests.review.build import BODY, GROUP, Page, Said, says, writes


def test_a_rejection_is_shown_in_its_own_words_and_the_denial_beside_it():
    page = Page("Courier", "2024-05-24")
    giver, taker = page.name("Sarband Authority", BODY), page.name("Kandor Front", GROUP)
    report = page.report_by("Kandor Panel")
    alleged = page.claim(giver, "supports", taker, Said(by=(writes(report),)))
    said = Said(by=(says(giver),), words="This report is propaganda.")
    page.rejects(page.claim(giver, "accusation", report, said), report)
    denial = Said(by=(says(giver),), factuality="CT-", words="It has no ties to anybody.")
    page.claim(giver, "tied_to", taker, denial)
    knowledge = assemble([page.record()])
    finding = knowledge.findings[knowledge.finding_of[alleged]]
    assert reply_cell(knowledge, finding) == (
        "the party concerned rejected the document as a whole: Sarband Authority: "
        "“This report is propaganda”; denied besides: Sarband Authority: "
        "“It has no ties to anybody”"
    )
