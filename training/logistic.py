"""Logistic regression, drawn towards 0."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_STEPS: Final = 60


def logistic(
    signs: NDArray[np.float64], right: NDArray[np.float64], ridge: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Give weights and intercept of a logistic regression.

    Args:
        signs: what is measured, one row each.
        right: ones and zeros.
        ridge: how strongly each weight is drawn towards 0, once its sign is scaled.
    """
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    scaled = np.column_stack([(signs - mean) / spread, np.ones(len(signs))])
    weights = np.zeros(scaled.shape[1])
    drawn = np.append(ridge, 0.0)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (likely - right) + drawn * weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(drawn + 1e-9)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-5:  # noqa: PLR2004  # no step to speak of
            break
    unscaled = weights[:-1] / spread
    return unscaled, float(weights[-1] - unscaled @ mean)


def with_signs(
    signs: NDArray[np.float64],
    right: NDArray[np.float64],
    ways: NDArray[np.integer],
    ridge: NDArray[np.float64],
) -> tuple[NDArray[np.float64], float]:
    """Fit so that no weight has the wrong sign: such terms are left out, and the others refitted.

    Args:
        signs: as `logistic` takes them.
        right: as there.
        ways: the sign that each weight must have; 0 for either.
        ridge: as there.
    """
    kept = np.ones(len(ways), bool)
    weights, intercept = logistic(signs, right, ridge)
    while (wrong := weights * ways < 0).any():
        kept &= ~wrong
        weights = np.zeros(len(ways))
        weights[kept], intercept = logistic(signs[:, kept], right, ridge[kept])
    return weights, intercept
