"""Names are found in raw text, before anything is parsed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.names.find import find_names
from sayso.model.ids import EntryId
from sayso.model.vocabulary import EntityType, PassageKind
from tests.extract.entities.readings import WORLD, FewNames, document, found, names, passages

LIST = FewNames(
    {
        "Zarnawa Shura": (EntityType.ARMED_GROUP, ("un:QDe.900",)),
        "Gul Rahim": (EntityType.PERSON, ("un:QDi.901",)),
        "گل رحیم": (EntityType.PERSON, ("un:QDi.901",)),
        "Гуль Рахим": (EntityType.PERSON, ("un:QDi.901",)),
        "古尔拉希姆": (EntityType.PERSON, ("un:QDi.901",)),
        "Rahim": (EntityType.PERSON, ("un:QDi.902", "un:QDi.903")),
        "base": (EntityType.ARMED_GROUP, ("un:QDe.900",)),
    },
    weak=frozenset({"Rahim", "base"}),
)


@pytest.mark.parametrize("name", ["Gul Rahim", "گل رحیم", "Гуль Рахим"])
def test_a_listed_name_is_found_in_every_script(name: str):
    [hit] = names(f"They met {name} again.", LIST)
    assert (hit.rule, hit.entries, hit.weak) == ("list", (EntryId("un:QDi.901"),), False)


def test_a_weak_alias_inside_a_longer_name_is_no_name_of_its_own():
    assert found("They met Gul Rahim.", LIST) == [("Gul Rahim", "Person", "list")]
    [hit] = names("They met Rahim.", LIST)
    assert (hit.rule, hit.weak, len(hit.entries)) == ("weak list", True, 2)


def test_a_listed_word_in_small_letters_is_no_name():
    assert found("They built a base there.", LIST) == []


def test_headings_and_footnotes_have_no_names():
    text = "Gul Rahim in Kabul | Gul Rahim spoke."
    kinds = {0: PassageKind.HEADING}
    hits = find_names(document(text), passages(text, kinds), LIST, WORLD)
    assert [(n.span.start, n.span.of(text)) for n in hits] == [(21, "Gul Rahim")]


def test_a_name_inside_a_longer_name_is_no_name_of_its_own():
    assert found("The Pakistani Taliban fight the Taliban.") == [
        ("Pakistani Taliban", "ArmedGroup", "known body"),
        ("Taliban", "ArmedGroup", "known body"),
    ]


def test_the_longer_of_a_listed_name_and_a_shape_stays():
    assert found("The Zarnawa Shura Council met.", LIST) == [
        ("Zarnawa Shura Council", "Organisation", "shape")
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It told Reuters so.", "Reuters", "MediaOutlet"),
        ("the UN Security Council met", "UN Security Council", "PublicBody"),
        ("the U.S. Central Command's jets", "U.S. Central Command", "PublicBody"),
        ("a fighter of Da’esh", "Da’esh", "ArmedGroup"),
        ("al-Qaida grew", "al-Qaida", "ArmedGroup"),
    ],
)
def test_known_bodies_are_found_by_all_their_names(text: str, name: str, kind: str):
    assert found(text) == [(name, kind, "known body")]


def test_a_text_in_capitals_takes_no_verb_for_a_body():
    assert all(name != "IS" for name, _, _ in found("IT IS CLEAR THAT HE IS HERE"))


def test_a_place_that_is_part_of_a_persons_name_is_left_to_the_parser():
    assert found("They met Idris Wardak there.") == []
    assert found("They met in Wardak.") == [("Wardak", "Place", "gazetteer")]


def test_a_place_before_the_word_for_its_level_is_a_place_even_when_no_table_has_it():
    assert found("He was killed in Zarnaw Koh district.") == [("Zarnaw Koh", "Place", "shape")]
    assert found("Securing Kunduz city takes men.") == [("Kunduz", "Place", "shape")]


def test_peoples_are_no_names_but_their_governments_are():
    assert found("Afghan officials met the Pakistani government.") == [
        ("Pakistani government", "PublicBody", "shape")
    ]


def test_an_acronym_is_a_name_wherever_it_stands_alone():
    text = "The Zarnawa Liberation Front (ZLF) spoke. | KLF and ZLF’s men heard the ZLF."
    shorts = [n.span.of(text) for n in names(text) if n.rule == "acronym"]
    assert shorts == ["ZLF", "ZLF", "ZLF"]


PIECES = [
    "Gul Rahim",
    " ",
    "Kandor",
    " Front",
    "(KF)",
    "Kabul",
    "-e-",
    "'s ",
    ". ",
    "گل رحیم",
    "of ",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)), st.text(max_size=20))
def test_the_names_of_any_text_stand_in_order_and_do_not_overlap(parts: list[str], noise: str):
    text, end = "".join(parts) + noise, 0
    for name in names(text, LIST):
        assert end <= name.span.start < name.span.end <= len(text)
        assert name.span.of(text).strip() == name.span.of(text)
        end = name.span.end


def test_the_owner_of_a_province_is_no_part_of_its_name():
    text = "It lies in Armenia's Zarnush province."
    assert [(n, k) for n, k, _ in found(text)] == [("Armenia", "Place"), ("Zarnush", "Place")]
