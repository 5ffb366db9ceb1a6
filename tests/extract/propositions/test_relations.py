# ruff: noqa: E501  # a table reads by its rows
"""Who owns, leads, serves, supports and knows whom, in the many ways that English has for it."""

import pytest

from tests.extract.propositions.scenes import lines

SURE = "N | CT+ | asserted"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Darva Holding|O] owns 40 per cent of [Pelin Marine|O].", "owns(Darva Holding, Pelin Marine, share=40 per cent) | n:40 per cent"),
        ("[Ms Okafor|P] holds a 30 per cent stake in [Pelin Marine|O].", "owns(Ms Okafor, Pelin Marine, share=a 30 per cent stake) | n:30 per cent"),
        ("55 per cent of the shares in [Pelin Marine|O] are held by [Ms Okafor|P].", "owns(Ms Okafor, Pelin Marine, share=55 per cent) | n:55 per cent"),
        ("[Pelin Marine|O] is wholly owned by [Ms Okafor|P].", "owns(Ms Okafor, Pelin Marine)"),
        ("[The tanker|X] belongs to [Pelin Marine|O].", "owns(Pelin Marine, The tanker)"),
        ("[Ms Okafor|P] is the majority shareholder of [Pelin Marine|O].", "owns(Ms Okafor, Pelin Marine)"),
        ("[Pelin Marine|O]'s registered owner is [Ms Okafor|P].", "owns(Ms Okafor, Pelin Marine)"),
        ("[Ms Okafor|P], the beneficial owner of [Pelin Marine|O], fled.", "owns(Ms Okafor, Pelin Marine)"),
    ],
)  # fmt: skip
def test_a_share_a_stake_and_a_registered_owner_are_ownership(text: str, said: str):
    assert f"{said} | {SURE}" in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Ms Okafor|P] expressed interest in [the tanker|X].",
        "[Pelin Marine|O] holds [a meeting|U] in May.",
        "[Ms Okafor|P] controls 20 per cent of the traffic.",
    ],
)
def test_an_interest_in_a_thing_is_no_share_of_it(text: str):
    assert not [line for line in lines(text) if line.startswith("owns")]


def test_a_body_belongs_to_a_body_as_its_branch_and_a_port_to_its_owner():
    assert lines("[The Sabal cell|G] belongs to [the Kandor Front|G].") == [
        f"branch_of(The Sabal cell, the Kandor Front) | {SURE}"
    ]
    assert lines("[The port|F] does not belong to [Pelin Marine|O].") == [
        "owns(Pelin Marine, The port) | N | CT- | asserted"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was [Ali|P], the commander of [the Brigade|G].", "leads(Ali, the Brigade)"),
        ("[Ali|P] is commander of [the Brigade|G].", "leads(Ali, the Brigade)"),
        ("[The Brigade|G]'s leader is [Ali Qasim|P].", "leads(Ali Qasim, The Brigade)"),
        ("[Ali|P] chairs the board of [Pelin Marine|O].", "leads(Ali, Pelin Marine)"),
        ("[Ali|P], a commander of [the Brigade|G], fled.", "member_of(Ali, the Brigade)"),
        ("[Ali|P], deputy commander of [the Brigade|G], fled.", "member_of(Ali, the Brigade)"),
        ("[Ali|P], a former commander of [the Brigade|G], fled.", "member_of(Ali, the Brigade)"),
        ("[The Brigade|G]'s paymaster, [Ali|P], fled.", "member_of(Ali, The Brigade)"),
        ("[Ali|P] is a member of [the Brigade|G]'s council.", "member_of(Ali, the Brigade)"),
        ("[Ali|P] sits on the board of [Pelin Marine|O].", "member_of(Ali, Pelin Marine)"),
        ("[Ali|P], who speaks for [the Brigade|G], left.", "spokesperson_for(Ali, the Brigade)"),
        ("[Ali|P]'s sister-in-law, [Mona|P], left.", "related_to(Mona, Ali)"),
    ],
)  # fmt: skip
def test_the_commander_leads_and_a_commander_is_one_of_several(text: str, said: str):
    assert lines(text) == [f"{said} | {SURE}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The company|O]'s [director|P] declined to comment.", "leads(director, The company)"),
        ("[The Brigade|G]'s [treasurer|P] said nothing.", "member_of(treasurer, The Brigade)"),
        ("[A former clerk|P] of [the bank|O] said so.", "member_of(A former clerk, the bank)"),
        ("[The Brigade|G]'s [spokesman|P] left.", "spokesperson_for(spokesman, The Brigade)"),
    ],
)  # fmt: skip
def test_a_bare_role_is_taken_for_granted(text: str, said: str):
    assert f"{said} | N | CT+ | presupposed" in lines(text)


def test_a_role_that_nobody_has_is_taken_for_granted_by_nobody():
    assert not [
        line
        for line in lines("No [treasurer|P] of [the bank|O] was seen.")
        if line.startswith("member_of")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The firm|O] served as a cover for [the Brigade|G].", "front_for(The firm, the Brigade)"),
        ("[Ali|P] acted as a nominee for [Omar|P].", "front_for(Ali, Omar)"),
        ("[Ali|P] acts on behalf of [the Brigade|G].", "front_for(Ali, the Brigade)"),
        ("[Ali|P] is in contact with [the Brigade|G].", "tied_to(Ali, the Brigade)"),
        ("[Ali|P] met [a trader|P] on Monday.", "tied_to(Ali, a trader)"),
        ("[The Brigade|G] and [the Front|G] signed a truce.", "allied_with(The Brigade, the Front)"),
        ("[The Brigade|G] fought with [the Front|G] for a year.", "allied_with(The Brigade, the Front)"),
        ("[The Brigade|G] merged into [the Front|G].", "joined(The Brigade, the Front)"),
        ("[The Brigade|G] tried to buy [drones|X].", "seeks(The Brigade, drones)"),
        ("[The bank|O] is sanctioned by [the Council|B].", "listed_by(The bank, the Council)"),
    ],
)  # fmt: skip
def test_covers_contacts_and_truces_are_read_where_a_noun_carries_them(text: str, said: str):
    assert lines(text) == [f"{said} | {SURE}"]


def test_not_to_be_confused_with_denies_that_two_are_one():
    assert lines("[The Brigade|G] is not to be confused with [the Front|G].") == [
        "alias_of(The Brigade, the Front) | N | CT- | asserted"
    ]


def test_meeting_the_press_ties_nobody_to_it():
    assert not [line for line in lines("[Ali|P] met [reporters|U].") if line.startswith("tied_to")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The Front|G] receives [money|X] from [traders|U].", "supports(traders, The Front, item=money) | funds"),
        ("[The Front|G] received [money|X] from [traders|U].", "transfer(traders, The Front, item=money)"),
        ("[The firm|O] regularly supplies [the Front|G] with [fuel|X].", "supports(The firm, the Front, item=fuel) | goods"),
        ("[The firm|O] supplied [the Front|G] with [fuel|X].", "transfer(The firm, the Front, item=fuel)"),
        ("[The group|G] was given [rifles|X] by [a dealer|P].", "transfer(a dealer, The group, item=rifles)"),
        ("[Ali|P] pays the wages of [the Brigade|G].", "supports(Ali, the Brigade) | funds"),
        ("[Ali|P] has fed the fighters of [the Brigade|G].", "supports(Ali, the Brigade) | goods"),
    ],
)  # fmt: skip
def test_a_habit_is_support_and_one_delivery_a_transfer(text: str, said: str):
    found = [line for line in lines(text) if line.startswith(("supports", "transfer"))]
    assert found == [f"{said} | {SURE}"]


def test_what_a_group_takes_from_nobody_is_no_abduction():
    text = '"[We|G=the Front] take nothing from [foreigners|U]," [Ali|P] said.'
    assert not [line for line in lines(text) if line.startswith("abduction")]


def test_what_somebody_is_called_does_not_become_the_narrator_s_word():
    text = "[The Front|G], which [the monitors|U] call the main supplier of [the Brigade|G], left."
    assert not [line for line in lines(text) if line.startswith("supports") and "| N |" in line]


def test_neither_of_two_is_listed_where_neither_is():
    text = "Neither [the bank|O] nor [Pelin Marine|O] is listed by [the Council|B]."
    listed = [line for line in lines(text) if line.startswith("listed_by")]
    assert listed
    assert all("| CT- |" in line for line in listed)


def test_a_war_with_somebody_is_no_alliance():
    made = lines("[The Brigade|G] fought a bloody war with [the Front|G].")
    assert [line for line in made if line.startswith("allied_with")] == []
