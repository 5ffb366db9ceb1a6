"""Words are found where they stand, and never where they do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.locate import find_words
from sayso.model.ids import Span


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("the Kandor Front", "He said the Kandor Front left.", "the Kandor Front"),
        ("Kandor  Front", "the Kandor\nFront", "Kandor\nFront"),
        ("Kandor Front", "the Kandor \u200b Front", "Kandor \u200b Front"),
        ('said "yes"', "it said “yes”.", "said “yes”"),
        ("Front's", "the Front’s men", "Front’s"),
        ("well-known", "a well‑known man", "well‑known"),
        (" left. ", "They left.", "left."),
        ("الظواهري", "وقال والظواهري", "الظواهري"),
        ("محمد", "قال محمـد", "محمـد"),
        ("古尔", "由古尔拉希姆", "古尔"),
    ],
)
def test_words_are_found_but_for_spaces_quotation_marks_and_dashes(
    words: str, text: str, found: str
):
    span = find_words(words, text)
    assert span is not None
    assert span.of(text) == found


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Ali", "Alice said so"),
        ("li", "Ali"),
        ("8", "1989"),
        ("kandor front", "the Kandor Front"),
        ("Kandor Front denied", "the Kandor Front, it denied"),
        ("", "text"),
        (" \n", "text"),
        ("\u200b", "text"),
        ("longer than the text", "text"),
    ],
)
def test_words_that_do_not_stand_there_are_not_found(words: str, text: str):
    assert find_words(words, text) is None


def test_of_several_places_the_one_asked_for_is_taken():
    text = "Gul said that Gul left."
    assert find_words("Gul", text) == Span(0, 3)
    assert find_words("Gul", text, Span(9, 23)) == Span(14, 17)


@settings(deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_what_is_found_is_the_words_again(words: str, text: str):
    span = find_words(words, text)
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert find_words(span.of(text), span.of(text)) is not None


@settings(deadline=None)
@given(st.text("abc “\"'’-—\u200b \n", min_size=1, max_size=20))
def test_a_text_with_a_visible_sign_is_found_in_itself(text: str):
    if text.strip() and text.strip(" \n\u200b"):
        assert find_words(text, text) is not None
