"""Words are set against words, each once, and likeness has its limits."""

import pytest

from sayso.match.likeness import align, is_spelling, nearest


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


def test_each_word_answers_one_word_at_most_the_most_alike_first():
    listed = ("ali", "hasan", "ali")
    near = {word: nearest(word, sorted(set(listed)), least=0.7) for word in ("ali", "hasam")}
    weights = {"ali": 1.0, "hasan": 2.0, "hasam": 2.0}

    found = align(("hasam", "ali"), listed, near, weights)

    assert found.pairs == (("ali", "ali", 1.0), ("hasam", "hasan", 0.8))
    assert (found.query_only, found.name_only) == ((), ("ali",))


def test_a_name_written_together_answers_its_parts():
    found = align(
        ("jintisan",),
        ("jin", "tisan"),
        {"jintisan": {}},
        {"jin": 1.0, "tisan": 2.0, "jintisan": 3.0},
    )

    assert found.pairs == (("jintisan", "jintisan", 1.0),)
    assert found.weights["jintisan"] == 3.0
    assert (found.query_only, found.name_only) == ((), ())
