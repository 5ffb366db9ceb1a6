"""Spellings of one word are surer than other words that are as near by letters."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.match.words.latin import Token
from sayso.match.words.sameness import SIGNS, sameness, signs_of


def sure(asked: str, listed: str, *, bare: bool = False) -> float:
    return float(sameness([Token(asked, bare)], [Token(listed, bare=False)])[0])


@pytest.mark.parametrize(
    ("word", "spelling", "other"),
    [
        ("mohammad", "muhammed", "mohsenzad"),
        ("qaida", "qaeda", "hamida"),
        ("uthman", "othman", "ushakov"),
        ("marcos", "markos", "marquez"),
        ("vasilenko", "vasilyenko", "vasilevich"),
    ],
)
def test_a_spelling_is_surer_than_another_word(word: str, spelling: str, other: str):
    assert sure(word, spelling) > 0.5 > sure(word, other)


@pytest.mark.parametrize(
    ("one", "other"), [("zheng", "zhang"), ("cheng", "zheng"), ("oleg", "olga")]
)
def test_one_letter_of_a_short_name_makes_another(one: str, other: str):
    assert sure(one, other) < 0.35


def test_of_a_script_without_vowels_the_consonants_must_agree():
    assert sure("mhmd", "mohammad", bare=True) > 0.5 > sure("mhmd", "madani", bare=True)


def test_no_pair_has_no_sameness():
    assert sameness([], []).shape == (0,)


@given(st.text("abdehikmnorsu", min_size=1, max_size=9), st.text("abdehikmnorsu", min_size=1))
def test_it_does_not_matter_who_is_asked(one: str, other: str):
    a, b = [Token(one, bare=False)], [Token(other, bare=False)]

    assert signs_of(a, b).shape == (1, len(SIGNS))
    assert np.allclose(sameness(a, b), sameness(b, a))
