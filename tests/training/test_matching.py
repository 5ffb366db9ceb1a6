"""What is learnt from: the part that is not left out, and strangers beside it; all invented."""

from pathlib import Path

import pytest

from bench.screening_rows import Question, fold_of, strangers_of
from sayso.errors import BadInput
from training.matching import learnt_from


def strangers(tmp_path: Path, *names: str) -> list[Question]:
    path = tmp_path / "strangers.csv"
    path.write_text("full_name,gender\n" + "".join(f"{name},\n" for name in names), "utf-8")
    return strangers_of([path])


def test_each_stranger_is_one_question_that_expects_nobody(tmp_path: Path):
    told = strangers(tmp_path, "Vasilenko Brennmark", "Gul Marwat", "Gul Marwat", "")

    assert [(one.name, one.expected) for one in told] == [
        ("Gul Marwat", frozenset()),
        ("Vasilenko Brennmark", frozenset()),
    ]


def test_a_file_without_names_is_told(tmp_path: Path):
    path = tmp_path / "other.csv"
    path.write_text("name\nGul Marwat\n", "utf-8")

    with pytest.raises(BadInput, match=r"other\.csv, line 1: no column full_name"):
        strangers_of([path])


def test_nobody_who_is_left_out_or_asked_anyway_is_learnt_from(tmp_path: Path):
    told = strangers(tmp_path, *(f"Gul Marwat {number}" for number in range(40)))
    asked = told[:20]

    questions, others = learnt_from(asked, told, "0/2")

    assert {fold_of(one, 2) for one in (*questions, *others)} == {1}
    assert not {one.name for one in others} & {one.name for one in asked}
    assert sorted(others, key=lambda one: one.name) == [t for t in told[20:] if fold_of(t, 2) == 1]
