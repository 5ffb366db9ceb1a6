"""Answers to labelled questions are scored as their provenance says; all names are invented."""

import json
from pathlib import Path

import numpy as np
import pytest

from bench import screening
from bench.engines.peers import peer_of
from bench.engines.screening import Asking, Product
from bench.origins import origin_of
from bench.run import Fold
from bench.screening_rows import Question, fold_of
from bench.screening_scores import Answer, Hit, auc, best_f1, cutoff, ece, figures_of
from sayso.errors import Unavailable
from sayso.match.index import ListIndex
from sayso.model.ids import EntryId
from tests.bench.rows_of import asked, party, written
from tests.fakes import tiny_entry, tiny_release

RIGHT, OTHER = EntryId("un:QDe.901"), EntryId("un:QDe.902")


def question(
    *expected: EntryId, group: str = "perturbed/typo1", name: str = "Gul Marwat", exclude: str = ""
) -> Question:
    return Question(
        qid="q1",
        group=group,
        name=name,
        schema=None,
        birth=None,
        country=None,
        exclude=exclude,
        expected=frozenset(expected),
    )


def answer(asked: Question, *hits: tuple[EntryId, float]) -> Answer:
    return Answer(asked, tuple(Hit(entry, score, "Gul Marwat") for entry, score in hits), 1.0)


def scores(*told: float) -> np.ndarray:
    return np.array(told, np.float64)


def test_all_that_tie_with_the_best_are_first_and_others_stand_where_they_stand():
    tied = answer(question(RIGHT), (OTHER, 0.9), (RIGHT, 0.9))
    behind = answer(question(RIGHT), (OTHER, 0.9), (RIGHT, 0.8))
    missed = answer(question(RIGHT), (OTHER, 0.9))

    assert [one.rank for one in (tied, behind, missed)] == [1, 2, None]
    told = figures_of([tied, behind, missed], 0.5)
    assert (told["r1"], told["r5"]) == (0.3333, 0.6667)


def test_a_true_alert_is_on_the_right_party_and_a_false_one_on_any():
    wrong_party = answer(question(RIGHT), (OTHER, 0.9), (RIGHT, 0.2))
    nobody = answer(question(group="negative/near_swap"), (OTHER, 0.7))

    assert (wrong_party.sureness, nobody.sureness) == (0.2, 0.7)
    alerts = figures_of([wrong_party, nobody], 0.5)["alerts"]
    assert isinstance(alerts, dict)
    assert (alerts["tpr"], alerts["fpr"], alerts["near_swap"]) == (0.0, 1.0, 1.0)


def test_auc_counts_ties_half():
    assert auc(scores(0.9, 0.5), scores(0.5, 0.1)) == 0.875
    assert auc(scores(), scores(0.5)) is None


def test_the_best_f_comes_with_its_threshold_and_its_false_alerts():
    told = best_f1(scores(0.9, 0.8, 0.1), scores(0.85, 0.05, 0.05, 0.05))

    assert told == {"best_f1": 0.8571, "best_fpr": 0.25, "best_threshold": 0.1}


def test_no_more_than_the_share_lies_above_the_cutoff():
    wrong = scores(*(n / 100 for n in range(100)))

    assert (wrong > cutoff(wrong, 0.01)).sum() == 1
    assert (wrong > cutoff(wrong, 0.03)).sum() == 3


def test_calibration_is_the_distance_in_each_of_ten_bins():
    sure = [answer(question(RIGHT), (RIGHT, 0.95)), answer(question(RIGHT), (OTHER, 0.95))]

    assert ece(sure) == 0.45
    assert ece([answer(question(RIGHT))]) is None


def test_a_name_that_is_written_otherwise_is_counted_when_it_is_shown_as_certain():
    same = answer(question(RIGHT, name="GUL MARWAT"), (RIGHT, 1.0))
    other = answer(question(RIGHT, name="Gul Marvat"), (RIGHT, 1.0))
    less = answer(question(RIGHT, name="Gull Marvat"), (RIGHT, 0.9))

    told = figures_of([same, other, less], 0.5)
    assert (told["at_one"], told["at_most"]) == (0.5, 0.5)


def test_natural_names_are_those_of_another_authority():
    natural = answer(question(RIGHT, group="crosslist_alias/variant"), (RIGHT, 0.9))
    made = answer(question(RIGHT), (OTHER, 0.9))

    told = figures_of([natural, made], 0.5)
    assert (told["natural_r1"], told["r1"]) == (1.0, 0.5)
    assert told["per_class"] == {"crosslist_alias/variant": 1.0, "perturbed/typo1": 0.0}


def test_false_alerts_are_compared_between_groups_of_names_large_enough_to_tell():
    slavic = [
        answer(question(group="negative/made", name="Oleg Brenkov"), (OTHER, score))
        for score in [0.9] * 20 + [0.1] * 20
    ]
    others = [
        answer(question(group="negative/made", name="Tom Hollis"), (OTHER, 0.1)) for _ in range(40)
    ]
    lone = answer(question(group="negative/made", name="김 도윤"), (OTHER, 0.9))

    alerts = figures_of([*slavic, *others, lone], 0.5)["alerts"]
    assert isinstance(alerts, dict)
    assert alerts["per_origin"] == {"latin, other": 0.0, "latin, slavic": 0.5}
    assert alerts["origin_max_over_mean"] == pytest.approx(0.5 * 81 / 21, abs=0.001)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Олег Бренков", "cyrillic"),
        ("山田 りん", "cjk"),
        ("Oleg Brenkov", "latin, slavic"),
        ("Abdul Qadar Zar", "latin, arabic or persian"),
        ("Tom Hollis", "latin, other"),
        ("", "latin, other"),
    ],
)
def test_names_are_sorted_by_their_letters(name: str, group: str):
    assert origin_of(name) == group


def test_questions_about_one_party_are_in_one_part():
    one, other = question(RIGHT, name="Gul Marwat"), question(RIGHT, name="Marwat, G.")

    assert fold_of(one, 7) == fold_of(other, 7)
    assert screening.chosen([one], Fold(fold_of(one, 2), 2), None) == [one]
    assert screening.chosen([one, other], Fold(0, 1), 1) in ([one], [other])


def test_the_product_is_measured_beside_a_peer_and_what_was_scored_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    parties = [party("1", "Gul Rahim Marwat"), party("2", "Oda Brennmark")]
    questions = [asked("a", "Gul Raheem Marwat", "c1"), asked("b", "Tom Hollis")]
    index = written(tmp_path / "i.jsonl.gz", parties, packed=True)
    queries = written(tmp_path / "q.jsonl", questions)
    predictions = tmp_path / "p.jsonl"

    words = [str(index), str(queries), "--peer", "rapidfuzz", "--predictions", str(predictions)]
    screening.main(words)

    told = json.loads(capsys.readouterr().out)
    assert (told["r1"], told["n"], told["names"]) == (1.0, 2, 2)
    assert told["alerts"]["fpr"] == 0.0
    assert told["peers"]["rapidfuzz"]["r1"] == 1.0
    assert {"p50_ms", "p99_ms", "names_per_s", "names_per_s_2", "open_s", "build_s"} <= set(told)
    rows = [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]
    assert [row["doc_id"] for row in rows] == ["a", "b"]
    assert rows[0]["results"][0]["entry"] == "un:1"


def test_the_list_whose_own_name_is_asked_does_not_count():
    entries = [tiny_entry("QDe.901", "Gul Rahim Marwat")]
    product = Product(ListIndex.build([tiny_release("2026-01-01", *entries)[0]]))
    own = question(name="Gul Rahim Marwat", exclude="un")

    [given] = screening.answers_of(product, [own], Asking())
    assert given.hits == ()


def test_a_peer_that_is_not_installed_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "followthemoney", None)

    with pytest.raises(Unavailable, match=r"logic-v2.*peers"):
        peer_of("logic-v2", [], Product(ListIndex.build([])))
