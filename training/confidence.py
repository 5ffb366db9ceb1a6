"""Fits the weights by which a claim's signs tell how likely it is read rightly.

    python -m training.confidence corpus/dev [--prior 0.3]

It prints the table `sayso.extract.learnt.tables.confidence.toml`. A claim is right where the
annotator has one with the same predicate and parties in that sentence, the same chain of sources
and the same factuality. The weights are those of a logistic regression, drawn towards 0 by the
prior; how far confidence is from the share of right claims is told on articles left out in turn.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
from typing_extensions import override

from bench.claim_sheets import Sheet, compare
from bench.claims import is_read_rightly, pair, read_sheet
from sayso.collect.collector import Hints
from sayso.extract.encoder.heard import Heard
from sayso.extract.encoder.session import Encoder
from sayso.extract.engine import RuleExtractor
from sayso.extract.learnt.confidence import Judge, signs_of
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId
from sayso.model.vocabulary import Predicate
from sayso.settings import load
from sayso.views.contract import extraction_json
from sayso.wiring import workbench

Floats = npt.NDArray[np.float64]
STEPS, FOLDS = 50, 6


class Recorder(Judge):
    """Is sure of every claim, and keeps its signs by id."""

    def __init__(self) -> None:
        super().__init__({})
        self.signs: dict[str, dict[str, float]] = {}

    @override
    def sure(
        self, claim: Claim, heard: Heard, entities: Mapping[EntityId, DocumentEntity]
    ) -> float:
        """Keep the signs."""
        self.signs[claim.id] = signs_of(claim, heard, entities)
        return 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's article, signs, and whether it is right."""

    article: str
    signs: Mapping[str, float]
    right: bool


def judged_in(folder: Path) -> list[Judged]:
    """Give the claims that the product finds in annotated articles."""
    recorder, found = Recorder(), list[Judged]()
    bench = workbench(
        load({}, {}, folder), sys.stdin.buffer, lambda: RuleExtractor(Encoder(), None, recorder)
    )
    for path in sorted(folder.glob("*.json")):
        gold = read_sheet(path)
        hints = Hints(published=gold["document"]["published"])
        record = bench.extract(str(path.with_suffix(".txt")), hints)
        given = cast(Sheet, extraction_json(record, 0.0))
        beside = compare(gold, given)
        right = [
            p
            for g, p in pair(beside, lambda one, other: one == other)
            if is_read_rightly(beside, g, p)
        ]
        ids = (claim.id for claim in record.extraction.claims)
        found += [
            Judged(path.stem, recorder.signs[claim_id], any(claim is r for r in right))
            for claim_id, claim in zip(ids, given["claims"], strict=True)
            if claim["predicate"] != Predicate.OTHER
        ]
    return found


def fitted(judged: Sequence[Judged], signs: Sequence[str], prior: float) -> Floats:
    """Give the weight of each sign, by Newton's method."""
    rows = np.array([[one.signs.get(sign, 0.0) for sign in signs] for one in judged])
    right = np.array([float(one.right) for one in judged])
    weights = np.zeros(len(signs))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + prior * weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + prior * np.eye(len(signs))
        weights -= np.linalg.solve(bend, slope)
    return weights


def left_out(judged: Sequence[Judged], signs: Sequence[str], prior: float) -> Floats:
    """Give the confidence in each claim by weights fitted without its article and some others."""
    names = sorted({one.article for one in judged})
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    likely = np.zeros(len(judged))
    for number in range(FOLDS):
        others = [one for one in judged if fold[one.article] != number]
        weights = fitted(others, signs, prior)
        for n, one in enumerate(judged):
            if fold[one.article] == number:
                score = sum(w * one.signs.get(s, 0.0) for s, w in zip(signs, weights, strict=True))
                likely[n] = 1 / (1 + np.exp(-score))
    return likely


def calibration_error(likely: Floats, right: Floats) -> float:
    """Give the mean distance of confidence from the share of right claims, over tenths."""
    tenths = np.minimum(9, (likely * 10).astype(int))
    parts = [tenths == n for n in range(10)]
    return float(
        sum(abs(likely[p].mean() - right[p].mean()) * p.sum() for p in parts if p.any())
        / len(likely)
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--prior", type=float, default=0.3)
    asked = parser.parse_args()
    judged = judged_in(asked.folder)
    signs = sorted({sign for one in judged for sign in one.signs})
    right = np.array([float(one.right) for one in judged])
    likely = left_out(judged, signs, asked.prior)
    told = {
        "claims": len(judged),
        "right": round(float(right.mean()), 3),
        "expected calibration error": round(calibration_error(likely, right), 3),
        "at": {
            str(line): [int((likely >= line).sum()), round(float(right[likely >= line].mean()), 3)]
            for line in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
            if (likely >= line).any()
        },
    }
    print(json.dumps(told), file=sys.stderr)
    print("[weights]")
    for sign, weight in zip(signs, fitted(judged, signs, asked.prior), strict=True):
        print(f'"{sign}" = {weight:.2f}')


if __name__ == "__main__":
    main()
