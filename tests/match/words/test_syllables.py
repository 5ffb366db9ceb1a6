"""Korean syllables have few spellings in Latin letters; all names are usual words of names."""

import pytest

from sayso.match.words.latin import Token, tokens_of
from sayso.match.words.sameness import sameness
from sayso.match.words.syllables import spells, syllables_of


@pytest.mark.parametrize(
    ("syllables", "latin"),
    [
        ("성훈", "songhun"),
        ("성훈", "sunghoon"),
        ("성훈", "seonghun"),
        ("최", "choe"),
        ("최", "choi"),
        ("이", "ri"),
        ("이", "lee"),
        ("박", "park"),
        ("영철", "yongchol"),
        ("영철", "youngchul"),
        ("용", "ryong"),
        ("희", "hee"),
        ("경", "kyong"),
    ],
)
def test_people_spell_a_syllable_in_several_ways(syllables: str, latin: str):
    assert spells(latin, syllables)


@pytest.mark.parametrize(
    ("syllables", "latin"),
    [("성민", "sangman"), ("정숙", "jongsik"), ("현정", "unjong"), ("성", "song2"), ("김", "kang")],
)
def test_another_syllable_is_another_name(syllables: str, latin: str):
    assert not spells(latin, syllables)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (["성훈", "김"], ["성훈", "김"]),
        (["建平", "杨"], ["建平", "杨"]),
        (["마리아", "김"], ["", "김"]),
        (["요한", "바오로"], ["", ""]),  # no Korean family name: a foreign name
        (["玛丽"], [""]),
        (["Song", "김"], ["", "김"]),
    ],
)
def test_words_are_parts_of_a_name_beside_a_family_name_of_one_sign(
    words: list[str], parts: list[str]
):
    assert list(syllables_of(words)) == parts


def test_a_spelling_of_a_syllable_is_surer_than_another_that_looks_as_like():
    asked = [tokens_of("성민 김")[0]] * 2
    spelt, other = sameness(asked, [Token("sungmin", bare=False), Token("sangman", bare=False)])

    assert spelt > 0.5
    assert other < 0.1
