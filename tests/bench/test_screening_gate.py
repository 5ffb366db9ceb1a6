"""What screening finds, and whom it alerts on for nothing, never gets worse; all are invented.

The bounds are what was measured when they were set, less a little: 300 parties, 8 classes of
questions about each, 600 names of nobody. Whoever makes screening better raises them.
"""

from collections import defaultdict
from collections.abc import Mapping

import pytest

from bench.screening_rows import Question
from bench.screening_scores import Answer, Hit, figures_of
from sayso.match.index import ListIndex
from sayso.model.ids import EntryId
from sayso.model.matches import Screening
from tests.bench.invented_parties import CHANGES, parties, questions, strangers, swaps
from tests.fakes import tiny_release

PARTIES = 300
FIRST = dict.fromkeys(CHANGES, 0.99)
ALERTS = dict.fromkeys(CHANGES, 0.98) | {"cyrillic": 0.92}


@pytest.fixture(scope="module")
def told() -> Mapping[str, list[Answer]]:
    """Give the answers by class."""
    listed = parties(5, PARTIES)
    index = ListIndex.build([tiny_release("2026-01-01", *listed)[0]])
    asked = [*questions(6, listed)]
    nobody = [("stranger", name, None) for name in strangers(7, PARTIES, listed)]
    nobody += [("swap", name, None) for name in swaps(8, PARTIES, listed)]
    answers: defaultdict[str, list[Answer]] = defaultdict(list)
    for kind, name, meant in [*asked, *nobody]:
        answers[kind].append(_answer(index, kind, name, meant))
    return answers


def _answer(index: ListIndex, kind: str, name: str, meant: EntryId | None) -> Answer:
    question = Question(
        qid=name,
        group=kind,
        name=name,
        schema=None,
        birth=None,
        country=None,
        exclude="",
        expected=frozenset([meant] if meant else []),
    )
    found = index.screen(question.screening(with_party=False, limit=5))
    hits = tuple(Hit(one.entry, one.probability, one.matched_name) for one in found)
    return Answer(question, hits, 0.0)


def rate(answers: list[Answer]) -> float:
    usual = Screening(name="").threshold
    return sum(answer.sureness >= usual for answer in answers) / len(answers)


@pytest.mark.parametrize("kind", CHANGES)
def test_a_name_that_was_changed_finds_its_party_first(told: Mapping[str, list[Answer]], kind: str):
    assert sum(answer.rank == 1 for answer in told[kind]) / PARTIES >= FIRST[kind]


@pytest.mark.parametrize("kind", CHANGES)
def test_a_name_that_was_changed_alerts(told: Mapping[str, list[Answer]], kind: str):
    assert rate(told[kind]) >= ALERTS[kind]


@pytest.mark.parametrize(("kind", "most"), [("stranger", 0.08), ("swap", 0.09)])
def test_names_of_nobody_hardly_ever_alert(
    told: Mapping[str, list[Answer]], kind: str, most: float
):
    assert rate(told[kind]) <= most


def test_right_and_wrong_are_told_apart_as_well_as_ever(told: Mapping[str, list[Answer]]):
    figures = figures_of([answer for one in told.values() for answer in one], 0.5)

    assert figures["auc"] >= 0.98
    assert figures["best_f1"] >= 0.95
