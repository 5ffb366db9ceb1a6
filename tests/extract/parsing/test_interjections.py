"""What breaks in on a sentence to tell who says it, and what only looks like it."""

from pathlib import Path

import pytest

from sayso.extract.parsing.interjections import after_opening, find_interjection
from sayso.extract.parsing.stand_ins import parse_names
from tests.extract.entities.readings import passages

TRAIN = Path(__file__).resolve().parents[3] / "corpus" / "train"


@pytest.mark.parametrize(
    "told",
    [
        ", the ministry said,",
        ", two judges in Herat held,",
        ", it has also been careful to say the group claimed,",
        ", the report notes,",
        ", the monitors reported on Monday,",
        ", she went on,",
        ", police later told reporters,",
        ", said Mara,",
    ],
)
def test_a_source_between_commas_is_found_with_its_commas(told: str):
    text = f"The group{told} burned the post."
    found = find_interjection(text)
    expected = None if "careful" in told else told
    assert (None if found is None else found.of(text)) == expected


@pytest.mark.parametrize(
    "told", [", the ministry said", ", confirmed the governor", ", wrote Mara Veld", ", we learned"]
)
def test_a_source_at_the_end_is_found(told: str):
    text = f"The group burned the post{told}."
    found = find_interjection(text)
    expected = None if told == ", confirmed the governor" else told
    assert (None if found is None else found.of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The group, which the ministry said had fled, burned the post.",
        "Mara's lawyer, Dara Solh, said he had met the trader once, but had sold nothing.",
        "The firm, the ministry said, adding that it was a front, sold the fuel.",
        "Its head, told of the raid, fled.",
        "The group, when it claimed the raid, lied.",
        "We found that the fund, the company, holds shares in the mill.",
        "“Nobody left, the ministry said, and nobody came.",
        "The League trained them; the firm paid them, officials said.",
        "",
        ",,,",
        ", said",
    ],
)
def test_what_is_no_interjection_is_left_to_the_parser(text: str):
    assert find_interjection(text) is None


def test_a_comma_that_sets_off_the_opening_words_stays():
    text = "In May, the ministry said, the group burned the post."
    found = find_interjection(text)
    assert found is not None
    cut = after_opening(text, found)
    assert text[: cut.start] + text[cut.end :] == "In May, the group burned the post."


@pytest.mark.parametrize("path", sorted(TRAIN.glob("*.txt"))[:12], ids=lambda p: p.stem)
def test_every_word_of_a_sentence_is_in_its_tree_once_and_in_order(path: Path):
    own = passages(path.read_text("utf-8"))
    for passage, sentence in zip(own, parse_names(own, ()), strict=True):
        words = "".join(t.text for t in sentence.tokens)
        assert "".join(words.split()) == "".join(passage.text.split())
        assert [t.index for t in sentence.tokens] == list(range(len(sentence.tokens)))
