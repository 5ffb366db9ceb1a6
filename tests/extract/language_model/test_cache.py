"""Answers that were paid for once are found again, or asked for anew."""

from pathlib import Path

import pytest

from sayso.errors import Unavailable
from sayso.extract.language_model.cache import AnswerCache, key_of_question
from sayso.extract.language_model.endpoint import Answer, Ending


def test_an_answer_is_found_under_its_question_with_its_tokens(tmp_path: Path):
    cache, key = AnswerCache(tmp_path / "new"), key_of_question("a", "b")
    answer = Answer(text="“{}” قال", ending=Ending.WHOLE, prompt_tokens=3, completion_tokens=4)
    cache.keep(key, answer)
    cache.keep(key, answer)
    assert cache.find(key) == answer
    assert cache.find(key_of_question("a", "c")) is None
    assert [path.suffix for path in (tmp_path / "new").rglob("*") if path.is_file()] == [".json"]


def test_a_cache_that_cannot_be_written_says_which_setting_helps(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = AnswerCache(tmp_path / "file")
    with pytest.raises(Unavailable, match="model_cache"):
        cache.keep("0" * 64, Answer(text="{}", ending=Ending.WHOLE))


def test_the_key_of_a_question_tells_its_parts_apart():
    assert key_of_question("ab", "c") != key_of_question("a", "bc")
