"""What is no sentence is not read, and is counted."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.gating.prose import MOST_OF_ONE, readable
from tests.extract.entities.readings import passages

[PASSAGE] = passages("Zarvan said so.")


def test_sentences_are_read_as_they_are():
    parts = passages("Zarvan said so. Гуль Рахим denied it. " * 40)
    assert readable(parts) == (tuple(parts), ())


def test_a_heap_of_signs_is_left_out_and_told():
    kept, remarks = readable([PASSAGE, replace(PASSAGE, text="(" * 1500)])
    assert kept == (PASSAGE,)
    assert [remark.split(" of ")[0] for remark in remarks] == ["1 passages"]


def test_of_a_sentence_without_end_the_first_pages_are_read():
    piece = replace(PASSAGE, text="the front and the army and the men " * 40)
    kept, remarks = readable([piece] * 100)
    assert sum(len(p.text) for p in kept) <= MOST_OF_ONE
    assert len(kept) >= 10
    assert "90 passages of a sentence beyond" in remarks[0]


def test_a_paragraph_ends_a_sentence_without_end():
    piece = replace(PASSAGE, text="the front and the army and the men " * 40)
    parts = [replace(piece, paragraph=number) for number in range(1, 101)]
    assert readable(parts) == (tuple(parts), ())


@settings(deadline=None)
@given(st.lists(st.text(max_size=1600), max_size=8))
def test_what_is_kept_stands_in_order_and_the_rest_is_counted(texts: list[str]):
    parts = [replace(PASSAGE, text=text) for text in texts]
    kept, remarks = readable(parts)
    left = sum(int(remark.split()[0]) for remark in remarks)
    assert len(kept) + left == len(parts)
    assert [p.text for p in parts if p in kept] == [p.text for p in kept]
