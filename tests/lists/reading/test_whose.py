"""A file says by its first bytes whose list it is. All names are invented."""

import codecs

import pytest

from sayso.errors import BadListRelease
from sayso.lists.reading.whose import refuse_others, whose
from tests.lists.build import individual, original, un_list

HEADS = {
    "un": un_list(individual()),
    "eu": '<?xml version="1.0"?>\n<!-- a --><export xmlns="http://eu.europa.ec/fpi/fsd/export">',
    "ofac": '<?xml version="1.0"?><x:sdnList xmlns:x="urn:x"><sdnEntry/>',
    "uk": "Report Date: 13-Feb-2026\nLast Updated,Unique ID,OFSI Group ID",
    "uk-ofsi": '"Last Updated","03/06/2026"\n"Name 6","Name 1"',
    "ca": "<data-set xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><record/>",
    "ch": "<swiss-sanctions-list date='2026-01-01'>",
    "au": "Reference,Name of Individual or Entity,Type,Name Type",
    "us-dpl": '"Name"\t"Street_Address"\t"City"',
    "ae": "الأفراد المدرجين في قائمة الإرهاب المحلية,,,",
    "ftm": '{"id": "z-1", "schema": "Person", "properties": {}}',
}
OTHERS = {
    "uk": "<Designations xmlns:xsi='x'><DateGenerated>10/09/2026</DateGenerated>",
    "ofac": '9001,"ZARVAN SHIPPING",-0- ,"ZAR",-0- ,-0- ',
}


@pytest.mark.parametrize(("authority", "head"), [*HEADS.items(), *OTHERS.items()])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_each_list_is_known_by_its_beginning(authority: str, head: str, mark: bytes):
    owner = whose(mark + head.encode())

    assert owner is not None
    assert owner.authority == authority


def test_a_utf16_file_is_known_too():
    owner = whose(HEADS["uk"].encode("utf-16"))

    assert owner is not None
    assert owner.authority == "uk"


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"<roster/>", b"name,born\nZarvan,1970"])
def test_what_is_no_list_that_we_know_is_nobodys(content: bytes):
    assert whose(content) is None
    refuse_others(original(content), "eu")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (HEADS["un"], r"list\.xml: it seems to be the UN .*, not eu; .*: sayso lists add un FILE"),
        ("<!DOCTYPE html><html><body>Log in</body></html>", "a web page, .*; fetch the list again"),
        ("PK\x03\x04mimetype", "a spreadsheet .* take the CSV or XML"),
        ("fileGenerationDate;Entity_LogicalId", "as CSV, not eu; take the XML of all its entries"),
    ],
)
def test_another_authoritys_file_is_refused_with_whose_it_is_and_what_to_do(head: str, told: str):
    with pytest.raises(BadListRelease, match=told):
        refuse_others(original(head.encode()), "eu")


def test_ones_own_file_is_let_pass():
    refuse_others(original(HEADS["eu"].encode()), "eu")
