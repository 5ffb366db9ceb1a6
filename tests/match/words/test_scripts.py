"""Names that other scripts write by ear come back as they are spoken; words invented or common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.match.words.latin import tokens_of
from sayso.match.words.readings import bare_bones


def form(word: str) -> str:
    return "".join(token.form for token in tokens_of(word))


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("גולדמרק", "guldmrk"),
        ("פרזנוב", "prznov"),
        ("אורנב", "aurnv"),
        ("ורמן", "vrmn"),
        ("וולדו", "vldo"),
        ("브렌마크", "brenmak"),  # no "eu" that is not spoken, "b" and not "p"
        ("마르트", "mart"),
        ("켈러드", "kellod"),
        ("김도윤", "kimtoyun"),  # a Korean name has the voiceless sounds
        ("전영호", "jonyongho"),
        ("ディルモ", "dirmo"),
        ("ブレンマーク", "brenmark"),
        ("チャッコ", "chako"),
        ("ヴィルク", "virk"),
        ("ウェルド", "werd"),
        ("やまだ", "yamada"),
        ("布倫克斯", "blunks"),
        ("習近平", "xijinping"),  # none of its characters is a sign of a foreign name
        ("李斯", "lisi"),  # too short for one
    ],
)
def test_a_word_is_written_as_it_is_spoken(word: str, latin: str):
    assert form(word) == latin


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("גולדמרק", "goldmark"),
        ("브렌마크", "brenmak"),
        ("ブレンマーク", "brenmark"),
        ("유리", "yuri"),
    ],
)
def test_consonants_are_those_of_the_latin_name(word: str, latin: str):
    assert bare_bones(form(word)).replace("l", "r") == bare_bones(latin).replace("l", "r")


@given(st.text(alphabet=st.characters(min_codepoint=0x590, max_codepoint=0xD7FF), max_size=12))
def test_any_word_of_any_script_becomes_small_latin_letters(text: str):
    assert all(token.form.isascii() and token.form.isalnum() for token in tokens_of(text))
