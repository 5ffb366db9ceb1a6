"""The words around a pronoun, a role or a short name tell whom it can mean."""

import pytest

from tests.extract.entities.readings import groups, names, read, rule_of


def meaning(text: str, words: str) -> str | None:
    told = rule_of(text, words)
    return None if told is None else told[0]


def kind_of(text: str, name: str) -> str | None:
    return next((e.type.value for e in read(text).entities if name in (e.name, *e.aliases)), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            (
                "The Kisumu High Court jailed Awad Dirie, a member of the Nahr Brigade. | "
                "It acquitted his brother of recruiting for it."
            ),
            "it",
            "Nahr Brigade",
        ),
        (
            "The Osh District Court named the Nahr Brigade. | Awad Dirie denied belonging to it.",
            "it",
            "Nahr Brigade",
        ),
        (
            (
                "The Ministry of Interior raided a house of the Nahr Brigade. | "
                "Police shot its founder, Awad Dirie."
            ),
            "its",
            "Nahr Brigade",
        ),
        (
            "The Ministry of Trade fined Velik Trading LLC. | Its managing director fled.",
            "Its",
            "Velik Trading LLC",
        ),
        (
            (
                "Contrary to what Radio Pamir said, it was the Nahr Brigade that shelled Osh. | "
                "Its spokesman denied it."
            ),
            "Its",
            "Nahr Brigade",
        ),
        (
            "Velik Trading LLC informed the Sarhad Panel that it had never bought any oil.",
            "it",
            "Velik Trading LLC",
        ),
        (
            "The Nahr Brigade fled. | Police said in Osh that they had held its leader.",
            "its",
            "Nahr Brigade",
        ),
        (
            "Radio Pamir told of a bomb that went off in Kunduz. | It killed nine people.",
            "It",
            "bomb",
        ),
        (
            "Awad Dirie bought four boats for the traders. | They were handed over in May.",
            "They",
            "boats",
        ),
        (
            "The Kunduz Rifles had fired first, and the army had not armed them.",
            "them",
            "Kunduz Rifles",
        ),
    ],
)
def test_a_pronoun_means_whom_its_words_fit(text: str, words: str, name: str):
    assert meaning(text, words) == name


def test_the_it_of_a_cleft_means_nobody():
    text = "Radio Pamir left. | In May it was the Nahr Brigade that shelled Kunduz."
    assert meaning(text, "it") is None


def test_a_court_is_nobody_to_recruit_for():
    text = "The Osh District Court sat in May. | It acquitted a man of recruiting for it."
    assert meaning(text, "it") is None


def test_a_receiver_is_not_taken_for_the_goods():
    text = "Owners of cattle feed the Nahr Brigade. | Hauliers hand it 900 francs a lorry."
    assert meaning(text, "it") == "Nahr Brigade"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Velik Freight FZE, a forwarder in Aden, fled.", "forwarder", "Velik Freight FZE"),
        ("Velik Electronics, a shop in Gode, paid.", "shop", "Velik Electronics"),
        ("Awad Dirie, a courier with Velik Exchange, took the cash.", "courier", "Awad Dirie"),
        ("Its founder, his uncle Awad Dirie, has been listed.", "founder", "Awad Dirie"),
        (
            "Gul Rahim is the cousin of Awad Dirie, a trader who sits on its board.",
            "trader",
            "Awad Dirie",
        ),
        ("They freed Awad Dirie, the ministry's spokesman.", "spokesman", "Awad Dirie"),
    ],
)
def test_a_role_beside_a_name_is_its_bearers(text: str, words: str, name: str):
    assert meaning(text, words) == name


def test_a_second_person_in_a_row_is_not_the_first():
    assert meaning("They freed Awad Dirie, a driver and a cook.", "cook") == "cook"


def test_the_insurgents_of_a_text_without_a_group_are_nobody_known():
    text = "Three dealers fled. | A tithe went to the insurgents."
    assert meaning(text, "the insurgents") == "insurgents"


def test_the_police_are_one_body():
    text = "The police left. | Gul Rahim speaks for the police. | The police came back."
    assert len(groups(text)["police"]) == 3


def test_a_person_has_a_lawyer():
    text = "Mona Dirie wept. | Her lawyer said that the verdict was wrong."
    assert meaning(text, "Her") == "Mona Dirie"


def test_a_person_is_no_shop():
    assert meaning("Police closed the house of Awad Dirie, a shop in Gode.", "shop") != "Awad Dirie"


def test_the_relative_is_not_called_by_the_bare_surname():
    text = (
        "Registers show Awad Dirie as its owner. | It belonged to his uncle Omar Dirie. | "
        "Interviewed in May, Dirie denied it."
    )
    assert groups(text)["Awad Dirie"][-1] == "Dirie"


def test_a_surname_of_two_persons_without_kin_is_nobodys():
    text = "Awad Dirie met Omar Dirie. | Police detained Dirie in May."
    assert meaning(text, "Dirie") not in {"Awad Dirie", "Omar Dirie"}


def test_a_full_name_is_not_that_of_a_namesake():
    text = "Awad Dirie fled. | The register names Dirie and his brother, Omar Dirie."
    assert set(groups(text)) >= {"Awad Dirie", "Omar Dirie"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Police held five men. | If the five are charged, all is well.", "the five", "men"),
        (
            "The Nahr Brigade fled. | Its men were taken by the Kunduz Crew. | That gang left.",
            "That gang",
            "Kunduz Crew",
        ),
        ("The Nahr Brigade ruled. | A tithe went to the insurgents.", "insurgents", "Nahr Brigade"),
        ("The hospital in Gode, whose director fled, burnt.", "whose", "hospital"),
    ],
)
def test_a_counted_or_general_word_means_those_known_before(text: str, words: str, name: str):
    told = meaning(text, words) or meaning(text, f"the {words}")
    assert told == name


def test_a_third_of_several_is_one_more_person():
    text = "Two bankers told us of it. | A third, who had left, denied it."
    assert meaning(text, "third") is not None


def test_a_third_of_a_thing_is_nobody():
    assert meaning("Two bankers left. | They took a third of it.", "third") is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kunduz Wardens fled. | The Wardens lost.", "Kunduz Wardens", "ArmedGroup"),
        ("Velik Bullion bought it. | Velik paid.", "Velik Bullion", "Organisation"),
        ("Sada Nahr, the media arm of the Nahr Brigade, fled.", "Sada Nahr", "MediaOutlet"),
        ("They joined the Banner of Wadi Nahr in May.", "Banner of Wadi Nahr", "ArmedGroup"),
    ],
)
def test_a_name_has_the_type_that_its_words_tell(text: str, name: str, kind: str):
    assert kind_of(text, name) == kind


def test_member_states_are_no_place():
    text = "Two Member States told the Panel."
    assert [n.span.of(text) for n in names(text) if n.type.value == "Place"] == []
