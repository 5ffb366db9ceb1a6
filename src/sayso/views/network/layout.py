"""Where the nodes of a network stand: pulled together by edges, pushed apart by each other."""

import hashlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.float64]

#: Comparisons of pairs of nodes that one layout may take, and steps of which it has so many.
_PAIRS: Final = 25_000_000
_MOST_STEPS: Final = 200
_FEWEST_STEPS: Final = 12
#: Decimals of a position: what machines round otherwise beyond them is not told.
_DECIMALS: Final = 3


def positions(
    keys: Sequence[str], edges: Sequence[tuple[int, int]]
) -> tuple[tuple[float, float], ...]:
    """Give a place from -1 to 1 in both directions for each node: always the same for the same.

    Each node begins where its key says, so that one which stays stands about where it stood when
    others come (Fruchterman and Reingold, 1991; without chance).

    Args:
        keys: of the nodes.
        edges: their ends, by place in the keys.
    """
    if len(keys) < 2:  # noqa: PLR2004  # one alone stands in the middle
        return tuple((0.0, 0.0) for _ in keys)
    placed = np.array([_beginning(key) for key in keys])
    ends = np.array(sorted(set(edges)), dtype=np.int64).reshape(-1, 2)
    steps = min(_MOST_STEPS, max(_FEWEST_STEPS, _PAIRS // len(keys) ** 2))
    apart = (4.0 / len(keys)) ** 0.5
    for step in range(steps):
        warmth = 0.2 * (1 - step / steps) + 0.002
        placed = _moved(placed, ends, apart, warmth)
    return tuple((float(x), float(y)) for x, y in np.round(_fitted(placed), _DECIMALS))


def _beginning(key: str) -> tuple[float, float]:
    digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
    x, y = (int.from_bytes(digest[at : at + 4]) / 2**32 for at in (0, 4))
    return 2 * x - 1, 2 * y - 1


def _moved(placed: Positions, ends: NDArray[np.int64], apart: float, warmth: float) -> Positions:
    """Give the places one step on; no node moves further than the warmth."""
    x, y = placed[:, 0], placed[:, 1]
    dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
    push = apart**2 / np.maximum(dx * dx + dy * dy, 1e-4)
    force = np.stack(((dx * push).sum(axis=1), (dy * push).sum(axis=1)), axis=1)
    if len(ends):
        span = placed[ends[:, 0]] - placed[ends[:, 1]]
        pull = span * (np.sqrt((span * span).sum(axis=1)) / apart)[:, None]
        np.subtract.at(force, ends[:, 0], pull)
        np.add.at(force, ends[:, 1], pull)
    force -= placed * apart  # what hangs on nothing stays near
    length = np.maximum(np.sqrt((force * force).sum(axis=1)), 1e-9)
    moved: Positions = placed + force * (np.minimum(length, warmth) / length)[:, None]
    return moved


def _fitted(placed: Positions) -> Positions:
    """Give the places moved and drawn out so that they fill the square, proportions kept."""
    low, high = placed.min(axis=0), placed.max(axis=0)
    reach = max(float((high - low).max()) / 2, 1e-9)
    fitted: Positions = (placed - (low + high) / 2) / reach
    return fitted
