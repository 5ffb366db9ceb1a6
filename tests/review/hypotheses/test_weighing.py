"""What the ratings come to, and what would change it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.hypotheses import WEIGHTS, Rating
from tests.review.hypotheses.build import LETTERS, Table, figures

THREE = ("it is independent", "it is another name", "it is a front")


def test_only_what_speaks_against_a_hypothesis_counts_and_the_least_inconsistent_comes_first():
    table = Table(*THREE)
    table.row("Panel", "I", "CC", "N")
    table.row("Police", "II", "C", "I")

    assert figures(table.matrix()) == {"H2": 0, "H3": 1, "H1": 3}
    assert table.matrix().least == ("H2",)
    assert WEIGHTS == {Rating.INCONSISTENT: 1, Rating.VERY_INCONSISTENT: 2}


def test_nothing_is_least_inconsistent_before_anything_is_rated():
    table = Table(*THREE)
    table.evidence("Panel")

    matrix = table.matrix()
    assert matrix.least == ()
    assert [score.unrated for score in matrix.scores] == [1, 1, 1]


def test_hypotheses_that_fare_alike_share_the_lead_in_their_own_order():
    table = Table(*THREE)
    table.row("Panel", "C", "I", "N")

    assert figures(table.matrix()) == {"H1": 0, "H3": 0, "H2": 1}
    assert table.matrix().least == ("H1", "H3")


def test_evidence_that_agrees_with_every_hypothesis_tells_nothing_apart():
    table = Table(*THREE)
    table.row("Front", "C", "C", "C")
    table.row("Panel", "CC", "N", "II")
    table.row("Post", "NA", "C", "NA")

    assert [row.diagnosticity for row in table.matrix().evidence] == [0, 4, None]


def test_a_source_that_is_taken_away_takes_along_what_stands_on_its_word_alone():
    table = Table(*THREE)
    table.row("Police", "II", "C", "C")
    table.row("Panel, Police", "C", "I", "C")
    table.row("Panel", "C", "C", "I")

    panel, police = table.matrix().without_root
    assert (panel.what, panel.rows, panel.least) == ("Panel", ("E3",), ("H3",))
    assert (police.what, police.rows, police.changes) == ("Police", ("E1",), True)
    assert police.least == ("H1",)


def test_one_source_in_two_spellings_of_case_is_one_source():
    table = Table(*THREE)
    table.row("Police department", "I", "C", "C")
    table.row("police department", "I", "C", "C")

    [police] = table.matrix().without_root
    assert police.rows == ("E1", "E2")


def test_each_row_tells_whether_the_order_hangs_on_it():
    table = Table("it is", "it is not")
    table.row("Panel", "I", "C")
    table.row("Post", "I", "C")
    table.row("Front", "C", "I")

    assert [(w.what, w.changes) for w in table.matrix().without_row] == [
        ("E1", True),
        ("E2", True),
        ("E3", False),
    ]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Panel", "Police", "Post", "Panel, Post"]),
        st.tuples(*[st.sampled_from(["", *LETTERS])] * 3).filter(any),
    ),
    min_size=1,
    max_size=5,
)


@given(ROWS)
def test_a_score_is_the_sum_of_the_weights_and_taking_evidence_away_never_adds_to_it(rows):  # noqa: ANN001  # drawn
    table = Table(*THREE)
    for roots, letters in rows:
        table.row(roots, *letters)

    matrix = table.matrix()
    for number, key in enumerate(("H1", "H2", "H3")):
        given_to_it = [LETTERS[letters[number]] for _, letters in rows if letters[number]]
        assert figures(matrix)[key] == sum(WEIGHTS.get(rating, 0) for rating in given_to_it)
    for without in (*matrix.without_root, *matrix.without_row):
        for score in without.scores:
            assert 0 <= score.inconsistency <= figures(matrix)[score.hypothesis]
        assert [s.inconsistency for s in without.scores] == sorted(
            s.inconsistency for s in without.scores
        )


@given(ROWS, st.data())
def test_an_undone_step_leaves_the_matrix_as_if_it_had_not_been_and_can_come_back(rows, data):  # noqa: ANN001  # drawn
    table = Table(*THREE)
    for roots, letters in rows:
        table.row(roots, *letters)
    before = table.matrix()
    row = data.draw(st.sampled_from([one.key for one in before.evidence]))
    table.rate(row, data.draw(st.sampled_from([*LETTERS])))
    changed = table.matrix()
    table.undo(table.last())

    assert (table.matrix().scores, table.matrix().evidence) == (before.scores, before.evidence)
    table.undo(table.last())
    assert (table.matrix().scores, table.matrix().evidence) == (changed.scores, changed.evidence)
