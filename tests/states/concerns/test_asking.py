"""Findings beside the measures that they may touch; parties, places and the state are invented."""

from dataclasses import replace

from sayso.model.concerns import Concern, Concerns
from sayso.model.flows import Standing
from sayso.model.ids import EntityId
from sayso.model.vocabulary import EntityType, FindingStatus, Measure, PlaceLevel, Realis
from sayso.review.assemble import assemble
from sayso.review.flows.rows import FlowQuery, flows_of
from sayso.states.concerns.asking import concerns_of
from tests.review.build import BODY, FACILITY, GROUP, PERSON, Page, Said, says, site
from tests.review.flows.told import gives

#: ISO 3166 leaves these codes to its users.
EXEMPLIA = site("Exemplia", "XA", PlaceLevel.COUNTRY)
PROVINCE = site("Ostan", "XB-OST")
EVERY = tuple(Measure)


def asked(*pages: Page, measures: tuple[Measure, ...] | None = EVERY) -> Concerns:
    knowledge = assemble([page.record() for page in pages])
    flows = flows_of(knowledge, FlowQuery())
    return concerns_of(knowledge, flows, lambda _: measures, frozenset())


def only(*pages: Page) -> Concern:
    [one] = asked(*pages).asked
    return one


def story(publisher: str = "The Invented Post") -> Page:
    return Page(publisher, "2024-05-23")


def front(page: Page, status: str = "listed") -> EntityId:
    return page.listed(page.name("Kandor Front", GROUP), "QDe.901", status)


def test_funds_that_reach_a_listed_party_are_a_question_on_the_freeze_for_the_state_named():
    page = story()
    gives(page, (page.place(EXEMPLIA), front(page)), "2 million dollars", Said(time="2024-03"))
    one = only(page)
    assert (one.measure, one.reference, one.states) == (Measure.ASSETS_FREEZE, "QDe.901", ("XA",))
    assert (one.standing, one.status) == (Standing.DONE, FindingStatus.ASSERTED)
    assert (one.roots, one.time) == (("The Invented Post",), "2024-03")
    assert len(one.claims) == 1


def test_arms_and_training_touch_the_embargo_and_aid_says_that_it_may_be_exempt():
    page = story()
    ends = (page.name("Zarvan Ministry", BODY), front(page))
    for item in ("rifles", "training", "food"):
        gives(page, ends, item)
    found = {one.why: one.measure for one in asked(page).asked}
    assert [m for why, m in found.items() if "aid" in why] == [Measure.ASSETS_FREEZE]
    assert next(why for why in found if "aid" in why).endswith("(resolutions 2664 and 2761)")
    assert sum(measure is Measure.ARMS_EMBARGO for measure in found.values()) == 2


def test_a_place_says_which_state_it_concerns():
    page = story()
    gives(page, (None, front(page)), "rifles", Said(place=PROVINCE))
    assert only(page).states == ("XB",)


def test_a_depot_and_a_camp_of_a_listed_party_are_questions_and_a_school_is_none():
    page = story()
    party = front(page)
    for words in ("a weapons depot", "a training camp", "a school"):
        page.claim(party, "operates", page.nominal(words, FACILITY), Said(place=PROVINCE))
    found = asked(page).asked
    assert {one.measure for one in found} == {Measure.ARMS_EMBARGO}
    assert [one.states for one in found] == [("XB",), ("XB",)]


def journey(words: str, trigger: str, status: str = "listed") -> Page:
    page = story()
    person = page.listed(page.name("Karim Zarvan", PERSON), "QDi.901", status)
    there = page.place(EXEMPLIA)
    page.claim(person, "located_in", there, Said(words=words))
    made = page.claims.pop()
    start = page.text.rindex(trigger)
    span = type(made.trigger)(start, start + len(trigger))
    values = {name: getattr(made, name) for name in type(made).__slots__}
    page.claims.append(type(made)(**{**values, "trigger": span}))
    return page


def test_a_journey_of_a_listed_person_touches_the_travel_ban_and_living_somewhere_does_not():
    one = only(journey("Karim Zarvan visited Exemplia.", "visited"))
    assert (one.measure, one.states) == (Measure.TRAVEL_BAN, ("XA",))
    assert asked(journey("Karim Zarvan lives in Exemplia.", "lives")).asked == ()


def test_only_a_listed_party_is_concerned_and_a_possible_entry_is_counted_and_not_asked():
    page = story()
    possible = front(page, "possible")
    gives(page, (page.name("Zarvan Ministry", BODY), possible), "rifles")
    gives(page, (page.name("Zarvan Ministry", BODY), page.name("Ostan League", GROUP)), "rifles")
    found = asked(page)
    assert (found.asked, found.possible) == ((), 1)


def test_a_measure_that_the_listing_does_not_oblige_to_raises_no_question_and_is_counted():
    page = story()
    gives(page, (page.name("Zarvan Ministry", BODY), front(page)), "rifles")
    found = asked(page, measures=(Measure.ASSETS_FREEZE,))
    assert (found.asked, found.not_bound) == ((), 1)
    assert len(asked(page, measures=None).asked) == 1


def test_a_denial_stands_beside_the_question_and_alone_raises_none():
    page = story()
    ministry, party = page.name("Zarvan Ministry", BODY), front(page)
    gives(page, (ministry, party), "rifles")
    denial = gives(page, (ministry, party), "rifles", Said((says(ministry),), "CT-"))
    assert denial in only(page).denials
    alone = story()
    ends = (alone.name("Zarvan Ministry", BODY), front(alone))
    gives(alone, ends, "rifles", Said((says(ends[0]),), "CT-"))
    assert asked(alone).asked == ()


def test_what_a_possible_entry_of_another_list_leaves_open_is_counted_and_not_lost():
    page = story()
    party = front(page, "possible")
    page.listings[-1] = replace(page.listings[-1], authority="eu", reference="329")
    gives(page, (page.name("Zarvan Ministry", BODY), party), "rifles")
    found = asked(page)
    assert (found.asked, found.possible) == ((), 1)


def test_a_state_that_denies_as_a_government_what_is_said_of_the_place_is_heard():
    page = story()
    party, state = front(page), page.place(site("Kenya", "KE", PlaceLevel.COUNTRY))
    gives(page, (state, party), "rifles")
    government = page.name("Government of Kenya", BODY)
    denial = gives(page, (government, party), "weapons", Said((says(government),), "CT-"))
    assert only(page).denials == (denial,)


def test_a_denial_of_another_thing_is_not_one_of_this():
    page = story()
    ends = (page.name("Zarvan Ministry", BODY), front(page))
    gives(page, ends, "rifles")
    gives(page, ends, "food", Said((says(ends[0]),), "CT-"))
    assert only(page).denials == ()


def test_what_is_not_known_or_only_threatened_on_a_condition_raises_no_question():
    page = story()
    ends = (page.name("Zarvan Ministry", BODY), front(page))
    gives(page, ends, "rifles", Said(factuality="Uu"))
    gives(page, ends, "rifles", Said(changes={"realis": Realis.HYPOTHETICAL}))
    assert asked(page).asked == ()


def test_a_hedge_survives_to_the_question():
    page = story()
    gives(page, (page.name("Zarvan Ministry", BODY), front(page)), "rifles", Said(factuality="PS+"))
    assert only(page).hedged


def test_what_a_listed_party_gives_to_others_is_not_asked_about():
    page = story()
    gives(page, (front(page), page.name("Traders", EntityType.GROUP)), "3 million dollars")
    assert asked(page).asked == ()
