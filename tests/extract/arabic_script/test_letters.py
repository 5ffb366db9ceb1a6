"""One name, however it is keyed, is one name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.arabic_script.letters import fold, is_arabic_script
from sayso.extract.arabic_script.words import words_in
from sayso.extract.arabic_script.writings import bare
from sayso.model.ids import Span

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءکیگہےںپچ"
SIGNS = "\u064b\u064e\u0651\u0640\u200c\u200f\ufeff \n.،a1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إسلام", "اسلام"),
        ("آغا", "اغا"),
        ("حقانى", "حقانی"),
        ("شبكة", "شبکه"),
        ("مُحَمَّد", "محمد"),
        ("محمـــد", "محمد"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("علماء", "علما"),
        ("حیات\u200cالله", "حیاتالله"),
        ("اسلامی جہاد", "اسلامي  جهاد"),
        ("ا\u0654حمد", "أحمد"),
    ],
)
def test_ways_to_write_one_letter_are_one(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("علي", "علا"), ("حسن", "حسين"), ("سعد", "صعد")])
def test_other_letters_are_another_name(one: str, other: str):
    assert fold(one) != fold(other)


@settings(deadline=None)
@given(st.text(LETTERS + SIGNS, max_size=20))
def test_a_folded_text_stays_as_it_is(text: str):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(LETTERS + SIGNS, max_size=30))
def test_every_writing_leads_back_to_its_text(text: str):
    for writing in bare(text).others():
        assert len(writing.text) == len(writing.origin) == len(writing.after)
        for word in words_in(writing.text):
            span = writing.span(Span(word.start, word.end))
            assert fold(span.of(text)).replace(" ", "") == word.folded.replace(" ", "")


@settings(deadline=None)
@given(st.text(LETTERS + SIGNS, max_size=30))
def test_every_reading_of_a_word_lies_in_it(text: str):
    for word in words_in(text):
        assert word.readings[0].start == word.start
        assert all(word.start <= reading.start < word.end for reading in word.readings)


def test_a_script_is_told_by_most_letters():
    assert is_arabic_script("القاعدة (QDe)")
    assert not is_arabic_script("Al-Qaida القا")
    assert not is_arabic_script("")
