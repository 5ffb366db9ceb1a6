"""Names that no table has are known by their shape."""

import pytest

from sayso.extract.names.shapes import abbreviates
from tests.extract.entities.readings import found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kandor Liberation Front said so.", "Kandor Liberation Front", "ArmedGroup"),
        ("Harakat-e-Safid Koh does not exist.", "Harakat-e-Safid Koh", "ArmedGroup"),
        ("Fighters of Jaish-ul-Zarnawa left.", "Jaish-ul-Zarnawa", "ArmedGroup"),
        ("Jaish-ul-Zarnawa's emir left.", "Jaish-ul-Zarnawa", "ArmedGroup"),
        ("Lashkar-i-Zarnawa left.", "Lashkar-i-Zarnawa", "ArmedGroup"),
        ("the Dast-e-Sabz Movement, which", "Dast-e-Sabz Movement", "ArmedGroup"),
        ("Harakat al-Zarnawa left.", "Harakat al-Zarnawa", "ArmedGroup"),
        ("the al-Zarnawa Network", "al-Zarnawa Network", "ArmedGroup"),
        ("the Front for the Relief of Kandor", "Front for the Relief of Kandor", "ArmedGroup"),
        (
            "Islamic State in the Greater Zarnawa",
            "Islamic State in the Greater Zarnawa",
            "ArmedGroup",
        ),
        ("the Zarnawa Council on Monday", "Zarnawa Council", "Organisation"),
        ("a Ministry of Defence official", "Ministry of Defence", "PublicBody"),
        (
            "the Panel on Regional Sanctions Observance which",
            "Panel on Regional Sanctions Observance",
            "PublicBody",
        ),
        ("the Sarhad Daily reported", "Sarhad Daily", "MediaOutlet"),
        ("Residents told Radio Pamir that", "Radio Pamir", "MediaOutlet"),
        ("in Zarnawa Prison.", "Zarnawa Prison", "Facility"),
    ],
)
def test_the_words_of_a_name_tell_what_it_names(text: str, name: str, kind: str):
    assert found(text) == [(name, kind, "shape")]


@pytest.mark.parametrize(
    "text",
    ["The front moved east.", "On Thursday the Army left.", "According to the Council it is so."],
)
def test_a_word_alone_is_no_name(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("KLF", "Kandor Liberation Front"),
        ("FRK", "Front for the Relief of Kandor"),
        ("HSK", "Harakat-e-Safid Koh"),
    ],
)
def test_the_letters_of_a_short_form_begin_the_words_of_its_name(short: str, name: str):
    assert abbreviates(short, name)
    assert not abbreviates("ZLF", name)
    assert not abbreviates(short, name.split(maxsplit=1)[0])


def test_a_short_form_is_read_before_and_after_its_name():
    after = found("The Zarnawa Council (ZC) and the DSM (Dast-e-Sabz Movement) met.")
    assert [(n, r) for n, _, r in after if len(n) < len("Zarn")] == [
        ("ZC", "acronym"),
        ("DSM", "acronym"),
    ]


def test_letters_in_brackets_that_abbreviate_nothing_are_no_short_form():
    assert found("The men of the east (USA) came with a Zarnawa Shawl (XYZ).") == [
        ("USA", "Place", "gazetteer")
    ]
