"""Attributions are scored by their words and one to one; all texts are invented."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import attribution, polnear
from bench.attribution import Attributions, Text
from bench.polnear import Article, Attributed
from sayso.errors import BadInput
from tests.bench.rows_of import written

TEXT = "The clerk said that the mayor wanted the old bridge closed, and the bakers opposed it."


def place(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def made(source: str | None, cue: str, content: str) -> Attributed:
    return Attributed(() if source is None else place(source), place(cue), place(content))


SAID = made("The clerk", "said", "that the mayor wanted the old bridge closed")
OPPOSED = made("the bakers", "opposed", "it.")


def score(gold: list[Attributed], found: list[Attributed]) -> dict[str, object]:
    rows: Attributions = {
        "attributions": [
            {
                "source": [list(p) for p in a.source],
                "cue": [list(p) for p in a.cue],
                "content": [list(p) for p in a.content],
            }
            for a in found
        ]
    }
    return attribution.score([(Article("d", TEXT, tuple(gold)), rows)])


def test_the_words_of_a_part_are_those_that_share_a_character_with_it():
    words = Text.of("Oda’s e-mail, 5%.")

    assert [words.within(((0, 1),)), words.within(((4, 9),))] == [{0}, {1, 2, 3}]
    assert words.within(((3, 4),)) == frozenset()


def test_a_part_is_counted_over_all_attributions_of_a_text_at_once():
    nested = made("the mayor", "wanted", "the old bridge closed")

    found = score([SAID, nested], [SAID])

    assert found["content_f1"] == 1.0
    assert found["source_f1"] == pytest.approx(2 / 3, abs=0.0001)
    assert found["attribution_f1"] == pytest.approx(2 / 3, abs=0.0001)


def test_two_attributions_without_a_source_agree_and_one_without_does_not():
    bare = made(None, "said", "that the mayor wanted the old bridge closed")

    assert score([bare], [bare])["attribution_f1"] == 1.0
    assert score([bare], [SAID])["attribution_f1"] == 0.0


def test_contents_agree_from_half_of_their_words_on():
    # gold: that the mayor wanted the old bridge closed (8 words)
    half = made("The clerk", "said", "the mayor wanted the")
    less = made("The clerk", "said", "the mayor wanted")

    assert score([SAID], [half])["attribution_f1"] == 1.0
    assert score([SAID], [less])["attribution_f1"] == 0.0


def test_one_prediction_answers_one_attribution():
    assert score([SAID], [SAID, SAID])["attribution_f1"] == pytest.approx(2 / 3, abs=0.0001)


def test_the_pairing_is_the_best_one_and_not_the_first():
    wide = Attributed(place("The clerk"), place("said that"), SAID.content)
    other = Attributed(place("The clerk said"), place("that"), SAID.content)

    # `wide` could take either; `other` agrees with none but the second
    assert score([wide, other], [SAID, wide])["attribution_f1"] == 1.0


def test_cues_and_sources_agree_where_they_share_a_character():
    assert attribution.touch(((0, 4), (9, 12)), ((11, 15),))
    assert not attribution.touch(((0, 4),), ((4, 9),))


@given(st.lists(st.sampled_from([SAID, OPPOSED]), max_size=4))
def test_the_truth_as_an_answer_is_wholly_right(gold: list[Attributed]):
    figures = score(gold, gold)

    assert figures["attribution_f1"] == (1.0 if gold else None)


BRAT = (
    "T1\tSource 0 9\tThe clerk\nT2\tCue 10 14\tsaid\nT3\tContent 15 29;37 58\tthat the mayor\n"
    "goes on in a second line\nT4\tAttribution 10 14\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "T5\tContent 64 74\tthe bakers\nE2\tAttribution:T4 Content:T3 Content2:T5\n"
)


def test_the_first_annotator_is_read_with_pieces_and_without_what_has_no_cue(tmp_path: Path):
    row = {"doc": "d", "text": TEXT, "ann": {"b": BRAT, "a": "E1\tnonsense"}}

    [article] = polnear.read(written(tmp_path / "p.jsonl", [row]))

    assert article.attributions == (Attributed(((0, 9),), ((10, 14),), ((15, 29), (37, 58))),)


def test_parts_of_one_content_are_joined():
    [_, joined] = polnear.attributions_of(BRAT, len(TEXT), "here")

    assert joined.content == ((15, 29), (37, 58), (64, 74))


@pytest.mark.parametrize(
    ("annotations", "complaint"),
    [
        ("T1\tCue 4 900\tsaid", "annotation 1: no stretch of the text of 86 characters"),
        ("T1\tCue", "annotation 1: no stretch"),
        ("E1\tAttribution:T4 Cue:T9", "annotation 1: refers to 'T9'"),
    ],
)
def test_annotations_that_do_not_hold_together_are_named(
    tmp_path: Path, annotations: str, complaint: str
):
    row = {"doc": "d", "text": TEXT, "ann": {"a": annotations}}

    with pytest.raises(BadInput, match=rf"p\.jsonl, line 1, {complaint}"):
        list(polnear.read(written(tmp_path / "p.jsonl", [row])))


def test_the_product_gives_the_text_s_own_attributions_and_none_inside_another():
    found = attribution.predict(Article("d", TEXT, ()))["attributions"]
    cues = [" ".join(TEXT[a:b] for a, b in one["cue"]) for one in found]

    assert cues == ["said", "opposed"]
