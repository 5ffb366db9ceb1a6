"""Fits how sure it is that two words of names are one, on labelled questions.

    python -m training.words INDEX QUESTIONS > src/sayso/match/words/sameness.json

Before `training.matching`, which weighs names by it. INDEX, QUESTIONS and the questions that are
left out are as there. A word and its answer in a right name are one word; those in the wrong names
that are most like the question are not, though a few of them are: so all is a little too careful.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from bench.screening_rows import Question, fold_of, questions_of, releases_of
from sayso.match.index import ListIndex
from sayso.match.names.search import Compared
from sayso.match.words.latin import Token
from sayso.match.words.sameness import LIKENESSES, SIGNS, signs_of
from training.logistic import with_signs
from training.matching import likest

_SAME: Final = 0.999
_RIDGE: Final = 3.0
#: The more of these, the likelier one word.
_RISING: Final = (*(f"{name}:" for name in LIKENESSES), "bare", "same_")


class Pair(NamedTuple):
    """A word of a question and its answer in a name, and whether the name is the right one."""

    asked: Token
    listed: Token
    is_right: bool


def main() -> None:
    """Fit, and print the weights as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--fold", default="0/2", help="questions that are not learnt from")
    asked = parser.parse_args()
    left_out, folds = map(int, asked.fold.split("/"))
    releases, clusters = releases_of(asked.index)
    index = ListIndex.build(releases)
    pairs = [
        pair
        for question in questions_of(asked.questions, clusters)
        if fold_of(question, folds) != left_out
        for pair in dict.fromkeys(pairs_of(index, question))
    ]
    json.dump(fitted(pairs), sys.stdout, indent=1)


def pairs_of(index: ListIndex, question: Question) -> Iterator[Pair]:
    """Give the words that are answered by one that is not spelt alike, in the likest names."""
    compared = index.compared(question.screening(with_party=False))
    if compared is None:
        return
    for row, right, _ in likest(index, question, compared):
        yield from _pairs(compared, row, is_right=right)


def _pairs(compared: Compared, row: int, *, is_right: bool) -> Iterator[Pair]:
    found = compared.alignment
    for place, token in enumerate(compared.asked.tokens):
        answer = int(found.answers[row, place])
        if answer < 0 or found.asked_likeness[row, place] >= _SAME:
            continue
        word = int(found.words[row, answer])
        listed = Token(compared.forms[word], bool(compared.bare[word]))
        if min(len(token.form), len(listed.form)) > 1:
            yield Pair(token, listed, is_right)


def fitted(pairs: list[Pair]) -> dict[str, object]:
    """Fit; before anything is known of two words, they are as likely one as not."""
    right = np.array([pair.is_right for pair in pairs], float)
    signs = signs_of([pair.asked for pair in pairs], [pair.listed for pair in pairs])
    ways = np.array([int(sign.startswith(_RISING)) for sign in SIGNS])
    weights, intercept = with_signs(signs, right, ways, np.full(len(SIGNS), _RIDGE))
    even = intercept - math.log(right.mean() / (1 - right.mean()))
    told = dict(zip(SIGNS, np.round(weights, 4).tolist(), strict=True))
    return {"intercept": round(even, 4), "weights": told}


if __name__ == "__main__":
    main()
