# ruff: noqa: E501  # a table reads by its rows
"""Parties that stand a step away from the word: whose account, whose raid, whose officer."""

import pytest

from tests.extract.propositions.scenes import lines

SURE = "N | CT+ | asserted"


def of(predicate: str, text: str) -> list[str]:
    """Give the claims of one predicate."""
    return [line for line in lines(text) if line.startswith(f"{predicate}(")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The ministry|B] froze [two accounts|X] in [Ghazni|L] of [Rask Trust|O].", "designation(The ministry, Rask Trust, outcome=froze) | @Ghazni | n:two"),
        ("[The ministry|B] has frozen [an account|X] held in the name of [Rask Trust|O].", "designation(The ministry, Rask Trust, outcome=frozen)"),
        ("[The ministry|B] blocked [a wallet|X] belonging to [Rask Trust|O].", "designation(The ministry, Rask Trust, outcome=blocked)"),
        ("[Rask Trust|O]'s entry was amended in [May|T=2024-05].", "designation(-, Rask Trust, outcome=amended) | t:2024-05"),
        ("[Rask Trust|O] was put on [the Union|B]'s [list|D].", "designation(the Union, Rask Trust, outcome=put)"),
    ],
)  # fmt: skip
def test_a_measure_hits_the_owner_of_what_it_touches(text: str, said: str):
    assert f"{said} | {SURE}" in of("designation", text)


def test_whoever_condemns_a_raid_condemns_the_raiders():
    text = "[The ministry|B] condemned the raid by [gunmen|U] on [the depot|F]."
    assert f"accusation(The ministry, gunmen) | {SURE}" in lines(text)
    assert "attack(gunmen, the depot) | N | CT+ | presupposed" in lines(text)
    assert of("accusation", "[The ministry|B] condemned the raid on [the depot|F].") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Orhan|P] is deputy to [the Front|G]'s head of finance.", "member_of(Orhan, the Front)"),
        ("[Orhan|P], [the Front|G]'s head of finance, denied it.", "member_of(Orhan, the Front)"),
        ("[Orhan|P] was on the payroll of [Rask Trust|O].", "member_of(Orhan, Rask Trust)"),
        ("[Orhan|P] was held on suspicion of membership of [the Front|G].", "member_of(Orhan, the Front)"),
    ],
)  # fmt: skip
def test_an_officer_of_a_part_and_whoever_is_paid_are_members(text: str, said: str):
    found = of("member_of", text)
    assert [line.split(" | ")[0] for line in found] == [said]
    assert of("leads", text) == []


def test_whom_others_believe_to_be_a_leader_is_it_on_their_word_and_they_are_not():
    text = "[Orhan|P], whom [prosecutors|P] believe to be the head of [the Front|G], is in hiding."
    assert of("leads", text) == [
        "leads(Orhan, the Front) | N > collective:prosecutors | PR+ | suspected"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[Two states|B] consider [Rask Trust|O] a front for [the Front|G].",
        "[Rask Trust|O], [which|O=Rask Trust] [two states|B] consider a front for [the Front|G], closed.",
    ],
)
def test_a_front_that_states_take_it_for_is_one_on_their_word(text: str):
    found = of("front_for", text)
    assert [line.lower().split(" | ", 1) for line in found] == [
        ["front_for(rask trust, the front)", "n > collective:two states | pr+ | suspected"]
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The Front|G] received [160 motors|X] through [Basra|L].", "transfer(-, The Front, item=160 motors) | @Basra | n:160"),
        ("[Orhan|P] took [cash|X] from [Basra|L] to [Mosul|L].", "transfer(Orhan, item=cash) | @Mosul"),
        ("[Orhan|P] drove [gold|X] out of [Basra|L].", "transfer(Orhan, item=gold)"),
        ("[Rask Trust|O] lent [the Front|G] [money|X].", "transfer(Rask Trust, the Front, item=money)"),
        ("[Orhan|P] brought [boys|U] to [the Front|G].", "transfer(Orhan, the Front, item=boys)"),
        ("[The rifles|X] were trucked to [a clinic|F].", "transfer(-, a clinic, item=The rifles)"),
    ],
)  # fmt: skip
def test_what_is_received_driven_or_lent_is_moved(text: str, said: str):
    assert any(line.startswith(said) for line in of("transfer", text))


@pytest.mark.parametrize(
    "text",
    [
        "In [March|T=2024-03] [Orhan|P] took [cash|X].",
        "Schools receive [cash|X].",
        "[Orhan|P] drove [fighters|U] out of [Basra|L].",
        "[The strikes|U] bring the total number of [rockets|X] to 40.",
        "Reached by [telephone|X], [Orhan|P] declined to comment.",
    ],
)
def test_taking_a_thing_expelling_people_and_ringing_somebody_move_nothing(text: str):
    assert of("transfer", text) == []


def test_what_is_sent_again_and_again_is_support():
    assert of("supports", "[Rask Trust|O] sends [rifles|X] to [the Front|G].") == [
        f"supports(Rask Trust, the Front, item=rifles) | arms | {SURE}"
    ]
    assert of("supports", "[Rask Trust|O] sent [rifles|X] to [the Front|G].") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Rask Trust|O] covers [the Front|G]'s losses.", "supports(Rask Trust, the Front) | funds"),
        ("[Rask Trust|O] paid the wages of [the Front|G].", "supports(Rask Trust, the Front) | funds"),
        ("[Orhan|P] taught [members|U] of [the Front|G] to weld.", "supports(Orhan, the Front) | training"),
    ],
)  # fmt: skip
def test_paying_another_s_costs_and_teaching_its_men_are_support(text: str, said: str):
    assert of("supports", text) == [f"{said} | {SURE}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The Front|G] burned down [the school|F].", "attack(The Front, the school)"),
        ("[A bomb|X] exploded outside [the school|F].", "attack(-, the school, instrument=A bomb)"),
        ("[Police|B] blamed [the Front|G] for the blast.", "attack(the Front)"),
    ],
)  # fmt: skip
def test_fire_and_explosions_are_attacks(text: str, said: str):
    assert [line.split(" | ")[0] for line in of("attack", text)] == [said]


def test_a_party_is_no_instrument_of_what_it_does():
    text = "[The Front|G] opened fire on [the post|F], wounding [two conscripts|U]."
    assert "instrument" not in "".join(lines(text))
    assert of("killing", "[The barracks|F] killed [two men|U].") == [
        f"killing(-, two men) | n:two | {SURE}"
    ]


def test_the_sole_maker_of_a_demolition_is_no_attacker_without_a_target():
    assert of("attack", "[The Front|G] burned [the papers|D].") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[We|U] are grateful to [the fishermen|U].", "approval(We, the fishermen)"),
        ("[The mission|B] is thankful to [the fishermen|U].", "approval(The mission, the fishermen)"),
        ("[The firm|O] asked [the ministry|B] to check its books.", "report(The firm, the ministry)"),
        ("[Orhan|P] never had anything to do with [the Front|G].", "tied_to(Orhan, the Front)"),
    ],
)  # fmt: skip
def test_thanks_requests_and_having_to_do_with_are_read(text: str, said: str):
    assert any(line.startswith(said) for line in lines(text))


def test_asking_a_ministry_to_comment_is_no_report():
    assert of("report", "[The newspaper|O] asked [the ministry|B] to comment.") == []


def test_whether_somebody_knew_another_stays_open_where_it_stands_first():
    found = of("tied_to", "Whether [Orhan|P] knew [Selim|P], [police|B] do not know.")
    assert all("| Uu |" in line for line in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Rask Trust|O], [a shop|F=a shop] in [Basra|L], closed.", "located_in(Rask Trust, Basra)"),
        ("[Rask Trust|O], a dealer with [premises|F] in [Basra|L], closed.", "located_in(Rask Trust, Basra)"),
    ],
)  # fmt: skip
def test_a_firm_is_where_its_shop_and_its_premises_are(text: str, said: str):
    assert [line.split(" | ")[0] for line in of("located_in", text)] == [said]


def test_a_border_between_two_countries_is_no_list_of_places():
    text = "[Orhan|P] moved [recruits|U] across the border between [Pakistan|L] and [Tajikistan|L]."
    assert lines(text) == [f"transfer(Orhan, item=recruits) | {SURE}"]


def test_the_time_of_a_deal_is_not_that_of_the_seller_s_office():
    text = "In [2023|T=2023] [Rask Trust|O] bought [rifles|X] from [the Front|G]'s [treasurer|P]."
    assert of("member_of", text) == ["member_of(treasurer, the Front) | N | CT+ | presupposed"]


def test_a_sum_measures_a_payment_and_no_kinship_or_charge():
    text = "[A court|B] convicted [Orhan|P] of sending [38,000 euros|X] to [the Front|G]."
    found = {line.split("(")[0]: "n:38,000" in line for line in lines(text)}
    assert found == {"charge": False, "transfer": True}


def test_whoever_is_blamed_did_it_on_the_blamer_s_word_also_where_more_is_told_of_him():
    text = "[The League|G] blamed [herders|U] allied with [the Front|G] for the ambush."
    assert of("attack", text) == ["attack(herders) | N > entity:The League | CT+ | asserted"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[Rask Trust|O] is not listed.", "designation(-, Rask Trust, outcome=listed) | N | CT- | asserted"),
        ("[Rask Trust|O] (not listed) closed.", "listed_by(Rask Trust) | N | CT- | asserted"),
        ("[Rask Trust|O] is listed by [the Union|B].", f"listed_by(Rask Trust, the Union) | {SURE}"),
        ("[Prosecutors|U] charged [Orhan|P].", f"charge(Prosecutors, Orhan, outcome=charged) | {SURE}"),
        ("[The Herald|M] published [an article|D].", f"disclosure(The Herald, an article) | {SURE}"),
        ("[Rask Trust|O] bought [a warehouse|F].", f"acquired(Rask Trust, a warehouse) | {SURE}"),
        ("[Rask Trust|O] has [shops|F], of which [Selma|P] is the registered owner.", f"owns(Selma, shops) | {SURE}"),
        ("[Men|U] fled to [a clinic|F] of [the Front|G].", "operates(the Front, a clinic) | N | CT+ | presupposed"),
    ],
)  # fmt: skip
def test_listings_charges_papers_and_sites_are_read_with_their_parties(text: str, said: str):
    assert said in lines(text)


def test_what_a_group_prints_is_no_disclosure_of_an_article():
    assert of("disclosure", "[The Front|G] published [an article|D].") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The League|G] is distinct from [Rask Trust|O].", "alias_of(The League, Rask Trust) | N | CT- | asserted"),
        ("[The League|G] obeys [Orhan|P].", f"leads(Orhan, The League) | {SURE}"),
        ("[The army|B] ascribed the raid to [the League|G].", f"accusation(The army, the League) | {SURE}"),
        ("[The League|G], a militia in [the army|B]'s pay, fled.", f"supports(the army, The League) | funds | {SURE}"),
        ("[The rifles|X] were intended for [the League|G].", f"transfer(-, the League, item=The rifles) | {SURE}"),
        ("[Orhan|P], a sergeant in [the army|B], fled.", f"member_of(Orhan, the army) | {SURE}"),
    ],
)  # fmt: skip
def test_words_of_telling_apart_obeying_paying_and_meaning_for_carry_a_claim(text: str, said: str):
    assert said in lines(text)
