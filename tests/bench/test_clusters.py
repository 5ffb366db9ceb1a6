"""MUC, B³ and CEAF-φ4 give the figures of the papers that define them, on their worked examples."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.assignment import best_pairs
from bench.clusters import Cluster, b_cubed, ceaf_e, figures, muc, plural

#: Luo 2005, figure 1: the truth of Bagga and Baldwin 1998, and answers to it.
TRUTH = ["12345", "67", "89ABC"]


def clusters(*words: str) -> list[Cluster]:
    """Give clusters of one-word mentions, a letter or digit each."""
    return [frozenset((ord(letter), ord(letter) + 1) for letter in word) for word in words]


@pytest.mark.parametrize(
    ("answer", "by_muc", "by_b_cubed", "by_ceaf"),
    [
        (["12345", "6789ABC"], 0.947, 0.865, 0.733),
        (["1234589ABC", "67"], 0.947, 0.737, 0.667),
        (["123456789ABC"], 0.900, 0.545, 0.294),
        (list("123456789ABC"), 0.0, 0.400, 0.178),
    ],
)
def test_the_measures_give_the_published_figures(
    answer: list[str], by_muc: float, by_b_cubed: float, by_ceaf: float
):
    truth, found = clusters(*TRUTH), clusters(*answer)

    assert muc(truth, found).f1 == pytest.approx(by_muc, abs=0.001)
    assert b_cubed(truth, found).f1 == pytest.approx(by_b_cubed, abs=0.001)
    assert ceaf_e(truth, found).f1 == pytest.approx(by_ceaf, abs=0.001)


def test_muc_counts_links_as_vilain_and_others_do():
    scored = muc(clusters("ABCD"), clusters("AB", "CD"))

    assert scored.recall.figure == pytest.approx(2 / 3)
    assert scored.precision.figure == pytest.approx(1.0)


def test_b_cubed_precision_is_that_of_bagga_and_baldwin():
    truth = clusters(*TRUTH)

    first = b_cubed(truth, clusters("12345", "6789ABC"))
    second = b_cubed(truth, clusters("1234589ABC", "67"))

    assert first.precision.figure == pytest.approx(0.76, abs=0.005)
    assert second.precision.figure == pytest.approx(0.58, abs=0.005)
    assert first.recall.figure == second.recall.figure == 1.0


def test_documents_are_added_up_before_the_figure_is_taken():
    one, other = (clusters("AB"), clusters("AB")), (clusters("ABCDE"), clusters())

    assert figures([one, other])["muc_f1"] == pytest.approx(2 * 1 / (5 + 1), abs=0.0001)


def test_the_mean_is_that_of_the_three_measures():
    found = figures([(clusters(*TRUTH), clusters("12345", "6789ABC"))])

    assert found["conll_f1"] == pytest.approx((0.947 + 0.865 + 0.733) / 3, abs=0.001)


def test_nothing_on_both_sides_has_no_figure():
    assert figures([([], [])]) == dict.fromkeys(("conll_f1", "muc_f1", "b3_f1", "ceafe_f1"))


def test_a_single_mention_is_no_cluster_and_a_mention_is_in_one_only():
    assert plural([[(0, 1)], [(1, 2), (3, 4), (3, 4)], [(3, 4), (5, 6)]]) == [
        frozenset({(1, 2), (3, 4)})
    ]


WORTH = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 9).map(float), min_size=columns, max_size=columns),
        min_size=1,
        max_size=4,
    )
)


@given(WORTH)
def test_no_other_pairing_is_worth_more(worth: list[list[float]]):
    rows, columns = len(worth), len(worth[0])
    pairs = best_pairs(worth)
    wide = [row + [0.0] * rows for row in worth]
    best = max(
        sum(wide[i][j] for i, j in enumerate(order))
        for order in permutations(range(columns + rows), rows)
    )

    assert sum(worth[i][j] for i, j in pairs) == best
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@given(st.lists(st.sets(st.integers(0, 12)).map(frozenset), max_size=5))
def test_an_answer_that_is_the_truth_is_wholly_right(sets: list[frozenset[int]]):
    truth = plural([(n, n + 1) for n in sorted(one)] for one in sets)

    assert set(figures([(truth, truth)]).values()) <= {1.0, None}


def test_nothing_is_paired_with_nothing():
    assert best_pairs([]) == best_pairs([[]]) == []
    assert best_pairs([[0.0, 0.0]]) == []
