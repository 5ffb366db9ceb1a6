"""What is learnt of words is learnt from names; all are invented."""

from sayso.match.words.latin import Token
from sayso.match.words.sameness import SIGNS
from tests.fakes import tiny_entry
from training.common import counted
from training.words import Pair, fitted

SPELLINGS = [("vasilenko", "vasylenko"), ("mehsud", "mahsud"), ("brennmark", "brennmarck")]
OTHERS = [("vasilenko", "vatilov"), ("mehsud", "mesbah"), ("brennmark", "bernat")]


def pairs(words: list[tuple[str, str]], *, is_right: bool) -> list[Pair]:
    return [Pair(Token(a, bare=False), Token(b, bare=False), is_right) for a, b in words]


def test_likeness_never_speaks_against_two_words_being_one():
    told = fitted([*pairs(SPELLINGS, is_right=True), *pairs(OTHERS, is_right=False)])

    assert list(told["weights"]) == list(SIGNS)
    assert all(w >= 0 for sign, w in told["weights"].items() if ":" in sign)


def test_a_word_counts_once_for_each_party_that_bears_it():
    twice = [tiny_entry(f"QDe.{900 + n}", "Kandor Bank", "Kandor Banca Ltd") for n in range(12)]
    once = tiny_entry("QDe.990", "Sarband Bank")

    assert counted([*twice, once]) == [(13, "bank"), (12, "kandor llc")]
