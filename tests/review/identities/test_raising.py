"""Which pairs are asked about, what speaks for and against, and which are never asked about."""

from dataclasses import replace

from sayso.model.findings import Knowledge
from sayso.model.identities import Bearing, IdentityQuestion, Sign
from sayso.model.ids import ClaimId
from sayso.review.assemble import assemble
from sayso.review.identities.raising import identity_questions
from tests.review.build import GHAZNI, GROUP, KUNAR, PERSON, Page, Said, judge, says

FRONT, MOVEMENT = "Kandor Front", "Zarvan Movement"


def page(number: int = 0) -> Page:
    return Page("The Kandor Post", f"2024-05-{number + 10}")


def asked(*pages: Page) -> list[tuple[str, str, set[Sign]]]:
    known = assemble([one.record() for one in pages])
    return [
        (named(known, q)[0], named(known, q)[1], {i.sign for i in q.indications})
        for q in identity_questions(known)
    ]


def named(known: Knowledge, question: IdentityQuestion) -> tuple[str, str]:
    return known.entities[question.one].name, known.entities[question.other].name


def two(made: Page, one: str = FRONT, other: str = MOVEMENT) -> tuple[str, str]:
    return made.name(one, GROUP), made.name(other, GROUP)


def test_who_says_that_a_group_is_a_front_raises_a_question_and_who_denies_it_answers_beside_it():
    made = page()
    front, movement = two(made)
    made.claim(front, "front_for", movement)
    made.claim(front, "front_for", movement, Said(by=(says(front),), factuality="CT-"))

    assert asked(made) == [(FRONT, MOVEMENT, {Sign.SAID_FRONT, Sign.DENIED_FRONT})]


def test_a_hedged_allegation_is_asked_and_one_that_is_left_open_is_not():
    hedged, open_ = page(), page(1)
    hedged.claim(*_around(two(hedged), "alias_of"), Said(factuality="PS+"))
    open_.claim(
        *_around(two(open_, "Ostan Front", "Kohdast Army"), "front_for"), Said(factuality="Uu")
    )

    assert [question[:2] for question in asked(hedged, open_)] == [(FRONT, MOVEMENT)]


def _around(ends: tuple[str, str], predicate: str) -> tuple[str, str, str]:
    return ends[0], predicate, ends[1]


def test_a_pair_that_is_only_said_not_to_be_one_is_not_asked_about():
    made = page()
    made.claim(*_around(two(made), "alias_of"), Said(factuality="CT-"))
    assert asked(made) == []


def test_a_single_shared_leader_raises_nothing_and_a_second_sign_of_another_kind_does():
    alone, more = page(), page(1)
    for made in (alone, more):
        front, movement = two(made)
        head = made.name("Gul Rahim", PERSON)
        made.claim(head, "leads", front)
        made.claim(head, "leads", movement)
    for end in two(more):
        more.claim(end, "attack", None, Said(place=KUNAR, time="2024-03"))

    assert asked(alone) == []
    [(one, other, signs)] = asked(alone, more)
    assert {one, other} == {FRONT, MOVEMENT}
    assert {Sign.SHARED_LEADER, Sign.SHARED_PLACES, Sign.ACTIVE_TOGETHER} <= signs


def test_shared_places_names_alike_and_dates_alone_raise_nothing():
    made = page()
    for end, when in zip(two(made, "Kandor Front", "Kandor Fronts"), ("2021", "2023"), strict=True):
        made.claim(end, "attack", None, Said(place=GHAZNI, time=when))
    assert asked(made) == []


def test_the_same_statement_in_both_names_is_a_sign():
    made = page()
    front, movement = two(made, "Kandor Front", "Kandor Fronts")
    said = made.claim(front, "other", None, Said(by=(says(front),), words="We took the hill."))
    chain = (made.claims[0].source_chain[0], says(movement))
    made.claims.append(replace(made.claims[0], id=ClaimId(f"{said}-2"), source_chain=chain))

    [(_, _, signs)] = asked(made)
    assert signs == {Sign.BOTH_SAY, Sign.NAMES_ALIKE}


def test_a_person_or_a_listed_party_is_never_linked_by_structure():
    made = page()
    front, movement = two(made)
    made.listed(movement, "QDe.900")
    head = made.name("Gul Rahim", PERSON)
    for end in (front, movement):
        made.claim(head, "leads", end)
        made.claim(end, "attack", None, Said(place=KUNAR, time="2024-03"))
    assert asked(made) == []

    made.claim(front, "alias_of", movement)
    [(_, _, signs)] = asked(made)
    assert signs == {Sign.SAID_ALIAS, Sign.ACTIVE_TOGETHER}


def test_an_act_of_a_year_may_be_of_any_month_of_it():
    made = page()
    front, movement = two(made)
    made.claim(front, "attack", None, Said(time="2019"))
    made.claim(movement, "attack", None, Said(time="2019-05"))
    made.claim(front, "alias_of", movement)
    [(_, _, signs)] = asked(made)
    assert signs == {Sign.SAID_ALIAS, Sign.ACTIVE_TOGETHER}


def test_what_is_said_of_existence_stands_for_and_against():
    made = page()
    front, movement = two(made)
    made.claim(front, "alias_of", movement)
    made.claim(None, "establishment", front, Said(time="2023-02"))
    words = f"A group called {FRONT} does not exist."
    denied = made.claim(None, "other", None, Said(words=words, factuality="CT-"))
    made.mention(front, FRONT)

    known = assemble([made.record()])
    [question] = identity_questions(known)
    found = {i.sign: i for i in question.indications}
    assert found[Sign.EXISTENCE_DENIED].claims == (denied,)
    assert found[Sign.EXISTENCE_DENIED].alias is Bearing.FOR
    assert found[Sign.EXISTENCE_SAID].alias is Bearing.AGAINST


def test_a_name_that_comes_up_when_another_falls_silent_is_a_sign_for_a_second_name():
    made, later = page(), page(1)
    for one, when in ((made, "2023-02"), (later, "2019-05")):
        front, movement = two(one, f"{FRONT} {when}", f"{MOVEMENT} {when}")
        one.claim(front, "alias_of", movement)
        one.claim(None, "establishment", front, Said(time="2023-03"))
        one.claim(movement, "attack", None, Said(time=when))

    signs = {one: found for one, _, found in asked(made, later)}
    assert Sign.SUCCESSION in signs[f"{FRONT} 2023-02"]
    assert Sign.SUCCESSION not in signs[f"{FRONT} 2019-05"]


def test_a_time_that_no_date_can_be_made_of_stops_nothing():
    made = page()
    front, movement = two(made)
    made.claim(front, "alias_of", movement)
    made.claim(None, "establishment", front, Said(time="198X"))
    for when in ("../2020", "2021/..", "197X"):
        made.claim(movement, "attack", None, Said(time=when))
    assert len(asked(made)) == 1


def test_a_rejected_claim_raises_nothing():
    made = page()
    said = made.claim(*_around(two(made), "front_for"))
    judgements = (judge(said, "reject"),)
    assert identity_questions(assemble([made.record()], judgements)) == ()


def test_support_speaks_for_a_front_and_against_a_second_name():
    made = page()
    front, movement = two(made)
    made.claim(front, "front_for", movement)
    made.claim(movement, "supports", front, Said(changes={"kind": "arms"}))
    made.claim(front, "opposes", movement)

    [question] = identity_questions(assemble([made.record()]))
    found = {i.sign: (i.alias, i.front) for i in question.indications}
    assert found[Sign.SUPPLY] == (Bearing.AGAINST, Bearing.FOR)
    assert found[Sign.AT_ODDS] == (Bearing.AGAINST, Bearing.AGAINST)


def test_the_order_of_the_documents_changes_no_question():
    first, second = page(), page(1)
    for made in (first, second):
        front, movement = two(made)
        made.claim(front, "alias_of", movement)
        made.claim(made.name("Gul Rahim", PERSON), "leads", movement)
    forth = identity_questions(assemble([first.record(), second.record()]))
    assert forth == identity_questions(assemble([second.record(), first.record()]))
