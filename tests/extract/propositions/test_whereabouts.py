# ruff: noqa: E501  # a table reads by its rows
"""Where people and sites are, and which place and time belong to which claim."""

import pytest

from tests.extract.propositions.scenes import lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[A trader|P] in [Agadez|L] bought [rifles|X].", "located_in(A trader, Agadez) | @Agadez"),
        ("[Ali|P] bought [rifles|X] from [a dealer|P] in [Agadez|L].", "located_in(a dealer, Agadez) | @Agadez"),
        ("[Soldiers|U] attacked [a camp|F] near [Rustaq|L].", "near(a camp, Rustaq) | @Rustaq"),
        ("It was [the Front|G], [an armed group|G=the Front] in [Idlib|L].", "located_in(the Front, Idlib) | @Idlib"),
    ],
)  # fmt: skip
def test_a_phrase_takes_for_granted_where_somebody_is(text: str, said: str):
    assert f"{said} | N | CT+ | presupposed" in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Residents|U] in [Agadez|L] said so.",
        "[The Front|G] found no [trader|P] in [Agadez|L].",
        "There was a meeting of [the board|O] in [Agadez|L].",
        "[Ali|P] brought [leaders|U] together in [Agadez|L].",
        "[Police|B] arrested [a trader|P] in [Agadez|L].",
        "[Ali|P] said in [Agadez|L] that [the Front|G] had left.",
        "[A trader|P] in [the town|L] fled.",
    ],
)
def test_where_something_is_done_or_said_tells_nobody_s_place(text: str):
    assert not [line for line in lines(text) if line.startswith(("located_in", "near"))]


def test_the_place_of_somebody_is_not_that_of_the_tie_to_him():
    assert "tied_to(Ali, elders) | N | CT+ | asserted" in lines(
        "[Ali|P] is in contact with [elders|U] in [Agadez|L]."
    )


def test_an_apposition_is_based_where_its_noun_is():
    assert lines("[The Brigade|G], an armed group based in [Sirte|L], fled.") == [
        "located_in(The Brigade, Sirte) | @Sirte | N | CT+ | asserted"
    ]


def test_an_adjunct_happens_where_and_when_its_main_clause_does():
    text = (
        "[The Front|G] attacked [a post|F] in [Rustaq|L] on [3 May 2024|T], killing [two guards|U]."
    )
    assert (
        "killing(The Front, two guards) | @Rustaq | t:3 May 2024 | n:two | N | CT+ | asserted"
    ) in lines(text)


def test_what_somebody_is_charged_with_did_not_happen_in_court():
    text = "[Ali|P] was charged in [Sirte|L] in [2019|T] with recruiting for [the Front|G]."
    found = [line for line in lines(text) if line.startswith("supports")]
    assert found
    assert "@Sirte" not in found[0]
    assert "t:2019" not in found[0]


def test_fighters_stand_for_their_group_and_a_camp_does_not():
    assert lines("The fighters of [the Front|G] attacked [the army|B].") == [
        "attack(the Front, the army) | N | CT+ | asserted"
    ]
    said = lines("[Police|B] raided [a camp|F] of [the Front|G].")
    assert "attack(Police, a camp) | N | CT+ | asserted" in said
    assert "operates(the Front, a camp) | N | CT+ | presupposed" in said
    assert not [line for line in said if line.startswith("attack(Police, the Front")]


def test_a_list_goes_on_where_the_tree_hangs_it_on_the_verb():
    text = "[Ali|P] shipped [detonators|X] and 90 [rifles|X], which [he|P=Ali] had bought, to [the Front|G]."
    items = {line.split("item=")[1].split(")")[0] for line in lines(text) if "item=" in line}
    assert items == {"detonators", "rifles"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[The firm|O] moved 40 [rifles|X] and [a boat|X].", "transfer(The firm, item=a boat)"),
        ("[The Gazette|M] leaked [a 48-page report|D].", "disclosure(The Gazette, a 48-page report)"),
        ("[The minister|P] signed [Decree 31|D].", "authored(The minister, Decree 31)"),
    ],
)  # fmt: skip
def test_a_figure_measures_only_what_it_counts(text: str, said: str):
    assert f"{said} | N | CT+ | asserted" in lines(text)


def test_what_is_told_of_an_event_tells_not_where_it_was():
    text = "The kidnapping of [the nurse|P] was planned in [Sirte|L] by [Ali|P]."
    assert "abduction(-, the nurse) | N | CT+ | presupposed" in lines(text)


def test_the_time_of_asking_is_not_that_of_what_is_asked_for():
    text = (
        "On [3 May 2024|T] [the ministry|B] asked [the Council|B] to freeze the assets of [Ali|P]."
    )
    assert not [line for line in lines(text) if line.startswith("designation") and "t:" in line]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[The Front|G] runs [camps|F] in [Kunar|L], [Nuristan|L] and neighbouring [Laghman|L].", 3),
        ("[The Front|G] runs [camps|F] in [Kunar|L] and in the district of [Bajaur|L].", 2),
    ],
)  # fmt: skip
def test_a_list_of_places_goes_on_over_the_words_for_their_level(text: str, places: int):
    assert len([line for line in lines(text) if line.startswith("operates")]) == places
