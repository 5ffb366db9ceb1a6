"""The numbers of the encoder's heads, read at the right places."""

from itertools import pairwise

import numpy as np
import pytest

from sayso.extract.encoder.carried import Carried, carried_in
from sayso.extract.encoder.heads import PAIRS, PREDICATES, SLICES, TAGS, WIDTH, shape_of
from sayso.extract.encoder.scores import Scores
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
    return Scores(WORDS, WHOLE, numbers)


def triggers(read: Scores, candidates: tuple[Span, ...]) -> tuple[Carried, ...]:
    """Give the triggers of the one sentence."""
    return dict(carried_in(read, [(WHOLE, candidates)]))[WHOLE]


def test_the_heads_lie_side_by_side_and_fill_the_layer():
    ends = sorted((s.start, s.stop) for s in SLICES.values())
    assert ends[0][0] == 0
    assert ends[-1][1] == WIDTH
    assert all(a[1] == b[0] for a, b in pairwise(ends))
    assert SLICES.keys() == TAGS.keys() | PAIRS.keys()


def test_the_shipped_weights_give_as_many_numbers_as_the_heads_ask_for():
    text = "The Kandor Front raided a post."
    (read,) = Encoder().read(text, [Span(0, len(text))], [Span(0, len(text))])
    assert read.numbers.shape == (len(read.pieces), WIDTH)


def test_a_trigger_is_given_with_its_predicate_and_the_likeliest_filler_first():
    size = PAIRS["trigger>subject"] + 1
    attack = PREDICATES.index(Predicate.ATTACK)
    read = scores(
        trigger=[(1, attack, 5.0)],
        **{"trigger>subject": [(0, 2 * size - 1, 4.0), (2, 2 * size - 1, -4.0)]},
    )
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
