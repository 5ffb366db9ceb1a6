"""What hedges, conditions, times and kinds do to a finding, and what holds of any claims."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.claims import Argument
from sayso.model.ids import ClaimId
from sayso.model.vocabulary import Factuality, FindingStatus, Modality, Predicate, Realis, Role
from sayso.review.assemble import assemble
from tests.review.build import (
    AFGHANISTAN,
    BODY,
    FACILITY,
    GHAZNI,
    GROUP,
    KUNAR,
    OBSERVERS,
    Page,
    Said,
    judge,
    says,
)
from tests.review.findings.build import camps, count, known, of, supports


@pytest.mark.parametrize("factuality", ["Uu", "CTu"])
def test_what_is_not_known_is_unclear(factuality: str):
    page = Page("Courier", "2024-05-24")
    claim = supports(page, Said(factuality=factuality))
    assert of(known(page), claim).status is FindingStatus.UNCLEAR


def test_two_hedges_make_no_corroboration():
    one, other = Page("Radio Pamir", "2024-05-25"), Page("Courier", "2024-05-26")
    claim = supports(one, Said(factuality="PS+"))
    supports(other, Said(changes={"modality": Modality.PURPORTED}))
    assert of(known(one, other), claim).status is FindingStatus.HEDGED


def test_a_condition_is_never_a_fact():
    page = Page("Courier", "2024-05-24")
    claim = supports(page, Said(changes={"realis": Realis.HYPOTHETICAL}))
    assert of(known(page), claim).status is FindingStatus.UNCLEAR


def test_a_threatened_attack_is_not_the_attack():
    page = Page("Courier", "2024-05-24")
    front = page.name("Kandor Liberation Front", GROUP)
    done = page.claim(front, "attack", None, Said(place=GHAZNI))
    threat = page.claim(
        front, "attack", None, Said(place=GHAZNI, changes={"realis": Realis.PROSPECTIVE})
    )
    knowledge = known(page)
    assert knowledge.finding_of[done] != knowledge.finding_of[threat]


def test_attacks_of_two_days_do_not_corroborate_each_other():
    one, other = Page("Radio Pamir", "2024-05-25"), Page("Courier", "2024-05-26")
    claims = [
        page.claim(page.name("Front", GROUP), "attack", None, Said(place=GHAZNI, time=day))
        for page, day in ((one, "2023-03-12"), (other, "2024-05-01"))
    ]
    knowledge = known(one, other)
    assert {of(knowledge, c).status for c in claims} == {FindingStatus.ASSERTED}


def test_an_attack_of_a_day_and_an_attack_of_its_year_are_one_when_no_other_is_told():
    one, other = Page("Radio Pamir", "2024-05-25"), Page("Courier", "2024-05-26")
    [claim, _] = [
        page.claim(page.name("Front", GROUP), "attack", None, Said(place=GHAZNI, time=day))
        for page, day in ((one, "2023"), (other, "2023-03-12"))
    ]
    finding = of(known(one, other), claim)
    assert (finding.status, finding.time) == (FindingStatus.CORROBORATED, "2023-03-12")


def test_a_rejected_claim_is_gone_from_what_is_known_and_kept_beside_it():
    page = Page("Courier", "2024-05-24")
    claim = supports(page)
    knowledge = assemble([page.record()], [judge(claim, "reject")])
    assert (knowledge.findings, knowledge.claims) == ({}, {})
    assert list(knowledge.judged.as_read) == [claim]


def test_a_statement_that_fits_no_predicate_makes_no_finding():
    page = Page("Courier", "2024-05-24")
    page.claim(page.name("Sarband Authority", BODY), "other", None)
    assert known(page).findings == {}


@pytest.mark.parametrize(
    ("role", "words"), [("kind", ("funds", "shelter")), ("place", (GHAZNI, KUNAR))]
)
def test_what_differs_in_kind_or_place_is_two_findings(role: str, words: tuple[object, object]):
    page = Page("Courier", "2024-05-24")
    claims = [supports(page, Said(changes={role: word})) for word in words]
    knowledge = known(page)
    assert len({knowledge.finding_of[c] for c in claims}) == 2


def test_a_symmetric_tie_is_one_in_both_directions():
    page = Page("Courier", "2024-05-24")
    one, other = page.name("Aral Front", GROUP), page.name("Baghlan Front", GROUP)
    claims = [page.claim(one, "allied_with", other), page.claim(other, "allied_with", one)]
    knowledge = known(page)
    assert len({knowledge.finding_of[c] for c in claims}) == 1


# What holds of any claims whatever

FACTUALITIES = st.sampled_from([f.value for f in Factuality])
SPEAKERS = st.sampled_from(["", "Sarband Authority", "Police of Bamyan", "observers"])
VOICES = st.lists(st.tuples(FACTUALITIES, SPEAKERS, st.integers(0, 2)), min_size=1, max_size=6)
DISPUTED = {FindingStatus.CONTESTED, FindingStatus.DENIED, FindingStatus.SUPERSEDED}
Voices = list[tuple[str, str, int]]


def spoken(voices: Voices) -> list[Page]:
    pages = [Page(f"Paper {n}", f"2024-05-2{n}") for n in range(3)]
    for factuality, speaker, n in voices:
        node = OBSERVERS if speaker == "observers" else None
        if speaker and node is None:
            node = says(pages[n].name(speaker, BODY))
        supports(pages[n], Said(factuality=factuality, by=(node,) if node else ()))
    return pages


@settings(max_examples=80, deadline=None)
@given(VOICES)
def test_numbers_count_only_independent_sources_that_affirm_without_a_hedge(voices: Voices):
    [finding] = known(*spoken(voices)).findings.values()
    firm = {
        who or f"Paper {n}" for f, who, n in voices if f in {"CT+", "PR+"} and who != "observers"
    }
    others = firm - {"Sarband Authority"}  # concerned in it, and so counted apart
    if finding.status is FindingStatus.CORROBORATED:
        assert len(others) > 1
    if finding.status is FindingStatus.ASSERTED:
        standing = [root.name for root in finding.roots_with("+")]
        assert len(standing) == 1
        assert firm.issuperset(standing)
    if all(f in {"Uu", "CTu"} for f, _, _ in voices):
        assert finding.status is FindingStatus.UNCLEAR
    if any(f in {"CT-", "PR-"} and who == "Sarband Authority" for f, who, _ in voices):
        assert finding.status in DISPUTED
        assert finding.replies


@settings(max_examples=40, deadline=None)
@given(VOICES, st.permutations(range(3)))
def test_the_order_in_which_documents_were_added_changes_nothing(voices: Voices, order: list[int]):
    records = [page.record() for page in spoken(voices)]
    one, other = assemble(records), assemble([records[n] for n in order])
    assert list(one.findings.values()) == list(other.findings.values())
    assert list(one.entities.values()) == list(other.entities.values())
    assert (one.links, one.ties) == (other.links, other.ties)
    assert assemble(records) == one


def attack(page: Page, **said: str) -> ClaimId:
    front = page.name("Kandor Front", GROUP)
    by = (says(front),) if said.get("factuality") == "CT-" else ()
    return page.claim(front, "attack", None, Said(by=by, place=GHAZNI, **said))


def test_a_denial_made_before_a_deed_is_no_denial_of_it():
    early, report = Page("Courier", "2020-05-01"), Page("Panel", "2024-05-01")
    denial, alleged = attack(early, factuality="CT-"), attack(report, time="2024-03-12")
    knowledge = known(early, report)
    assert of(knowledge, alleged).status is FindingStatus.ASSERTED
    assert of(knowledge, denial).status is FindingStatus.DENIED


def test_a_denial_without_a_time_is_of_what_was_before_it():
    late, report = Page("Courier", "2024-05-02"), Page("Panel", "2024-05-01")
    attack(late, factuality="CT-")
    older, newer = attack(report, time="2019-06"), attack(report, time="2024-06")
    knowledge = known(late, report)
    assert of(knowledge, older).status is FindingStatus.CONTESTED
    assert of(knowledge, newer).status is FindingStatus.ASSERTED


def test_who_denies_with_a_hedge_or_without_a_name_is_told_and_not_counted():
    one, other = Page("Panel", "2024-05-01"), Page("Courier", "2024-05-02")
    claim = supports(one)
    supports(other, Said(by=(OBSERVERS,), factuality="CT-"))
    supports(other, Said(by=(says(other.name("Institute", BODY)),), factuality="PS-"))
    finding = of(known(one, other), claim)
    assert finding.status is FindingStatus.ASSERTED
    assert "Institute denies it only with a hedge, not counted" in finding.explanation
    assert "denied by observers, not named and so not counted" in finding.explanation


def test_a_site_and_that_it_is_somewhere_make_one_finding():
    page = Page("Institute", "2024-05-01")
    front, sites = page.name("Kandor Front", GROUP), page.nominal("a camp", FACILITY)
    run = page.claim(front, "operates", sites, Said(place=GHAZNI))
    there = page.claim(sites, "located_in", page.place(GHAZNI))
    knowledge = known(page)
    assert knowledge.finding_of[run] == knowledge.finding_of[there]
    assert len(knowledge.findings) == 1


@pytest.mark.parametrize("told", ["Uu", "PS+"])
def test_a_site_that_nobody_surely_runs_is_not_run_by_anybody_where_it_is(told: str):
    page = Page("Institute", "2024-05-01")
    front, sites = page.name("Kandor Front", GROUP), page.nominal("the camp", FACILITY)
    page.claim(front, "operates", sites, Said(factuality=told))
    there = page.claim(sites, "located_in", page.place(GHAZNI))
    finding = of(known(page), there)
    assert finding.predicate is Predicate.LOCATED_IN
    assert finding.status is FindingStatus.ASSERTED


def test_who_denies_having_sites_denies_those_of_which_others_say_where_they_are():
    page, press = Page("Institute", "2024-05-01"), Page("Courier", "2024-05-02")
    front, sites = page.name("Kandor Front", GROUP), page.nominal("the camp", FACILITY)
    page.claim(front, "operates", sites, Said(factuality="PS+"))
    there = page.claim(sites, "located_in", page.place(GHAZNI))
    party, none = press.name("Kandor Front", GROUP), press.nominal("any camps", FACILITY)
    said = Said(by=(says(party),), factuality="CT-", place=AFGHANISTAN)
    press.claim(party, "operates", none, said)
    assert of(known(page, press), there).status is FindingStatus.CONTESTED


def test_a_source_that_later_denies_more_than_it_said_stands_by_it_no_more():
    early, late = Page("Institute", "2024-05-01"), Page("Institute", "2025-05-01")
    front, sites = early.name("Kandor Front", GROUP), early.nominal("a camp", FACILITY)
    claim = early.claim(front, "operates", sites, Said(place=GHAZNI))
    party = late.name("Kandor Front", GROUP)
    late.claim(party, "located_in", late.place(AFGHANISTAN), Said(factuality="CT-"))
    assert of(known(early, late), claim).status is FindingStatus.SUPERSEDED


def gives(page: Page, item: str, **said: object) -> ClaimId:
    giver, taker = page.name("Kandor Front", GROUP), page.name("Zarvan Front", GROUP)
    given = (
        Argument(role=Role.SUBJECT, entity=giver),
        Argument(role=Role.OBJECT, entity=taker),
        Argument(role=Role.ITEM, text=item),
    )
    changes = {"arguments": given, "realis": said.pop("realis", Realis.ACTUAL)}
    by = (says(giver),) if said.get("factuality") == "CT-" else ()
    return page.claim(giver, "transfer", taker, Said(by=by, changes=changes, **said))


@pytest.mark.parametrize(
    ("item", "realis", "status"),
    [
        ("dollars", Realis.ACTUAL, FindingStatus.CONTESTED),
        ("equipment", Realis.ACTUAL, FindingStatus.CONTESTED),
        ("rockets", Realis.ACTUAL, FindingStatus.ASSERTED),
        ("dollars", Realis.PROSPECTIVE, FindingStatus.ASSERTED),
    ],
)
def test_who_denies_giving_money_denies_neither_rockets_nor_plans(
    item: str, realis: Realis, status: FindingStatus
):
    page, press = Page("Panel", "2024-05-01"), Page("Courier", "2024-05-02")
    claim = gives(page, item, realis=realis)
    gives(press, "any money", factuality="CT-")
    assert of(known(page, press), claim).status is status


def test_a_figure_that_is_replaced_is_no_figure_at_odds_however_often_it_was_given():
    early, late = Page("Institute", "2024-05-01"), Page("Institute", "2025-05-01")
    for page, figure in ((early, 8.0), (early, 8.0), (late, 6.0), (late, 6.0)):
        exact = {"quantity": count(figure)}
        claim = camps(page, Said(place=GHAZNI, changes=exact))
    finding = of(known(early, late), claim)
    assert "exclude each other" not in finding.explanation
    assert finding.explanation.count("instead of") == 1
