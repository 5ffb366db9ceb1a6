"""What denials, rejections and silence do to a finding."""

import pytest

from sayso.model.ids import ClaimId
from sayso.model.vocabulary import FindingStatus, Reply
from tests.review.build import (
    AFGHANISTAN,
    BODY,
    FACILITY,
    GHAZNI,
    GROUP,
    KUNAR,
    OBSERVERS,
    PERSON,
    PESHAWAR,
    Page,
    Said,
    says,
    writes,
)
from tests.review.findings.build import camps, known, of, roots, supports


def denied(page: Page, by: str) -> ClaimId:
    """Put on a page that somebody denies the support."""
    return supports(page, Said(by=(says(page.name(by, BODY)),), factuality="CT-"))


def test_a_denial_of_the_party_concerned_contests_the_allegation_and_is_its_reply():
    one, other = Page("Radio Pamir", "2024-05-25"), Page("Courier", "2024-05-26")
    claim, denial = supports(one), denied(other, "Sarband Authority")
    knowledge = known(one, other)
    finding = of(knowledge, claim)
    assert (finding.status, finding.reply) == (FindingStatus.CONTESTED, Reply.RECEIVED)
    assert (finding.replies, roots(finding, "-")) == ((denial,), ["Sarband Authority"])
    assert [(x.kind.value, x.a, x.b) for x in knowledge.links] == [("denies_claim", denial, claim)]
    assert "denied by Sarband Authority (concerned)" in finding.explanation


def test_a_denial_of_somebody_else_is_a_dispute_and_no_reply():
    one, other = Page("Radio Pamir", "2024-05-25"), Page("Courier", "2024-05-26")
    claim = supports(one)
    denied(other, "Police of Bamyan")
    finding = of(known(one, other), claim)
    assert finding.status is FindingStatus.DISPUTED_BY_THIRD_PARTY
    assert (finding.reply, finding.replies) == (Reply.NOT_SOUGHT, ())


def test_a_denial_without_an_allegation_is_only_a_denial():
    page = Page("Radio Pamir", "2024-05-25")
    claim = denied(page, "Sarband Authority")
    assert of(known(page), claim).status is FindingStatus.DENIED


def test_a_denial_by_an_unnamed_source_disputes_nothing():
    page = Page("Radio Pamir", "2024-05-25")
    claim = supports(page)
    supports(page, Said(by=(OBSERVERS,), factuality="CT-"))
    assert of(known(page), claim).status is FindingStatus.ASSERTED


def answered() -> tuple[Page, ClaimId, ClaimId]:
    """Give a page with camps in Ghazni by a report, and the Authority's rejection of it."""
    page = Page("Courier", "2024-05-24")
    report = page.report_by("Panel on Observance")
    claim = camps(page, Said(by=(writes(report),), place=GHAZNI))
    authority = page.name("Sarband Authority", BODY)
    rejection = page.claim(authority, "accusation", report, Said(by=(says(authority),)))
    page.rejects(rejection, report)
    return page, claim, rejection


def test_a_rejection_of_a_report_is_a_reply_to_all_that_rests_on_it_in_every_paper():
    page, claim, rejection = answered()
    other = Page("Radio Pamir", "2024-05-26")
    elsewhere = camps(
        other, Said(by=(writes(other.report_by("Panel on Observance")),), place=KUNAR)
    )
    knowledge = known(page, other)
    for finding in (of(knowledge, claim), of(knowledge, elsewhere)):
        assert (finding.reply, finding.replies) == (Reply.GENERAL_REJECTION, (rejection,))
        assert finding.status is FindingStatus.SECONDARY_ONLY


def test_a_rejection_of_one_report_answers_no_other_report():
    page, _, _ = answered()
    other = Page("Radio Pamir", "2024-05-26")
    elsewhere = camps(other, Said(by=(writes(other.report_by("Valley Watch")),), place=KUNAR))
    assert of(known(page, other), elsewhere).reply is Reply.NOT_SOUGHT


def nobody_there(page: Page, by: str) -> ClaimId:
    """Put "nobody of the Al-Liwa Network is in Afghanistan" on a page."""
    network, country = page.name("Al-Liwa Network", GROUP), page.place(AFGHANISTAN)
    speaker = page.name(by, BODY)
    return page.claim(network, "located_in", country, Said(by=(says(speaker),), factuality="CT-"))


def test_a_denial_of_all_presence_in_a_country_stands_beside_the_camps_in_its_province():
    page, claim, rejection = answered()
    denial = nobody_there(page, "Sarband Authority")
    knowledge = known(page)
    finding = of(knowledge, claim)
    assert finding.status is FindingStatus.CONTESTED
    assert (finding.replies, finding.claims) == ((rejection, denial), (claim,))
    assert ("contradicts", denial, claim) in [(x.kind.value, x.a, x.b) for x in knowledge.links]


def test_a_denial_that_centres_are_there_denies_the_camps_and_not_the_depot():
    page = Page("Courier", "2024-05-24")
    network = page.name("Al-Liwa Network", GROUP)
    eight = page.claim(network, "operates", page.nominal("camps", FACILITY), Said(place=GHAZNI))
    depot = page.nominal("a weapons depot", FACILITY)
    stored = page.claim(network, "operates", depot, Said(place=GHAZNI))
    centres = page.nominal("training centres of the Al-Liwa Network", FACILITY)
    page.mention(network, "Al-Liwa Network")
    country, party = page.place(AFGHANISTAN), says(network)
    page.claim(centres, "located_in", country, Said(by=(party,), factuality="CT-"))
    knowledge = known(page)
    assert of(knowledge, eight).status is FindingStatus.CONTESTED
    assert of(knowledge, stored).status is FindingStatus.ASSERTED


def test_a_denial_of_presence_in_one_country_denies_nothing_in_another():
    page = Page("Courier", "2024-05-24")
    claim = camps(page, Said(place=PESHAWAR))
    nobody_there(page, "Al-Liwa Network")
    assert of(known(page), claim).status is FindingStatus.ASSERTED


def test_a_denial_for_one_province_denies_nothing_for_the_country():
    page = Page("Courier", "2024-05-24")
    claim = camps(page, Said(place=AFGHANISTAN))
    network = page.name("Al-Liwa Network", GROUP)
    page.claim(
        network, "located_in", page.place(GHAZNI), Said(factuality="CT-", by=(says(network),))
    )
    assert of(known(page), claim).status is FindingStatus.ASSERTED


def test_a_denial_of_any_tie_denies_the_support():
    page = Page("Courier", "2024-05-24")
    claim = supports(page)
    taker, giver = page.name("Kohsar Tehreek", GROUP), page.name("Sarband Authority", BODY)
    page.claim(taker, "tied_to", giver, Said(factuality="CT-", by=(says(taker),)))
    assert of(known(page), claim).status is FindingStatus.CONTESTED


def test_a_denial_of_another_figure_is_a_tension_and_a_reply_but_no_contradiction():
    page, claim, _ = answered()
    eight = camps(
        page, Said(place=KUNAR, figure=8, by=(writes(page.report_by("Panel on Observance")),))
    )
    tolak = page.name("Sarband Authority", BODY)
    six = camps(page, Said(place=AFGHANISTAN, figure=6, factuality="CT-", by=(says(tolak),)))
    knowledge = known(page)
    finding = of(knowledge, eight)
    assert finding.status is FindingStatus.SECONDARY_ONLY
    assert six in finding.replies
    assert ("tension", six, eight) in [(x.kind.value, x.a, x.b) for x in knowledge.links]
    assert of(knowledge, claim).status is FindingStatus.CONTESTED


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("The Sarband Authority did not respond to a request for comment.", Reply.SOUGHT),
        ("The Sarband Authority could not be reached.", Reply.SOUGHT),
        ("The Sarband Authority declined to comment.", Reply.DECLINED),
        ("The Sarband Authority commented on the weather.", Reply.NOT_SOUGHT),
        ("Somebody else declined to comment.", Reply.NOT_SOUGHT),
    ],
)
def test_a_comment_that_was_sought_in_vain_is_told(words: str, reply: Reply):
    page = Page("Courier", "2024-05-24")
    claim = supports(page)
    authority = page.name("Sarband Authority", BODY)
    page.write(words)
    page.mention(authority, "Sarband Authority")
    assert of(known(page), claim).reply is reply


def test_who_leads_a_party_denies_for_himself_what_is_said_of_him():
    page = Page("Courier", "2024-05-24")
    leader, front = page.name("Idris Wardak", PERSON), page.name("Zarvan Front", GROUP)
    page.claim(leader, "leads", front)
    other = page.name("Kandor Front", GROUP)
    accuser = page.name("Panel on Observance", BODY)
    alleged = page.claim(leader, "leads", other, Said(by=(says(accuser),)))
    page.claim(leader, "leads", other, Said(by=(says(leader),), factuality="CT-"))
    knowledge = known(page)
    assert roots(of(knowledge, alleged), "-") == ["Idris Wardak"]
    heard = knowledge.hearings[knowledge.finding_of[alleged]]
    replies = {knowledge.entities[h.party].name: h.reply for h in heard}
    assert replies == {"Idris Wardak": Reply.RECEIVED, "Kandor Front": Reply.NOT_SOUGHT}


def test_of_an_accusation_the_accused_is_to_be_heard_and_of_speaking_for_somebody_nobody():
    page = Page("Courier", "2024-05-24")
    accuser, accused = page.name("Sarband Authority", BODY), page.name("Kandor Front", GROUP)
    claim = page.claim(accuser, "accusation", accused)
    speaks = page.claim(page.name("Idris Wardak", PERSON), "spokesperson_for", accused)
    knowledge = known(page)
    heard = [h.party for h in knowledge.hearings[knowledge.finding_of[claim]]]
    assert [knowledge.entities[party].name for party in heard] == ["Kandor Front"]
    assert knowledge.hearings[knowledge.finding_of[speaks]] == ()
