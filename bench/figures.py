"""Counts what was right, and gives it as fractions of 0 to 1."""

from collections import Counter
from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

DIGITS = 4


def f1(both: float, gold: float, predicted: float) -> float | None:
    """Give the harmonic mean of precision and recall; None where there is nothing on any side."""
    return round(2 * both / (gold + predicted), DIGITS) if gold + predicted else None


def mean(figures: Iterable[float | None]) -> float | None:
    """Give the mean of those that are there, or None of none."""
    known = [figure for figure in figures if figure is not None]
    return round(sum(known) / len(known), DIGITS) if known else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of each kind are in the gold, were predicted, and are in both."""

    gold: Counter[str]
    predicted: Counter[str]
    both: Counter[str]

    @classmethod
    def empty(cls) -> "Tally":
        """Give a tally of nothing."""
        return cls(Counter(), Counter(), Counter())

    def add(self, kind: str, gold: AbstractSet[Hashable], predicted: AbstractSet[Hashable]) -> None:
        """Count the members of two sets that are compared by being equal."""
        self.gold[kind] += len(gold)
        self.predicted[kind] += len(predicted)
        self.both[kind] += len(gold & predicted)

    @property
    def kinds(self) -> list[str]:
        """Give the kinds that are anywhere, sorted."""
        return sorted(kind for kind, number in (self.gold + self.predicted).items() if number)

    def f1(self, kind: str) -> float | None:
        """Give the F figure of a kind."""
        return f1(self.both[kind], self.gold[kind], self.predicted[kind])

    def micro(self) -> float | None:
        """Give the F figure over all kinds together."""
        return f1(self.both.total(), self.gold.total(), self.predicted.total())

    def per_kind(self) -> dict[str, dict[str, float | int | None]]:
        """Give each kind's F figure with its counts."""
        return {
            kind: {
                "f1": self.f1(kind),
                "gold": self.gold[kind],
                "predicted": self.predicted[kind],
                "both": self.both[kind],
            }
            for kind in self.kinds
        }
