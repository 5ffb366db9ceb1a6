"""What is said of a state and the measures; the state and the bodies are invented."""

from sayso.model.concerns import Said as SaidOf
from sayso.model.vocabulary import Factuality, PlaceLevel
from sayso.review.assemble import assemble
from sayso.states.concerns.parties import states_in
from sayso.states.concerns.said import said_of
from tests.review.build import BODY, GROUP, REPORT, Page, Said, says, site

EXEMPLIA = site("Exemplia", "XA", PlaceLevel.COUNTRY)


def said(page: Page, state: str | None = None) -> tuple[SaidOf, ...]:
    return said_of(assemble([page.record()]), state)


def test_that_a_state_has_not_reported_is_said_of_it_by_somebody():
    page = Page("The Invented Post", "2024-05-23")
    state, committee = page.place(EXEMPLIA), page.name("Sample Committee", BODY)
    claim = page.claim(state, "report", committee, Said(factuality="CT-"))
    [one] = said(page)
    assert (one.state, one.claim, one.factuality) == ("XA", claim, Factuality.CERTAIN_NOT)
    assert not one.own
    assert one.published == "2024-05-23"
    assert said(page, "XB") == ()


def test_the_states_own_word_is_marked_and_stands_against_what_is_said():
    page = Page("The Invented Post", "2024-05-23")
    state, committee = page.place(EXEMPLIA), page.name("Sample Committee", BODY)
    denied = page.claim(state, "report", committee, Said(factuality="CT-"))
    own = page.claim(state, "report", committee, Said((says(state),), "CT+"))
    first, second = said(page)
    assert (first.claim, first.against) == (denied, (own,))
    assert (second.claim, second.own, second.against) == (own, True, (denied,))


def test_what_states_fight_or_control_is_not_said_of_the_measures():
    page = Page("The Invented Post", "2024-05-23")
    page.claim(page.place(EXEMPLIA), "opposes", page.name("Kandor Front", GROUP))
    assert said(page) == ()


def test_a_government_named_by_its_state_is_the_state_and_a_ministry_is_not():
    page = Page("The Invented Post", "2024-05-23")
    named = page.name("Government of Norway", BODY)
    page.name("Norwegian Ministry", BODY)
    knowledge = assemble([page.record()])
    assert states_in(knowledge) == {knowledge.entity_of[named]: "NO"}


def test_what_is_done_to_a_state_and_what_it_writes_to_a_neighbour_is_not_about_the_measures():
    page = Page("The Invented Post", "2024-05-23")
    state = page.place(EXEMPLIA)
    page.claim(page.name("Sample Committee", BODY), "designation", state)
    page.claim(state, "report", page.place(site("Placeholdia", "XB", PlaceLevel.COUNTRY)))
    page.claim(state, "designation", page.nominal("provincial councils", BODY))
    assert said(page) == ()


def test_that_a_state_froze_or_listed_somebody_is_said_of_it():
    page = Page("The Invented Post", "2024-05-23")
    page.claim(page.place(EXEMPLIA), "designation", page.name("Kandor Front", GROUP))
    assert [one.state for one in said(page)] == ["XA"]


def test_the_word_of_a_government_stands_against_what_is_said_of_the_state_as_a_place():
    page = Page("The Invented Post", "2024-05-23")
    state = page.place(site("Norway", "NO", PlaceLevel.COUNTRY))
    own = page.name("Government of Norway", BODY)
    denied = page.claim(state, "report", page.nominal("a report", REPORT), Said(factuality="CT-"))
    answer = page.claim(own, "report", page.nominal("its report", REPORT), Said((says(own),)))
    first, second = said(page)
    assert (first.claim, first.against) == (denied, (answer,))
    assert (second.own, second.against) == (True, (denied,))


def test_what_is_said_of_another_party_or_another_year_is_not_against_it():
    page = Page("The Invented Post", "2024-05-23")
    state, front = page.place(EXEMPLIA), page.name("Kandor Front", GROUP)
    not_so = Said(factuality="CT-", time="2023")
    page.claim(state, "designation", front, not_so)
    page.claim(state, "designation", page.name("Zarvan League", GROUP), Said(time="2023"))
    page.claim(state, "designation", front, Said(time="2025"))
    assert [one.against for one in said(page)] == [(), (), ()]


def test_what_is_said_names_the_entries_that_it_is_about():
    page = Page("The Invented Post", "2024-05-23")
    front = page.listed(page.name("Kandor Front", GROUP), "QDe.901")
    maybe = page.listed(page.name("Zarvan League", GROUP), "QDe.902", "possible")
    for party in (front, maybe):
        page.claim(page.place(EXEMPLIA), "designation", party)
    assert [one.references for one in said(page)] == [("QDe.901",), ()]
