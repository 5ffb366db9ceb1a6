"""A third party's flat copy of a list: what it has, and what it says that it lacks."""

import pytest

from sayso.errors import BadListRelease
from sayso.lists.national.flat import FlatCopy
from sayso.lists.uk.source import UkList
from sayso.model.lists import ListRelease
from tests.lists.build import original

HEADER = "Name,Alias,Nationality,Designation,Sanction Type,Source\n"
ROWS = (
    'Zarmast Tolwak,"Abu Zarmast, Tolvak",Kandor,Deputy,1988 (Taliban),kandor\n'
    "زرمست تولواک,None,Kandor,Deputy,1988 (Taliban),kandor\n"
    "NOORI,,Unknown,Deputy,Zarvan,kandor\n"
    "NOORI,None,Unknown,Deputy,Zarvan,kandor\n"
    ",,Unknown,Deputy,Zarvan,kandor\n"
)


def read(rows: str = ROWS, published: str | None = "2025-05-25") -> ListRelease:
    return FlatCopy("au-copy").read(
        original((HEADER + rows).encode()), published=published, repair=False
    )


def test_each_row_is_an_entry_with_its_names_and_regime_and_nothing_else():
    first = next(entry for entry in read().entries if entry.name == "Zarmast Tolwak")
    assert first.reference == "ZARMAST-TOLWAK"
    assert first.id == "au-copy:ZARMAST-TOLWAK"
    assert [(name.text, name.kind, name.quality) for name in first.names] == [
        ("Zarmast Tolwak", "primary", None),
        ("Abu Zarmast", "aka", None),
        ("Tolvak", "aka", "weak"),
    ]
    assert (first.schema, first.regimes) == ("LegalEntity", ("1988 (Taliban)",))
    assert (first.measures, first.designations, first.nationalities) == ((), (), ())
    assert (first.listed_on, first.un_references, first.extras) == (None, (), ())


def test_the_form_of_a_firm_is_no_name_of_its_own():
    [entry] = read('Zarvan Shipping,"Zarvan Co., Ltd., Zarvan Lines, S.A.",,,Zarvan,k\n').entries
    assert [name.text for name in entry.names[1:]] == ["Zarvan Co., Ltd.", "Zarvan Lines, S.A."]


def test_two_parties_of_one_name_are_not_taken_for_one():
    assert [entry.reference for entry in read().entries if entry.name == "NOORI"] == [
        "NOORI",
        "NOORI-2",
    ]


def test_it_says_that_it_is_a_copy_and_what_it_lacks():
    release = read()
    assert release.is_copy
    assert (len(release.entries), release.published) == (4, "2025-05-25")
    [copy] = [remark for remark in release.remarks if remark.startswith("a third party's copy")]
    assert "it has no references" in copy
    assert release.remarks[-3:] == (
        "not read, for other rows' words stand in such columns: Nationality, Designation, Source",
        "no entries: 1 rows without a name",
        "weak, for they may be cut: 2 names of one word",
    )


@pytest.mark.parametrize(
    ("rows", "published", "message"),
    [
        ("", "2025-05-25", "the list has no entries"),
        (",,,,Zarvan,kandor\n", "2025-05-25", "the list has no entries"),
        (ROWS, None, "--published"),
        ("Zarmast Tolwak,None\n", "2025-05-25", "line 2: 2 cells under 6 columns"),
    ],
)
def test_what_is_no_whole_copy_is_refused(rows: str, published: str | None, message: str):
    with pytest.raises(BadListRelease, match=message):
        read(rows, published)


def test_it_cannot_pass_for_the_authoritys_own_file():
    content = original((HEADER + ROWS).encode())
    with pytest.raises(BadListRelease, match="flat copy of a list, not uk; add it as uk-copy=flat"):
        UkList().read(content, published="2025-05-25", repair=False)
