"""The numbers of the encoder's heads, read at the right places."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from sayso.extract.encoder.carried import Candidate, Carried, carried_in
from sayso.extract.encoder.heads import (
    ENDS,
    GAPS,
    KINDS,
    LINKS,
    PAIRS,
    PREDICATES,
    SLICES,
    TAGS,
    WIDTH,
    between,
    gap_of,
    shape_of,
)
from sayso.extract.encoder.marked import Named, related_in
from sayso.extract.encoder.scores import Numbers, Scores, likeliest
from sayso.extract.encoder.session import Encoder
from sayso.model.ids import Span
from sayso.model.vocabulary import Predicate

WORDS = (Span(0, 3), Span(4, 9), Span(10, 14))  # one piece a word
WHOLE = Span(0, 14)


def scores(**chosen: list[tuple[int, int, float]]) -> Scores:
    """Give numbers that are far below zero but for (piece, place in the head, number)."""
    numbers = np.full((len(WORDS), WIDTH), -9.0, np.float32)
    for name in PAIRS:
        numbers[:, SLICES[name]] = 0
    for head, cells in chosen.items():
        for piece, place, number in cells:
            numbers[piece, SLICES[head].start + place] = number
    return Scores(WORDS, (0, 1, 2), WHOLE, numbers, first_words)


def first_words(given: Mapping[str, Any]) -> Numbers:
    """Link a span to whatever stands before it, in every way, and to nothing else."""
    before = [gap == gap_of(range(1, 2), range(1)) for gap in given["gaps"]]
    return np.array([[4.0 if b else -4.0] * len(LINKS) for b in before], np.float32)


def triggers(read: Scores, spans: tuple[Span, ...]) -> tuple[Carried, ...]:
    """Give the triggers of the one sentence, among persons that may fill its roles."""
    candidates = [Candidate(span, ("mentions", "Person")) for span in spans]
    return dict(carried_in(read, [(WHOLE, candidates)]))[WHOLE]


def test_the_heads_lie_side_by_side_and_fill_the_layer():
    ends = sorted((s.start, s.stop) for s in SLICES.values())
    assert ends[0][0] == 0
    assert ends[-1][1] == WIDTH
    assert all(a[1] == b[0] for a, b in pairwise(ends))
    assert SLICES.keys() == TAGS.keys() | PAIRS.keys() | ENDS.keys()


def test_the_shipped_weights_give_as_many_numbers_as_the_heads_ask_for():
    text = "The Kandor Front raided a post."
    (read,) = Encoder().read(text, [Span(0, len(text))], [Span(0, len(text))])
    assert read.numbers.shape == (len(read.pieces), WIDTH)


def test_a_trigger_is_given_with_its_predicate_and_the_likeliest_filler_first():
    attack = PREDICATES.index(Predicate.ATTACK)
    read = scores(trigger=[(1, attack, 5.0)])
    (one,) = triggers(read, (WORDS[0], WORDS[2]))
    assert (one.trigger, one.predicate) == (WORDS[1], Predicate.ATTACK)
    assert one.sure > 0.9
    (first, likely), (second, unlikely) = one.fillers["subject"]
    assert (first, second) == (WORDS[0], WORDS[2])
    assert likely > 0.9
    assert unlikely < 0.1


def test_nothing_is_carried_where_nothing_may_fill_a_role_or_no_word_is_likely():
    assert triggers(scores(), WORDS) == ()
    attack = PREDICATES.index(Predicate.ATTACK)
    (alone,) = triggers(scores(trigger=[(1, attack, 5.0)]), ())
    assert set(alone.fillers.values()) == {()}


@pytest.mark.parametrize(
    ("letters", "same"),
    [("kandor", "الطالبان"), ("Kandor", "Ärzte"), ("UN", "НАТО"), ("1999", "٢٠"), ("(", "…")],
)
def test_letters_of_one_shape_have_one_number(letters: str, same: str):
    assert shape_of(letters) == shape_of(same)


def test_shapes_are_told_apart():
    assert len({shape_of(w) for w in ("front", "Front", "FRONT", "1999", "(", "iPhone")}) == 6


def test_how_two_spans_stand_is_told_by_order_distance_and_what_holds_what():
    spans = [range(1), range(1, 2), range(2, 9), range(3, 5), range(40, 41), range(200, 201)]
    gaps = {(a, b): gap_of(a, b) for a in spans for b in spans if a != b}
    assert gaps[spans[2], spans[3]] == GAPS - 2
    assert gaps[spans[3], spans[2]] == GAPS - 1
    assert len({gaps[spans[0], other] for other in spans[1:] if other is not spans[3]}) == 4
    assert all(gaps[a, b] != gaps[b, a] for a, b in gaps)
    assert all(0 <= gap < GAPS for gap in gaps.values())
    assert between(range(3, 5), range(1)) == range(1, 3)
    assert len(between(range(2, 9), range(3, 5))) == 0


def test_a_span_takes_in_whole_words_whatever_their_later_pieces_are():
    read = scores(names=[(0, 1, 9.0), (1, 0, 9.0), (2, 2, 9.0)])
    torn = replace(read, words=(0, 0, 1))
    assert [(run, kind) for run, kind, _ in torn.labelled("names")] == [(range(3), 0)]


def test_a_word_goes_on_only_from_one_of_its_kind():
    none, first, more, other, further = range(5)
    likely = np.full((3, 5), 0.01, np.float32)
    likely[0, [none, first]] = 0.5, 0.4  # "the": most likely no part of the name
    likely[1, more] = likely[2, more] = 0.9
    assert likeliest(likely) == [first, more, more]
    likely[1, [more, further]] = 0.01, 0.9
    likely[0, [first, other]] = 0.4, 0.45
    assert likeliest(likely[:2]) == [other, further]
    assert likeliest(likely[:0]) == []


def test_a_relation_that_holds_both_ways_is_given_once():
    named = [Named(WORDS[0], "Person"), Named(WORDS[2], "Location"), Named(WORDS[1], "Coordinate")]
    found = [(r, a, b) for r, a, b, _ in related_in(scores(), named)]
    assert ("CoLocated", WORDS[0], WORDS[2]) in found
    assert ("CoLocated", WORDS[2], WORDS[0]) not in found
    assert {("BelongsTo", *ends) for ends in ((WORDS[0], WORDS[2]), (WORDS[2], WORDS[0]))} <= set(
        found
    )


def test_the_shipped_network_for_links_takes_what_the_heads_give():
    text = "The Kandor Front raided a post."
    (read,) = Encoder().read(text, [Span(0, len(text))], [Span(0, len(text))])
    ends = (range(1, 3), ("mentions", "ArmedGroup")), (range(4, 5), ("times", ""))
    likely = read.links([ends, ends[::-1]])
    assert likely.keys() == set(LINKS)
    assert all(row.shape == (2,) for row in likely.values())
    assert all(0 <= row.min() <= row.max() <= 1 for row in likely.values())
    assert len(KINDS) == len(set(KINDS.values()))
