"""A file of names, whoever wrote it: every row comes, or says why it does not."""

import importlib.util
import io
from pathlib import Path

import pytest

from sayso.collect.tables import parquet
from sayso.collect.tables.dates import birth_of
from sayso.collect.tables.lines import LONGEST
from sayso.collect.tables.table import Entrant, Table
from sayso.errors import BadInput, NotFound, Unreadable
from sayso.model.screenings import Subject

CUSTOMERS = "id,name,birth,country\n7,Морская звезда,1970-05-23,AF\n8,شرکت نمونه,,\n"


def entrants(content: bytes | str) -> list[Entrant]:
    raw = content.encode() if isinstance(content, str) else content
    return list(Table("-", io.BytesIO(raw)).entrants())


def told(content: bytes | str) -> list[tuple[str, str]]:
    """Give each row's id, and its name or what is wrong with it."""
    return [(e.subject.key, e.error or e.subject.name) for e in entrants(content)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_however_it_was_saved(encoding: str, separator: str):
    content = CUSTOMERS.replace(",", separator).encode(encoding)
    assert told(content) == [("7", "Морская звезда"), ("8", "شرکت نمونه")]
    assert entrants(content)[0].subject == Subject(
        key="7", name="Морская звезда", birth="1970-05-23", country="AF"
    )


def test_excels_own_line_tells_the_separator():
    assert told("sep=;\r\nname;id\r\nZarvan, Karim;4\r\n") == [("4", "Zarvan, Karim")]


def test_columns_are_known_by_the_names_that_people_give_them():
    [one] = entrants(
        "Customer ID;First Name;Surname;Date of Birth;Nationality;Passport No;IMO;Type;Sex;Street;"
        "City\nC-1;Karim;Zarvan;23.05.1970;Pakistan;AB 12;9074729;individual;M;5 River Road;Ostan\n"
    )
    assert one.subject == Subject(
        key="C-1",
        name="Karim Zarvan",
        schema="Person",
        birth="1970-05-23",
        country="Pakistan",
        ids=("AB 12", "9074729"),
        gender="male",
        address="5 River Road, Ostan",
    )


def test_jsonl_rows_keep_their_ids_and_numbers_come_one_by_one_or_as_a_list():
    first, second, third = entrants(
        '{"qid": "b", "query": "Kandor", "dob": ["1970"], "ids": ["IMO 1", "2"]}\n'
        '\n{"query": "Ostan", "ids": "3; 4"}\n{"name": 5, "schema": "LegalEntity"}\n'
    )
    assert (first.subject.key, first.subject.birth, first.subject.ids) == (
        "b",
        "1970",
        ("IMO 1", "2"),
    )
    assert (second.subject.key, second.subject.ids) == ("3", ("3", "4"))
    assert (third.subject.name, third.subject.schema, third.subject.remarks) == ("5", None, ())


def test_a_quote_that_is_not_closed_costs_its_own_row_alone():
    rows = 'name,country\nKandor,AF\n"Ostan,AF\nZarvan,PK\n"Two\nlines",IR\nSarband "S" Front,\n'
    assert told(rows) == [
        ("2", "Kandor"),
        ("line 3", "not sound CSV: ',' expected after '\"'"),
        ("4", "Zarvan"),
        ("5", "Two lines"),
        ("7", 'Sarband "S" Front'),
    ]
    assert told('name\n"Kandor\n' + "Ostan\n" * 30)[:2] == [
        ("line 2", "a quote that is not closed"),
        ("3", "Ostan"),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b"Caf\xe9 Kandor", "no text of this encoding"),
        ("Kandor \ufffd".encode(), "no text of this encoding"),
        (b"", None),
        (b'""', "no name"),
        ("😀 …".encode(), "no letter"),
        (b"a,b,c", "3 fields, and 1 columns"),
        (b"n" * 2_000, "a name of 2,000 characters"),
        (b"n" * (LONGEST + 9), "longer than any row"),
    ],
)
def test_a_broken_row_is_one_row_with_an_error(row: bytes, why: str | None):
    rows = told(b"name\nKandor\n" + row + b"\nOstan\n")
    assert [words for _, words in rows if words in {"Kandor", "Ostan"}] == ["Kandor", "Ostan"]
    assert (why is None and len(rows) == 2) or why in rows[1][1]


@pytest.mark.parametrize("line", ['{"query": ', "[1]", '{"query": ' + "[" * 50_000, "9" * 5_000])
def test_a_line_of_jsonl_that_is_none_is_one_row_with_an_error(line: str):
    rows = told(f'{{"query": "Kandor"}}\n{line}\n{{"query": "Ostan"}}\n')
    assert [rows[0], rows[2]] == [("1", "Kandor"), ("3", "Ostan")]
    assert rows[1][0] == "line 2"
    assert rows[1][1].startswith("no JSON")


def test_half_a_surrogate_pair_is_no_name():
    assert "no text" in told('{"query": "Kandor \\ud800"}\n')[0][1]


@pytest.mark.parametrize("content", ["", "\n\n", "name\n", "title\nKandor\n", "[1]\n", "\0\0\0\0"])
def test_what_is_no_table_of_names_is_refused(content: str):
    with pytest.raises(BadInput, match="standard input"):
        entrants(content)


def test_what_is_no_file_is_refused(tmp_path: Path):
    with pytest.raises(NotFound, match="gone"):
        list(Table(str(tmp_path / "gone.csv"), io.BytesIO()).entrants())
    with pytest.raises(BadInput, match="no file"):
        list(Table(str(tmp_path), io.BytesIO()).entrants())


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("1970", "1970"),
        ("1970-05", "1970-05"),
        ("1970-05-23", "1970-05-23"),
        ("1970-05-23 00:00:00", "1970-05-23"),
        ("19700523", "1970-05-23"),
        ("1970/5/23", "1970-05-23"),
        ("23.5.1970", "1970-05-23"),
        ("03.04.1970", "1970-04-03"),
        ("23/05/1970", "1970-05-23"),
        ("05/23/1970", "1970-05-23"),
        ("04/04/1970", "1970-04-04"),
        ("23 May 1970", "1970-05-23"),
        ("3-Sept-1970", "1970-09-03"),
    ],
)
def test_a_date_of_birth_is_read_as_it_is_written(words: str, edtf: str):
    assert birth_of(words) == (edtf, None)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("03/04/1970", "1970"), ("1970-13-01", None), ("31.02.1970", None), ("soon", None)],
)
def test_a_date_that_could_be_two_or_none_is_not_guessed(words: str, edtf: str | None):
    found, remark = birth_of(words)
    assert found == edtf
    assert words in (remark or "")


def test_a_kind_that_nobody_knows_is_not_used_and_said():
    [one] = entrants("name,type,gender\nKandor,trust,3\n")
    assert (one.subject.schema, one.subject.gender, one.subject.remarks) == (
        None,
        None,
        ("kind 'trust' is not known, and not used", "gender '3' is not known, and not used"),
    )


def test_parquet_without_its_library_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "names.parquet"
    path.write_bytes(b"PAR1" + bytes(20) + b"PAR1")
    monkeypatch.setattr(parquet, "_LIBRARY", "no_such_library")
    with pytest.raises(BadInput, match=r"pip install 'sayso\[parquet\]'"):
        list(Table(str(path), io.BytesIO()).entrants())
    with pytest.raises(BadInput, match="name the file"):
        entrants(path.read_bytes())


@pytest.mark.skipif(importlib.util.find_spec("duckdb") is None, reason="the extra is not installed")
def test_parquet_rows_are_read_in_order_and_a_damaged_file_is_refused(tmp_path: Path):
    import duckdb  # noqa: PLC0415  # an extra

    path = tmp_path / "names.parquet"
    rows = "SELECT 7 AS id, 'Karim Zarvan' AS name, DATE '1970-05-23' AS birth, ['A 1'] AS ids"
    duckdb.sql(f"{rows} UNION ALL SELECT 8, NULL, NULL, NULL").write_parquet(str(path))
    first, second = Table(str(path), io.BytesIO()).entrants()
    assert first.subject == Subject(key="7", name="Karim Zarvan", birth="1970-05-23", ids=("A 1",))
    assert second.error == "no name"
    duckdb.sql("SELECT 1 AS title").write_parquet(str(path))
    with pytest.raises(BadInput, match="title"):
        list(Table(str(path), io.BytesIO()).entrants())
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(Unreadable, match="no sound Parquet"):
        list(Table(str(path), io.BytesIO()).entrants())


def test_a_list_of_json_is_a_row_an_object_and_too_long_a_one_is_refused():
    assert told('[\n {"query": "Kandor"},\n {"query": "Ostan"}\n]\n') == [
        ("1", "Kandor"),
        ("2", "Ostan"),
    ]
    assert told('[{"query": "Kandor"}, 1]')[1] == ("line 2", "no JSON object")
    with pytest.raises(BadInput, match="JSONL"):
        entrants('[{"query": "' + "n" * (LONGEST + 9) + '"}]')
