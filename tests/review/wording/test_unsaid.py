"""What words take back, and what only sounds like it."""

import pytest

from sayso.model.findings import Finding
from sayso.model.ids import ClaimId, Span
from sayso.model.vocabulary import FindingStatus
from sayso.review.assemble import assemble
from tests.review.build import GROUP, REPORT, Page, Said, says

THEN, LATER = "2024-05-24", "2024-06-24"


def supports(page: Page, sentence: str, by: str | None = "Valley Watch") -> ClaimId:
    """Put a sentence on a page in which a claim stands at the word "supports"."""
    front, band = page.name("Aral Front", GROUP), page.name("Baghlan Band", GROUP)
    speaker = () if by is None else (says(page.name(by, GROUP)),)
    start = len(page.text) + sentence.index("supports")
    changes = {"trigger": Span(start, start + len("supports"))}
    return page.claim(front, "supports", band, Said(by=speaker, words=sentence, changes=changes))


def after(sentence: str, by: str | None = "Valley Watch") -> Finding:
    """Give the finding of an allegation after a later sentence on it."""
    first, later = Page("Courier", THEN), Page("Courier", LATER)
    claim = supports(first, "The Aral Front supports the Baghlan Band.", by)
    supports(later, sentence, by)
    knowledge = assemble([first.record(), later.record()])
    return knowledge.findings[knowledge.finding_of[claim]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Valley Watch has withdrawn its claim that the Front supports the Band.",
        "Valley Watch has since retracted the earlier allegation that the Front supports the Band.",
        "Valley Watch took back its statement that the Front supports the Band.",
        "Valley Watch said that its earlier report that the Front supports the Band was wrong.",
        "Valley Watch no longer says that the Front supports the Band.",
        "Valley Watch corrected its report that the Front supports the Band.",
    ],
)
def test_what_a_source_takes_back_is_retracted(sentence: str):
    finding = after(sentence)
    assert finding.status is FindingStatus.RETRACTED
    assert finding.roots_with("+") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The Front asked Valley Watch to retract its claim that the Front supports the Band.",
        "Valley Watch has not withdrawn its claim that the Front supports the Band.",
        "Valley Watch withdrew its staff and said that the Front supports the Band.",
        "Valley Watch stands by its report and says that the Front supports the Band.",
        "Valley Watch said that a report that the Front supports the Band was false.",
    ],
)
def test_what_is_not_taken_back_stands(sentence: str):
    assert after(sentence).status is FindingStatus.ASSERTED


@pytest.mark.parametrize(
    "sentence",
    [
        "An earlier version of this article said that the Front supports the Band.",
        "In a previous version of our story, we reported that the Front supports the Band.",
        "The Courier apologises for reporting that the Front supports the Band.",
        "The Courier wrongly reported that the Front supports the Band.",
    ],
)
def test_a_paper_takes_back_what_it_said_itself(sentence: str):
    finding = after(sentence, by=None)
    assert finding.status is FindingStatus.RETRACTED
    assert sentence in "".join(reason for root in finding.roots for reason in root.reasons)


def test_a_paper_that_calls_another_wrong_takes_nothing_back():
    finding = after("The Courier wrongly reported that the Front supports the Band.", "Radio Pamir")
    assert finding.status is FindingStatus.ASSERTED


def test_a_version_of_somebody_elses_report_is_no_correction():
    finding = after("An earlier version of the report said that the Front supports the Band.")
    assert finding.status is FindingStatus.ASSERTED


def test_a_withdrawal_leaves_what_other_reports_of_the_author_say():
    wire, others = (
        Page("Wire", LATER),
        [Page("Valley Watch", day, kind="report") for day in ("2024-01-05", "2024-04-05")],
    )
    claims = [supports(page, "The Aral Front supports the Baghlan Band.", None) for page in others]
    wire.name("Valley Watch", GROUP)
    report = wire.nominal("report", REPORT)
    wire.write("Valley Watch has withdrawn its report.")
    for entity, words in ((report, "report"), (next(iter(wire.entities)), "Valley Watch")):
        wire.mention(entity, words)
    knowledge = assemble([page.record() for page in (wire, *others)])
    finding = knowledge.findings[knowledge.finding_of[claims[0]]]
    assert finding.status is FindingStatus.ASSERTED  # which of the two is not told
