"""Fits the weights of the signs by which a name is taken for one place, on annotated articles.

    python -m training.place_signs corpus/train [--rounds 4] [--prior 0.002]

It prints the weights as they go into `sayso.extract.toponyms.signs`. For each name with a right
answer among its places, the chance of the right ones, by a softmax over all of them, is made as
great as it gets (conditional logit); weights are drawn towards 0 by the prior. The company of a
name depends on the weights itself, so it is read anew with the fitted weights each round.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sayso.extract.toponyms import signs
from sayso.extract.toponyms.beliefs import cases_of, in_company
from sayso.extract.toponyms.evidence import evidence_of
from sayso.extract.toponyms.questions import questions
from sayso.extract.where_when.places import Gazetteer, Place
from sayso.model.ids import Span
from sayso.model.vocabulary import PlaceLevel

Floats = npt.NDArray[np.float64]
STEPS, PACE = 400, 0.05
#: Not fitted: what a text says of a place outright must outweigh what is likely; the places of one
#: list are of one kind; and the places of a text lie together, in one small part of a country more
#: often than our articles can teach, which range over a country each: even great cities give way.
OURS = {
    "cue agrees": 2.0,
    "cue disagrees": -1.0,
    "held by the place after it": 4.0,
    "held elsewhere in the text": 2.0,
    "taken for it in any text": 1.5,
    "same list": 1.0,
    "first level of the text": 2.0,
    "names in its first level": 2.0,
    "names that may lie nearby": 1.5,
    "names that may lie in its first level": 2.0,
}


@dataclass(frozen=True, slots=True)
class Example:
    """One name: a row of signs for each place, and which places are right (1.0, else 0.0)."""

    rows: Floats
    right: Floats


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its places: span → (ISO 3166 code of country or first level, is a country)."""

    text: str
    places: Mapping[Span, tuple[str, bool]]


def articles(folder: Path) -> Iterator[Article]:
    """Give the annotated articles of a folder, in order; a place without a code is left out."""
    for path in sorted(folder.glob("*.json")):
        sheet = json.loads(path.read_text(encoding="utf-8"))
        yield Article(
            sheet["document"]["text"],
            {
                Span(place["start"], place["end"]): (place["code"], place["level"] == "country")
                for place in sheet["places"]
                if place["code"]
            },
        )


def is_right(place: Place, code: str, *, is_country: bool) -> bool:
    """Say whether a place is what an annotator says: the country, or in that first level."""
    return place.code == code and (place.level is PlaceLevel.COUNTRY) == is_country


def examples(found: Iterable[Article], gazetteer: Gazetteer) -> Iterator[Example]:
    """Give the names that have a choice, and a right answer in it."""
    names = list(signs.WEIGHTS)
    for article in found:
        spans = sorted(article.places)
        asked = tuple(questions(article.text, spans, gazetteer))
        evidence = evidence_of(article.text, asked, gazetteer)
        for span, cases in zip(spans, in_company(cases_of(asked, evidence)), strict=True):
            code, is_country = article.places[span]
            right = np.array(
                [float(is_right(case.place, code, is_country=is_country)) for case in cases]
            )
            if 0 < right.sum() < len(right):
                given = [dict(signs.signs(case)) for case in cases]
                yield Example(np.array([[g.get(n, 0.0) for n in names] for g in given]), right)


def fitted(found: Sequence[Example], start: Floats, prior: float) -> Floats:
    """Give the weights that make the right places most likely, by Adam from a start."""
    rows = np.concatenate([e.rows for e in found])
    right = np.concatenate([e.right for e in found])
    first = np.cumsum([0, *(len(e.right) for e in found)])[:-1]
    sizes = np.array([len(e.right) for e in found])
    held = [list(signs.WEIGHTS).index(name) for name in OURS]
    weights, mean, spread = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, first), sizes)
        odds = np.exp(scores)
        chance = odds / np.repeat(np.add.reduceat(odds, first), sizes)
        hit = odds * right
        wanted = hit / np.repeat(np.add.reduceat(hit, first), sizes)
        slope = rows.T @ (wanted - chance) / len(found) - prior * weights
        slope[held] = 0.0
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        ahead, wide = mean / (1 - 0.9**step), spread / (1 - 0.999**step)
        weights += PACE * ahead / (np.sqrt(wide) + 1e-8)
    return weights


def accuracy(found: Sequence[Example], weights: Floats) -> float:
    """Give the share of names whose highest place is right."""
    return float(np.mean([e.right[np.argmax(e.rows @ weights)] for e in found]))


def main() -> None:
    """Print the weights as one JSON object; how it goes on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--prior", type=float, default=0.002)
    options = parser.parse_args()
    gazetteer, read = Gazetteer.load(), list(articles(options.folder))
    names = list(signs.WEIGHTS)
    signs.WEIGHTS.update(dict.fromkeys(names, 0.0) | OURS)
    weights = np.array([signs.WEIGHTS[name] for name in names])
    for number in range(options.rounds):
        found = list(examples(read, gazetteer))
        before = accuracy(found, weights)
        weights = fitted(found, weights, options.prior)
        signs.WEIGHTS.update(zip(names, map(float, weights), strict=True))
        told = f"{before:.4f} → {accuracy(found, weights):.4f} of {len(found)}"
        sys.stderr.write(f"round {number + 1}: {told}\n")
    print(
        json.dumps({n: round(float(w), 2) for n, w in zip(names, weights, strict=True)}, indent=4)
    )


if __name__ == "__main__":
    main()
