"""A file of names to screen."""

import io
from pathlib import Path

import pytest

from sayso.cli.batch import questions, rows_of
from sayso.errors import BadInput
from sayso.model.matches import Screening

COMMON = Screening(name="", limit=3)


def rows(text: str) -> list[tuple[str, Screening]]:
    return list(rows_of(io.StringIO(text), "names", COMMON))


def test_jsonl_rows_keep_their_ids_and_order():
    found = rows(
        '{"qid": "b", "query": "Морская звезда", "dob": "1970"}\n{"query": "شرکت نمونه"}\n'
    )
    assert [(qid, q.name, q.birth, q.limit) for qid, q in found] == [
        ("b", "Морская звезда", "1970", 3),
        ("2", "شرکت نمونه", None, 3),
    ]


def test_csv_rows_need_a_name_column_only():
    found = rows('name,country\n"Navy, Blue",AF\nSea Star,\n')
    assert [(q.name, q.country) for _, q in found] == [("Navy, Blue", "AF"), ("Sea Star", None)]


def test_ids_come_as_a_list_or_one_by_one():
    found = rows('{"query": "A", "ids": ["IMO 1", "2"]}\n{"query": "B", "ids": "3"}\n')
    assert [q.ids for _, q in found] == [("IMO 1", "2"), ("3",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [('{"query": "A"}\n{"query": \n', "line 2"), ("title\nA\n", "name"), ("[1]\n", "name")],
)
def test_a_row_that_cannot_be_read_is_named(text: str, place: str):
    with pytest.raises(BadInput, match=place):
        rows(text)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path):
    path = tmp_path / "names.csv"
    path.write_bytes(b"name\n\xff\xfe\x00")
    with pytest.raises(BadInput, match=r"names\.csv"):
        list(questions(str(path), COMMON))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(BadInput, match="gone"):
        list(questions(str(tmp_path / "gone.csv"), COMMON))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"query": ' + b"[" * 100_000, r"names, line 1: no JSON"),
        (b'{"query": "A"}\n{"query": ' + b"9" * 5_000 + b"}", r"names, line 2: no JSON"),
        (b"name\n" + b"a" * 200_000, r"names: not a sound CSV file: field larger"),
        (b"name\ncaf\xe9\n", r"names: cannot be read as UTF-8"),
    ],
    ids=["deep", "long number", "long field", "latin"],
)
def test_a_hostile_file_is_refused_in_words(tmp_path: Path, content: bytes, told: str):
    path = tmp_path / "names"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=told):
        list(questions(str(path), COMMON))


def test_standard_input_that_is_no_text_is_refused(monkeypatch: pytest.MonkeyPatch):
    given = io.TextIOWrapper(io.BytesIO(b"name\ncaf\xe9\n"), errors="surrogateescape")
    monkeypatch.setattr("sys.stdin", given)
    with pytest.raises(BadInput, match="standard input: cannot be read as UTF-8"):
        list(questions("-", COMMON))
