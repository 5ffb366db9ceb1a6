"""Names in any script become the words that other spellings of them become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.match.words.latin import surfaces_of, tokens_of
from sayso.match.words.parentheses import readings_of
from sayso.match.words.readings import bare_bones, bones, keys_of, other_reading, usual_reading


def forms(name: str) -> list[str]:
    return [token.form for token in tokens_of(name)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nūr Walī Mehsūd", ["nur", "wali", "mehsud"]),
        ("Ka\u200bndor Fro\u2060nt", ["kandor", "front"]),
        ("KАNDОR", ["kandor"]),  # А and О are Cyrillic
        ("Сергей", ["sergey"]),
        ("Sa'ad al-Din", ["saad", "al", "din"]),
        ("Ghiasuddin", ["ghias", "din"]),
        ("Aminullah Abdulrahman", ["amin", "allah", "abd", "rahman"]),
        ("Abdullah", ["abdullah"]),
        ("الوليد", ["vlid"]),
        ("امین الله", ["amin", "allah"]),
        ("مُحَمَّد", ["muhamad"]),
        ("Αλ Κάιντα", ["al", "kaida"]),
        ("김정은", ["kimceonkeun"]),
        ("ﻛﻤﺎل", ["kmal"]),
        ("Ｋandor", ["kandor"]),
        ("", []),
        ("?! … ()", []),
    ],
)
def test_a_name_becomes_its_words(name: str, words: list[str]):
    assert forms(name) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"),
        ("Youssef", "Yusuf"),
        ("Qasim", "Kasim"),
        ("Sjojgu", "Shoygu"),
        ("Petrovitj", "Petrovich"),
        ("Schmidt", "Shmidt"),
    ],
)
def test_spellings_of_one_name_share_their_consonants_in_one_of_two_readings(one: str, other: str):
    [a], [b] = forms(one), forms(other)

    told = {bones(usual_reading(a)), bones(other_reading(a))}
    assert told & {bones(usual_reading(b)), bones(other_reading(b))}
    assert set(keys_of(a)) & set(keys_of(b))


@pytest.mark.parametrize(("arabic", "latin"), [("محفوظ", "Mahfouz"), ("وليد", "Walid")])
def test_a_script_without_vowels_is_compared_by_consonants_alone(arabic: str, latin: str):
    [token] = tokens_of(arabic)

    assert token.bare
    assert bare_bones(token.form) == bare_bones(forms(latin)[0])


def test_a_name_with_an_abbreviation_is_also_read_without_it():
    assert readings_of("Kandor Front (KF)") == ("Kandor Front (KF)", "Kandor Front  ")
    assert readings_of("Kandor Front") == ("Kandor Front",)
    assert readings_of("(KF)") == ("(KF)",)


@given(st.text(max_size=60))
def test_any_text_has_words_of_letters_and_digits_each_with_its_surface(text: str):
    tokens = tokens_of(text)

    assert all(t.form and t.form.isascii() and t.form.isalnum() for t in tokens)
    assert len(surfaces_of(text)) == len(tokens)
    assert tokens_of(text.upper().lower()) is not None
