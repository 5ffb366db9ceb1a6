"""One report, how the press carried it, and how it was answered: the whole of review at work."""

from dataclasses import dataclass

from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import FindingStatus, LinkKind, Reply
from sayso.review.assemble import assemble
from tests.review.build import (
    AFGHANISTAN,
    AN_OFFICIAL,
    BODY,
    FACILITY,
    GHAZNI,
    GROUP,
    KUNAR,
    Page,
    Said,
    writes,
)

PANEL, NETWORK, AUTHORITY = "Panel on Observance", "Al-Liwa Network", "Sarband Authority"


@dataclass
class Case:
    """The cluster, with the claims that the tests ask about."""

    pages: list[Page]
    reported: ClaimId
    rejection: ClaimId
    denial: ClaimId
    elsewhere: ClaimId

    def known(self) -> Knowledge:
        """Assemble all pages."""
        return assemble([page.record() for page in self.pages])


def carried(page: Page, place: object = GHAZNI) -> ClaimId:
    """Let a page carry the report's camps."""
    network, camps = page.name(NETWORK, GROUP), page.nominal("up to eight camps", FACILITY)
    report = page.report_by(PANEL)
    said = Said(by=(writes(report),), changes={"place": place}, figure=8)
    return page.claim(network, "operates", camps, said)


def case() -> Case:
    panel = Page(PANEL, "2024-05-20", kind="report")
    network, camps = panel.name(NETWORK, GROUP), panel.nominal("eight training camps", FACILITY)
    reported = panel.claim(network, "operates", camps, Said(by=(AN_OFFICIAL,), place=GHAZNI))
    papers = [Page(name, "2024-05-24") for name in ("Wire", "Courier", "Daily")]
    for paper in papers:
        carried(paper)
    statement = Page(AUTHORITY, "2024-05-23", kind="statement")
    authority = statement.name(AUTHORITY, BODY)
    report = statement.report_by(PANEL)
    rejection = statement.claim(authority, "accusation", report)
    statement.rejects(rejection, report)
    denial = statement.claim(
        statement.name(NETWORK, GROUP),
        "located_in",
        statement.place(AFGHANISTAN),
        Said(factuality="CT-"),
    )
    observer = Page("Observer", "2024-05-25")
    elsewhere = carried(observer, KUNAR)
    return Case([panel, *papers, statement, observer], reported, rejection, denial, elsewhere)


def of(knowledge: Knowledge, claim: ClaimId) -> Finding:
    return knowledge.findings[knowledge.finding_of[claim]]


def test_a_report_and_all_who_carry_it_are_one_root_and_the_party_that_answers_contests_it():
    the = case()
    finding = of(the.known(), the.reported)
    assert [(r.name, r.stance, len(r.claims)) for r in finding.roots] == [
        (PANEL, "+", 4),
        (AUTHORITY, "-", 1),
    ]
    assert (finding.status, finding.reply) == (FindingStatus.CONTESTED, Reply.GENERAL_REJECTION)
    assert set(finding.replies) == {the.rejection, the.denial}
    assert finding.explanation == (
        "1 independent source (Panel on Observance) says so; "
        "denied by Sarband Authority (concerned) (5 claims in 5 documents)."
    )


def test_the_province_that_one_paper_alone_gives_is_a_finding_of_its_own():
    the = case()
    knowledge = the.known()
    assert of(knowledge, the.elsewhere).claims == (the.elsewhere,)
    assert of(knowledge, the.elsewhere).place_code == "AF-KNR"


def test_the_statement_stays_the_parties_own_voice():
    the = case()
    finding = of(the.known(), the.denial)
    assert (finding.status, [r.name for r in finding.roots]) == (FindingStatus.DENIED, [AUTHORITY])


def test_all_names_of_the_report_are_one_document_that_is_held():
    the = case()
    knowledge = the.known()
    reports = {
        knowledge.entity_of[e]
        for p in the.pages
        for e in p.entities
        if "report" in p.entities[e].name
    }
    assert len(reports) == 1


def test_every_link_has_ends_that_exist_and_every_claim_one_finding_at_most():
    knowledge = case().known()
    for link in knowledge.links:
        assert link.a in knowledge.claims
        assert link.b in knowledge.claims or link.kind is LinkKind.REJECTS_DOCUMENT
    claims = [claim for finding in knowledge.findings.values() for claim in finding.claims]
    assert len(claims) == len(set(claims)) == len(knowledge.finding_of)


def test_the_same_document_given_twice_counts_once():
    records = [page.record() for page in case().pages]
    assert assemble([*records, *records]) == assemble(records)


def test_nothing_follows_from_nothing():
    assert assemble([]) == Knowledge()


def test_the_view_keeps_the_records_in_the_order_in_which_they_were_added():
    records = [page.record() for page in case().pages]
    assert [r.document.id for r in records] == list(assemble(records).records)


def test_a_later_reader_of_a_claim_finds_its_link_to_what_was_said_elsewhere():
    the = case()
    links = {(x.kind, x.a, x.b) for x in the.known().links}
    assert (LinkKind.CONTRADICTS, the.denial, the.reported) in links
