"""A speaker's commitment is read off the word that brings a clause in; all texts are invented."""

from pathlib import Path

import pytest

from bench import commitment
from bench.commitment import Item
from sayso.errors import BadInput
from tests.bench.rows_of import written


@pytest.mark.parametrize(
    ("rating", "label"),
    [(3.0, "yes"), (1.0, "yes"), (0.99, "unclear"), (-0.99, "unclear"), (-1.0, "no")],
)
def test_a_rating_says_yes_no_or_neither(rating: float, label: str):
    assert commitment.label_of(rating) == label


def item(label: str, name: str = "i1") -> Item:
    return Item(name, "", "I do not think that the bridge is safe.", "the bridge is safe", label)


def test_the_figure_is_the_mean_over_the_three_answers():
    pairs = [(item("yes", "a"), "yes"), (item("no", "b"), "no"), (item("unclear", "c"), "no")]

    score = commitment.score([(one, {"label": label}) for one, label in pairs])

    assert score["macro_f1"] == pytest.approx((1 + 2 / 3 + 0) / 3, abs=0.0001)


@pytest.mark.parametrize(
    ("target", "label"),
    [
        ("I do not think that the bridge is safe.", "no"),
        ("The clerk knows that the bridge is safe.", "yes"),
        ("The clerk said that the bridge is safe.", "unclear"),
    ],
)
def test_the_product_hears_the_speaker_in_the_word_that_brings_a_clause_in(target: str, label: str):
    asked = Item("i1", "They had met.", target, "the bridge is safe", "unclear")

    assert commitment.predict(asked) == {"label": label}


def test_an_item_is_read_with_its_answer_and_a_bad_rating_is_named(tmp_path: Path):
    row = {"uID": "x-1", "Context": "", "Target": "t", "Prompt": "p", "Mean": "-1.5"}
    path = written(tmp_path / "c.jsonl", [row, row | {"Mean": "often"}])
    rows = commitment.read(path)

    assert next(iter(rows)) == Item("x-1", "", "t", "p", "no")
    with pytest.raises(BadInput, match=r"c\.jsonl, line 2: Mean 'often' is no number"):
        list(commitment.read(path))
