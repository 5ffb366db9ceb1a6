"""Which judgements stand."""

from sayso.review.judgements import decide
from tests.review.build import judge


def test_a_rejection_stands_until_a_later_acceptance():
    reject, accept = judge("c-1", "reject", day=1), judge("c-1", "accept", day=2)
    assert decide([reject]).rejected == {"c-1"}
    assert decide([accept, reject]).rejected == frozenset()


def test_an_undone_judgement_uncovers_the_one_before_it():
    reject, accept = judge("c-1", "reject", day=1), judge("c-1", "accept", day=2)
    undo = judge(accept.id, "undo", day=3)
    assert decide([reject, accept, undo]).rejected == {"c-1"}


def test_an_undoing_can_be_undone():
    reject = judge("c-1", "reject", day=1)
    undo = judge(reject.id, "undo", day=2)
    redo = judge(undo.id, "undo", day=3)
    assert decide([reject, undo]).rejected == frozenset()
    assert decide([reject, undo, redo]).rejected == {"c-1"}


def test_a_pair_is_the_same_pair_in_both_directions():
    same, different = judge("e-1", "same", "e-2", 1), judge("e-2", "different", "e-1", 2)
    decisions = decide([same, different])
    assert (decisions.same, decisions.different) == ((), (different,))


def test_an_unsure_judge_withdraws_what_was_decided():
    decisions = decide([judge("e-1", "same", "e-2", 1), judge("e-1", "unsure", "e-2", 2)])
    assert (decisions.same, decisions.different) == ((), ())


def test_verdicts_that_decide_nothing_here_are_left_to_others():
    assert decide([judge("e-1", "clear", "un:QDi.900"), judge("d-1", "grade")]) == decide([])
