# ruff: noqa: E501  # a table reads by its rows
"""Deliveries, listings, arrests, leaks and attacks, in actives, passives and nouns."""

import pytest

from tests.extract.propositions.scenes import lines

SURE = "N | CT+ | asserted"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The courier|P] handed [the money|X] to [Haji Omar|P].", "transfer(The courier, Haji Omar, item=the money)"),
        ("[The rifles|X] were sold to [the Front|G] by [Ms Okafor|P].", "transfer(Ms Okafor, the Front, item=The rifles)"),
        ("[The firm|O] moved [the boats|X] to [Sirte|L].", "transfer(The firm, item=the boats) | @Sirte"),
        ("[The firm|O] sent two crates of [rifles|X] to [the Front|G].", "transfer(The firm, the Front, item=rifles) | n:two"),
        ("[The money|X] reached [the Front|G].", "transfer(-, the Front, item=The money)"),
        ("[The group|G] took delivery of [rifles|X] from [the firm|O].", "transfer(the firm, The group, item=rifles)"),
    ],
)  # fmt: skip
def test_goods_and_money_move_from_hand_to_hand(text: str, said: str):
    assert f"{said} | {SURE}" in lines(text)


def test_money_that_never_arrived_moved_to_nobody():
    assert lines("[The money|X] never reached [the Front|G].") == [
        "transfer(-, the Front, item=The money) | N | CT- | asserted"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[Ali|P] carried [a rifle|X].",
        "[The firm|O] handed [a letter|D] to [Ali|P].",
        "[Two strikes|X] delivered 24 [bombs|X].",
    ],
)
def test_what_somebody_only_carries_or_writes_is_not_moved(text: str):
    assert not [line for line in lines(text) if line.startswith("transfer")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The ministry|B] placed [the bank|O] on the national blacklist in [2023|T].", "designation(The ministry, the bank, outcome=placed) | t:2023"),
        ("[The bank|O] was removed from the sanctions list.", "designation(-, The bank, outcome=removed)"),
        ("[The court|B] froze two of the accounts of [Ms Okafor|P].", "designation(The court, Ms Okafor, outcome=froze) | n:two"),
        ("The freezing of [the bank|O]'s accounts was announced.", "designation(-, the bank, outcome=freezing)"),
        ("[The bank|O] was designated by [the Treasury|B] on [3 May 2024|T].", "designation(the Treasury, The bank, outcome=designated) | t:3 May 2024"),
        ("[The bank|O] has been listed by [the Council|B] since [2019|T].", "listed_by(The bank, the Council) | t:2019"),
        ("[The bank|O] was struck off the register in [2020|T].", "designation(-, The bank, outcome=struck) | t:2020"),
        ("[The Treasury|B] lifted sanctions on [the bank|O].", "designation(The Treasury, the bank)"),
        ("[Ali|P] has been under sanctions by [the Treasury|B] since [2020|T].", "listed_by(Ali, the Treasury) | t:2020"),
        ("[Three men|U] are in custody in [Derna|L].", "arrest(-, Three men) | @Derna | n:Three"),
        ("[The court|B] sentenced [Ali|P] to five years.", "charge(The court, Ali, outcome=sentenced)"),
    ],
)  # fmt: skip
def test_an_act_of_listing_is_an_event_and_to_be_listed_a_state(text: str, said: str):
    assert lines(text) == [f"{said} | {SURE}"]


def test_a_charge_and_an_acquittal_are_two_events_of_one_person():
    assert lines("[Ali|P] was charged with murder in [2020|T] but acquitted in [2021|T].") == [
        f"charge(-, Ali, outcome=charged) | t:2020 | {SURE}",
        f"charge(-, Ali, outcome=acquitted) | t:2021 | {SURE}",
    ]
    assert lines("No charge has been brought against [Ali|P].") == [
        "charge(-, Ali) | N | CT- | asserted"
    ]


def test_what_a_body_is_asked_to_do_is_not_done():
    text = "[The ministry|B] requested [the Council|B] to freeze the assets of [Ali|P]."
    frozen = [line for line in lines(text) if line.startswith("designation")]
    assert frozen
    assert all(line.startswith("designation(the Council, Ali") for line in frozen)
    assert not [line for line in frozen if "CT+" in line]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The gunmen|U] took [four sailors|U] hostage.", "abduction(The gunmen, four sailors) | n:four"),
        ("[The Brigade|G] holds [two nurses|U] in [Sirte|L].", "abduction(The Brigade, two nurses) | @Sirte | n:two"),
        ("[The ministry|B] holds [two nurses|U] in [Sirte|L].", "arrest(The ministry, two nurses) | @Sirte | n:two"),
        ("[Customs officers|B] impounded [a lorry|X] in [Sirte|L].", "seizure(Customs officers, a lorry) | @Sirte"),
        ("[A bomb|X] wounded [three soldiers|U] in [Sirte|L].", "attack(-, three soldiers, instrument=A bomb) | @Sirte | n:three"),
        ("[A document|D] was leaked to [the Gazette|M] by [a clerk|P].", "disclosure(a clerk, A document, recipient=the Gazette)"),
        ("[The Brigade|G] called [the report|D] a forgery.", "accusation(The Brigade, the report)"),
        ("[The minister|P] praised the courage of [the Council|B].", "approval(The minister, the Council)"),
        ("[The ministry|B] notified [the Council|B] of the freeze.", "report(The ministry, the Council, item=the freeze)"),
        ("[The memo|D], drawn up by [the ministry|B] in [2023|T], is long.", "authored(the ministry, The memo) | t:2023"),
    ],
)  # fmt: skip
def test_who_holds_whom_tells_an_arrest_from_an_abduction(text: str, said: str):
    assert lines(text) == [f"{said} | {SURE}"]


@pytest.mark.parametrize(
    "text",
    [
        "[Ali|P] took [his children|U] to school.",
        "[The police|B] hold [troops|U] in reserve.",
        "[Ali|P] read [a book|D].",
        "[Ali|P] declined to say more.",
        "[His brother|P] was injured in [Sirte|L].",
    ],
)
def test_everyday_verbs_make_no_event(text: str):
    assert not [line for line in lines(text) if not line.startswith("other")]


def test_the_plan_of_an_abduction_does_not_make_the_planner_its_doer():
    text = "The kidnapping of [the nurse|P] was planned by [Ali|P]."
    assert "abduction(Ali" not in " ".join(lines(text))


def test_somebody_held_on_suspicion_is_the_one_suspected():
    text = "[Police|B] are holding [a trader|P] on suspicion of funding [the Front|G]."
    assert [line for line in lines(text) if line.startswith("supports(a trader, the Front)")]
    assert not [line for line in lines(text) if line.startswith("supports(Police")]
