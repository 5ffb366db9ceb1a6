"""Paragraphs, headings, footnotes and furniture as passages."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect.passages import cut
from sayso.collect.readers.plain import blocks_of, joined
from sayso.model.documents import Passage
from sayso.model.ids import Span, digest_of
from sayso.model.vocabulary import PassageKind
from sayso.ports import Block

ID = digest_of(b"made")
SENTENCE, HEADING = PassageKind.SENTENCE, PassageKind.HEADING


def of_plain(text: str) -> tuple[Passage, ...]:
    return cut(ID, text, blocks_of(text))


def shown(passages: tuple[Passage, ...]) -> list[tuple[str, str, str]]:
    return [(passage.kind.value, passage.locator, passage.text) for passage in passages]


def test_a_printed_number_is_the_place_and_no_part_of_the_sentence():
    text = "Summary\n\n12. The Team met. It left.\n\n13. “Nobody” was there.\n\nIt was late."
    assert shown(of_plain(text)) == [
        ("heading", "heading", "Summary"),
        ("sentence", "para. 12", "The Team met."),
        ("sentence", "para. 12", "It left."),
        ("sentence", "para. 13", "“Nobody” was there."),
        ("sentence", "para. 13 (cont.)", "It was late."),
    ]


def test_paragraphs_before_the_first_number_are_called_unnumbered():
    text = "The Chair writes.\n\n1. The Team met.\n\n2. It left."
    assert [passage.locator for passage in of_plain(text)] == [
        "unnumbered para. 1",
        "para. 1",
        "para. 2",
    ]


def test_unnumbered_paragraphs_are_counted_without_headings():
    passages = of_plain("A title of the text\n\nOne is here.\n\nTwo is here. Three too.")
    assert [(p.locator, p.paragraph) for p in passages] == [
        ("heading", 1),
        ("para. 1", 1),
        ("para. 2", 2),
        ("para. 2", 2),
    ]


def test_title_author_and_place_lead_to_prose_and_are_headings():
    text = "Camps report rejected\n\nBy Sahar Noori\n\nKABUL\n\nThe authority rejected it."
    assert [p.kind for p in of_plain(text)] == [HEADING, HEADING, HEADING, SENTENCE]


def test_a_text_in_capitals_with_stops_is_prose():
    text = "THE AUTHORITY REJECTED THE REPORT.\n\nNOBODY IS THERE."
    assert [p.kind for p in of_plain(text)] == [SENTENCE, SENTENCE]


def test_a_line_in_capitals_above_its_text_is_a_heading():
    text = "FINANCES OF THE NETWORK\nThe network is paid from Sarhad. It pays nobody."
    assert [p.kind for p in of_plain(text)] == [HEADING, SENTENCE, SENTENCE]


def test_a_claim_without_a_stop_stays_a_sentence_when_nothing_follows_it():
    text = "The network has camps in Kunar"
    assert shown(of_plain(text)) == [("sentence", "para. 1", text)]


def test_list_items_are_sentences():
    text = "The network has camps in:\n\nKunar\n\n• Nuristan\n• Laghman and Parwan\n\nIt moved."
    assert [p.text for p in of_plain(text) if p.kind is SENTENCE] == [
        "The network has camps in:",
        "Kunar",
        "• Nuristan",
        "• Laghman and Parwan",
        "It moved.",
    ]


def test_a_reader_that_knows_headings_is_believed():
    parts = [("Camps", HEADING, 1), ("Leader since 2021", SENTENCE, 1), ("He left.", SENTENCE, 2)]
    text, blocks = joined(parts)
    assert [(p.kind, p.locator) for p in cut(ID, text, blocks)] == [
        (HEADING, "p. 1, heading"),
        (SENTENCE, "p. 1, para. 1"),
        (SENTENCE, "p. 2, para. 2"),
    ]


def test_footnotes_and_furniture_are_kept_apart_from_what_is_said():
    parts = [
        ("The Team met.", SENTENCE, 3),
        ("12 See S/2024/499. Ibid.", PassageKind.FOOTNOTE, 3),
        ("3/23", PassageKind.FURNITURE, 3),
    ]
    text, blocks = joined(parts)
    assert [(p.kind.value, p.locator, p.paragraph) for p in cut(ID, text, blocks)] == [
        ("sentence", "p. 3, para. 1", 1),
        ("footnote", "p. 3, footnote 12", 1),
        ("footnote", "p. 3, footnote 12", 1),
        ("furniture", "p. 3, page furniture", 1),
    ]


def test_ids_tell_document_and_place():
    ids = [passage.id for passage in of_plain("One is here. Two is here.")]
    assert ids == [f"{ID.removeprefix('sha256:')[:16]}:{n}" for n in (0, 1)]


def test_a_megabyte_of_prose_is_cut_in_half_a_second():
    paragraph = "The Sarband Authority denied on 5 Jan. 2024 that Gen. Wardak (HSK) was paid. " * 6
    text = f"{paragraph}\n\n" * (1_000_000 // len(paragraph))
    blocks = blocks_of(text)
    took = []
    for _ in range(3):
        began = time.process_time()
        cut(ID, text, blocks)
        took.append(time.process_time() - began)
    assert min(took) < 0.5


def check(text: str, blocks: tuple[Block, ...]) -> None:
    passages = cut(ID, text, blocks)
    assert all(passage.span.of(text) == passage.text for passage in passages)
    assert all(a.span.end <= b.span.start for a, b in pairwise(passages))
    held = bytearray(len(text))
    for passage in passages:
        held[passage.span.start : passage.span.end] = b"x" * len(passage.span)
    for block in blocks:
        left = "".join(
            text[place]
            for place in range(block.span.start, block.span.end)
            if not held[place] and not text[place].isspace()
        )
        assert left == "" or (left[-1] == "." and left[:-1].isdecimal() and len(left) <= 4)


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_every_word_of_any_text_lies_in_one_passage(text: str):
    check(text, blocks_of(text))


@settings(max_examples=150)
@given(st.text(alphabet=st.sampled_from("aB1. \r\n\t()•-:IV”؟。\u200bش"), max_size=200))
def test_every_word_of_any_layout_lies_in_one_passage(text: str):
    blocks = blocks_of(text)
    assert "".join("".join(b.span.of(text) for b in blocks).split()) == "".join(text.split())
    check(text, blocks)


@settings(max_examples=100)
@given(
    st.lists(
        st.tuples(st.text(max_size=60), st.sampled_from(PassageKind), st.integers(1, 3)), max_size=8
    )
)
def test_blocks_of_any_kind_keep_their_words(parts: list[tuple[str, PassageKind, int | None]]):
    text, blocks = joined(parts)
    assert all(block.span.of(text).strip() for block in blocks)
    check(text, blocks)


def test_an_empty_block_gives_no_passage():
    assert cut(ID, "  ", (Block(span=Span(0, 2), kind=SENTENCE),)) == ()


@pytest.mark.parametrize(
    "dateline",
    [
        "KABUL, 23 May 2024 (Meridian Wire) - ",
        "DUSHANBE, March 14, 2025 (Pamir Newswire) — ",
        "Herat (Meridian Wire) -- ",
        "(Meridian Wire) – ",
        "25 May 2024 - ",
        "NAIROBI — ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str):
    passages = of_plain(f"{dateline}The council met. It left.")
    assert [(p.kind, p.text) for p in passages] == [
        (PassageKind.FURNITURE, dateline.strip()),
        (SENTENCE, "The council met."),
        (SENTENCE, "It left."),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "The Kandor Front (KF) - a small group - met.",
        "Kandor - the town - is quiet.",
        "NATO-led troops left.",
        "IED attacks killed two.",
    ],
)
def test_a_dash_alone_makes_no_dateline(opening: str):
    assert [(p.kind, p.text) for p in of_plain(opening)] == [(SENTENCE, opening)]
