"""A spelling is one letter of five, and likeness has its limits."""

import pytest

from sayso.match.words.likeness import is_spelling


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("taiba", "tuiba", True),
        ("mehsud", "mahsud", True),
        ("irak", "iraki", False),
        ("pakistani", "pakistan", False),
        ("ali", "ala", False),
        ("nur", "nur", True),
        ("laskar99", "laskar98", False),
    ],
)
def test_a_spelling_is_one_letter_of_five(a: str, b: str, *, same: bool):
    assert is_spelling(a, b) is same
