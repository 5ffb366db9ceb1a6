"""What of people's judgements stands, and what waits to be judged again."""

from sayso.model.findings import Finding
from tests.review.build import FACILITY, Said, says
from tests.review.judging.build import Desk, story


def tie(desk: Desk) -> Finding:
    return next(f for f in desk.knowledge.findings.values() if f.predicate == "tied_to")


def test_a_rejected_claim_is_gone_with_its_account_and_its_links():
    page = story()
    claim = page.claims[2]
    account = page.name("the commander", FACILITY)
    page.rejects(claim.id, account)
    desk = Desk(page)
    desk.judge(claim.id, "reject")
    knowledge = desk.knowledge
    [record] = knowledge.records.values()
    assert claim.id not in {c.id for c in record.extraction.claims}
    assert not any(claim.id in f.claims for f in knowledge.findings.values())
    assert knowledge.links == tuple(x for x in knowledge.links if claim.id not in (x.a, x.b))
    assert knowledge.judged.as_read[claim.id] == claim
    desk.judge(claim.id, "accept", by="B. Rahimi")
    assert claim.id in desk.knowledge.claims


def test_a_finding_is_accepted_with_every_claim_that_it_shows():
    desk = Desk(story())
    finding = tie(desk)
    made = desk.judge(finding.id, "accept")
    judged = desk.knowledge.judged
    assert {claim for claim, by in judged.claims.items() if by == made} == set(finding.claims)
    assert judged.outdated == ()


def test_a_rejected_finding_takes_away_its_own_claims_and_no_reply_to_others():
    page = story()
    desk = Desk(page)
    leads = next(f for f in desk.knowledge.findings.values() if f.predicate == "leads")
    desk.judge(leads.id, "reject")
    assert set(desk.knowledge.claims) == {page.claims[0].id, page.claims[1].id}


def test_what_was_accepted_and_assessed_comes_back_when_more_is_said():
    desk = Desk(story())
    finding = tie(desk)
    accepted = desk.judge(finding.id, "accept")
    assessed = desk.judge(finding.id, "assess", "likely", "low")
    assert desk.knowledge.judged.outdated == ()
    desk.pages.append(story("2024-05-25", "Herat Courier"))
    outdated = desk.knowledge.judged.outdated
    assert [o.judgement for o in outdated] == [accepted, assessed]
    new = {c.id for c in desk.pages[1].claims[:2]}
    assert {change.rpartition(" ")[2] for change in outdated[0].changed} == new
    assert desk.knowledge.judged.acceptance(desk.pages[0].claims[0].id) == accepted
    desk.judge(finding.id, "accept")
    assert [o.judgement for o in desk.knowledge.judged.outdated] == [assessed]


def test_a_signature_is_under_the_reading_that_was_signed():
    page = story()
    desk, claim = Desk(page), page.claims[0].id
    edit = desk.judge(claim, "edit", changes=["factuality=PS+"])
    accepted = desk.judge(claim, "accept", by="B. Rahimi")
    assert desk.knowledge.judged.acceptance(claim) == accepted
    desk.undo(edit)
    judged = desk.knowledge.judged
    assert judged.acceptance(claim) is None
    assert [o.judgement for o in judged.outdated] == [accepted]


def test_of_two_who_disagree_both_are_kept_and_the_later_stands():
    page = story()
    desk, claim = Desk(page), page.claims[0].id
    first = desk.judge(claim, "accept")
    second = desk.judge(claim, "reject", by="B. Rahimi")
    knowledge = desk.knowledge
    assert claim not in knowledge.claims
    assert knowledge.judged.disputed == ((first, second),)
    agreed = desk.judge(claim, "reject")
    assert desk.knowledge.judged.disputed == ()
    desk.undo(agreed)
    assert desk.knowledge.judged.disputed == ((first, second),)


def test_who_changes_their_mind_disagrees_with_nobody():
    page = story()
    desk, claim = Desk(page), page.claims[0].id
    for verdict in ("accept", "unsure", "reject", "accept"):
        desk.judge(claim, verdict)
    assert desk.knowledge.judged.disputed == ()
    assert desk.knowledge.judged.claims[claim].verdict == "accept"


def test_a_judgement_on_what_is_no_longer_here_is_kept_and_told():
    first, second = story(), story("2024-05-25", "Herat Courier")
    desk = Desk(first, second)
    gone = desk.judge(second.claims[0].id, "accept")
    kept = desk.judge(first.claims[0].id, "accept")
    graded = desk.judge(second.title, "grade", "D")
    desk.pages.remove(second)
    judged = desk.knowledge.judged
    assert judged.gone == (gone, graded)
    assert list(judged.claims.values()) == [kept]


def test_what_others_keep_beside_our_judgements_is_left_to_them():
    page = story()
    desk = Desk(page)
    made = desk.judge(page.claims[0].id, "accept")
    desk.judgements.append(
        type(made)(
            **{f: getattr(made, f) for f in made.__slots__}
            | {"id": "j-h", "about": "h-1", "verdict": "inconsistent", "basis": ()}
        )
    )
    assert desk.knowledge.judged.gone == ()


def test_an_unsure_reading_waits_whatever_the_machine_thought_of_it():
    page = story()
    desk, claim = Desk(page), page.claims[0].id
    desk.judge(claim, "unsure")
    assert claim in desk.knowledge.claims
    assert desk.knowledge.judged.acceptance(claim) is None


def test_two_thousand_claims_about_one_pair_are_accepted_by_one_signature():
    page = story()
    front, network = (
        e for e in page.entities if page.entities[e].name in {"Zarvan Front", "Kohdast Network"}
    )
    outlet = next(iter(page.entities))
    for _ in range(2000):
        page.claim(front, "tied_to", network, Said(by=(says(outlet),)))
    desk = Desk(page)
    made = desk.judge(tie(desk).id, "accept")
    assert len(made.basis) == 2002
    assert len(desk.knowledge.judged.claims) == 2002
