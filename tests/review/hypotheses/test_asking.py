"""Which steps are taken, and which are refused with a reason."""

import pytest

from sayso.errors import BadInput, NotFound
from sayso.model.hypotheses import Grounds, Rating
from sayso.review.hypotheses import asking
from sayso.review.hypotheses.asking import Exhibit, Signature
from tests.review.hypotheses.build import NOON, QUESTION, Table

PAIR = ("it is independent", "it is a front")


def test_a_question_that_is_open_is_not_opened_twice():
    table = Table(*PAIR)
    with pytest.raises(BadInput, match=r"q-[0-9a-f]{12} already"):
        asking.open_question((table.matrix(),), f"  {QUESTION.upper()}", (), table.signed())


def test_two_hypotheses_with_the_same_words_are_refused():
    table = Table(*PAIR)
    with pytest.raises(BadInput, match="same words"):
        asking.open_question((), "Another?", ("It is.", "it is"), table.signed())
    with pytest.raises(BadInput, match="H2"):
        asking.suppose(table.matrix(), "IT IS a front", table.signed())


@pytest.mark.parametrize(
    ("row", "cells", "refused"),
    [
        ("E7", {"H1": Rating.NEUTRAL}, "no evidence 'E7': there is E1 to E1"),
        ("E1", {"H9": Rating.NEUTRAL}, "no hypothesis 'H9': there is H1 to H2"),
        ("E1", {}, "nothing is rated"),
    ],
)
def test_what_is_not_there_cannot_be_rated(row: str, cells: dict[str, Rating], refused: str):
    table = Table(*PAIR)
    table.evidence("Panel")
    with pytest.raises(BadInput, match=refused):
        asking.rate(table.matrix(), row, cells, table.signed())


def test_evidence_that_is_gone_is_not_rated_any_more():
    table = Table(*PAIR)
    row = table.evidence(about="c-1", grounds=Grounds(gone="rejected by Bilal Rao: misread"))
    with pytest.raises(BadInput, match="rejected by Bilal Rao: misread"):
        asking.rate(table.matrix(), row, {"H1": Rating.NEUTRAL}, table.signed())


@pytest.mark.parametrize(("by", "reason"), [("", "because"), ("  ", "because"), ("Ada Okoye", " ")])
def test_a_rating_without_a_name_or_a_reason_is_none(by: str, reason: str):
    table = Table(*PAIR)
    row = table.evidence("Panel")
    unsigned = Signature(by=by, at=NOON, reason=reason)
    with pytest.raises(BadInput, match=r"it has no (by|reason)"):
        asking.rate(table.matrix(), row, {"H1": Rating.NEUTRAL}, unsigned)


def test_evidence_is_one_thing_and_is_put_forward_once():
    table = Table(*PAIR)
    table.evidence(about="c-1", grounds=Grounds(roots=("Panel",)))
    for exhibit in (Exhibit(), Exhibit(about="c-2", words="and mine")):
        with pytest.raises(BadInput, match="give one of them"):
            asking.put_forward(table.matrix(), (exhibit,), table.signed())
    with pytest.raises(BadInput, match="c-1 is E1"):
        asking.put_forward(table.matrix(), (Exhibit(about="c-1"),), table.signed())


def test_a_step_is_undone_once_and_an_unknown_one_never():
    table = Table(*PAIR)
    table.undo("S2")
    with pytest.raises(BadInput, match="undone by S4"):
        table.undo("S2")
    with pytest.raises(NotFound, match="no step 'S9': there is S1 to S4"):
        table.undo("S9")


def test_nothing_is_added_to_a_withdrawn_question():
    table = Table(*PAIR)
    table.undo("S1")
    with pytest.raises(BadInput, match="was withdrawn"):
        table.evidence("Panel")


def test_a_question_is_found_by_its_id_the_beginning_of_it_or_its_words():
    matrix = Table(*PAIR).matrix()
    for key in (matrix.id, matrix.id[:6], QUESTION.lower()):
        assert asking.find_question((matrix,), key) is matrix
    with pytest.raises(NotFound, match="sayso hypotheses list"):
        asking.find_question((matrix,), "q-nothing")


def test_two_reviewers_at_once_both_keep_their_steps():
    table = Table(*PAIR)
    row = table.evidence("Panel")
    seen = table.matrix()
    for by, rating in (("Ada Okoye", Rating.NEUTRAL), ("Bilal Rao", Rating.INCONSISTENT)):
        signed = Signature(by=by, at=NOON, reason="as I read it")
        table.take(asking.rate(seen, row, {"H1": rating}, signed))

    assert len({step.id for step in table.steps}) == len(table.steps)
    assert table.matrix().evidence[0].ratings == {"H1": Rating.INCONSISTENT}
