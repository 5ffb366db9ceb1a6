"""The shipped second reader: its place in the text, and what it hears."""

import pytest

from sayso.extract.encoder.marked import named_in, same_in
from sayso.extract.encoder.opinions import NOT_SO, SOURCED, Opinion, opinions_in
from sayso.extract.encoder.session import Encoder
from sayso.model.ids import Span

TEXTS = {
    "names in many scripts": "Gul Rahim (گل رحیم, Гуль Рахим, 古尔拉希姆) ran the 🜏 camp.",
    "a bidirectional mark and a zero": "The \u202eKandor\u202c Front\x00 raided\u200b a post.",
    "one word without end": "a" * 5_000,
    "a sentence longer than it can read": "The front raided the post. ".replace(".", ",") * 400,
}


def judge(text: str, *sentences: str) -> list[Opinion]:
    starts = [text.index(sentence) for sentence in sentences] if sentences else [0]
    spans = [Span(at, at + len(s)) for at, s in zip(starts, sentences or (text,), strict=True)]
    return [o for scores in Encoder().read(text, spans, spans) for o in opinions_in(scores)]


def on(word: str, text: str, *sentences: str) -> Opinion:
    at = text.index(word)
    return next(o for o in judge(text, *sentences) if o.span.start == at)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_opinions_lie_in_the_text_in_order_and_are_likelihoods(text: str):
    opinions = judge(text)
    assert opinions
    assert all(0 <= o.span.start < o.span.end <= len(text) for o in opinions)
    assert [o.span.start for o in opinions] == sorted(o.span.start for o in opinions)
    assert all(0 <= o.sourced <= 1 and 0 <= o.not_so <= 1 for o in opinions)


def test_the_same_text_is_read_the_same_twice():
    text = "Waybills seized in Brenna show that the Kandor Front sold diesel."
    assert judge(text) == judge(text)


def test_nothing_is_read_where_nothing_is_wanted():
    assert list(Encoder().read("The front raided a post.", [Span(0, 24)], [])) == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("runs", "The ministry said that the Kandor Front runs a camp in Brenna."),
        ("sold", "Two boatmen recall that Orlo Marine sold engines to the Kandor Front."),
        ("killed", "The Kandor Front killed two herders, a villager told the paper."),
    ],
)
def test_what_somebody_tells_is_heard_as_theirs(word: str, text: str):
    assert on(word, text).sourced > SOURCED


def test_what_the_narrator_tells_is_heard_as_the_narrators():
    assert on("raided", "The Kandor Front raided a police post on 3 March.").sourced < SOURCED


def test_a_denial_is_heard_and_a_plain_fact_is_not_taken_for_one():
    denied = "Orlo Marine denied that it had sold engines to the Kandor Front."
    assert on("sold", denied).not_so > NOT_SO
    assert on("sold", "Orlo Marine sold engines to the Kandor Front.").not_so < NOT_SO


def test_names_are_found_with_their_kinds():
    text = "General Oda Brenk met officers of the Iraqi Army in Mosul on 3 March 2016."
    whole = [Span(0, len(text))]
    names = [name for scores in Encoder().read(text, whole, whole) for name in named_in(scores)]
    kinds = {name.span.of(text): name.kind for name in names}
    assert kinds["Mosul"] == "Location"
    assert {"Person", "Organisation", "Temporal"} <= set(kinds.values())


def test_a_pronoun_means_whom_the_sentence_is_about_and_nobody_out_of_sight():
    text = "Oda Brenk said that she had left the party."
    whole = [Span(0, len(text))]
    scores = next(Encoder().read(text, whole, whole))
    she, oda, party = (
        Span(text.index(words), text.index(words) + len(words))
        for words in ("she", "Oda Brenk", "the party")
    )
    assert same_in(scores, she, oda) > 0.5 > same_in(scores, she, party)
    assert same_in(scores, she, oda) == same_in(scores, oda, she)
    assert same_in(scores, she, Span(len(text), len(text) + 3)) == 0
