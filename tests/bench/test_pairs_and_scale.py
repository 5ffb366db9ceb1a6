"""Pairs are compared as screening compares, and made parties are the same again; names invented."""

import json
from pathlib import Path

import pytest

from bench import pairs, scale
from bench.pairs import Pair, pairs_of
from bench.scale import Recipe
from sayso.errors import BadInput
from tests.bench.rows_of import asked, party, written
from tests.fakes import tiny_entry

CSV = """case_group,schema,name1,name2,is_match,category
east,Person,Тарик Василенко,Tariq Vasilenko,true,
east,Person,Тарик Василенко,Oda Brennmark,false,
west,Person,"Marwat, Gul",Gul Marwat,true,
west,Person,Gul Marwat,Lin Zhaoming,false,
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_names_of_one_party_are_more_alike_than_those_of_two(
    path: Path, capsys: pytest.CaptureFixture[str]
):
    pairs.main([str(path), "--peer", "rapidfuzz"])

    told = json.loads(capsys.readouterr().out)
    assert told["pairs.csv"]["auc"] == 1.0
    assert told["pairs.csv"]["per_group"] == {"east": 1.0, "west": 1.0}
    assert "auc" in told["pairs.csv"]["peers"]["rapidfuzz"]
    assert told["n"] == 4


def test_a_row_is_read_whole_with_commas_in_its_names(path: Path):
    assert list(pairs_of(path))[2] == Pair("west", "Person", "Marwat, Gul", "Gul Marwat", True)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"name1,name2\n", "line 1: no column case_group, is_match, schema"),
        (b"", "line 1: no column"),
        (CSV.replace("true", "maybe").encode(), "line 2: is_match is 'maybe'"),
        (CSV.encode("utf-16"), "no UTF-8"),
    ],
)
def test_a_file_that_holds_no_pairs_is_refused(path: Path, content: bytes, complaint: str):
    path.write_bytes(content)

    with pytest.raises(BadInput, match=complaint):
        list(pairs_of(path))


ENTRIES = [
    tiny_entry("QDe.901", "Gul Rahim Marwat", "Тарик Василенко"),
    tiny_entry("QDe.902", "Oda Lin Brennmark", "Zarnawa"),
]


def test_a_made_party_is_the_same_whenever_it_is_made_and_another_with_another_seed():
    recipe, again = Recipe.of(ENTRIES, 1), Recipe.of(ENTRIES, 1)
    made = [recipe.made(n) for n in range(30)]

    assert [again.entry_of(entry.id) for entry in reversed(made)] == made[::-1]
    assert [Recipe.of(ENTRIES, 2).made(n).names for n in range(30)] != [e.names for e in made]


def test_made_names_are_of_real_words_each_in_its_script_and_its_place():
    recipe = Recipe.of(ENTRIES, 1)
    names = {name.text for n in range(60) for name in recipe.made(n).names}

    three = {f"{g} {m} {f}" for g in ("Gul", "Oda") for m in ("Rahim", "Lin")
             for f in ("Marwat", "Brennmark")}  # fmt: skip
    assert names <= three | {"Тарик Василенко", "Zarnawa"}
    assert "Gul Lin Marwat" in names


def test_parties_are_made_until_there_are_so_many_names():
    entries = list(Recipe.of(ENTRIES, 1).until(9))

    assert entries[:2] == ENTRIES
    assert 9 <= sum(len(entry.names) for entry in entries) <= 10
    assert len({entry.id for entry in entries}) == len(entries)


def test_the_size_that_is_asked_for_is_built_and_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    parties = [party("1", "Gul Rahim Marwat"), party("2", "Oda Lin Brennmark")]
    index = written(tmp_path / "i.jsonl", parties)
    queries = written(tmp_path / "q.jsonl", [asked("a", "Gul Raheem Marwat", "c1")])

    scale.main(["--names", "40", "--seed", "1", str(index), str(queries)])

    told = json.loads(capsys.readouterr().out)
    assert (told["names"], told["n"], told["r1"]) == (40, 1, 1.0)
    assert {"p50_ms", "names_per_s_2", "build_s", "file_mb", "peak_mb"} <= set(told)
