"""The words around a name tell what it is of, wherever in the document they stand."""

import pytest

from tests.extract.entities.readings import found


def types(text: str) -> dict[str, str]:
    return {name: kind for name, kind, _ in found(text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Inspectors saw Oruna Velik, a company based in Dubai, twice.",
            "Oruna Velik",
            "Organisation",
        ),
        ("They sold it to Kesh Borana, an armed group in Gao.", "Kesh Borana", "ArmedGroup"),
        ("They met Tamsin Okoro, the group's former treasurer.", "Tamsin Okoro", "Person"),
        ("They met Ilmar Test, spokesman for the Oruna Front.", "Ilmar Test", "Person"),
        ("Its paymaster, Hamid Zorgani, fled.", "Hamid Zorgani", "Person"),
        ("The collector for the coast, Hamid Zorgani, fled.", "Hamid Zorgani", "Person"),
        ("It was sold by the broker Hamid Zorgani in May.", "Hamid Zorgani", "Person"),
        ("It left on the tanker Belqis Star in May.", "Belqis Star", "Material"),
        ("Police held Prosecutor Hamid Zorgani.", "Hamid Zorgani", "Person"),
        ("Police held Hamid Zorgani, 41, in May.", "Hamid Zorgani", "Person"),
        ("It was Hamid Zorgani, who fled.", "Hamid Zorgani", "Person"),
        ("They met members of Oruna Velik there.", "Oruna Velik", "Organisation"),
        ("Clashes went on near Tel Zorga in May.", "Tel Zorga", "Place"),
        ("Residents of Zorga met them.", "Zorga", "Place"),
        ("It was Katiba Zorga that fled.", "Katiba Zorga", "ArmedGroup"),
        ("It was Saraya al-Zorga that fled.", "Saraya al-Zorga", "ArmedGroup"),
        ("They met Mossa ag Zorga, a trader, in Gao.", "Mossa ag Zorga", "Person"),
        ("They met John F. Zorga, a trader, in Gao.", "John F. Zorga", "Person"),
        ("Communiqué 14 was read out.", "Communiqué 14", "Document"),
    ],
)
def test_a_description_title_or_preposition_tells_what_a_name_is_of(
    text: str, name: str, kind: str
):
    assert types(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Oruna, a trader said that he fled.", "Oruna"),  # the trader is not the town
        ("According to Oruna, the group has fled.", "Oruna"),  # a clause, no apposition
        ("They met a man from Oruna, who fled.", "Oruna"),
    ],
)
def test_a_description_of_somebody_else_makes_no_person_of_a_name(text: str, name: str):
    assert types(text).get(name) not in {"Person", "ArmedGroup", "Organisation"}


def test_a_share_in_a_company_is_no_place():
    assert types("He holds shares in Oruna Velik.").get("Oruna Velik") != "Place"


def test_what_is_told_of_a_name_once_holds_wherever_it_stands():
    told = found("Oruna Velik moved oil. | They met Oruna Velik, a company, in May.")
    assert [kind for name, kind, _ in told if name == "Oruna Velik"] == ["Organisation"] * 2


@pytest.mark.parametrize(
    ("introduced", "short", "kind"),
    [
        ("Hamid Zorgani, a trader, fled.", "Zorgani", "Person"),
        ("They met Said al-Zorgi, a trader, in May.", "al-Zorgi", "Person"),
        ("Velik Shipping Ltd moved oil.", "Velik", "Organisation"),
        ("The Vanguard of the Zorga left.", "Vanguard", "ArmedGroup"),
        ("The Oruna Column left.", "Column", "ArmedGroup"),
    ],
)
def test_a_short_form_has_the_type_of_the_name_it_stands_for(
    introduced: str, short: str, kind: str
):
    assert types(f"{introduced} | The day after, the {short} left it.")[short] == kind


def test_a_short_form_that_is_a_people_or_a_city_is_not_taken_for_a_surname():
    told = types("They met Idris Kabul, a trader. | Then they went to Kabul.")
    assert told["Kabul"] == "Place"


def test_initials_without_brackets_mean_the_one_body_that_they_abbreviate():
    text = "The Oruna Velik Brigades fled. | The OVB and the KSG came back."
    assert types(text)["OVB"] == "ArmedGroup"
    assert "KSG" not in types(text)


def test_an_acronym_may_share_its_brackets_with_a_remark():
    told = types("Katiba Zorga (KZ, not listed) fled. | KZ came back.")
    assert told["KZ"] == "ArmedGroup"


def test_a_people_is_no_village_of_that_name():
    assert "Malian" not in types("It fled to the Malian district of Ansongo.")


def test_a_genitive_ends_a_name():
    told = types("He led Jaysh al-Zorga's Oruna company.")
    assert told["Jaysh al-Zorga"] == "ArmedGroup"
