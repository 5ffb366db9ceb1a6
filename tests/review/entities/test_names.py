"""Spellings that count as one name, and those that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.review.entities.names import head_noun, is_acronym, normal_name, normal_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Al-Liwa Network", "al liwa network"),
        ("Da'esh", "Da’esh"),
        ("Jaïsh-e-Ṣafīd", "Jaish e Safid"),
        ("حركة الكوه", "حركه الكوه"),
        ("لشكرى", "لشکری"),
        ("Zarnawa Council's", "Zarnawa Council"),
        ("Фронт Кандора", "фронт кандора"),
    ],
)
def test_spellings_that_differ_in_marks_alone_are_one_name(one: str, other: str):
    assert normal_name(one) == normal_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kandor Liberation Front", "Kandor Liberation Army"),
        ("Harakat-e-Safid Koh", "Harakat-e-Safa"),
        ("Theta Brigade", "ta Brigade"),
    ],
)
def test_names_that_are_alike_stay_two(one: str, other: str):
    assert normal_name(one) != normal_name(other)


def test_a_title_before_a_name_is_no_part_of_it():
    assert normal_person("Mullah Gul Rahim") == normal_person("Gul Rahim")


def test_a_title_alone_is_all_the_name_there_is():
    assert normal_person("the Commander") == "commander"


@pytest.mark.parametrize("name", ["HSK", "ISIL-K", "J.P.C.", "UN"])
def test_capitals_make_an_acronym(name: str):
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Panel", "A", "Al-Liwa", "КНФ-сила", "HSK fighters"])
def test_other_words_make_none(name: str):
    assert not is_acronym(name)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("up to eight new training camps", "camp"),
        ("six training centres of the Al-Liwa Network", "camp"),
        ("five religious schools", "school"),
        ("a base to stockpile weapons in the Panjshir Valley", "base"),
        ("a weapons base", "store"),
        ("weapons depots, some of them new", "store"),
        ("two families who fled", "family"),
        ("the report by the Panel", "report"),
    ],
)
def test_a_description_is_of_the_kind_of_its_head(phrase: str, kind: str):
    assert head_noun(phrase) == kind


@given(st.text())
def test_a_normal_name_is_its_own_normal_name(name: str):
    assert normal_name(normal_name(name)) == normal_name(name)


@given(st.text(min_size=1).filter(str.strip))
def test_no_name_normalises_to_nothing(name: str):
    assert normal_name(name)
