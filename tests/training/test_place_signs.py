"""The fit of the weights of a place's signs learns what tells, and keeps what is our own choice."""

import numpy as np
import pytest

from sayso.extract.toponyms.signs import WEIGHTS
from training.place_signs import OURS, Example, accuracy, fitted


@pytest.fixture
def found() -> list[Example]:
    """Give names of two places each, of which the capital is right, and the cue says nothing."""
    names = list(WEIGHTS)
    rows = np.zeros((2, len(names)))
    rows[0, names.index("capital")] = 1.0
    rows[:, names.index("cue agrees")] = 1.0
    return [Example(rows, np.array([1.0, 0.0]))] * 5


def test_a_sign_that_always_tells_gains_weight_and_our_own_stay_as_they_are(found: list[Example]):
    start = np.zeros(len(WEIGHTS))
    names = list(WEIGHTS)
    start[names.index("cue agrees")] = OURS["cue agrees"]
    weights = fitted(found, start, prior=0.002)
    assert weights[names.index("capital")] > 1.0
    assert weights[names.index("cue agrees")] == OURS["cue agrees"]
    assert accuracy(found, weights) == 1.0


def test_our_own_weights_are_those_that_ship():
    assert {name: WEIGHTS[name] for name in OURS} == OURS
