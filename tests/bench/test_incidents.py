"""The incidents benchmark on hand-made cases: who counts as right, and which pairing counts."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.incident_scores import ROLES, Template, best_pairing, normal, score, template
from bench.incidents import read


def made(kind: str, **roles: list[list[str]]) -> Template:
    return template(kind, roles)


def per_role(figures: dict[str, object], role: str) -> dict[str, float]:
    roles = figures["per_role"]
    assert isinstance(roles, dict)
    return roles[role]


ONE = made(
    "bombing",
    PerpInd=[["two men", "men"]],
    PerpOrg=[["Zarvan Front", "ZF"]],
    Target=[["the town hall"]],
    Weapon=[["bomb"]],
)


def test_what_is_all_right_scores_one():
    figures = score([([ONE], [ONE])])
    assert figures["gtt_micro_f1"] == 1.0
    assert per_role(figures, "Victim") == dict.fromkeys(("precision", "recall", "f1"), 0.0) | {
        "predicted": 0,
        "gold": 0,
    }


def test_case_articles_and_punctuation_do_not_count():
    assert normal('The "U.S. Embassy", a building') == "us embassy building"
    told = made("bombing", Target=[["Town hall"]])
    assert per_role(score([([told], [ONE])]), "Target")["f1"] == 1.0


def test_an_entity_is_right_only_when_every_mention_that_it_gives_is_one_of_the_gold_entity():
    both = made("bombing", PerpInd=[["men", "two men"]])
    mixed = made("bombing", PerpInd=[["men", "two women"]])
    assert per_role(score([([both], [ONE])]), "PerpInd")["precision"] == 1.0
    assert per_role(score([([mixed], [ONE])]), "PerpInd")["precision"] == 0.0


def test_a_template_of_another_type_is_wrong_with_all_that_it_holds():
    figures = score([([made("arson", Target=[["town hall"]])], [ONE])])
    assert figures["gtt_micro_f1"] == 0.0
    assert per_role(figures, "Target")["predicted"] == 1


def test_a_type_that_is_part_of_the_gold_one_pairs_but_not_the_other_way_round():
    either = made("attack / bombing")
    assert score([([made("attack")], [either])])["gtt_micro_f1"] == 1.0
    assert score([([either], [made("attack")])])["gtt_micro_f1"] == 0.0


def test_the_pairing_that_is_best_for_the_document_counts():
    first, second = made("attack", Victim=[["Gul Rahim"]]), made("attack", Victim=[["Zar Jan"]])
    assert score([([second, first], [first, second])])["gtt_micro_f1"] == 1.0


def test_one_gold_template_pairs_with_one_predicted_template_only():
    victim = made("attack", Victim=[["Gul Rahim"]])
    figures = score([([victim, victim], [victim])])
    assert (figures["precision"], figures["recall"]) == (0.5, 1.0)


def test_equal_gold_templates_of_a_document_count_once():
    figures = score([([ONE], [ONE, ONE])])
    assert figures["recall"] == 1.0


def test_a_worked_example():
    told = made("bombing", PerpOrg=[["ZF"], ["police"]], Target=[["town hall"]], Weapon=[["gun"]])
    figures = score([([told], [ONE])])
    # right: type, ZF, town hall of 5; found: type, Zarvan Front, town hall of 5
    assert (figures["precision"], figures["recall"]) == (0.6, 0.6)


def test_a_document_without_templates_adds_what_was_predicted_wrongly():
    assert score([([ONE], []), ([ONE], [ONE])])["precision"] == 0.5


strings = st.lists(st.sampled_from(["men", "bomb", "ZF", "Gul Rahim"]), min_size=1, max_size=2)
templates = st.builds(
    lambda kind, roles: template(kind, dict(zip(ROLES, roles, strict=True))),
    st.sampled_from(["attack", "bombing"]),
    st.lists(st.lists(strings, max_size=2), min_size=5, max_size=5),
)


@settings(deadline=None)
@given(st.lists(templates, max_size=4), st.lists(templates, max_size=4))
def test_a_pairing_never_finds_more_than_there_is(predicted: list[Template], gold: list[Template]):
    best = best_pairing(predicted, gold)
    wholes = [sum(1 + sum(map(len, t.roles)) for t in side) for side in (predicted, gold)]
    assert sum(best.predicted) <= wholes[0]
    assert sum(best.gold) <= wholes[1]


@settings(deadline=None)
@given(st.lists(templates, min_size=1, max_size=5, unique=True))
def test_the_gold_itself_is_all_right(gold: list[Template]):
    assert score([(gold, gold)])["gtt_micro_f1"] == 1.0


def row(**changes: object) -> str:
    roles = {role: [] for role in ROLES} | {"Victim": [[["gul rahim", 5]]]}
    gold = {"incident_type": "attack", **roles}
    return json.dumps({"docid": "T-1", "doctext": "x", "templates": [gold]} | changes)


def test_a_packed_file_is_read_with_its_gold(tmp_path: Path):
    path = tmp_path / "muc.jsonl.gz"
    path.write_bytes(gzip.compress(f"{row()}\n\n".encode()))
    [found] = read(path)
    assert (found.docid, found.gold) == ("T-1", (made("attack", Victim=[["Gul Rahim"]]),))


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "7", row(doctext=None), row(templates=[{}]), row(templates=7)],
)
def test_a_line_that_is_no_document_is_named(tmp_path: Path, line: str):
    path = tmp_path / "muc.jsonl"
    path.write_text(f"{row()}\n{line}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"muc\.jsonl, line 2"):
        list(read(path))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00{", b""])
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, content: bytes):
    path = tmp_path / "muc.jsonl.gz"
    path.write_bytes(content or gzip.compress(row().encode())[:20])
    with pytest.raises(SystemExit, match=r"muc\.jsonl\.gz: cannot be read"):
        list(read(path))
