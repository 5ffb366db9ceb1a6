"""Fits the weights by which names and parties are matched, on labelled questions.

    python -m training.matching INDEX QUESTIONS --strangers CSV... >
        src/sayso/match/weighing/weights.json

After `training.words`, by whose weights words are compared.

INDEX and QUESTIONS are JSONL as `bench.screening` reads them. Questions whose digest is even are
not learnt from (`--fold 0/2` changes which): `bench.screening --fold 0/2` measures with them.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.screening_rows import Question, fold_of, questions_of, releases_of, strangers_of
from sayso.match.index import ListIndex
from sayso.match.names.arrays import usual_bearers
from sayso.match.names.measures import MEASURES
from sayso.match.names.search import Compared
from sayso.match.weighing.model import NO_WORD_AGREES, OTHER, PERSON, columns, terms
from sayso.match.weighing.party import Party, compare
from training.logistic import with_signs

#: Of many strangers so many are learnt from, always the same.
_STRANGERS: Final = 8_000
_SEED: Final = 1
#: What is learnt of each question: so many of the right names, and of those most like it.
_RIGHT: Final = 2
_WRONG: Final = 12
_RIGHT_PARTS: Final = (0.03, 0.1, 0.3)
_WRONG_PARTS: Final = (0.5, 0.8, 0.97)
#: How strongly weights are drawn towards 0: many terms of a name say much the same; others say
#: what no other does, of few names.
_RIDGE_OF_NAMES: Final = 100.0
_RIDGE_OF_RARE: Final = 3.0
_RARE: Final = "syllables_missing"
_LONE_WORDS: Final = 300
#: The curve of certainty: so many parts of equal size, and no step smaller than this.
_POINTS: Final = 40
_LEAST_RISE: Final = 0.15
#: Beyond the name: learnt from questions that give it.
_LEARNT: Final = (
    *("birth_agrees", "birth_near", "birth_differs"),
    *("country_agrees", "country_differs"),
)
#: Said by hand, for the questions have none or hardly any: a day says more than a year, and who
#: asks for a person means no firm of that name.
_BY_HAND: Final = {
    "schema_differs": -4.5,
    "birth_day_agrees": 3.5,
    "gender_agrees": 0.2,
    "gender_differs": -2.5,
    "address_agrees": 1.0,
}


#: Measures that speak against a name the more there is of them, and those that may do either.
_FALLING: Final = frozenset(
    {"asked_alone", "listed_alone", "asked_missing", "listed_missing", "weak"}
    | {"first_missing", "last_missing", "doubt", "syllables_missing"}
)
_EITHER: Final = frozenset({"asked_words", "listed_words", "asked_rarity", "listed_rarity"})


#: A number all but identifies, also under a false name: log-odds when no word agrees.
_NUMBER_ALONE: Final = 1.0


class Example(NamedTuple):
    """A question and one name: what was measured, what else agreed, whose it is.

    Attributes:
        kind: of the listed party, `PERSON` or `OTHER`.
        is_right: the party is the one that is meant.
    """

    measures: NDArray[np.float64]
    outcomes: tuple[str, ...]
    kind: str
    is_right: bool


def main() -> None:
    """Fit, and print the weights as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--fold", default="0/2", help="questions that are not learnt from")
    parser.add_argument("--strangers", nargs="*", default=[], type=Path, help="CSV: full_name")
    asked = parser.parse_args()
    releases, clusters = releases_of(asked.index)
    index = ListIndex.build(releases)
    questions, strangers = learnt_from(
        list(questions_of(asked.questions, clusters)), strangers_of(asked.strangers), asked.fold
    )
    examples = [told for question in questions for told in _examples(index, question)]
    examples += [_examples(index, lone)[0] for lone in _lone_words()]
    others = [_examples(index, stranger)[0] for stranger in strangers]
    kept = {
        PERSON: fitted(_of_kind(examples, PERSON), _of_kind(others, PERSON)),
        OTHER: fitted(_of_kind(examples, OTHER)),
    }
    json.dump(kept, sys.stdout, indent=1)


def learnt_from(
    questions: Sequence[Question], strangers: Sequence[Question], fold: str
) -> tuple[list[Question], list[Question]]:
    """Give the questions and the strangers that are not left out.

    Args:
        questions: labelled ones.
        strangers: those who are in a question are left to it.
        fold: which part is left out, "0/2".
    """
    left_out, folds = map(int, fold.split("/"))
    asked = {question.name for question in questions}
    open_ = [stranger for stranger in strangers if stranger.name not in asked]
    questions, strangers = (
        [one for one in told if fold_of(one, folds) != left_out] for told in (questions, open_)
    )
    some = random.Random(_SEED).sample(strangers, min(_STRANGERS, len(strangers)))
    return questions, some


def _of_kind(questions: Sequence[Sequence[Example]], kind: str) -> list[list[Example]]:
    """Give the examples of one kind of listed party, by question; no question without any."""
    told = ([example for example in question if example.kind == kind] for question in questions)
    return [question for question in told if question]


def _lone_words() -> Iterator[Question]:
    """Give words that many listed parties bear, one a question: alone they mean nobody."""
    common = sorted(usual_bearers().items(), key=lambda pair: (-pair[1], pair[0]))
    for word, _ in common[:_LONE_WORDS]:
        yield Question(
            qid=word,
            group="lone word",
            name=word,
            schema=None,
            birth=None,
            country=None,
            exclude="",
            expected=frozenset(),
        )


def _examples(index: ListIndex, question: Question) -> tuple[list[Example], list[Example]]:
    """Give the right names of a question, and the wrong ones that share most with it.

    As they are for the name alone, and with all that is known of the party.
    """
    alone = replace(question.screening(with_party=False), schema=None)
    known = question.screening(with_party=True)
    compared = index.compared(known)
    told: tuple[list[Example], list[Example]] = [], []
    if compared is None:
        return told
    for row, right, party in likest(index, question, compared):
        kind = PERSON if party.entry.schema == "Person" else OTHER
        for screening, examples in zip((alone, known), told, strict=True):
            outcomes = tuple(one.outcome for one in compare(screening, party).values())
            examples.append(Example(compared.measures[row], outcomes, kind, right))
    return told


def likest(
    index: ListIndex, question: Question, compared: Compared
) -> Iterator[tuple[int, bool, Party]]:
    """Give the rows to learn from, the likest first: which, whether it is right, and whose."""
    told = compared.alignment
    written = compared.measures[:, MEASURES.index("written")]
    asked = (told.asked_likeness * compared.asked.weights).sum(axis=1)
    listed = (told.listed_likeness * told.listed_weights).sum(axis=1)
    asked /= compared.asked.weights.sum()
    listed /= np.maximum(told.listed_weights.sum(axis=1), 1e-9)
    left = {True: _RIGHT, False: _WRONG}
    for row in np.argsort(-(asked + listed + written)).tolist():
        party = index.party_of_name(compared, row)
        right = party.entry.id in question.expected
        if party.entry.authority != question.exclude and left[right]:
            left[right] -= 1
            yield row, right, party


def fitted(
    questions: Sequence[Sequence[Example]], strangers: Sequence[Sequence[Example]] = ()
) -> dict[str, object]:
    """Fit on each name, then bend so that the best one of a question is as sure as it is right.

    Strangers, whom nobody lists, tell which agreement says nothing; how many questions are of
    somebody who is listed, the questions alone tell.
    """
    examples = [example for question in (*questions, *strangers) for example in question]
    measures = np.array([example.measures for example in examples])
    right = np.array([example.is_right for example in examples], float)
    knots = [_bends(measures[:, place], right) for place in range(len(MEASURES))]
    outcomes = np.array([[o in e.outcomes for o in _LEARNT] for e in examples], float)
    signs = np.column_stack([columns(measures, knots), outcomes])
    named = [name for name, _ in terms(knots)]
    ways = np.array([_way(name) for name in (*named, *_LEARNT)])
    rare = [name.startswith(_RARE) or name in _LEARNT for name in (*named, *_LEARNT)]
    ridge = np.where(rare, _RIDGE_OF_RARE, _RIDGE_OF_NAMES)
    given = np.array([sum(_BY_HAND.get(o, 0.0) for o in e.outcomes) for e in examples])
    open_ = (
        given == 0.0
    )  # of the others something is said by hand, which the names need not explain
    weights, intercept = with_signs(signs[open_], right[open_], ways, ridge)
    odds = signs @ weights + intercept + given
    # Of names that agree alike the right one comes first: they tie, and none is preferred.
    best = _best_of_each(odds + right * 1e-6, [len(question) for question in questions])
    party = dict(zip(_LEARNT, weights[len(named) :].tolist(), strict=True)) | _BY_HAND
    party["number_agrees"] = _NUMBER_ALONE - intercept - sum(NO_WORD_AGREES)
    return {
        "intercept": round(intercept, 4),
        "curve": _curve(odds[best], right[best]),
        "party": {name: round(odds, 3) for name, odds in party.items()},
        "knots": dict(zip(MEASURES, knots, strict=True)),
        "weights": dict(zip(named, np.round(weights[: len(named)], 4).tolist(), strict=True)),
    }


def _way(name: str) -> int:
    """Give the sign that a term's weight must have; 0 for either."""
    measure = name.partition(":")[0]
    if measure in _FALLING:
        return -1
    return 0 if measure in _EITHER or measure in _LEARNT else 1


def _best_of_each(odds: NDArray[np.float64], lengths: Sequence[int]) -> list[int]:
    """Give the place of the likeliest example of each question."""
    ends = np.cumsum(lengths).tolist()
    starts = [end - length for end, length in zip(ends, lengths, strict=True)]
    return [a + int(odds[a:b].argmax()) for a, b in zip(starts, ends, strict=True)]


def _curve(odds: NDArray[np.float64], right: NDArray[np.float64]) -> list[list[float]]:
    """Give points of a rising curve from fitted log-odds to those of the share that is right."""
    order = np.argsort(odds)
    parts = [part for part in np.array_split(order, _POINTS) if part.size]
    shares = [(right[part].sum() + 0.5) / (part.size + 1) for part in parts]
    heights = np.maximum.accumulate([math.log(share / (1 - share)) for share in shares])
    points: list[list[float]] = []
    for part, height in zip(parts, heights.tolist(), strict=True):
        middle = float(odds[part].mean())
        if points and (height <= points[-1][1] + _LEAST_RISE or middle <= points[-1][0]):
            points[-1][0] = (points[-1][0] + middle) / 2
            continue
        points.append([middle, height])
    return [[round(x, 3), round(y, 3)] for x, y in points]


def _bends(column: NDArray[np.float64], right: NDArray[np.float64]) -> list[float]:
    """Give where a measure's curve may bend: where right and where wrong names are, never at 0."""
    told = (
        *np.quantile(column[right > 0], _RIGHT_PARTS),
        *np.quantile(column[right == 0], _WRONG_PARTS),
    )
    return sorted({round(float(bend), 2) for bend in told} - {0.0})


if __name__ == "__main__":
    main()
