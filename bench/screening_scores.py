"""Scores the answers to labelled questions: ranks, alerts, calibration.

Hits of the list that a question excludes do not count, and are dropped before. A hit of an expected
cluster is right. A question's sureness is that of its best right hit (0 without one) when a
party is expected, else that of its best hit: at a threshold the first is a true alert, the other a
false one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.figures import DIGITS, mean
from bench.origins import origin_of
from bench.screening_rows import Question
from sayso.model.ids import EntryId

#: A group of fewer questions says nothing about its rate of false alerts.
SMALLEST_GROUP: Final = 40
_BINS: Final = 10
_FALSE_SHARE: Final = 0.01
#: What an officer bears: three alerts for each hundred customers.
_ALERTS: Final = 0.03
_NATURAL: Final = "crosslist_"
_SAME: Final = "crosslist_primary/same_tokens"
_SWAP: Final = "negative/near_swap"
_TIE: Final = 1e-9
#: As good as certain: 1.0 when it is shown.
_AT_ONE: Final = 0.9995


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was given for a question: how sure, 0 to 1, and under which name."""

    entry: EntryId
    score: float
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given for a question, best first, the excluded list's left out, and how long.

    Attributes:
        ms: of the processor.
    """

    question: Question
    hits: tuple[Hit, ...]
    ms: float

    @property
    def best(self) -> float:
        """Give how sure the best hit is; 0 without any."""
        return self.hits[0].score if self.hits else 0.0

    @property
    def rank(self) -> int | None:
        """Give the place of the first right hit, from 1; all that tie with the best are first."""
        for place, hit in enumerate(self.hits, 1):
            if hit.entry in self.question.expected:
                return 1 if hit.score >= self.best - _TIE else place
        return None

    @property
    def sureness(self) -> float:
        """Give the score that makes an alert, true or false."""
        if not self.question.expected:
            return self.best
        rights = (hit.score for hit in self.hits if hit.entry in self.question.expected)
        return next(rights, 0.0)

    @property
    def is_natural(self) -> bool:
        """Say whether the name is how one authority writes a party that others list too."""
        return self.question.group.startswith(_NATURAL)


def figures_of(answers: Sequence[Answer], threshold: float) -> dict[str, object]:
    """Give all figures but the costs; the threshold is that of the alerts."""
    rights = [a for a in answers if a.question.expected]
    wrongs = [a for a in answers if not a.question.expected]
    right, wrong = _sureness(rights), _sureness(wrongs)
    return {
        "r1": _recall(rights, 1),
        "r5": _recall(rights, 5),
        "auc": auc(right, wrong),
        **best_f1(right, wrong),
        "tpr_at_1pct": share_above(right, cutoff(wrong, _FALSE_SHARE)),
        "ece": ece(answers),
        **_at_one(answers),
        "natural_r1": _recall([a for a in rights if a.is_natural], 1),
        "per_class": _by(rights, lambda a: a.question.group, lambda one: _recall(one, 1)),
        "alerts": _alerts(rights, wrongs, threshold),
        "at_3_alerts": _bearable(rights, wrongs),
    }


def auc(right: NDArray[np.float64], wrong: NDArray[np.float64]) -> float | None:
    """Give how often a right one is above a wrong one; a tie counts half. None without either."""
    if not right.size or not wrong.size:
        return None
    ordered = np.sort(wrong)
    below, upto = np.searchsorted(ordered, right), np.searchsorted(ordered, right, "right")
    return round(float((below + upto).mean() / 2 / wrong.size), DIGITS)


def best_f1(right: NDArray[np.float64], wrong: NDArray[np.float64]) -> dict[str, float | None]:
    """Give the highest F of alerts, the threshold that reaches it, and the false alerts there."""
    thresholds = np.unique(right)
    thresholds = thresholds[thresholds > 0]
    if not thresholds.size:
        return {"best_f1": None, "best_fpr": None, "best_threshold": None}
    true = right.size - np.searchsorted(np.sort(right), thresholds, "left")
    false = wrong.size - np.searchsorted(np.sort(wrong), thresholds, "left")
    f1 = 2 * true / (true + false + right.size)
    best = int(f1.argmax())
    return {
        "best_f1": round(float(f1[best]), DIGITS),
        "best_fpr": round(float(false[best]) / wrong.size, DIGITS) if wrong.size else None,
        "best_threshold": round(float(thresholds[best]), DIGITS),
    }


def cutoff(wrong: NDArray[np.float64], share: float) -> float:
    """Give the score above which no more than this share of the wrong ones lies."""
    most = int(wrong.size * share)
    return float(np.sort(wrong)[::-1][most]) if wrong.size > most else 0.0


def share_above(scores: NDArray[np.float64], score: float) -> float | None:
    """Give the share of scores above one; None of none."""
    return mean((scores > score).astype(float).tolist())


def ece(answers: Sequence[Answer]) -> float | None:
    """Give how far sureness is from the share of right ones, over the best hit of each question.

    Ten bins of equal width; each counts by its number of hits.
    """
    told = [(a.best, float(a.rank == 1)) for a in answers if a.hits]
    if not told:
        return None
    sure, right = np.array(told).T
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    apart = (abs((sure - right)[bins == place].sum()) for place in range(_BINS))
    return round(float(sum(apart)) / len(told), DIGITS)


def _at_one(answers: Iterable[Answer]) -> dict[str, float | None]:
    """Give how many best hits whose name is written otherwise are shown as certain, or tie on top.

    An engine may end below 1: `at_most` is the share at the highest score of all its answers.
    """
    tops = [(a.hits[0], a.question.name) for a in answers if a.hits]
    most = max((hit.score for hit, _ in tops), default=1.0)
    other = [hit.score for hit, name in tops if hit.name.casefold() != name.casefold()]
    return {
        "at_one": mean(float(score >= _AT_ONE) for score in other),
        "at_most": mean(float(score >= most - _TIE) for score in other),
    }


def _alerts(
    rights: Sequence[Answer], wrongs: Sequence[Answer], threshold: float
) -> dict[str, object]:
    def rate(answers: Iterable[Answer]) -> float | None:
        return mean(float(a.sureness >= threshold) for a in answers)

    realistic = [a for a in wrongs if a.question.group != _SWAP]
    return {
        "threshold": threshold,
        "tpr": rate(rights),
        "fpr": rate(wrongs),
        "near_swap": rate(a for a in wrongs if a.question.group == _SWAP),
        "per_class": _by(wrongs, lambda a: a.question.group, rate),
        **false_alerts(realistic, threshold),
    }


def false_alerts(answers: Sequence[Answer], threshold: float) -> dict[str, object]:
    """Give the share of questions with an alert, by the group of the name and of all."""

    def rate(told: Iterable[Answer]) -> float | None:
        return mean(float(a.best >= threshold) for a in told)

    groups = _by(answers, lambda a: origin_of(a.question.name), rate, SMALLEST_GROUP)
    rates, whole = [told for told in groups.values() if told is not None], rate(answers)
    return {
        "realistic": whole,
        "per_origin": groups,
        "origin_max_over_mean": round(max(rates) / whole, DIGITS) if rates and whole else None,
    }


def _bearable(rights: Sequence[Answer], wrongs: Sequence[Answer]) -> dict[str, float | None]:
    """Give what is found at the threshold that alerts on three of a hundred usual customers."""
    usual = [a for a in wrongs if a.question.group != _SWAP]
    score = cutoff(_sureness(usual), _ALERTS)
    same = [a for a in rights if a.question.group == _SAME]
    return {
        "threshold": round(score, DIGITS),
        "same_tokens": share_above(_sureness(same), score),
        "natural": share_above(_sureness([a for a in rights if a.is_natural]), score),
    }


def _by(
    answers: Iterable[Answer],
    group_of: Callable[[Answer], str],
    figure: Callable[[Sequence[Answer]], float | None],
    smallest: int = 1,
) -> dict[str, float | None]:
    groups: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[group_of(answer)].append(answer)
    return {name: figure(one) for name, one in sorted(groups.items()) if len(one) >= smallest}


def _sureness(answers: Iterable[Answer]) -> NDArray[np.float64]:
    return np.array([answer.sureness for answer in answers], np.float64)


def _recall(answers: Iterable[Answer], places: int) -> float | None:
    return mean(float((answer.rank or places + 1) <= places) for answer in answers)
