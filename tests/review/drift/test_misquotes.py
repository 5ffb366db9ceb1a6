"""What a misquotation does to findings, and what rests on it."""

from sayso.model.findings import Finding, Knowledge
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import FindingStatus, LinkKind
from sayso.review.assemble import assemble
from tests.review.build import (
    AFGHANISTAN,
    BODY,
    GHAZNI,
    GROUP,
    OUTLET,
    Page,
    Said,
    judge,
    says,
    site,
)
from tests.review.drift.build import (
    NETWORK,
    Account,
    camps,
    exactly,
    funds,
    listed,
    report,
)

LAGHMAN, LOGAR = site("Laghman", "AF-LAG"), site("Logar", "AF-LOG")


def known(*pages: Page) -> Knowledge:
    return assemble([page.record() for page in pages])


def of(knowledge: Knowledge, claim: ClaimId) -> Finding:
    return knowledge.findings[knowledge.finding_of[claim]]


def misquoting(knowledge: Knowledge) -> dict[ClaimId, str]:
    return {x.a: x.reason for x in knowledge.links if x.kind is LinkKind.MISQUOTES}


def of_logar() -> tuple[Page, Account, ClaimId]:
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN))
    listed(account, (GHAZNI, LOGAR), by=account.cites)
    return primary, account, account.claims[-1].id


def test_what_only_a_misquotation_says_is_told_otherwise_by_the_primary():
    primary, account, wrong = of_logar()
    finding = of(known(primary, account), wrong)
    assert finding.status is FindingStatus.PRIMARY_DIFFERS
    assert "Logar, where the primary has Laghman" in finding.explanation
    assert finding.roots_with("+") == ()


def test_the_items_of_a_list_that_are_right_are_not_touched():
    primary, account, _ = of_logar()
    right = account.claims[0].id
    finding = of(known(primary, account), right)
    assert (finding.status, len(finding.roots_with("+"))) == (FindingStatus.ASSERTED, 1)


def test_a_misquotation_corroborates_nobody_who_says_the_same():
    primary, account, wrong = of_logar()
    other = Page("Herald", "2024-05-25")
    camps(other, Said(place=LOGAR))
    finding = of(known(primary, account, other), wrong)
    assert finding.status is FindingStatus.ASSERTED
    assert [root.name for root in finding.roots_with("+")] == ["Herald"]
    assert "not counted" in finding.explanation


def test_a_denial_of_what_was_only_misquoted_stands_and_makes_no_contest():
    primary, account, wrong = of_logar()
    reply = Page("Herald", "2024-05-26")
    network = reply.name(NETWORK, GROUP)
    camps(reply, Said(place=LOGAR, factuality="CT-", by=(says(network),)))
    finding = of(known(primary, account, reply), wrong)
    assert finding.status is FindingStatus.PRIMARY_DIFFERS
    assert f"denied by {NETWORK} (concerned)" in finding.explanation
    assert finding.replies


def test_a_hedge_that_the_press_drops_does_not_make_the_finding_firm():
    primary, account = report(), Account()
    claim = funds(primary, "Kohsar Tehreek", Said(factuality="PS+"))
    funds(account, "Kohsar Tehreek", account.says_it_says())
    assert of(known(primary, account), claim).status is FindingStatus.HEDGED


def test_what_the_report_leaves_open_is_not_settled_by_who_quotes_it():
    primary, account = report(), Account()
    claim = funds(primary, "Kohsar Tehreek", Said(factuality="Uu"))
    funds(account, "Kohsar Tehreek", account.says_it_says())
    assert of(known(primary, account), claim).status is FindingStatus.PRIMARY_DIFFERS


def test_a_coarser_account_misquotes_nothing():
    primary, account = report(), Account()
    listed(primary, (GHAZNI, LAGHMAN), figure=8)
    camps(account, account.says_it_says(place=AFGHANISTAN))
    assert misquoting(known(primary, account)) == {}


def test_a_number_that_is_misquoted_marks_its_claim_and_leaves_the_finding():
    primary, account, faithful = report(), Account(), Account("Herald")
    camps(primary, Said(place=GHAZNI, figure=8))
    exact = {"quantity": exactly(8)}
    wrong = camps(account, account.says_it_says(place=GHAZNI, changes=exact))
    camps(faithful, faithful.says_it_says(place=GHAZNI, figure=8))
    knowledge = known(primary, account, faithful)
    assert list(misquoting(knowledge)) == [wrong]
    assert of(knowledge, wrong).status is FindingStatus.ASSERTED


def test_what_rests_on_a_misquoted_place_is_marked_in_the_account_and_beyond():
    primary, account, wrong = of_logar()
    network = account.name(NETWORK, GROUP)
    derived = account.claim(network, "located_in", account.place(LOGAR))
    residents = says(account.name("Residents' Council of Logar", BODY))
    own = account.claim(network, "located_in", account.place(LOGAR), Said(by=(residents,)))
    citing = Page("Northern Review", "2024-05-28")
    courier = citing.name("Courier", OUTLET)
    taken = camps(citing, Said(place=LOGAR, by=(says(courier),)))
    account.name("Courier", OUTLET)
    marks = misquoting(known(primary, account, citing))
    assert set(marks) == {wrong, derived, taken}
    assert own not in marks
    assert wrong in marks[derived]


def test_what_a_body_says_elsewhere_is_not_measured_against_its_report():
    primary, page = report(), Page("Courier", "2024-05-24")
    camps(primary, Said(place=LAGHMAN))
    panel = says(page.name("Panel on Kandor", BODY))
    camps(page, Said(place=LOGAR, by=(panel,)))
    assert misquoting(known(primary, page)) == {}


def test_a_report_that_cites_itself_and_reports_that_cite_each_other_end():
    one, other = Account("Panel on Kandor"), Account("Courier")
    for page in (one, other):
        camps(page, page.says_it_says(place=GHAZNI))
    assert misquoting(known(one, other)) == {}


def test_the_order_of_adding_changes_no_mark():
    pages = of_logar()[:2]
    assert misquoting(known(*pages)) == misquoting(known(*pages[::-1]))


def test_a_rejected_claim_misquotes_nobody():
    primary, account, wrong = of_logar()
    records = [primary.record(), account.record()]
    assert misquoting(assemble(records, [judge(wrong, "reject")])) == {}
