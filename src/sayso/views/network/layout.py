"""Where the nodes of a network stand: pulled together by edges, pushed apart by each other."""

import hashlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.float64]

#: Nodes up to which every pair pushes; of more each is pushed by so many others a step.
_EVERY_PAIR: Final = 200
_SAMPLED: Final = 24
#: Steps, of which many nodes have fewer: a layout takes so many pushes at most.
_MOST_STEPS: Final = 200
_PUSHES: Final = 5_000_000
#: The power of its distance from the middle at which each of many nodes stands.
_SPREAD: Final = 0.6
#: Walks through the nodes that are sampled, so that no two steps take the same: a large prime.
_STRIDE: Final = 104_729
#: Decimals of a position: what machines round otherwise beyond them is not told.
_DECIMALS: Final = 3


def positions(
    keys: Sequence[str], edges: Sequence[tuple[int, int]]
) -> tuple[tuple[float, float], ...]:
    """Give a place from -1 to 1 in both directions for each node: always the same for the same.

    Each node begins where its key says, so that one which stays stands about where it stood when
    others come (Fruchterman and Reingold, 1991; many nodes are pushed by a sample of the others, as
    Gove, 2019, does; without chance).

    Args:
        keys: of the nodes.
        edges: their ends, by place in the keys.
    """
    if len(keys) < 2:  # noqa: PLR2004  # one alone stands in the middle
        return tuple((0.0, 0.0) for _ in keys)
    placed = np.array([_beginning(key) for key in keys])
    ends = np.array(sorted(set(edges)), dtype=np.int64).reshape(-1, 2)
    near = min(len(keys) - 1, _SAMPLED if len(keys) > _EVERY_PAIR else len(keys))
    steps = min(_MOST_STEPS, _PUSHES // (len(keys) * near))
    apart = (4.0 / len(keys)) ** 0.5
    for step in range(steps):  # the last term: what hangs on nothing stays near
        warmth = 0.2 * (1 - step / steps) ** 2 + 0.001
        force = _push(placed, apart, near, step) + _pull(placed, apart, ends) - placed * apart
        length = np.maximum(np.sqrt((force * force).sum(axis=1)), 1e-9)
        placed = placed + force * (np.minimum(length, warmth) / length)[:, None]
    if len(keys) > _EVERY_PAIR:
        placed = _spread(placed)
    return tuple((float(x), float(y)) for x, y in np.round(_fitted(placed), _DECIMALS))


def _beginning(key: str) -> tuple[float, float]:
    digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
    x, y = (int.from_bytes(digest[at : at + 4]) / 2**32 for at in (0, 4))
    return 2 * x - 1, 2 * y - 1


def _push(placed: Positions, apart: float, near: int, step: int) -> Positions:
    """Give how each node is pushed by so many others, as if these were all others."""
    many = len(placed)
    if near == many - 1:
        ways = np.arange(1, many)
    else:
        ways = 1 + (step * near + np.arange(near)) * _STRIDE % (many - 1)
    others = placed[(np.arange(many)[:, None] + ways[None, :]) % many]
    away = placed[:, None, :] - others
    push = apart**2 * ((many - 1) / near) / np.maximum((away * away).sum(axis=2), 1e-4)
    force: Positions = np.einsum("ijk,ij->ik", away, push)
    return force


def _pull(placed: Positions, apart: float, ends: NDArray[np.int64]) -> Positions:
    """Give how each node is pulled by those that it is tied to."""
    span = placed[ends[:, 0]] - placed[ends[:, 1]]
    pull = span * (np.sqrt((span * span).sum(axis=1)) / apart)[:, None]
    sums = [
        np.bincount(ends[:, 1], pull[:, axis], len(placed))
        - np.bincount(ends[:, 0], pull[:, axis], len(placed))
        for axis in (0, 1)
    ]
    return np.stack(sums, axis=1)


def _spread(placed: Positions) -> Positions:
    """Give the places with the crowd in the middle drawn apart, and what is far drawn nearer."""
    away = placed - np.median(placed, axis=0)
    far = np.maximum(np.sqrt((away * away).sum(axis=1)), 1e-9)
    spread: Positions = away * (far**_SPREAD / far)[:, None]
    return spread


def _fitted(placed: Positions) -> Positions:
    """Give the places moved and drawn out so that they fill the square, proportions kept."""
    low, high = placed.min(axis=0), placed.max(axis=0)
    reach = max(float((high - low).max()) / 2, 1e-9)
    fitted: Positions = (placed - (low + high) / 2) / reach
    return fitted
