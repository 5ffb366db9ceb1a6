"""What every store promises of the steps on competing hypotheses."""

from dataclasses import replace

import pytest

from sayso.errors import BadInput
from sayso.model.hypotheses import Act, QuestionId, Rating, Step, StepId
from sayso.ports import Store
from tests.fakes import NOON

OPENED = Step(
    id=StepId("s-1"),
    question=QuestionId("q-1"),
    act=Act.OPEN,
    by="Ada Okoye",
    at=NOON,
    words="Is «جبهه کندر» independent?",
)
RATED = replace(
    OPENED,
    id=StepId("s-2"),
    act=Act.RATE,
    words="",
    reason="так сказано",
    evidence=StepId("s-8"),
    hypothesis=StepId("s-9"),
    rating=Rating.VERY_INCONSISTENT,
)


def test_steps_come_back_whole_and_in_the_order_of_adding(store: Store):
    store.hypotheses.add((RATED,))
    store.hypotheses.add((replace(OPENED, question=QuestionId("q-2")),))
    assert store.hypotheses.steps() == (RATED, replace(OPENED, question=QuestionId("q-2")))


def test_a_step_is_added_once_and_steps_are_added_together_or_not_at_all(store: Store):
    store.hypotheses.add((OPENED,))
    with pytest.raises(BadInput, match="already here"):
        store.hypotheses.add((RATED, OPENED))
    with pytest.raises(BadInput, match="already here"):
        store.hypotheses.add((RATED, RATED))
    assert store.hypotheses.steps() == (OPENED,)


def test_of_two_who_open_one_question_at_once_the_second_is_told_of_the_first(store: Store):
    store.hypotheses.add((OPENED,))
    with pytest.raises(BadInput, match="Ada Okoye has opened q-1 meanwhile"):
        store.hypotheses.add((replace(OPENED, id=StepId("s-7"), by="Bahram Sadiq"),))
    assert store.hypotheses.steps() == (OPENED,)


def test_no_knowledge_is_derived_anew_for_a_step(store: Store):
    before = store.version()
    store.hypotheses.add((OPENED,))
    assert store.version() == before
