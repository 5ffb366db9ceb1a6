"""From measures to log-odds: curves fitted on labelled questions, summed by what they are about."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from importlib.resources import files
from itertools import pairwise
from typing import Final, Self, TypedDict

import numpy as np
from numpy.typing import NDArray

from sayso.match.names.measures import MEASURES

#: What the terms are about, as features are named.
AGREEMENT: Final = "name_agreement"
RARITY: Final = "name_rarity"
MISSING: Final = "token_missing"
ORDER: Final = "word_order"
QUALITY: Final = "alias_quality"
GROUPS: Final = (AGREEMENT, RARITY, MISSING, ORDER, QUALITY)

_GROUP_OF: Final[Mapping[str, str]] = {
    **dict.fromkeys(("rarity", "asked_rarity", "listed_rarity"), RARITY),
    **dict.fromkeys(("asked_alone", "listed_alone", "asked_missing", "listed_missing"), MISSING),
    **dict.fromkeys(("first_missing", "last_missing", "syllables_missing"), MISSING),
    "in_order": ORDER,
    "weak": QUALITY,
}
#: Measures that count together, multiplied.
PRODUCTS: Final = (
    ("asked_covered", "listed_covered"),
    ("asked_covered", "rarity"),
    ("listed_covered", "rarity"),
    ("asked_covered", "listed_covered", "rarity"),
    ("sameness", "rarity"),
    ("written", "rarity"),
)
#: The lesser and the greater share that is answered; the lesser also by rarity.
_EXTREMES: Final = ("least_covered", "least_covered*rarity", "most_covered")
#: What names without a word in common weigh: a number outweighs it, for papers are borne under
#: false names.
NO_WORD_AGREES: Final = (-14.0, 0.0, 0.0, 0.0, 0.0)
_RARITY: Final = MEASURES.index("rarity")
#: What the weights are of: names of persons agree otherwise than those of firms and ships.
PERSON: Final = "person"
OTHER: Final = "other"


class Kept(TypedDict):
    """A model as it is kept in JSON: weights by term, the rest as in `NameModel`."""

    intercept: float
    curve: list[list[float]]
    party: dict[str, float]
    knots: dict[str, list[float]]
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class NameModel:
    """Weights of curves over the measures.

    Attributes:
        knots: for each measure, where its curve may bend, ascending.
        weights: of the terms, in the order of `terms`.
        intercept: log-odds before anything is compared.
        curve: points of a rising curve: summed log-odds → those that the answer is right.
        party: log-odds of what is compared beyond the name, by outcome ("birth_agrees").
        by_group_order: the places of the terms of the first of `GROUPS`, of the second, and so on.
        group_starts: where in these the terms of each group begin.
    """

    knots: tuple[tuple[float, ...], ...]
    weights: NDArray[np.float64]
    intercept: float
    curve: tuple[tuple[float, float], ...]
    party: Mapping[str, float]
    by_group_order: NDArray[np.int64]
    group_starts: NDArray[np.int64]

    @classmethod
    def shipped(cls) -> Mapping[str, Self]:
        """Give the models that ship, by what the listed party is: `PERSON` or `OTHER`."""
        text = files("sayso.match.weighing").joinpath("weights.json").read_text("utf-8")
        return {kind: cls._of(kept) for kind, kept in json.loads(text).items()}

    @classmethod
    def _of(cls, kept: Kept) -> Self:
        knots = tuple(tuple(kept["knots"][measure]) for measure in MEASURES)
        told = terms(knots)
        weights = np.array([kept["weights"][name] for name, _ in told])
        groups = np.array([GROUPS.index(group) for _, group in told])
        order = np.argsort(groups, kind="stable")
        starts = np.searchsorted(groups[order], np.arange(len(GROUPS)))
        curve = tuple((x, y) for x, y in kept["curve"])
        return cls(knots, weights, kept["intercept"], curve, kept["party"], order, starts)

    def certainty(self, log_odds: float) -> float:
        """Give the log-odds that an answer is right whose comparisons sum to these."""
        return _on(self.curve, log_odds)

    def by_group(self, measures: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give what each row of measures weighs in log-odds, columns as in `GROUPS`.

        Their sum says whether the name is meant, the intercept apart. Each row's terms are added in
        one order, so that it weighs the same to the last digit whatever the others are.
        """
        weighed = columns(measures, self.knots) * self.weights
        told = np.add.reduceat(weighed[:, self.by_group_order], self.group_starts, axis=1)
        told[measures[:, _RARITY] == 0.0] = NO_WORD_AGREES
        return told


def terms(knots: Sequence[Sequence[float]]) -> tuple[tuple[str, str], ...]:
    """Give the names of the terms, in order, each with its group.

    A measure's curve is straight between its bends: a term for each stretch, "rarity:0.5" for the
    one from 0.5 on, whose weight is the slope there.
    """
    bends = [(f"{m}:{bend:g}", m) for m, told in zip(MEASURES, knots, strict=True) for bend in told]
    single = [(measure, measure) for measure in MEASURES]
    several = ["*".join(product) for product in PRODUCTS] + list(_EXTREMES)
    return (
        *((name, _GROUP_OF.get(measure, AGREEMENT)) for name, measure in (*single, *bends)),
        *((name, RARITY if "rarity" in name else AGREEMENT) for name in several),
    )


def columns(measures: NDArray[np.float64], knots: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """Give the terms of each row of measures, columns as in `terms`."""
    bent, starts, ends, first = _bends(tuple(map(tuple, knots)))
    by_name = dict(zip(MEASURES, measures.T, strict=True))
    asked, listed = by_name["asked_covered"], by_name["listed_covered"]
    least = np.minimum(asked, listed)
    products = [reduce(np.multiply, (by_name[name] for name in names)) for names in PRODUCTS]
    several = (*products, least, least * by_name["rarity"], np.maximum(asked, listed))
    below = np.minimum(measures, first)
    within = np.clip(measures[:, bent], starts, ends) - starts
    return np.concatenate([below, within, np.array(several).T], axis=1)


@cache
def _bends(
    knots: tuple[tuple[float, ...], ...],
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Give the measure of each bend, where its stretch begins and ends, and the first of each."""
    bent = [place for place, bends in enumerate(knots) for _ in bends]
    starts = [bend for bends in knots for bend in bends]
    ends = [end for bends in knots if bends for end in (*bends[1:], np.inf)]
    first = [bends[0] if bends else np.inf for bends in knots]
    return np.array(bent), np.array(starts), np.array(ends), np.array(first)


def _on(curve: Sequence[tuple[float, float]], place: float) -> float:
    """Give the height of a curve; beyond its ends it goes on with slope 1."""
    if place <= curve[0][0]:
        return curve[0][1] + place - curve[0][0]
    for (left, low), (right, high) in pairwise(curve):
        if place <= right:
            return low + (high - low) * (place - left) / (right - left)
    return curve[-1][1] + place - curve[-1][0]
