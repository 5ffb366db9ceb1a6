"""A benchmark reads plain and packed files, names what is wrong in them, and keeps its folds."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.rows import Row, json_rows, lines
from bench.run import Benchmark, Fold, fold, run
from sayso.errors import BadInput
from tests.bench.rows_of import written


def test_a_packed_file_gives_the_rows_of_the_plain_one(tmp_path: Path):
    rows = [{"name": "Наргиза"}, {"name": "Oda Brenk"}]
    plain = written(tmp_path / "plain.jsonl", rows)
    packed = written(tmp_path / "packed.jsonl.gz", rows, packed=True)

    assert [r.fields for r in json_rows(plain)] == [r.fields for r in json_rows(packed)] == rows


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b'{"a": 1}\n{"a": \n', r"bad\.jsonl, line 2: no JSON"),
        (b'{"a": 1}\n[1]\n', r"bad\.jsonl, line 2: no JSON object"),
        (b'{"a": 1}\n"\xff\xfe"\n', r"bad\.jsonl, line 2: no UTF-8"),
        (b"[" * 100_000 + b"\n", r"bad\.jsonl, line 1: no JSON"),
        (b"\x1f\x8b\x08\x00cut", r"cannot be read"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, content: bytes, complaint: str):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)

    with pytest.raises(BadInput, match=complaint):
        list(json_rows(path))


def test_a_file_that_is_cut_off_says_after_which_line(tmp_path: Path):
    rows = [{"n": n, "words": f"{n:x}" * 500} for n in range(500)]
    path = written(tmp_path / "cut.jsonl.gz", rows, packed=True)
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(BadInput, match=r"cut\.jsonl\.gz, after line \d+: cannot be read"):
        list(lines(path))


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(BadInput, match=r"none\.jsonl: cannot be read"):
        list(lines(tmp_path / "none.jsonl"))


def test_a_field_of_another_type_and_a_stretch_outside_the_text_are_refused():
    row = Row("x.jsonl, line 3", {"begin": 2, "end": 9, "type": None, "flag": True})

    with pytest.raises(BadInput, match="line 3: no str 'type'"):
        row.take("type", str)
    with pytest.raises(BadInput, match="no int 'flag'"):
        row.take("flag", int)
    with pytest.raises(BadInput, match="begin 2 to end 9 is no stretch of a text of 5 characters"):
        row.span("begin", "end", "abcde")


@given(st.lists(st.text()), st.integers(1, 7))
def test_every_document_is_in_exactly_one_fold(ids: list[str], of: int):
    parts = [Fold(number, of) for number in range(of)]

    assert all(sum(doc_id in part for part in parts) == 1 for doc_id in ids)


def test_a_fold_is_the_same_for_ever():
    # SHA-256 of "a" ends in bb, of "b" in 9d, of "c" in c6, of "d" in e4
    assert [name for name in "abcd" if name in Fold(0, 2)] == ["c", "d"]
    assert [name for name in "abcd" if name in Fold(1, 2)] == ["a", "b"]


@pytest.mark.parametrize("words", ["3/3", "1", "-1/2", "1/0", "x/y", "0/5/7"])
def test_a_fold_that_is_none_is_refused(words: str):
    with pytest.raises(argparse.ArgumentTypeError):
        fold(words)


@dataclass(frozen=True)
class Letter:
    """A document of one letter."""

    doc_id: str


def test_a_run_prints_one_object_and_writes_what_was_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    def score(pairs: Sequence[tuple[Letter, dict[str, object]]]) -> dict[str, object]:
        return {"share": sum(bool(given["big"]) for _, given in pairs) / len(pairs)}

    benchmark: Benchmark[Letter, dict[str, object]] = Benchmark(
        "Letters.",
        lambda path: [Letter(c) for c in path.read_text()],
        lambda letter: {"big": letter.doc_id.isupper()},
        score,
    )
    data, kept = tmp_path / "letters.txt", tmp_path / "kept.jsonl"
    data.write_text("aBcD")

    run(benchmark, [str(data), "--predictions", str(kept)])

    printed = json.loads(capsys.readouterr().out)
    assert (printed["share"], printed["n"]) == (0.5, 4)
    assert {"seconds", "peak_mb"} <= printed.keys()
    rows = [json.loads(line) for line in kept.read_text().splitlines()]
    assert rows[1] == {"doc_id": "B", "big": True}


def test_a_run_over_a_bad_file_says_what_is_wrong_and_prints_no_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    benchmark: Benchmark[Letter, dict[str, object]] = Benchmark(
        "Letters.",
        lambda path: [Letter(row.take("id", str)) for row in json_rows(path)],
        lambda _: {},
        lambda _: {},
    )

    with pytest.raises(SystemExit, match=r"letters\.jsonl, line 1: no str 'id'"):
        run(benchmark, [str(written(tmp_path / "letters.jsonl", [{"ID": 1}]))])

    assert capsys.readouterr().out == ""
