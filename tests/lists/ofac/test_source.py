"""A release of OFAC's is dated, named and read once. All parties are invented."""

import pytest

from sayso.errors import BadListRelease
from sayso.lists.ofac.source import OfacList
from sayso.lists.reading.files import media_type_of
from sayso.model.documents import Original
from sayso.model.ids import digest_of
from tests.lists.build import NOON
from tests.lists.ofac.build import END, NOTHING, entry_row, read_files, row, xml_entry, xml_list


def test_the_two_lists_have_ids_of_their_own_and_only_one_freezes_assets():
    files = {"cons_prim.csv": entry_row(36)}
    [sdn], [other] = (
        read_files(files, authority=authority).entries for authority in ("ofac", "ofac-cons")
    )
    assert (sdn.id, other.id) == ("ofac:36", "ofac-cons:36")
    assert (sdn.measures, other.measures) == (("assets_freeze",), ())


def of_programmes(*programmes: str) -> str:
    return "".join(
        row(number, f"KANDOR {number}", NOTHING, programme, *[NOTHING] * 8)
        for number, programme in enumerate(programmes, start=1)
    )


def test_a_file_of_the_one_list_is_not_taken_for_the_other():
    consolidated = {"a.csv": of_programmes("NS-PLC", "CMIC-EO13959", "SDGT] [NS-PLC", "SDGT")}
    sdn = {"a.csv": of_programmes("NS-PLC", *["SDGT"] * 2500)}
    with pytest.raises(BadListRelease, match=r"consolidated list .*, not ofac; add it as ofac-c"):
        read_files(consolidated)
    with pytest.raises(BadListRelease, match=r"SDN list, not ofac-cons; add it as ofac: sayso"):
        read_files(sdn, authority="ofac-cons")
    assert len(read_files(consolidated, authority="ofac-cons").entries) == 4
    assert len(read_files(sdn).entries) == 2501


def test_xml_states_its_date_and_a_given_one_wins_with_a_remark():
    content = {"sdn.xml": xml_list(xml_entry())}
    assert read_files(content, published=None).id == "ofac@2024-05-03"
    given = read_files(content, published="2024-05-04")
    assert given.id == "ofac@2024-05-04"
    assert any("2024-05-04 as given" in remark for remark in given.remarks)


def test_csv_states_no_date_so_that_a_day_in_its_name_stands_in_or_one_is_asked_for():
    release = read_files({"sdn_2024-05-02.csv": entry_row()}, published=None)
    assert release.id == "ofac@2024-05-02"
    assert release.remarks == ("the file states no date: that of its name is taken",)
    for name in ("sdn.csv", "sdn_2024-13-01.csv"):
        with pytest.raises(BadListRelease, match=r"states no date"):
            read_files({name: entry_row()}, published=None)
    with pytest.raises(BadListRelease, match="no such date: 'May'"):
        read_files({"sdn.csv": entry_row()}, published="May")


def test_bytes_that_are_no_utf_8_are_refused_or_read_as_latin_1_and_counted():
    files = {"sdn.csv": entry_row(name="CA\xd1A KANDOR").encode("latin-1")}
    with pytest.raises(BadListRelease, match=r"byte \d+ is no UTF-8.*--repair"):
        read_files(files)
    release = read_files(files, repair=True)
    assert (release.repaired, release.entries[0].name) == (1, "CAÑA KANDOR")
    assert "Latin-1" in release.remarks[0]


def test_utf_16_is_refused_and_a_byte_order_mark_is_not():
    with pytest.raises(BadListRelease, match="no UTF-8"):
        read_files({"sdn.csv": entry_row().encode("utf-16")}, repair=True)
    [entry] = read_files({"sdn.csv": "\ufeff" + entry_row()}).entries
    assert entry.reference == "901"


def test_xml_and_csv_are_not_one_release():
    with pytest.raises(BadListRelease):
        read_files({"sdn.csv": entry_row(), "sdn.xml": xml_list(xml_entry())})
    with pytest.raises(BadListRelease, match="several XML files"):
        read_files({"a.xml": xml_list(xml_entry()), "b.xml": xml_list(xml_entry("902"))})


def test_a_row_that_did_not_change_is_not_read_twice():
    source = OfacList("ofac")

    def read(day: str, text: str):  # noqa: ANN202  # a release
        content = text.encode()
        original = Original(
            id=digest_of(content),
            content=content,
            locator="sdn.csv",
            media_type=media_type_of(content),
            retrieved=NOON,
        )
        return source.read(original, published=day, repair=False)

    first = read("2024-05-01", entry_row(36) + entry_row(37, "KANDOR FRONT") + END)
    second = read("2024-05-02", entry_row(36) + entry_row(37, "KANDOR ARMY") + END)
    assert second.entries[0] is first.entries[0]
    assert second.entries[1] != first.entries[1]
