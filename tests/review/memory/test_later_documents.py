"""What a later document changes in what earlier documents told."""

from sayso.model.findings import Finding, Judgement, Record
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import FindingStatus
from sayso.review.assemble import Review
from tests.review.build import (
    AFGHANISTAN,
    BODY,
    FACILITY,
    GHAZNI,
    GROUP,
    KUNAR,
    OUTLET,
    PERSON,
    REPORT,
    Page,
    PlaceMention,
    Said,
    judge,
    says,
    writes,
)


class Project:
    """Pages that come one by one."""

    def __init__(self) -> None:
        self.review = Review()
        self.records: list[Record] = []

    def add(self, page: Page) -> None:
        """Let one more page come."""
        self.records.append(page.record())
        self.review.assemble(self.records)

    def finding(self, claim: ClaimId, *judgements: Judgement) -> Finding:
        """Give the finding of a claim as it stands now."""
        known = self.review.assemble(self.records, judgements)
        return known.findings[known.finding_of[claim]]


def page_of_camps() -> tuple[Page, ClaimId]:
    page = Page("Herat Courier", "2024-05-20")
    front, camps = page.name("Kandor Front", GROUP), page.nominal("eight camps", FACILITY)
    return page, page.claim(front, "operates", camps, Said(place=GHAZNI))


def denial_of_presence(place: PlaceMention, day: str) -> Page:
    page = Page("Kandor Front", day, kind="statement")
    front = page.name("Kandor Front", GROUP)
    page.claim(front, "located_in", page.place(place), Said(factuality="CT-"))
    return page


def test_a_later_denial_of_the_whole_country_contests_the_camps_in_a_province():
    project = Project()
    page, camps = page_of_camps()
    project.add(page)
    project.add(denial_of_presence(KUNAR, "2024-05-21"))
    assert project.finding(camps).status is FindingStatus.ASSERTED
    project.add(denial_of_presence(AFGHANISTAN, "2024-05-22"))
    assert project.finding(camps).status is FindingStatus.CONTESTED


def test_a_denial_that_was_rejected_in_review_contests_no_longer():
    project = Project()
    page, camps = page_of_camps()
    project.add(page)
    denial = denial_of_presence(AFGHANISTAN, "2024-05-22")
    project.add(denial)
    assert project.finding(camps).status is FindingStatus.CONTESTED
    assert (
        project.finding(camps, judge(denial.claims[0].id, "reject")).status
        is FindingStatus.ASSERTED
    )


def test_a_paper_that_is_named_later_becomes_the_root_of_what_it_printed():
    project = Project()
    page, camps = page_of_camps()
    project.add(page)
    assert [root.name for root in project.finding(camps).roots] == ["Herat Courier"]
    quoting = Page("Gulf Standard", "2024-05-21")
    courier = quoting.name("Herat Courier", OUTLET)
    front, camps_too = quoting.name("Kandor Front", GROUP), quoting.nominal("camps", FACILITY)
    quoting.claim(front, "operates", camps_too, Said(by=(says(courier),), place=GHAZNI))
    project.add(quoting)
    assert [len(root.claims) for root in project.finding(camps).roots] == [2]


def test_the_author_of_a_report_that_is_told_later_is_the_root_of_what_it_says():
    project = Project()
    citing = Page("Herat Courier", "2024-05-20")
    report = citing.name("Valley Camps Review", REPORT)
    front, camps = citing.name("Kandor Front", GROUP), citing.nominal("eight camps", FACILITY)
    claim = citing.claim(front, "operates", camps, Said(by=(writes(report),), place=GHAZNI))
    project.add(citing)
    assert [root.name for root in project.finding(claim).roots] == ["Valley Camps Review"]
    telling = Page("Gulf Standard", "2024-05-21")
    panel, same = (
        telling.name("Panel on Observance", BODY),
        telling.name("Valley Camps Review", REPORT),
    )
    telling.claim(panel, "authored", same)
    project.add(telling)
    assert [root.name for root in project.finding(claim).roots] == ["Panel on Observance"]


def test_a_later_word_on_whom_a_person_speaks_for_makes_his_denial_the_partys():
    project = Project()
    page, camps = page_of_camps()
    project.add(page)
    answer = Page("Gulf Standard", "2024-05-21")
    speaker, front = answer.name("Idris Wardak", PERSON), answer.name("Kandor Front", GROUP)
    answer.claim(
        front,
        "operates",
        answer.nominal("camps", FACILITY),
        Said(by=(says(speaker),), factuality="CT-", place=GHAZNI),
    )
    project.add(answer)
    assert project.finding(camps).status is FindingStatus.DISPUTED_BY_THIRD_PARTY
    naming = Page("Radio Pamir", "2024-05-22")
    naming.claim(
        naming.name("Idris Wardak", PERSON), "spokesperson_for", naming.name("Kandor Front", GROUP)
    )
    project.add(naming)
    assert project.finding(camps).status is FindingStatus.CONTESTED


def test_an_older_report_that_comes_late_is_the_first_of_its_story():
    project = Project()
    story = " ".join(f"The {n}th thing that a witness saw in the valley." for n in range(12))
    pages = []
    for paper, day in (("Herat Courier", "2024-05-23"), ("Meridian Wire", "2024-05-21")):
        page = Page(paper, day)
        page.write(story)
        front, camps = page.name("Kandor Front", GROUP), page.nominal("eight camps", FACILITY)
        page.claim(front, "operates", camps, Said(place=GHAZNI))
        pages.append(page)
        project.add(page)
    roots = project.finding(pages[0].claims[0].id).roots
    assert [(root.name, len(root.claims)) for root in roots] == [("Meridian Wire", 2)]
