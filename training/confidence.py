"""Fits the weights by which a claim's signs tell how likely it is read rightly.

    python -m training.confidence corpus/dev [--prior 20]

It prints the table `sayso.extract.learnt.tables.confidence.toml`. A claim is right where the
annotator has one with the same predicate and parties in that sentence, the same chain of sources
and the same factuality. The weights are those of two logistic regressions, the first drawn towards
0 by the prior: what a claim's own signs tell, and what this tells beside that of its rivals, as
found on articles left out in turn. So is how far confidence is from the share of right claims.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
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
from sayso.extract.learnt.confidence import Judge, likely, signs_beside
from sayso.extract.learnt.signs import Signs
from sayso.model.claims import Claim, DocumentEntity
from sayso.model.ids import EntityId
from sayso.model.vocabulary import Predicate
from sayso.settings import load
from sayso.views.contract import extraction_json
from sayso.wiring import workbench

Floats = npt.NDArray[np.float64]
STEPS, FOLDS = 50, 6


class Recorder(Judge):
    """Is sure of every claim, and keeps the claims with their signs."""

    def __init__(self) -> None:
        super().__init__({}, {})
        self.seen: dict[str, tuple[Claim, dict[str, float]]] = {}

    @override
    def sure(
        self, claims: Sequence[Claim], heard: Heard, entities: Mapping[EntityId, DocumentEntity]
    ) -> list[float]:
        """Keep the signs."""
        own = Signs(heard, entities)
        self.seen |= {claim.id: (claim, own.of(claim)) for claim in claims}
        return [1.0] * len(claims)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of an article with its signs, and whether it is right."""

    article: str
    claim: Claim
    signs: Mapping[str, float]
    right: bool


def judged_in(folder: Path) -> list[Judged]:
    """Give the claims that the product proposes in annotated articles."""
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
        right = {
            id(p)
            for g, p in pair(beside, lambda one, other: one == other)
            if is_read_rightly(beside, g, p)
        }
        ids = (claim.id for claim in record.extraction.claims)
        found += [
            Judged(path.stem, *recorder.seen[claim_id], id(claim) in right)
            for claim_id, claim in zip(ids, given["claims"], strict=True)
            if claim["predicate"] != Predicate.OTHER
        ]
    return found


def fitted(rows: Sequence[Mapping[str, float]], right: Floats, prior: float) -> dict[str, float]:
    """Give the weight of each sign, by Newton's method."""
    signs = sorted({sign for row in rows for sign in row})
    table = np.array([[row.get(sign, 0.0) for sign in signs] for row in rows])
    weights = np.zeros(len(signs))
    for _ in range(STEPS):
        found = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (found - right) + prior * weights
        bend = (table * (found * (1 - found))[:, None]).T @ table + prior * np.eye(len(signs))
        weights -= np.linalg.solve(bend, slope)
    return dict(zip(signs, weights.round(2).tolist(), strict=True))


def left_out(judged: Sequence[Judged], rows: Sequence[Mapping[str, float]], prior: float) -> Floats:
    """Give how likely each claim is right by weights fitted without its article and some others."""
    names = sorted({one.article for one in judged})
    fold = np.array([names.index(one.article) % FOLDS for one in judged])
    right = rights(judged)
    found = np.zeros(len(judged))
    for number in range(FOLDS):
        others = [row for n, row in enumerate(rows) if fold[n] != number]
        weights = fitted(others, right[fold != number], prior)
        for n in np.flatnonzero(fold == number).tolist():
            found[n] = likely(weights, rows[n])
    return found


def rights(judged: Sequence[Judged]) -> Floats:
    """Give 1 for each claim that is right, else 0."""
    return np.array([float(one.right) for one in judged])


def beside_others(judged: Sequence[Judged], alone: Floats) -> list[dict[str, float]]:
    """Give the signs of what stands beside each claim; the claims of an article are neighbours."""
    claims, sure = [one.claim for one in judged], alone.tolist()
    rows: list[dict[str, float]] = []
    for _, group in groupby(range(len(judged)), key=lambda n: judged[n].article):
        own = [*group]
        rows += signs_beside([claims[n] for n in own], [sure[n] for n in own])
    return rows


def calibration_error(found: Floats, right: Floats) -> float:
    """Give the mean distance of confidence from the share of right claims, over tenths."""
    tenths = np.minimum(9, (found * 10).astype(int))
    parts = [tenths == n for n in range(10)]
    return float(
        sum(abs(found[p].mean() - right[p].mean()) * p.sum() for p in parts if p.any()) / len(found)
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--prior", type=float, default=20.0)
    asked = parser.parse_args()
    judged = judged_in(asked.folder)
    right, own = rights(judged), [one.signs for one in judged]
    beside = beside_others(judged, left_out(judged, own, asked.prior))
    found = left_out(judged, beside, 1.0)
    told = {
        "claims": len(judged),
        "right": round(float(right.mean()), 3),
        "expected calibration error": round(calibration_error(found, right), 3),
        "at": {
            str(line): [int((found >= line).sum()), round(float(right[found >= line].mean()), 3)]
            for line in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
            if (found >= line).any()
        },
    }
    print(json.dumps(told), file=sys.stderr)
    for name, rows, prior in (("alone", own, asked.prior), ("beside", beside, 1.0)):
        print(f"[{name}]")
        for sign, weight in fitted(rows, right, prior).items():
            print(f'"{sign}" = {weight}')


if __name__ == "__main__":
    main()
