"""The claims benchmark on hand-made cases: what it rewards, and what it must not overlook."""

import copy
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from bench import claims
from bench.claim_sheets import Claim, Entity, Sheet
from bench.claims import score

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "corpus" / "test"
TEXT = "The panel said the Qaraqash Front leads Нур аль-Сахра. It is unclear whether Наргиза fled."


def entity(id_: str, type_: str, words: str) -> Entity:
    start = TEXT.index(words)
    mention = {"start": start, "end": start + len(words), "text": words}
    return {"id": id_, "type": type_, "name": words, "mentions": [mention]}


def claim(subject: str, object_: str, **slots: object) -> Claim:
    made = {
        "sentence": {"start": 0, "end": 54},
        "content": {"start": 15, "end": 53},
        "predicate": "tied_to",
        "arguments": {"subject": subject, "object": object_},
        "source_chain": [{"kind": "narrator"}, {"kind": "entity", "entity": "e1", "name": "panel"}],
        "factuality": "CT+",
        "modality": "asserted",
        "confidence": 1.0,
        "time": "2024-05",
        "place": {"code": "SY-HA"},
        "quantity": {"min": None, "max": 8.0, "exact": None},
    }
    return made | slots  # type: ignore[return-value]


@pytest.fixture
def gold() -> Sheet:
    return {
        "document": {"published": "2024-06-01"},
        "entities": [
            entity("e1", "Organisation", "panel"),
            entity("e2", "ArmedGroup", "Qaraqash Front"),
            entity("e3", "ArmedGroup", "Нур аль-Сахра"),
            entity("e4", "Person", "Наргиза"),
        ],
        "claims": [
            claim("e2", "e3", predicate="leads"),
            claim("e4", "e2", predicate="joined", factuality="Uu", modality="unknown"),
            claim("e2", "e3", predicate="attack", factuality="CT-", modality="denied"),
        ],
        "forbidden": [
            {
                "predicate": "allied_with",
                "subject": "Qaraqash Front",
                "object": "Наргиза",
                "factuality": None,
                "chain": None,
            }
        ],
    }


@pytest.fixture
def given(gold: Sheet) -> Sheet:
    return copy.deepcopy(gold)


def scored(gold: Sheet, given: Sheet) -> dict:
    return score({"one": (gold, given)})


def test_a_prediction_like_its_gold_is_right_in_everything(gold: Sheet, given: Sheet):
    figures = scored(gold, given)
    shares = ("found", "precision", "f1", "found_loose", "chain_exact", "factuality", "modality")
    assert [figures[key] for key in (*shares, "place", "time", "quantity")] == [1.0] * 10
    assert figures["ties"] == {"found": 1.0, "precision": 1.0, "shown": 2, "shown_right": 1.0}
    assert (figures["wrong_ties"], figures["forbidden"], figures["n"]) == (0, 0, 3)


def test_other_ids_for_the_same_mentions_change_nothing(gold: Sheet, given: Sheet):
    renamed = json.loads(re.sub(r'"e(\d)"', r'"entity-\1"', json.dumps(given)))
    renamed["entities"].reverse()
    assert scored(gold, renamed) == scored(gold, given)


def test_a_dropped_claim_costs_recall_alone(gold: Sheet, given: Sheet):
    del given["claims"][1]
    figures = scored(gold, given)
    assert (figures["found"], figures["precision"], figures["f1"]) == (0.6667, 1.0, 0.8)


def test_an_invented_claim_costs_precision_alone(gold: Sheet, given: Sheet):
    given["claims"].append(claim("e4", "e1", predicate="arrest"))
    figures = scored(gold, given)
    assert (figures["found"], figures["precision"], figures["wrong_ties"]) == (1.0, 0.75, 0)


def test_the_same_claim_twice_is_found_once(gold: Sheet, given: Sheet):
    given["claims"].append(copy.deepcopy(given["claims"][0]))
    figures = scored(gold, given)
    assert (figures["found"], figures["precision"], figures["wrong_ties"]) == (1.0, 0.75, 0)


def test_who_leads_whom_matters(gold: Sheet, given: Sheet):
    given["claims"][0]["arguments"] = {"subject": "e3", "object": "e2"}
    figures = scored(gold, given)
    assert (figures["found"], figures["wrong_ties"]) == (0.6667, 1)
    assert figures["ties"] == {"found": 0.5, "precision": 0.5, "shown": 2, "shown_right": 0.5}


def test_a_symmetric_tie_has_no_direction(gold: Sheet, given: Sheet):
    for sheet in (gold, given):
        sheet["claims"][0]["predicate"] = "tied_to"
    given["claims"][0]["arguments"] = {"subject": "e3", "object": "e2"}
    assert scored(gold, given)["found"] == 1.0


def test_a_related_predicate_counts_loosely_only(gold: Sheet, given: Sheet):
    given["claims"][0]["predicate"] = "operates"
    figures = scored(gold, given)
    assert (figures["found"], figures["found_loose"]) == (0.6667, 1.0)


def test_another_speaker_is_another_chain(gold: Sheet, given: Sheet):
    given["claims"][0]["source_chain"][1]["entity"] = "e4"
    assert scored(gold, given)["chain_exact"] == 0.6667


def test_a_document_and_its_author_are_one_link_of_a_chain(gold: Sheet, given: Sheet):
    given["claims"][0]["source_chain"][1]["kind"] = "document"
    assert scored(gold, given)["chain_exact"] == 1.0


@pytest.mark.parametrize(
    ("number", "change", "rule"),
    [
        (0, {"source_chain": [{"kind": "narrator"}]}, "source_lost"),
        (1, {"factuality": "CT+"}, "unclear_as_certain"),
        (2, {"factuality": "CT+"}, "denial_as_assertion"),
    ],
)
def test_a_breach_of_fairness_is_named(
    gold: Sheet, given: Sheet, number: int, change: dict, rule: str
):
    given["claims"][number].update(change)
    figures = scored(gold, given)
    assert (figures["forbidden"], figures["breaches"]) == (1, {rule: 1})


def test_a_hedge_that_is_dropped_is_a_breach(gold: Sheet, given: Sheet):
    gold["claims"][0]["factuality"] = "PS+"
    assert scored(gold, given)["breaches"] == {"hedge_dropped": 1}


def test_a_claim_that_the_gold_forbids_is_a_breach_in_either_order(gold: Sheet, given: Sheet):
    given["claims"].append(claim("e4", "e2", predicate="allied_with"))
    figures = scored(gold, given)
    assert (figures["breaches"], figures["wrong_ties"]) == ({"forbidden_claim": 1}, 1)


def test_a_tie_with_the_wrong_sign_is_a_wrong_tie(gold: Sheet, given: Sheet):
    given["claims"][0]["factuality"] = "CT-"
    assert scored(gold, given)["wrong_ties"] == 1


def test_four_provinces_are_four_claims(gold: Sheet, given: Sheet):
    for sheet in (gold, given):
        sheet["claims"] = [claim("e2", "e3", place={"code": c}) for c in ("AF-GHA", "AF-LAG")]
    given["claims"][1]["place"] = {"code": "AF-GHA"}
    assert scored(gold, given)["found"] == 0.5


def test_a_lone_claim_is_found_though_its_place_is_wrong(gold: Sheet, given: Sheet):
    given["claims"][0]["place"] = None
    figures = scored(gold, given)
    assert (figures["found"], figures["place"]) == (1.0, 0.6667)


def test_a_claim_from_another_sentence_is_not_the_one(gold: Sheet, given: Sheet):
    given["claims"][0]["sentence"] = {"start": 55, "end": 90}
    assert scored(gold, given)["found"] == 0.6667


def test_words_stand_for_an_entity_when_most_of_them_agree(gold: Sheet, given: Sheet):
    given["claims"][0]["arguments"] = {"subject": "the Qaraqash Front", "object": "e3"}
    assert scored(gold, given)["found"] == 1.0


def test_the_open_class_is_counted_and_not_scored(gold: Sheet, given: Sheet):
    given["claims"].append(claim("e2", "e3", predicate="other"))
    figures = scored(gold, given)
    assert (figures["precision"], figures["other_predicted"]) == (1.0, 1)


def test_nothing_predicted_finds_nothing_and_breaks_nothing(gold: Sheet, given: Sheet):
    given["entities"], given["claims"] = [], []
    figures = scored(gold, given)
    assert (figures["found"], figures["precision"], figures["forbidden"]) == (0.0, None, 0)


@settings(max_examples=25, deadline=None)
@drawn(st.integers(0, 2**8 - 1))
def test_no_share_leaves_its_bounds_whatever_is_dropped(kept: int):
    name = min(GOLD.glob("*.json"))
    whole = json.loads(name.read_text("utf-8"))
    part = whole | {"claims": [c for n, c in enumerate(whole["claims"]) if kept >> (n % 8) & 1]}
    figures = scored(whole, part)
    assert figures["found"] == round(len(part["claims"]) / len(whole["claims"]), 4)
    assert (figures["wrong_ties"], figures["forbidden"]) == (0, 0)


def test_no_article_forbids_what_its_own_gold_says():
    sheets = {path.stem: json.loads(path.read_text("utf-8")) for path in GOLD.glob("*.json")}
    figures = score({name: (sheet, sheet) for name, sheet in sheets.items()})
    assert (figures["f1"], figures["chain_exact"], figures["breaches"]) == (1.0, 1.0, {})
    assert (figures["wrong_ties"], figures["documents"]) == (0, len(sheets))


def test_a_folder_without_gold_is_refused_by_name(tmp_path: Path):
    (tmp_path / "alone.txt").write_text("Нет разметки.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bench.claims", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"{tmp_path}: no *.txt with a *.json beside it" in done.stderr


def test_what_was_scored_is_written_one_row_a_document(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    rows = tmp_path / "rows.jsonl"

    def read_the_gold(_bench: object, path: Path, _published: str | None) -> Sheet:
        return json.loads(path.with_suffix(".json").read_text("utf-8"))

    monkeypatch.setattr(claims, "extract", read_the_gold)
    monkeypatch.setattr(sys, "argv", ["claims", str(GOLD), "--predictions", str(rows)])
    claims.main()
    printed = json.loads(capsys.readouterr().out)
    written = [json.loads(row) for row in rows.read_text("utf-8").splitlines()]
    assert [row["doc_id"] for row in written] == sorted(p.stem for p in GOLD.glob("*.txt"))
    assert printed["n"] == sum(len(row["claims"]) for row in written)
    assert {"found", "seconds", "peak_mb", "per_document", "per_predicate"} <= printed.keys()


def test_confidence_is_as_far_off_as_claims_are_less_often_right(gold: Sheet, given: Sheet):
    assert scored(gold, given)["calibration_error"] == 0.0
    for one in given["claims"]:
        one["confidence"] = 0.65
    assert scored(gold, given)["calibration_error"] == 0.35
    assert scored(gold, given)["ties"]["shown"] == 0


def test_a_claim_on_anothers_word_is_not_read_rightly(gold: Sheet, given: Sheet):
    for one in given["claims"]:
        one["factuality"] = "PS-"
    assert scored(gold, given)["calibration_error"] == 1.0
