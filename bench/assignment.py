"""Pairs two rows of things one to one in the best way."""

import math
from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Give (row, column) pairs, each used once at most, with the greatest total worth.

    Pairs of no worth are left out. Kuhn and Munkres' method with potentials, as Jonker and
    Volgenant give it: columns are augmented along shortest paths, O(rows² × columns).

    Args:
        worth: a matrix of figures from 0 on; rows are equally long.
    """
    if not worth or not worth[0]:
        return []
    if len(worth) > len(worth[0]):
        turned = [list(column) for column in zip(*worth, strict=True)]
        return sorted((i, j) for j, i in best_pairs(turned))
    search = _Search(worth)
    for row in range(len(worth)):
        search.augment(row)
    return sorted((i, j) for j, i in enumerate(search.row_of) if i is not None and worth[i][j] > 0)


class _Search:
    """The state of an assignment in the making: who has which column, and the potentials."""

    def __init__(self, worth: Sequence[Sequence[float]]) -> None:
        self.worth = worth
        self.columns = len(worth[0])
        self.row_of: list[int | None] = [None] * self.columns
        self._row_price = [0.0] * len(worth)
        self._column_price = [0.0] * self.columns

    def augment(self, row: int) -> None:
        """Give a row a column, moving others along the shortest path."""
        distance = [math.inf] * self.columns
        before: list[int | None] = [None] * self.columns
        done: list[int] = []
        here, at = row, None
        while True:
            self._relax(here, at, distance, before, done)
            at = min((j for j in range(self.columns) if j not in done), key=distance.__getitem__)
            self._shift(row, done, distance, distance[at])
            done.append(at)
            taken = self.row_of[at]
            if taken is None:
                break
            here = taken
        self._turn(row, at, before)

    def _relax(
        self,
        row: int,
        at: int | None,
        distance: list[float],
        before: list[int | None],
        done: Sequence[int],
    ) -> None:
        """Shorten the ways to the free columns through a row."""
        for j in range(self.columns):
            if j in done:
                continue
            cost = -self.worth[row][j] - self._row_price[row] - self._column_price[j]
            if cost < distance[j]:
                distance[j], before[j] = cost, at

    def _shift(self, row: int, done: Sequence[int], distance: list[float], step: float) -> None:
        """Change the potentials so that the next column costs nothing."""
        self._row_price[row] += step
        for j in done:
            owner = self.row_of[j]
            if owner is not None:
                self._row_price[owner] += step
            self._column_price[j] -= step
        for j in range(self.columns):
            if j not in done:
                distance[j] -= step

    def _turn(self, row: int, at: int, before: Sequence[int | None]) -> None:
        """Hand the columns on along the path that ends at a free one."""
        column: int | None = at
        while column is not None:
            previous = before[column]
            self.row_of[column] = row if previous is None else self.row_of[previous]
            column = previous
