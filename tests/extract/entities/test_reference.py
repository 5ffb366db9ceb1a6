"""Descriptions and pronouns lead back to the right party, or to none."""

import pytest

from tests.extract.entities.readings import groups, read, rule_of


def meaning(text: str, words: str) -> str | None:
    told = rule_of(text, words)
    return None if told is None else told[0]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Oruna Relief feeds 900 families. | The Zarnawa Network left. | The charity paid it.",
            "The charity",
            "Oruna Relief",
        ),
        (
            "Velik Trading LLC bought oil from Oruna Relief. | The company sold it.",
            "The company",
            "Velik Trading LLC",
        ),
        (
            "They met Oruna Velik, a private company, in May. | The firm denied it.",
            "The firm",
            "Oruna Velik",
        ),
        (
            "The Zarnawa Network met Velik Trading LLC. | The group left.",
            "The group",
            "Zarnawa Network",
        ),
        (
            "The Zarnawa Network left. | It rained. | It snowed. | It froze. | The group froze.",
            "The group",
            "Zarnawa Network",
        ),
        (
            "They held Hamid Zorgani, a dealer, in May. | Police freed the dealer.",
            "the dealer",
            "Hamid Zorgani",
        ),
        (
            "The collector for the coast, Hamid Zorgani, fled. | He came back.",
            "He",
            "Hamid Zorgani",
        ),
    ],
)
def test_a_definite_description_means_the_party_of_that_kind(text: str, words: str, name: str):
    assert meaning(text, words) == name


def test_a_charity_is_no_company():
    text = "Oruna Relief feeds 900 families. | The company paid for it."
    assert meaning(text, "The company") == "company"


def test_of_two_companies_neither_is_the_company():
    text = "Velik Trading LLC paid Oruna Shipping Ltd. | The company denied it."
    assert meaning(text, "The company") == "company"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hamid Zorgani met Idris Wardak. | He left.", "He", "Hamid Zorgani"),
        (
            "Hamid Zorgani said that Idris Wardak had fled with Gul Rahim. | He also left.",
            "He",
            "Hamid Zorgani",
        ),
        (
            "The Zarnawa Network sent a letter. | Its spokesman, Gul Rahim, left.",
            "Its",
            "Zarnawa Network",
        ),
        ("The report named the Zarnawa Network. | It says that men fled.", "It", "report"),
        (
            "The Zarnawa Network left the Kandor Front and has no ties to it.",
            "it",
            "Kandor Front",
        ),
        (
            "The Zarnawa Network's spokesman, Gul Rahim, threatened that it would attack.",
            "it",
            "Zarnawa Network",
        ),
        ("They met a trader from Kunar who runs a school.", "who", "trader"),
    ],
)
def test_a_pronoun_means_the_party_to_the_fore_that_makes_sense(text: str, words: str, name: str):
    assert meaning(text, words) == name


def test_a_village_has_no_fighters_and_says_nothing():
    told = groups("Men fled from Zarnaw Koh district. | It said that its fighters left.")
    assert told["Zarnaw Koh"] == ["Zarnaw Koh"]


def test_two_parties_joined_by_and_are_together_they():
    text = "The Zarnawa Network trained the Kandor Front and the Sarband Army; they left."
    assert meaning(text, "they") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Zarnawa Network left. | Its fighters attacked a school.", "fighters"),
        (
            "The Zarnawa Network left. | Zarnawa Network commanders came.",
            "Zarnawa Network commanders",
        ),
        ("The Zarnawa Network left. | Not one of its men was there.", "men"),
        ("Gul Rahim, who commands the Zarnawa Network, left. | His men stayed.", "men"),
    ],
)
def test_uncounted_people_of_a_group_act_for_it(text: str, words: str):
    assert meaning(text, words) == "Zarnawa Network"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Zarnawa Network left. | Some 40 of its fighters stayed.", "fighters"),
        ("The Zarnawa Network left. | Its 40 fighters stayed.", "fighters"),
        ("The Zarnawa Network left. | Police killed its fighters.", "fighters"),
    ],
)
def test_people_counted_or_harmed_are_set_apart_from_their_group(text: str, words: str):
    assert meaning(text, words) == words


def test_a_company_of_a_person_is_the_one_that_he_owns():
    text = "Hamid Zorgani, who owns 60 per cent of Velik Trading LLC, left. | His company stayed."
    assert meaning(text, "company") == "Velik Trading LLC"


def test_one_and_the_other_are_two_of_those_spoken_of():
    told = read("Two officials differed: one said that it rained, while the other said nothing.")
    people = [(e.name, e.type.value) for e in told.entities]
    assert people == [("officials", "Group"), ("one", "Person"), ("other", "Person")]


def test_two_of_them_are_a_part_of_them():
    told = groups("Police held seven people, two of them in Kunar.")
    assert (told["people"], told["two of them"]) == (["people", "them"], ["two"])


@pytest.mark.parametrize(
    ("words", "name"), [("The latter", "Sarband Army"), ("The former", "Kandor Front")]
)
def test_the_former_and_the_latter_are_the_two_just_named(words: str, name: str):
    text = f"The Kandor Front fought the Sarband Army. | {words} fled."
    assert meaning(text, words) == name


def test_what_is_measured_is_the_thing_and_not_its_measure():
    told = read("They seized two consignments of rifles and 900 litres of petrol.")
    assert [e.name for e in told.entities] == ["rifles", "petrol"]


def test_a_sum_of_money_is_the_money_of_later():
    assert meaning("He took about 90 million francs. | The money is gone.", "The money") == "francs"


def test_a_surname_that_the_parser_takes_for_a_body_is_its_bearer():
    told = groups("Hamid Zorgani, a trader, left. | A court convicted Zorgani in May.")
    assert told["Hamid Zorgani"] == ["Hamid Zorgani", "trader", "Zorgani"]
