"""Which claims speak of one incident; all about invented groups and persons."""

from dataclasses import replace

from sayso.model.claims import Argument, Claim
from sayso.model.findings import Knowledge, Record
from sayso.model.ids import ClaimId, Span
from sayso.model.incidents import Incident, IncidentKind, IncidentSlot
from sayso.model.vocabulary import Role
from sayso.review.assemble import assemble
from sayso.review.incidents.choose import IncidentQuery, chosen_incidents
from sayso.review.incidents.group import incidents_of
from tests.review.build import GHAZNI, GROUP, KUNAR, PERSON, Page, Said, says

DAY, NEXT_DAY = "2024-05-20", "2024-05-21"


def told(*pages: Page) -> tuple[Knowledge, tuple[Incident, ...]]:
    knowledge = assemble([page.record() for page in pages])
    return knowledge, incidents_of(knowledge)


def killing(page: Page, doer: str | None, **said: object) -> tuple[str, ClaimId]:
    """Put the killing of one man on a page, with or without who did it."""
    subject = None if doer is None else page.name(doer, GROUP)
    victim = next((e for e, one in page.entities.items() if one.name == "Gul Rahim Wardak"), None)
    victim = victim or page.name("Gul Rahim Wardak", PERSON)
    return victim, page.claim(subject, "killing", victim, Said(**said))


def test_two_claims_of_one_victim_are_of_one_incident_and_both_accounts_of_it_stand():
    page = Page("Post", "2024-05-23")
    front = page.name("Zarvan Front", GROUP)
    victim = page.name("Gul Rahim Wardak", PERSON)
    police = page.name("Ghazni Police Command", GROUP)
    blamed = page.claim(front, "killing", victim, Said(by=(says(police),), place=GHAZNI))
    denied = page.claim(front, "killing", victim, Said(by=(says(front),), factuality="CT-"))

    _, [incident] = told(page)

    [perpetrator] = incident.values_of(IncidentSlot.PERPETRATOR)
    assert (perpetrator.text, perpetrator.claims) == ("Zarvan Front", (blamed, denied))
    assert incident.place == GHAZNI
    assert incident.kind is IncidentKind.KILLING


def test_two_who_are_blamed_stand_side_by_side_each_with_its_own_claim():
    page = Page("Post")
    victim = page.name("Gul Rahim Wardak", PERSON)
    one = page.claim(page.name("Zarvan Front", GROUP), "killing", victim)
    other = page.claim(page.name("Kohdast Movement", GROUP), "killing", victim)

    _, [incident] = told(page)

    values = incident.values_of(IncidentSlot.PERPETRATOR)
    assert [(v.text, v.claims) for v in values] == [
        ("Zarvan Front", (one,)),
        ("Kohdast Movement", (other,)),
    ]


def test_other_days_and_other_places_are_other_incidents():
    for changes in ({"time": NEXT_DAY}, {"place": KUNAR}):
        page = Page("Post")
        killing(page, None, time=DAY, place=GHAZNI)
        killing(page, None, **{"time": DAY, "place": GHAZNI} | changes)
        assert len(told(page)[1]) == 2


def test_acts_on_nobody_in_common_are_never_mixed():
    page = Page("Post")
    page.claim(page.name("Zarvan Front", GROUP), "killing", page.name("Gul Rahim", PERSON))
    page.claim(page.name("Kohdast Movement", GROUP), "killing", page.name("Zar Jan", PERSON))
    assert len(told(page)[1]) == 2


def test_documents_that_agree_in_kind_day_place_and_party_tell_of_one_incident():
    pages = [Page("Post"), Page("Courier")]
    for page in pages:
        killing(page, "Zarvan Front", time=DAY, place=GHAZNI)
    _, [incident] = told(*pages)
    assert len(incident.documents) == 2


def test_documents_that_differ_in_any_of_these_tell_of_several():
    for changes in ({"time": NEXT_DAY}, {"place": KUNAR}, {"time": None}, {"place": None}):
        first, second = Page("Post"), Page("Courier")
        killing(first, "Zarvan Front", time=DAY, place=GHAZNI)
        killing(second, "Zarvan Front", **{"time": DAY, "place": GHAZNI} | changes)
        assert len(told(first, second)[1]) == 2


def test_a_denial_in_another_document_is_an_answer_to_the_allegation():
    first, second = Page("Post"), Page("Courier")
    killing(first, "Zarvan Front", time=DAY, place=GHAZNI)
    front = second.name("Zarvan Front", GROUP)
    victim = second.name("Gul Rahim Wardak", PERSON)
    denial = second.claim(front, "killing", victim, Said(by=(says(front),), factuality="CT-"))
    _, incidents = told(first, second)
    assert denial in {*incidents[0].answers, *(c.id for c in incidents[0].claims)}


def with_account(page: Page, claim_id: ClaimId) -> Record:
    """Give a page's record with an account at the words of a claim, of a weapon too."""
    record = page.record()
    [claim] = [c for c in record.extraction.claims if c.id == claim_id]
    weapon = Argument(role=Role.INSTRUMENT, text="bomb", span=Span(0, 4))
    said = replace(
        claim.proposition, arguments=(*claim.proposition.arguments, weapon), kind="killing"
    )
    account: Claim = replace(claim, id=ClaimId(f"a-{claim_id}"), proposition=said)
    return replace(record, extraction=replace(record.extraction, accounts=(account,)))


def test_an_account_at_the_words_of_a_claim_adds_to_its_incident():
    page = Page("bomb at noon")
    _, claim = killing(page, "Zarvan Front")
    [incident] = incidents_of(assemble([with_account(page, claim)]))
    assert [v.claims for v in incident.values_of(IncidentSlot.VICTIM)] == [(claim, f"a-{claim}")]
    assert [v.text for v in incident.values_of(IncidentSlot.WEAPON)] == ["bomb"]


def test_figures_keep_their_bounds_and_their_claim():
    page = Page("Post")
    _, claim = killing(page, None, figure=8)
    [outcome] = told(page)[1][0].outcomes
    assert (outcome.what, outcome.quantity.maximum, outcome.claim) == ("killed", 8, claim)


def test_a_query_narrows_by_document_place_and_day():
    first, second = Page("Post", about="one"), Page("Courier", about="two")
    killing(first, None, time=DAY, place=GHAZNI)
    killing(second, None, time=NEXT_DAY, place=KUNAR)
    knowledge, incidents = told(first, second)

    def chosen(**asked: str) -> list[int]:
        found = chosen_incidents(knowledge, incidents, IncidentQuery(**asked))
        return [incidents.index(i) for i in found]

    assert chosen() == [0, 1]
    assert chosen(document=first.title) == [0]
    assert (chosen(place="ghazni"), chosen(place="AF-KNR"), chosen(place="AF")) == (
        [0],
        [1],
        [0, 1],
    )
    assert (chosen(since="2024-05-21"), chosen(until="2024-05-20")) == ([1], [0])
    assert chosen(since="2024-06") == []


def test_hundreds_of_incidents_of_one_document_stay_apart():
    page = Page("Post")
    for number in range(300):
        page.claim(None, "killing", page.name(f"Gul Rahim Wardak {number} Khel", PERSON))
    assert len(told(page)[1]) >= 200
