"""Where sentences end, and where they do not."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.sentences import MAX_SENTENCE, sentences
from sayso.model.ids import Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Wardak met Gen. Dostani and Lt. Col. J. R. Marwat in Kabul.",
        "The U.S. Central Command and the U.K. Foreign Office were told.",
        "It is known as No. 12 of the list, see para. 4 and S/2024/499.",
        "The entry QDe.132 was amended, i.e. its aliases, e.g. HSK, were added.",
        "He was paid 50.5 thousand, approx. $50,500.75, at 9 a.m. Kabul time.",
        "Details are at https://example.org/a.b?c=d and www.example.org today.",
        "The network (also known as al-Liwa. Its leader is unknown. See note 3.) remains close.",
        "The group … moved to Kunar, and then ... it moved back.",
        "“Is anybody there?” he asked.",
        "“There are no camps!” the spokesman said.",
        "Al-Liwa Trading Co. Ltd. and Sarhad Bros. Inc. were named.",
        "On Jan. 5 and Sept. 11 fighters crossed.",
        "قال د. محمد إن التقرير دعاية.",
        "1.2. The measures",
        "A. Finances of the network",
    ],
)
def test_a_stop_that_ends_nothing_cuts_nothing(whole: str):
    assert cut(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They left. He stayed.", ["They left.", "He stayed."]),
        ("“They left.” He stayed.", ["“They left.”", "He stayed."]),
        ("(They left.) He stayed.", ["(They left.)", "He stayed."]),
        (
            "He lives in the U.S. The group does not.",
            ["He lives in the U.S.", "The group does not."],
        ),
        ("He came at 9 a.m. They left.", ["He came at 9 a.m.", "They left."]),
        ("They left in Kunar. al-Qaran stayed.", ["They left in Kunar.", "al-Qaran stayed."]),
        ("Camps were found.12 The Team left.", ["Camps were found.12", "The Team left."]),
        ("Camps were found.The Team left.", ["Camps were found.", "The Team left."]),
        ("They left. 12 fighters stayed.", ["They left.", "12 fighters stayed."]),
        ("The answer was no. The Team left.", ["The answer was no.", "The Team left."]),
        ("They left…\n\nHe stayed", ["They left…", "He stayed"]),
        ("A heading\n\nHe stayed", ["A heading", "He stayed"]),
        (
            ". Near Mosul, one left. . Near Rawah, two.",
            [". Near Mosul, one left.", ". Near Rawah, two."],
        ),
        ("هل غادروا؟ لا أحد هناك.", ["هل غادروا؟", "لا أحد هناك."]),
        ("وہ چلے گئے۔ کوئی نہیں رہا۔", ["وہ چلے گئے۔", "کوئی نہیں رہا۔"]),
        ("他们离开了。没有人留下！真的？", ["他们离开了。", "没有人留下！", "真的？"]),
        ("Они ушли. Никого нет.", ["Они ушли.", "Никого нет."]),
    ],
)
def test_sentences_end_at_their_stops(text: str, parts: list[str]):
    assert cut(text) == parts


def test_a_sentence_may_run_over_lines():
    assert cut("The group\nmoved to\nKunar. It stayed.") == [
        "The group\nmoved to\nKunar.",
        "It stayed.",
    ]


def test_a_blank_line_inside_a_sentence_does_not_end_it():
    assert cut("The U.S.-led\n\ncoalition\n\n, he said, left. It\n\nHe") == [
        "The U.S.-led\n\ncoalition\n\n, he said, left.",
        "It",
        "He",
    ]


def test_a_long_parenthesis_shelters_nothing():
    inside = "They left. " * 40
    assert len(cut(f"The group ({inside}) stayed.")) > 10


def test_an_endless_sentence_is_cut_at_semicolons_or_spaces_without_losing_a_character():
    for text in ("word " * 2_000, "the group; " * 900, "س" * 5_000):
        parts = cut(text)
        assert all(len(part) <= MAX_SENTENCE for part in parts)
        assert "".join("".join(parts).split()) == "".join(text.split())
    assert cut("the group; " * 900)[0].endswith(";")


@pytest.mark.parametrize(
    "hostile", ["Mr. ", "(", ". ", "A. ", "a)b. ", '."', "1. ", "\n ", "; ", "....x", "(x. Y) "]
)
def test_hostile_text_takes_time_in_proportion_to_its_length(hostile: str):
    def seconds(length: int) -> float:
        text = hostile * (length // len(hostile))
        began = time.perf_counter()
        cut(text)
        return time.perf_counter() - began

    assert seconds(200_000) < 25 * seconds(20_000) + 0.2


@settings(max_examples=100)
@given(st.text(alphabet=st.sampled_from('aB1. \n()"”!?;…。؟\u200f\u202eعن'), max_size=200))
def test_every_character_that_is_not_white_space_is_in_one_sentence(text: str):
    spans = list(sentences(text, Span(0, len(text))))
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
