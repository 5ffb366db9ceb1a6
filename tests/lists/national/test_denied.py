"""The Denied Persons List is read whole, or refused. All parties are invented."""

import pytest

from sayso.errors import BadListRelease
from sayso.lists.national.denied import DeniedPersonsList
from sayso.model.lists import ListedAct, ListedAddress, ListRelease
from tests.lists.build import original

HEADER = (
    "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date"
    "\tStandard_Order\tLast_Update\tAction\tFR_Citation"
)
ROW = (
    " ZARVAN SHIPPING, LTD\t1 HARBOUR ROAD\tZARVAN\tZR\tZL\tZ1 1\t10/16/2017\t10/13/2027\tY"
    "\t2017-10-23\tFR NOTICE ADDED\t82 F.R. 90101 10/20/2017"
)


def read(*rows: str, published: str | None = "2026-01-02") -> ListRelease:
    text = "\r\n".join(
        "\t".join(f'"{cell}"' for cell in row.split("\t")) for row in (HEADER, *rows)
    )
    return DeniedPersonsList().read(
        original(text.encode(), "dpl.txt"), published=published, repair=False
    )


def test_rows_of_one_name_and_date_are_one_entry_with_a_reference_made_of_both():
    other = ROW.replace("1 HARBOUR ROAD", "2 HARBOUR ROAD").replace("2017-10-23", "3017-08-22")
    other = other.replace("SHIPPING, LTD", "SHIPPING LTD")

    release = read(ROW, other)

    [entry] = release.entries
    assert (release.id, entry.id) == (
        "us-dpl@2026-01-02",
        "us-dpl:ZARVAN-SHIPPING-LTD-2017-10-16",
    )
    assert [(name.text, name.kind) for name in entry.names] == [
        ("ZARVAN SHIPPING, LTD", "primary"),
        ("ZARVAN SHIPPING LTD", "aka"),
    ]
    assert (entry.schema, entry.measures) == ("LegalEntity", ())
    assert entry.addresses[0] == ListedAddress(
        street="1 HARBOUR ROAD", city="ZARVAN", state_province="ZR", zip_code="Z1 1", country="ZL"
    )
    assert len(entry.addresses) == 2
    assert (entry.listed_on, entry.amended_on) == ("2017-10-16", ("2017-10-23", "3017-08-22"))
    assert entry.acts == (ListedAct(title="82 F.R. 90101 10/20/2017"),)
    assert entry.extras == (
        ("Expiration date", "10/13/2027"),
        ("Standard order", "Y"),
        ("Action", "FR NOTICE ADDED"),
    )


def test_a_date_that_is_none_is_kept_and_asked_about():
    [entry] = read(ROW.replace("10/16/2017", "16/10/2017")).entries

    assert (entry.listed_on, entry.questions) == (None, ("no such date: '16/10/2017'",))


@pytest.mark.parametrize(
    ("rows", "published", "told"),
    [
        ((ROW,), None, "states no date"),
        ((), "2026-01-02", "no entries"),
        ((ROW.replace(" ZARVAN SHIPPING, LTD", ""),), "2026-01-02", r"dpl\.txt, line 2: no name"),
        ((ROW[:40],), "2026-01-02", "line 2: 3 cells under 12 columns"),
    ],
)
def test_what_is_no_whole_list_is_refused(rows: tuple[str, ...], published: str | None, told: str):
    with pytest.raises(BadListRelease, match=told):
        read(*rows, published=published)
