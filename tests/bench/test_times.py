"""The benchmark of times on hand-made cases: what it counts, and what it refuses to read.

All documents are invented.
"""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import times
from bench.timeml import BadTimeMl, Time, TimeMl, read_file

MARKED = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2024-06-10T08:00" functionInDocument="CREATION_TIME">\
2024-06-10</TIMEX3></DCT>
<TITLE>Not in <TIMEX3 tid="t9" type="DATE" value="2019">2019</TIMEX3></TITLE>
<TEXT>The Sarikol &amp; Sons depot <EVENT eid="e1">burned</EVENT> <TIMEX3 tid="t1" type="DATE" \
value="2024-06-09">yesterday</TIMEX3>, guards said. It had stood for <TIMEX3 tid="t2" \
type="DURATION" value="P3Y">three years</TIMEX3>.</TEXT></TimeML>"""


def counted(gold: list[Time], predicted: list[Time]) -> dict[str, object]:
    return times.figures(times.count(gold, predicted))


def row(**told: object) -> str:
    return json.dumps({"file": "a.tml", "tml": MARKED, **told}) + "\n"


def test_the_text_has_no_tags_and_its_entities_are_decoded():
    document = TimeMl.read("a.tml", MARKED)
    assert document.text.startswith("The Sarikol & Sons depot burned yesterday, guards")
    assert document.published == "2024-06-10"
    assert [(document.text[t.begin : t.end], t.value, t.kind) for t in document.times] == [
        ("yesterday", "2024-06-09", "DATE"),
        ("three years", "P3Y", "DURATION"),
    ]


def test_what_overlaps_is_found_and_only_equal_spans_are_strict():
    gold = [Time(0, 10, "2023", "DATE"), Time(20, 30, "P1D", "DURATION")]
    told = counted(gold, [Time(4, 10, "2023"), Time(20, 30, "P2D")])
    assert (told["relaxed_f1"], told["strict_f1"], told["value_f1"]) == (1.0, 0.5, 0.5)


def test_a_value_is_right_only_as_the_same_string():
    gold = [Time(0, 4, "199", "DATE")]
    assert counted(gold, [Time(0, 4, "199X")])["value_f1"] == 0.0
    assert counted(gold, [Time(0, 4, "199")])["value_f1"] == 1.0


def test_two_predictions_on_one_time_find_it_once():
    told = counted([Time(0, 12, "2023-05", "DATE")], [Time(0, 3, "2023-05"), Time(4, 12, "2023")])
    assert (told["value_precision"], told["relaxed_f1"]) == (0.0, 0.6667)


def test_precision_is_over_the_predicted_and_recall_over_the_gold():
    gold = [Time(0, 4, "2023", "DATE"), Time(10, 14, "2024", "DATE")]
    told = counted(gold, [Time(0, 4, "2023"), Time(5, 6, "2001"), Time(7, 8, "2002")])
    assert (told["value_precision"], told["value_recall"]) == (0.3333, 0.5)
    assert told["per_type"] == {"DATE": {"gold": 2, "relaxed": 1, "value": 1}}


def test_of_nothing_there_is_no_figure():
    assert counted([], [])["value_f1"] is None
    assert counted([], [Time(0, 1, "2023")])["value_f1"] == 0.0


SPANS = st.lists(
    st.builds(
        lambda start, length, value: Time(start, start + length, value),
        st.integers(0, 40),
        st.integers(1, 9),
        st.sampled_from(["2023", "P1D"]),
    ),
    max_size=8,
)


@given(SPANS, SPANS)
def test_no_time_is_paired_twice_and_none_apart_from_its_match(gold: list[Time], told: list[Time]):
    found = times.pairs(gold, told)
    assert all(g.begin < p.end and p.begin < g.end for g, p in found)
    assert len(found) <= min(len(gold), len(told))
    assert len({id(g) for g, _ in found}) == len({id(p) for _, p in found}) == len(found)


@given(SPANS)
def test_a_reader_that_is_always_right_has_every_point(gold: list[Time]):
    told = counted(gold, gold)
    assert {told[f"{key}_f1"] for key in ("value", "relaxed", "strict")} <= {1.0, None}


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_is_read_plain_or_packed(tmp_path: Path, packed: bool):
    path = tmp_path / "documents.jsonl"
    content = (row() + "\n" + row(file="б.tml")).encode()
    path.write_bytes(gzip.compress(content) if packed else content)
    assert [d.name for d in read_file(path)] == ["a.tml", "б.tml"]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[1]", 'no "file" and "tml"'),
        ('{"file": "b", "tml": 3}', 'no "file" and "tml"'),
        ('{"file": "b", "tml": "<TimeML/>"}', "no <TEXT>"),
        ('{"file": "b", "tml": "<TEXT>on <TIMEX3 value=\\"2023\\">Monday</TEXT>"}', "not closed"),
        ('{"file": "b", "tml": "<TEXT>on Monday</TIMEX3></TEXT>"}', "nothing opens"),
    ],
)
def test_a_bad_row_is_refused_with_its_file_and_line(tmp_path: Path, second: str, told: str):
    path = tmp_path / "documents.jsonl"
    path.write_text(row() + second + "\n", encoding="utf-8")
    with pytest.raises(BadTimeMl, match=rf"documents\.jsonl, line 2: .*{told}"):
        list(read_file(path))


@pytest.mark.parametrize(
    "content", [gzip.compress(row().encode())[:-20], b'{"file": "\xff"}', b"\x1f\x8bnothing"]
)
def test_a_damaged_file_is_refused_with_its_name(tmp_path: Path, content: bytes):
    path = tmp_path / "documents.jsonl"
    path.write_bytes(content)
    with pytest.raises(BadTimeMl, match=r"documents\.jsonl, after line 0: cannot be read"):
        list(read_file(path))


def test_the_product_is_scored_and_its_answers_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path, answers = tmp_path / "documents.jsonl", tmp_path / "answers.jsonl"
    path.write_text(row(), encoding="utf-8")
    times.main([str(path), "--predictions", str(answers)])
    told = json.loads(capsys.readouterr().out)
    assert (told["value_f1"], told["n"], told["documents"]) == (1.0, 2, 1)
    assert {"relaxed_f1", "strict_f1", "seconds", "peak_mb"} <= told.keys()
    [answer] = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert answer["doc_id"] == "a.tml"
    assert [t["value"] for t in answer["times"]] == ["2024-06-09", "P3Y"]


def test_a_bad_file_ends_the_run_with_the_reason(tmp_path: Path):
    path = tmp_path / "documents.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(SystemExit, match="line 1: no JSON"):
        times.main([str(path)])
