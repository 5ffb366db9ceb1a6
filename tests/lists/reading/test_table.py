"""Tables are read whole from CSV and from spreadsheets, or refused in words."""

import pytest

from sayso.errors import BadListRelease
from sayso.lists.reading.table import Table, read_table
from tests.lists.build import original
from tests.lists.workbooks import MAIN, workbook

TOP = ("Reference", "Name  of Party")
CSV = 'Reference,Name of Party\n1,"Barosh, Ilya"\n\n2,ایلیا\n'


def read(content: bytes) -> Table:
    needed = frozenset({"reference", "name of party"})
    return read_table(original(content, "list"), repair=False, needed=needed)


def rows(content: bytes) -> list[dict[str, str]]:
    return [dict(cells) for _, cells in read(content).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_in_every_encoding_that_names_itself(encoding: str):
    assert rows(CSV.encode(encoding)) == [
        {"Reference": "1", "Name of Party": "Barosh, Ilya"},
        {"Reference": "2", "Name of Party": "ایلیا"},
    ]


def test_a_spreadsheet_gives_the_same_as_csv_under_a_title():
    content = workbook([("The List",), (), TOP, (1, "Barosh, Ilya"), (2.0, "ایلیا")])
    assert rows(content) == rows(CSV.encode())


def test_dates_of_a_spreadsheet_are_told_from_years_by_their_style_alone():
    content = workbook(
        [TOP, ((22882, 1), (22882, 2)), ((22882, 3), 1958), ("a_x000D_\nb", (1.5, 0))],
    )
    told = [list(row.values()) for row in rows(content)]
    assert told == [["1962-08-24", "1962"], ["1962-08-24", "1958"], ["a\r\nb", "1.5"]]


def test_a_spreadsheet_since_1904_counts_from_there():
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships"><workbookPr date1904="1"/><sheets><sheet r:id="rId1"/></sheets></workbook>'
    )
    content = workbook([TOP, ((21420, 1), "x")], **{"xl__workbook.xml": book})
    assert rows(content)[0]["Reference"] == "1962-08-24"


def test_a_spreadsheet_says_when_it_was_saved():
    core = "<c:p xmlns:c='x' xmlns:d='y'><d:modified>2026-09-04T05:37:12Z</d:modified></c:p>"
    assert read(workbook([TOP, (1, "x")], **{"docProps__core.xml": core})).saved == (
        "2026-09-04T05:37:12Z"
    )
    assert read(workbook([TOP, (1, "x")])).saved is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no header with the columns name of party, reference"),
        (b"Reference,Name\n1,x\n", "no header with the columns"),
        (CSV.encode("latin-1", "replace").replace(b"?", b"\xe9"), "line 4: not UTF-8"),
        (b'Reference,Name of Party\n1,"Barosh', "not well-formed"),
        (b"Reference,Name of Party\n1,Barosh\n2", "line 3: 1 cells under 2 columns"),
        (b"Reference,Name of Party\n1,Barosh,more\n", "line 2: 3 cells under 2 columns"),
        (b"Reference,Name of Party\n1," + b"x" * 1_000_001, "not well-formed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"an old Excel file \(.xls\)"),
        (b"PK\x03\x04nothing", "a damaged spreadsheet"),
        (workbook([TOP, (1, "x")])[:-200], "a damaged spreadsheet"),
        (workbook([("Other",), (1,)]), "no header with the columns"),
        (workbook([TOP], **{"xl__workbook.xml": "<workbook"}), "not well-formed"),
        (
            workbook([TOP], **{"xl__workbook.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'}),
            "defines entities",
        ),
    ],
)
def test_what_is_no_whole_table_is_refused_in_words(content: bytes, reason: str):
    with pytest.raises(BadListRelease, match=reason):
        read(content)


def test_a_spreadsheet_that_grows_without_end_is_refused_before_it_is_read():
    bomb = workbook([TOP], **{"xl__sharedStrings.xml": "<sst>" + " " * 30_000_000 + "</sst>"})
    with pytest.raises(BadListRelease, match=r"sharedStrings\.xml is larger than in any list"):
        read(bomb)
