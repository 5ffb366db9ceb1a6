"""Weights are what made the examples, and never of the wrong sign."""

import numpy as np
import pytest

from training.logistic import logistic, with_signs

CHANCE = np.random.default_rng(3)
SIGNS = CHANCE.normal(size=(4000, 3))
LIKELY = 1 / (1 + np.exp(-(SIGNS @ np.array([2.0, -1.0, 0.0]) + 0.5)))
RIGHT = (CHANCE.random(4000) < LIKELY).astype(float)

RIDGE = np.full(3, 1.0)


def test_the_weights_that_made_the_examples_are_found():
    weights, intercept = logistic(SIGNS, RIGHT, RIDGE)

    assert weights == pytest.approx([2.0, -1.0, 0.0], abs=0.15)
    assert intercept == pytest.approx(0.5, abs=0.15)


def test_a_term_that_would_weigh_the_wrong_way_is_left_out_and_the_others_refitted():
    weights, _ = with_signs(SIGNS, RIGHT, np.array([1, 1, 0]), RIDGE)

    assert weights[1] == 0.0
    assert weights[0] == pytest.approx(logistic(SIGNS[:, [0, 2]], RIGHT, RIDGE[:2])[0][0])
